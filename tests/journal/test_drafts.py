from __future__ import annotations

import pytest

from daybook.journal import Journal
from daybook.journal.errors import DamagedError, StoreError
from daybook.stores.memory import MemoryStore
from tests.journal.samples import begin, flipped, resume


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def journal(store: MemoryStore) -> Journal:
    return resume(store, begin(store))


def test_words_that_arrive_after_locking_are_found_at_the_next_unlock(store: MemoryStore) -> None:
    header = begin(store)
    journal = resume(store, header)
    letterbox = journal.letterbox
    journal.drafts.put("new", b"He ")
    journal.close()
    letterbox.put("new", b"He said")
    letterbox.put("other", b"")
    again = resume(store, header)
    assert again.drafts.slots() == ["new", "other"]
    assert (again.drafts.get("new"), again.drafts.get("other"), again.drafts.get("none")) == (b"He said", b"", None)


def test_the_letterbox_holds_no_key_that_opens_anything(journal: Journal) -> None:
    """Whatever can be reached from it after locking, nothing there can unseal."""
    letterbox = journal.letterbox
    journal.close()
    held = [getattr(letterbox, name) for name in type(letterbox).__slots__]
    assert not any(hasattr(thing, "unseal") for thing in held)
    assert not any(hasattr(getattr(thing, "_public", None), "private_bytes") for thing in held)


def test_the_store_sees_neither_slot_nor_words_nor_how_many_there_are(store: MemoryStore, journal: Journal) -> None:
    journal.drafts.put("amend 17", b"canary")
    journal.drafts.put("amend 18", b"")
    sealed = store.drafts()
    assert {len(slot) for slot in sealed} == {16}
    assert {len(letter) for letter in sealed.values()} == {256 + 48}
    whole = b"".join(slot + letter for slot, letter in sealed.items())
    assert b"canary" not in whole
    assert b"amend" not in whole


def test_a_draft_that_was_changed_or_moved_is_noticed(store: MemoryStore, journal: Journal) -> None:
    journal.drafts.put("one", b"1")
    journal.drafts.put("two", b"2")
    (one, first), (two, second) = store.drafts().items()
    for broken in ({one: second, two: first}, {one: flipped(first, 700), two: second}, {one: b"", two: b"x"}):
        store._drafts = broken
        with pytest.raises(DamagedError, match="a draft"):
            journal.drafts.get("one")
        whole = journal.drafts.slots()
        assert journal.drafts.damaged() == 2 - len(whole) > 0
        assert [journal.drafts.get(slot) for slot in whole] == [{"one": b"1", "two": b"2"}[slot] for slot in whole]
    journal.drafts.remove("one")
    journal.drafts.remove("two")
    assert journal.drafts.slots() == []


def test_a_draft_of_a_twin_notebook_does_not_open(store: MemoryStore, journal: Journal) -> None:
    twin_store = MemoryStore()
    twin = resume(twin_store, begin(twin_store))
    twin.drafts.put("one", b"1")
    store._drafts = twin_store._drafts
    with pytest.raises(DamagedError):
        journal.drafts.get("one")


def test_a_letterbox_whose_store_is_closed_says_so(store: MemoryStore, journal: Journal) -> None:
    letterbox = journal.letterbox
    journal.close()
    store.close()
    with pytest.raises(StoreError):
        letterbox.put("new", b"words")
