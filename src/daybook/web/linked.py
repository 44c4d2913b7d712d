"""Records that other records point to: those one can choose from, and what they are called."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from daybook.domain.fields import Described, FieldKind
from daybook.notebook.notebook import NoSuchRecordError, title_of
from daybook.web.here import notebook

if TYPE_CHECKING:
    from collections.abc import Iterable


def with_choices(words: Described) -> Described:
    """A field as a form asks it: one that points to other records offers those there are, by id and title."""
    if words.kind is not FieldKind.RECORDS:
        return words
    options = tuple((revision.record, title_of(revision)) for revision in notebook().timeline([words.of]))
    return dataclasses.replace(words, options=options)


def titles_of(records: Iterable[str]) -> list[str]:
    """What these records are called now; one that is not in this notebook is passed over."""
    titles = []
    for record in records:
        try:
            titles.append(title_of(notebook().latest(record)))
        except NoSuchRecordError:
            continue
    return titles
