"""Her records as happenings: whatever she wrote down that can tell of a line that was broken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from daybook.domain.breach.happening import Teller
from daybook.domain.orders.window import window
from daybook.domain.records.clue import Clue
from daybook.domain.records.contact import Contact
from daybook.domain.records.court_day import CourtDay
from daybook.domain.records.handover import Handover
from daybook.domain.records.incident import Incident
from daybook.domain.records.injury import Injury
from daybook.domain.records.kept_file import KeptFile
from daybook.domain.records.loss import Loss

CHILDREN = "the children"
CHILD_HURT = "violence-child"
"""A box of the form: a child was hurt or threatened."""
FOLLOWED, HELD, THINGS = "followed", "held", "things"
"""Boxes of the form: she was followed, or held; the home or things were threatened or broken."""
WAY, TOLD_WHAT, PHONE, PET, OTHERS = "way", "told-what", "phone", "pet", "others-hurt"
"""Boxes of the form: the way out was blocked; she was told what would happen; her phone was taken, or a call ended; an
animal, or others around her, were threatened or hurt."""
HURT, KNEW = "hurt", "knew"
"""It is an injury; it is something the person bound could not know."""

_NOT_AS_AGREED = frozenset({"late", "early", "nobody", "kept", "changed", "place", "person"})
_KNOWN = frozenset({"where", "whom", "read", "said", "thing"})
"""What a clue can be about that was known or found; a password that changed may be anybody's doing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A happening that was written down or brought in, with what its source knows for certain."""

    id: str
    earliest: dt.datetime | None = None
    latest: dt.datetime | None = None
    text: str = ""
    where: str = ""
    channels: frozenset[str] = frozenset()
    people: tuple[str, ...] = ()
    teller: Teller = "me"
    sender: str = ""
    most: int = 0


def happening_of(record: str, body: Any) -> Told | None:  # noqa: ANN401  (a record of any kind)
    """The happening of a record of hers; None for a kind that is none.

    What keeps happening (`pattern.1`) is none: it has no days, and none are made of it.
    """
    reading = _READINGS.get(type(body))
    return reading(record, body) if reading else None


def _incident(record: str, body: Incident) -> Told:
    children = {"saw", "nearby", "hurt"} & set(body.children) or "child" in body.also
    boxes = {
        CHILD_HURT: "hurt" in body.children or "child" in body.also,
        HELD: "held" in body.stopped,
        FOLLOWED: "followed" in body.stopped,
        THINGS: "home" in body.also,
        "property": "things" in body.stopped,
        WAY: "way" in body.stopped,
        TOLD_WHAT: "threat" in body.stopped,
        PHONE: "phone" in body.stopped,
        PET: "pet" in body.also,
        OTHERS: "others" in body.also,
    }
    earliest, latest = window(body.happened)
    return Told(
        id=record,
        earliest=earliest,
        latest=latest,
        text=_joined((body.account, body.exact_words, body.injuries, body.before, body.after)),
        where=body.where,
        channels=frozenset(name for name, is_so in boxes.items() if is_so),
        people=(*body.there, *((CHILDREN,) if children else ())),
    )


def _handover(record: str, body: Handover) -> Told:
    channels = {"call"} if body.way == "call" else set()
    if _NOT_AS_AGREED & set(body.came):
        channels.add("times")
    if "kept" in body.came:
        channels.add("children")
    if body.followed == "yes":
        channels |= {"harass", "near"}
    earliest, latest = window(body.happened)
    return Told(
        id=record,
        earliest=earliest,
        latest=latest,
        text=_joined((body.what, body.said, body.followed_how, body.children_were)),
        where=body.where,
        channels=frozenset(channels),
        people=(*body.children, *body.there, CHILDREN),
    )


def _contact(record: str, body: Contact) -> Told:
    """A talk tells of something earlier: when that was is not known, only that it was not later."""
    return Told(id=record, latest=window(body.happened)[1], text=_joined((body.said, body.told)))


def _injury(record: str, body: Injury) -> Told:
    """The day is that of the look or the photo: what did it was then or before."""
    hurt = {"": HURT, "mine": HURT, "child": CHILD_HURT}.get(body.whose)
    return Told(
        id=record,
        latest=window(body.happened)[1],
        text=body.account,
        channels=frozenset({hurt} if hurt else ()),
        people=(CHILDREN,) if body.whose == "child" else (),
    )


def _loss(record: str, body: Loss) -> Told:
    earliest, latest = window(body.happened)
    return Told(
        id=record,
        earliest=earliest,
        latest=latest,
        text=_joined((body.what, body.how)),
        channels=frozenset({"property"} if body.sort in ("broken", "taken") else ()),
        people=body.there,
    )


def _clue(record: str, body: Clue) -> Told:
    """The day is that on which she noticed it: it was done then or before."""
    channels = frozenset({KNEW} if _KNOWN & set(body.about) else ())
    return Told(id=record, latest=window(body.happened)[1], text=body.account, channels=channels)


def _court_day(record: str, body: CourtDay) -> Told | None:
    """How a day in court was, at any time of that day; one that is only planned is no happening."""
    if not body.came.strip():
        return None
    begin = dt.datetime.combine(body.day, dt.time()) if body.day else None
    end = dt.datetime.combine(body.day, dt.time(23, 59)) if body.day else None
    return Told(id=record, earliest=begin, latest=end, text=body.came, where=body.court)


def _kept_file(record: str, body: KeptFile) -> Told:
    """What it shows was then or before; the words in it are somebody else's, unless she says whose."""
    quoted = f"“{body.said}”" if body.said.strip() and not set('“”"') & set(body.said) else body.said
    return Told(id=record, latest=window(body.happened)[1], text=_joined((body.shows, quoted)))


_READINGS: dict[type[Any], Callable[[str, Any], Told | None]] = {
    Incident: _incident,
    Handover: _handover,
    Contact: _contact,
    Injury: _injury,
    Loss: _loss,
    Clue: _clue,
    CourtDay: _court_day,
    KeptFile: _kept_file,
}


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text.strip())
