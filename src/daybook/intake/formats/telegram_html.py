"""A Telegram export as web pages, which is what Telegram Desktop writes unless it is asked for JSON.

One `messages.html` with up to a thousand messages and then `messages2.html`, `messages3.html`, …, alone or in a zip of
the folder; an export of everything has such a folder for each chat. Shape after Telegram Desktop's own writer, which
writes English words whatever language it is set to. A message names its sender only where that changes, a line of the
program has no clock, and the zone beside a clock is the winter one all year: what that means for a time stands in
`telegram.bubble`. Pages do not say that a message was edited, nor which chat is a group.

Bounds: one message of up to 50,000 marks, the names in a zip.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.downloads.between import STRAY, Between
from daybook.intake.downloads.given import Shelf
from daybook.intake.downloads.html_marks import unescaped
from daybook.intake.downloads.leftover import left_over
from daybook.intake.downloads.page import page
from daybook.intake.downloads.parts import Download, Part, holds_any
from daybook.intake.format import Answers, Found
from daybook.intake.message import Message, Place, Skipped
from daybook.intake.telegram.before import Before
from daybook.intake.telegram.bubble import begins_anew, is_block, is_day, is_link_on, message, service, title
from daybook.intake.telegram.element import UNSUPPORTED

ORDER = 42  # after its JSON, which says more
HEAD = 64 << 10
_PAGE = re.compile(rb"""class=["']message (?:default clearfix|service)""")
_NUMBERED = re.compile(r"messages(\d{0,6})\.html$")
_NAME = re.compile(rb"""<div class=["']from_name["']>\s*([^<>]{1,200}?)\s*(?: via @\w+\s*)?<""")
_DRESS = re.compile(r"(?:^|/)(?:css/style\.css|js/script\.js|images/(?:back|media_|section_)[a-z_]*(?:@2x)?\.png)$")
_LONG = "This part of the page is longer than any message, so it was left as it is."
_LOOK = "What lies in this folder is only there for the look of the pages. It is no message and is kept with the zip."
_NOT_SUPPORTED = "This message is not supported by"
_OF_MESSAGE = ("body", "from_name")
_CLOCK = (
    "The times are from the clock of the computer that made these pages. Telegram writes the winter zone beside them "
    "even in summer, so that zone is not counted in. Exported as JSON, the same chat has exact times."
)


class TelegramHtml:
    """The format; see the module."""

    id = "telegram-html"
    name = "A Telegram export (web pages)"

    def is_one(self, file: BinaryIO, name: str) -> bool:  # noqa: ARG002
        """As `Format.is_one`."""
        return holds_any(file, _chats)

    def look(self, file: BinaryIO, name: str) -> Found:  # noqa: ARG002
        """As `Format.look`."""
        chats = _chats(Download(file))
        names = [one for parts in chats for one in _NAME.findall(parts[0].head(HEAD))]
        notes = [_CLOCK, *([f"{len(chats):,} chats."] if len(chats) > 1 else [])]
        people = tuple(dict.fromkeys(unescaped(one).strip() for one in names))
        return Found(format=self.id, name=self.name, people=people, notes=tuple(notes))

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:  # noqa: ARG002
        """As `Format.read`: chat by chat, each from its first page on."""
        download = Download(file)
        chats, shelf = _chats(download), Shelf(download.parts)
        for parts in chats:
            before = Before()
            for part in parts:
                download.count(part)
                yield from _page(part, before, shelf)
        dress = [one for name, one in shelf.left.items() if _DRESS.search(name)]
        folders = dict.fromkeys(posixpath.dirname(one.name) for one in dress)
        yield from (Skipped(place=Place(0, 0, folder), why=_LOOK) for folder in folders)
        yield from left_over(download, shelf, [*dress, *(part for parts in chats for part in parts)])


def _chats(download: Download) -> list[list[Part]]:
    """The pages of each chat in their order; a page by itself may be called anything."""
    if not download.is_zip:
        return [download.parts] if _PAGE.search(download.parts[0].head(HEAD)) else []
    folders: dict[str, list[tuple[int, Part]]] = {}
    for part in download.parts:
        found = _NUMBERED.fullmatch(posixpath.basename(part.name))
        if found and _PAGE.search(part.head(HEAD)):
            folders.setdefault(posixpath.dirname(part.name), []).append((int(found[1] or 1), part))
    return [[part for _, part in sorted(parts, key=lambda one: one[0])] for parts in folders.values()]


def _page(part: Part, before: Before, shelf: Shelf) -> Iterator[Message | Skipped]:
    for node in page(part, is_block, Between(is_link_on), too_long=_LONG, anew=begins_anew):
        if isinstance(node, Skipped):
            before.lost()
            yield node
            continue
        place = Place(node.start, node.end, part.name)
        if "page_header" in node.classes:
            before.chat = title(node)
            if any(node.first(of_class=one) for one in _OF_MESSAGE):
                before.lost()
                yield Skipped(place=place, why=STRAY)
        elif "service" not in node.classes:
            yield message(node, place, before, shelf)
        elif is_day(node):
            before.day = node.text().strip()
        else:
            one = service(node, place, before, shelf)
            unsupported = one.text.startswith(_NOT_SUPPORTED)
            yield Skipped(place=place, why=UNSUPPORTED) if unsupported else one


format = TelegramHtml()  # noqa: A001 - the name every format has
