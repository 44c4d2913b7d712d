"""How a record describes its fields once, so that form, checks, page, paper and schema all follow."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from daybook.domain.happened import Happened
from daybook.domain.her_words import UNSAID

if TYPE_CHECKING:
    from collections.abc import Callable

    from daybook.domain.her_words import Voice

LONGEST_LINE = 500
LONGEST_TEXT = 2_000_000
ANY_DATED = "*"
"""In the place of a kind: every kind that stands on the timeline."""


class FieldKind(StrEnum):
    """What a field holds, and so how it is asked, checked and printed."""

    LINE = "line"
    TEXT = "text"
    WHEN = "when"
    CHOICE = "choice"
    CHOICES = "choices"
    PEOPLE = "people"
    FILES = "files"
    RECORDS = "records"
    """Other records of hers, by id: those of the kind `of`; with `ANY_DATED`, whatever stands on her timeline."""
    AMOUNT = "amount"
    """Money in whole pence, or None where she left it empty; never a guess, never a fraction."""
    CLOCK = "clock"
    """A time of day as "HH:MM", or ""."""
    DAY = "day"
    """One whole day, which may be still to come, or None. When something *happened* is WHEN instead."""
    MARKS = "marks"
    """Places on the outline of a body, as `Mark`s of domain/body, in the order she made them."""
    GIVEN = "given"
    """What a page put in and she neither types nor reads: the id of an entry of the guidance, say. Forms carry it."""


_EMPTY: dict[FieldKind, Any] = {
    FieldKind.LINE: "",
    FieldKind.TEXT: "",
    FieldKind.WHEN: Happened(),
    FieldKind.CHOICE: "",
    FieldKind.CHOICES: (),
    FieldKind.PEOPLE: (),
    FieldKind.FILES: (),
    FieldKind.RECORDS: (),
    FieldKind.AMOUNT: None,
    FieldKind.CLOCK: "",
    FieldKind.DAY: None,
    FieldKind.MARKS: (),
    FieldKind.GIVEN: "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """The words and the kind of one field of a record. Its words may have slots for the person harming her.

    `options` are (value, words) pairs for a choice. `longest` is in characters. `main` puts it among the fields that
    are open from the start. `of` is the code of the kind whose records can be chosen. A WHEN that is `only_words`
    is said in her words and is never a date. What is `private` she sees, and no paper ever prints.
    """

    label: str
    kind: FieldKind
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    required: bool = False
    longest: int = LONGEST_LINE
    main: bool = False
    of: str = ""
    only_words: bool = False
    private: bool = False

    def words_for(self, value: str) -> str:
        """The words of a chosen value; the value itself where the pack of options has moved on."""
        return dict(self.options).get(value, value)

    def spoken(self, say: Callable[[str, Voice], str]) -> Described:
        """The same field in other words. The options are what she says herself."""
        options = tuple((value, say(words, "hers")) for value, words in self.options)
        return dataclasses.replace(self, label=say(self.label, "yours"), hint=say(self.hint, "yours"), options=options)


_UNSAID: dict[type[Any], dict[str, Described]] = {}


def described(
    label: str,
    kind: FieldKind,
    *,
    hint: str = "",
    options: tuple[tuple[str, str], ...] = (),
    required: bool = False,
    main: bool = False,
    of: str = "",
    only_words: bool = False,
    private: bool = False,
) -> Any:  # noqa: ANN401  (a dataclass field stands for a value of any type)
    """A dataclass field that says what it is called, what kind it is and how to fill it in."""
    longest = LONGEST_LINE if kind in (FieldKind.LINE, FieldKind.PEOPLE, FieldKind.GIVEN) else LONGEST_TEXT
    words = Described(
        label=label,
        kind=kind,
        hint=hint,
        options=options,
        required=required,
        longest=longest,
        main=main,
        of=of,
        only_words=only_words,
        private=private,
    )
    return dataclasses.field(default=_EMPTY[kind], metadata={"described": words})


def fields_of(record: type[Any]) -> dict[str, Described]:
    """The described fields of a record class, by name, in the order they are asked, as while she told nothing."""
    if record not in _UNSAID:
        _UNSAID[record] = {name: field.spoken(UNSAID.filled) for name, field in slotted_fields_of(record).items()}
    return dict(_UNSAID[record])


def slotted_fields_of(record: type[Any]) -> dict[str, Described]:
    """The same with the slots still in their words, to be filled with what she chose."""
    return {
        field.name: field.metadata["described"] for field in dataclasses.fields(record) if "described" in field.metadata
    }
