"""Google Voice from Takeout: a page for each conversation or call, alone or in the zip.

A message is `div.message` in `div.hChatLog`; a call, voicemail or recording is `div.haudio`, and which of them it is
stands in its labels (`#placed`, `#missed`, …), the same in every language. Times carry their offset in `title`. The
owner's own name is in an `abbr`, everybody else's in a `span`. Files are named without their ending. A voicemail's
words are Google's transcript, as it stands there.

Bounds: one element of up to 50,000 marks, the names in a zip.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from daybook.intake.downloads.between import Between
from daybook.intake.downloads.given import Shelf, mended, missing
from daybook.intake.downloads.html_blocks import Node, beside
from daybook.intake.downloads.html_marks import Mark
from daybook.intake.downloads.leftover import left_over
from daybook.intake.downloads.page import page
from daybook.intake.downloads.parts import Download, Part
from daybook.intake.format import Answers, CannotReadError, Found
from daybook.intake.message import Flag, Given, Message, Place, Skipped

ORDER = 43
HEAD = 64 << 10
SNIFFED = 400
_PAGE = re.compile(rb"""class=["'](?:(?:hChatLog hfeed|haudio)["']|message["']>\s*<abbr class=["']dt["'])""")
_BLOCK = re.compile(rb"""class=["'](?:message|haudio|participants)["']""")
_OWN = re.compile(rb"""class=["'](?:tags|deletedStatusContainer)["']""")
_OF_CALL = {"album", "fn", "contributor", "published", "duration", "tags", "deletedStatusContainer"}
_LINKS = {"a", "audio", "video"}
_LENGTH = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?")
_LABELS: tuple[Flag, ...] = ("missed", "voicemail")
_LONG = "This part of the page is longer than any message, so it was left as it is."
_PEOPLE = "This says who takes part in the chat; it is not a message."


class GoogleVoice:
    """The format; see the module."""

    id = "google-voice"
    name = "Google Voice messages and calls from Takeout"

    def is_one(self, file: BinaryIO, name: str) -> bool:  # noqa: ARG002
        """As `Format.is_one`."""
        try:
            parts = _pages(Download(file))
            return any(_PAGE.search(part.head(HEAD)) for part in parts[:SNIFFED])
        except CannotReadError:
            return False

    def look(self, file: BinaryIO, name: str) -> Found:  # noqa: ARG002
        """As `Format.look`."""
        parts = _pages(Download(file))
        titles = [posixpath.basename(part.name).split(" - ")[0] for part in parts if " - " in part.name]
        return Found(format=self.id, name=self.name, people=tuple(dict.fromkeys(one for one in titles if one)))

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:  # noqa: ARG002
        """As `Format.read`."""
        download = Download(file)
        found = [part for part in _pages(download) if _PAGE.search(part.head(HEAD))]
        shelf = Shelf(download.parts)
        for part in found:
            download.count(part)
            yield from _page(part, shelf)
        yield from left_over(download, shelf, found)


def _pages(download: Download) -> list[Part]:
    return [one for one in download.parts if not one.name or one.name.lower().endswith(".html")]


def _is_block(mark: Mark) -> bool:
    return mark.name == "div" and _BLOCK.search(mark.raw) is not None


def _begins_anew(_: Mark, mark: Mark) -> bool:
    return mark.name == "div" and _BLOCK.search(mark.raw) is not None


def _is_own(mark: Mark) -> bool:
    """The labels of a conversation, and whether its owner deleted it."""
    return mark.name == "div" and _OWN.search(mark.raw) is not None


def _page(part: Part, shelf: Shelf) -> Iterator[Message | Skipped]:
    between, people = Between(_is_own), 0
    for node in page(part, _is_block, between, too_long=_LONG, anew=_begins_anew):
        if isinstance(node, Skipped):
            yield node
            continue
        place = Place(node.start, node.end, part.name)
        if "participants" in node.classes:
            people = len(list(node.all(of_class="fn")))
            yield Skipped(place=place, why=_PEOPLE)
        elif "haudio" in node.classes:
            yield _call(node, place, shelf)
        else:
            yield _text(node, place, shelf, chat=between.heading.title, is_group=people > 1)


def _person(node: Node | None) -> tuple[str, str, bool]:
    """A name, a number, and whether it is the owner."""
    if node is None:
        return "", "", False
    fn, tel = node.first(of_class="fn"), node.first(of_class="tel")
    number = tel.attributes.get("href", "").removeprefix("tel:") if tel else ""
    name = fn.text().strip() if fn else ""
    return name or number, number, fn is not None and fn.name == "abbr"


def _text(node: Node, place: Place, shelf: Shelf, *, chat: str, is_group: bool) -> Message:
    when, who, words = node.first(of_class="dt"), node.first(of_class="sender"), node.first(of_name="q")
    sender, number, is_owner = _person(who)
    attachments = _files(node, place.part, shelf)
    direction: list[Flag] = ["sent" if is_owner else "received"] if who else []
    group: list[Flag] = ["group"] if is_group else []
    sent, as_written = _when(when)
    text = words.text() if words else ""
    links = [one for one in node.all() if one.name in _LINKS and "tel" not in one.classes and _leads_to(one)]
    name = who.first(of_class="fn") if who else None
    is_whole = when is not None and not when.elements and (words or attachments)
    return Message(
        sent=sent, sent_as_written=as_written, sender=sender, text=text, place=place,
        flags=(*direction, *missing(attachments), *group, *mended(text + sender)), attachments=attachments, chat=chat,
        headers=(
            *((("tel", number),) if number else ()),
            *(("words", one) for one in beside(node, (when if is_whole else None, name, words, *links))),
        ),
    )  # fmt: skip


def _call(node: Node, place: Place, shelf: Shelf) -> Message:
    other, number, _ = _person(node.first(of_class="contributor"))
    labels = [
        one.attributes.get("href", "").rpartition("#")[2]
        for one in node.all(of_name="a")
        if one.attributes.get("rel") == "tag"
    ]
    is_placed = "placed" in labels
    told: tuple[Flag, ...] = tuple(one for one in _LABELS if one in labels)
    sent, as_written = _when(node.first(of_class="published"))
    length = node.first(of_class="duration")
    attachments = _files(node, place.part, shelf)
    transcript, title = node.first(of_class="full-text"), _title(node)
    text = transcript.text() if transcript else ""
    headers = [("title", title), ("tel", number), *(("label", one) for one in labels)]
    if "voicemail" in labels and not text:
        headers += [("words", one) for one in beside(node, [one for one in node.all() if _is_known(one)])]
    return Message(
        sent=sent, sent_as_written=as_written, sender="" if is_placed else other, text=text, place=place, kind="call",
        flags=("sent" if is_placed else "received", *told, *missing(attachments), *mended(text + other)),
        attachments=attachments,
        to=(other,) if is_placed and other else (), chat=other, seconds=_seconds(length),
        headers=tuple((key, value) for key, value in headers if value),
    )  # fmt: skip


def _is_known(one: Node) -> bool:
    """Whether this piece of a call is one whose words are told or are its labels."""
    return one.name in {"a", "audio"} or not _OF_CALL.isdisjoint(one.classes)


def _leads_to(one: Node) -> str:
    return one.attributes.get("src") or one.attributes.get("href", "")


def _title(node: Node) -> str:
    own = [one for one in node.elements if "fn" in one.classes]
    return own[0].text().strip() if own else ""


def _when(node: Node | None) -> tuple[str, str]:
    if node is None:
        return "", ""
    exact = node.attributes.get("title", "")
    try:
        moment = datetime.fromisoformat(exact)
    except ValueError:
        return "", node.text()
    return moment.isoformat(timespec="milliseconds" if moment.microsecond else "seconds"), exact


def _seconds(node: Node | None) -> int | None:
    found = _LENGTH.fullmatch(node.attributes.get("title", "")) if node else None
    if not found or not any(found.groups()):
        return None
    hours, minutes, seconds = (int(one or 0) for one in found.groups())
    return hours * 3600 + minutes * 60 + seconds


def _files(node: Node, part: str, shelf: Shelf) -> tuple[Given, ...]:
    """Pictures, recordings and contact cards; a link beside a recording repeats its name."""
    uris = [
        one.attributes.get("src") or (one.attributes.get("href") if "vcard" in one.classes and one.name == "a" else "")
        for one in node.all()
        if one.name in {"img", "audio", "video", "a"}
    ]
    return tuple(shelf.given_without_ending(uri, beside=part) for uri in dict.fromkeys(one for one in uris if one))


format = GoogleVoice()  # noqa: A001 - the name every format has
