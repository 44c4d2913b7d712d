from __future__ import annotations

import hashlib
import io
import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook.journal import Journal
from daybook.journal.errors import DamagedError
from daybook.journal.padding import padded_file_size
from daybook.stores.memory import MemoryStore
from tests.journal.samples import VOLUME_KEY, begin, flipped, resume

CHUNK = 64 * 1024
EDGES = [0, 1, 7, 8, 9, 16375, 16376, 16377, CHUNK - 8, CHUNK - 7, CHUNK, CHUNK + 1, 2 * CHUNK - 8, 200_000]


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def journal(store: MemoryStore) -> Journal:
    return resume(store, begin(store))


def plain_of(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def kept(journal: Journal, plain: bytes) -> str:
    sealer = journal.seal_file()
    sealer.write(plain)
    return sealer.finish().blob


@pytest.mark.parametrize("size", EDGES)
def test_a_file_reads_back_byte_for_byte_and_its_size_is_hidden(
    store: MemoryStore, journal: Journal, size: int
) -> None:
    plain = plain_of(size)
    sealer = journal.seal_file()
    assert sealer.write(plain) == size
    done = sealer.finish()
    assert (done.size, done.sha256) == (size, hashlib.sha256(plain).hexdigest())
    with journal.open_file(done.blob) as opened:
        assert (opened.size, opened.read()) == (size, plain)
    room = padded_file_size(size + 8)
    assert len(store._files[done.blob]) == 60 + room + 16 * -(-room // CHUNK)


@given(st.lists(st.binary(max_size=90_000), max_size=5))
@settings(deadline=None, max_examples=30)
def test_it_does_not_matter_in_which_parts_the_bytes_arrive(parts: list[bytes]) -> None:
    store = MemoryStore()
    journal = resume(store, begin(store))
    sealer = journal.seal_file()
    for part in parts:
        sealer.write(part)
    with journal.open_file(sealer.finish().blob) as opened:
        assert opened.read() == b"".join(parts)


@given(st.data())
@settings(deadline=None, max_examples=50)
def test_it_reads_and_seeks_like_any_file(data: st.DataObject) -> None:
    store = MemoryStore()
    journal = resume(store, begin(store))
    plain = plain_of(150_000)
    model = io.BytesIO(plain)
    with journal.open_file(kept(journal, plain)) as opened:
        assert opened.seekable()
        for _ in range(10):
            if data.draw(st.booleans()):
                where = data.draw(st.integers(0, 160_000))
                assert opened.seek(where) == model.seek(where)
            wanted = data.draw(st.integers(-1, 80_000))
            assert opened.read(wanted) == model.read(wanted)
            assert opened.tell() == model.tell()
        assert opened.seek(-5, 2) == model.seek(-5, 2)
        assert opened.read() == model.read()
        with pytest.raises(ValueError):
            opened.seek(-1)


@pytest.mark.parametrize("size", [0, CHUNK, 200_000])
def test_a_file_cut_anywhere_or_with_more_after_it_gives_nothing(
    store: MemoryStore, journal: Journal, size: int
) -> None:
    blob = kept(journal, plain_of(size))
    whole = store._files[blob]
    ends = {0, 11, 12, 59, 60, 61, 76, len(whole) - 1, len(whole) - 16, *range(60, len(whole), CHUNK + 16)}
    cut = [whole[:end] for end in ends]
    longer = [whole + more for more in (b"\0", bytes(16), whole[60:], whole[60 : 60 + CHUNK + 16])]
    for changed in cut + longer:
        store._files[blob] = changed
        with pytest.raises(DamagedError, match=blob):
            journal.open_file(blob)


def test_swapped_repeated_and_dropped_chunks_are_noticed(store: MemoryStore, journal: Journal) -> None:
    plain = plain_of(5 * CHUNK - 100)
    blob = kept(journal, plain)
    whole = store._files[blob]
    head, chunks = whole[:60], [whole[at : at + CHUNK + 16] for at in range(60, len(whole), CHUNK + 16)]
    assert len(chunks) == 5
    for order in ([1, 0, 2, 3, 4], [0, 0, 2, 3, 4], [0, 2, 3, 4], [4, 1, 2, 3, 0], [0, 1, 2, 3], [0, 1, 2, 3, 3]):
        store._files[blob] = head + b"".join(chunks[number] for number in order)
        with pytest.raises(DamagedError), journal.open_file(blob) as opened:
            opened.read()


def test_no_byte_of_a_changed_chunk_is_given_out(store: MemoryStore, journal: Journal) -> None:
    plain = plain_of(3 * CHUNK)
    blob = kept(journal, plain)
    whole = store._files[blob]
    for bit in random.Random(1).sample(range(len(whole) * 8), 200):
        store._files[blob] = flipped(whole, bit)
        given_out = b""
        with pytest.raises(DamagedError), journal.open_file(blob) as opened:  # noqa: PT012
            while part := opened.read(10_000):
                given_out += part
        assert plain.startswith(given_out)
        assert len(given_out) <= max(0, (bit // 8 - 60) // (CHUNK + 16) * CHUNK)


def test_a_file_under_another_name_or_in_a_twin_notebook_does_not_open(store: MemoryStore, journal: Journal) -> None:
    one, other = kept(journal, b"one"), kept(journal, b"other")
    store._files[one], store._files[other] = store._files[other], store._files[one]
    with pytest.raises(DamagedError):
        journal.open_file(one)
    twin_store = MemoryStore()
    twin = resume(twin_store, begin(twin_store, VOLUME_KEY))
    twin_store._files[other] = store._files[one]
    with pytest.raises(DamagedError):
        twin.open_file(other)


def test_the_same_file_twice_never_looks_the_same(store: MemoryStore, journal: Journal) -> None:
    one, other = kept(journal, bytes(70_000)), kept(journal, bytes(70_000))
    assert one != other
    blocks = [store._files[blob][at : at + 16] for blob in (one, other) for at in range(60, 60_000, 16)]
    assert len(set(blocks)) == len(blocks)


def test_abandoning_leaves_nothing_and_harms_no_finished_file(store: MemoryStore, journal: Journal) -> None:
    sealer = journal.seal_file()
    sealer.write(b"x" * 70_000)
    sealer.abandon()
    sealer.abandon()
    assert not list(journal.files())
    sealer = journal.seal_file()
    blob = sealer.finish().blob
    sealer.abandon()
    assert list(journal.files()) == [blob]


@pytest.mark.parametrize("room", [lambda size: size, lambda size: size + 70_000])
def test_a_file_with_another_room_than_its_length_gives_is_refused(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, room: Callable[[int], int]
) -> None:
    """Only somebody with the keys can make one: a writer that pads in its own way would tell its files apart."""
    with monkeypatch.context() as patch:
        patch.setattr("daybook.journal.sealer.padded_file_size", room)
        blob = kept(journal, plain_of(30_001))
    with pytest.raises(DamagedError, match=blob):
        journal.open_file(blob)
