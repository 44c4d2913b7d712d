"""One sheet for an emergency: the number, the address in large letters, ways out, where to meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from daybook.export.paper import typeset
from daybook.export.visible import directed, on_paper
from daybook.export.words import PaperWords


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """A heading with a few lines."""

    title: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """The words of this paper that are ours. It reads like the sheet a household has for a fire."""

    title: str = "In an emergency"
    ring: str = "Ring 999"
    address: str = "Address"


def emergency_sheet(
    address: str, parts: Sequence[SheetPart], *, paper: PaperWords, made: datetime, words: SheetWords | None = None
) -> bytes:
    """The sheet as a tagged A4 file (PDF/A-2a, PDF/UA-1), undated to the eye. The same input gives the same bytes.

    Raises PaperError.
    """
    ours = words or SheetWords()
    day = made.astimezone(UTC).date()
    data: dict[str, Any] = {
        "title": ours.title,
        "ring": ours.ring,
        "address_title": ours.address,
        "address": [directed(line) for line in address.splitlines() if line.strip()],
        "parts": [{"title": on_paper(part.title), "lines": [directed(line) for line in part.lines]} for part in parts],
    }
    return typeset("emergency", data, made=day, paper=paper)
