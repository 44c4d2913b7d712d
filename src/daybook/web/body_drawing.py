"""The outline of a body on a page: the drawing as a picture, its marks in words, and a touch on it as one more mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, get_args

from daybook.domain.body.figure import HIGH, REGIONS, WIDE, mark_words
from daybook.domain.body.mark import Mark, View, mark_at, typed_mark, typed_marks
from daybook.domain.fields import FieldKind, fields_of
from daybook.web.i18n import N_, _

if TYPE_CHECKING:
    from daybook.domain.kinds import RecordKind

SIDES: tuple[tuple[View, str, str, str], ...] = (
    ("front", N_("From the front"), N_("right"), N_("left")),
    ("back", N_("From the back"), N_("left"), N_("right")),
)
"""A side, its name, and which side of the hurt person is on the left and on the right of the picture."""
SIZE = (150, 330)
"""How large the drawing is on a page, in CSS pixels; the place she touches is counted in them."""


def mark_lines(marks: Sequence[Mark]) -> list[str]:
    """Every mark in words, with its number on the drawing."""
    return [
        _("%(number)s. %(place)s", number=number, place=_(mark_words(mark)))
        for number, mark in enumerate(marks, start=1)
    ]


def kept_marks(typed: Sequence[str]) -> list[tuple[str, str]]:
    """The marks a form holds: each as the form holds it, and in words."""
    marks = typed_marks(typed)
    return list(zip((typed_mark(mark) for mark in marks), mark_lines(marks), strict=True))


def parts_of(view: View, typed: Sequence[str]) -> list[tuple[str, str]]:
    """Every part of the body that can be chosen by its name from this side, but those the form holds as a whole."""
    parts = [(f"{view} {code}", _(region.words)) for code, region in REGIONS[view].items()]
    return [(value, words) for value, words in parts if value not in typed]


def touched(kind: RecordKind, typed: Mapping[str, list[str]]) -> tuple[str, dict[str, list[str]], bool] | None:
    """A form that was sent by a touch on the drawing: the field, what the form holds with the mark, if there is one.

    None where no drawing was touched. The last is False beside the figure: then nothing is marked.
    """
    for name, field in fields_of(kind.cls).items():
        for view in get_args(View):
            if field.kind is FieldKind.MARKS and f"{name}.{view}.x" in typed:
                rest = {key: values for key, values in typed.items() if not key.startswith(f"{name}.")}
                mark = _mark(view, typed[f"{name}.{view}.x"], typed.get(f"{name}.{view}.y", []))
                if mark:
                    rest[name] = [*rest.get(name, []), typed_mark(mark)]
                return name, rest, mark is not None
    return None


def _mark(view: View, x: Sequence[str], y: Sequence[str]) -> Mark | None:
    if not (x and y and x[0].isdecimal() and y[0].isdecimal()):
        return None
    return mark_at(view, int(x[0]) * WIDE // SIZE[0], int(y[0]) * HIGH // SIZE[1])
