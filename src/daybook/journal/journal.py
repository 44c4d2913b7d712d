"""The journal: every save appends one sealed page, and nothing is ever changed in place."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import threading
from collections.abc import Iterator
from weakref import WeakSet

from daybook.crypto.derive import KEY_BYTES, Cost, PassphraseError, RefusedCostError, derive
from daybook.domain.revision import Revision
from daybook.journal.chain import Chain, Head, Left, page_name
from daybook.journal.codec import UnreadablePageError, decode, encode
from daybook.journal.drafts import Drafts, Letterbox
from daybook.journal.errors import (
    DamagedError,
    LockedError,
    PageDamagedError,
    PagesLostError,
    StoreError,
    WrongPassphraseError,
)
from daybook.journal.header import Header, OpenedSlot
from daybook.journal.keys import Keys, slot_key
from daybook.journal.mark import read_mark, seal_mark
from daybook.journal.openfile import OpenFile
from daybook.journal.sealer import FileSealer
from daybook.journal.spare import best_header
from daybook.journal.store import Store


class Journal:
    """An unlocked notebook: sealed pages in a chain, sealed files, and drafts.

    Pages cannot be edited, reordered, swapped or taken out of the middle unnoticed. Losing the *last* pages
    is noticed only against a head kept elsewhere; a mark in the same store catches accidents, not intent.
    Whoever holds the passphrase can write anything: the chain shows damage, it does not prove a date.
    Safe to use from several threads. One store has one journal at a time.
    """

    def __init__(self, store: Store, header: Header, keys: Keys, head: Head) -> None:
        """For `create` and `unlock` only."""
        self._store = store
        self._header = header
        self._chain: Chain | None = Chain(keys, header.notebook)
        self._head = head
        self._marked = head
        self._left = Left(head)
        self._letterbox = Letterbox(store, keys, header.notebook)
        self._drafts = Drafts(store, keys, self._letterbox)
        self._lock = threading.RLock()
        self._files: WeakSet[FileSealer | OpenFile] = WeakSet()

    @classmethod
    def create(cls, store: Store, passphrase: str, *, cost: Cost | None = None) -> Journal:
        """Start an empty notebook. Raises ExistsAlreadyError, PassphraseError, RefusedCostError, StoreError."""
        empty = Header.fresh(cost or Cost())
        volume_key = os.urandom(KEY_BYTES)
        header = empty.with_key(volume_key, slot_key(derive(passphrase, empty.salt, empty.cost)))
        keys = Keys(volume_key, 0)
        store.create(header.pack(), seal_mark(Head(), keys, header.notebook))
        return cls(store, header, keys, Head())

    @classmethod
    def unlock(cls, store: Store, passphrase: str, *, what_is_left: bool = False) -> Journal:
        """Open a notebook, checking every link of the chain before anything can be read or written.

        With `what_is_left` it opens although pages are damaged or gone; `lost` counts them. Raises
        WrongPassphraseError, PageDamagedError and PagesLostError unless so, DamagedError with its place,
        MissingPartError, NoNotebookError, NewerVersionError, StoreError.
        """
        header, needs_repair = best_header(store)
        found = _try_passphrase(header, passphrase)
        keys = Keys(found.key, found.volume)
        if needs_repair:
            store.replace_header(header.pack())
        journal = cls(store, header, keys, Head())
        journal._catch_up(what_is_left=what_is_left)
        return journal

    @property
    def head(self) -> Head:
        """How many pages there are, and the tag of the last. Raises LockedError."""
        self._opened()
        return self._head

    @property
    def lost(self) -> int:
        """How many pages are damaged or gone, as far as it can be known; 0 unless it was opened in spite of that."""
        return len(self._left.damaged) + self._left.gone

    def append(self, revision: Revision) -> Revision:
        """Seal the revision as the next page and return it with its `place`.

        Once this returns, it survives a power cut. Raises ConflictError when another writer was first,
        PageTooLongError, StoreError, LockedError; then nothing was saved, except that after DiskFaultError
        only opening the notebook again shows whether it was.
        """
        plain = encode(revision)
        with self._lock:
            frame = self._opened().seal(plain, self._head)
            self._store.append(frame)
            self._head = Head(frame.place + 1, frame.tag)
        return dataclasses.replace(revision, place=frame.place)

    def revisions(self) -> Iterator[Revision]:
        """Every revision in the order it was saved, each checked before it is given out.

        Raises DamagedError with its place, UnknownKindError for a page of a newer Daybook, LockedError.
        """
        chain, head = self._opened(), self._head
        count = 0
        for place, plain in chain.read(self._store.frames(), without=self._left.damaged):
            if self._chain is not chain:
                raise LockedError
            try:
                revision = decode(plain, place)
            except UnreadablePageError:
                raise DamagedError(page_name(place)) from None
            yield revision
            count = place + 1
        count = max([count, *(place + 1 for place in self._left.damaged)])
        if count < head.count:
            raise PagesLostError(known=head.count, found=count)

    def seal_file(self) -> FileSealer:
        """Begin a file: write its plain bytes to the sealer, then `finish` or `abandon` it."""
        with self._lock:
            chain = self._opened()
            sealer = FileSealer(self._store, chain.keys, chain.notebook)
            self._files.add(sealer)
            return sealer

    def open_file(self, blob: str) -> OpenFile:
        """Open a sealed file for reading. Raises MissingFileError, DamagedError, LockedError."""
        with self._lock:
            chain = self._opened()
            opened = OpenFile(self._store.open_file(blob), chain.keys, chain.notebook, blob)
            self._files.add(opened)
            return opened

    def files(self) -> Iterator[str]:
        """The names of all sealed files, in no order."""
        self._opened()
        return self._store.files()

    def remove_file(self, blob: str) -> None:
        """Remove a sealed file from this copy; backups and the disk itself may still hold it."""
        self._opened()
        self._store.remove_file(blob)

    @property
    def drafts(self) -> Drafts:
        """The drafts. Raises LockedError."""
        self._opened()
        return self._drafts

    @property
    def letterbox(self) -> Letterbox:
        """Where drafts can be put even after `close`, as long as the store is open."""
        return self._letterbox

    def change_passphrase(self, old: str, new: str) -> None:
        """Let `new` open the notebook in place of `old`. Raises WrongPassphraseError, PassphraseError.

        The pages stay sealed under the same key: somebody who kept a copy of the old header and knows the
        old passphrase can still open them, and what is written later.
        """
        with self._lock:
            chain = self._opened()
            found = _try_passphrase(self._header, old)
            if not chain.keys.belong_to(found.key):
                raise WrongPassphraseError
            key = slot_key(derive(new, self._header.salt, self._header.cost))
            header = self._header.with_key(found.key, key, position=found.position, volume=found.volume)
            self._store.replace_header(header.pack())
            self._header = header

    def close(self) -> None:
        """Drop every key; files half sealed are removed. Anything after raises LockedError, but for `letterbox`.

        The store stays open for the letterbox. May be called twice, and never raises.
        """
        with self._lock:
            if self._chain is None:
                return
            mark = seal_mark(self._head, self._chain.keys, self._chain.notebook)
            self._chain = None
            changed = self._head != self._marked  # a notebook only looked at is not touched
            self._drafts.lock()
            for file in list(self._files):
                _lock_file(file)
            if changed:
                with contextlib.suppress(StoreError):  # the mark is a help, not a part
                    self._store.replace_mark(mark)

    def _opened(self) -> Chain:
        chain = self._chain
        if chain is None:
            raise LockedError
        return chain

    def _catch_up(self, *, what_is_left: bool) -> None:
        """Walk the chain to its end, and hold it against the mark."""
        chain = self._opened()
        known = read_mark(self._store.mark(), chain.keys, chain.notebook)
        try:
            self._head = chain.walk(self._store.frames(), known=known)
        except (PageDamagedError, PagesLostError):
            if not what_is_left:
                raise
            self._left = chain.walk_what_is_left(self._store.frames())
            self._head = self._left.head
            if known and known.count > self._head.count:
                gone = self._left.gone + known.count - self._head.count
                self._left = Left(self._head, self._left.damaged, gone)
        if known != self._head:
            self._store.replace_mark(seal_mark(self._head, chain.keys, chain.notebook))
        self._marked = self._head


def _try_passphrase(header: Header, passphrase: str) -> OpenedSlot:
    try:
        return header.open(slot_key(derive(passphrase, header.salt, header.cost)))
    except PassphraseError:  # no notebook has such a passphrase
        raise WrongPassphraseError from None
    except RefusedCostError:
        raise DamagedError("its first page") from None


def _lock_file(file: FileSealer | OpenFile) -> None:
    if isinstance(file, OpenFile):
        file.lock()
        return
    with contextlib.suppress(StoreError):  # what is left of it is removed at the next start
        file.abandon()
