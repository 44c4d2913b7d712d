"""A letter on paper: her words alone, on a plain sheet."""

from __future__ import annotations

from datetime import UTC, datetime

from daybook.export.paper import typeset
from daybook.export.visible import directed, paragraphs
from daybook.export.words import PaperWords


def letter_paper(text: str, *, paper: PaperWords, made: datetime) -> bytes:
    """The text as a tagged A4 letter (PDF/A-2a, PDF/UA-1); of `made` only the day is kept in the file.

    Paragraphs are parted where there is an empty line; a single line end stays one. Raises PaperError.
    """
    day = made.astimezone(UTC).date()
    data = {
        "paragraphs": [directed(part) for part in paragraphs(text)],
    }
    return typeset("letter", data, made=day, paper=paper)
