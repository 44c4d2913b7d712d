"""Who sends what in the files she brought in: she says it once for each name or number, and may be given a hint."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from daybook.domain.phone_number import number_end
from daybook.domain.records.sender import Sender
from daybook.domain.said import Said
from daybook.notebook.messages import Shelf, sources
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.people import people_of

if TYPE_CHECKING:
    from daybook.domain.records.person import Person
    from daybook.domain.records.source import Source
    from daybook.domain.revision import Revision
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan

KIND = "sender.1"
HELD = ("message", "deleted", "mail", "call")
"""The kinds of messages that somebody sends: what the program of a chat wrote, or a calendar, is nobody's doing."""
SAME_NAME = Said("It is like the name in your answers.")
SAME_NUMBER = Said("You have this number for “%(name)s”, under People.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSender:
    """One name or number of a file, how much came from it, who she said it is ("" for nothing yet), and a hint."""

    source: str
    sender: str
    messages: int
    calls: int
    who: str
    hint: Said | None


def who_is_who(notebook: Notebook) -> dict[tuple[str, str], Revision]:
    """What she said of senders, by file and name."""
    return {(each.body.source, each.body.sender): each for each in notebook.timeline([KIND])}


def asked_about(notebook: Notebook, plan: HerPlan) -> list[tuple[str, Source, list[FileSender]]]:
    """Every file that holds messages or calls, the newest first, with its senders: those with a hint, then the most."""
    said, people = who_is_who(notebook), people_of(notebook).values()
    found = []
    for record, source in sources(notebook).items():
        counts: Counter[tuple[str, bool]] = Counter()
        for (_hour, kind, sender, _chat), number in notebook.beside(Shelf).books().tallies(record).items():
            if sender and kind in HELD:
                counts[sender, kind == "call"] += number
        senders = [
            FileSender(
                source=record,
                sender=sender,
                messages=counts[sender, False],
                calls=counts[sender, True],
                who=said[record, sender].body.who if (record, sender) in said else "",
                hint=_hint(sender, plan, [*people]),
            )
            for sender in dict.fromkeys(name for name, _is_call in counts)
        ]
        senders.sort(key=lambda each: (each.hint is None, -each.messages - each.calls, each.sender))
        if senders:
            found.append((record, source, senders))
    return found


def _hint(sender: str, plan: HerPlan, people: list[Person]) -> Said | None:
    """What in her own words speaks of this sender. It decides nothing."""
    name = plan.answers.name.casefold().split()
    words = re.findall(r"[^\W\d_]+", sender.casefold())
    if name and name[0] in words:
        return SAME_NAME
    number = number_end(sender)
    for person in people:
        if number and number_end(person.number) == number:
            return Said(SAME_NUMBER.words, {"name": person.name})
    return None


def say_who(notebook: Notebook, source: str, sender: str, who: str) -> None:
    """Keep who a sender of a file is; "" takes it back. Raises NoSuchRecordError for a file that is not there."""
    if source not in sources(notebook):
        raise NoSuchRecordError
    with notebook.alone():
        before = who_is_who(notebook).get((source, sender))
        if before:
            notebook.save(replace(before.body, who=who), record=before.record, based_on=before.number)
        elif who:
            notebook.save(Sender(source=source, sender=sender, who=who))
