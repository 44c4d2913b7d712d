"""The text form of sigtop: a block of fields for each message, then what was said.

`Conversation: Name (number)` heads the file. A message begins at an empty line followed by `From:` and `Type:` (or
`Type:` alone). Nothing marks its end, so words that look just like the beginning of another message are read as one;
where the time then runs backwards, it is said that it could be forged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from daybook.intake.downloads.lines import Line
from daybook.intake.message import Flag, Given, Kind, Message, Place, Skipped

_FIELD = re.compile(r"(From|Type|Sent|Received|Attachment|Reaction|Edited): (.*)", re.DOTALL)
_ATTACHMENT = re.compile(r"(.*) \(([^ ()]*), \d+ bytes\)")
_KINDS: dict[str, Kind] = {"incoming": "message", "outgoing": "message", "call-history": "call"}
_TOO_LONG = "This line is longer than eight million bytes, so it was left as it is."


class Block:
    """The fields and the lines of one message, as they are gathered."""

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.fields: list[tuple[str, str]] = []
        self.body: list[str] = []
        self.in_body = self.mended = False

    def said(self, name: str) -> str:
        """The first field of this name."""
        return next((value for key, value in self.fields if key == name), "")


def read_sigtop(lines: Iterable[Line], part: str) -> Iterator[Message | Skipped]:
    """Everything in the file, in its order."""
    chat, before = "", ""
    for one in _blocks(lines, part):
        if isinstance(one, Skipped):
            yield one
        elif one.said("Conversation"):
            chat = one.said("Conversation")
            yield Skipped(place=Place(one.start, one.end, part), why="This names the chat; it is not a message.")
        else:
            message = _message(one, chat, part, before)
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
        begins = was_empty and text.startswith(("From: ", "Type: ", "Conversation: "))
        if begins and (block is None or block.in_body):
            if block:
                yield block
            block = Block(start)
        if block is None:
            yield Skipped(place=Place(start, end, part), why="This line stands before any message.")
            continue
        _take(block, text, is_first=block.start == start)
        block.mended |= "\ufffd" in text and "\ufffd".encode() not in raw
        block.end, was_empty = end, not text
    if block:
        yield block


def _take(block: Block, text: str, *, is_first: bool) -> None:
    field = _FIELD.fullmatch(text)
    if is_first and text.startswith("Conversation: "):
        block.fields.append(("Conversation", text.removeprefix("Conversation: ")))
    elif not block.in_body and field:
        block.fields.append((field[1], field[2]))
    elif not block.in_body and not text:
        block.in_body = True
    else:
        block.in_body = True
        block.body.append(text)


def _message(block: Block, chat: str, part: str, before: str) -> Message:
    kind, sender = block.said("Type"), block.said("From")
    body = block.body[:-1] if block.body and not block.body[-1] else block.body
    sent = _when(block.said("Sent")) or _when(block.said("Received"))
    is_outgoing = kind == "outgoing"
    flags: list[Flag] = ["sent"] if is_outgoing else ["received"] if kind == "incoming" else []
    flags += ["edited"] if block.said("Edited") else []
    flags += ["mended"] if block.mended else []
    flags += ["out-of-order", "could-be-forged"] if sent and sent < before else []
    named = [_ATTACHMENT.fullmatch(value) for key, value in block.fields if key == "Attachment"]
    return Message(
        sent=sent,
        sent_as_written=block.said("Sent"),
        sender=sender,
        text="\n".join(body),
        place=Place(block.start, block.end, part),
        kind=_KINDS.get(kind, "system"),
        flags=(*flags, *(("not-in-export",) if named else ())),
        attachments=tuple(Given(name=one[1], media=one[2]) for one in named if one),
        chat=chat,
        headers=tuple((key.lower(), value) for key, value in block.fields if key not in {"From", "Sent"}),
    )


def _when(written: str) -> str:
    try:
        return datetime.strptime(written, "%a, %d %b %Y %H:%M:%S %z").isoformat()
    except ValueError:
        return ""
