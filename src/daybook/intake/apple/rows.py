"""The messages in the database of an iPhone or a Mac, row by row, each with its chat and its files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from daybook.intake.apple.archived import earlier, moment, words_of
from daybook.intake.apple.database import DamagedDatabaseError, Database
from daybook.intake.message import Flag, Given, Kind, Message, Place

_WANTED = (
    "text", "date", "is_from_me", "handle_id", "attributedBody", "service", "subject", "item_type", "group_title",
    "other_handle", "associated_message_type", "associated_message_guid", "date_read", "date_delivered", "date_edited",
    "date_retracted", "is_audio_message", "message_summary_info", "error", "guid", "account",
)  # fmt: skip
_TOLD = ("service", "subject", "group_title", "associated_message_guid", "account", "guid")
_GROUP, _CALL, _REACTIONS = 43, 6, range(2000, 4000)
_Row = dict[str, Any]


class Beside:
    """What stands in another table for each message: rows of (message, …) in the order of the messages."""

    def __init__(self, rows: Iterator[tuple[Any, ...]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, message: int) -> list[tuple[Any, ...]]:
        """Those of this message, which has to be later than the one asked for before."""
        found = []
        while self._next is not None and (not isinstance(self._next[0], int) or self._next[0] <= message):
            if self._next[0] == message:
                found.append(self._next)
            self._next = next(self._rows, None)
        return found


class Rows:
    """Every message of a database in the order it was stored. Memory: its people and chats, and one message."""

    def __init__(self, database: Database, size: int) -> None:
        self._database, self._size = database, size
        self.people = {row[0]: _text(row[1]) for row in database.rows("SELECT ROWID, id FROM handle")}
        self._chats = self._all_chats()
        self._members = self._all_members()

    def _all_chats(self) -> dict[Any, tuple[str, bool]]:
        known = self._database.columns["chat"]
        title = "display_name" if "display_name" in known else "''"
        style = "style" if "style" in known else "0"
        rows = self._database.rows(f"SELECT ROWID, {title}, chat_identifier, {style} FROM chat")  # noqa: S608
        return {row[0]: (_text(row[1]) or _text(row[2]), row[3] == _GROUP) for row in rows}

    def _all_members(self) -> dict[Any, list[str]]:
        members: dict[Any, list[str]] = {}
        if self._database.columns["chat_handle_join"] >= {"chat_id", "handle_id"}:
            for chat, handle in self._database.rows("SELECT chat_id, handle_id FROM chat_handle_join"):
                members.setdefault(chat, []).append(self.people.get(handle, ""))
        return members

    def messages(self) -> Iterator[Message]:
        """Them all. Raises DamagedDatabaseError in the middle of a damaged one."""
        known = [one for one in _WANTED if one in self._database.columns["message"]]
        chats = Beside(self._database.rows("SELECT message_id, chat_id FROM chat_message_join ORDER BY message_id"))
        files = Beside(self._database.rows(_FILES) if self._has_files() else iter(()))
        gone = Beside(self._database.rows(_GONE) if self._can_be_gone() else iter(()))
        last = -(2**63)
        for row in self._database.rows(f"SELECT ROWID, {', '.join(known)} FROM message ORDER BY ROWID"):  # noqa: S608
            if row[0] <= last:
                raise DamagedDatabaseError
            number = last = row[0]
            told = dict(zip(known, row[1:], strict=True))
            chat = next((self._chats[one[1]] + (one[1],) for one in chats.of(number) if one[1] in self._chats), None)
            yield self._message(number, told, chat, files.of(number), is_gone=bool(gone.of(number)))

    def _has_files(self) -> bool:
        columns = self._database.columns
        wanted = {"filename", "transfer_name", "mime_type"}
        return columns["attachment"] >= wanted and columns["message_attachment_join"] >= {"message_id", "attachment_id"}

    def _can_be_gone(self) -> bool:
        return "message_id" in self._database.columns["chat_recoverable_message_join"]

    def _message(
        self,
        number: int,
        told: _Row,
        chat: tuple[str, bool, Any] | None,
        files: list[tuple[Any, ...]],
        *,
        is_gone: bool,
    ) -> Message:
        before, is_back = earlier(told.get("message_summary_info"))
        text = told["text"] if isinstance(told["text"], str) else words_of(told.get("attributedBody"))
        is_mine, other = told["is_from_me"] == 1, self.people.get(told["handle_id"], "")
        taken_back = not text and bool(is_back or told.get("date_retracted"))
        given = tuple(Given(name=_text(one[2]) or _text(one[1]), media=_text(one[3])) for one in files)
        name, is_group, key = chat or ("", False, None)
        kind = _kind(told.get("item_type"), taken_back=taken_back)
        return Message(
            sent=moment(told["date"]),
            sent_as_written="" if told["date"] is None else str(told["date"]),
            sender="" if is_mine else other,
            text=text or "",
            place=Place(0, self._size, f"message/{number}"),
            kind=kind,
            flags=tuple(_flags(told, kind, is_mine=is_mine, is_group=is_group, has_files=bool(given), edited=before)),
            attachments=given,
            to=tuple(one for one in self._members.get(key, [other]) if one) if is_mine else (),
            chat=name,
            headers=tuple(_headers(told, before, is_gone=is_gone)),
        )


_FILES = (
    "SELECT j.message_id, a.filename, a.transfer_name, a.mime_type FROM message_attachment_join j "
    "JOIN attachment a ON a.ROWID = j.attachment_id ORDER BY j.message_id"
)
_GONE = "SELECT message_id FROM chat_recoverable_message_join ORDER BY message_id"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _kind(item: object, *, taken_back: bool) -> Kind:
    if taken_back:
        return "deleted"
    return "message" if not item else "call" if item == _CALL else "system"


def _flags(
    told: _Row, kind: Kind, *, is_mine: bool, is_group: bool, has_files: bool, edited: list[str]
) -> Iterator[Flag]:
    if kind != "system":
        yield "sent" if is_mine else "received"
    if is_group:
        yield "group"
    if kind == "deleted":
        yield "unsent"
    elif edited or told.get("date_edited"):
        yield "edited"
    if told.get("associated_message_type") in _REACTIONS:
        yield "reaction"
    if is_mine and told.get("error"):
        yield "failed"
    if has_files:
        yield "not-in-export"


def _headers(told: _Row, before: list[str], *, is_gone: bool) -> Iterator[tuple[str, str]]:
    for key in _TOLD:
        if _text(told.get(key)):
            yield key, told[key]
    for key in ("date_read", "date_delivered", "date_edited", "date_retracted"):
        if when := moment(told.get(key)):
            yield key, when
    for key in ("item_type", "associated_message_type", "other_handle"):
        if told.get(key):
            yield key, str(told[key])
    yield from (("earlier", one) for one in before)
    if is_gone:
        yield "recently deleted", "yes"
