"""The questions of her records in her language, and with her words for the person harming her."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import g

from daybook.domain.fields import Described, slotted_fields_of
from daybook.notebook.her_words import her_words_of
from daybook.web.here import notebook
from daybook.web.i18n import _

if TYPE_CHECKING:
    from daybook.domain.her_words import Voice
    from daybook.domain.kinds import RecordKind


def in_her_words(text: str, voice: Voice = "yours") -> str:
    """A text with slots in her language and words. A name she typed is in it: never put it through `_` again."""
    if "her_words" not in g:
        g.her_words = her_words_of(notebook())
    return str(g.her_words.filled(_(text) if text else "", voice))


def her_fields(cls: type[Any]) -> dict[str, Described]:
    """The described fields of a record class, in her words."""
    return {name: field.spoken(in_her_words) for name, field in slotted_fields_of(cls).items()}


def her_kind(kind: RecordKind) -> RecordKind:
    """A kind of record with its name in her words."""
    return kind.spoken(in_her_words)


def her_options(options: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """What she can choose from, by value, as she says it herself."""
    return {value: in_her_words(words, "hers") for value, words in options}
