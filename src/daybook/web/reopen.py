"""Where something typed and not saved goes on: the form it was typed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from daybook.domain.kinds import UnknownKindError, kind_of
from daybook.web.addresses import to

if TYPE_CHECKING:
    from daybook.notebook.drafts import Draft

NOTE, QUESTION, HOME, CALL_WORDS, CARDS = "step.1", "answers.1", "home.1", "emergency.1", "cards.1"
"""Kinds whose forms are always the same ones: their key is the kind and what they are about, "step.1 safer-device"."""
MONEY = "money.1"
"""As those above: one form for her amounts, one for the costs."""
LEAVING = "leaving-day.1"
"""As those above: one form for the day, one for each line of hers."""
LETTER = "letter.1"
"""A kind with a page of its own to write on; its forms have keys of their own."""
BAG, HOME_CHECK = "bag-item.1", "home-check.1"
"""Kinds that are also ticked in a list: its key is "bag-item.1 ticks carry", those of single forms are their own."""
TICKS = "ticks"
SEEN = "machine-text.1"
"""As those above: one form for the words of a picture, one for the messages of some screenshots."""
RIGHT = "put-right.1"
"""As those above: one form for each message that was kept from a screenshot."""
MARK = "mark.1"
"""As those above: one form for the note on each message."""
SOURCE = "source.1"
"""As those above: one form for where each file that was brought in comes from."""


def _card_form(about: str) -> str:
    form, _space, key = about.partition(" ")
    return to("cards.own", key=key) if form == "own" and key else to("cards.choose")


def _of_message(endpoint: str) -> Callable[[str], str]:
    def address(about: str) -> str:
        source, _space, number = about.rpartition(" ")
        return to(endpoint, source=source, number=number)

    return address


def _bag_form(about: str) -> str:
    ticks, _space, stage = about.partition(" ")
    return to("bag.index", open=stage) if ticks == TICKS else to("record.new", key=about)


FORMS: dict[str, Callable[[str], str]] = {
    NOTE: lambda about: to("plan.show", action=about),
    QUESTION: lambda about: to("questions.ask", name=about),
    HOME: lambda about: to("room.again", about=about),
    MONEY: lambda about: to("costs.show" if about == "costs" else "money.amounts"),
    CALL_WORDS: lambda _about: to("emergency.words"),
    CARDS: _card_form,
    LEAVING: lambda about: to("leaving.again", about=about),
    BAG: _bag_form,
    HOME_CHECK: lambda about: to("security.index") if about == TICKS else to("record.new", key=about),
    SEEN: lambda about: to("seen.again", about=about),
    RIGHT: _of_message("put_right.show"),
    MARK: _of_message("messages.one"),
    SOURCE: lambda about: to("bring.about", record=about),
    LETTER: lambda key: to("letters.write", key=key),
}
"""The address of such a form, from what it is about."""


def address_of(draft: Draft) -> str:
    """The address of the form a draft was kept from; empty for one this copy of the program has no form for."""
    about = draft.key.removeprefix(f"{draft.kind} ")
    if draft.kind in FORMS and about:
        return FORMS[draft.kind](about)
    try:
        return to("record.new", key=draft.key) if kind_of(draft.kind).listed else ""
    except UnknownKindError:
        return ""
