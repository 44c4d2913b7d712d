"""The day she may go, on paper: lines in order with a box each, and nothing else that she told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from daybook.export.paper import typeset
from daybook.export.visible import directed, on_paper, paragraphs
from daybook.export.words import PaperWords


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """One line: its words, what to think of first, and a short word before it where `about` holds one."""

    words: str
    cautions: Sequence[str] = ()
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPart:
    """A part of the day with its lines; a heading may be empty."""

    heading: str
    lines: Sequence[DayLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWords:
    """The words of this paper that are ours. Its titles say nothing of leaving."""

    title: str = "The day"
    emergency: str = "In danger: 999."
    found: str = (
        "A paper can be found. Leave it with somebody you trust, or learn what matters by heart and tear it up."
    )
    hers: str = "You can stop, wait or change your mind at any point."


def leaving_day_paper(
    parts: Sequence[DayPart],
    *,
    paper: PaperWords,
    made: datetime,
    words: DayWords | None = None,
    helplines: Sequence[str] = (),
) -> bytes:
    """The lines as a tagged A4 file (PDF/A-2a, PDF/UA-1), undated to the eye. The same input gives the same bytes.

    `helplines` stand below 999. Raises PaperError.
    """
    ours, day = words or DayWords(), made.astimezone(UTC).date()
    data: dict[str, Any] = {
        "title": ours.title,
        "facts": [ours.emergency, *map(on_paper, helplines), ours.hers],
        "found": ours.found,
        "parts": [{"heading": on_paper(part.heading), "lines": [_line(line) for line in part.lines]} for part in parts],
    }
    return typeset("leaving_day", data, made=day, paper=paper)


def _line(line: DayLine) -> dict[str, Any]:
    return {
        "about": on_paper(line.about),
        "words": [directed(text) for text in paragraphs(line.words)],
        "cautions": [on_paper(caution) for caution in line.cautions],
    }
