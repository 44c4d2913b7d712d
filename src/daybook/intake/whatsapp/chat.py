"""One chat read from beginning to end: every piece of it as a message, or as a part that is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import repeat
from operator import add, le, methodcaller
from typing import BinaryIO, TypeVar

from daybook.intake.message import Flag, Kind, Message, Place, Skipped
from daybook.intake.run import Run
from daybook.intake.whatsapp.clock import changes_in, iso_clock
from daybook.intake.whatsapp.cut import Piece, Stretch
from daybook.intake.whatsapp.learn import Learned, stretches
from daybook.intake.whatsapp.marks import readable
from daybook.intake.whatsapp.meaning import PLAIN, Meaning, could_mean_more, is_call, meaning
from daybook.intake.whatsapp.order import day_in

T = TypeVar("T")
_MOST_KEPT = 100_000
_Day = tuple[str, Mapping[int, Flag], str]
_Clock = tuple[str, int, str]
_More = tuple[Kind | None, tuple[Flag, ...]]
_NOTHING: _More = (None, ())
_SHORT, _MOST_MEANINGS = 64, 10_000
_IN_ORDER = ("", "")
"""The time before and the latest so far of a message that stands behind both."""


@dataclass
class Chat:
    """How one chat is read: what was learned, her answers in it, and the files that came with it."""

    learned: Learned
    parts: Mapping[str, str]
    part: str = ""
    title: str = ""
    zone: str = "Europe/London"

    def __post_init__(self) -> None:
        self._days, self._clocks = Remembered(self._day), Remembered(self._clock)
        self._dates = Remembered(lambda written: self._days[written][0])
        self._times = Remembered(lambda written: self._clocks[written][0])
        self._dates_said = Remembered(bytes.decode)
        self._times_said = Remembered(bytes.decode)
        self._known: dict[bytes, str] = {}
        self._means: dict[str, Meaning] = {}
        self._colon = b":" if self.learned.names.tight else b": "
        self._before = self._latest = ""
        self.named: set[str] = set()

    def runs(self, file: BinaryIO) -> Iterator[Message | Skipped | Run]:
        """Everything in the file, in its order. `named` gathers the files it names."""
        self._before = self._latest = ""
        for found in stretches(file, self.learned.cut, self.learned.encoding):
            if isinstance(found, Stretch):
                yield self._run(found)
            elif found[2]:
                message = self._message(found, self._before, self._latest)
                self._latest = max(self._latest, message.sent)
                self._before = message.sent or self._before
                yield message
            else:
                yield Skipped(place=Place(found[0], found[1], self.part), why=found[4].decode())

    def _run(self, found: Stretch) -> Run:
        """Many messages at once; those that may be more than time, sender and words are looked at one by one."""
        different = set(found.date)
        dates, times = map(self._dates.__getitem__, found.date), list(map(self._times.__getitem__, found.clock))
        if all(times) and all(map(self._dates.__getitem__, different)):
            sent = list(map(add, dates, times))
        else:
            sent = [date and time and date + time for date, time in zip(dates, times, strict=True)]
        said = map(self._dates_said.__getitem__, found.date), map(self._times_said.__getitem__, found.clock)
        closer = self._out_of_order(sent, found.date, {written for written in different if self._days[written][1]})
        senders, texts, words = self._words(found.rest, closer)
        run = Run(
            sent=sent,
            written=list(map(add, *(said[::-1] if self.learned.cut.shape.early else said))),
            sender=senders,
            text=texts,
            start=found.start,
            end=found.end,
            odd={},
            part=self.part,
            chat=self.title,
        )
        for number, (before, latest) in closer.items():
            piece = (found.start[number], found.end[number], found.date[number], found.clock[number])
            one = run.odd[number] = self._message((*piece, found.rest[number]), before, latest)
            senders[number], texts[number] = one.sender, one.text
        for number in words:
            self._weigh(run, number)
        return run

    def _weigh(self, run: Run, number: int) -> None:
        """Make this one of a run odd if its words mean more than they say."""
        if number not in run.odd and (found := self._meaning(run.text[number])) is not PLAIN:
            run.odd[number] = Message(
                sent=run.sent[number],
                sent_as_written=run.written[number],
                sender=run.sender[number],
                text=run.text[number],
                place=Place(run.start[number], run.end[number], self.part),
                kind=found.kind,
                flags=found.flags,
                attachments=found.attachments,
                chat=self.title,
            )

    def _meaning(self, text: str) -> Meaning:
        """What a text means; short ones, which are said again and again, are remembered."""
        found = self._means.get(text)
        if found is None:
            found = meaning(text, self.parts)
            self.named.update(given.part for given in found.attachments if given.part)
            found = PLAIN if found == PLAIN else found
            if len(text) <= _SHORT and len(self._means) < _MOST_MEANINGS:
                self._means[text] = found
        return found

    def _out_of_order(
        self, sent: Sequence[str], dates: Sequence[bytes], changed: set[bytes]
    ) -> dict[int, tuple[str, str]]:
        """The numbers of those whose time has to be looked at closer, with the time before and the latest so far."""
        before, latest = self._before, self._latest
        if not changed and sent[0] and before <= sent[0] and latest <= sent[0] and all(map(le, sent, sent[1:])):
            self._before = self._latest = sent[-1]
            return {}
        closer = {}
        for number, one in enumerate(sent):
            if one < before or not one or dates[number] in changed:
                closer[number] = (before, latest)
            latest, before = max(latest, one), one or before
        self._before, self._latest = before, latest
        return closer

    def _words(
        self, rests: Sequence[bytes], closer: dict[int, tuple[str, str]]
    ) -> tuple[list[str], list[str], list[int]]:
        """Who sent each, its words, and the numbers of those whose words may mean more.

        Where the sender or the words cannot be told at once, that goes to those that are looked at `closer`.
        """
        if self.learned.crlf:
            rests = [one.removesuffix(b"\r").replace(b"\r\n", b"\n") if b"\r" in one else one for one in rests]
        names, colons, bodies = zip(*map(methodcaller("partition", self._colon), rests), strict=True)
        new = set(names) - self._known.keys()
        for name, rest in zip(names, rests, strict=True) if new else ():
            if name in new:
                new.remove(name)
                self._who(rest)
        senders = list(map(self._known.get, names, repeat("")))
        if not all(colons) or not all(senders):
            for number, (colon, sender) in enumerate(zip(colons, senders, strict=True)):
                if not colon or not sender:
                    closer.setdefault(number, _IN_ORDER)
        try:
            texts = list(map(bytes.decode, bodies))
        except UnicodeDecodeError:
            texts = [body.decode("utf-8", "replace") for body in bodies]
            for number, (body, text) in enumerate(zip(bodies, texts, strict=True)):
                if text.encode() != body:
                    closer.setdefault(number, _IN_ORDER)
        return senders, texts, could_mean_more(texts)

    def _message(self, piece: Piece, before: str, latest: str) -> Message:
        """One message. `before` is the time before it, `latest` the latest so far."""
        start, end, written, clock, rest = piece
        day, changes, day_said = self._days[written]
        time, hour, time_said = self._clocks[clock]
        if self.learned.crlf and b"\r" in rest:
            rest = rest.removesuffix(b"\r").replace(b"\r\n", b"\n")
        name, parted, body = rest.partition(self._colon)
        sender, more = self._known.get(name) if parted else None, _NOTHING
        if sender is None:
            sender, body, more = self._who(rest)
        sent = day + time if day and time else ""
        said = time_said + day_said if self.learned.cut.shape.early else day_said + time_said
        if sent < before or changes or not sent:
            more = self._odd(more, sent, before, latest, changes.get(hour) if sent else None)
        return self._looked_at((sent, said), sender, body, Place(start, end, self.part), more)

    def _looked_at(self, sent: tuple[str, str], sender: str, body: bytes, place: Place, more: _More) -> Message:
        """A message whose words may mean more than they say."""
        kind, flags = more
        try:
            text = body.decode()
        except UnicodeDecodeError:
            text, flags = body.decode("utf-8", "replace"), (*flags, "mended")
        found = self._meaning(text) if could_mean_more([text]) else PLAIN
        if kind == "system" and is_call(text):
            kind = "call"
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
            self._known[said.name.encode("utf-8", "surrogateescape")] = readable(said.sender)
        words = line[said.at :].encode("utf-8", "surrogateescape") + feed + more
        return readable(said.sender), words, _NOTHING if said.sure else (None, ("sender-unsure",))

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
        found = {day for order in self.learned.orders if (day := day_in(self.learned.three(said), order))}
        day = found.pop() if len(found) == 1 else None
        return (day.isoformat(), changes_in(self.zone, day), said) if day else ("", {}, said)

    def _clock(self, written: bytes) -> _Clock:
        said = written.decode()
        return (*iso_clock(said, twelve=self.learned.twelve, told=self.learned.halves), said)


class Remembered(dict[bytes, T]):
    """What was made of each of these bytes; made where it is asked for the first time."""

    def __init__(self, make: Callable[[bytes], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, written: bytes) -> T:
        if len(self) >= _MOST_KEPT:
            self.clear()
        made = self[written] = self._make(written)
        return made


def _days_between(earlier: str, later: str) -> int:
    return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
