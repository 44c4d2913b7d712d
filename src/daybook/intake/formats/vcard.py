"""Contacts as every phone writes them (vCard 2.1, 3.0 and 4.0)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from daybook.intake.coding import Coding
from daybook.intake.content_lines.entries import Entries, Entry
from daybook.intake.format import HEAD, Answers, CannotReadError, Found
from daybook.intake.message import Message, Skipped

ORDER = 30
_LOOKED_AT = 5_000
_KINDS = frozenset({"VCARD"})
_REACHED_BY = ("TEL", "EMAIL", "IMPP")
_FAMILY, _GIVEN, _MORE = 0, 1, 2


class NoContactsError(CannotReadError):
    """There is no contact in this file that could be read. It can be kept as it is."""


class VCard:
    """An address book: `sender` is the name, `to` numbers and addresses, `text` the note. A card at a time."""

    id = "vcard"
    name = "Contacts"

    def is_one(self, file: BinaryIO, name: str) -> bool:
        """Whether it begins with a card."""
        del name
        return begins_with(file, b"BEGIN:VCARD")

    def look(self, file: BinaryIO, name: str) -> Found:
        """The names in it. There is nothing to ask."""
        found = [one for one in islice(self.read(file, name, {}), _LOOKED_AT) if isinstance(one, Message)]
        if not found:
            raise NoContactsError
        return Found(
            format=self.id, name=self.name, people=tuple(dict.fromkeys(one.sender for one in found if one.sender))
        )

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        """Every card in the order of the file."""
        del name, answers
        for entry in Entries(file, _KINDS, frozenset()):
            yield _person(entry) if isinstance(entry, Entry) else entry


def begins_with(file: BinaryIO, mark: bytes) -> bool:
    """Whether a file's first words are these, in whatever coding."""
    head = next(Coding(file.read(HEAD)).blocks(file), b"")[:HEAD]
    return head.lstrip()[: len(mark)].upper() == mark


def _person(entry: Entry) -> Message:
    """A card as it stands; every property is in `headers`, its kinds ("TEL;CELL") with it."""
    headers = [
        (f"{one.name};{kinds}" if (kinds := one.parameters.get("TYPE", "")) else one.name, one.value)
        for one in entry.properties
        if one.value and one.name not in {"FN", "NOTE", "VERSION"}
    ]
    reached = [one.value.strip() for one in entry.properties if one.name in _REACHED_BY and one.value.strip()]
    return Message(
        kind="person", sent="", sent_as_written="", sender=_called(entry), place=entry.place, headers=tuple(headers),
        text="\n".join(one.value for one in entry.properties if one.name == "NOTE"),
        to=tuple(dict.fromkeys(one.removeprefix("tel:").removeprefix("mailto:") for one in reached)),
        attachments=entry.given(), flags=("mended",) if entry.mended() else (),
    )  # fmt: skip


def _called(entry: Entry) -> str:
    """The name as shown; else its parts, given name first; else the place she works at, or nothing."""
    shown = entry.value("FN")
    if shown.strip():
        return shown
    parts = [*entry.value("N").split(";"), "", "", ""]
    whole = " ".join(part for part in (parts[_GIVEN], parts[_MORE], parts[_FAMILY]) if part.strip())
    return whole or entry.value("NICKNAME") or entry.value("ORG")


format = VCard()  # noqa: A001
