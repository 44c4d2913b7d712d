"""One search over everything: what she wrote down and every message, in one list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from daybook.domain.kinds import all_kinds
from daybook.notebook.messages import HerMessage, Shelf, marks, with_all_known
from daybook.notebook.named import records_of, senders_called
from daybook.notebook.notebook import dated_kinds
from daybook.readmodel.asked import NOTHING, Asked, asked
from daybook.readmodel.excerpts import excerpts
from daybook.readmodel.kept import Kept, Key
from daybook.readmodel.record_search import Found, RecordSearch, Sought
from daybook.readmodel.record_words import is_searched
from daybook.readmodel.wanted import Wanted

if TYPE_CHECKING:
    from daybook.domain.revision import Revision
    from daybook.notebook.notebook import Notebook

A_PAGE = 50
MOST_COUNTED = 1000
"""More than this are said to be "more than": counting all would keep her waiting. So many are sorted as closest."""
MESSAGES = "messages"
"""In the place of a kind: everything that came in with a file, be it a message, a call or a mail."""
ANY_MARK = "*"
Sort = Literal["newest", "oldest", "closest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What she looks for; every part may stay empty and all that are there count.

    `person` is a name, `kind` the code of a kind of record, `MESSAGES`, or a kind of message ("call"). `since` and
    `until` are ISO times without a zone, from the one on and before the other. `tag` is that of a mark, or `ANY_MARK`.
    """

    words: str = ""
    person: str = ""
    kind: str = ""
    since: str = ""
    until: str = ""
    tag: str = ""
    sort: Sort = "newest"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for at all."""
        return not (asked(self.words) or self.person or self.kind or self.since or self.until or self.tag)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that was found: a record or a message, and the part of it with the words, each between two signs.

    The signs are `BEGIN` and `END` of the read model's `excerpts`.
    """

    key: Key
    excerpt: str
    record: Revision | None = None
    message: HerMessage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One page of what was found. `found` counts all up to one more than `MOST_COUNTED`.

    `is_close` says that nothing holds the words as they are, and that these are one letter off. `undated` counts
    entries that the dates leave out because none is known. `before` and `after` lead on in both directions.
    """

    hits: tuple[Hit, ...] = ()
    found: int = 0
    is_close: bool = False
    undated: int = 0
    before: Key | None = None
    after: Key | None = None


def find(
    notebook: Notebook, question: Question, *, beyond: Key | None = None, back: bool = False, most: int = A_PAGE
) -> Answer:
    """A page of what is found, from `beyond` on (without it), or the page before it where it goes `back`.

    For the closest first `beyond.number` is how many come before the page, and only the `MOST_COUNTED` newest get into
    that order. A slip of one letter in each word is forgiven if nothing is found as typed.
    """
    if question.is_empty:
        return Answer()
    search = _Search(notebook, question)
    answer = search.page(beyond, back=back, most=most)
    is_close = not (answer.hits or (beyond and search.count())) and search.forgive()
    if is_close:
        answer = search.page(beyond, back=back, most=most)
    if question.sort == "closest" and answer.found:
        found = answer.found
    elif beyond or not answer.after:
        found = search.count() if beyond else len(answer.hits)
    else:  # what is on the page was counted by reading it
        found = min(len(answer.hits) + search.count(answer.after), MOST_COUNTED + 1)
    return replace(answer, found=found, is_close=is_close and found > 0, undated=search.undated())


def begin(notebook: Notebook) -> None:
    """She is about to look for something: open the books in the background."""
    notebook.beside(Shelf).books().begin()


def day_after(day: dt.date) -> str:
    """The first moment after a day, to look until its end."""
    return (day + dt.timedelta(days=1)).isoformat() if day < dt.date.max else "~"


class _Search:
    """One question put to both: to the index of the records, and to the books."""

    def __init__(self, notebook: Notebook, question: Question) -> None:
        self._notebook, self._question = notebook, question
        self._asked = asked(question.words)
        self._match = self._asked.match
        self._books = notebook.beside(Shelf).books()
        self._sought = _sought(notebook, question, self._asked)
        self._wanted = _wanted(notebook, question)

    def forgive(self) -> bool:
        """From now on ask for words that are one slip away; False where there are none."""
        if not self._match or not any(len(word) > 1 for word in self._asked.words):
            return False
        near = self._asked.forgiving(_Either(self._notebook.find(RecordSearch.stems), self._books.stems()))
        if not near:
            return False
        self._match = near
        self._sought = self._sought and replace(self._sought, match=near)
        self._wanted = self._wanted and replace(self._wanted, match=near)
        return True

    def count(self, beyond: Key | None = None) -> int:
        """How many there are from `beyond` on, up to one more than `MOST_COUNTED`."""
        limit, newest = MOST_COUNTED + 1, self._question.sort != "oldest"
        records, sought = 0, self._sought
        if sought and self._asked.is_closer:
            records = len(self._records(beyond, newest=newest, most=limit))
        elif sought:
            records = self._notebook.find(lambda index: index.count(sought, limit, newest=newest, beyond=beyond))
        if records >= limit or self._wanted is None:
            return records
        return records + self._books.count(self._wanted, limit - records, newest=newest, beyond=beyond)

    def undated(self) -> int:
        """How many entries with these words have no date, where only a span of time is asked for."""
        if self._sought is None:
            return 0
        dated = set(dated_kinds())
        sought = replace(self._sought, kinds=[code for code in self._sought.kinds if code in dated])
        return self._notebook.find(lambda index: index.undated(sought, MOST_COUNTED))

    def page(self, beyond: Key | None, *, back: bool, most: int) -> Answer:
        """One page, in the order that is asked for."""
        if self._question.sort == "closest" and self._match:
            return self._closest(beyond.number if beyond else 0, most)
        newest = self._question.sort != "oldest"
        found = self._next(beyond, newest=newest is not back, most=most + 1)
        more, shown = len(found) > most, found[:most]
        if back and not shown:
            return self.page(None, back=False, most=most)
        if back:
            shown.reverse()
        first = bool(shown and beyond and self._next(shown[0].key, newest=not newest, most=1)) if not back else more
        before, after = (shown[0].key, shown[-1].key) if shown else (None, None)
        return Answer(hits=self._hits(shown), before=before if first else None, after=after if back or more else None)

    def _next(self, beyond: Key | None, *, newest: bool, most: int) -> list[Found | Kept]:
        records: list[Found | Kept] = list(self._records(beyond, newest=newest, most=most))
        messages = self._messages(beyond, newest=newest, most=most)
        return sorted([*records, *messages], key=lambda one: one.key, reverse=newest)[:most]

    def _records(self, beyond: Key | None, *, newest: bool, most: int) -> list[Found]:
        sought, at_once = self._sought, most
        held: list[Found] = []
        while sought and len(held) < most:
            found = self._read(sought, beyond, newest=newest, most=at_once)
            held += [one for one in found if self._asked.holds(one.text)]
            if len(found) < at_once:
                break
            # Most were other forms of the words: from here on a closer look, which for common words would only cost.
            sought, at_once, beyond = replace(sought, closely=self._asked), MOST_COUNTED, found[-1].key
        return held[:most]

    def _read(self, sought: Sought, beyond: Key | None, *, newest: bool, most: int) -> list[Found]:
        return self._notebook.find(lambda index: index.find(sought, newest=newest, most=most, beyond=beyond))

    def _messages(self, beyond: Key | None, *, newest: bool, most: int) -> list[Kept]:
        if self._wanted is None:
            return []
        return self._books.read(self._wanted, newest=newest, beyond=beyond, most=most)

    def _closest(self, first: int, most: int) -> Answer:
        found = self._next(None, newest=True, most=MOST_COUNTED + 1)
        count, found = len(found), found[:MOST_COUNTED]
        found.sort(key=lambda one: self._asked.closeness(one.text), reverse=True)  # stable: the newest stay before
        shown = found[first : first + most]
        before = Key("", "", max(0, first - most)) if first else None
        after = Key("", "", first + most) if len(found) > first + most else None
        return Answer(hits=self._hits(shown), found=count, before=before, after=after)

    def _hits(self, shown: Sequence[Found | Kept]) -> tuple[Hit, ...]:
        """With everything a list shows of each."""
        messages = iter(with_all_known(self._notebook, [one for one in shown if isinstance(one, Kept)]))
        parts = excerpts([one.text for one in shown], self._match, self._asked.letters)
        return tuple(
            Hit(key=one.key, excerpt=part, message=next(messages))
            if isinstance(one, Kept)
            else Hit(key=one.key, excerpt=part, record=self._notebook.latest(one.record))
            for one, part in zip(shown, parts, strict=True)
        )


@dataclass(frozen=True, slots=True)
class _Either:
    """What is in one of two sets, without making a third."""

    one: set[str]
    other: set[str]

    def __contains__(self, stem: object) -> bool:
        return stem in self.one or stem in self.other


def searched_kinds() -> list[str]:
    """The codes of every kind of record that is found by its words."""
    return [code for code in all_kinds() if is_searched(code)]


def _sought(notebook: Notebook, question: Question, words: Asked) -> Sought | None:
    """Which records; None where only messages can be meant."""
    kinds = [question.kind] if question.kind else searched_kinds()
    if question.tag or not all(map(is_searched, kinds)):
        return None
    return Sought(
        kinds=kinds,
        match=words.match,
        closely=replace(words, phrases=()) if words.letters else NOTHING,
        named=asked(f'"{question.person}"').match if question.person else "",
        linked=records_of(notebook, question.person) if question.person else (),
        since=question.since,
        until=question.until,
    )


def _wanted(notebook: Notebook, question: Question) -> Wanted | None:
    """Which messages; None where only records can be meant."""
    if is_searched(question.kind):
        return None
    picks: dict[str, set[int]] | None = None
    if question.tag:
        picks = {}
        for (source, number), mark in marks(notebook).items():
            if question.tag in mark.body.tags or (question.tag == ANY_MARK and (mark.body.tags or mark.body.note)):
                picks.setdefault(source, set()).add(number)
    return Wanted(
        words=asked(question.words),
        senders=senders_called(notebook, question.person) if question.person else None,
        kinds=(question.kind,) if question.kind not in ("", MESSAGES) else (),
        since=question.since,
        until=question.until,
        picks=picks,
    )
