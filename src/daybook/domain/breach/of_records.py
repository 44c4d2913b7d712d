"""Her records as happenings: an incident, a handover, a talk about something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from daybook.domain.breach.happening import Teller
from daybook.domain.orders.window import window
from daybook.domain.records.contact import Contact
from daybook.domain.records.handover import Handover
from daybook.domain.records.incident import Incident

CHILDREN = "the children"
CHILD_HURT = "violence-child"
"""A box of the form: a child was hurt or threatened."""

_NOT_AS_AGREED = frozenset({"late", "early", "nobody", "kept", "changed", "place", "person"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A happening that was written down, with what its source knows for certain."""

    id: str
    earliest: datetime | None = None
    latest: datetime | None = None
    text: str = ""
    where: str = ""
    channels: frozenset[str] = frozenset()
    people: tuple[str, ...] = ()
    teller: Teller = "me"


def happening_of(record: str, body: Any) -> Told | None:  # noqa: ANN401  (a record of any kind)
    """The happening of a record of hers; None for a kind that is none."""
    match body:
        case Incident():
            return _incident(record, body)
        case Handover():
            return _handover(record, body)
        case Contact():
            return _contact(record, body)
        case _:
            return None


def _incident(record: str, body: Incident) -> Told:
    children = {"saw", "nearby", "hurt"} & set(body.children)
    earliest, latest = window(body.happened)
    return Told(
        id=record,
        earliest=earliest,
        latest=latest,
        text=_joined((body.account, body.injuries)),
        where=body.where,
        channels=frozenset({CHILD_HURT} if "hurt" in body.children else ()),
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
    return Told(id=record, earliest=None, latest=window(body.happened)[1], text=body.said)


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text.strip())
