"""A Telegram export as JSON (`result.json` by itself or in a zip of its folder): one chat, or all of them.

Shape after Telegram Desktop's own writer. `date` is the clock of the computer that made the export, without a zone;
`date_unixtime` is an instant and only there since version 3.7.6. `edited` is also written when somebody reacted, so
it is kept beside the message and never called an edit. A deleted account has no name (`from` is null); its number in
`from_id` still tells it apart. A chat brought into Telegram from elsewhere carries the times it was brought in.

Bounds: one element of up to 8 MiB, the names in a zip.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.downloads.given import Shelf
from daybook.intake.downloads.json_pieces import Path, Wish
from daybook.intake.downloads.json_values import decoded, fields, words
from daybook.intake.downloads.leftover import also, left_over
from daybook.intake.downloads.parts import Download, Part, holds_any
from daybook.intake.downloads.walked import walked
from daybook.intake.format import Answers, Found
from daybook.intake.message import Message, Place, Skipped
from daybook.intake.telegram.element import UNSUPPORTED, Chat, message

ORDER = 41
HEAD = 64 << 10
_CHAT = re.compile(
    rb'"type":\s*"(?:saved_messages|replies|verification_codes|personal_chat|bot_chat'
    rb'|(?:private|public)_(?:group|supergroup|channel))"'
)
_ALL = re.compile(rb'\s*\{\s*"about":.{0,4000}?"(?:personal_information|profile_pictures|contacts|chats)":', re.DOTALL)
_NO_MESSAGE = "This is not a message in a shape that is known, so it was left as it is."
_OTHER = "This part of the export holds no messages. It is kept with the file."
_ABOUT = frozenset({"name", "type", "id"})


class Telegram:
    """The format; see the module."""

    id = "telegram-json"
    name = "A Telegram export"

    def is_one(self, file: BinaryIO, name: str) -> bool:  # noqa: ARG002
        """As `Format.is_one`."""
        return holds_any(file, _results)

    def look(self, file: BinaryIO, name: str) -> Found:  # noqa: ARG002
        """As `Format.look`."""
        notes = ("A chat that was brought into Telegram from elsewhere shows the times it was brought in.",)
        head = b"".join(part.head(HEAD) for part in _results(Download(file)))
        names = re.findall(rb'"(?:from|actor)":\s*("(?:[^"\\]|\\.)*")', head)
        told = (decoded(one) for one in names)
        return Found(
            format=self.id,
            name=self.name,
            people=tuple(dict.fromkeys(words(one[0]) for one in told if one and one[0])),
            notes=notes,
        )

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:  # noqa: ARG002
        """As `Format.read`."""
        download = Download(file)
        found, shelf = _results(download), Shelf(download.parts)
        for part in found:
            download.count(part)
            yield from _part(part, shelf)
        yield from left_over(download, shelf, found)


def _results(download: Download) -> list[Part]:
    parts = [one for one in download.parts if not one.name or posixpath.basename(one.name) == "result.json"]
    return [one for one in parts if _is_export(one.head(HEAD).removeprefix(b"\xef\xbb\xbf"))]


def _is_export(head: bytes) -> bool:
    return head.lstrip().startswith(b"{") and bool(_CHAT.search(head) or _ALL.match(head))


def _inside(path: Path) -> Path:
    """The path within a chat, whether the export is one chat or a list of them."""
    return path[3:] if path[:1] in {("chats",), ("left_chats",)} else path


def _wanted(path: Path) -> Wish:
    inside = _inside(path)
    if inside in {(), ("messages",)}:
        return Wish.ENTER
    return Wish.TAKE if inside == ("messages", "*") or (len(inside) == 1 and inside[0] in _ABOUT) else Wish.PASS


def _part(part: Part, shelf: Shelf) -> Iterator[Message | Skipped]:
    chat, told = Chat(), frozenset[str]()
    for piece in walked(part, _wanted):
        if isinstance(piece, Skipped):
            yield piece
            continue
        inside, place = _inside(piece.path), Place(piece.start, piece.end, part.name)
        value = decoded(piece.raw) if piece.raw is not None else None
        if len(inside) == 1 and inside[0] in _ABOUT:
            if inside[0] in told:
                chat, told = Chat(), frozenset()
            told |= {inside[0]}
            setattr(chat, inside[0], words(value[0]) if value else "")
        elif inside != ("messages", "*"):
            yield Skipped(place=place, why=_OTHER)
        elif value is None or not fields(value[0]):
            yield Skipped(place=place, why=_NO_MESSAGE)
        elif fields(value[0]).get("type") == "unsupported":
            yield Skipped(place=place, why=UNSUPPORTED)
        else:
            told = _ABOUT  # whatever is told of a chat next is told of the next one
            one = message(fields(value[0]), place, chat, shelf)
            yield also(one, "mended") if value[1] else one


format = Telegram()  # noqa: A001 - the name every format has
