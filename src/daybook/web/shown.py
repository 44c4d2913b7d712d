"""A record as a page shows it: every filled field in order, in words."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from daybook.domain.amount import pounds
from daybook.domain.attachment import Attachment
from daybook.domain.fields import Described, FieldKind, fields_of
from daybook.web.dates import day_words, when_words
from daybook.web.difference import Piece, difference
from daybook.web.i18n import _
from daybook.web.linked import titles_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One filled field: its question and its answer, as text or as files."""

    name: str
    label: str
    text: str = ""
    files: tuple[Attachment, ...] = ()

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
    found = (_shown(name, field, getattr(body, name)) for name, field in fields_of(type(body)).items())
    return [shown for shown in found if shown.text or shown.files]


def _shown(name: str, field: Described, value: Any) -> Shown:  # noqa: ANN401  (a value of any field)
    text = ""
    match field.kind:
        case FieldKind.FILES:
            return Shown(name=name, label=_(field.label), files=value)
        case FieldKind.GIVEN:
            text = ""
        case FieldKind.WHEN:
            text = when_words(value)
            if value.words:
                text += "\n" + _("“%(words)s”", words=value.words)
        case FieldKind.CHOICE:
            text = _(field.words_for(value)) if value else ""
        case FieldKind.CHOICES:
            text = "\n".join(_(field.words_for(part)) for part in value)
        case FieldKind.RECORDS:
            text = "\n".join(titles_of(value))
        case FieldKind.PEOPLE:
            text = "\n".join(value)
        case FieldKind.AMOUNT:
            text = "" if value is None else pounds(value)
        case FieldKind.DAY:
            text = day_words(value) if value else ""
        case _:
            text = value
    return Shown(name=name, label=_(field.label), text=text)


def changes(before: Any, after: Any) -> list[Changed]:  # noqa: ANN401  (records of one kind)
    """The fields that differ between two records of one kind, in the order they are asked."""
    found = []
    for name, field in fields_of(type(after)).items():
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        was, now = _shown(name, field, old), _shown(name, field, new)
        gone = tuple(file for file in was.files if file not in now.files)
        came = tuple(file for file in now.files if file not in was.files)
        pieces = difference(was.text, now.text)
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
