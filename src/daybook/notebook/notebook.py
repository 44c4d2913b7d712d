"""The façade: everything a screen or a command may do with one open notebook."""

from __future__ import annotations

import contextlib
import secrets
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from daybook.domain.attachment import Attachment, attachments_of
from daybook.domain.kinds import all_kinds, kind_for, kind_of, listed_kinds
from daybook.domain.revision import Revision
from daybook.export.pictures import MOST_BYTES, NotAPictureError, picture
from daybook.export.pictures import Picture as Shown
from daybook.journal.errors import LockedError, MissingFileError
from daybook.journal.journal import Journal
from daybook.notebook.drafts import Drafts
from daybook.notebook.letterbox import LateLetterbox
from daybook.readmodel.picture import Picture
from daybook.stores.file import HEADER, HEADER_COPY, PAGES, FileStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from daybook.crypto.derive import Cost
    from daybook.domain.happened import Happened
    from daybook.journal.openfile import OpenFile
    from daybook.journal.sealer import FileSealer
    from daybook.readmodel.record_search import RecordSearch


T = TypeVar("T")


class Beside(Protocol):
    """Something that lives as long as the notebook is open."""

    def __init__(self, notebook: Notebook) -> None: ...

    def close(self) -> None:
        """The notebook is being locked: let go of everything, wait for nothing."""


B = TypeVar("B", bound=Beside)


class NoSuchRecordError(LookupError):
    """That page is not in this notebook. Go back to the list and open it from there."""


class ChangedElsewhereError(RuntimeError):
    """This was changed in another window since you opened it. Your words are below; nothing is lost."""

    def __init__(self, latest: Revision) -> None:
        super().__init__()
        self.latest = latest


class Notebook:
    """One open notebook: save, amend, list, find, keep files and drafts.

    Every call is serialised, so that several windows can use it at once. A record is durable once `save` returns.
    After `close` every key is dropped and every call raises LockedError.
    """

    def __init__(self, store: FileStore, journal: Journal) -> None:
        self._store = store
        self._journal = journal
        self._picture = Picture()
        self._turn = threading.RLock()
        self._open = True
        self._beside: dict[type[Any], Any] = {}
        self._picture.replay(journal.revisions())
        self.drafts = Drafts(journal.drafts)

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether there is a notebook in this folder, or what is left of one."""
        return any((folder / name).exists() for name in (HEADER, HEADER_COPY, PAGES))

    @classmethod
    def create(cls, folder: Path, passphrase: str, *, cost: Cost | None = None) -> Notebook:
        """Make a new notebook in `folder` and open it. Raises what the store and the journal raise.

        `cost` is what one guess of the passphrase costs; leave it out, but for machines with little memory.
        """
        store = FileStore(folder)
        return cls._opened(store, lambda: Journal.create(store, passphrase, cost=cost))

    @classmethod
    def unlock(cls, folder: Path, passphrase: str, *, what_is_left: bool = False) -> Notebook:
        """Open the notebook in `folder`. Raises WrongPassphraseError and what the store and the journal raise.

        `what_is_left` opens it although pages are damaged or gone; files are then left as they lie,
        because the pages that speak of them may still be found.
        """
        store = FileStore(folder)
        notebook = cls._opened(store, lambda: Journal.unlock(store, passphrase, what_is_left=what_is_left))
        try:
            if not what_is_left:
                notebook.tidy()
        except BaseException:
            notebook.close()
            raise
        return notebook

    @classmethod
    def _opened(cls, store: FileStore, open_journal: Callable[[], Journal]) -> Notebook:
        try:
            return cls(store, open_journal())
        except BaseException:
            store.close()
            raise

    @property
    def is_open(self) -> bool:
        """Whether the keys are still held."""
        return self._open

    @property
    def lost_pages(self) -> int:
        """How many pages could not be read; 0 unless only what is left was opened."""
        return self._journal.lost

    @property
    def pages(self) -> int:
        """How many pages there are: one more after each save. Raises LockedError."""
        with self._turn:
            return self._journal.head.count

    @property
    def letterbox(self) -> LateLetterbox:
        """What can still seal a draft after the notebook was closed; it can open nothing."""
        return LateLetterbox(self._store.folder, self._journal.letterbox)

    def close(self) -> None:
        """Drop every key and let go of the folder. Closing twice is fine."""
        with self._turn:
            if self._open:
                self._open = False
                self.drafts.put_held()
                for beside in self._beside.values():
                    beside.close()
                self._beside.clear()
                self._journal.close()
                self._picture.close()
                self._store.close()

    def change_passphrase(self, old: str, new: str) -> None:
        """Let `new` open this notebook instead of `old`. A copy made earlier still opens with `old`."""
        with self._turn:
            self._journal.change_passphrase(old, new)

    def save(self, body: Any, *, key: str = "", record: str = "", based_on: int = 0) -> Revision:  # noqa: ANN401
        """Keep a new record, or an amended one when `record` is given; durable once this returns.

        `key` is the form's own id: the same form sent twice is saved once. `based_on` is the revision she was
        looking at. Raises NoSuchRecordError, or ChangedElsewhereError with what is there now.
        """
        with self._turn:
            kind = kind_for(body)
            if key and (saved := self._picture.by_key(key)):
                return saved
            number = 1
            if record:
                latest = self.latest(record)
                if latest.number != based_on:
                    raise ChangedElsewhereError(latest)
                if latest.body == body:
                    return latest
                number = latest.number + 1
            revision = Revision(
                record=record or secrets.token_hex(16),
                kind=kind.code,
                number=number,
                written=datetime.now(UTC),
                key=key,
                body=body,
            )
            placed = self._journal.append(revision)
            self._picture.replay([placed])
            return placed

    def amend(self, record: str, by: Callable[[Any], Any]) -> Revision:
        """Keep a record as `by` changes what is there now; no other window comes in between.

        Raises NoSuchRecordError.
        """
        with self.alone():
            latest = self.latest(record)
            return self.save(by(latest.body), record=record, based_on=latest.number)

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """As long as this lasts no other window keeps anything: for what is looked up and then saved."""
        with self._turn:
            yield

    def keep(self, body: Any) -> Revision:  # noqa: ANN401
        """Save a record of a kind there is only one of (answers, preferences), over the one before."""
        with self._turn:
            before = self._picture.newest_of(kind_for(body).code)
            if before is None:
                return self.save(body)
            return self.save(body, record=before.record, based_on=before.number)

    def change(self, cls: type[T], by: Callable[[T], T]) -> T:
        """Keep the record of a kind there is only one of as `by` changes it; no other window comes in between."""
        with self._turn:
            while True:
                before = self._picture.newest_of(kind_for(cls()).code)
                body = by(before.body if before else cls())
                try:
                    if before:
                        self.save(body, record=before.record, based_on=before.number)
                    elif self.one(cls) == cls():
                        self.keep(body)
                    else:
                        continue  # `by` itself kept something: now there is something to change
                except ChangedElsewhereError:
                    continue
                return body

    def one(self, cls: type[Any]) -> Any:  # noqa: ANN401
        """The record of a kind there is only one of; a fresh one where none was kept yet."""
        with self._turn:
            found = self._picture.newest_of(kind_for(cls()).code)
            return found.body if found else cls()

    def saved_as(self, key: str) -> Revision | None:
        """The revision the form with this key was saved as, or None."""
        with self._turn:
            return self._picture.by_key(key)

    def latest(self, record: str) -> Revision:
        """The newest revision of a record. Raises NoSuchRecordError."""
        with self._turn:
            found = self._picture.latest(record)
        if found is None:
            raise NoSuchRecordError
        return found

    def history(self, record: str) -> list[Revision]:
        """Every revision of a record, oldest first. Raises NoSuchRecordError."""
        with self._turn:
            found = self._picture.history(record)
        if not found:
            raise NoSuchRecordError
        return found

    def timeline(
        self, kinds: Sequence[str] = (), *, newest: bool = False, first: int = 0, most: int | None = None
    ) -> list[Revision]:
        """The latest of every record of these kinds (all dated ones by default), in order of when it happened.

        What has no date comes last. `newest` turns the order around; `first` and `most` give one stretch of it.
        """
        with self._turn:
            return self._picture.all_of(kinds or dated_kinds(), newest=newest, first=first, most=most)

    def count(self, kinds: Sequence[str] = ()) -> int:
        """How many records of these kinds there are (all dated ones by default)."""
        with self._turn:
            return self._picture.count(kinds or dated_kinds())

    def by_month(self, kinds: Sequence[str] = ()) -> list[tuple[str, int]]:
        """How many records of these kinds (all dated ones by default) begin in each month, those without a date last.

        Months are written "2024-03"; a year alone stands at its first month, no date at "".
        """
        with self._turn:
            return self._picture.by_month(kinds or dated_kinds())

    def numbers(self, kinds: Sequence[str]) -> list[tuple[str, int]]:
        """Every record of these kinds with the number of its latest revision: what changed, without reading it."""
        with self._turn:
            return self._picture.numbers(kinds)

    def happened(self, kinds: Sequence[str]) -> list[tuple[str, int, str, Happened | None]]:
        """Every record of these kinds, the number of its latest revision, its kind and when it was; no more is read."""
        with self._turn:
            return self._picture.happened(kinds)

    def find(self, ask: Callable[[RecordSearch], T]) -> T:
        """Ask what finds records by their words; nothing else changes meanwhile."""
        with self._turn:
            return ask(self._picture.records)

    def changes(self, kind: str) -> int:
        """How often records of this kind were saved: what was made of them holds as long as that stays."""
        with self._turn:
            return self._picture.changes(kind)

    def linked_to(self, record: str) -> list[Revision]:
        """The latest of every listed record that points to this one."""
        with self._turn:
            return [found for found in self._picture.linked_to(record) if kind_of(found.kind).listed]

    def newest_written(self, most: int) -> list[Revision]:
        """The latest of the dated records she began last, the newest first."""
        with self._turn:
            return self._picture.newest_written(dated_kinds(), most)

    def histories(self, kinds: Sequence[str]) -> list[list[Revision]]:
        """Every record of these kinds with all its revisions, in order of when it happened."""
        return [self.history(revision.record) for revision in self.timeline(kinds)]

    def seal_file(self) -> FileSealer:
        """A place to write a file's bytes to as they arrive; sealed as they come, nothing plain on the disk."""
        return self._journal.seal_file()

    def open_file(self, blob: str) -> OpenFile:
        """The plain bytes of a kept file, read a piece at a time. Raises MissingFileError, DamagedError."""
        return self._journal.open_file(blob)

    def picture(self, attachment: Attachment, longest: int) -> Shown:
        """A fresh, smaller picture without anything the camera wrote into it. Raises NotAPictureError."""
        if attachment.size > MOST_BYTES:  # a film with the beginning of a photo is not read to find that out
            raise NotAPictureError
        with self.open_file(attachment.blob) as plain:
            return picture(plain, longest)

    def beside(self, cls: type[B]) -> B:
        """The one thing of this class that is kept beside the open notebook: made when first asked for, closed with it.

        Raises LockedError.
        """
        with self._turn:
            if not self._open:
                raise LockedError
            if cls not in self._beside:
                self._beside[cls] = cls(self)
            found: B = self._beside[cls]
            return found

    def throw_away(self, blob: str) -> None:
        """Remove a sealed file, unless a record or a draft speaks of it. Does nothing to one that is gone."""
        with self._turn, contextlib.suppress(MissingFileError):
            spoken_of = {attachment.blob for attachment in self._attachments()} | self.drafts.blobs()
            if not self.drafts.damaged() and blob not in spoken_of:
                self._journal.remove_file(blob)

    def tidy(self) -> None:
        """Remove sealed files that no record and no draft speaks of: what an interrupted upload left behind.

        Nothing is removed while a draft cannot be read: nobody knows which files it speaks of.
        """
        with self._turn:
            if self.drafts.damaged():
                return
            spoken_of = {attachment.blob for attachment in self._attachments()} | self.drafts.blobs()
            for blob in list(self._journal.files()):
                if blob not in spoken_of:
                    self._journal.remove_file(blob)

    def _attachments(self) -> Iterator[Attachment]:
        for latest in self._picture.all_of(list(all_kinds())):
            for revision in self._picture.history(latest.record):
                yield from attachments_of(revision.body)


def dated_kinds() -> list[str]:
    """The codes of the kinds she lists that say when something was: those of the timeline and the chronology."""
    return [kind.code for kind in listed_kinds() if kind.dated_by]


def title_of(revision: Revision, longest: int = 80) -> str:
    """The first words of a record, to know it by in a list; the kind's name where it has none."""
    kind = kind_of(revision.kind)
    text = " ".join(str(getattr(revision.body, kind.title_field, "")).split())
    if len(text) <= longest:
        return text or kind.name
    return text[:longest].rsplit(" ", 1)[0] + " …"
