"""The head of a mail or of a part: its lines as they are written, and what the standard library reads in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.errors import MessageError
from email.headerregistry import BaseHeader
from email.policy import default
from email.utils import parsedate_to_datetime

from daybook.intake.mail.limits import QUOTES, VALUE

NAME = re.compile(rb"([!-9;-~]+)[ \t]*:")
"""How a line of a head begins."""
BROKEN = (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError, MessageError)
"""What the library raises over heads it was never meant to see."""
_TANGLED = "A line of a head is too long, or too tangled, to be taken apart. It is given as it is written."
_LOST = re.compile("[\ud800-\udfff]")
_FOLD = re.compile(r"\r?\n(?=[ \t])|\r|\n")


class Head:
    """The lines of one head. `defects` collects what the library found wrong in those that were asked for."""

    def __init__(self, written: bytes = b"", *, media: str = "text/plain") -> None:
        self.lines = tuple(_split(written))
        self._first: dict[str, bytes] = {}
        for name, value in self.lines:
            self._first.setdefault(name.lower(), value)
        self.defects: list[str] = []
        self.mended = False
        self._otherwise = media
        kind = self._read("content-type")
        self.media = str(getattr(kind, "content_type", "")) or media if kind is not None else media
        self._parameters: dict[str, str] = dict(getattr(kind, "params", {})) if kind is not None else {}
        place = self._read("content-disposition")
        self.disposition = str(getattr(place, "content_disposition", "") or "").lower()
        names = dict(getattr(place, "params", {})) if place is not None else {}
        self.file_name = self._clean(str(names.get("filename") or self._parameters.get("name") or ""))
        self.charset = self._clean(str(self._parameters.get("charset", ""))).strip()
        written_as = self.value("content-transfer-encoding")
        self.encoding = written_as.split(";")[0].split("(")[0].strip().lower()

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every line as it is written, folds and encoded words and all."""
        for name, value in self.lines:
            yield name, self._text(value)

    def value(self, name: str) -> str:
        """The first line of this name as it is written, without its folds; "" where there is none."""
        return _FOLD.sub("", self._text(self._first.get(name, b""))).strip()

    def words(self, name: str) -> str:
        """The first line of this name with its encoded words decoded."""
        header = self._read(name)
        return self._clean(str(header)) if header is not None else self.value(name)

    def people(self, name: str) -> tuple[str, ...]:
        """Every address in the lines of this name, as "Alex <alex@example.org>"; what is no address as it stands."""
        found: list[str] = []
        for one, written in self.lines:
            if one.lower() != name:
                continue
            value = _FOLD.sub("", self._text(written)).strip()
            header = self._parsed(name, value)
            try:
                found += [str(person) for person in getattr(header, "addresses", ())] or [str(header or value)]
            except BROKEN:
                found.append(value)
        return tuple(self._clean(person) for person in found if person.strip())

    @property
    def boundary(self) -> bytes:
        """What stands between the parts of this one; empty where it has none."""
        if not self.media.startswith("multipart/"):
            return b""
        boundary = self._parameters.get("boundary", "")
        return str(boundary).rstrip().encode("utf-8", "surrogateescape")

    @property
    def sent(self) -> str:
        """The moment in `Date`, ISO 8601 with its offset; without one where it gives none; "" where it is no date."""
        written = self.value("date")
        try:
            moment = parsedate_to_datetime(written[:200])
        except (*BROKEN, OverflowError):
            return ""
        if moment.tzinfo is None and re.search(r"-0000\b", written):
            moment = moment.replace(tzinfo=UTC)  # by RFC 5322: the time is known, where it was is not
        return _iso(moment)

    def _read(self, name: str) -> BaseHeader | None:
        value = self.value(name)
        return self._parsed(name, value) if value else None

    def _parsed(self, name: str, value: str) -> BaseHeader | None:
        if len(value) > VALUE or value.count('"') + value.count("\\") > QUOTES:
            self.defects.append(_TANGLED)
            return None
        try:
            header = default.header_factory(name, value)
        except BROKEN:
            self.defects.append("A line of a head is broken. It is given as it is written.")
            return None
        if getattr(header, "defects", ()):
            self.defects.append("A line of a head is not written as it would be by the rules of mail.")
        return header  # type: ignore[no-any-return]  # the library's own types leave the factory open

    def _text(self, value: bytes) -> str:
        try:
            return value.decode()
        except UnicodeDecodeError:
            self.mended = True
            return value.decode(errors="replace")

    def _clean(self, text: str) -> str:
        """Text without halves of letters, which the library leaves where it could not decode."""
        text = _LOST.sub("\N{REPLACEMENT CHARACTER}", text)
        self.mended = self.mended or "\N{REPLACEMENT CHARACTER}" in text
        return text


def _iso(moment: datetime) -> str:
    try:
        return moment.isoformat()
    except (ValueError, OverflowError):  # an offset of more than a day
        return ""


def _split(written: bytes) -> Iterator[tuple[str, bytes]]:
    """Names and values; a line that begins with a space goes on with the one before."""
    name, value = "", b""
    for line in written.split(b"\n"):
        if line[:1] in (b" ", b"\t") and name:
            value += b"\n" + line
            continue
        if name:
            yield name, value.strip(b" \t\r")
        found = NAME.match(line)
        name, value = (found[1].decode("ascii"), line[found.end() :]) if found else ("", b"")
    if name:
        yield name, value.strip(b" \t\r")
