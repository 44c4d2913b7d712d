from __future__ import annotations

import hashlib
import os
import struct
from typing import Any

import pytest

from daybook.crypto.derive import Cost, derive
from daybook.crypto.seal import Sealer
from daybook.journal import Journal
from daybook.journal.errors import DamagedError, NewerVersionError, WrongPassphraseError
from daybook.journal.header import HEADER_BYTES, SLOT_BYTES, SLOTS, Header
from daybook.journal.keys import slot_key
from daybook.stores.memory import MemoryStore
from tests.journal.samples import LEAST, PASSPHRASE, flipped, revision

KEK = bytes(range(100, 132))
KEY = bytes(range(32))


def resealed(stored: bytes, at: int, new: bytes) -> bytes:
    """The header with some bytes replaced and its check made right again, as an attacker would."""
    whole = bytearray(stored[:-32])
    whole[at : at + len(new)] = new
    return bytes(whole) + hashlib.sha256(whole).digest()


def test_a_header_is_4096_bytes_and_reads_back() -> None:
    header = Header.fresh(LEAST).with_key(KEY, KEK)
    stored = header.pack()
    assert len(stored) == HEADER_BYTES
    assert Header.parse(stored) == header


@pytest.mark.parametrize("position", range(SLOTS))
def test_a_key_is_found_in_every_slot(position: int) -> None:
    header = Header.fresh(LEAST).with_key(KEY, KEK, position=position)
    found = Header.parse(header.pack()).open(KEK)
    assert (found.position, found.key, found.volume) == (position, KEY, 0)


@pytest.mark.parametrize("position", [0, 3, 7, None])
def test_all_eight_slots_are_tried_wherever_the_key_lies(position: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[bytes] = []
    unseal = Sealer.unseal

    def watched(self: Sealer, sealed: bytes, **rest: Any) -> bytes:
        tried.append(sealed)
        return unseal(self, sealed, **rest)

    header = Header.fresh(LEAST)
    if position is not None:
        header = header.with_key(KEY, KEK, position=position)
    monkeypatch.setattr(Sealer, "unseal", watched)
    if position is None:
        with pytest.raises(WrongPassphraseError):
            header.open(KEK)
    else:
        header.open(KEK)
    assert tried == [slot[12:] for slot in header.slots]


def test_the_slot_is_chosen_at_random() -> None:
    places = {Header.fresh(LEAST).with_key(KEY, KEK).open(KEK).position for _ in range(200)}
    assert places == set(range(SLOTS))


def test_unused_slots_look_like_used_ones() -> None:
    """No two headers share a slot, and no slot holds a run of zeros."""
    slots = [slot for _ in range(20) for slot in Header.fresh(LEAST).with_key(KEY, KEK).slots]
    assert len(set(slots)) == len(slots)
    assert {len(slot) for slot in slots} == {SLOT_BYTES}
    assert not any(bytes(6) in slot for slot in slots)


def test_every_flipped_bit_of_the_header_is_noticed() -> None:
    stored = Header.fresh(LEAST).with_key(KEY, KEK).pack()
    for bit in range(HEADER_BYTES * 8):
        with pytest.raises(DamagedError):
            Header.parse(flipped(stored, bit))


def test_a_flip_with_the_check_made_right_opens_nothing_or_is_without_meaning() -> None:
    """The check stands against accidents; against intent, the fixed part is what every slot is bound to."""
    header = Header.fresh(LEAST).with_key(KEY, KEK, position=2)
    stored = header.pack()
    used = range(64 + 2 * SLOT_BYTES, 64 + 3 * SLOT_BYTES)
    for at in (*range(64), *used):
        for bit in range(8):
            changed = resealed(stored, at, bytes([stored[at] ^ 1 << bit]))
            with pytest.raises((DamagedError, NewerVersionError, WrongPassphraseError)):
                Header.parse(changed).open(KEK)
    for at in (64, 64 + 3 * SLOT_BYTES, 64 + 8 * SLOT_BYTES, HEADER_BYTES - 33):
        assert Header.parse(resealed(stored, at, bytes([stored[at] ^ 1]))).open(KEK).key == KEY


def test_a_slot_is_bound_to_its_notebook() -> None:
    one = Header.fresh(LEAST).with_key(KEY, KEK, position=0)
    other = Header.fresh(LEAST)
    moved = resealed(other.pack(), 64, one.slots[0])
    with pytest.raises(WrongPassphraseError):
        Header.parse(moved).open(KEK)


@pytest.mark.parametrize(("at", "new"), [(6, b"\x00\x02"), (6, b"\xff\xff"), (48, b"\x02"), (63, b"\x01")])
def test_a_newer_header_is_left_alone(at: int, new: bytes) -> None:
    stored = resealed(Header.fresh(LEAST).with_key(KEY, KEK).pack(), at, new)
    with pytest.raises(NewerVersionError):
        Header.parse(stored)


@pytest.mark.parametrize("stored", [b"", b"\0" * HEADER_BYTES, os.urandom(HEADER_BYTES), b"SQLite format 3\0"])
def test_something_else_is_not_a_header(stored: bytes) -> None:
    with pytest.raises(DamagedError):
        Header.parse(stored)


@pytest.mark.parametrize("cost", [(1024, 1, 1), (64 * 1024 - 1, 3, 4), (2**32 - 1, 3, 4), (64 * 1024, 11, 4)])
def test_a_header_that_asks_for_a_cost_outside_the_limits_is_refused(
    cost: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = MemoryStore()
    Journal.create(store, PASSPHRASE, cost=LEAST)
    store.replace_header(resealed(store.headers()[0], 40, struct.pack(">IHH", *cost)))
    monkeypatch.setattr("daybook.crypto.derive.Argon2id", lambda **_: pytest.fail("derived"))
    with pytest.raises(DamagedError):
        Journal.unlock(store, PASSPHRASE)


class TestTwoCopies:
    def store(self) -> MemoryStore:
        store = MemoryStore()
        Journal.create(store, PASSPHRASE, cost=LEAST).append(revision())
        return store

    @pytest.mark.parametrize("torn", [0, 1])
    def test_one_torn_copy_is_repaired_from_the_other(self, torn: int) -> None:
        store = self.store()
        whole = store._headers[torn]
        store._headers[torn] = flipped(whole, 999)
        assert Journal.unlock(store, PASSPHRASE).head.count == 1
        assert store._headers == [whole, whole]

    def test_one_lost_copy_is_written_again(self) -> None:
        store = self.store()
        del store._headers[0]
        Journal.unlock(store, PASSPHRASE)
        assert len(store._headers) == 2

    def test_a_wrong_passphrase_repairs_nothing(self) -> None:
        store = self.store()
        store._headers[0] = torn = flipped(store._headers[0], 999)
        with pytest.raises(WrongPassphraseError):
            Journal.unlock(store, "something else entirely")
        assert store._headers[0] == torn

    def test_with_both_copies_torn_it_is_damaged(self) -> None:
        store = self.store()
        store._headers = [flipped(store._headers[0], 5), flipped(store._headers[1], 30_000)]
        with pytest.raises(DamagedError, match="its first page"):
            Journal.unlock(store, PASSPHRASE)


def test_a_default_header_costs_256_mib() -> None:
    assert Header.fresh(Cost()).cost == Cost(memory=262_144, passes=3, lanes=4)
    assert len(slot_key(derive(PASSPHRASE, bytes(16), LEAST))) == 32
