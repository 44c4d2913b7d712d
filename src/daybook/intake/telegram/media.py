"""What was sent with a message of a Telegram page: files, places, contacts, calls and polls, told by their classes."""

from __future__ import annotations

import dataclasses
import posixpath
import re
from collections.abc import Iterable, Iterator

from daybook.intake.downloads.given import Shelf
from daybook.intake.downloads.html_blocks import Node
from daybook.intake.message import Flag, Given, Kind

_FILES = {"media_photo", "media_video", "media_voice_message", "media_audio_file", "media_file"}
_FLAGS: dict[str, Flag] = {
    "media_location": "place", "media_live_location": "place", "media_venue": "place", "media_contact": "contact",
}  # fmt: skip
_CALLS: dict[str, tuple[Flag, ...]] = {
    "Outgoing": ("sent",), "Cancelled": ("sent",), "Incoming": ("received",), "Missed": ("received", "missed"),
    "Declined": ("received", "rejected"),
}  # fmt: skip
_SECONDS = re.compile(r"\((\d{1,7}) seconds?\)")
_LENGTH = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?=$|,)")
_DESTROYED = "Self-destructing"
_OUTSIDE = ("http:", "https:", "mailto:", "tel:", "#", "data:", "tg:")


@dataclasses.dataclass
class Sent:
    """All that was sent with one message."""

    kind: Kind = "message"
    text: str = ""
    files: list[Given] = dataclasses.field(default_factory=list)
    flags: list[Flag] = dataclasses.field(default_factory=list)
    to: tuple[str, ...] = ()
    seconds: int | None = None
    headers: list[tuple[str, str]] = dataclasses.field(default_factory=list)


def take(sent: Sent, wrap: Node, part: str, shelf: Shelf) -> None:
    """Add what this `media_wrap` holds."""
    for one in wrap.elements:
        if "media_poll" in one.classes:
            _poll(sent, one)
        elif "media_call" in one.classes:
            _call(sent, one)
        else:
            _one(sent, one, part, shelf)


def file_at(uri: str, part: str, shelf: Shelf, *, name: str = "") -> Given:
    """The file a page points to. In an export of everything each path goes up to the top first, and down again."""
    top = posixpath.normpath(posixpath.join(posixpath.dirname(part), uri)) if uri.startswith("../") else uri
    return shelf.given(uri if top.startswith("../") else top, beside=part, name=name)


def touch(inside: Iterable[Node], part: str, shelf: Shelf) -> None:
    """Small pictures are drawn from what was sent, or are faces: they belong to the page and are no files of hers."""
    for one in inside:
        uri = one.attributes.get("src", "") if one.name == "img" else ""
        if one.name == "a" and "userpic_link" in one.classes:
            uri = one.attributes.get("href", "")
        if uri:
            file_at(uri, part, shelf)


def said(node: Node | None) -> str:
    """The text of an element without the room that the page puts around it."""
    return node.text().strip() if node else ""


def _told(node: Node) -> Iterator[tuple[str, str]]:
    for name, of_class in (("media", "title"), ("description", "description"), ("status", "status")):
        if text := said(node.first(of_class=of_class)):
            yield name, text


def _one(sent: Sent, node: Node, part: str, shelf: Shelf) -> None:
    told = dict(_told(node))
    uri = node.attributes.get("href", "")
    title = told.get("media", "")
    sent.flags += [flag for name, flag in _FLAGS.items() if name in node.classes]
    if uri.startswith(_OUTSIDE):
        sent.headers.append(("link", uri))
    elif uri:
        sent.files.append(file_at(uri, part, shelf, name=title if "media_file" in node.classes else ""))
    elif _FILES & set(node.classes):
        sent.files.append(Given(name=title))
        sent.flags += ["view-once"] if title.startswith(_DESTROYED) else []
    elif not told and (text := said(node)):
        told[node.classes[0] if node.classes else node.name] = text
    sent.headers += told.items()
    length = _LENGTH.match(said(node.first(of_class="video_duration")) or told.get("status", ""))
    if length and "media_file" not in node.classes:
        hours, minutes, seconds = (int(one or 0) for one in length.groups())
        sent.seconds = hours * 3600 + minutes * 60 + seconds


def _call(sent: Sent, node: Node) -> None:
    """Who was called, and how it ended: a call has no other words."""
    told = dict(_told(node))
    sent.kind = "call"
    sent.text = told.pop("status", "")
    sent.flags += _CALLS.get(sent.text.split(" ", 1)[0], ())
    sent.to = (told.pop("media"),) if told.get("media") else ()
    sent.seconds = seconds_in(sent.text)
    sent.headers += told.items()


def seconds_in(text: str) -> int | None:
    """The length a call is said to have had, None for one that says nothing of it."""
    found = _SECONDS.search(text)
    return int(found[1]) if found else None


def _poll(sent: Sent, node: Node) -> None:
    """The question and what could be answered; who answered how many times stands beside it."""
    lines = [said(node.first(of_class="question"))]
    for answer in node.all(of_class="answer"):
        line = answer.text(without=lambda one: "details" in one.classes).strip().removeprefix("- ")
        lines.append(line)
        if votes := said(answer.first(of_class="details")):
            sent.headers.append(("votes", f"{line}: {votes}"))
    sent.headers += [("poll", said(one)) for one in node.elements if "details" in one.classes and said(one)]
    sent.flags.append("poll")
    sent.text = "\n".join(one for one in lines if one)
