"""What was found in a week, in her language and with her words for the person harming her."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.domain.records.avoided_place import WHY
from daybook.domain.records.routine import DAYS
from daybook.domain.routine.ideas_said import caution_said, idea_said, reason_said
from daybook.domain.routine.speech import (
    avoided_said,
    in_words,
    opens_said,
    overlap_said,
    rule_said,
    span_said,
    stop_said,
    sure_said,
)
from daybook.domain.routine.times import DAY_CODES
from daybook.domain.routine.week import Week, is_pattern, when
from daybook.web.addresses import to
from daybook.web.i18n import N_, _

if TYPE_CHECKING:
    from daybook.domain.routine.ideas import Idea
    from daybook.domain.routine.vary import Conflict, Varied
    from daybook.domain.said import Said
    from daybook.notebook.routines import HerWeek


STARTERS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("has_children", N_("School or nursery run"), {"moves": "fixed"}),
    ("has_job", N_("Work"), {"moves": "fixed"}),
    ("is_student", N_("Classes"), {"moves": "fixed"}),
    ("contact_happens", N_("Handover of the children"), {"moves": "together"}),
    ("known_appointments", N_("An appointment that is known"), {"known": "when"}),
)
"""A fact she told elsewhere, what it points to, and what else its form begins with."""

FEW = 2
"""So many times of hers are enough to begin with; then nothing more is offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaWords:
    """One idea in sentences; `id` is what it is left out by."""

    id: str
    about: str
    says: str
    why: str
    first: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemWords:
    """One of her times that there is something to say about."""

    record: str
    what: str
    meets: list[tuple[str, str]]
    is_known: bool
    ideas: list[IdeaWords]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a day: her time or theirs, and the way and the safe stop where it is hers."""

    record: str
    start: str
    end: str
    what: str
    place: str
    theirs: bool = False
    way: str = ""
    stop: str = ""
    before: str = ""
    repeats: bool = False
    elsewhere: str = ""


def speak(her: HerWeek, said: Said) -> str:
    """One sentence in her language and words."""
    return in_words(said, her.person, _, _("%s and %s"))


def items_for_page(her: HerWeek) -> list[ItemWords]:
    """Her times that come together with theirs, are at a place to avoid, or can be expected; the first ones first."""
    found = []
    for record, told in her.week.mine.items():
        meets = [
            (speak(her, overlap_said(her.week, overlap)), speak(her, sure) if sure else "")
            for overlap in her.overlaps
            if overlap.mine == record
            for sure in [sure_said(her.week, overlap)]
        ]
        if record in her.avoided:
            meets.append((speak(her, avoided_said(her.week, her.avoided[record])), ""))
        ideas = [idea_words(her, idea) for idea in her.ideas if idea.item == record]
        if meets or is_pattern(told):
            known = is_pattern(told)
            found.append(ItemWords(record=record, what=told.what, meets=meets, is_known=known, ideas=ideas))
    return sorted(found, key=lambda item: not item.meets)


def idea_words(her: HerWeek, idea: Idea) -> IdeaWords:
    """One idea with its reason and its caution."""
    return IdeaWords(
        id=idea.id,
        about=her.week.mine[idea.item].what,
        says=speak(her, idea_said(her.week, idea)),
        why=speak(her, reason_said(her.week, idea)),
        first=speak(her, caution_said(idea)),
    )


def days_now(week: Week) -> list[tuple[str, list[Line]]]:
    """Her week as it is, and theirs in it, day by day; days with nothing are left out."""
    everything = [
        (span, _line(record, told.what, told.place, *span_said(span), theirs=theirs))
        for theirs, times in ((False, week.mine), (True, week.theirs))
        for record, told in times.items()
        for span in when(told)
    ]
    everything.sort(key=lambda pair: pair[0])
    return _by_day([(span.day, line) for span, line in everything])


def _line(record: str, what: str, place: str, start: str, end: str, *, theirs: bool) -> Line:
    return Line(record=record, start=start, end=end, what=what, place=place, theirs=theirs)


def days_varied(her: HerWeek, varied: Varied) -> list[tuple[str, list[Line]]]:
    """Another week, day by day, with what changed."""
    week, found = her.week, []
    for entry in varied.entries:
        start, end = span_said(entry.span)
        way = week.ways[entry.way] if entry.way else None
        stop = stop_said(way) if way else None
        line = Line(
            record=entry.item,
            start=start,
            end=end,
            what=week.mine[entry.item].what,
            place=entry.place,
            way=way.name if way else "",
            stop=speak(her, stop) if stop else "",
            before=f"{_day(entry.own.day)} {span_said(entry.own)[0]}" if entry.is_moved else "",
            repeats=entry.repeats,
            elsewhere=week.theirs[entry.theirs].what if entry.theirs else "",
        )
        found.append((entry.span.day, line))
    return _by_day(found)


def _by_day(lines: list[tuple[str, Line]]) -> list[tuple[str, list[Line]]]:
    days = [(day, [line for on, line in lines if on == day]) for day in DAY_CODES]
    return [(_day(day), found) for day, found in days if found]


def _day(day: str) -> str:
    return _(dict(DAYS)[day])


def conflicts_for_page(her: HerWeek, conflicts: tuple[Conflict, ...]) -> list[tuple[str, list[str], list[str]]]:
    """What cannot hold together: the days, the rules, and what would open it."""
    return [
        (
            ", ".join(map(_day, conflict.days)),
            [speak(her, rule_said(her.week, rule)) for rule in conflict.rules],
            list(dict.fromkeys(speak(her, opens_said(her.week, rule)) for rule in conflict.rules)),
        )
        for conflict in conflicts
    ]


def avoided_for_page(week: Week) -> list[tuple[str, str, str, str]]:
    """Places to avoid: the record, the place, why, and what she uses instead."""
    return [
        (record, told.place, "; ".join(_(words) for code, words in WHY if code in told.why), told.instead)
        for record, told in week.avoided.items()
    ]


def starters_for_page(her: HerWeek) -> list[tuple[str, str]]:
    """What she told elsewhere points to these times of hers: the words, and a form that begins with them."""
    if len(her.week.mine) >= FEW:
        return []
    told = {item.what for item in her.week.mine.values()}
    found = [(_(words), begins) for fact, words, begins in STARTERS if fact in her.facts]
    return [
        (words, to("record.new", kind="routine.1", what=words, **begins))
        for words, begins in found
        if words not in told
    ]
