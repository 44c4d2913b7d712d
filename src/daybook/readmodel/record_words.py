"""The words of a record that it is found by: hers, the names and captions of its files, and what she chose."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.domain.attachment import Attachment
from daybook.domain.body.figure import mark_words
from daybook.domain.body.mark import Mark
from daybook.domain.fields import Described, FieldKind, fields_of
from daybook.domain.happened import Happened
from daybook.domain.kinds import all_kinds

_ELSEWHERE: dict[str, tuple[str, ...]] = {
    "cards.1": ("title", "numbers.name", "numbers.called", "numbers.number"),
    "emergency.1": ("address", "happening", "there"),
    "home.1": ("rooms.name", "ways_out.name", "meet_other", "note"),
    "leaving-day.1": ("own.words",),
    "letter-details.1": (),
    "local_services.1": (
        *("services.name", "services.run_by", "services.for_whom", "services.places"),
        *("services.ways.value", "services.ways.note"),
    ),
    "machine-text.1": (),
    "mark.1": (),
    "money.1": ("costs.name",),
    "option-note.1": ("note",),
    "source.1": (),
    "step.1": ("note",),
}
"""Kinds she does not list herself that hold words of hers: where these stand besides the described fields."""
_SAYS_NOTHING = frozenset({"no", "none", "nobody", "not-sure", "unsure", "not-yet"})
"""Answers that a thing is not so, or not known. Their words would find just what is not there."""


def is_searched(code: str) -> bool:
    """Whether records of this kind are found by their words."""
    return code in _ELSEWHERE or (code in all_kinds() and all_kinds()[code].listed)


def words_of(code: str, body: object) -> str:
    """All of it for a record of this kind as one text, a line for each part; "" where there is none."""
    parts: list[str] = []
    for name, field in fields_of(type(body)).items():
        parts.extend(_said(field, getattr(body, name)))
    for path in _ELSEWHERE.get(code, ()):
        parts.extend(_at(body, path.split(".")))
    return "\n".join(part for part in parts if part)


def _said(field: Described, value: object) -> Iterator[str]:
    match field.kind:
        case FieldKind.RECORDS | FieldKind.GIVEN | FieldKind.CLOCK | FieldKind.DAY | FieldKind.AMOUNT:
            return  # an id is not a word, and a number by itself finds too much
        case FieldKind.CHOICE | FieldKind.CHOICES:
            chosen = (value,) if isinstance(value, str) else value
            if isinstance(chosen, tuple):
                yield from (field.words_for(one) for one in chosen if one and one not in _SAYS_NOTHING)
        case _:
            yield from _words(value)


def _words(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Happened():
            yield value.words
        case Attachment():
            yield value.caption
            yield value.name
        case Mark():
            yield mark_words(value)
        case tuple():
            for part in value:
                yield from _words(part)


def _at(value: object, path: list[str]) -> Iterator[str]:
    if isinstance(value, tuple):
        for part in value:
            yield from _at(part, path)
    elif path:
        yield from _at(getattr(value, path[0]), path[1:])
    elif isinstance(value, str):
        yield value
