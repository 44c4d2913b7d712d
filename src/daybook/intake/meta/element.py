"""One message of a conversation in JSON, of either shape, with all the file says of it."""

from __future__ import annotations

from daybook.intake.downloads.given import Shelf, missing
from daybook.intake.downloads.json_values import Fields, Headers, each, fields, instant, rest, whole, words
from daybook.intake.downloads.mojibake import repaired
from daybook.intake.message import Flag, Given, Kind, Message, Place

_ENCRYPTED = {"senderName": "sender_name", "timestamp": "timestamp_ms", "text": "content", "isUnsent": "is_unsent"}
_FILES = ("photos", "videos", "audio_files", "files", "gifs", "media")
_KNOWN = {"sender_name", "timestamp_ms", "content", "reactions", "share", "sticker", "call_duration", *_FILES}
_PAIR = 2


def message(value: Fields, place: Place, *, chat: str, people: tuple[str, ...], shelf: Shelf) -> Message:
    """The message of this element. What has no place of its own stands in `headers` under the file's own name."""
    if "senderName" in value:
        value = {_ENCRYPTED.get(key, key): one for key, one in value.items()}
    attachments, about = _files(value, place.part, shelf)
    sender = repaired(words(value.get("sender_name")))
    text = repaired(words(value.get("content"))) or _shared(value)
    reactions = _reactions(value)
    flags: list[Flag] = [*missing(attachments)]
    if value.get("missed") is True:
        flags.append("missed")
    if len(people) > _PAIR:
        flags.append("group")
    if reactions and not text and not attachments:
        flags.append("reaction")
    if "/stories/" in words(fields(value.get("share")).get("link")):
        flags.append("story")
    return Message(
        sent=instant(_milliseconds(value)),
        sent_as_written=words(value.get("timestamp_ms", value.get("timestamp"))),
        sender=sender,
        text=text,
        place=place,
        kind=_kind(value),
        flags=tuple(flags),
        attachments=attachments,
        to=tuple(one for one in people if one != sender) if len(people) == _PAIR else (),
        chat=chat,
        seconds=whole(value.get("call_duration")),
        headers=reactions + about + rest(value, _KNOWN),
    )


def _shared(value: Fields) -> str:
    """What somebody shared without a word: the words on it and where it leads."""
    share = fields(value.get("share"))
    told = (repaired(words(share.get(name))) for name in ("share_text", "link"))
    return "\n".join(one for one in told if one)


def _milliseconds(value: Fields) -> object:
    """When; downloads of 2018 count seconds, under a name of their own."""
    seconds = None if "timestamp_ms" in value else whole(value.get("timestamp"))
    return seconds * 1000 if seconds else value.get("timestamp_ms")


def _kind(value: Fields) -> Kind:
    told = words(value.get("type")).lower()
    if value.get("is_unsent") is True:
        return "deleted"
    if "call_duration" in value or told == "call":
        return "call"
    return "system" if told in {"subscribe", "unsubscribe"} else "message"


def _reactions(value: Fields) -> Headers:
    """Who reacted how: it is kept beside the message, never put into its words."""
    found = []
    for one in each(value.get("reactions")):
        who, what = repaired(words(one.get("actor"))), repaired(words(one.get("reaction")))
        when = whole(one.get("timestamp"))
        found.append(("reaction", f"{what} {who}".strip() + (f" {instant(when * 1000)}" if when else "")))
    return tuple(found)


def _files(value: Fields, part: str, shelf: Shelf) -> tuple[tuple[Given, ...], Headers]:
    given: list[Given] = []
    about: list[tuple[str, str]] = []
    for key in _FILES:
        listed = value.get(key)
        for one in each(listed):
            given.append(shelf.given(repaired(words(one.get("uri"))), beside=part))
            thumbnail = words(fields(one.get("thumbnail")).get("uri"))
            if thumbnail:
                shelf.given(thumbnail, beside=part)
            about += [(f"{key}.{name}", said) for name, said in rest(one, {"uri", "thumbnail"})]
        about += [(key, words(one)) for one in _others(listed)]
    sticker = fields(value.get("sticker"))
    if sticker:
        given.append(shelf.given(repaired(words(sticker.get("uri"))), beside=part))
        about += [(f"sticker.{name}", said) for name, said in rest(sticker, {"uri"})]
    about += [(f"share.{name}", said) for name, said in rest(fields(value.get("share")), ())]
    return tuple(given), tuple(about)


def _others(listed: object) -> list[object]:
    """What stands where a list of files was expected and is none."""
    if isinstance(listed, list):
        return [one for one in listed if not isinstance(one, dict) and one is not None]
    return [] if listed is None else [listed]
