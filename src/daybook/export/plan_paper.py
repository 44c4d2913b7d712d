"""A plan made together, on paper: what was chosen, in its order, and nothing else that she told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from daybook.export.paper import typeset
from daybook.export.visible import directed, on_paper, paragraphs
from daybook.export.words import PaperWords


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One thing of the plan: its title, whether it is done or put off, if it could be noticed, and her own note."""

    title: str
    steps: Sequence[str] = ()
    state: str = ""
    noticed: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPart:
    """A group of the plan with its sections: a heading, and (title, lines) for each section."""

    heading: str
    sections: Sequence[tuple[str, Sequence[PlanLine]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWords:
    """The words of this paper that are ours. It has a neutral file title, and says that a paper can be found."""

    title: str = "Plan"
    found: str = (
        "A paper can be found. Keep it where nobody looks, leave it with somebody you trust, or learn it by heart "
        "and tear it up."
    )
    emergency: str = "In danger: 999."
    hers: str = "These are things that can be done. None of them has to be."
    note: str = "Note"


def plan_paper(parts: Sequence[PlanPart], *, words: PlanWords, paper: PaperWords, made: datetime) -> bytes:
    """The chosen parts of a plan as a tagged A4 file (PDF/A-2a, PDF/UA-1). Of `made` only the day is told.

    The same input gives the same bytes. Raises PaperError.
    """
    day = made.astimezone(UTC).date()
    data = {
        "title": words.title,
        "facts": [paper.made.format(day=paper.day(day)), words.hers, words.emergency],
        "found": words.found,
        "note": words.note,
        "parts": [_part(part) for part in parts],
    }
    return typeset("plan", data, made=day, paper=paper)


def _part(part: PlanPart) -> dict[str, Any]:
    return {
        "heading": on_paper(part.heading),
        "sections": [
            {"title": on_paper(title), "lines": [_line(line) for line in lines]} for title, lines in part.sections
        ],
    }


def _line(line: PlanLine) -> dict[str, Any]:
    note = [directed(text) for text in paragraphs(line.note)]
    return {
        "title": on_paper(line.title),
        "steps": [on_paper(step) for step in line.steps],
        "state": on_paper(line.state),
        "noticed": on_paper(line.noticed),
        "note": note,
    }
