"""The journal is a list that survives restarts and notices tampering, over both stores."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from daybook.domain.revision import Revision
from daybook.journal.errors import DamagedError, MissingFileError, PagesLostError
from daybook.journal.store import Frame, Store
from daybook.stores.file import FileStore
from daybook.stores.memory import MemoryStore
from tests.journal.samples import begin, flipped, renumbered, resume, revisions

SLOTS = st.sampled_from(["new", "amend 1", "é"])


class JournalMachine(RuleBasedStateMachine):
    """Write, restart, tamper. Every tampering is tried on the store itself and undone afterwards."""

    def __init__(self) -> None:
        super().__init__()
        self.store = self.start()
        self.header = begin(self.store)
        self.journal = resume(self.store, self.header)
        self.model: list[Revision] = []
        self.drafts: dict[str, bytes] = {}
        self.files: dict[str, bytes] = {}

    start: Callable[[JournalMachine], Store]
    reopened: Callable[[JournalMachine], Store]
    put_frames: Callable[[JournalMachine, list[Frame]], None]

    @rule(revision=revisions)
    def write(self, revision: Revision) -> None:
        kept = self.journal.append(revision)
        assert kept.place == len(self.model)
        self.model.append(kept)

    @rule(close_first=st.booleans())
    def restart(self, close_first: bool) -> None:  # noqa: FBT001
        if close_first:
            self.journal.close()
        self.store.close()
        self.store = self.reopened()
        self.journal = resume(self.store, self.header)

    @rule(slot=SLOTS, words=st.binary(max_size=400), locked=st.booleans())
    def draft(self, slot: str, words: bytes, locked: bool) -> None:  # noqa: FBT001
        if locked:
            self.journal.close()
            self.journal.letterbox.put(slot, words)
            self.journal = resume(self.store, self.header)
        else:
            self.journal.drafts.put(slot, words)
        self.drafts[slot] = words

    @rule(slot=SLOTS)
    def forget_draft(self, slot: str) -> None:
        self.journal.drafts.remove(slot)
        self.drafts.pop(slot, None)

    @rule(parts=st.lists(st.integers(0, 70_000), max_size=4), keep=st.booleans())
    def file(self, parts: list[int], keep: bool) -> None:  # noqa: FBT001
        sealer = self.journal.seal_file()
        plain = [bytes([number % 251]) * size for number, size in enumerate(parts, 1)]
        for part in plain:
            assert sealer.write(part) == len(part)
        if keep:
            self.files[sealer.finish().blob] = b"".join(plain)
        else:
            sealer.abandon()

    @precondition(lambda self: self.files)
    @rule(data=st.data())
    def forget_file(self, data: st.DataObject) -> None:
        blob = data.draw(st.sampled_from(sorted(self.files)))
        self.journal.remove_file(blob)
        del self.files[blob]
        with pytest.raises(MissingFileError):
            self.journal.open_file(blob)

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def one_flipped_bit_is_noticed(self, data: st.DataObject) -> None:
        frames = self.frames()
        at = data.draw(st.integers(0, len(frames) - 1))
        part = data.draw(st.sampled_from(["nonce", "sealed", "tag"]))
        parts = {name: getattr(frames[at], name) for name in ("nonce", "sealed", "tag")}
        parts[part] = flipped(parts[part], data.draw(st.integers(0, len(parts[part]) * 8 - 1)))
        frames[at] = Frame(at, **parts)
        self.is_noticed(frames, f"page {at + 1}")

    @precondition(lambda self: len(self.model) > 1)
    @rule(data=st.data())
    def two_swapped_frames_are_noticed(self, data: st.DataObject) -> None:
        frames = self.frames()
        one, other = data.draw(st.lists(st.integers(0, len(frames) - 1), min_size=2, max_size=2, unique=True))
        frames[one], frames[other] = frames[other], frames[one]
        self.is_noticed(frames, f"page {min(one, other) + 1}")

    @precondition(lambda self: len(self.model) > 1)
    @rule(data=st.data())
    def a_frame_gone_from_the_middle_is_noticed(self, data: st.DataObject) -> None:
        frames = self.frames()
        at = data.draw(st.integers(0, len(frames) - 2))
        del frames[at]
        self.is_noticed(frames, f"page {at + 1}")

    @precondition(lambda self: self.model)
    @rule(data=st.data(), added=st.booleans())
    def a_frame_replayed_from_another_place_is_noticed(self, data: st.DataObject, added: bool) -> None:  # noqa: FBT001
        frames = self.frames()
        at = data.draw(st.integers(0, len(frames) - 1))
        others = [place for place in range(len(frames)) if place != at]
        to = len(frames) if added or not others else data.draw(st.sampled_from(others))
        frames[to : to + 1] = [frames[at]]
        self.is_noticed(frames, f"page {to + 1}")

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def a_frame_of_a_twin_notebook_is_noticed(self, data: st.DataObject) -> None:
        """The twin has the same keys and the same pages; only its name is another."""
        twin_store = MemoryStore()
        twin = resume(twin_store, begin(twin_store))
        for revision in self.model:
            twin.append(revision)
        frames = self.frames()
        at = data.draw(st.integers(0, len(frames) - 1))
        frames[at] = list(twin_store.frames())[at]
        self.is_noticed(frames, f"page {at + 1}")

    @precondition(lambda self: self.model)
    @rule(keep=st.integers(0, 3))
    def pages_cut_off_the_end_are_noticed_only_by_the_mark(self, keep: int) -> None:
        self.journal.close()  # marks how far it came
        frames = self.frames()[:keep]
        lost = keep < len(self.model)
        self.put_frames(frames)
        if lost:
            with pytest.raises(PagesLostError) as caught:
                resume(self.store, self.header)
            assert (caught.value.known, caught.value.found) == (len(self.model), keep)
        kept = resume(self.store, self.header, what_is_left=True)
        assert list(kept.revisions()) == self.model[:keep]
        del self.model[keep:]
        self.journal = kept

    @invariant()
    def reads_back_what_was_written(self) -> None:
        assert list(self.journal.revisions()) == self.model
        assert self.journal.head.count == len(self.model)
        assert self.journal.drafts.slots() == sorted(self.drafts)
        assert {slot: self.journal.drafts.get(slot) for slot in self.drafts} == self.drafts
        assert set(self.journal.files()) == set(self.files)

    @invariant()
    def files_read_back(self) -> None:
        for blob, plain in self.files.items():
            with self.journal.open_file(blob) as opened:
                assert opened.read() == plain

    def frames(self) -> list[Frame]:
        return list(self.store.frames())

    def is_noticed(self, frames: list[Frame], place: str) -> None:
        before = self.frames()
        self.put_frames(renumbered(frames))
        with pytest.raises(DamagedError) as caught:
            resume(self.store, self.header)
        assert caught.value.place == place
        with pytest.raises(DamagedError) as caught:
            list(self.journal.revisions())
        assert caught.value.place == place
        self.put_frames(before)


class MemoryMachine(JournalMachine):
    def start(self) -> Store:
        return MemoryStore()

    def reopened(self) -> Store:
        assert isinstance(self.store, MemoryStore)
        return self.store.reopened()

    def put_frames(self, frames: list[Frame]) -> None:
        assert isinstance(self.store, MemoryStore)
        self.store._frames[:] = frames


class FileMachine(JournalMachine):
    def start(self) -> Store:
        self.folder = Path(tempfile.mkdtemp())
        return FileStore(self.folder)

    def reopened(self) -> Store:
        return FileStore(self.folder)

    def put_frames(self, frames: list[Frame]) -> None:
        assert isinstance(self.store, FileStore)
        assert self.store._pages is not None
        self.store._pages.close()
        self.store._pages = None
        db = sqlite3.connect(self.folder / "pages.db", isolation_level=None)
        db.execute("DELETE FROM frames")
        rows = [(frame.place, frame.nonce, frame.sealed, frame.tag) for frame in frames]
        db.executemany("INSERT INTO frames VALUES (?, ?, ?, ?)", rows)
        db.close()

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)


TestMemoryMachine = MemoryMachine.TestCase
TestMemoryMachine.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)

TestFileMachine = FileMachine.TestCase
TestFileMachine.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
