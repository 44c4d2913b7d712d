"""Reading the words in her pictures, in the background: one after the other, and last in line for the processor."""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, cast

from daybook.domain.attachment import Attachment, attachments_of
from daybook.domain.fields import FieldKind, fields_of
from daybook.domain.kinds import all_kinds
from daybook.domain.records.machine_text import MachineText
from daybook.intake.format import CannotReadError
from daybook.intake.seen.apart import Reader
from daybook.intake.seen.trouble import StoppedReadingError
from daybook.journal.errors import JournalError

if TYPE_CHECKING:
    from daybook.domain.revision import Revision
    from daybook.notebook.notebook import Notebook

_PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file whose words were not read yet, and the record it belongs to."""

    record: str
    file: Attachment


@dataclass(slots=True)
class Sight:
    """How far it is: pictures read, and out of how many, since it was last at rest; `looks` while these are sought."""

    done: int = 0
    of: int = 0
    looks: bool = False

    @property
    def running(self) -> bool:
        """Whether there is something left to read."""
        return self.looks or self.done < self.of


class Seeing:
    """Reads pictures while the notebook is open. Locking ends it in the middle of one: that is read again later."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._turn = threading.Lock()
        self._stop = threading.Event()
        self._waiting: deque[Unread] = deque()
        self._known: set[str] = set()
        self._thread: threading.Thread | None = None
        self._reader = Reader()
        self.sight = Sight()

    def begin(self, *, only: Unread | None = None) -> None:
        """Read every picture that was not read yet, or only this one; returns at once."""
        with self._turn:
            if self._stop.is_set():
                return
            if only and only.file.sha256 not in self._known:
                self._add(only)
            if self._thread is None or not self._thread.is_alive():
                self.sight = Sight(of=len(self._waiting), looks=only is None)
                self._thread = threading.Thread(target=self._work, args=(only is None,), name="seeing", daemon=True)
                self._thread.start()
            elif only is None:
                threading.Thread(target=self._find, name="seeing", daemon=True).start()

    def has(self, file: Attachment) -> bool:
        """Whether this file is being read, or waits for it."""
        with self._turn:
            waits = self.sight.running and file.sha256 in self._known
        return waits and words_of(self._notebook, file) is None

    def wait(self, seconds: float | None = None) -> None:
        """Return when it is at rest, or after so many seconds."""
        if self._thread:
            self._thread.join(seconds)

    def close(self) -> None:
        """The notebook is being locked: nothing more is begun, and what is being read is not kept."""
        self._stop.set()
        self._waiting.clear()
        self._reader.stop()

    def _find(self) -> None:
        with contextlib.suppress(JournalError):
            for found in unread(self._notebook):
                with self._turn:
                    if found.file.sha256 not in self._known:
                        self._add(found)

    def _add(self, found: Unread) -> None:
        self._known.add(found.file.sha256)
        self._waiting.append(found)
        self.sight.of += 1

    def _work(self, everything: bool) -> None:  # noqa: FBT001  (a thread's argument)
        try:
            if everything:
                self._find()
            self.sight.looks = False
            while self._waiting and not self._stop.is_set():
                self._read(self._waiting.popleft())
        finally:
            self.sight.looks = False
            self._reader.rest()

    def _read(self, one: Unread) -> None:
        try:
            read_words(self._notebook, one, self._reader)
        except (JournalError, StoppedReadingError):
            self._known.discard(one.file.sha256)  # locked, damaged or gone: another time
        except Exception:
            if self._notebook.is_open:
                raise
        finally:
            self.sight.done += 1


def read_words(notebook: Notebook, one: Unread, reader: Reader) -> Revision:
    """Read one file and keep what was read, sealed; what was read before is given back. Takes seconds.

    Raises StoppedReadingError, and what opening a file and saving raise.
    """
    found = words_of(notebook, one.file)
    if found:
        return found
    try:
        with notebook.open_file(one.file.blob) as plain:
            told = reader.read(cast("BinaryIO", plain))
        body = MachineText(
            text="\n\n".join(page.text for page in told.pages).strip(),
            file=(one.file,),
            of=one.record,
            program=told.program,
            pages=told.pages,
            chat=told.chat,
        )
    except CannotReadError as error:
        body = MachineText(file=(one.file,), of=one.record, trouble=(type(error).__doc__ or "").strip())
    return notebook.save(body, key=_key(one.file))


def words_of(notebook: Notebook, file: Attachment) -> Revision | None:
    """What was read in a file with these very bytes, as it is now; None where it was not read yet."""
    first = notebook.saved_as(_key(file))
    return notebook.latest(first.record) if first else None


def can_be_read(file: Attachment) -> bool:
    """Whether it is a picture or a paper that words can be looked for in."""
    return file.is_picture or file.media == _PDF


def unread(notebook: Notebook) -> list[Unread]:
    """Every picture and paper of her records whose words were not read yet, those of the newest record first."""
    kinds = [
        code
        for code, kind in all_kinds().items()
        if kind.cls is not MachineText and any(field.kind is FieldKind.FILES for field in fields_of(kind.cls).values())
    ]
    found: dict[str, Unread] = {}
    for revision in notebook.timeline(kinds, newest=True):
        for file in attachments_of(revision.body):
            if can_be_read(file) and file.sha256 not in found and not notebook.saved_as(_key(file)):
                found[file.sha256] = Unread(record=revision.record, file=file)
    return list(found.values())


def _key(file: Attachment) -> str:
    return f"machine-text {file.sha256}"
