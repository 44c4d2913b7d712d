"""The chronology: every entry in the order it happened, as a paper that can be printed and pointed to."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from daybook.domain.attachment import Attachment
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.her_words import UNSAID, HerWords
from daybook.domain.revision import Revision
from daybook.export.entry import Entry
from daybook.export.gallery import Gallery, Gone
from daybook.export.paper import typeset
from daybook.export.visible import on_paper
from daybook.export.words import PaperWords


def chronology(
    histories: Sequence[Sequence[Revision]],
    *,
    words: PaperWords,
    picture: Callable[[Attachment], bytes | Gone | None],
    made: datetime,
    by: str = "",
    lost: int = 0,
    said: HerWords = UNSAID,
    quoted: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> bytes:
    """Make the chronology of these records, each given with its whole history, oldest revision first.

    A tagged A4 file (PDF/A-2a, PDF/UA-1): ordered by *happened*, entries without a date in their own part at the end
    by *written*; earlier wordings shown; an index with links. `picture` gives a JPEG without metadata, None where
    it cannot be shown, or Gone where the file cannot be read: both are said. `by` is the name to put on it, if she
    wants one. `lost` pages could not be read at all: that is said on the first page. Of `made` only the day is told.
    `said` is how she speaks of the person harming her. `quoted` says, by the key of a form, out of which files the
    messages are that it was begun with. The same input gives the same bytes. Raises PaperError.
    """
    entries = _in_order(histories, said)
    dated = sum(entry.happened.earliest is not None for entry in entries)
    gallery = Gallery(words, picture)
    name_kind = len({entry.kind.code for entry in entries}) > 1
    printed = [
        entry.printed(count, words, gallery, name_kind=name_kind, quoted=quoted.get(entry.history[0].key, ()))
        for count, entry in enumerate(entries, 1)
    ]
    parts = ((words.entries_heading, printed[:dated]), (words.unknown_heading, printed[dated:]))
    day = made.astimezone(UTC).date()
    gone = [says.format(count=count) for says, count in ((words.some_gone, gallery.gone), (words.lost, lost)) if count]
    data = {
        "cover": _cover(entries, words, by) | {"made": words.made.format(day=words.day(day)), "gone": gone},
        "parts": [{"heading": heading, "entries": part} for heading, part in parts if part],
        "fingerprint": words.fingerprint,
        "sides": words.sides,
        "index": {"heading": words.index_heading, "columns": list(words.index_columns)},
    }
    return typeset("chronology", data, made=day, paper=words)


def _in_order(histories: Sequence[Sequence[Revision]], said: HerWords) -> list[Entry]:
    """The entries in the order they are printed, each told the numbers of the others."""
    entries = sorted((Entry(history, said) for history in histories if history), key=lambda entry: entry.order)
    numbers = {entry.latest.record: str(number) for number, entry in enumerate(entries, start=1)}
    for entry in entries:
        entry.others = numbers
    return entries


def _cover(entries: Sequence[Entry], words: PaperWords, by: str) -> dict[str, Any]:
    """The first page: what it is, whose, from when to when, how many, and how to read it."""
    known = [entry.happened for entry in entries if entry.happened.start]
    if known:
        first = min((when.start for when in known if when.start), key=lambda known: known.earliest)
        last = max((when.end or when.start for when in known if when.start), key=lambda known: known.latest)
        span = words.span.format(first=_no_clock(first, words), last=_no_clock(last, words))
    else:
        span = words.no_dates
    count = words.entry if len(entries) == 1 else words.entries.format(count=len(entries))
    kinds = sorted({entry.kind.plural for entry in entries})
    return {
        "title": words.title,
        "by": on_paper(words.by.format(name=by.strip())) if by.strip() else "",
        "span": span,
        "count": count,
        "holds": words.holds.format(kinds=", ".join(kinds)) if kinds else "",
        "how_to_read": words.how_to_read,
        "how": [list(pair) for pair in words.how],
    }


def _no_clock(known: PartialDate, words: PaperWords) -> str:
    """A date only as far as it is known, without the time of day: a month stays a month."""
    return words.when(Happened(how="exact", start=dataclasses.replace(known, hour=None, minute=None)))
