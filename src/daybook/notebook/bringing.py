"""Bringing a file in: kept first, then read in the background, stopped and continued as she likes."""

from __future__ import annotations

import threading
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from daybook.domain.records.source import Source
from daybook.journal.errors import JournalError
from daybook.notebook.offers import Offers, right_answers
from daybook.notebook.reading import Progress, read_on

if TYPE_CHECKING:
    from daybook.intake.format import Answers
    from daybook.notebook.notebook import Notebook


class Bringing:
    """What is being read in the background right now, one thread for each file. Locking stops all of it."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._turn = threading.Lock()
        self._one_at_a_time = threading.Lock()
        self._stops: dict[str, threading.Event] = {}
        self._threads: dict[str, threading.Thread] = {}
        self._progress: dict[str, Progress] = {}

    def go_on(self, record: str) -> None:
        """Read a file from where it was left off, unless it is being read already or is done."""
        source: Source = self._notebook.latest(record).body
        with self._turn:
            if source.done or (record in self._progress and self._progress[record].running):
                return
            progress = Progress(size=source.original[0].size, messages=source.messages, skipped=source.skipped)
            self._progress[record], self._stops[record] = progress, threading.Event()
            thread = threading.Thread(target=self._work, args=(record, progress, self._stops[record]), daemon=True)
            self._threads[record] = thread
            thread.start()

    def progress(self, record: str) -> Progress | None:
        """How far it is; None for a file that was not read since the notebook was opened."""
        return self._progress.get(record)

    def stop(self, record: str) -> None:
        """Let it come to rest; what was read is kept."""
        if record in self._stops:
            self._stops[record].set()

    def wait(self, record: str, seconds: float | None = None) -> None:
        """Return when it is at rest, or after so many seconds."""
        if record in self._threads:
            self._threads[record].join(seconds)

    def close(self) -> None:
        """The notebook is being locked: everything stops at its next look, and nothing more can be sealed."""
        for stop in list(self._stops.values()):
            stop.set()

    def _work(self, record: str, progress: Progress, stop: threading.Event) -> None:
        try:
            with self._one_at_a_time:
                if not stop.is_set():
                    read_on(self._notebook, record, progress, stop)
        except JournalError:
            progress.went_wrong = self._notebook.is_open  # locked meanwhile: nothing is wrong, it is continued later
        except Exception:
            progress.went_wrong = True
            if self._notebook.is_open:
                raise
        finally:
            progress.running = False


def bring_in(
    notebook: Notebook,
    key: str,
    *,
    name: str = "",
    device: str = "",
    obtained: str = "",
    answers: Answers | None = None,
) -> str:
    """Keep the file that waits under this key, and begin to read it; its record. Raises NoOfferError.

    The original is part of the notebook before anything is read from it.
    """
    offers = notebook.beside(Offers)
    offer = offers.get(key)
    source = Source(
        name=name or PurePosixPath(offer.file.name).name,
        device=device,
        obtained=obtained,
        original=(offer.file,),
        format=offer.format,
        what=offer.found.name if offer.found else "",
        answers=right_answers(offer.found, answers or {}),
        done=not offer.format,
        trouble=offer.sentence,
    )
    saved = notebook.save(source, key=key)
    offers.take(key)
    notebook.beside(Bringing).go_on(saved.record)
    return saved.record
