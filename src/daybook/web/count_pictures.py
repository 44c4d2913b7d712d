"""The pictures of her record: by year, month, week and day, by hour of the week, and before and after one day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from daybook.domain.counts.around import Around, by_step
from daybook.domain.counts.counted import Cell, Counted, by_time, by_weekday_and_hour
from daybook.domain.counts.stretch import Level, Stretch, parts, stretch_of
from daybook.export.bars import bars
from daybook.export.calendars import Small, month, week_hours, year
from daybook.export.drawn_counts import Mark, Words
from daybook.notebook.behind import Part
from daybook.web.count_asked import Asked, zoom_of
from daybook.web.count_rows import Picture, Row, cell_of, picture, row
from daybook.web.count_words import (
    ENTRIES,
    SENT,
    SHORT_DAYS,
    cell_words,
    label_words,
    period_words,
    step_label,
    step_words,
    weekday_hour_words,
)
from daybook.web.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daybook.notebook.counts import Things

INTO: dict[Level, Level] = {"all": "year", "year": "month", "month": "day", "week": "day", "day": "hour"}
"""What each level is counted by."""
HEADS: dict[Level, str] = {"year": N_("Year"), "month": N_("Month"), "day": N_("Day"), "hour": N_("Hour")}
Which = Literal["entries", "sent"]
_MOST_YEARS = 40


def over_time(
    things: Things, level: Level, stretch: Stretch, asked: Asked
) -> tuple[list[Picture], Counted[dt.datetime]]:
    """The pictures of a stretch: bars, or a calendar for a month; a year has both. And what was counted."""
    by = INTO[level]
    sent = things.sent_in(stretch) if by == "hour" else things.sent_by_day(stretch)
    found = by_time(things.entries, sent, stretch, by)
    rows = _rows(found, level, by, asked, things.span)
    title = period_words(level, stretch.start)
    head = _(HEADS[by])
    if level == "month":
        draw = partial(_drawn_month, rows)
        return [picture(title, rows, draw, head=head, name="month")], found
    draw = partial(_drawn_bars, [each.mark for each in rows])
    pictures = [picture(_("Month by month") if level == "year" else title, rows, draw, head=head, name="bars")]
    if level == "year":
        pictures.append(_year(things, stretch, rows))
    return pictures, found


def _rows(found: Counted[dt.datetime], level: Level, by: Level, asked: Asked, span: Stretch | None) -> list[Row]:
    stretch = found.stretch
    if level == "all":
        stretch = (span and span.within(stretch)) or stretch_of("year", stretch.last)
    all_of = list(parts(by, stretch)) if stretch.days < _MOST_YEARS * 366 else []
    starts = [part.start for part in all_of] or sorted(found.cells)
    rows = []
    for start in starts:
        part = stretch_of(by, start).within(found.stretch)
        if part is None:
            continue
        label = period_words("year", start) if by == "year" else label_words(by, start)
        closer = None if by == "hour" else zoom_of(by, start)
        words = period_words(by, start)
        rows.append(row(label, words, cell_of(found, start), Part(stretch=part, by=by), asked, closer))
    return rows


def _drawn_bars(marks: Sequence[Mark], words: Words, alone: bool) -> str:  # noqa: FBT001
    return bars(marks, words, alone=alone)


def _drawn_month(rows: Sequence[Row], words: Words, alone: bool) -> str:  # noqa: FBT001
    marks = [replace(each.mark, label=str(each.part.stretch.start.day)) for each in rows]
    first = rows[0].part.stretch.start if rows else dt.datetime.min  # noqa: DTZ901  (a wall's clock)
    return month(weeks_of(first.weekday(), marks), [_(day) for day in SHORT_DAYS], words, alone=alone)


def weeks_of(before: int, marks: Sequence[Mark]) -> list[list[Mark | None]]:
    """The days of a month in weeks from Monday; `before` days of the first week are of another month."""
    cells: list[Mark | None] = [*[None] * before, *marks]
    cells += [None] * (-len(cells) % 7)
    return [cells[at : at + 7] for at in range(0, len(cells), 7)]


def _year(things: Things, stretch: Stretch, months: Sequence[Row]) -> Picture:
    """Every day of a year at once. Its table is that of the months: what is too small to read there is a month away."""
    found = by_time(things.entries, things.sent_by_day(stretch), stretch, "day")
    smalls = []
    for each in months:
        whole = stretch_of("month", each.part.stretch.start)
        days = [cell_of(found, part.start) for part in parts("day", whole)]
        marks = [Mark(entries=cell.entries, sent=cell.sent) for cell in days]
        smalls.append(Small(mark=each.mark, weeks=weeks_of(whole.start.weekday(), marks)))

    def draw(words: Words, alone: bool) -> str:  # noqa: FBT001
        return year(smalls, words, alone=alone)

    return picture(_("Every day of %(year)s", year=stretch.start.year), months, draw, head=_("Month"), name="year")


def by_hours(things: Things, stretch: Stretch, which: Which, asked: Asked) -> tuple[Picture, Counted[tuple[int, int]]]:
    """The hours of the week: only what has an hour. `things` are her entries or what was sent, as `which` says."""
    found = by_weekday_and_hour(things.entries, things.sent_by_weekday(stretch), stretch)
    lines: dict[tuple[int, int], Row] = {}
    for hour in range(24):
        for weekday in range(7):
            cell = cell_of(found, (weekday, hour))
            part = Part(stretch=stretch, by="hour", weekday=weekday, hour=hour)
            lines[hour, weekday] = row("", weekday_hour_words(weekday, hour), cell, part, asked)
    rows = [[lines[hour, weekday].mark for weekday in range(7)] for hour in range(24)]
    title = _("What you wrote down") if which == "entries" else _("Messages and calls")
    legend = _(ENTRIES) if which == "entries" else _(SENT)

    def draw(words: Words, alone: bool) -> str:  # noqa: FBT001
        return week_hours(rows, [_(day) for day in SHORT_DAYS], words, legend, alone=alone)

    in_order = [lines[hour, weekday] for weekday in range(7) for hour in range(24) if lines[hour, weekday].cell]
    return picture(title, in_order, draw, head=_("Day and hour"), name="hours"), found


def around_day(things: Things, it: Around, asked: Asked) -> tuple[Picture, Counted[int]]:
    """Before and after one day, step by step."""
    found = by_step(things.entries, things.sent_by_day(it.whole), it)
    rows = []
    for number, step in enumerate(it.steps):
        words = step_words(step)
        part = Part(stretch=step.stretch, by="day")
        rows.append(row(step_label(step), words, cell_of(found, number), part, asked))
    draw = partial(_drawn_bars, [each.mark for each in rows])
    return picture(_("Step by step"), rows, draw, head=_("Days"), name="around"), found


def weeks_in(stretch: Stretch, found: Counted[dt.datetime]) -> list[tuple[dt.datetime, str]]:
    """The weeks that a month has a part in and that hold something, each with what it holds of this month."""
    days = [(part.start, cell_of(found, part.start)) for part in parts("day", stretch)]
    weeks = groupby(days, key=lambda day: stretch_of("week", day[0]).start)
    sums = [(start, sum((cell for _day, cell in group), Cell())) for start, group in weeks]
    return [(start, cell_words(cell)) for start, cell in sums if cell]
