"""A Facebook Messenger or Instagram download as pages: the zip, or one `message_1.html`.

It may be all she has. The pages give times to the minute or second on a clock they do not name (UTC in some
downloads, the account's own zone in others), so no zone is put to them and she is told. What kind of entry it is (a
call, one taken back) stands in words only, in any language, and is left as words.

Bounds: 16 bytes for each message of one page, one block of 32 MiB, the names in a zip.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from daybook.intake.downloads.between import Between
from daybook.intake.downloads.given import Shelf
from daybook.intake.downloads.html_blocks import Node, block
from daybook.intake.downloads.html_marks import MARK_LIMIT
from daybook.intake.downloads.leftover import also, left_over
from daybook.intake.downloads.oldest_first import Places, read_pieces
from daybook.intake.downloads.page import page, page_places
from daybook.intake.downloads.parts import DamagedPartError, Download, Part
from daybook.intake.downloads.walked import BROKEN, DAMAGED
from daybook.intake.downloads.window import BrokenOffError
from daybook.intake.downloads.written_dates import written
from daybook.intake.format import Answers, CannotReadError, Found
from daybook.intake.message import Message, Place, Skipped
from daybook.intake.meta.conversations import conversations, is_page
from daybook.intake.meta.layout import BITS, begins_anew, is_block, is_said, message, people, when

ORDER = 44
HEAD = 256 << 10
SOME = 5
_NAMED = re.compile(r"message_\d+[^/]*\.html?$")
_WORDS = re.compile(rb"""class=["'][^"']*(?:_a6-p|_2let)["']>\s*<div>\s*<div></div>\s*<div>""")
"""How the words of a message stand in the layouts seen, for a page under a name of her own."""
_OTHERS = re.compile(
    r"post|comment|reaction|like|stor(?:y|ies)|profile|friend|follow|event|group|search|login", re.IGNORECASE
)
_LONG = "This part of the page is longer than any message, so it was left as it is."
_PEOPLE = "This says who takes part in the chat; it is not a message."
_NO_TIME = "This says nobody's time, as a message does, so it was not read as one. It is kept with the page."
_CLOCK = (
    "These pages do not say in which country their clock hangs, so a time may be hours off. "
    "The same download as JSON has exact times."
)


class Pages:
    """One page of a conversation walked once: where its blocks stand, and which way round it runs."""

    def __init__(self, part: Part) -> None:
        self.part, self.places, self.between = part, Places(), Between(bits=BITS)
        self.skipped: list[Skipped] = []

    def walk(self) -> Pages:
        """Go through the page."""
        for one in page_places(self.part, is_block, self.between, anew=begins_anew):
            if isinstance(one, Skipped):
                self.skipped.append(one)
            else:
                self.places.add(*one)
        self._leave_half()
        return self

    def _leave_half(self) -> None:
        """What is left of a last message without its time, because the page breaks off in it, is no message."""
        off = self.skipped[-1] if self.skipped and self.skipped[-1].why == BROKEN else None
        if not off or not len(self.places):
            return
        last, is_whole = self._node(len(self.places) - 1)
        if last is not None and (when(last) is None or not is_whole):
            start, _ = self.places.take_last()
            self.skipped[-1] = Skipped(place=Place(start, off.place.end, self.part.name), why=BROKEN)

    @property
    def is_newest_first(self) -> bool:
        """By the first and the last time on the page; where they do not tell, pages run from the newest on."""
        first, last = self._time(range(len(self.places))), self._time(range(len(self.places) - 1, -1, -1))
        return not (first and last) or first >= last

    def _time(self, order: Iterable[int]) -> str:
        """The first time in this order, "" where the first few blocks have none."""
        for index in list(itertools.islice(order, SOME)):
            node, _ = self._node(index)
            written_there = when(node) if node else None
            if written_there:
                return written(written_there)
        return ""

    def _node(self, index: int) -> tuple[Node | None, bool]:
        """The block of this number, None for one that is too long; and whether it ends with a mark, not in words."""
        one = Places()
        one.add(self.places.starts[index], self.places.ends[index])
        ((at, _, raw),) = read_pieces(self.part, one, turned=False, limit=MARK_LIMIT)
        return block(raw, at) if raw else None, raw is not None and raw.endswith(b">")


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
                return any(is_page(part.head(HEAD)) for one in found for part in one.parts)
            head = download.parts[0].head(HEAD)
        except CannotReadError:
            return False
        own = _WORDS.search(head) is not None and _OTHERS.search(name) is None
        return is_page(head) and (own or _NAMED.search(name) is not None or b"Participants" in head)

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
    for node in page(part, is_block, Between(bits=BITS), too_long=_LONG, anew=begins_anew):
        if isinstance(node, Node):
            return people(node) if when(node) is None else ()
    return ()


def _page(pages: Pages, shelf: Shelf) -> Iterator[Message | Skipped]:
    part, title, before = pages.part, pages.between.heading.title, ""
    at = len(pages.places) and pages.places.starts[0]
    try:
        for at, end, raw in read_pieces(part, pages.places, turned=pages.is_newest_first, limit=MARK_LIMIT):
            place = Place(at, end, part.name)
            node = block(raw, at) if raw is not None else None
            if node is None or when(node) is None:
                yield Skipped(place=place, why=_LONG if node is None else _NO_TIME if is_said(node) else _PEOPLE)
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
