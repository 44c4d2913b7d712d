"""What every store must keep, run over each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from daybook.journal.errors import (
    ConflictError,
    ExistsAlreadyError,
    MissingFileError,
    NoNotebookError,
    StoreError,
)
from daybook.journal.store import Frame, Store
from daybook.stores.file import FileStore
from daybook.stores.memory import MemoryStore

HEADER, OTHER_HEADER = b"h" * 4096, b"i" * 4096
MARK = b"m" * 128
BLOB, OTHER_BLOB = "ab" * 16, "cd" * 16

Reopen = Callable[[Store], Store]


@pytest.fixture(params=["memory", "file"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Reopen:
    def again(store: Store) -> Store:
        store.close()
        if isinstance(store, MemoryStore):
            return store.reopened()
        return FileStore(tmp_path / "n")

    again.kind = request.param  # type: ignore[attr-defined]
    return again


@pytest.fixture
def empty(reopen: Reopen, tmp_path: Path) -> Iterator[Store]:
    store: Store = MemoryStore() if reopen.kind == "memory" else FileStore(tmp_path / "n")  # type: ignore[attr-defined]
    yield store
    store.close()


@pytest.fixture
def store(empty: Store) -> Store:
    empty.create(HEADER, MARK)
    return empty


def frame(place: int) -> Frame:
    return Frame(place, bytes([place % 256]) * 12, bytes([place % 251]) * (272 + place % 3), bytes(32))


def test_nothing_is_there_before_it_is_created(empty: Store) -> None:
    with pytest.raises(NoNotebookError):
        empty.headers()


def test_a_new_notebook_is_empty(store: Store) -> None:
    assert store.headers() == [HEADER, HEADER]
    assert store.mark() == MARK
    assert (list(store.frames()), store.drafts(), list(store.files())) == ([], {}, [])


def test_it_is_created_once(store: Store, reopen: Reopen) -> None:
    with pytest.raises(ExistsAlreadyError):
        store.create(OTHER_HEADER, MARK)
    again = reopen(store)
    with pytest.raises(ExistsAlreadyError):
        again.create(OTHER_HEADER, MARK)
    assert again.headers() == [HEADER, HEADER]
    again.close()


def test_everything_is_there_after_it_was_opened_again(store: Store, reopen: Reopen) -> None:
    frames = [frame(place) for place in range(600)]
    for one in frames:
        store.append(one)
    store.put_draft(b"s" * 16, b"sealed")
    writer = store.new_file(BLOB)
    writer.write(b"one ")
    writer.write(b"two")
    writer.commit()
    store.replace_header(OTHER_HEADER)
    store.replace_mark(b"n" * 128)
    again = reopen(store)
    assert list(again.frames()) == frames
    assert list(again.frames(597)) == frames[597:]
    assert list(again.frames(600)) == []
    assert again.drafts() == {b"s" * 16: b"sealed"}
    assert again.headers() == [OTHER_HEADER, OTHER_HEADER]
    assert again.mark() == b"n" * 128
    with again.open_file(BLOB) as kept:
        assert kept.read() == b"one two"
        assert kept.seek(4) == 4
        assert kept.read() == b"two"
    again.close()


def test_a_place_is_taken_once(store: Store) -> None:
    store.append(frame(0))
    with pytest.raises(ConflictError):
        store.append(Frame(0, bytes(12), b"other", bytes(32)))
    assert list(store.frames()) == [frame(0)]
    store.append(frame(1))


def test_a_draft_is_replaced_in_place_and_removed(store: Store) -> None:
    store.put_draft(b"a" * 16, b"1")
    store.put_draft(b"b" * 16, b"2")
    store.put_draft(b"a" * 16, b"3")
    assert store.drafts() == {b"a" * 16: b"3", b"b" * 16: b"2"}
    store.remove_draft(b"a" * 16)
    store.remove_draft(b"a" * 16)
    assert store.drafts() == {b"b" * 16: b"2"}


def test_a_file_is_there_only_once_it_is_committed(store: Store) -> None:
    writer = store.new_file(BLOB)
    writer.write(b"half")
    assert list(store.files()) == []
    with pytest.raises(MissingFileError):
        store.open_file(BLOB)
    writer.commit()
    assert list(store.files()) == [BLOB]


def test_an_abandoned_file_is_gone_and_a_kept_one_is_not(store: Store) -> None:
    kept, dropped = store.new_file(BLOB), store.new_file(OTHER_BLOB)
    kept.write(b"kept")
    dropped.write(b"dropped")
    kept.commit()
    kept.abandon()
    dropped.abandon()
    dropped.abandon()
    assert list(store.files()) == [BLOB]
    with pytest.raises(StoreError):
        dropped.write(b"more")


def test_a_removed_file_is_missing(store: Store) -> None:
    store.new_file(BLOB).commit()
    store.remove_file(BLOB)
    for use in (lambda: store.remove_file(BLOB), lambda: store.open_file(BLOB)):
        with pytest.raises(MissingFileError, match=BLOB):
            use()


def test_after_closing_nothing_is_kept(store: Store) -> None:
    store.close()
    store.close()
    for use in (
        lambda: store.append(frame(0)),
        lambda: list(store.frames()),
        lambda: store.put_draft(b"a" * 16, b""),
        store.drafts,
        lambda: store.remove_draft(b"a" * 16),
        lambda: store.replace_header(OTHER_HEADER),
        lambda: store.replace_mark(MARK),
        lambda: store.new_file(BLOB),
        lambda: store.remove_file(BLOB),
    ):
        with pytest.raises(StoreError):
            use()
