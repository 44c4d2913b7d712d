from __future__ import annotations

import threading
from datetime import datetime

import msgspec
import pytest

from daybook.crypto.derive import PassphraseError
from daybook.domain.kinds import UnknownKindError
from daybook.journal import Journal
from daybook.journal.errors import (
    ConflictError,
    DamagedError,
    ExistsAlreadyError,
    JournalError,
    LockedError,
    MissingFileError,
    NoNotebookError,
    PagesLostError,
    PageTooLongError,
    StoreError,
    WrongPassphraseError,
)
from daybook.journal.store import Frame
from daybook.stores.memory import MemoryStore
from tests.journal.samples import LEAST, PASSPHRASE, begin, resume, revision


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def journal(store: MemoryStore) -> Journal:
    return resume(store, begin(store))


def test_what_was_saved_is_there_after_unlocking(store: MemoryStore) -> None:
    journal = Journal.create(store, PASSPHRASE, cost=LEAST)
    kept = [journal.append(revision("one")), journal.append(revision("two", 2))]
    journal.close()
    again = Journal.unlock(store, PASSPHRASE)
    assert list(again.revisions()) == kept
    assert [one.place for one in kept] == [0, 1]


@pytest.mark.parametrize("typed", ["", "lantern tulip gravel", PASSPHRASE.upper(), PASSPHRASE + " ", "x" * 5000])
def test_a_wrong_passphrase_opens_nothing(store: MemoryStore, typed: str) -> None:
    Journal.create(store, PASSPHRASE, cost=LEAST)
    with pytest.raises(WrongPassphraseError):
        Journal.unlock(store, typed)


def test_a_notebook_is_never_started_over_another(store: MemoryStore) -> None:
    Journal.create(store, PASSPHRASE, cost=LEAST).append(revision())
    with pytest.raises(ExistsAlreadyError):
        Journal.create(store, "another one", cost=LEAST)
    assert Journal.unlock(store, PASSPHRASE).head.count == 1


def test_there_must_be_a_notebook_and_a_passphrase(store: MemoryStore) -> None:
    with pytest.raises(NoNotebookError):
        Journal.unlock(store, PASSPHRASE)
    with pytest.raises(PassphraseError):
        Journal.create(store, "", cost=LEAST)
    with pytest.raises(NoNotebookError):
        store.headers()


class TestChangedPassphrase:
    def test_the_new_one_opens_it_and_the_old_one_does_not(self, store: MemoryStore) -> None:
        journal = Journal.create(store, PASSPHRASE, cost=LEAST)
        journal.append(revision())
        journal.change_passphrase(PASSPHRASE, "a new one")
        assert Journal.unlock(store, "a new one").head.count == 1
        with pytest.raises(WrongPassphraseError):
            Journal.unlock(store, PASSPHRASE)
        assert len(set(store.headers())) == 1

    def test_it_needs_the_old_one(self, store: MemoryStore) -> None:
        journal = Journal.create(store, PASSPHRASE, cost=LEAST)
        before = store.headers()
        with pytest.raises(WrongPassphraseError):
            journal.change_passphrase("not it", "a new one")
        with pytest.raises(PassphraseError):
            journal.change_passphrase(PASSPHRASE, "")
        assert store.headers() == before

    def test_only_its_own_slot_changes(self, store: MemoryStore) -> None:
        journal = Journal.create(store, PASSPHRASE, cost=LEAST)
        before = journal._header
        journal.change_passphrase(PASSPHRASE, "a new one")
        after = journal._header
        assert sum(old != new for old, new in zip(before.slots, after.slots, strict=True)) == 1
        assert (before.fixed, before.rest) == (after.fixed, after.rest)

    def test_a_copied_old_header_still_opens(self, store: MemoryStore) -> None:
        """Stated in the docstring: changing the passphrase does not take back a copy."""
        journal = Journal.create(store, PASSPHRASE, cost=LEAST)
        old = store.headers()[0]
        journal.change_passphrase(PASSPHRASE, "a new one")
        store.replace_header(old)
        assert Journal.unlock(store, PASSPHRASE).head.count == 0


def test_after_closing_everything_is_locked(journal: Journal) -> None:
    journal.append(revision())
    done = journal.seal_file()
    blob = done.finish().blob
    drafts, opened, half, reading = journal.drafts, journal.open_file(blob), journal.seal_file(), journal.revisions()
    journal.append(revision(number=2))
    next(reading)
    journal.close()
    journal.close()
    for use in (
        lambda: journal.append(revision()),
        lambda: list(journal.revisions()),
        lambda: next(reading),
        lambda: journal.head,
        lambda: journal.drafts,
        lambda: drafts.get("x"),
        lambda: drafts.put("x", b""),
        lambda: drafts.remove("x"),
        drafts.slots,
        journal.seal_file,
        journal.files,
        lambda: journal.open_file(blob),
        lambda: journal.remove_file(blob),
        lambda: journal.change_passphrase(PASSPHRASE, "b"),
        opened.read,
        lambda: half.write(b"x"),
        half.finish,
    ):
        with pytest.raises(LockedError):
            use()


def test_a_file_half_sealed_when_it_locks_leaves_nothing(store: MemoryStore, journal: Journal) -> None:
    journal.seal_file().write(b"x" * 100_000)
    journal.close()
    assert not list(store.files())


def test_closing_never_fails_even_when_the_disk_does(
    store: MemoryStore, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: bytes) -> None:
        raise StoreError

    journal.append(revision())
    monkeypatch.setattr(store, "replace_mark", refuse)
    journal.close()
    with pytest.raises(LockedError):
        journal.head  # noqa: B018


def test_two_writers_cannot_take_the_same_place(store: MemoryStore) -> None:
    header = begin(store)
    one, other = resume(store, header), resume(store, header)
    one.append(revision("first"))
    with pytest.raises(ConflictError):
        other.append(revision("second"))
    assert [kept.body.account for kept in one.revisions()] == ["first"]
    assert other.head.count == 0


def test_a_page_that_is_too_long_is_refused_and_nothing_is_saved(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("daybook.journal.padding.LONGEST_PAGE", 4096)
    with pytest.raises(PageTooLongError):
        journal.append(revision("a" * 5000))
    assert journal.head.count == 0


def test_a_failed_save_can_be_tried_again(
    store: MemoryStore, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(store, "append", lambda _: (_ for _ in ()).throw(StoreError))
        with pytest.raises(StoreError):
            journal.append(revision())
    assert journal.append(revision()).place == 0
    assert len(list(journal.revisions())) == 1


def test_many_threads_may_save_at_once(store: MemoryStore, journal: Journal) -> None:
    def write(name: int) -> None:
        for number in range(20):
            journal.append(revision(f"{name} {number}"))

    threads = [threading.Thread(target=write, args=(name,)) for name in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(kept.body.account for kept in journal.revisions()) == sorted(
        f"{name} {number}" for name in range(5) for number in range(20)
    )


class TestMark:
    def test_pages_gone_while_it_is_open_are_noticed(self, store: MemoryStore, journal: Journal) -> None:
        journal.append(revision())
        journal.append(revision(number=2))
        del store._frames[1]
        with pytest.raises(PagesLostError):
            list(journal.revisions())

    def test_without_a_mark_or_with_a_torn_one_it_still_opens(self, store: MemoryStore) -> None:
        header = begin(store)
        resume(store, header).append(revision())
        for mark in (None, b"", b"\0" * 128, b"short"):
            store._mark = mark
            assert resume(store, header).head.count == 1
            assert len(store._mark or b"") == 128

    def test_unlocking_writes_nothing_when_nothing_changed(self, store: MemoryStore) -> None:
        header = begin(store)
        journal = resume(store, header)
        journal.append(revision())
        journal.close()
        before = store._mark
        resume(store, header)
        assert store._mark == before

    def test_a_mark_of_a_twin_notebook_says_nothing(self, store: MemoryStore) -> None:
        twin_store = MemoryStore()
        twin = resume(twin_store, begin(twin_store))
        twin.append(revision())
        twin.close()
        header = begin(store)
        store._mark = twin_store._mark
        assert resume(store, header).head.count == 0


class TestPagesThatOpenButSayNothing:
    def put(self, journal: Journal, plain: bytes) -> None:
        chain = journal._opened()
        journal._store.append(chain.seal(plain, journal.head))

    def test_a_page_of_a_newer_kind(self, journal: Journal) -> None:
        body = {"record": "a", "kind": "moon.9", "number": 1, "written": datetime.now().astimezone(), "key": ""}
        self.put(journal, msgspec.msgpack.encode(body | {"body": {}}))
        with pytest.raises(UnknownKindError):
            list(journal.revisions())

    def test_a_page_of_rubbish_is_named_by_its_place(self, journal: Journal) -> None:
        journal.append(revision())
        self.put(journal, b"rubbish")
        with pytest.raises(DamagedError, match="page 2"):
            list(journal.revisions())


def every_error(of: type[JournalError] = JournalError) -> list[type[JournalError]]:
    return [of, *(one for child in of.__subclasses__() for one in every_error(child))]


@pytest.mark.parametrize("error", every_error())
def test_every_error_is_one_calm_sentence_with_its_place(error: type[JournalError]) -> None:
    if issubclass(error, PagesLostError):
        made: JournalError = error(known=12, found=9)
    elif issubclass(error, MissingFileError | DamagedError) or error.__init__ is not JournalError.__init__:
        made = error("page 9")
    else:
        made = error()
    words = str(made)
    assert "{" not in words
    assert words.endswith(".")
    assert "\n" not in words
    assert 30 < len(words) < 130
    assert made.args == () or "9" in words


def test_a_frame_is_only_bytes(store: MemoryStore, journal: Journal) -> None:
    journal.append(revision("They took my keys."))
    [frame] = store.frames()
    assert isinstance(frame, Frame)
    assert (len(frame.nonce), len(frame.tag), len(frame.sealed)) == (12, 32, 512 + 16)
