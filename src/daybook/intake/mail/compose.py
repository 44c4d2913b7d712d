"""A mail that was taken apart, as a message: what it says, what came with it, and what is broken in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from daybook.intake.mail.limits import DEFECTS
from daybook.intake.mail.names import harmless
from daybook.intake.mail.part import Part, Whole
from daybook.intake.mail.words import UNKNOWN_CODING, Said, words_of
from daybook.intake.message import Flag, Given, Message, Place, Skipped

_CODINGS = {
    "base64": "base64",
    "quoted-printable": "quoted-printable",
    "x-uuencode": "uuencode",
    "uuencode": "uuencode",
    "uue": "uuencode",
    "x-uue": "uuencode",
}
_AS_IT_IS = ("", "7bit", "8bit", "binary")
_KEY = "This mail is locked with a key that is not here. It is kept as it is."
_TNEF = (
    "Outlook packed what went with this mail into a winmail.dat, which is not opened here. "
    "It is kept. Saving the mail from Outlook as a .msg file gives what is in it."
)
_NOT_OPENED = {
    "multipart/encrypted": _KEY, "application/pkcs7-mime": _KEY, "application/x-pkcs7-mime": _KEY,
    "application/ms-tnef": _TNEF, "application/vnd.ms-tnef": _TNEF,
}  # fmt: skip
_SPACE = re.compile(r"\s+")
_LABELS: dict[str, Flag] = {"Sent": "sent", "Draft": "draft", "Drafts": "draft"}
_NO_DATE = "The date of this mail is not one that can be read. It is given as it is written."
_OTHER_NAME = (
    "The name of a file that came with this mail would lead out of its folder, or hides marks. It was shortened."
)


@dataclass(slots=True)
class _Told:
    """What a part and those inside it say, in their order, and the files they carry."""

    said: list[tuple[Part, Said]] = field(default_factory=list)
    files: list[Given] = field(default_factory=list)
    mails: list[Part] = field(default_factory=list)
    wrong: list[tuple[Part, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(said.text for _, said in self.said)

    @property
    def is_html(self) -> bool:
        return any(part.head.media == "text/html" for part, _ in self.said)

    def add(self, other: _Told) -> None:
        self.said += other.said
        self.carry(other)

    def carry(self, other: _Told) -> None:
        """All but the words."""
        self.files += other.files
        self.mails += other.mails
        self.wrong += other.wrong


def composed(whole: Whole, *, flags: tuple[Flag, ...] = (), above: str = "") -> Iterator[Message | Skipped]:
    """The mail, what is broken in it, and then each mail inside it, likewise.

    `above` is the line a mailbox writes above a mail; it stands first in the headers, as "From ".
    """
    wrong = [(Place(*span), why) for span, why in whole.wrong]
    waiting = [(whole.part, flags, above)]
    while waiting:
        part, more, line = waiting.pop(0)
        told = _told(part)
        waiting += [(inner, (), "") for inner in told.mails]
        message = _message(part, told, more, line)  # also asks for what its heads say, and so for their defects
        yield message
        wrong += [(Place(one.start, one.end), why) for one, why in told.wrong]
        wrong += [(Place(part.start, part.body), why) for why in dict.fromkeys(part.head.defects)]
        if message.sent_as_written and not message.sent:
            wrong.append((Place(part.start, part.body), _NO_DATE))
    for place, why in sorted(wrong, key=lambda one: (one[0].start, one[0].end))[:DEFECTS]:
        yield Skipped(place=place, why=why)
    if len(wrong) > DEFECTS:
        last = Place(whole.part.start, whole.part.end)
        yield Skipped(place=last, why="More is broken in this mail than is listed here.")


def _message(part: Part, told: _Told, flags: tuple[Flag, ...], above: str) -> Message:
    head = part.head
    to = head.people("to") + head.people("cc") + head.people("bcc")
    sender = ", ".join(head.people("from") or head.people("sender"))
    written = tuple(head.pairs())
    known: list[Flag] = [*flags]
    if head.value("x-unsent") == "1":
        known.append("draft")
    labels = [label.strip() for label in head.value("x-gmail-labels").split(",")]
    known += [flag for label, flag in _LABELS.items() if label in labels]
    subject = head.words("subject")
    if head.mended or any(said.mended for _, said in told.said):
        known.append("mended")
    return Message(
        sent=head.sent,
        sent_as_written=head.value("date"),
        sender=sender,
        text=told.text,
        place=Place(part.start, part.end),
        kind="mail",
        flags=tuple(dict.fromkeys(known)),
        attachments=tuple(told.files),
        to=to,
        chat=subject,
        headers=((("From ", above),) if above else ()) + written,
    )


def _told(part: Part) -> _Told:
    """What this part says; parts lie at most `limits.DEPTH` deep."""
    told = _Told()
    media = part.head.media
    if media in _NOT_OPENED:
        told.wrong.append((part, _NOT_OPENED[media]))
    if part.words is not None:
        said = words_of(part)
        told.said.append((part, said))
        told.wrong += [(part, why) for why in said.wrong]
    elif part.is_mail:
        told.mails += part.inside
        told.files.append(_file(part))
    elif media == "multipart/alternative" and part.inside:
        _choose(told, [_told(inner) for inner in part.inside])
    elif media.startswith("multipart/") and part.inside:
        for inner in part.inside:
            told.add(_told(inner))
    else:
        told.files.append(_file(part))
        told.wrong += [(part, why) for why in _doubts(part)]
    if part.words is not None and media == "text/html":
        told.files.append(_file(part))
    return told


def _choose(told: _Told, ways: list[_Told]) -> None:
    """Of several ways of saying the same: the plain one, if it says anything. One that says something else is kept."""
    spoken = [way for way in ways if way.text.strip()]
    plain = [way for way in spoken if not way.is_html]
    chosen = (plain or spoken or ways)[0]
    told.add(chosen)
    for way in ways:
        if way is chosen:
            continue
        if _same(way.text, chosen.text):
            own = {one.start for one, _ in way.said}
            way.files = [file for file in way.files if file.name or file.start not in {*_bodies(way, own)}]
        elif way.text.strip():
            told.wrong.append(
                (way.said[0][0], "This mail says the same in two ways, and one of them says more or less.")
            )
        told.carry(way)


def _bodies(way: _Told, starts: set[int]) -> Iterator[int]:
    for part, _ in way.said:
        if part.start in starts:
            yield part.body


def _same(one: str, other: str) -> bool:
    return _SPACE.sub("", one) == _SPACE.sub("", other)


def _file(part: Part) -> Given:
    coding = _CODINGS.get(part.head.encoding, "")
    name = harmless(part.head.file_name)
    return Given(
        name=name,
        media=part.head.media,
        start=part.body,
        end=part.end,
        encoding=coding,  # type: ignore[arg-type]  # the values are the ones there are
    )


def _doubts(part: Part) -> Iterator[str]:
    if part.head.encoding not in _CODINGS and part.head.encoding not in _AS_IT_IS:
        yield UNKNOWN_CODING
    if part.head.file_name and harmless(part.head.file_name) != part.head.file_name.strip():
        yield _OTHER_NAME
