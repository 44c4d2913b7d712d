"""What she can choose to write down: the three she needs most, then the others, each under words of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from daybook.domain.kinds import listed_kinds
from daybook.web.her_words import her_kind
from daybook.web.i18n import N_
from daybook.web.own_pages import OWN_PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to begin: its words, the kind of record, and what the form begins with."""

    words: str
    kind: str
    begun: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Some choices folded under a few words."""

    words: str
    choices: tuple[Choice, ...]


FIRST = (
    Choice(words=N_("Write down something that happened"), kind="incident.1"),
    Choice(words=N_("Write down an injury"), kind="injury.1"),
    Choice(words=N_("Note a call or a meeting"), kind="contact.1"),
)
GROUPS = (
    Group(
        words=N_("It keeps happening, or something was broken"),
        choices=(
            Choice(words=N_("Write down something that keeps happening"), kind="pattern.1"),
            Choice(words=N_("Write down something broken, taken or paid for"), kind="loss.1"),
            Choice(words=N_("A child or a pet was threatened"), kind="incident.1"),
        ),
    ),
    Group(
        words=N_("{They} knew where I was, or what I did"),
        choices=(Choice(words=N_("Write down something {they} could not know"), kind="clue.1"),),
    ),
    Group(
        words=N_("Police, a doctor, or somebody else"),
        choices=(
            Choice(words=N_("Police"), kind="contact.1", begun={"whom": "police"}),
            Choice(words=N_("GP, hospital or midwife"), kind="contact.1", begun={"whom": "health"}),
            Choice(words=N_("School, council, support worker or somebody else"), kind="contact.1"),
        ),
    ),
)
COURT = Choice(words=N_("Note a day in court"), kind="court-day.1")
AFTER = (
    Choice(words=N_("The next thing that happened then"), kind="incident.1"),
    Choice(words=N_("An injury"), kind="injury.1"),
    Choice(words=N_("Police, a doctor, or a call to somebody"), kind="contact.1"),
    Choice(words=N_("Something broken, taken or paid for"), kind="loss.1"),
)
"""What can belong with an entry and be begun from its page."""


def groups() -> Iterator[Group]:
    """The folded groups. The last holds court, and every dated kind that is not named above: none is left out."""
    yield from GROUPS
    named = {choice.kind for group in GROUPS for choice in group.choices} | {choice.kind for choice in (*FIRST, COURT)}
    others = tuple(
        Choice(words=kind.start or kind.name, kind=kind.code)
        for kind in map(her_kind, listed_kinds())
        if kind.code not in named and (kind.dated_by or kind.code not in OWN_PAGES)
    )
    yield Group(words=N_("Court, handovers and more"), choices=(COURT, *others))
