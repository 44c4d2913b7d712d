"""A notebook written once opens for ever: each stored one, by Daybook and by a second reader."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest

from daybook.journal import Journal
from daybook.stores.file import FileStore
from tests.vectors.independent import Reader
from tests.vectors.make import PASSPHRASE, make, pattern

HERE = Path(__file__).parent
STORED = sorted(HERE.glob("notebook-*.json"))


@pytest.fixture(params=STORED, ids=[path.stem for path in STORED])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, dict[str, Any]]:
    shutil.copytree(HERE / request.param.stem, tmp_path / "n")
    return tmp_path / "n", json.loads(request.param.read_text(encoding="utf-8"))


def holds(found: Any, known: Any) -> bool:
    """Whether everything that was known is still there; a kind may have gained fields since."""
    if isinstance(known, dict):
        return all(name in found and holds(found[name], value) for name, value in known.items())
    if isinstance(known, list):
        return len(found) == len(known) and all(map(holds, found, known))
    return bool(found == known)


def test_there_is_one() -> None:
    assert STORED


def test_daybook_opens_it(stored: tuple[Path, dict[str, Any]]) -> None:
    folder, expected = stored
    store = FileStore(folder)
    journal = Journal.unlock(store, expected["passphrase"])
    found = [json.loads(msgspec.json.encode(revision)) for revision in journal.revisions()]
    assert len(found) == len(expected["revisions"])
    assert holds(found, expected["revisions"])
    assert (journal.head.count, journal.head.tag.hex()) == (expected["head"]["count"], expected["head"]["tag"])
    assert {slot: (journal.drafts.get(slot) or b"").decode() for slot in journal.drafts.slots()} == expected["drafts"]
    assert set(journal.files()) == set(expected["files"])
    for blob, known in expected["files"].items():
        with journal.open_file(blob) as opened:
            plain = opened.read()
        assert (len(plain), hashlib.sha256(plain).hexdigest()) == (known["size"], known["sha256"])
    journal.close()
    store.close()


def test_a_reader_written_from_the_specification_opens_it(stored: tuple[Path, dict[str, Any]]) -> None:
    folder, expected = stored
    reader = Reader(folder, expected["passphrase"])
    for page, known in zip(reader.pages(), expected["revisions"], strict=True):
        assert msgspec.to_builtins(page) == {name: known[name] for name in page}
        assert set(known) - set(page) == {"place"}
    assert (reader.head[0], reader.head[1].hex()) == (expected["head"]["count"], expected["head"]["tag"])
    assert reader.marked() == reader.head
    assert {slot: plain.decode() for slot, plain in reader.drafts().items()} == expected["drafts"]
    for blob, known in expected["files"].items():
        assert hashlib.sha256(reader.file(blob)).hexdigest() == known["sha256"]


def test_the_second_reader_opens_what_is_written_today(tmp_path: Path) -> None:
    make(tmp_path / "notebook-x")
    reader = Reader(tmp_path / "notebook-x", PASSPHRASE)
    pages = reader.pages()
    assert [page["kind"] for page in pages] == ["incident.1", "incident.1", "contact.1", "step.1"]
    assert reader.marked() == reader.head
    assert reader.drafts() == {"new incident": b"half a sentence", "amend a1": b""}
    assert [reader.file(file["blob"]) for file in pages[0]["body"]["files"]] == [b"", pattern(70_000)]
    assert (tmp_path / "notebook-x" / "header").read_bytes() == (tmp_path / "notebook-x" / "header.copy").read_bytes()
