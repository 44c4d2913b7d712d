"""imessage-exporter pages: each message a `div.message`, replies inside what they answer and again by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.intake.downloads.given import Shelf, missing
from daybook.intake.downloads.html_blocks import Node
from daybook.intake.downloads.html_marks import Mark
from daybook.intake.imessage.plain import TIME, moment
from daybook.intake.message import Flag, Given, Kind, Message, Place, Skipped

_TIME = re.compile(TIME)
_RECEIPT = re.compile(r"\(Read by .*\)", re.DOTALL)
_TWICE = "These are replies, written here a second time; they stand by themselves where they belong."
_MEDIA = {"img", "video", "audio", "source"}
_BELOW = {"replies", "reactions", "tapbacks", "reply_context"}


def is_block(mark: Mark) -> bool:
    """Whether an element that begins like this is a message or a notice."""
    if mark.name != "div" or not mark.raw:
        return False
    names = mark.attributes().get("class", "").split()
    return "message" in names or "announcement" in names


def read_bubble(node: Node, part: str, shelf: Shelf, before: str) -> Iterator[Message | Skipped]:
    """The message of an element, and a Skipped for the copies of its replies."""
    box = node if "announcement" in node.classes else next(iter(node.elements), node)
    stamp = box.first(of_class="timestamp")
    told = stamp.text() if stamp else ""
    found, receipt = _TIME.search(told), _RECEIPT.search(told)
    sent = moment(found[1]) if found else ""
    flags: list[Flag] = ["sent"] if "sent" in box.classes else ["received"] if "received" in box.classes else []
    flags += ["edited"] if box.first(of_class="edited") else []
    flags += ["out-of-order"] if sent and sent < before else []
    given = _files(box, part, shelf)
    yield Message(
        sent=sent,
        sent_as_written=found[1] if found else told.strip(),
        sender=_sender(box),
        text=_notice(box, stamp) if box is node else _text(box),
        place=Place(node.start, node.end, part),
        kind=_kind(node, box),
        flags=(*flags, *missing(given)),
        attachments=given,
        headers=(*((("read", receipt[0]),) if receipt else ()), *(("reaction", one) for one in _reactions(box))),
    )
    for replies in box.elements:
        if "replies" in replies.classes:
            yield Skipped(place=Place(replies.start, replies.end, part), why=_TWICE)


def _sender(box: Node) -> str:
    found = box.first(of_class="sender")
    return found.text().strip() if found else ""


def _kind(node: Node, box: Node) -> Kind:
    if box.first(of_class="unsent") or box.first(of_class="deleted"):
        return "deleted"
    return "system" if "announcement" in node.classes else "message"


def _notice(box: Node, stamp: Node | None) -> str:
    return box.text(without=lambda one: one is stamp).strip()


def _text(box: Node) -> str:
    """What was said: its bubbles, each on a line of its own; a card of an app as the text it shows."""
    found = [part for part in _own(box) if part.classes and part.classes[0] in {"message_part", "subject"}]
    subject = [one for one in _own(box) if "subject" in one.classes]
    parts = [part.text(without=_is_below) for part in (*subject, *(one for one in found if one not in subject))]
    return "\n".join(_trimmed(one) for one in parts if one.strip())


def _trimmed(text: str) -> str:
    """Without the line breaks the page was laid out with; a bubble's own spaces stay."""
    return text if "\n" not in text else "\n".join(line for line in text.split("\n") if line.strip())


def _own(box: Node) -> list[Node]:
    """Elements of this message, not of the replies below it."""
    own: list[Node] = []
    for one in box.elements:
        if "replies" not in one.classes:
            own += [one, *one.elements]
    return own


def _is_below(one: Node) -> bool:
    return bool(_BELOW & set(one.classes)) or one.name in _MEDIA


def _reactions(box: Node) -> list[str]:
    boxes = [one for one in _own(box) if {"reactions", "tapbacks"} & set(one.classes)]
    names = ("reaction", "tapback")
    lines = [
        one for inside in boxes for name in names for one in inside.all(of_class=name) if not one.first(of_class=name)
    ]
    return [" ".join(one.text().split()) for one in lines if one.text().strip()]


def _files(box: Node, part: str, shelf: Shelf) -> tuple[Given, ...]:
    own = [one for top in box.elements if not _is_below(top) or top.name in _MEDIA for one in (top, *top.all())]
    uris = [one.attributes.get("src", "") for one in own if one.name in _MEDIA]
    uris += [one.attributes.get("href", "") for one in own if one.name == "a"]
    local = (one for one in uris if one and ":" not in one[:8] and not one.startswith("#"))
    return tuple(shelf.given(one, beside=part) for one in dict.fromkeys(local))
