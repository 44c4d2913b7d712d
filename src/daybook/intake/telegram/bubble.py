"""One message or service line of a Telegram page, told by the classes Telegram Desktop has written since 2018."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import datetime

from daybook.intake.downloads.given import Shelf, mended, missing
from daybook.intake.downloads.html_blocks import Node, beside
from daybook.intake.downloads.html_marks import Mark
from daybook.intake.downloads.written_dates import written
from daybook.intake.message import Flag, Message, Place
from daybook.intake.telegram.before import Before
from daybook.intake.telegram.media import Sent, file_at, said, seconds_in, take, touch

_CLOCK = re.compile(r"(\d{2})\.(\d{2})\.(\d{4}) (\d{2}):(\d{2}):(\d{2})")
_DAY = re.compile(r"\d{1,2} [^\W\d_]{3,12} \d{4}")
_ROOM = " \t\r\n"
"""What a page puts around its words; Telegram itself takes it off what is sent."""
_VIA = re.compile(r"(?s)(.*) via (@\w{1,64})\Z")
_CALL = re.compile(r"(?:.* started )?(?:voice|video) chat(?: \(\d+ seconds?\))?", re.IGNORECASE)
_DELETED = "Deleted Account"
_ANOTHER = "go_to_message"
_BOXES = {"body", "message"}
_HOUR = re.compile(r"(?:\d{1,2}:\d{2}(?::\d{2})?)?")
_INITIALS = 4
"""Letters in a face that has no picture; Telegram writes two, and one of them may be drawn out of several."""


def is_block(mark: Mark) -> bool:
    """Whether an element that begins like this is a message, a line of the program, or the head of the page."""
    if mark.name != "div" or not (b"message" in mark.raw or b"page_header" in mark.raw):
        return False
    names = set(mark.attributes().get("class", "").split())
    return "page_header" in names or ("message" in names and not names.isdisjoint({"default", "service"}))


def begins_anew(_: Mark, mark: Mark) -> bool:
    """Whether a mark inside one of them begins the next: none ever lies in another."""
    return b"message" in mark.raw and is_block(mark)


def is_link_on(mark: Mark) -> bool:
    """Whether an element that begins like this leads to the page before or behind."""
    return mark.name == "a" and b"pagination" in mark.raw


def title(node: Node) -> str:
    """The name of the chat, out of the head of a page."""
    return said(node.first(of_class="text")) or said(node)


def is_day(node: Node) -> bool:
    """Whether this line of the program says no more than the day."""
    return "service" in node.classes and _DAY.fullmatch(said(node)) is not None


def service(node: Node, place: Place, before: Before, shelf: Shelf) -> Message:
    """A line of the program: it has no clock of its own, so no more than the day it stands under."""
    touch(node.all(), place.part, shelf)
    details = node.first(of_class="details")
    text = said(details or node)
    faces = [one.attributes.get("href", "") for one in node.all(of_name="a", of_class="userpic_link")]
    files = tuple(file_at(uri, place.part, shelf) for uri in dict.fromkeys(faces) if uri)
    noon = written(f"{before.day} 12:00")
    return Message(
        sent=noon.partition("T")[0],
        sent_as_written=before.day,
        sender="",
        text=text,
        place=place,
        kind="call" if _CALL.fullmatch(text) else "system",
        flags=(*missing(files), *mended(text)),
        attachments=files,
        chat=before.chat,
        seconds=seconds_in(text) if _CALL.fullmatch(text) else None,
        headers=(
            *_reply(node),
            *(("words", one) for one in (beside(node, (details, *_faces(node))) if details else ())),
        ),
    )


@dataclasses.dataclass
class _Read:
    """What the parts of one message say."""

    sent: Sent = dataclasses.field(default_factory=Sent)
    clock: str = ""
    texts: list[str] = dataclasses.field(default_factory=list)
    is_forwarded: bool = False
    names: list[str] = dataclasses.field(default_factory=list)


def message(node: Node, place: Place, before: Before, shelf: Shelf) -> Message:
    """A message somebody sent; `before` is left as the next one finds it."""
    if "joined" not in node.classes:
        before.sender = before.via = ""
        before.forwarded = ()
    read = _read(node, place.part, before, shelf)
    sent, text = read.sent, "\n".join(one for one in (*read.texts, read.sent.text) if one)
    flags: list[Flag] = [*sent.flags, *missing(sent.files)]
    if read.is_forwarded:
        flags.append("forwarded")
    else:
        before.forwarded = ()
    if before.sender in ("", _DELETED) or len(read.names) > 1:
        sent.headers += [("words", one) for one in read.names[:-1]]
        flags.append("sender-unsure")
    return Message(
        sent=_sent(read.clock),
        sent_as_written=read.clock,
        sender=before.sender,
        text=text,
        place=place,
        kind=sent.kind,
        flags=(*dict.fromkeys(flags), *mended(text + before.sender)),
        attachments=tuple(sent.files),
        to=sent.to,
        chat=before.chat,
        seconds=sent.seconds,
        headers=(*before.forwarded, *((("via", before.via),) if before.via else ()), *sent.headers),
    )


def _read(node: Node, part: str, before: Before, shelf: Shelf) -> _Read:
    read = _Read()
    inside = list(node.all())
    touch(inside, part, shelf)
    for one, is_inner in _parts(node):
        names = set(one.classes)
        read.is_forwarded = read.is_forwarded or is_inner
        if {"date", "details"} <= names:
            read.clock = one.attributes.get("title") or said(one)
            read.sent.headers += [("words", text) for text in [said(one)] if not _HOUR.fullmatch(text)]
        elif "from_name" in names:
            _named(one, before, read, is_inner=is_inner)
        elif "media_wrap" in names:
            take(read.sent, one, part, shelf)
        elif "text" in names:
            read.texts.append(one.text().strip(_ROOM))
            read.sent.headers += _links(one, part, shelf)
        else:
            read.sent.headers += _told(one)
    read.sent.headers += _bare([node, *inside])
    return read


def _parts(node: Node) -> Iterator[tuple[Node, bool]]:
    """What a message is made of, and whether it stands in the box of what was forwarded; its face is none of it.

    What stands behind the box of its body is, too: there the box ended too early.
    """
    body = next((one for one in node.elements if "body" in one.classes), None)
    for one in (*(body.elements if body else ()), *(other for other in node.elements if other is not body)):
        if {"forwarded", "body"} <= set(one.classes):
            yield from ((inner, True) for inner in one.elements)
        elif "userpic_wrap" not in one.classes:
            yield one, False
        elif len(said(one)) > _INITIALS:  # the end of the face is lost, so what follows lies in it
            bodies = list(one.all(of_class="body"))
            yield from ((inner, False) for inner in (bodies[0].elements if len(bodies) == 1 else [one]))


def _bare(inside: list[Node]) -> Iterator[tuple[str, str]]:
    """Words that stand in a box beside its parts and in none of them: the beginning of one is spoilt."""
    for box in inside:
        if _BOXES.isdisjoint(box.classes):
            continue
        if words := "".join(one for one in box.inside if isinstance(one, str)).strip():
            yield "words", words


def _faces(node: Node) -> list[Node]:
    return [one for one in node.elements if "userpic_wrap" in one.classes]


def _named(node: Node, before: Before, read: _Read, *, is_inner: bool) -> None:
    """Take in a name; a second one beside it comes from a message that has lost its beginning."""
    name = node.text(without=lambda one: "date" in one.classes).strip()
    if via := _VIA.fullmatch(name):
        name, before.via = via[1].strip(), via[2]
    if not is_inner:
        read.names.append(name)
        before.sender = name
        return
    when = node.first(of_class="date")
    dated = (when.attributes.get("title") or said(when)) if when else ""
    before.forwarded = (("forwarded_from", name), *((("forwarded_date", dated),) if dated else ()))


def _sent(clock: str) -> str:
    """The clock on the wall of the computer that wrote the page.

    The zone written behind it is the winter one all year round (`QTimeZone::StandardTime` in Telegram's own writer), so
    a summer time with it would be an hour off: it stays in what is written and is not counted in.
    """
    found = _CLOCK.match(clock)
    if not found:
        return ""
    day, month, year, hour, minute, second = map(int, found.groups())
    try:
        return datetime(year, month, day, hour, minute, second).isoformat()  # noqa: DTZ001 - nobody's zone
    except ValueError:
        return ""


def _links(node: Node, part: str, shelf: Shelf) -> Iterator[tuple[str, str]]:
    """Where a link leads that does not say so itself; a drawn smile is a file of the page and no link."""
    text = node.text()
    for one in node.all(of_name="a"):
        uri = one.attributes.get("href", "")
        if uri.startswith(("http:", "https:", "tg:")) and uri not in text:
            yield "link", uri
        elif uri and ":" not in uri:
            file_at(uri, part, shelf)


def _told(node: Node) -> Iterator[tuple[str, str]]:
    """What stands with a message and is neither its words nor what was sent with them."""
    if "reply_to" in node.classes:
        yield from list(_reply(node)) or [("reply_to", said(node))]
    elif "reactions" in node.classes:
        yield from (("reaction", _reaction(one)) for one in node.all(of_class="reaction"))
    elif "bot_buttons_table" in node.classes:
        yield from (("button", said(one)) for one in node.all(of_class="bot_button") if said(one))
    elif text := said(node):
        yield ("author" if "signature" in node.classes else (node.classes or [node.name])[0]), text


def _reply(node: Node) -> Iterator[tuple[str, str]]:
    for one in node.all(of_name="a"):
        _, found, number = one.attributes.get("href", "").partition(_ANOTHER)
        if found:
            yield "reply_to_message_id", number


def _reaction(node: Node) -> str:
    """As in the JSON: what, how many, and who as far as it is told."""
    faces = [one for one in node.all() if "userpic" in one.classes]
    people = [said_by for one in faces if (said_by := _who(one))]
    count = said(node.first(of_class="count")) or str(len(faces))
    return " ".join([said(node.first(of_class="emoji")), f"({count})", *people])


def _who(face: Node) -> str:
    titles = (one.attributes.get("title", "") for one in (face, *face.all()))
    return next((one for one in titles if one), "") or said(face)
