"""imessage-exporter's text: time, name, then what was said, an empty line between messages.

A message begins at a line that is a time, after an empty line or at the beginning. A reply is written twice: indented
below what it answers, and by itself where it belongs; the indented copy is skipped. Reactions stand below what was
said and are taken from there. The clock is that of the computer that made the export. Nothing marks where a message
ends, so a pasted one reads as a message of its own: where the time runs backwards, it is said that it could be
forged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from daybook.intake.downloads.given import Shelf, missing
from daybook.intake.downloads.lines import Line
from daybook.intake.message import Flag, Given, Kind, Message, Place, Skipped

TIME = r"([A-Z][a-z]{2} \d{2}, \d{4} {1,2}\d{1,2}:\d{2}:\d{2} [AP]M)"
_HEAD = re.compile(TIME + r"(?: (\(Read by .{1,200} after .{1,200}\)))?")
_NOTICE = re.compile(TIME + r" (.+)", re.DOTALL)
_COPY = re.compile(r" {4,}" + TIME + r"(?: \(Read by .{1,200}\))?")
_REACTED = re.compile(r" {0,4}(?:\S.{0,80} by .{1,200}|Sticker from .{1,400}|.{1,80} Sticker from .{1,400})")
_FILE = re.compile(r"(?:.*/)?[Aa]ttachments/.+\.\w{1,5}|~?/.+/[^/]+\.\w{1,5}")
_INSIDE = ("/attachments/", "/Attachments/")
_ANSWERS = "This message responded to an earlier message."
_DELETED = "This message was deleted from the conversation!"
_UNSENT = re.compile(r".{1,200} (?:unsent (?:a message|this message part)|deleted a message)\b.{0,80}")
_EDITED = re.compile(r"Edited .{1,80} later: ")
_TWICE = "This is a reply, written here a second time; it stands by itself where it belongs."
_TOO_LONG = "This line is longer than eight million bytes, so it was left as it is."
_BEFORE = "This line stands before any message."


def moment(written: str) -> str:
    """ISO 8601 without an offset of such a time."""
    try:
        return datetime.strptime(" ".join(written.split()), "%b %d, %Y %I:%M:%S %p").isoformat()  # noqa: DTZ007
    except ValueError:
        return ""


class Block:
    """The lines of one message, as they are gathered."""

    def __init__(self, start: int, written: str, receipt: str) -> None:
        self.start = self.end = start
        self.written, self.receipt, self.notice = written, receipt, ""
        self.lines: list[str] = []
        self.mended = self.has_time_inside = self._is_copying = False

    def take(self, text: str) -> str:
        """Take in a line; "" or why it is no part of the message."""
        if _COPY.fullmatch(text) or (self._is_copying and text.startswith("    ")):
            self._is_copying = True
            return _TWICE
        if not (self._is_copying and not text):
            self.lines.append(text)
            self.has_time_inside |= len(self.lines) > 1 and _HEAD.fullmatch(text) is not None
            self._is_copying = False
        return ""


def read_plain(lines: Iterable[Line], part: str, shelf: Shelf) -> Iterator[Message | Skipped]:
    """Everything in the file, in its order."""
    before = ""
    for one in _blocks(lines, part):
        if isinstance(one, Skipped):
            yield one
            continue
        message = _message(one, part, before, shelf)
        before = max(before, message.sent)
        yield message


def _blocks(lines: Iterable[Line], part: str) -> Iterator[Block | Skipped]:
    block: Block | None = None
    was_empty = True
    for start, end, raw in lines:
        if raw is None:
            yield Skipped(place=Place(start, end, part), why=_TOO_LONG)
            continue
        text = raw.decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")
        text = text.removeprefix("\ufeff") if start == 0 else text
        head = _begins(text, start) if was_empty else None
        was_empty = not text
        if head and block:
            yield block
        block = head or block
        if block:
            block.end = end
            block.mended |= "\ufffd" in text and "\ufffd".encode() not in raw
        why = "" if head else (block.take(text) if block else _BEFORE * bool(text))
        if why:
            yield Skipped(place=Place(start, end, part), why=why)
    if block:
        yield block


def _begins(text: str, start: int) -> Block | None:
    head = _HEAD.fullmatch(text)
    if head:
        return Block(start, head[1], head[2] or "")
    notice = _NOTICE.fullmatch(text)
    if notice is None:
        return None
    block = Block(start, notice[1], "")
    block.notice = notice[2]
    return block


def _message(block: Block, part: str, before: str, shelf: Shelf) -> Message:
    sender, body, reactions = _parted(block)
    sent = moment(block.written)
    kind: Kind = "system" if block.notice else "message"
    if body[:1] == [_DELETED] or (len(body) == 1 and _UNSENT.fullmatch(body[0])):
        kind = "deleted"
    flags: list[Flag] = []
    if sender == "Me" or "by them" in block.receipt:
        flags.append("sent")
    elif block.receipt:
        flags.append("received")
    flags += ["edited"] if any(_EDITED.match(line) for line in body) else []
    flags += ["out-of-order", "could-be-forged"] if sent and sent < before else []
    if block.has_time_inside and "could-be-forged" not in flags:
        flags.append("could-be-forged")
    flags += ["mended"] if block.mended else []
    given = tuple(_file(line, part, shelf) for line in body if _FILE.fullmatch(line))
    return Message(
        sent=sent,
        sent_as_written=block.written,
        sender=sender,
        text=block.notice or "\n".join(body),
        place=Place(block.start, block.end, part),
        kind=kind,
        flags=(*flags, *missing(given)),
        attachments=given,
        headers=(*((("read", block.receipt),) if block.receipt else ()), *(("reaction", one) for one in reactions)),
    )


def _file(line: str, part: str, shelf: Shelf) -> Given:
    """The file of this line; on the computer it was written on, its path began elsewhere."""
    begins = max(line.rfind(one) for one in _INSIDE) + 1
    found = shelf.given(line[begins:], beside=part, name=line)
    return found if found.part else Given(name=line)


def _parted(block: Block) -> tuple[str, list[str], list[str]]:
    """Who, what was said, and the reactions below it. One empty line at the end belongs to the file, not to her."""
    if block.notice:
        return "", [line for line in block.lines if line], []
    sender, body = (block.lines[0], block.lines[1:]) if block.lines else ("", [])
    if body and not body[-1]:
        body = body[:-1]
    if body and body[-1] == _ANSWERS:
        body = body[:-1]
    at = next((i for i in range(len(body) - 1, -1, -1) if body[i] in {"Tapbacks:", "Reactions:"}), -1)
    below = [line for line in body[at + 1 :] if line] if at >= 0 else []
    if below and all(_REACTED.fullmatch(line) for line in below):
        return sender, body[:at], [line.strip() for line in below]
    return sender, body, []
