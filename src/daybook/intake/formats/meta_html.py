"""A Facebook Messenger or Instagram download as pages: the zip, or one `message_1.html`.

It may be all she has. The pages give times to the minute or second on a clock they do not name (UTC in some
downloads, the account's own zone in others), so no zone is put to them and she is told. What kind of entry it is (a
call, one taken back) stands in words only, in any language, and is left as words.

Bounds: 16 bytes for each message of one page, one block of 32 MiB, the names in a zip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.downloads.given import Shelf
from daybook.intake.downloads.html_blocks import Node, block
from daybook.intake.downloads.html_marks import MARK_LIMIT
from daybook.intake.downloads.leftover import also, left_over
from daybook.intake.downloads.oldest_first import Places, read_pieces
from daybook.intake.downloads.page import Heading, page
from daybook.intake.downloads.parts import DamagedPartError, Download, Part
from daybook.intake.downloads.walked import DAMAGED
from daybook.intake.downloads.window import BrokenOffError
from daybook.intake.downloads.written_dates import written
from daybook.intake.format import Answers, CannotReadError, Found
from daybook.intake.message import Message, Place, Skipped
from daybook.intake.meta.conversations import conversations, is_page
from daybook.intake.meta.layout import is_block, message, people, when

ORDER = 44
HEAD = 256 << 10
_NAMED = re.compile(r"message_\d+[^/]*\.html?$")
_LONG = "This part of the page is longer than any message, so it was left as it is."
_PEOPLE = "This says who takes part in the chat; it is not a message."
_CLOCK = (
    "These pages do not say in which country their clock hangs, so a time may be hours off. "
    "The same download as JSON has exact times."
)


class Pages:
    """One page of a conversation walked once: where its messages stand, and which way round it runs."""

    def __init__(self, part: Part) -> None:
        self.part, self.places, self.heading = part, Places(), Heading()
        self.first = self.last = ""
        self.people: tuple[str, ...] = ()
        self.skipped: list[Skipped] = []

    def walk(self) -> Pages:
        """Go through the page."""
        for node in page(self.part, is_block, self.heading, too_long=_LONG):
            if isinstance(node, Skipped):
                self.skipped.append(node)
            elif (at := when(node)) is None:
                self.people = self.people or people(node)
                self.skipped.append(Skipped(place=Place(node.start, node.end, self.part.name), why=_PEOPLE))
            else:
                self.places.add(node.start, node.end)
                self.last = at
                self.first = self.first or at
        self.first, self.last = written(self.first), written(self.last)
        return self


class MetaHtml:
    """The format; see the module."""

    id = "meta-html"
    name = "A Facebook Messenger or Instagram download (web pages)"

    def is_one(self, file: BinaryIO, name: str) -> bool:
        """As `Format.is_one`."""
        try:
            download = Download(file)
            if download.is_zip:
                found = conversations(download, "html")
                return any(is_page(part.head(HEAD)) for one in found for part in one.parts[:1])
            head = download.parts[0].head(HEAD)
        except CannotReadError:
            return False
        return is_page(head) and (_NAMED.search(name) is not None or b"Participants" in head)

    def look(self, file: BinaryIO, name: str) -> Found:  # noqa: ARG002
        """As `Format.look`."""
        found = conversations(Download(file), "html")
        names: dict[str, None] = {}
        for one in found:
            names |= dict.fromkeys(_people(one.parts[-1]))
        notes = [_CLOCK, *([f"{len(found):,} chats."] if len(found) > 1 else [])]
        return Found(format=self.id, name=self.name, people=tuple(names), notes=tuple(notes))

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:  # noqa: ARG002
        """As `Format.read`: chat by chat, each from its oldest message on."""
        download = Download(file)
        found, shelf = conversations(download, "html"), Shelf(download.parts)
        for conversation in found:
            for part in conversation.parts:
                download.count(part)
                yield from _page(Pages(part).walk(), shelf)
        yield from left_over(download, shelf, [part for one in found for part in one.parts])


def _people(part: Part) -> tuple[str, ...]:
    for node in page(part, is_block, Heading(), too_long=_LONG):
        if isinstance(node, Node):
            return people(node) if when(node) is None else ()
    return ()


def _page(pages: Pages, shelf: Shelf) -> Iterator[Message | Skipped]:
    part, title, before = pages.part, pages.heading.title, ""
    turned = not (pages.first and pages.last) or pages.first >= pages.last
    at = len(pages.places) and pages.places.starts[0]
    try:
        for at, end, raw in read_pieces(part, pages.places, turned=turned, limit=MARK_LIMIT):
            place = Place(at, end, part.name)
            node = block(raw, at) if raw is not None else None
            if node is None:
                yield Skipped(place=place, why=_LONG)
                continue
            one = message(node, place, chat=title, shelf=shelf)
            if raw and "\ufffd".encode() not in raw and any("\ufffd" in said for said in (one.text, one.sender)):
                one = also(one, "mended")
            yield also(one, "out-of-order") if one.sent and one.sent < before else one
            before = max(before, one.sent)
    except (DamagedPartError, BrokenOffError):
        yield Skipped(place=Place(at, part.size, part.name), why=DAMAGED)
    yield from pages.skipped


format = MetaHtml()  # noqa: A001 - the name every format has
