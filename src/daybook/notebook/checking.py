"""Screenshots of a chat offered as messages: what was read, put in order, for her to compare, correct and accept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from daybook.domain.attachment import Attachment
from daybook.domain.records.machine_text import MachineText
from daybook.domain.records.source import Again, Book, Source
from daybook.domain.seen import Side
from daybook.intake.message import Message, Place
from daybook.intake.seen.picture import message_of
from daybook.intake.seen.pixels import piece
from daybook.intake.seen.run import Joined, Run, in_order
from daybook.intake.seen.when import clock_of, day_of
from daybook.notebook.more import packed
from daybook.readmodel.press import Press, Row
from daybook.readmodel.twins import with_twins

if TYPE_CHECKING:
    from daybook.notebook.messages import Pick
    from daybook.notebook.more import More
    from daybook.notebook.notebook import Notebook
    from daybook.readmodel.kept import Kept

FORMAT = "screenshots"
WHAT = "Screenshots of a chat"
_KIND = "machine-text.1"
_AROUND = 18


class NothingTickedError(ValueError):
    """No message is ticked, so nothing was kept. Tick those that are right, then press it again."""


class NoChatError(LookupError):
    """These pictures are not waiting as messages any more. Go back to the words in your pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """The messages of some screenshots as the machine read them. `records` are those of the words, in their order."""

    records: tuple[str, ...]
    pictures: tuple[MachineText, ...]
    chat: str
    run: Run

    def picture_of(self, one: Joined) -> int:
        """The number of the picture a message was taken from, in the order they are in, counted from 1."""
        return self.run.order.index(one.places[0][0]) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One message as she says it stands there: `number` is its place among those offered, counted from 0.

    `mine` is for the side of whoever held the phone. `day` is an ISO date or "", `clock` "HH:MM" or "". `same` is the
    message of another file that it is.
    """

    number: int
    text: str
    sender: str
    mine: bool
    day: str
    clock: str
    same: Pick | None = None


def waiting(notebook: Notebook) -> dict[str, list[str]]:
    """Records of words that look like a chat and are not messages yet, by the name of the chat, in order of time."""
    found: dict[str, list[str]] = {}
    for revision in notebook.timeline([_KIND]):
        if revision.body.chat.bubbles and not revision.body.became:
            found.setdefault(revision.body.chat.name, []).append(revision.record)
    return found


def offered(notebook: Notebook, records: Iterable[str]) -> Offered:
    """The messages of these, in order, each once. Raises NoChatError, NoSuchRecordError."""
    bodies = {record: notebook.latest(record).body for record in dict.fromkeys(records)}
    known = {
        record: body
        for record, body in bodies.items()
        if isinstance(body, MachineText) and body.chat.bubbles and not body.became
    }
    if not known:
        raise NoChatError
    chats = [body.chat for body in known.values()]
    name = max((chat.name for chat in chats), key=lambda one: sum(chat.name == one for chat in chats))
    run = in_order([chat.bubbles for chat in chats])
    return Offered(records=tuple(known), pictures=tuple(known.values()), chat=name, run=run)


def accept(
    notebook: Notebook, these: Offered, checked: Sequence[Checked], *, chat: str, name: str = "", key: str = ""
) -> str:
    """Keep what she checked as messages, in the order given; the record of the file brought in.

    Each keeps its picture, its place there, and how it was read. Raises NothingTickedError, and what saving raises.
    """
    if not checked:
        raise NothingTickedError
    if key and (saved := notebook.saved_as(key)):
        return saved.record
    rows = [_row(number, one, these, chat) for number, one in enumerate(checked)]
    twins = {number: one.same for number, one in enumerate(checked) if one.same}
    source = Source(
        name=name or (f"{WHAT}: {chat}" if chat else WHAT),
        original=tuple(file for number in these.run.order for file in these.pictures[number].file),
        format=FORMAT,
        what=WHAT,
        books=(_sealed(notebook, rows, twins),),
        again=tuple(
            Again(source=other, messages=sum(pick[0] == other for pick in twins.values()))
            for other in dict.fromkeys(pick[0] for pick in twins.values())
        ),
        done=True,
    )
    record = notebook.save(source, key=key).record
    for each in these.records:
        notebook.amend(each, partial(replace, became=record))
    return record


def _row(number: int, one: Checked, these: Offered, chat: str) -> Row:
    joined = these.run.messages[one.number]
    read = joined.bubble
    picture = these.pictures[joined.places[0][0]].file[0]
    box = read.box
    part = f"{these.picture_of(joined)}: {box.left},{box.top},{box.right},{box.bottom}"
    side: Side = "middle" if read.side == "middle" else "right" if one.mine else "left"
    message = message_of(replace(read, side=side), chat, Place(0, picture.size, part), checked=True)
    message = msgspec.structs.replace(
        message,
        sent=f"{one.day}T{one.clock}:00" if one.day and one.clock else "",
        sent_as_written=" ".join(part for part in (read.day, read.clock) if part),
        sender="" if side == "middle" else one.sender,
        text=one.text,
        headers=(("read-as", read.text), ("picture", picture.sha256)),
    )
    return _pressed(number, message)


def _pressed(number: int, one: Message) -> Row:
    place = one.place
    return Row(
        number, one.sent, one.sent_as_written, one.sender, one.chat, one.kind, one.text,
        place.start, place.end, place.part, packed(one),
    )  # fmt: skip


def _sealed(notebook: Notebook, rows: list[Row], twins: dict[int, Pick]) -> Book:
    with closing(Press()) as press:
        pressed = press.book(rows, [])
    sealer = notebook.seal_file()
    try:
        sealer.write(with_twins(pressed.plain, twins.items()))
        sealed = sealer.finish()
    except BaseException:
        sealer.abandon()
        raise
    file = Attachment(blob=sealed.blob, name="", media="", size=sealed.size, sha256=sealed.sha256)
    return Book(file=file, first=0, messages=len(rows), skipped=0, start=pressed.start, end=pressed.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenIn:
    """Where a message was read: the record of the words, the number of its bubble there, and how it was read."""

    record: str
    bubble: int
    picture: str
    read_as: str


def seen_in(notebook: Notebook, kept: Kept, more: More) -> SeenIn | None:
    """Where in a picture this message was read; None for one that was read in another kind of file."""
    told = dict(more.headers)
    first = notebook.saved_as(f"machine-text {told['picture']}") if "read-as" in told and "picture" in told else None
    if first is None:
        return None
    picture, _colon, corners = kept.part.partition(": ")
    boxes = [one.box for one in first.body.chat.bubbles]
    wanted = [str(one) for one in corners.split(",")]
    found = [
        n for n, box in enumerate(boxes) if wanted == [str(box.left), str(box.top), str(box.right), str(box.bottom)]
    ]
    return SeenIn(record=first.record, bubble=found[0] if found else 0, picture=picture, read_as=told["read-as"])


def say_otherwise(notebook: Notebook, record: str, words: str) -> None:
    """Keep what she says stands in a picture, beside what was read; "" takes it back. Raises NoSuchRecordError."""
    notebook.amend(record, partial(replace, hers=words))


def day_and_clock(one: Joined) -> tuple[str, str]:
    """The ISO day and the clock of a message as far as they are whole; "" for what is not."""
    return day_of(one.bubble.day), clock_of(one.bubble.clock)


def cut_out(notebook: Notebook, record: str, number: int) -> bytes:
    """A JPEG of bubble `number` of a picture, to be held beside what was read. Raises CannotReadError, NoChatError."""
    body = notebook.latest(record).body
    if not isinstance(body, MachineText) or not 0 <= number < len(body.chat.bubbles):
        raise NoChatError
    with notebook.open_file(body.file[0].blob) as plain:
        return piece(plain, body.chat.bubbles[number].box, _AROUND)
