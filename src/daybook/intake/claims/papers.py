"""What a PDF says of itself, read by PDFium."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.claims.claim import Claim, Says, claim
from daybook.intake.claims.moment import paper_moment
from daybook.intake.format import CannotReadError

_FIELDS: tuple[tuple[Says, str], ...] = (
    ("taken", "CreationDate"),
    ("changed", "ModDate"),
    ("belongs-to", "Author"),
    ("software", "Creator"),
    ("software", "Producer"),
    ("describes", "Title"),
    ("describes", "Subject"),
    ("describes", "Keywords"),
)
_ONE_AT_A_TIME = threading.Lock()
"""The library must not be used by two threads."""


class LockedPaperError(CannotReadError):
    """This paper cannot be looked into: it has a password of its own, or it is broken. It is kept as it is."""


def claims_of_paper(file: BinaryIO) -> Iterator[Claim]:
    """Its claims. Raises LockedPaperError."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415  a library of some megabytes, loaded when a paper is met

    try:
        with _ONE_AT_A_TIME:
            paper = PdfDocument(file, autoclose=False)  # type: ignore[no-untyped-call]  # the library has no types
            try:
                said = {field: str(paper.get_metadata_value(field)) for _, field in _FIELDS}  # type: ignore[no-untyped-call]
            finally:
                paper.close()  # type: ignore[no-untyped-call]
    except Exception:  # noqa: BLE001  hostile bytes: the library's answer may be anything
        raise LockedPaperError from None
    for name, field in _FIELDS:
        written = said[field]
        iso = paper_moment(written) if name in ("taken", "changed") else ""
        yield from claim(name, written, f"PDF {field}", iso)
