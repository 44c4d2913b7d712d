"""One message as a file gives it, and what could not be read: both with their place in the original."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["message", "call", "system", "deleted", "mail", "person", "date"]
"""A text or a file somebody sent; a call; a line the program wrote; one that was taken back; a mail; an entry of an
address book; an entry of a calendar."""

Flag = Literal[
    "edited", "forwarded", "view-once", "not-in-export", "out-of-order", "twice-an-hour", "no-such-hour",
    "sender-unsure", "could-be-forged", "mended", "draft", "failed", "unsent", "poll", "place", "contact", "reaction",
    "group", "story", "received", "sent", "missed", "rejected", "blocked", "voicemail", "withheld",
    "machine-read", "checked", "put-right",
]  # fmt: skip
"""What is to be known about it. "not-in-export": a file went with it that is not there. "twice-an-hour" and
"no-such-hour": the clocks changed. "could-be-forged": a line inside a message looks like the head of another.
"mended": bytes or marks that are not text were replaced by U+FFFD, visibly. "withheld": a call that hid its number.
"machine-read": its words were read out of a picture and may be wrong; "checked": she compared them with it;
"put-right": she changed what it says, from whom or when, after it was kept."""


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where in the original: bytes from `start` up to `end` of `part`, a path inside it ("" for the file itself)."""

    start: int
    end: int
    part: str = ""


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A file that went with a message: its name as written, and its path inside the original ("" if not there).

    For what is carried inside a text (a mail's attachment, a picture in XML) `start` and `end` are its bytes there,
    still encoded as `encoding` says.
    """

    name: str
    part: str = ""
    media: str = ""
    start: int = 0
    end: int = 0
    encoding: Literal["", "base64", "quoted-printable", "uuencode"] = ""


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """One message. Nothing in it is guessed: what the file does not say is empty.

    `sent` is ISO 8601: with an offset where the file gives an instant ("2024-03-14T21:05:09+00:00"), without one where
    it gives only the clock on a wall; "" where it cannot be told. `sent_as_written` is the file's own text. `sender`
    and `to` are names or numbers as they stand there. `text` is what stands there, decoded and never normalised.
    `seconds` is the length of a call or recording.
    """

    sent: str
    sent_as_written: str
    sender: str
    text: str
    place: Place
    kind: Kind = "message"
    flags: tuple[Flag, ...] = ()
    attachments: tuple[Given, ...] = ()
    to: tuple[str, ...] = ()
    chat: str = ""
    seconds: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """A part that could not be read: where, and one sentence that says why without quoting it."""

    place: Place
    why: str
