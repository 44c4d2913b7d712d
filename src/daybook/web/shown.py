"""A record as a page shows it: every filled field in order, in words."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from daybook.domain.amount import pounds
from daybook.domain.attachment import Attachment
from daybook.domain.body.mark import Mark, typed_mark
from daybook.domain.fields import Described, FieldKind, fields_of
from daybook.web.body_drawing import mark_lines
from daybook.web.dates import day_words, when_words
from daybook.web.difference import Piece, difference
from daybook.web.her_words import her_fields
from daybook.web.i18n import _
from daybook.web.linked import Linked, linked_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One filled field: its question and its answer, as text, files, marks on a body or entries it points to."""

    name: str
    label: str
    text: str = ""
    files: tuple[Attachment, ...] = ()
    marks: tuple[Mark, ...] = ()
    links: tuple[Linked, ...] = ()

    @property
    def typed_marks(self) -> list[str]:
        """The marks as an address carries them."""
        return [typed_mark(mark) for mark in self.marks]

    @property
    def pictures(self) -> list[Attachment]:
        """The files that can be looked at."""
        return [file for file in self.files if file.is_picture]

    @property
    def other_files(self) -> list[Attachment]:
        """The files that cannot."""
        return [file for file in self.files if not file.is_picture]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One field that differs between two versions: the words that went and came, and the files."""

    label: str
    pieces: list[Piece]
    before: str = ""
    after: str = ""
    gone: tuple[Attachment, ...] = ()
    new: tuple[Attachment, ...] = ()


def shown_fields(body: Any) -> list[Shown]:  # noqa: ANN401  (a record of any kind)
    """Every field of a record that holds something, in the order it is asked."""
    found = (_shown(name, field, getattr(body, name)) for name, field in her_fields(type(body)).items())
    return [shown for shown in found if shown.text or shown.files]


def _shown(name: str, field: Described, value: Any) -> Shown:  # noqa: ANN401  (a value of any field)
    label = field.label
    match field.kind:
        case FieldKind.FILES:
            return Shown(name=name, label=label, files=value)
        case FieldKind.MARKS:
            return Shown(name=name, label=label, text="\n".join(mark_lines(value)), marks=value)
        case FieldKind.RECORDS:
            found = tuple(linked_of(value))
            return Shown(name=name, label=label, text="\n".join(each.words for each in found), links=found)
        case _:
            return Shown(name=name, label=label, text=_text(field, value))


def _text(field: Described, value: Any) -> str:  # noqa: ANN401, PLR0911  (a value of any field; one for each kind)
    match field.kind:
        case FieldKind.GIVEN:
            return ""
        case FieldKind.WHEN:
            return when_words(value) + ("\n" + _("“%(words)s”", words=value.words) if value.words else "")
        case FieldKind.CHOICE:
            return field.words_for(value) if value else ""
        case FieldKind.CHOICES:
            return "\n".join(field.words_for(part) for part in value)
        case FieldKind.PEOPLE:
            return "\n".join(value)
        case FieldKind.AMOUNT:
            return "" if value is None else pounds(value)
        case FieldKind.DAY:
            return day_words(value) if value else ""
        case _:
            return str(value)


def changes(before: Any, after: Any) -> list[Changed]:  # noqa: ANN401  (records of one kind)
    """The fields that differ between two records of one kind, in the order they are asked."""
    found = []
    for name, field in her_fields(type(after)).items():
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        was, now = _shown(name, field, old), _shown(name, field, new)
        gone = tuple(file for file in was.files if file not in now.files)
        came = tuple(file for file in now.files if file not in was.files)
        pieces = difference(was.text, now.text) if was.text != now.text else []
        found.append(
            Changed(label=was.label, pieces=pieces, before=was.text, after=now.text, gone=gone, new=came),
        )
    return found


def says_the_same(one: Any, other: Any) -> bool:  # noqa: ANN401  (records of one kind)
    """Whether two records say the same with the same files, even if a file was sent and sealed twice."""
    if type(one) is not type(other):
        return False
    for name, field in fields_of(type(one)).items():
        old, new = getattr(one, name), getattr(other, name)
        if field.kind is FieldKind.FILES:
            old, new = ([dataclasses.replace(file, blob="") for file in files] for files in (old, new))
        if old != new:
            return False
    return True
