"""Records that other records point to: those one can choose from, and what they are called."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.domain.fields import ANY_DATED, Described, FieldKind
from daybook.domain.kinds import kind_of
from daybook.notebook.notebook import NoSuchRecordError, title_of
from daybook.web.dates import month_words, when_words
from daybook.web.her_words import her_kind
from daybook.web.here import notebook
from daybook.web.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daybook.domain.revision import Revision

_LATELY = 12
"""So many of what she wrote last are offered: a list of everything would bury the form."""
_OLDER = 300
"""So many more can be opened below them. To what is older still one comes from its own page."""
_TITLE = 60
Older = Sequence[tuple[str, list[tuple[str, str]]]]
"""Months in words, each with the entries she wrote in it: (id, words)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Another record that is pointed to, or points here: its id, and its words in a list."""

    record: str
    words: str


def with_choices(words: Described, chosen: Sequence[str] = (), itself: str = "") -> Described:
    """A field as a form asks it: one that points to other records offers those there are, by id and title.

    Where any entry can be meant, it offers those `chosen` and the latest she wrote, but never the record `itself`.
    """
    if words.kind is not FieldKind.RECORDS:
        return words
    if words.of == ANY_DATED:
        lately = [told(revision) for revision in notebook().newest_written(_LATELY + 1)]
        offered = {each.record: each.words for each in [*linked_of(chosen), *lately] if each.record != itself}
        return dataclasses.replace(words, options=tuple(offered.items())[: max(_LATELY, len(chosen))])
    options = [(found.record, title_of(found)) for found in notebook().timeline([words.of]) if found.record != itself]
    return dataclasses.replace(words, options=tuple(options))


def older_choices(words: Described, chosen: Sequence[str] = (), itself: str = "") -> Older:
    """What can be chosen besides those offered at once, by the month it was written, the newest first."""
    if words.kind is not FieldKind.RECORDS or words.of != ANY_DATED:
        return ()
    offered = {value for value, _words in with_choices(words, chosen, itself).options} | {itself, *chosen}
    months: dict[str, list[tuple[str, str]]] = {}
    for revision in notebook().newest_written(_LATELY + _OLDER):
        if revision.record not in offered:
            month = month_words(revision.written.year, revision.written.month)
            months.setdefault(month, []).append((revision.record, told(revision).words))
    return [*months.items()]


def told(revision: Revision) -> Linked:
    """A record in the words of a list: when it was, what kind of thing, how it begins; one without a date its title."""
    kind = kind_of(revision.kind)
    when = kind.when(revision.body)
    if when is None:
        return Linked(record=revision.record, words=title_of(revision))
    date = when.words if when.words and not when.start else when_words(when)
    title = title_of(revision, _TITLE)
    words = _("%(date)s · %(kind)s: %(title)s", date=date, kind=her_kind(kind).name, title=title)
    return Linked(record=revision.record, words=words)


def linked_of(records: Iterable[str]) -> Iterator[Linked]:
    """These records as they are called now; one that is not in this notebook is passed over."""
    for record in records:
        try:
            yield told(notebook().latest(record))
        except NoSuchRecordError:
            continue
