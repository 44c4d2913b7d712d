"""One record on paper, printed from the descriptions of its fields: its latest wording, then what it said before."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from daybook.domain.amount import pounds
from daybook.domain.fields import Described, FieldKind, slotted_fields_of
from daybook.domain.happened import Happened
from daybook.domain.her_words import UNSAID, HerWords
from daybook.domain.kinds import RecordKind, kind_of
from daybook.domain.revision import Revision
from daybook.export.figures import figures, mark_lines
from daybook.export.gallery import Gallery
from daybook.export.visible import breakable, first_words, on_paper, paragraphs, reads_right_to_left, visible
from daybook.export.words import PaperWords

Data = dict[str, Any]
_LAST = datetime.max  # noqa: DTZ901  (what happened carries no zone)


class Entry:
    """A record with its whole history (oldest first, never empty), ready to be put in order and printed.

    `others` are the numbers of the entries of this paper, by record: one that points to another names its number.
    `said` is how she speaks of the person harming her.
    """

    def __init__(self, history: Sequence[Revision], said: HerWords = UNSAID) -> None:
        self.history = history
        self.latest = history[-1]
        self.kind: RecordKind = kind_of(self.latest.kind).spoken(said.filled)
        fields = slotted_fields_of(self.kind.cls).items()
        self.fields = {name: field.spoken(said.filled) for name, field in fields if not field.private}
        self.others: Mapping[str, str] = {}

    @property
    def happened(self) -> Happened:
        """When it happened by its latest wording; not known for a kind that has no date."""
        return self.kind.when(self.latest.body) or Happened()

    @property
    def order(self) -> tuple[datetime, datetime, datetime]:
        """Its place among the entries: the first moment it can have been, the last, then when it was first written."""
        written = self.history[0].written
        when = self.happened
        return (when.earliest or _LAST, when.latest or _LAST, written)

    def printed(
        self, number: int, words: PaperWords, gallery: Gallery, *, name_kind: bool, quoted: Sequence[str] = ()
    ) -> Data:
        """What the template prints: heading, times, fields in numbered paragraphs, files, and earlier wordings.

        `quoted` says out of which files the messages are that it was begun with.
        """
        count = (f"{number}.{part}" for part in itertools.count(1))
        first, last = self.history[0], self.latest
        changed = words.changed.format(moment=words.moment(last.written)) if last is not first else ""
        begins = breakable(first_words(str(getattr(last.body, self.kind.title_field, ""))))
        fields = self._fields(last, words, gallery, count, list(self.fields))
        if quoted:
            paragraphs = [_paragraph(visible(text), count) for text in quoted]
            fields.append({"label": words.quoted, "paragraphs": paragraphs, "figures": []})
        return {
            "number": str(number),
            "when": _headed(words.when(self.happened)),
            "day": _headed(words.when(dataclasses.replace(self.happened, words=""))),
            "kind": self.kind.name if name_kind else "",
            "written": words.written.format(moment=words.moment(first.written)),
            "changed": changed,
            "begins": begins,
            "begins-rtl": reads_right_to_left(begins),
            "fields": fields,
            "files": [gallery.shown(file) for file in self._files(last)],
            "earlier": list(self._earlier(words, gallery, count)),
        }

    def _earlier(self, words: PaperWords, gallery: Gallery, count: Iterator[str]) -> Iterator[Data]:
        """Each earlier wording, the newest of them first, with only the fields that were changed after it."""
        for before, after in reversed(list(itertools.pairwise(self.history))):
            differing = [
                name for name in self.fields if getattr(before.body, name, None) != getattr(after.body, name, None)
            ]
            yield {
                "heading": words.earlier.format(moment=words.moment(before.written)),
                "replaced": words.replaced.format(moment=words.moment(after.written)),
                "fields": self._fields(before, words, gallery, count, differing, say_empty=True),
            }

    def _fields(
        self,
        revision: Revision,
        words: PaperWords,
        gallery: Gallery,
        count: Iterator[str],
        names: Sequence[str],
        *,
        say_empty: bool = False,
    ) -> list[Data]:
        """The named fields of one wording; in the latest, the date is in the heading and the files come after."""
        printed = []
        for name in names:
            field = self.fields[name]
            if not say_empty and (name == self.kind.dated_by or field.kind is FieldKind.FILES):
                continue
            value = getattr(revision.body, name)
            if field.kind is FieldKind.RECORDS:
                texts = self._pointed_to(value, words)
            else:
                texts = _texts(field, value, words, gallery)
            if not texts and say_empty:
                texts = [words.left_empty]
            if texts:
                drawn = figures(value, field.label) if field.kind is FieldKind.MARKS else []
                paragraphs = [_paragraph(text, count) for text in texts]
                printed.append({"label": field.label, "paragraphs": paragraphs, "figures": drawn})
        return printed

    def _pointed_to(self, records: Sequence[str], words: PaperWords) -> list[str]:
        """The numbers of the entries it points to. What is not in this paper (whom she has, say) is not told here."""
        numbers = [self.others[record] for record in records if record in self.others]
        return [words.see.format(numbers=", ".join(numbers))] if numbers else []

    def _files(self, revision: Revision) -> Iterator[Any]:
        for name, field in self.fields.items():
            if field.kind is FieldKind.FILES:
                yield from getattr(revision.body, name)


def _headed(when: str) -> str:
    """A date as the beginning of a line."""
    return on_paper(when[:1].upper() + when[1:])


def _paragraph(text: str, count: Iterator[str]) -> Data:
    return {"number": next(count), "text": breakable(text), "rtl": reads_right_to_left(text)}


def _texts(field: Described, value: Any, words: PaperWords, gallery: Gallery) -> list[str]:  # noqa: ANN401  (by kind)
    """The paragraphs a field's value makes, by what kind of field it is; none when it was left empty."""
    if value is None or value in ("", ()):
        return []
    match field.kind:
        case FieldKind.LINE | FieldKind.TEXT:
            return paragraphs(value)
        case FieldKind.GIVEN:
            return []  # an id says nothing on paper
        case FieldKind.FILES:
            return ["\n".join(gallery.line(file) for file in value)]
    return ["\n".join(visible(line) for line in _lines(field, value, words))]


def _lines(field: Described, value: Any, words: PaperWords) -> list[str]:  # noqa: ANN401, PLR0911  (one for each kind)
    match field.kind:
        case FieldKind.WHEN:
            return [words.when(value)]
        case FieldKind.DAY:
            return [words.day(value)]
        case FieldKind.AMOUNT:
            return [pounds(value)]
        case FieldKind.CHOICE:
            return [field.words_for(value)]
        case FieldKind.CHOICES:
            return [field.words_for(one) for one in value]
        case FieldKind.PEOPLE:
            return list(value)
        case FieldKind.MARKS:
            return mark_lines(value)
        case _:
            return [str(value)]
