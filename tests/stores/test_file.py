from __future__ import annotations

import base64
import contextlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from daybook.domain.kinds import UnknownKindError
from daybook.journal import Journal
from daybook.journal.errors import (
    AlreadyOpenError,
    DamagedError,
    DiskFaultError,
    DiskFullError,
    ExistsAlreadyError,
    MissingFileError,
    MissingPartError,
    NewerVersionError,
    NoNotebookError,
    PagesLostError,
    ReadOnlyError,
    StoreError,
)
from daybook.stores.file import FileStore
from daybook.stores.pages import _SCHEMA, Pages
from tests.journal.samples import LEAST, PASSPHRASE, begin, resume, revision

PARTS = ["files", "header", "header.copy", "lock", "mark", "pages.db"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sub" / "notes"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "notes"
    store = FileStore(folder)
    journal = Journal.create(store, PASSPHRASE, cost=LEAST)
    journal.append(revision("canary-words"))
    journal.append(revision("more canary-words", 2))
    journal.drafts.put("canary-slot", b"canary-draft")
    sealer = journal.seal_file()
    sealer.write(b"canary-file " * 20_000)
    sealer.finish()
    journal.close()
    store.close()
    return folder


@pytest.fixture
def kept(made: Path, folder: Path) -> Path:
    """A closed notebook with two pages, a draft and a file."""
    shutil.copytree(made, folder)
    return folder


def test_only_its_owner_can_read_it(folder: Path) -> None:
    mask = os.umask(0)
    try:
        store = FileStore(folder)
        journal = resume(store, begin(store))
        journal.append(revision())
        journal.seal_file().write(b"x" * 100_000)
        modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.rglob("*")]}
        journal.close()
        store.close()
    finally:
        os.umask(mask)
    assert len(modes) == len(PARTS) + 3  # the folder, the log of the database, the half file
    for path, mode in modes.items():
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_the_names_say_nothing(kept: Path) -> None:
    assert sorted(path.name for path in kept.iterdir()) == PARTS
    assert (kept / "lock").read_bytes() == b""
    [blob] = (kept / "files").iterdir()
    assert len(bytes.fromhex(blob.name)) == 16


def test_nothing_plain_is_in_the_folder(folder: Path) -> None:
    """While it is open, after a crash without closing, and after closing."""
    words = "canary-7f3a"
    store = FileStore(folder)
    journal = Journal.create(store, words + " passphrase", cost=LEAST)
    journal.append(revision(words, record=words, key=words))
    journal.drafts.put(words, words.encode())
    sealer = journal.seal_file()
    sealer.write(words.encode() * 30_000)
    holds_nothing_of(words, folder)
    sealer.finish()
    holds_nothing_of(words, folder)
    journal.close()
    store.close()
    holds_nothing_of(words, folder)


def holds_nothing_of(words: str, folder: Path) -> None:
    plain = words.encode()
    shapes = [plain, words.encode("utf-16-le"), words.encode("utf-16-be"), plain.hex().encode(), b"They took my keys"]
    shapes += [base64.b64encode(b"\0" * shift + plain)[4:-4] for shift in range(3)]
    shapes += [b"incident", b"daybook", b"Daybook"]
    for path in folder.rglob("*"):
        held = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
        assert not [shape for shape in shapes if shape in held], path


def test_a_second_start_is_told_so(kept: Path) -> None:
    store = FileStore(kept)
    with pytest.raises(AlreadyOpenError, match=r"^This notebook is already open on this computer\. "):
        FileStore(kept)
    other = (
        "import sys; from pathlib import Path; from daybook.stores.file import FileStore; FileStore(Path(sys.argv[1]))"
    )
    path = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    second = subprocess.run([sys.executable, "-c", other, str(kept)], env=path, capture_output=True, check=False)
    assert b"AlreadyOpenError" in second.stderr
    store.close()
    FileStore(kept).close()


def test_a_start_that_was_killed_leaves_no_lock_behind(kept: Path) -> None:
    held = "import os, sys; from pathlib import Path; from daybook.stores.file import FileStore; s = FileStore(Path(sys.argv[1])); list(s.frames()); os._exit(9)"
    path = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    assert subprocess.run([sys.executable, "-c", held, str(kept)], env=path, check=False).returncode == 9
    store = FileStore(kept)
    assert Journal.unlock(store, PASSPHRASE).head.count == 2
    store.close()


class TestMissing:
    @pytest.mark.parametrize("make", [False, True])
    def test_no_folder_or_an_empty_one(self, folder: Path, make: bool) -> None:  # noqa: FBT001
        if make:
            folder.mkdir(parents=True)
        store = FileStore(folder)
        with pytest.raises(NoNotebookError):
            Journal.unlock(store, PASSPHRASE)
        store.close()
        assert folder.exists() == make

    def test_both_headers_gone(self, kept: Path) -> None:
        (kept / "header").unlink()
        (kept / "header.copy").unlink()
        store = FileStore(kept)
        with pytest.raises(MissingPartError, match="header"):
            Journal.unlock(store, PASSPHRASE)
        with pytest.raises(ExistsAlreadyError):
            Journal.create(store, PASSPHRASE, cost=LEAST)
        store.close()

    @pytest.mark.parametrize("name", ["header", "header.copy"])
    def test_one_header_gone_is_written_again(self, kept: Path, name: str) -> None:
        before = (kept / name).read_bytes()
        (kept / name).unlink()
        store = FileStore(kept)
        assert Journal.unlock(store, PASSPHRASE).head.count == 2
        assert (kept / name).read_bytes() == before
        store.close()

    def test_pages_gone(self, kept: Path) -> None:
        (kept / "pages.db").unlink()
        store = FileStore(kept)
        with pytest.raises(MissingPartError, match=r"pages\.db"):
            Journal.unlock(store, PASSPHRASE)
        assert not (kept / "pages.db").exists()
        with pytest.raises(ExistsAlreadyError):
            Journal.create(store, PASSPHRASE, cost=LEAST)
        store.close()

    def test_a_file_or_all_files_gone(self, kept: Path) -> None:
        [blob] = (kept / "files").iterdir()
        blob.unlink()
        store = FileStore(kept)
        journal = Journal.unlock(store, PASSPHRASE)
        with pytest.raises(MissingFileError, match=blob.name):
            journal.open_file(blob.name)
        (kept / "files").rmdir()
        store.close()

    def test_pages_of_an_earlier_day_put_back(self, kept: Path) -> None:
        early = (kept / "pages.db").read_bytes()
        store = FileStore(kept)
        journal = Journal.unlock(store, PASSPHRASE)
        journal.append(revision(number=3))
        journal.close()
        store.close()
        (kept / "pages.db").write_bytes(early)
        store = FileStore(kept)
        with pytest.raises(PagesLostError):
            Journal.unlock(store, PASSPHRASE)
        assert Journal.unlock(store, PASSPHRASE, what_is_left=True).head.count == 2
        assert Journal.unlock(store, PASSPHRASE).head.count == 2
        store.close()

    @pytest.mark.parametrize("came_to", ["folder", "empty file", "tables"])
    def test_a_start_cut_off_before_the_header_can_be_begun_again(self, folder: Path, came_to: str) -> None:
        folder.mkdir(parents=True)
        if came_to != "folder":
            (folder / "files").mkdir()
            (folder / "pages.db").touch()
        if came_to == "tables":
            Pages.create(folder / "pages.db").close()
        store = FileStore(folder)
        journal = Journal.create(store, PASSPHRASE, cost=LEAST)
        journal.append(revision())
        store.close()
        assert (folder / "header").exists()

    def test_somebody_elses_database_is_not_written_over(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        with contextlib.closing(sqlite3.connect(folder / "pages.db")) as db:
            db.execute("CREATE TABLE theirs (x)")
        store = FileStore(folder)
        with pytest.raises(ExistsAlreadyError):
            store.create(b"", b"")
        store.close()


class TestDamaged:
    @pytest.mark.parametrize("content", [b"", b"nonsense" * 600, b"SQLite format 3\0" + bytes(4080)])
    def test_pages_that_are_no_database(self, kept: Path, content: bytes) -> None:
        (kept / "pages.db").write_bytes(content)
        store = FileStore(kept)
        with pytest.raises(DamagedError, match="its pages"):
            Journal.unlock(store, PASSPHRASE)
        store.close()

    @pytest.mark.parametrize(
        "sql",
        [
            "CREATE TRIGGER t AFTER INSERT ON frames BEGIN DELETE FROM frames; END",
            "CREATE VIEW v AS SELECT * FROM frames",
            "CREATE TABLE other (x)",
            "CREATE INDEX i ON frames (tag)",
            "ALTER TABLE frames RENAME COLUMN tag TO label",
            "DROP TABLE drafts",
        ],
    )
    def test_a_database_with_anything_but_our_tables_is_refused(self, kept: Path, sql: str) -> None:
        db = sqlite3.connect(kept / "pages.db")
        db.execute(sql)
        db.close()
        store = FileStore(kept)
        with pytest.raises(DamagedError, match="its pages"):
            Journal.unlock(store, PASSPHRASE)
        store.close()

    def test_a_changed_page_is_named(self, kept: Path) -> None:
        db = sqlite3.connect(kept / "pages.db", isolation_level=None)
        db.execute("UPDATE frames SET sealed = zeroblob(528) WHERE place = 1")
        db.close()
        store = FileStore(kept)
        with pytest.raises(DamagedError, match="page 2"):
            Journal.unlock(store, PASSPHRASE)
        store.close()

    @pytest.mark.parametrize("column", ["nonce", "sealed", "tag"])
    def test_a_row_that_holds_something_else_is_damaged(self, kept: Path, column: str) -> None:
        """SQLite does not check on reading what it checked on writing; a torn page can hold NULL."""
        with contextlib.closing(sqlite3.connect(kept / "pages.db", isolation_level=None)) as db:
            db.execute("PRAGMA writable_schema = ON")
            loose = _SCHEMA["frames"].replace(" NOT NULL", "")
            db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'frames'", (loose,))
        with contextlib.closing(sqlite3.connect(kept / "pages.db", isolation_level=None)) as db:
            db.execute(f"UPDATE frames SET {column} = NULL WHERE place = 1")
            db.execute("PRAGMA writable_schema = ON")
            db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'frames'", (_SCHEMA["frames"],))
        store = FileStore(kept)
        with pytest.raises(DamagedError, match="its pages"):
            Journal.unlock(store, PASSPHRASE)
        store.close()

    def test_a_newer_database_is_left_alone(self, kept: Path) -> None:
        db = sqlite3.connect(kept / "pages.db")
        db.execute("PRAGMA user_version = 2")
        db.close()
        store = FileStore(kept)
        with pytest.raises(NewerVersionError):
            Journal.unlock(store, PASSPHRASE)
        store.close()


class TestDisk:
    def test_a_full_disk_loses_nothing_that_was_saved(self, kept: Path) -> None:
        store = FileStore(kept)
        journal = Journal.unlock(store, PASSPHRASE)
        db = store._opened()._db
        assert db is not None
        db.set_authorizer(None)
        db.execute("PRAGMA max_page_count = 1")  # SQLite lowers it to what is in use
        with pytest.raises(DiskFullError):  # noqa: PT012
            for number in range(100):
                journal.append(revision("x" * 5000, number))
        count = journal.head.count
        with pytest.raises(DiskFullError):
            journal.drafts.put("new", b"x" * 50_000)
        db.execute("PRAGMA max_page_count = 100000")
        assert journal.append(revision("afterwards")).place == count
        store.close()
        store = FileStore(kept)
        assert Journal.unlock(store, PASSPHRASE).head.count == count + 1
        store.close()

    def test_after_a_fault_it_stays_closed_until_it_is_opened_again(self, kept: Path) -> None:
        store = FileStore(kept)
        journal = Journal.unlock(store, PASSPHRASE)
        pages = store._opened()
        with pytest.raises(DiskFaultError), pages._errors():  # noqa: PT012
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
            raise error
        with pytest.raises(StoreError):
            journal.append(revision())
        store.close()

    @pytest.mark.skipif(os.geteuid() == 0, reason="the owner of the machine may write anywhere")
    def test_a_folder_it_may_not_write_in(self, kept: Path) -> None:
        kept.chmod(0o500)
        with pytest.raises(ReadOnlyError):
            FileStore(kept)
        kept.chmod(0o700)

    @pytest.mark.parametrize("name", ["lock", "header", "pages.db"])
    def test_a_folder_that_refuses_is_read_only(self, kept: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        opened = os.open

        def refuse(path: str | Path, *rest: int, **named: int) -> int:
            if Path(path).name.startswith(name):
                raise PermissionError(13, "Permission denied")
            return opened(path, *rest, **named)

        monkeypatch.setattr(os, "open", refuse)
        with pytest.raises(ReadOnlyError):  # noqa: PT012
            if name == "lock":
                FileStore(kept)
            elif name == "header":
                FileStore(kept).replace_header(b"")
            else:
                FileStore(kept.parent / "new").create(b"", b"")


class TestLeftovers:
    def test_half_files_of_a_program_cut_off_are_removed_after_a_grace(self, kept: Path) -> None:
        old, new = kept / "files" / ("aa" * 16 + ".part"), kept / "files" / ("bb" * 16 + ".part")
        old.write_bytes(b"half")
        new.write_bytes(b"half")
        os.utime(old, (0, 0))
        FileStore(kept).close()
        assert (old.exists(), new.exists()) == (False, True)
        store = FileStore(kept)
        assert store.remove_leftovers(older_than=-10) == [new.name]
        assert len(list(store.files())) == 1
        store.close()

    @pytest.mark.parametrize("blob", ["../header", "header", "AB" * 16, "", "ab" * 16 + "/..", "ab" * 16 + ".part"])
    def test_a_name_that_is_none_of_ours_is_no_path(self, kept: Path, blob: str) -> None:
        store = FileStore(kept)
        for use in (store.open_file, store.remove_file, store.new_file):
            with pytest.raises(MissingFileError):
                use(blob)
        store.close()


class TestDatabase:
    def test_it_is_set_to_lose_nothing(self, kept: Path) -> None:
        store = FileStore(kept)
        db = store._opened()._db
        assert db is not None
        db.set_authorizer(None)
        wanted = {
            "journal_mode": "wal",
            "synchronous": 2,
            "secure_delete": 1,
            "trusted_schema": 0,
            "temp_store": 2,
            "locking_mode": "exclusive",
            "fullfsync": 1,
        }
        assert {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
        assert not (kept / "pages.db-shm").exists()
        store.close()

    @pytest.mark.parametrize(
        "sql",
        [
            "ATTACH DATABASE 'elsewhere.db' AS e",
            "PRAGMA synchronous = OFF",
            "DROP TABLE frames",
            "CREATE TABLE x (y)",
            "CREATE TEMP TABLE x (y)",
            "SELECT * FROM sqlite_schema",
            "SELECT load_extension('x')",
            "VACUUM INTO 'elsewhere.db'",
        ],
    )
    def test_it_refuses_every_other_statement(self, kept: Path, sql: str) -> None:
        store = FileStore(kept)
        db = store._opened()._db
        assert db is not None
        with pytest.raises(sqlite3.DatabaseError, match=r"not authorized|prohibited|denied"):
            db.execute(sql)
        store.close()

    def test_two_tables_of_bytes_are_all_there_is(self) -> None:
        assert sorted(_SCHEMA) == ["drafts", "frames"]


def test_a_page_of_a_newer_kind_leaves_the_store_usable(kept: Path) -> None:
    store = FileStore(kept)
    journal = Journal.unlock(store, PASSPHRASE)
    journal.append(revision(kind="moon.9", number=3))
    with pytest.raises(UnknownKindError):
        list(journal.revisions())
    assert journal.head.count == 3
    store.close()


def test_only_looking_changes_no_file(kept: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in kept.rglob("*")}
    store = FileStore(kept)
    journal = Journal.unlock(store, PASSPHRASE)
    assert len(list(journal.revisions())) == 2
    journal.close()
    store.close()
    assert {path.name: path.stat().st_mtime_ns for path in kept.rglob("*")} == before
