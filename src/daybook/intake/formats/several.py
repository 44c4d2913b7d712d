"""A zip that holds files of several kinds: a whole download from Google, or what she packed together herself.

Each format that knows zips reads its own parts, and what all of them leave over is looked at as single files: mails, an
address book, a calendar, tables. A zip of one app alone is that app's and not looked at here; so is what its messages
name as their files. Questions carry the name of the file they are about.

Bounds: those of each format, and the names in the zip.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO, cast

import msgspec

from daybook.intake.downloads.inner import known_as, look_inner, read_inner
from daybook.intake.downloads.leftover import OTHER
from daybook.intake.downloads.parts import Download, Part
from daybook.intake.downloads.unpacked import Unpacked
from daybook.intake.format import Answers, CannotReadError, Format, Found, Question, formats
from daybook.intake.message import Message, Skipped
from daybook.intake.whatsapp.packed import UNNAMED

ORDER = 1  # before those that would read only their own part of it
_SINGLE = {"eml": (".eml", ".emlx"), "msg": (".msg",), "mbox": (".mbox", ".mbx", ""), "vcard": (".vcf",),
           "ics": (".ics",), "call-csv": (".csv", ".tsv"), "message-csv": (".csv", ".tsv")}  # fmt: skip
_MIXED = ("google-chat", "google-voice")
"""Formats whose zip comes with files of other kinds."""
_SAID_BETTER = {"telegram-html": "telegram-json", "meta-html": "meta-json"}
_LEFT = {OTHER, UNNAMED}
_WHOLE = {"msg"}
"""What is told only by all of its bytes, since what it is may stand near their end."""
_KEPT_IN = (
    "What this mail carries lies inside it. To take it out, unpack the zip and bring this mail in by itself. "
    "It is kept with the zip."
)


class Several:
    """The format; see the module."""

    id = "several"
    name = "A zip with files of several kinds"

    def is_one(self, file: BinaryIO, name: str) -> bool:
        """As `Format.is_one`."""
        try:
            download = Download(file)
            if not download.is_zip:
                return False
            claims = _claims(file, name)
            alone = len(claims) == 1 and claims[0].id not in _MIXED
            return len(claims) > 1 or (not alone and any(_single(part) for part in download.parts))
        except CannotReadError:
            return False

    def look(self, file: BinaryIO, name: str) -> Found:
        """As `Format.look`: what each kind says. Raises CannotReadError."""
        told = [("", one.look(file, name)) for one in _claims(file, name)]
        for part in Download(file).parts:
            one = _single(part)
            if one is not None:
                told += [(part.name, found) for found in _looked(one, part)]
        kinds = Counter(found.name for _, found in told)
        notes = [f"It holds: {'; '.join(kinds)}."]
        notes += [note for _, found in told for note in found.notes]
        return Found(
            format=self.id,
            name=self.name,
            questions=tuple(_about(path, found, question) for path, found in told for question in found.questions),
            people=tuple(dict.fromkeys(person for _, found in told for person in found.people)),
            notes=tuple(dict.fromkeys(notes)),
        )

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        """As `Format.read`: kind by kind, and then the single files."""
        download, claims = Download(file), _claims(file, name)
        named: set[str] = set()
        left: Counter[str] = Counter()
        refused = {one.place.part for one in download.refused}
        for one in claims:
            for found in one.read(file, name, _own(answers, one.id)):
                if isinstance(found, Message):
                    named.update(given.part for given in found.attachments if given.part)
                elif found.place.part in refused:
                    continue
                elif found.why in _LEFT:
                    left[found.place.part] += 1
                    continue
                if found.place.part not in named:
                    yield found
        for part in download.parts:
            if left[part.name] == len(claims) and part.name not in named:
                yield from _last(download, part, answers)
        yield from download.refused


def _claims(file: BinaryIO, name: str) -> list[Format]:
    """Formats that would read this zip; chats first, since what a chat names as a file is no export of its own."""
    found = []
    for one in reversed(formats()):
        if one.id not in {"several", "closed"}:
            file.seek(0)
            if one.is_one(file, name):
                found.append(one)
    known = {one.id for one in found}
    return [one for one in found if _SAID_BETTER.get(one.id) not in known]


def _single(part: Part) -> Format | None:
    """What this part is by itself; only those whose name allows it are looked into."""
    ending = posixpath.splitext(part.name)[1].lower()
    likely = [one for one in formats() if ending in _SINGLE.get(one.id, ())]
    return known_as(part, tuple(one for one in likely if one.id not in _WHOLE)) or next(
        (one for one in likely if one.id in _WHOLE and _is_by_itself(one, part)), None
    )


def _looked(one: Format, part: Part) -> Iterator[Found]:
    """What a part says of itself; nothing where it is damaged, which is said when it is read and costs only itself."""
    try:
        yield look_inner(one, part)
    except CannotReadError:
        return


def _is_by_itself(one: Format, part: Part) -> bool:
    try:
        return one.is_one(cast("BinaryIO", Unpacked(part)), posixpath.basename(part.name))
    except CannotReadError:
        return False


def _last(download: Download, part: Part, answers: Answers) -> Iterator[Message | Skipped]:
    """A part that no kind of zip knows."""
    one = _single(part)
    if one is None:
        yield Skipped(place=part.whole, why=OTHER)
        return
    download.count(part)
    carries = False
    for found in read_inner(one, part, _own(answers, part.name)):
        carries = carries or (isinstance(found, Message) and len(found.attachments) > 0)
        yield found
    if carries and one.id in _WHOLE:
        yield Skipped(place=part.whole, why=_KEPT_IN)


def _about(path: str, found: Found, question: Question) -> Question:
    """A question with the file it is about."""
    ask = f"{posixpath.basename(path) or found.name}: {question.ask}"
    return msgspec.structs.replace(question, id=f"{question.id}:{path or found.format}", ask=ask)


def _own(answers: Answers, about: str) -> Answers:
    """Her answers to the questions about this file."""
    ending = f":{about}"
    return {name.removesuffix(ending): value for name, value in answers.items() if name.endswith(ending)}


format = Several()  # noqa: A001 - the name every format has
