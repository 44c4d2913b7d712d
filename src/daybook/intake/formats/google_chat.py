"""Google Chat from Takeout: one `messages.json`, or the zip with its groups, members and files.

`created_date` is written out in words with "UTC" ("Thursday, November 3, 2016 at 11:59:50 AM UTC", with a narrow
space in newer ones). Earlier versions of a message stand in `previous_message_versions`, a deleted one has no text. A
file named with `?` in the JSON is there with `_`.

Bounds: one element of up to 8 MiB, the names in a zip, and the members of one group.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.downloads.given import Shelf, missing
from daybook.intake.downloads.json_pieces import Path, Wish
from daybook.intake.downloads.json_values import Fields, decoded, each, fields, rest, words
from daybook.intake.downloads.leftover import also, left_over
from daybook.intake.downloads.parts import Download, Part, holds_any
from daybook.intake.downloads.walked import walked
from daybook.intake.downloads.written_dates import written
from daybook.intake.format import Answers, Found
from daybook.intake.message import Flag, Given, Message, Place, Skipped

ORDER = 42
HEAD = 64 << 10
_KNOWN = {"creator", "created_date", "text", "attached_files"}
_NO_MESSAGE = "This is not a message in a shape that is known, so it was left as it is."
_PAIR = 2


class Group:
    """Who is in a group and what it is called, from the `group_info.json` beside its messages."""

    def __init__(self, told: Fields, owner: str) -> None:
        self.owner = owner
        self.members = {words(one.get("email")): words(one.get("name")) for one in each(told.get("members"))}
        others = [name for email, name in self.members.items() if email != owner]
        self.name = words(told.get("name")) or (others[0] if owner and len(others) == 1 else "")


class GoogleChat:
    """The format; see the module."""

    id = "google-chat"
    name = "Google Chat messages from Takeout"

    def is_one(self, file: BinaryIO, name: str) -> bool:  # noqa: ARG002
        """As `Format.is_one`."""
        return holds_any(file, _chats)

    def look(self, file: BinaryIO, name: str) -> Found:  # noqa: ARG002
        """As `Format.look`."""
        download = Download(file)
        groups = [_group(download, part, "") for part in _chats(download)]
        people = dict.fromkeys(one for group in groups for one in group.members.values() if one)
        return Found(format=self.id, name=self.name, people=tuple(people))

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:  # noqa: ARG002
        """As `Format.read`."""
        download = Download(file)
        found, shelf, owner = _chats(download), Shelf(download.parts), _owner(download)
        for part in found:
            download.count(part)
            yield from _chat(part, _group(download, part, owner), shelf)
        yield from left_over(download, shelf, found)


def _chats(download: Download) -> list[Part]:
    parts = [one for one in download.parts if not one.name or posixpath.basename(one.name) == "messages.json"]
    return [one for one in parts if _is_chat(one.head(HEAD))]


def _is_chat(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") and all(
        mark in head for mark in (b'"messages"', b'"creator"', b'"created_date"')
    )


def _small(part: Part) -> Fields:
    value = decoded(part.head(4 << 20))
    return fields(value[0]) if value else {}


def _owner(download: Download) -> str:
    """The address of whose export it is; "" unless exactly one is named."""
    users = [one for one in download.parts if posixpath.basename(one.name) == "user_info.json"]
    found = {words(fields(_small(one).get("user")).get("email")) for one in users[:8]} - {""}
    return found.pop() if len(found) == 1 else ""


def _group(download: Download, part: Part, owner: str) -> Group:
    name = posixpath.join(posixpath.dirname(part.name), "group_info.json")
    return Group(next((_small(one) for one in download.parts if part.name and one.name == name), {}), owner)


def _wanted(path: Path) -> Wish:
    if path in {(), ("messages",)}:
        return Wish.ENTER
    return Wish.TAKE if path == ("messages", "*") else Wish.PASS


def _chat(part: Part, group: Group, shelf: Shelf) -> Iterator[Message | Skipped]:
    for piece in walked(part, _wanted):
        if isinstance(piece, Skipped):
            yield piece
            continue
        place = Place(piece.start, piece.end, part.name)
        value = decoded(piece.raw) if piece.raw is not None else None
        if value is None or not fields(value[0]):
            yield Skipped(place=place, why=_NO_MESSAGE)
        else:
            one = _message(fields(value[0]), place, group, shelf)
            yield also(one, "mended") if value[1] else one


def _message(value: Fields, place: Place, group: Group, shelf: Shelf) -> Message:
    creator = fields(value.get("creator"))
    email, text = words(creator.get("email")), words(value.get("text"))
    earlier = each(value.get("previous_message_versions"))
    date = words(value.get("created_date")) or next(
        (words(one["created_date"]) for one in earlier if "created_date" in one), ""
    )
    attachments = _files(value, place.part, shelf)
    flags: list[Flag] = [*missing(attachments)]
    if any("text" in one and words(one["text"]) != text for one in earlier):
        flags.append("edited")
    if group.owner and email:
        flags.append("sent" if email == group.owner else "received")
    if len(group.members) > _PAIR:
        flags.append("group")
    is_gone = value.get("message_state") == "DELETED" or "deletion_metadata" in value
    return Message(
        sent=written(date),
        sent_as_written=date,
        sender=words(creator.get("name")) or email,
        text=text,
        place=place,
        kind="deleted" if is_gone else "message",
        flags=tuple(flags),
        attachments=attachments,
        to=tuple(one for mail, one in group.members.items() if mail != email) if len(group.members) == _PAIR else (),
        chat=group.name,
        headers=(("email", email), *rest(value, _KNOWN)) if email else rest(value, _KNOWN),
    )


def _files(value: Fields, part: str, shelf: Shelf) -> tuple[Given, ...]:
    return tuple(
        shelf.given(
            words(one.get("export_name")).replace("?", "_"),
            beside=part,
            name=words(one.get("original_name")),
        )
        for one in each(value.get("attached_files"))
    )


format = GoogleChat()  # noqa: A001 - the name every format has
