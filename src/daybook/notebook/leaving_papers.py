"""The day on paper: chosen parts of it, or the few lines for today."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from daybook.domain.leaving.order import MOMENT_ORDER
from daybook.domain.leaving.today import TITLES
from daybook.export.leaving_day import DayLine, DayPart, leaving_day_paper
from daybook.export.words import PaperWords
from daybook.notebook.leaving_days import her_day
from daybook.notebook.lines import FEW, lines_for
from daybook.notebook.people import spoken

if TYPE_CHECKING:
    from daybook.domain.leaving.line import Line
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan

HEADINGS: dict[str, str] = {
    "before": "Before",
    "hour": "Once {person} is out",
    "door": "As you go",
    "way": "On the way",
    "night": "The first night",
    "week": "The first week",
}


class EmptyDayError(ValueError):
    """There is nothing of the day in what you chose. Choose at least one part that holds something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChoice:
    """What goes on the paper. `today` is the short version alone. Her name for the person only with `name`."""

    moments: Collection[str] = MOMENT_ORDER
    today: bool = False
    cautions: bool = True
    name: bool = False


def day_on_paper(notebook: Notebook, plan: HerPlan, choice: DayChoice, *, made: datetime | None = None) -> bytes:
    """The paper as PDF; what she left out is not on it. Raises EmptyDayError, PaperError."""
    her = her_day(notebook, plan)
    voice = plan if choice.name else replace(plan, wording=replace(plan.wording, name=""))
    if choice.today:
        lines = [DayLine(about=TITLES[now.about].said({}), words=spoken(voice, now.said)) for now in her.today]
        parts = [DayPart(heading="", lines=lines)]
    else:
        parts = [
            DayPart(heading=voice.words(HEADINGS[moment]), lines=[_line(voice, line, choice) for line in lines])
            for moment, lines in her.day.moments()
            if moment in choice.moments
        ]
    if not parts:
        raise EmptyDayError
    made = made or datetime.now(UTC)
    return leaving_day_paper(parts, paper=PaperWords(), made=made, helplines=helplines_of(plan))


def helplines_of(plan: HerPlan) -> list[str]:
    """Who can be rung, each with its number: those the page for today names."""
    return [f"{line.name}: {line.ways[0].value}" for line in lines_for(plan)[:FEW]]


def _line(plan: HerPlan, line: Line, choice: DayChoice) -> DayLine:
    cautions = [spoken(plan, said) for said in line.cautions] if choice.cautions else []
    return DayLine(words=spoken(plan, line.words), cautions=cautions)
