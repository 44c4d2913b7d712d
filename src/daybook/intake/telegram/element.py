"""One element of a Telegram chat: a message, a call or a line the program wrote, with all the file says of it."""

from __future__ import annotations

import dataclasses
import re

from daybook.intake.downloads.given import Shelf, missing
from daybook.intake.downloads.json_values import Fields, Headers, each, fields, instant, rest, whole, words
from daybook.intake.message import Flag, Given, Kind, Message, Place

_FILES = ("photo", "file", "thumbnail", "contact_vcard")
_CALLS = {"phone_call": "duration_seconds", "group_call": "duration"}
_ENDED: dict[str, tuple[Flag, ...]] = {"missed": ("missed",), "busy": ("rejected",)}
_KNOWN = {
    "id", "type", "date", "date_unixtime", "text", "text_entities", "from", "actor", "file_name", "mime_type",
    "duration_seconds", "reactions", "poll", *_FILES,
}  # fmt: skip
_LOCAL = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}")
_LEFT_OUT = "(File "
UNSUPPORTED = "Telegram wrote no more than that there was a message of a kind it cannot export."
"""What is said of such an element, whichever way Telegram wrote it."""


@dataclasses.dataclass
class Chat:
    """What the export says of the chat an element stands in, before its elements."""

    name: str = ""
    type: str = ""
    id: str = ""


def message(value: Fields, place: Place, chat: Chat, shelf: Shelf) -> Message:
    """The message of this element."""
    attachments = _files(value, place.part, shelf)
    action, kind = words(value.get("action")), _kind(value)
    sender_id = words(value.get("from_id") or value.get("actor_id"))
    named = value.get("from") if "from" in value else value.get("actor")
    flags: list[Flag] = [*missing(attachments), *_about(value), *_direction(chat, sender_id)]
    if kind == "call" and "received" in flags:
        flags += _ENDED.get(words(value.get("discard_reason")), ())
    if kind == "message" and named is None:
        flags.append("sender-unsure")
    poll = fields(value.get("poll"))
    lines = [words(poll.get("question")), *(words(one.get("text")) for one in each(poll.get("answers")))]
    return Message(
        sent=_sent(value),
        sent_as_written=words(value.get("date")),
        sender=words(named),
        text=_text(value.get("text")) or ("\n".join(lines) if poll else action),
        place=place,
        kind=kind,
        flags=tuple(flags),
        attachments=attachments,
        chat=chat.name,
        seconds=whole(value.get(_CALLS.get(action, "duration_seconds"))),
        headers=_reactions(value) + (rest(poll, ()) if poll else ()) + rest(value, _KNOWN),
    )


def _kind(value: Fields) -> Kind:
    if value.get("type") != "service":
        return "message"
    return "call" if words(value.get("action")) in _CALLS else "system"


def _sent(value: Fields) -> str:
    """The instant where there is one; else the clock on a wall, as written."""
    seconds = whole(value.get("date_unixtime"))
    if seconds:
        return instant(seconds * 1000)
    written = words(value.get("date"))
    return written if _LOCAL.fullmatch(written) and not written.startswith("1970-01-01") else ""


def _text(value: object) -> str:
    """The text with nothing put between its pieces: a link or a bold word is a piece of its own."""
    if not isinstance(value, list):
        return words(value)
    return "".join(words(one.get("text")) if isinstance(one, dict) else words(one) for one in value)


def _about(value: Fields) -> list[Flag]:
    told: list[tuple[str, Flag]] = [
        ("forwarded_from", "forwarded"), ("poll", "poll"), ("location_information", "place"),
        ("contact_information", "contact"),
    ]  # fmt: skip
    return [flag for key, flag in told if key in value]


def _direction(chat: Chat, sender_id: str) -> list[Flag]:
    """In a chat of two, the other one's number is the chat's own."""
    if chat.type != "personal_chat" or not chat.id or not sender_id.startswith("user"):
        return ["group"] if chat.type.endswith("group") else []
    return ["received"] if sender_id == f"user{chat.id}" else ["sent"]


def _files(value: Fields, part: str, shelf: Shelf) -> tuple[Given, ...]:
    """Where a file was left out of the export, Telegram writes a sentence in brackets instead of its path."""
    given = []
    for key in _FILES:
        uri = words(value.get(key))
        if not uri:
            continue
        name = words(value.get("file_name")) if key == "file" else ""
        media = words(value.get("mime_type")) if key == "file" else ""
        if uri.startswith(_LEFT_OUT):
            if key != "thumbnail":
                given.append(Given(name=name or uri, media=media))
            continue
        found = shelf.given(uri, beside=part, name=name, media=media)
        given += [found] if key != "thumbnail" else []
    return tuple(given)


def _reactions(value: Fields) -> Headers:
    found = []
    for one in each(value.get("reactions")):
        what = words(one.get("emoji") or one.get("document_id") or one.get("type"))
        who = [f"{words(by.get('from'))} {words(by.get('date'))}".strip() for by in each(one.get("recent"))]
        found.append(("reaction", " ".join([what, f"({words(one.get('count'))})", *who])))
    return tuple(found)
