"""Counts one below the other, as bars: what she wrote down on the left, what was sent on the right."""

from __future__ import annotations

from collections.abc import Sequence

from daybook.export.drawn_counts import WIDE, Mark, Words, hatching, linked, path, rect, svg, text

_HEAD, _ROW, _BAR, _GAP = 26, 30, 18, 14
_LETTER, _DIGIT = 7.4, 8.2
"""About how wide a letter of a label and a digit are."""
_SHORT = 92
_LONGEST = 150


def bars(marks: Sequence[Mark], words: Words, *, alone: bool = False) -> str:
    """A row for each mark. Each side has a scale of its own, so the numbers stand beside the bars."""
    left = min(_LONGEST, max(_SHORT if len(marks) < 24 else 44, *(_LETTER * len(mark.label) + 8 for mark in marks)))  # noqa: PLR2004
    both = any(mark.entries for mark in marks) and any(mark.sent for mark in marks)
    sides = 2 if both else 1
    wide = (WIDE - left - _GAP * (sides - 1)) / sides
    other = left + wide + _GAP if both else left
    row = _ROW if len(marks) < 24 else 24  # noqa: PLR2004  (the hours of a day)
    most_entries = max((mark.entries for mark in marks), default=0)
    most_sent = max((mark.sent for mark in marks), default=0)
    inner = [hatching(words.name)]
    heads = [text(left, 15, words.entries, "soft", size=12.5)] if most_entries or not most_sent else []
    if most_sent:
        heads.append(text(other, 15, words.sent, "soft", size=12.5))
    inner.append(f'<g aria-hidden="true">{"".join(heads)}</g>')
    for number, mark in enumerate(marks):
        y = _HEAD + number * row
        drawn = [
            rect(0, y, WIDE, row, "row"),
            text(0, y + row / 2 + 4.5, mark.label, "soft" if mark.is_empty else "ink"),
        ]
        if most_entries:
            drawn.append(_bar(left, y + (row - _BAR) / 2, wide, mark.entries, most_entries, hatch=""))
        if most_sent:
            hatch = f"url(#{words.name}-hatch)"
            drawn.append(_bar(other, y + (row - _BAR) / 2, wide, mark.sent, most_sent, hatch=hatch))
        inner.append(linked(mark, "".join(drawn)))
    return svg(inner, _HEAD + len(marks) * row + 6, words, alone=alone)


def _bar(x: float, y: float, wide: float, number: int, most: int, *, hatch: str) -> str:
    """One bar with its number at the end; nothing is a short line on the base."""
    base = path(f"M{x:g} {y - 3:g}v{_BAR + 6}", "base")
    if not number:
        return base
    long = max(2.0, (wide - _DIGIT * len(f"{most:,}") - 8) * number / most)
    shape = f"M{x:g} {y:g}h{long:g}v{_BAR}h-{long:g}z"
    drawn = path(shape, "outline", hatch) if hatch else rect(x, y, long, _BAR, "ink")
    return base + drawn + text(x + long + 5, y + _BAR - 4.5, f"{number:,}", "ink", bold=True)
