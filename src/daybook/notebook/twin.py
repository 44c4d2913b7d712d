"""Whether a message read in a screenshot is here already, from an export: the likeliest one, for her to say."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from daybook.domain.seen import Bubble
from daybook.intake.seen.run import alike
from daybook.intake.seen.when import clock_of, day_of
from daybook.notebook.messages import HerMessage, listed, wanted
from daybook.readmodel.wanted import Wanted

if TYPE_CHECKING:
    from daybook.notebook.notebook import Notebook

_MOST = 400
_NEAR = 2
"""Minutes by which two clocks may differ."""
_HOUR = 60
_LONG = 12
"""So many letters tell a message by its words alone, where no day is known."""
_WORDS = 3


def likely_twin(notebook: Notebook, bubble: Bubble, day: str = "") -> HerMessage | None:
    """The message of another file that this is most likely; None where nothing is near. `day` is hers, ISO.

    On a known day it is looked for among all of that day, else by its longest words. Times of an account are those of
    UTC and of a phone those of its clock, so an hour between them is no difference.
    """
    if bubble.side == "middle" or not notebook.timeline(["source.1"]):
        return None
    known = day or day_of(bubble.day)
    if known:
        following = (date.fromisoformat(known) + timedelta(days=1)).isoformat()
        found = listed(notebook, Wanted(since=known, until=following), newest=False, most=_MOST).messages
    elif len(bubble.text) >= _LONG:
        words = sorted(dict.fromkeys(bubble.text.split()), key=len, reverse=True)[:_WORDS]
        found = listed(notebook, wanted(" ".join(words)), most=_MOST).messages
    else:
        return None
    clock = clock_of(bubble.clock)
    near = [(score, her) for her in found if (score := alike(bubble.text, her.kept.text)) and _fits(clock, her)]
    return max(near, key=lambda one: one[0])[1] if near else None


def is_surely(her: HerMessage, bubble: Bubble, chat: str) -> bool:
    """Whether its time is the same and the other file names this chat, so that "the same" can be ticked already."""
    named = (
        chat
        and day_of(bubble.day)
        and any(chat.casefold() in name.casefold() for name in (her.kept.sender, her.kept.chat))
    )
    return bool(named and clock_of(bubble.clock) and her.kept.sent)


def _fits(clock: str, her: HerMessage) -> bool:
    if not clock or len(her.kept.sent) <= len("2024-03-14"):
        return True
    theirs = datetime.fromisoformat(her.kept.sent)
    hour, minute = map(int, clock.split(":"))
    apart = abs(theirs.hour * _HOUR + theirs.minute - hour * _HOUR - minute)
    return min(apart, abs(apart - _HOUR)) <= _NEAR
