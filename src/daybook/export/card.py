"""A card to carry, the size of a bank card, with marks to cut along: plain, or with the look of a loyalty card."""

from __future__ import annotations

from datetime import UTC, datetime

from daybook.domain.card.layout import Card
from daybook.export.paper import typeset
from daybook.export.visible import reads_right_to_left, visible
from daybook.export.words import PaperWords

STAMPS, STAMPED = 8, 3
"""Circles on a disguised card, and how many of them are stamped already, as on one that is in use."""


def card_sheet(card: Card, *, paper: PaperWords, made: datetime) -> bytes:
    """The card on a tagged A4 file (PDF/A-2a, PDF/UA-1), at its true size: 85.6 by 54 mm (ISO/IEC 7810 ID-1).

    A folded one has its two sides beside each other. The sheet holds nothing but what is on the card. The same input
    gives the same bytes. Raises PaperError.
    """
    day = made.astimezone(UTC).date()
    data = {
        "title": _shown(card.title),
        "disguised": card.look == "disguised",
        "stamps": STAMPS,
        "stamped": STAMPED,
        "sides": [[{**_shown(row.name), "number": visible(row.number)} for row in side] for side in card.sides],
    }
    return typeset("card", data, made=day, paper=paper)


def _shown(text: str) -> dict[str, str | bool]:
    return {"text": visible(text), "rtl": reads_right_to_left(text)}
