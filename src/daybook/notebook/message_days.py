"""Messages and calls of every file held against her orders: days of one sender, each a possibility with its count."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from daybook.domain.records.sender import THEM, THROUGH
from daybook.notebook.breaches import matcher_of
from daybook.notebook.her_orders import ORDER, TERM, terms_of
from daybook.notebook.message_look import Look
from daybook.notebook.messages import Shelf, sources
from daybook.notebook.righted import KIND as PUT_RIGHT
from daybook.notebook.senders import HELD, who_is_who

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daybook.domain.records.source import Source
    from daybook.notebook.message_span import MessageSpan
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan


class Held:
    """What was found the last time, kept while the notebook is open: it is looked for again only after a change."""

    def __init__(self, _notebook: Notebook) -> None:
        self._found: tuple[object, list[MessageSpan]] = (None, [])
        self._turn = threading.Lock()
        self._looking: threading.Thread | None = None

    def spans(self, of: object, look: Callable[[], list[MessageSpan]]) -> list[MessageSpan]:
        """What `look` finds, or what it found for the same `of`. Two windows at once may both look."""
        known, spans = self._found
        if known != of:
            spans = look()
            self._found = (of, spans)
        return spans

    def look(self, look: Callable[[], object], seconds: float) -> bool:
        """Look in the background, and wait for it so many seconds; whether it came to its end."""
        with self._turn:
            if self._looking is None or not self._looking.is_alive():
                self._looking = threading.Thread(target=look, name="held", daemon=True)
                self._looking.start()
            looking = self._looking
        looking.join(seconds)
        return not looking.is_alive()

    def close(self) -> None:
        """The notebook is being locked."""
        self._found = (None, [])


def message_spans(notebook: Notebook, plan: HerPlan) -> list[MessageSpan]:
    """Every day on which messages or calls may have broken a line, the newest first.

    Only what came from a sender she said is the person bound, or writes for them; never what came before an order
    was given or after its end, as far as these are noted. Time: a look at the counts by hour of every file, and
    `MOST_READ` texts of each sender; after that it is remembered.
    """
    files, who = sources(notebook), who_is_who(notebook)
    senders = {pair: said.body.who for pair, said in who.items() if said.body.who in (THEM, THROUGH)}
    books = [(record, len(files[record].books), len(files[record].again)) for record in sorted(files)]
    versions = [(each.record, each.number) for each in notebook.timeline([ORDER, TERM])]
    answers = plan.answers
    put_right = notebook.changes(PUT_RIGHT)
    of = (versions, senders, books, put_right, answers.name, answers.pronouns, answers.relation)
    return notebook.beside(Held).spans(of, lambda: _look(notebook, plan, files, senders))


def known_soon(notebook: Notebook, plan: HerPlan, seconds: float) -> bool:
    """Whether `message_spans` is at hand within so many seconds. If not, it is looked for on in the background."""

    def look() -> None:
        with contextlib.suppress(Exception):  # locked meanwhile, or damaged: whoever asks for the days is told
            message_spans(notebook, plan)

    return notebook.beside(Held).look(look, seconds)


def without_time(notebook: Notebook) -> int:
    """How many messages of those senders have no time in their file: they are held against nothing."""
    found = 0
    for source, sender in _said(notebook):
        tallies = notebook.beside(Shelf).books().tallies(source).items()
        found += sum(n for (hour, kind, name, _chat), n in tallies if not hour and name == sender and kind in HELD)
    return found


def _said(notebook: Notebook) -> Iterator[tuple[str, str]]:
    files = sources(notebook)
    for (source, sender), said in who_is_who(notebook).items():
        if said.body.who in (THEM, THROUGH) and source in files:
            yield source, sender


def _look(
    notebook: Notebook, plan: HerPlan, files: Mapping[str, Source], senders: Mapping[tuple[str, str], str]
) -> list[MessageSpan]:
    orders = {each.record: each.body for each in notebook.timeline([ORDER])}
    looking = Look(notebook, matcher_of(notebook, plan), orders, terms_of(notebook))
    found: list[MessageSpan] = []
    for (source, sender), who in senders.items():
        if source in files:
            found += looking.of_sender(source, sender, who, files[source].format)
    return sorted(found, key=lambda span: (span.since, span.id), reverse=True)
