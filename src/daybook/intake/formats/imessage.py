"""iMessage and SMS of an iPhone or Mac, as the usual exporters write them: there is no export of Apple's own.

imessage-exporter's text and pages (one file for each chat, alone or zipped together), shapes after its own writers, and
iMazing's CSV, columns as public importers of it name them. All give the clock of the computer that made the export
and no zone. Of a reply that is written twice only the one in its own place is a message.

Bounds: one line of up to 8 MiB or one element of up to 50,000 marks, the names in a zip.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import BinaryIO, Literal, cast

import msgspec

from daybook.intake.call_log.headings import headings
from daybook.intake.call_log.order import ASKED, Dates, dates_in, question, told_order
from daybook.intake.downloads.between import Between
from daybook.intake.downloads.given import Shelf
from daybook.intake.downloads.leftover import left_over
from daybook.intake.downloads.lines import lines
from daybook.intake.downloads.page import page
from daybook.intake.downloads.parts import DamagedPartError, Download, Part
from daybook.intake.downloads.unpacked import Unpacked
from daybook.intake.downloads.walked import DAMAGED
from daybook.intake.format import Answers, CannotReadError, Found
from daybook.intake.imessage.bubbles import is_block, read_bubble
from daybook.intake.imessage.plain import TIME, read_plain
from daybook.intake.imessage.table import read_table, split_by
from daybook.intake.message import Message, Place, Skipped

ORDER = 45
HEAD = 64 << 10
SNIFFED = 2_000
_TEXT = re.compile(rb"(?:\xef\xbb\xbf)?\r?\n?" + TIME.encode() + rb"(?: \(Read by [^\n]*\)| [^\n]+)?\r?\n[^\n]*\n")
_PAGE = re.compile(
    rb'<div class="message">\s*<div class="(?:sent|received)\b'
    rb'|<div class ?="announcement"><p><span class="timestamp">'
)
_LONG = "This part of the page is longer than any message, so it was left as it is."
_CLOCK = "The times are those of the computer the export was made on; the file does not say in which country it was."
Shape = Literal["text", "page", "table", ""]


class IMessage:
    """The format; see the module."""

    id = "imessage"
    name = "Messages from an iPhone or Mac"

    def is_one(self, file: BinaryIO, name: str) -> bool:  # noqa: ARG002
        """As `Format.is_one`."""
        try:
            return any(_shape(part) for part in _likely(Download(file)))
        except CannotReadError:
            return False

    def look(self, file: BinaryIO, name: str) -> Found:  # noqa: ARG002
        """As `Format.look`."""
        dates = [found for part in _likely(Download(file)) if (found := _dates(part))]
        asked = next((question(one) for one in dates if one.open and not one.order), None)
        return Found(format=self.id, name=self.name, notes=(_CLOCK,), questions=(asked,) if asked else ())

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        """As `Format.read`."""
        del name
        download, told = Download(file), answers.get(ASKED, "")
        found, shelf = [part for part in _likely(download) if _shape(part)], Shelf(download.parts)
        for part in found:
            download.count(part)
            chat, at = posixpath.splitext(posixpath.basename(part.name))[0], 0
            try:
                for one in _read(part, shelf, told):
                    at = one.place.end
                    is_named = isinstance(one, Message) and not one.chat and chat
                    yield msgspec.structs.replace(one, chat=chat) if is_named else one
            except DamagedPartError:
                yield Skipped(place=Place(at, part.size, part.name), why=DAMAGED)
        yield from left_over(download, shelf, found)


def _likely(download: Download) -> list[Part]:
    ends = (".txt", ".html", ".csv")
    return [one for one in download.parts if not one.name or one.name.lower().endswith(ends)][:SNIFFED]


def _shape(part: Part) -> Shape:
    head = part.head(HEAD)
    if _TEXT.match(head):
        return "text"
    if _PAGE.search(head):
        return "page"
    return "table" if split_by(head) else ""


def _dates(part: Part) -> Dates | None:
    """What the dates of a table show; None for what is none."""
    if _shape(part) != "table":
        return None
    opened = cast("BinaryIO", Unpacked(part))
    heads = headings(opened, of_texts=True)
    return dates_in(opened, heads) if heads else None


def _read(part: Part, shelf: Shelf, told: str) -> Iterator[Message | Skipped]:
    shape = _shape(part)
    if shape == "text":
        yield from read_plain(lines(part.open()), part.name, shelf)
    elif shape == "table":
        dates = _dates(part)
        order = told_order(dates, told) if dates else ""
        yield from read_table(lines(part.open()), part.name, split_by(part.head(HEAD)), shelf, order)
    else:
        before = ""
        for node in page(part, is_block, Between(), too_long=_LONG):
            if isinstance(node, Skipped):
                yield node
                continue
            for one in read_bubble(node, part.name, shelf, before):
                before = max(before, one.sent) if isinstance(one, Message) else before
                yield one


format = IMessage()  # noqa: A001 - the name every format has
