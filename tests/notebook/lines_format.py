"""A made-up kind of file, to bring in without depending on any real one: "LINES", then "03/04/2024 21:05 Sam: words"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from daybook.intake.format import Answers, CannotReadError, Found, Question
from daybook.intake.message import Message, Place, Skipped

_LINE = re.compile(r"(\d\d)/(\d\d)/(\d{4}) (\d\d:\d\d(?::\d\d)?) ([^:]*): ?(.*)\Z", re.DOTALL)
ORDER = Question(
    id="date-order",
    ask="Which comes first in its dates?",
    why="The file does not say.",
    options=(("dmy", "The day"), ("mdy", "The month")),
    likely="dmy",
)


class Lines:
    """One line a message; a line "!" says that the rest cannot be read. `watch` is called for every line."""

    id = "lines"
    name = "A chat in lines"

    def __init__(self, watch: Callable[[int], None] = lambda _number: None) -> None:
        self.watch = watch

    def is_one(self, file: BinaryIO, name: str) -> bool:
        return file.read(6) == b"LINES\n"

    def look(self, file: BinaryIO, name: str) -> Found:
        return Found(format=self.id, name=self.name, questions=(ORDER,), people=("Sam", "Alex"), notes=("Made up.",))

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        file.seek(0)
        start = len(file.readline())
        for number, raw in enumerate(file):
            self.watch(number)
            place = Place(start, start + len(raw))
            start += len(raw)
            line = raw.decode().rstrip("\n")
            if line == "!":
                raise CannotReadError("The rest of this file cannot be read.")
            found = _LINE.match(line)
            if found is None:
                yield Skipped(place=place, why="This line has no time.")
                continue
            one, two, year, clock, sender, text = found.groups()
            day, month = (one, two) if answers.get("date-order", "dmy") == "dmy" else (two, one)
            kind = "call" if text == "(call)" else "message"
            yield Message(
                sent=f"{year}-{month}-{day}T{clock}",
                sent_as_written=f"{one}/{two}/{year} {clock}",
                sender=sender,
                text="" if kind == "call" else text,
                kind=kind,
                place=place,
            )


def chat(*lines: str) -> bytes:
    """A file of this kind."""
    return "".join(f"{line}\n" for line in ("LINES", *lines)).encode()
