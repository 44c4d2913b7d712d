"""Each step of putting a file on the disk, in order, and with a fault at every one of them."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from daybook.journal import Journal
from daybook.journal.errors import DiskFaultError, DiskFullError, ReadOnlyError, StoreError
from daybook.stores import durable
from daybook.stores.file import FileStore
from tests.journal.samples import LEAST, PASSPHRASE, begin, resume, revision

STEPS = ("open", "write", "fsync", "close", "replace")


class CutError(BaseException):
    """The program ends here: nothing after it runs, as with a kill."""


class WatchedOs:
    """Stands for `os` in the module under test: notes each step, and breaks at the one it is told."""

    def __init__(self, break_at: int = -1, fault: Callable[[], BaseException] = CutError) -> None:
        self.steps: list[tuple[str, str]] = []
        self.break_at = break_at
        self.fault = fault
        self.names: dict[int, str] = {}
        self.dead = False

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in STEPS and name != "unlink":
            return real
        return lambda *given: self.step(name, real, *given)

    def step(self, name: str, real: Callable[..., Any], *given: Any) -> Any:
        if self.dead:
            raise CutError
        target = self.names.get(given[0], "?") if isinstance(given[0], int) else Path(given[0]).name
        if len(self.steps) == self.break_at:
            self.break_at = -1
            error = self.fault()
            self.dead = isinstance(error, CutError)
            self.steps.append((name, target))
            raise error
        self.steps.append((name, target))
        done = real(*given)
        if name == "open":
            self.names[done] = Path(given[0]).name
        return done


def watched(monkeypatch: pytest.MonkeyPatch, **how: Any) -> WatchedOs:
    watch = WatchedOs(**how)
    monkeypatch.setattr(durable, "os", watch)
    return watch


BLOB = "ab" * 16


def test_a_file_is_synced_before_it_gets_its_name_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = watched(monkeypatch)
    file = durable.DurableFile(tmp_path / "a")
    file.write(b"one")
    file.commit()
    folder = tmp_path.name
    assert watch.steps == [
        ("open", "a.part"),
        ("write", "a.part"),
        ("fsync", "a.part"),
        ("close", "a.part"),
        ("replace", "a.part"),
        ("open", folder),
        ("fsync", folder),
        ("close", folder),
    ]


def test_a_header_is_replaced_one_copy_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = FileStore(tmp_path / "n")
    begin(store)
    watch = watched(monkeypatch)
    store.replace_header(b"h" * 4096)
    named = [target for step, target in watch.steps if step == "replace"]
    assert named == ["header.part", "header.copy.part"]
    assert [step for step, _ in watch.steps] == [
        "open",
        "write",
        "fsync",
        "close",
        "replace",
        "open",
        "fsync",
        "close",
    ] * 2
    store.close()


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("step", range(8))
def test_a_fault_at_any_step_of_a_file_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int, fault: int
) -> None:
    wanted = {errno.ENOSPC: DiskFullError, errno.EIO: DiskFaultError, errno.EROFS: ReadOnlyError}[fault]
    store = FileStore(tmp_path / "n")
    journal = resume(store, begin(store))
    journal.append(revision())
    watched(monkeypatch, break_at=step, fault=lambda: OSError(fault, "fault"))
    with pytest.raises(wanted):  # noqa: PT012
        sealer = journal.seal_file()
        sealer.write(b"x" * 10)
        sealer.finish()
    assert not list((tmp_path / "n" / "files").glob("*.part"))
    # Past the rename the whole file may stay, referred to by nothing; half a file may not.
    for blob in store.files():
        with journal.open_file(blob) as opened:
            assert opened.read() == b"x" * 10
    assert journal.append(revision(number=2)).place == 1
    store.close()


@pytest.mark.parametrize("step", range(9))
def test_cut_off_at_any_step_of_a_file_nothing_is_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    store = FileStore(tmp_path / "n")
    header = begin(store)
    journal = resume(store, header)
    with monkeypatch.context() as patch:
        watched(patch, break_at=step)
        with pytest.raises(CutError):  # noqa: PT012
            sealer = journal.seal_file()
            sealer.write(b"x" * 70_000)
            sealer.finish()
    store.close()
    store = FileStore(tmp_path / "n")
    store.remove_leftovers(older_than=-10)
    assert len(list((tmp_path / "n" / "files").iterdir())) == len(list(store.files()))
    again = resume(store, header)
    for blob in again.files():
        with again.open_file(blob) as opened:
            assert opened.read() == b"x" * 70_000
    store.close()


@pytest.mark.parametrize("step", range(16))
def test_cut_off_at_any_step_of_a_changed_passphrase_one_of_the_two_opens_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    store = FileStore(tmp_path / "n")
    journal = Journal.create(store, PASSPHRASE, cost=LEAST)
    journal.append(revision())
    with monkeypatch.context() as patch:
        watched(patch, break_at=step)
        with pytest.raises(CutError):
            journal.change_passphrase(PASSPHRASE, "a new one")
    store.close()
    store = FileStore(tmp_path / "n")
    passphrase = PASSPHRASE if step <= 4 else "a new one"  # the rename of the first copy is the fifth step
    assert Journal.unlock(store, passphrase).head.count == 1
    assert len(set(store.headers())) == 1
    store.close()


def test_a_full_disk_in_the_middle_of_a_large_file_removes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = FileStore(tmp_path / "n")
    journal = resume(store, begin(store))
    watched(monkeypatch, break_at=6, fault=lambda: OSError(errno.ENOSPC, "full"))
    sealer = journal.seal_file()
    with pytest.raises(DiskFullError):
        sealer.write(b"x" * 1_000_000)
    assert not list((tmp_path / "n" / "files").iterdir())
    with pytest.raises(StoreError):
        sealer.write(b"x" * 100_000)
    store.close()


def test_a_short_write_is_carried_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = watched(monkeypatch)
    real = os.write
    watch.write = lambda descriptor, data: real(descriptor, data[:3])  # type: ignore[attr-defined]
    durable.replace_durably(tmp_path / "a", b"all of these bytes")
    assert (tmp_path / "a").read_bytes() == b"all of these bytes"


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="no links that could be followed")
def test_a_link_put_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "hers").write_bytes(b"hers")
    (tmp_path / "mark.part").symlink_to(tmp_path / "hers")
    durable.replace_durably(tmp_path / "mark", b"ours")
    assert (tmp_path / "hers").read_bytes() == b"hers"
    assert (tmp_path / "mark").read_bytes() == b"ours"
    assert not (tmp_path / "mark").is_symlink()


def test_a_half_file_that_is_open_to_others_is_not_written_into(tmp_path: Path) -> None:
    part = tmp_path / "mark.part"
    part.write_bytes(b"old and longer")
    part.chmod(0o666)
    with part.open("rb") as theirs:
        durable.replace_durably(tmp_path / "mark", b"ours")
        assert theirs.read() == b"old and longer"
    assert (tmp_path / "mark").stat().st_mode & 0o777 == 0o600
