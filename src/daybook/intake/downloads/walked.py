"""A part gone through piece by piece, its end told where it comes too early."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from daybook.intake.downloads.json_pieces import Path, Piece, Wish, pieces
from daybook.intake.downloads.parts import DamagedPartError, Part
from daybook.intake.downloads.window import BrokenOffError
from daybook.intake.message import Place, Skipped

BROKEN = "From here on this file is broken or cut off, so what followed could not be read."
DAMAGED = "From about here on this file inside the zip is damaged, so what followed could not be read."


def walked(part: Part, wanted: Callable[[Path], Wish]) -> Iterator[Piece | Skipped]:
    """The pieces of a part of JSON; the last one is a Skipped where it could not be read to its end."""
    last = 0
    try:
        for piece in pieces(part.open(), wanted):
            last = piece.end
            yield piece
    except BrokenOffError as error:
        yield Skipped(place=Place(error.at, max(part.size, error.at), part.name), why=BROKEN)
    except DamagedPartError:
        yield Skipped(place=Place(last, max(part.size, last), part.name), why=DAMAGED)
