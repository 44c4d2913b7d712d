"""Who wrote a message: the name before the colon, told from colons inside a name and from the program's own lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from daybook.intake.whatsapp.marks import MARKS, readable
from daybook.intake.whatsapp.phrases import is_system, phrases

LONGEST_NAME = 128
_MOST_NAMES = 20_000
_ENOUGH, _WORDS = 3, 3
_COLON = re.compile(r":(?= |$|[" + MARKS + r"\r])")
_ANY_COLON = re.compile(r":")
_PAIRS = {
    "\u201c": "\u201d\u201c",
    "\u201e": "\u201c\u201d",
    "\u00ab": "\u00bb",
    "\u300c": "\u300d",
    "\u201d": "\u201d",
}


class Said(NamedTuple):
    """The first line of a message taken apart. `sender` is "" for a line of the program; `text` begins at `at`."""

    sender: str
    at: int
    sure: bool
    name: str


@dataclass
class Names:
    """What was learned about the names of one chat."""

    tight: bool = False
    """No space after the colon anywhere in this file."""

    long_names: dict[str, str] = field(default_factory=dict)
    """Names with a colon in them, by what stands before it."""

    unsure: dict[str, str] = field(default_factory=dict)
    """What stands before the colon, where the name may go on to a second one, and the name it would be then."""

    def said(self, line: str) -> Said:
        """Who wrote this first line of a message, and where the words begin."""
        for end, begin in colons(line, tight=self.tight):
            name = line[:end]
            if not is_name(name):
                break
            longer = self.long_names.get(name)
            if longer is not None and line.startswith(longer + ":"):
                at = _after(line, len(longer), tight=self.tight)
                return Said(longer.strip(MARKS), at, sure=True, name="")
            unsure = self.unsure.get(name)
            sure = unsure is None or not line.startswith(unsure + ":")
            return Said(name.strip(MARKS), begin, sure, name if longer is None and unsure is None else "")
        return Said("", 0, sure=True, name="")


def colons(line: str, *, tight: bool = False) -> Iterator[tuple[int, int]]:
    """Where a name could end in this line, and where the words would begin then."""
    for found in (_ANY_COLON if tight else _COLON).finditer(line, 0, LONGEST_NAME * 2):
        yield found.start(), _after(line, found.start(), tight=tight)


def _after(line: str, colon: int, *, tight: bool) -> int:
    return colon + 1 + (not tight and line[colon + 1 : colon + 2] == " ")


def is_name(text: str) -> bool:
    """Whether this can be a name: short, not a sentence of the program, and without a quotation left open."""
    bare = text.strip(MARKS)
    if not bare.strip() or len(bare) > LONGEST_NAME or bare.count('"') % 2:
        return False
    for opening, closing in _PAIRS.items():
        at = bare.rfind(opening)
        if at >= 0 and not any(sign in bare[at + 1 :] for sign in closing) and not bare.count(opening) > 1:
            return False
    return not is_system(bare)


@dataclass
class _Count:
    lines: int = 0
    single: int = 0
    longer: dict[str, int] = field(default_factory=dict)


class Learning:
    """Gathers first lines, and says what the names are."""

    def __init__(self) -> None:
        self._counts: dict[str, _Count] = {}
        self._spaced = 0
        self._tight: dict[str, int] = {}
        self._certain: dict[bytes, int] = {}

    def add(self, rest: bytes) -> None:
        """One message, without its head."""
        begin = rest.partition(b": ")[0]
        if begin in self._certain:
            self._certain[begin] += 1
        else:
            self._look_at(rest.partition(b"\n")[0].decode("utf-8", "surrogateescape"))

    def _look_at(self, line: str) -> None:
        at = line.find(":")
        if at > 0 and is_name(line[:at]):
            if line[at + 1 : at + 2] in " \r" + MARKS:
                self._spaced += 1
            elif len(self._tight) < _MOST_NAMES:
                self._tight[line[:at]] = self._tight.get(line[:at], 0) + 1
        ends = [end for end, _ in colons(line)][:2]
        name = line[: ends[0]] if ends else ""
        if not is_name(name) or (name not in self._counts and len(self._counts) >= _MOST_NAMES):
            return
        count = self._counts.setdefault(name, _Count())
        count.lines += 1
        count.single += len(ends) == 1
        if count.single > _ENOUGH and line.startswith(name + ": "):
            self._certain.setdefault(name.encode("utf-8", "surrogateescape"), 0)
        if len(ends) > 1 and len(count.longer) < _ENOUGH:
            longer = line[: ends[1]]
            count.longer[longer] = count.longer.get(longer, 0) + 1

    def names(self, title: str = "") -> Names:
        """What was learned. `title` is the name of the chat as its file says it, or ""."""
        names = Names(tight=self._is_tight())
        for name, count in self._counts.items():
            if count.single or len(count.longer) != 1:
                continue
            longer, times = next(iter(count.longer.items()))
            addition = longer[len(name) + 1 :]
            if times != count.lines or not _could_be_of_a_name(addition):
                continue
            if times >= _ENOUGH or _same(title, longer):
                names.long_names[name] = longer
            elif not _same(title, name):
                names.unsure[name] = longer
        return names

    def people(self) -> tuple[str, ...]:
        """The names seen, those who wrote most first."""
        certain = {name.decode("utf-8", "surrogateescape"): times for name, times in self._certain.items()}
        lines = {name: count.lines + certain.get(name, 0) for name, count in self._counts.items()}
        ranked = sorted((self._tight if self._is_tight() else lines).items(), key=lambda item: -item[1])
        return tuple(dict.fromkeys(readable(name).strip(MARKS) for name, _ in ranked))

    def _is_tight(self) -> bool:
        return sum(self._tight.values()) > 4 * (self._spaced + sum(self._certain.values()))


def _could_be_of_a_name(addition: str) -> bool:
    """Whether a few words before a second colon could belong to a name."""
    bare = addition.strip()
    own = bare in phrases().place or bare in phrases().poll or any(sign in bare for sign in "<>/" + MARKS)
    return not own and len(addition) <= LONGEST_NAME // 4 and len(addition.split()) <= _WORDS


def _same(title: str, name: str) -> bool:
    """Whether a chat's title, in which signs a file name cannot hold were replaced, is this name."""
    letters = [re.sub(r"[\W_]+", " ", text).strip() for text in (title, name)]
    return bool(letters[0]) and letters[0] == letters[1]
