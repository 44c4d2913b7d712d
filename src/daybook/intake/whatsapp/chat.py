"""One chat read from beginning to end: every piece of it as a message, or as a part that is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from daybook.intake.message import Flag, Kind, Message, Place, Skipped
from daybook.intake.whatsapp.clock import changes_in, iso_clock
from daybook.intake.whatsapp.learn import Learned, pieces
from daybook.intake.whatsapp.meaning import ENDINGS, meaning
from daybook.intake.whatsapp.order import day_in, numbers
from daybook.intake.whatsapp.phrases import phrases

_MOST_KEPT = 100_000
_Day = tuple[str, Mapping[int, Flag], str]
_Clock = tuple[str, int, str]
_More = tuple[Kind | None, tuple[Flag, ...]]
_NOTHING: _More = (None, ())


@dataclass
class Chat:
    """How one chat is read: what was learned, her answers in it, and the files that came with it."""

    learned: Learned
    parts: Mapping[str, str]
    part: str = ""
    title: str = ""
    zone: str = "Europe/London"

    def __post_init__(self) -> None:
        self._days: dict[bytes, _Day] = {}
        self._clocks: dict[bytes, _Clock] = {}
        self._known: dict[bytes, str] = {}
        self.named: set[str] = set()

    def read(self, file: BinaryIO) -> Iterator[Message | Skipped]:
        """Everything in the file, in its order. `named` gathers the files it names."""
        days, clocks, known, part, title = self._days, self._clocks, self._known, self.part, self.title
        colon, whole, crlf = b":" if self.learned.names.tight else b": ", phrases().in_bytes, self.learned.crlf
        latest, before, early = "", "", self.learned.cut.shape.early
        for start, end, written, clock, rest in pieces(file, self.learned.cut, self.learned.encoding):
            if not written:
                yield Skipped(place=Place(start, end, part), why=rest.decode())
                continue
            day, changes, day_said = days.get(written) or self._day(written)
            time, hour, time_said = clocks.get(clock) or self._clock(clock)
            if crlf and b"\r" in rest:
                rest = rest.removesuffix(b"\r").replace(b"\r\n", b"\n")  # noqa: PLW2901 - the same without line ends
            name, parted, body = rest.partition(colon)
            sender, more = known.get(name) if parted else None, _NOTHING
            if sender is None:
                sender, body, more = self._who(rest)
            sent = day + time if day and time else ""
            said = time_said + day_said if early else day_said + time_said
            if sent < before or changes or not sent:
                more = self._odd(more, sent, before, latest, changes.get(hour) if sent else None)
            latest = max(latest, sent)
            before = sent or before
            if (
                more is not _NOTHING or body.endswith(ENDINGS) or b"\n" in body or b"://" in body
                or b"\xe2" in body or b"\xd8" in body or body in whole
            ):  # fmt: skip
                yield self._looked_at((sent, said), sender, body, Place(start, end, part), more)
                continue
            try:
                text = body.decode()
            except UnicodeDecodeError:
                yield self._looked_at((sent, said), sender, body, Place(start, end, part), more)
                continue
            yield Message(
                sent=sent, sent_as_written=said, sender=sender, text=text,
                place=Place(start, end, part), chat=title,
            )  # fmt: skip

    def _looked_at(self, sent: tuple[str, str], sender: str, body: bytes, place: Place, more: _More) -> Message:
        """A message whose words may mean more than they say."""
        kind, flags = more
        try:
            text = body.decode()
        except UnicodeDecodeError:
            text, flags = body.decode("utf-8", "replace"), (*flags, "mended")
        found = meaning(text, self.parts)
        self.named.update(given.part for given in found.attachments if given.part)
        return Message(
            sent=sent[0],
            sent_as_written=sent[1],
            sender=sender,
            text=text,
            place=place,
            kind=found.kind if kind is None or found.kind == "call" else kind,
            flags=flags + found.flags,
            attachments=found.attachments,
            chat=self.title,
        )

    def _who(self, rest: bytes) -> tuple[str, bytes, _More]:
        """Sender and words of a message whose name was not met before; a line of the program has none."""
        first, feed, more = rest.partition(b"\n")
        line = first.decode("utf-8", "surrogateescape")
        said = self.learned.names.said(line)
        if not said.at:
            return "", rest, ("system", ())
        if said.name and len(self._known) < _MOST_KEPT:
            self._known[said.name.encode("utf-8", "surrogateescape")] = _shown(said.sender)
        words = line[said.at :].encode("utf-8", "surrogateescape") + feed + more
        return _shown(said.sender), words, _NOTHING if said.sure else (None, ("sender-unsure",))

    @staticmethod
    def _odd(more: _More, sent: str, before: str, latest: str, change: Flag | None) -> _More:
        """What is to be known about a time that goes back, cannot be, or was on the clock twice."""
        flags: list[Flag] = [change] if change else []
        if sent and sent < before:
            flags.append("out-of-order")
        if sent and sent[:10] < latest[:10] and _days_between(sent, latest) > 1:
            flags.append("could-be-forged")
        return (more[0], more[1] + tuple(flags)) if flags else more

    def _day(self, written: bytes) -> _Day:
        """What this date is: "" where the order of its numbers leaves it open or there is no such day."""
        said = written.decode()
        found = {day for order in self.learned.orders if (day := day_in(numbers(said), order))}
        day = found.pop() if len(found) == 1 else None
        if len(self._days) >= _MOST_KEPT:
            self._days.clear()
        made = self._days[written] = (day.isoformat(), changes_in(self.zone, day), said) if day else ("", {}, said)
        return made

    def _clock(self, written: bytes) -> _Clock:
        said = written.decode()
        if len(self._clocks) >= _MOST_KEPT:
            self._clocks.clear()
        made = self._clocks[written] = (*iso_clock(said, twelve=self.learned.twelve), said)
        return made


def _days_between(earlier: str, later: str) -> int:
    return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days


def _shown(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
