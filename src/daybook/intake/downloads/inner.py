"""A file inside a zip, read by a format that knows only single files."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from typing import BinaryIO, cast

import msgspec

from daybook.intake.downloads.parts import DamagedPartError, Part
from daybook.intake.downloads.unpacked import Unpacked
from daybook.intake.downloads.walked import DAMAGED
from daybook.intake.format import HEAD, Answers, CannotReadError, Format, Found
from daybook.intake.message import Given, Message, Place, Skipped


def known_as(part: Part, among: tuple[Format, ...]) -> Format | None:
    """Which of these formats a part is, by its first bytes; None for none of them."""
    head = part.head(HEAD)
    name = posixpath.basename(part.name)
    return next((one for one in among if head and one.is_one(io.BytesIO(head), name)), None)


def look_inner(one: Format, part: Part) -> Found:
    """What this part is. Raises CannotReadError."""
    return one.look(cast("BinaryIO", Unpacked(part)), posixpath.basename(part.name))


def read_inner(one: Format, part: Part, answers: Answers) -> Iterator[Message | Skipped]:
    """Everything in this part, with its path in every place; why it could not be read, where it could not."""
    at = 0
    try:
        for found in one.read(cast("BinaryIO", Unpacked(part)), posixpath.basename(part.name), answers):
            at = found.place.end
            yield _placed(found, part.name)
    except DamagedPartError:
        yield Skipped(place=Place(at, max(at, part.size), part.name), why=DAMAGED)
    except CannotReadError as error:
        why = str(error) or (type(error).__doc__ or "").strip()
        yield Skipped(place=Place(at, max(at, part.size), part.name), why=why)


def _placed(found: Message | Skipped, path: str) -> Message | Skipped:
    place = Place(found.place.start, found.place.end, path)
    if isinstance(found, Skipped):
        return Skipped(place=place, why=found.why)
    return msgspec.structs.replace(
        found, place=place, attachments=tuple(_carried(given, path) for given in found.attachments)
    )


def _carried(given: Given, path: str) -> Given:
    """A file that the part carries in its own bytes can be taken out of the zip; any other is only named."""
    return msgspec.structs.replace(given, part=path if given.encoding else "")
