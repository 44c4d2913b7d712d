"""The outline of a body on paper: each side that has marks, numbered as the words beside it are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from daybook.domain.body.drawing import drawing
from daybook.domain.body.figure import HIGH, WIDE, mark_words
from daybook.domain.body.mark import Mark

_SCALE = 0.7
"""Points a unit of the drawing."""


def mark_lines(marks: Sequence[Mark]) -> list[str]:
    """Every mark in words, with its number on the drawing."""
    return [f"{number}. {mark_words(mark)}" for number, mark in enumerate(marks, start=1)]


def figures(marks: Sequence[Mark], label: str) -> list[dict[str, Any]]:
    """What the template prints for the sides that have marks: a drawing, its size in points, and what it shows."""
    numbered = list(enumerate(marks, start=1))
    return [
        {
            "svg": drawing(view, numbered),
            "width": WIDE * _SCALE,
            "height": HIGH * _SCALE,
            "alt": f"{label} " + "; ".join(f"{number}. {mark_words(mark)}" for number, mark in seen),
        }
        for view in ("front", "back")
        if (seen := [(number, mark) for number, mark in numbered if mark.view == view])
    ]
