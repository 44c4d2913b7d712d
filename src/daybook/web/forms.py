"""A form for a record of any kind, made from the descriptions of its fields and from what is typed so far."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from daybook.domain.attachment import Attachment
from daybook.domain.fields import Described, FieldKind, fields_of
from daybook.domain.kinds import RecordKind, UnknownKindError, kind_of
from daybook.domain.typed import Files, Problem, Typed, first, parse, typed_of
from daybook.web.drafts import kept_value, new_key
from daybook.web.her_words import her_fields, her_kind
from daybook.web.i18n import _
from daybook.web.linked import Older, older_choices, with_choices

if TYPE_CHECKING:
    from daybook.domain.revision import Revision
    from daybook.notebook.drafts import Draft

_DATE_PARTS = ("day", "month", "year", "time", "end_day", "end_month", "end_year", "end_time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One field of a form: its words, what is in it now, and what there is to put right.

    `id` is how the page points to it; it says nothing, because it can stand in the address bar.
    """

    id: str
    name: str
    words: Described
    typed: Typed
    files: tuple[Attachment, ...] = ()
    problem: str = ""
    main: bool = False
    older: Older = ()

    @property
    def value(self) -> str:
        """What is typed in it, exactly."""
        return (self.typed.get(self.name) or [""])[0]

    @property
    def chosen(self) -> list[str]:
        """The values chosen in it."""
        return self.typed.get(self.name, [])

    def part(self, part: str) -> str:
        """What is typed in one part of it ("day", "end_year")."""
        return first(self.typed, f"{self.name}.{part}")

    def caption_name(self, file: Attachment) -> str:
        """The name of the input for a file's caption."""
        return _caption_name(self.name, file)

    def out_name(self, file: Attachment) -> str:
        """The name of the box that leaves a file out when the form is saved."""
        return _out_name(self.name, file)

    def caption(self, file: Attachment) -> str:
        """What is typed as a file's caption, or the one it has."""
        return first(self.typed, self.caption_name(file)) if self.caption_name(file) in self.typed else file.caption

    def is_out(self, file: Attachment) -> bool:
        """Whether she chose to leave this file out."""
        return bool(first(self.typed, self.out_name(file)))

    @property
    def is_filled(self) -> bool:
        """Whether there is anything in it."""
        names = [self.name, *(f"{self.name}.{part}" for part in (*_DATE_PARTS, "words"))]
        return bool(self.files) or any(first(self.typed, name) for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form on a page. `record` and `based_on` say what it amends; `problems` what there is to put right."""

    kind: RecordKind
    key: str
    typed: Typed
    files: Files
    record: str = ""
    based_on: int = 0
    problems: Sequence[Problem] = ()

    @property
    def asked(self) -> list[Asked]:
        """Its fields in order. What has to be there and when it was come first; the rest is optional."""
        wrong = {problem.field: problem.sentence for problem in self.problems}
        return [
            Asked(
                id=f"f{number}",
                name=name,
                words=with_choices(words, self.typed.get(name, []), self.record),
                typed=self.typed,
                files=self.files.get(name, ()),
                problem=wrong.get(name, ""),
                older=older_choices(words, self.typed.get(name, []), self.record),
                main=words.required or words.main or words.kind is FieldKind.GIVEN or name == self.kind.dated_by,
            )
            for number, (name, words) in enumerate(her_fields(self.kind.cls).items())
        ]

    @property
    def start(self) -> str:
        """What the page of a new one is called, in her words."""
        kind = her_kind(self.kind)
        return kind.start or kind.name

    @property
    def has_figure(self) -> bool:
        """Whether it asks for marks on the outline of a body."""
        return any(words.kind is FieldKind.MARKS for words in fields_of(self.kind.cls).values())

    @property
    def kept(self) -> list[str]:
        """The values of the hidden inputs that carry the files sealed already."""
        return [kept_value(name, file) for name, files in self.files.items() for file in files]


def listed_kind(code: str) -> RecordKind:
    """The kind with this code, if it is one she writes herself. Raises UnknownKindError."""
    kind = kind_of(code)
    if not kind.listed:
        raise UnknownKindError
    return kind


def empty_form(kind: RecordKind, typed: Typed | None = None) -> Form:
    """A new form with nothing in it but what is `typed` for her already."""
    return Form(kind=kind, key=new_key(), typed=typed or {}, files={})


def form_of_draft(draft: Draft, now: datetime, *, look: bool) -> Form:
    """The form a draft was kept from; `look` says what there is to put right. Raises UnknownKindError."""
    kind = listed_kind(draft.kind)
    found = checked(kind, draft.typed, remaining(draft.typed, draft.files), now) if look else ()
    return Form(
        kind=kind,
        key=draft.key,
        typed=draft.typed,
        files=draft.files,
        record=draft.record,
        based_on=draft.based_on,
        problems=found if isinstance(found, list) else (),
    )


def form_of_revision(revision: Revision) -> Form:
    """A form that amends this revision, filled with what it says."""
    kind = listed_kind(revision.kind)
    files = {name: getattr(revision.body, name) for name in file_fields(kind)}
    return Form(
        kind=kind,
        key=new_key(),
        typed=typed_of(revision.body),
        files=files,
        record=revision.record,
        based_on=revision.number,
    )


def file_fields(kind: RecordKind) -> list[str]:
    """The names of the fields that take files."""
    return [name for name, field in fields_of(kind.cls).items() if field.kind is FieldKind.FILES]


def checked(kind: RecordKind, typed: Typed, files: Files, now: datetime) -> Any | list[Problem]:  # noqa: ANN401
    """The record that was typed, or what there is to put right; as `parse`, and for dates nobody vouched for."""
    found = parse(kind, typed, files, now)
    if not isinstance(found, list):
        return found
    unsure = _("Choose how sure you are of this date: exactly, about then, or between two dates.")
    return [
        Problem(field=problem.field, sentence=unsure) if _is_unvouched(kind, typed, problem.field) else problem
        for problem in found
    ]


def _is_unvouched(kind: RecordKind, typed: Typed, name: str) -> bool:
    return fields_of(kind.cls)[name].kind is FieldKind.WHEN and not first(typed, f"{name}.how")


def _caption_name(field: str, file: Attachment) -> str:
    return f"{field}.caption.{file.blob}"


def _out_name(field: str, file: Attachment) -> str:
    return f"{field}.out.{file.blob}"


def remaining(typed: Typed, files: Files) -> dict[str, tuple[Attachment, ...]]:
    """The files a form has when it is saved: with the captions typed, without those left out."""
    return {
        name: tuple(_captioned(typed, name, file) for file in given if not typed.get(_out_name(name, file)))
        for name, given in files.items()
    }


def _captioned(typed: Typed, name: str, file: Attachment) -> Attachment:
    if _caption_name(name, file) not in typed:
        return file
    caption = " ".join(first(typed, _caption_name(name, file)).split())
    return dataclasses.replace(file, caption=caption)
