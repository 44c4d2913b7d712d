"""Putting a message right that was kept from a screenshot: what she says it is, and how it read before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.domain.records.put_right import PutRight
from daybook.intake.seen.when import clock_of, day_of
from daybook.notebook.checking import seen_in
from daybook.notebook.message_answers import follow
from daybook.notebook.messages import NoSuchMessageError, Shelf, message
from daybook.notebook.more import more_of
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.righted import KIND, written_as
from daybook.readmodel.wanted import Wanted

if TYPE_CHECKING:
    from datetime import datetime

    from daybook.domain.revision import Revision
    from daybook.domain.seen import Side
    from daybook.notebook.messages import HerMessage, Pick
    from daybook.notebook.notebook import Notebook

_MOST = 2_000


class NotFromAPictureError(LookupError):
    """Only a message that was read in a picture can be put right. Go back to the list and open it from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """How a message read before: its words, whose, its time as far as it is known, and since when it said so."""

    text: str
    sender: str
    time: str
    since: datetime


def put_right(notebook: Notebook, body: PutRight) -> bool:
    """Keep how a message reads, beside how it read before; whether an answer of hers about an order is touched by it.

    Nothing is kept where it says no other thing than now. Raises NoSuchMessageError, NotFromAPictureError.
    """
    pick = (body.source, body.message)
    before = message(notebook, pick)
    with notebook.alone():
        if said_now(notebook, before) == body:
            return False
        latest = _latest(notebook, pick)
        if latest:
            notebook.save(body, record=latest.record, based_on=latest.number)
        else:
            notebook.save(body, key=f"{KIND} {body.source} {body.message}")
    return follow(notebook, before.kept, message(notebook, pick).kept)


def said_now(notebook: Notebook, her: HerMessage) -> PutRight:
    """How a message reads now, as it can be changed. Raises NotFromAPictureError."""
    latest = _latest(notebook, her.pick)
    if latest:
        body: PutRight = latest.body
        return body
    if "checked" not in her.more.flags:
        raise NotFromAPictureError
    return _as_kept(notebook, her)


def earlier(notebook: Notebook, her: HerMessage) -> list[Earlier]:
    """How a message read before it was put right, the first first; empty for one that was not."""
    latest = _latest(notebook, her.pick)
    kept = notebook.beside(Shelf).as_kept(her.pick) if latest else None
    if latest is None or kept is None:
        return []
    first = Earlier(
        text=kept.text, sender=kept.sender, time=kept.sent or kept.written, since=_brought(notebook, kept.source)
    )
    return [first, *(_earlier(each) for each in notebook.history(latest.record)[:-1])]


def names(notebook: Notebook, source: str) -> tuple[list[str], str]:
    """Who sends from the left in this file, the most first, and the name on the right as far as one was said."""
    left: dict[str, int] = {}
    mine = ""
    for kept in notebook.beside(Shelf).books().read(Wanted(), most=_MOST, source=source):
        flags = more_of(kept.more).flags
        if "received" in flags and kept.sender:
            left[kept.sender] = left.get(kept.sender, 0) + 1
        elif "sent" in flags:
            mine = mine or kept.sender
    return sorted(left, key=lambda name: (-left[name], name)), mine


def _latest(notebook: Notebook, pick: Pick) -> Revision | None:
    of_file = notebook.beside(Shelf).put_right().get(pick[0], {})
    return of_file.get(pick[1])


def _as_kept(notebook: Notebook, her: HerMessage) -> PutRight:
    """As it was kept first. A day or a clock that stood there without the other is taken from the picture."""
    kept = her.kept
    day, clock = (kept.sent[:10], kept.sent[11:16]) if kept.sent else _parts_of(notebook, her)
    side: Side = "middle" if kept.kind == "system" else "right" if "sent" in her.more.flags else "left"
    return PutRight(
        source=kept.source, message=kept.number, text=kept.text, sender=kept.sender, side=side, day=day, clock=clock
    )


def _parts_of(notebook: Notebook, her: HerMessage) -> tuple[str, str]:
    seen = seen_in(notebook, her.kept, her.more)
    if seen is None:
        return "", ""
    bubble = notebook.latest(seen.record).body.chat.bubbles[seen.bubble]
    return day_of(bubble.day), clock_of(bubble.clock)


def _earlier(revision: Revision) -> Earlier:
    body: PutRight = revision.body
    time = body.sent or written_as(body.day, body.clock)
    return Earlier(text=body.text, sender=body.sender, time=time, since=revision.written)


def _brought(notebook: Notebook, source: str) -> datetime:
    try:
        return notebook.history(source)[0].written
    except NoSuchRecordError:
        raise NoSuchMessageError from None
