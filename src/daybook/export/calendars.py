"""Counts by day: a month with its numbers, a year as twelve small months, and the hours of a week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from daybook.export.drawn_counts import (
    STEPS,
    Mark,
    Words,
    limits,
    linked,
    path,
    rect,
    step_legend,
    step_of,
    svg,
    text,
)

Week = Sequence[Mark | None]
"""Seven days from Monday; None is a day of another month."""
_DAY, _HIGH, _HEAD = 48, 54, 22
_SMALL, _BETWEEN, _TALL = 14, 21, 118
_HOUR_LEFT, _HOUR, _HOUR_WIDE = 30, 26, 43.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Small:
    """A month of a year: its name and weeks, and where all of it leads."""

    mark: Mark
    weeks: Sequence[Week]


def month(weeks: Sequence[Week], heads: Sequence[str], words: Words, *, alone: bool = False) -> str:
    """A month: in each day its number, how many entries (in the dark round), how many were sent (on the band below)."""
    days = [mark for week in weeks for mark in week if mark]
    most = max((mark.sent for mark in days), default=0)
    reach = limits(most)
    inner = ['<g aria-hidden="true">']
    inner += [text(_DAY * at + 23, 14, head, "soft", anchor="middle", size=12) for at, head in enumerate(heads)]
    inner.append("</g>")
    for row, week in enumerate(weeks):
        for column, mark in enumerate(week):
            if mark:
                inner.append(linked(mark, _day(mark, _DAY * column, _HEAD + _HIGH * row, step_of(mark.sent, reach))))
    y = float(_HEAD + _HIGH * len(weeks) + 6)
    if any(mark.entries for mark in days):
        round_ = rect(0, y, 20, 20, "ink", round_by=10) + text(10, y + 14.5, "1", "on-ink", bold=True, anchor="middle")
        inner.append(f'<g aria-hidden="true">{round_}{text(27, y + 14.5, words.entries, "soft")}</g>')
        y += 26
    if most:
        legend, y = step_legend(reach, most, words.sent, y)
        inner.append(legend)
    return svg(inner, y, words, alone=alone)


def _day(mark: Mark, x: float, y: float, step: int) -> str:
    drawn = [rect(x + 0.5, y + 0.5, _DAY - 3, _HIGH - 3, "box", round_by=4)]
    drawn.append(text(x + 5, y + 16, mark.label, "soft" if mark.is_empty else "ink", size=11.5))
    if mark.entries:
        digits = len(str(mark.entries))
        wide, size = 17 + 3 * digits, 14.5 - 1.5 * digits
        drawn.append(rect(x + _DAY - 5 - wide, y + 3, wide, 20, "ink", round_by=10))
        drawn.append(
            text(x + _DAY - 5 - wide / 2, y + 17.5, str(mark.entries), "on-ink", size=size, bold=True, anchor="middle")
        )
    if step:
        drawn.append(rect(x + 3, y + 27, _DAY - 8, 21, f"step{step}", round_by=3))
        drawn.append(
            text(
                x + _DAY / 2 - 1,
                y + 42,
                f"{mark.sent:,}",
                f"on{step}",
                size=_fitting(mark.sent),
                bold=True,
                anchor="middle",
            )
        )
    return "".join(drawn)


def _fitting(number: int) -> float:
    """How large the digits of a number can be in a day or an hour."""
    return min(13.0, 60 / len(f"{number:,}"))


def year(months: Sequence[Small], words: Words, *, alone: bool = False) -> str:
    """Twelve small months: a frame is a day with entries, a square one with something sent; more is larger."""
    days = [mark for each in months for week in each.weeks for mark in week if mark]
    most = max((mark.sent for mark in days), default=0)
    reach = limits(most)
    inner = []
    for number, each in enumerate(months):
        x, y = (number % 3) * (7 * _SMALL + _BETWEEN), (number // 3) * _TALL
        soft = "soft" if each.mark.is_empty else "ink"
        drawn = [rect(x - 3, y, 7 * _SMALL + 6, _TALL - 6, "row"), text(x, y + 14, each.mark.label, soft)]
        for row, week in enumerate(each.weeks):
            for column, mark in enumerate(week):
                if mark:
                    step = step_of(mark.sent, reach)
                    drawn.append(_small_day(mark, x + _SMALL * column, y + 21 + _SMALL * row, step))
        inner.append(linked(each.mark, "".join(drawn)))
    y = _TALL * -(-len(months) // 3) + 4
    legend = ""
    if any(mark.entries for mark in days):
        legend += _small_day(Mark(entries=1), 0, y, 0) + text(20, y + 11.5, words.entries, "soft")
        y += 22
    if most:
        legend += "".join(_small_day(Mark(sent=1), 15 * step, y, step + 1) for step in range(len(STEPS)))
        legend += text(66, y + 11.5, words.sent, "soft")
        y += 22
    inner.append(f'<g aria-hidden="true">{legend}</g>')
    return svg(inner, y, words, alone=alone)


def _small_day(mark: Mark, x: float, y: float, step: int) -> str:
    if mark.is_empty:
        return rect(x + 5.5, y + 5.5, 2, 2, "dot")
    middle, size = 6.5, 2.0 + 2 * step
    drawn = rect(x + middle - size / 2, y + middle - size / 2, size, size, "full") if step else ""
    return drawn + (rect(x + 0.5, y + 0.5, 12, 12, "frame", round_by=2) if mark.entries else "")


def week_hours(
    rows: Sequence[Sequence[Mark]], heads: Sequence[str], words: Words, legend: str, *, alone: bool = False
) -> str:
    """24 rows of seven days from Monday. A mark holds one number: `sent`, or `entries` where nothing was sent."""
    numbers = [[mark.sent or mark.entries for mark in row] for row in rows]
    most = max((number for row in numbers for number in row), default=0)
    reach = limits(most)
    inner = ['<g aria-hidden="true">']
    for at, head in enumerate(heads):
        inner.append(text(_HOUR_LEFT + _HOUR_WIDE * (at + 0.5) - 1, 14, head, "soft", anchor="middle", size=12))
    inner += [
        text(_HOUR_LEFT - 8, _HEAD + _HOUR * hour + 17, f"{hour:02}", "soft", anchor="end", size=12)
        for hour in range(len(rows))
    ]
    inner.append(path(f"M0 {_HEAD - 2.5}H{_HOUR_LEFT + 7 * _HOUR_WIDE - 2:g}", "base") + "</g>")
    for hour, row in enumerate(rows):
        for column, mark in enumerate(row):
            x, y, number = _HOUR_LEFT + _HOUR_WIDE * column, _HEAD + _HOUR * hour, numbers[hour][column]
            step = step_of(number, reach)
            drawn = rect(x + 0.5, y + 0.5, _HOUR_WIDE - 3, _HOUR - 3, f"step{step}" if step else "box", round_by=3)
            if step:
                middle = x + _HOUR_WIDE / 2 - 1
                drawn += text(
                    middle, y + 16.5, f"{number:,}", f"on{step}", bold=True, anchor="middle", size=_fitting(number)
                )
            inner.append(linked(mark, drawn))
    end = float(_HEAD + _HOUR * len(rows) + 6)
    if most:
        steps, end = step_legend(reach, most, legend, end)
        inner.append(steps)
    return svg(inner, end, words, alone=alone)
