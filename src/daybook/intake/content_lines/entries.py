"""What stands between BEGIN and END, one entry at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from daybook.intake.content_lines.properties import Property, properties
from daybook.intake.message import Given, Place, Skipped

_MOST = 5_000
_DEEPEST = 20
_LONGEST = 8 << 20
_NEVER_ENDS = "This entry has no end, so it was not read: it could be missing a part."


class Entry(NamedTuple):
    """One entry: what it is, its place, and its own properties. Those of an alarm inside it are left out."""

    kind: str
    place: Place
    properties: list[Property]

    def first(self, name: str) -> Property | None:
        """Its first property of this name."""
        return next((one for one in self.properties if one.name == name), None)

    def value(self, name: str) -> str:
        """The value of its first property of this name, "" where there is none."""
        found = self.first(name)
        return found.value if found else ""

    def mended(self) -> bool:
        """Whether a byte in it was no text."""
        return any(one.mended for one in self.properties)

    def given(self) -> tuple[Given, ...]:
        """What it carries in base64, with its bytes in the original."""
        return tuple(
            Given(name=_name(one), media=_media(one), start=one.carried[0], end=one.carried[1], encoding="base64")
            for one in self.properties
            if one.carried
        )


def _name(one: Property) -> str:
    names = (one.parameters.get(key, "") for key in ("FILENAME", "X-FILENAME", "X-APPLE-FILENAME"))
    return next((name for name in names if name), one.name.lower())


def _media(one: Property) -> str:
    told = one.parameters.get("MEDIATYPE") or one.parameters.get("FMTTYPE")
    kind = one.parameters.get("TYPE", "").partition(",")[0].lower()
    return told or (f"image/{kind}" if one.name in {"PHOTO", "LOGO"} and kind else "")


class Entries:
    """Every entry of these kinds in a file; `around` are the wrappings that are no content, all else is skipped."""

    def __init__(self, file: BinaryIO, kinds: frozenset[str], around: frozenset[str]) -> None:
        self._properties = properties(file)
        self._kinds, self._around = kinds, around
        self._open: list[str] = []
        self._entry: Entry | None = None
        self._size, self._too_big, self._end = 0, False, 0

    def __iter__(self) -> Iterator[Entry | Skipped]:
        for one in self._properties:
            if isinstance(one, Skipped):
                yield one
                continue
            self._end = one.place.end
            what = one.value.strip().upper()
            if one.name == "BEGIN":
                yield from self._begin(one, what)
            elif one.name == "END":
                yield from self._finish(one, what)
            elif self._entry is not None:
                self._add(one)
            elif not (self._open and set(self._open) <= self._around):
                yield Skipped(place=one.place, why="This line stands in no entry.")
        if self._entry is not None:
            yield Skipped(place=Place(self._entry.place.start, self._end), why=_NEVER_ENDS)
        elif self._open:
            why = "The file stops before its end, as a copy does that was broken off. What comes after is not in it."
            yield Skipped(place=Place(self._end, self._end), why=why)

    def _begin(self, one: Property, what: str) -> Iterator[Skipped]:
        if what in self._kinds:
            if self._entry is not None:
                yield Skipped(place=Place(self._entry.place.start, one.place.start), why=_NEVER_ENDS)
                del self._open[self._open.index(self._entry.kind) :]
            self._entry = Entry(what, one.place, [])
            self._size, self._too_big = 0, False
        elif self._entry is None and what not in self._around:
            yield Skipped(place=one.place, why="A kind of entry that is not known here.")
        if len(self._open) < _DEEPEST or what in self._kinds:
            self._open.append(what)
        else:
            yield Skipped(place=one.place, why="Entries here stand inside each other deeper than any program writes.")

    def _add(self, one: Property) -> None:
        entry = self._entry
        assert entry is not None
        if self._open[-1] != entry.kind:
            return
        self._size += len(one.value)
        self._too_big = self._too_big or len(entry.properties) >= _MOST or self._size > _LONGEST
        if not self._too_big:
            entry.properties.append(one)

    def _finish(self, one: Property, what: str) -> Iterator[Entry | Skipped]:
        if what not in self._open:
            yield Skipped(place=one.place, why="An end without a beginning.")
            return
        del self._open[len(self._open) - 1 - self._open[::-1].index(what) :]
        entry = self._entry
        if entry is None or entry.kind in self._open:
            return
        place = Place(entry.place.start, one.place.end)
        self._entry = None
        if what != entry.kind:
            yield Skipped(place=place, why=_NEVER_ENDS)
        elif self._too_big:
            yield Skipped(place=place, why="This entry is longer than any that is read.")
        else:
            yield entry._replace(place=place)
