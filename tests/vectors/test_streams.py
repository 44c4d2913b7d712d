"""Sealed files with a fixed key, and what must become of changed ones: `streams.json`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from daybook.journal import sealer
from daybook.journal.errors import DamagedError
from daybook.journal.keys import Keys
from daybook.journal.openfile import OpenFile
from daybook.journal.sealer import FileSealer
from daybook.stores.memory import MemoryStore
from tests.vectors.make import pattern

VECTORS = json.loads((Path(__file__).parent / "streams.json").read_text(encoding="utf-8"))
VOLUME_KEY, NOTEBOOK = bytes.fromhex(VECTORS["volume_key"]), bytes.fromhex(VECTORS["notebook"])
SEALED_CHUNK = 65552


class _Fixed:
    @staticmethod
    def urandom(count: int) -> bytes:
        return bytes.fromhex(VECTORS["blob"])


@pytest.fixture(autouse=True)
def fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name, the key and the nonce of a file are random; here they are those of the vectors."""
    monkeypatch.setattr(sealer, "os", _Fixed)
    monkeypatch.setattr(sealer, "fresh_key", lambda: bytes.fromhex(VECTORS["file_key"]))
    monkeypatch.setattr(sealer, "fresh_nonce", lambda: bytes.fromhex(VECTORS["nonce"]))


def sealed(size: int) -> bytes:
    store = MemoryStore()
    writer = FileSealer(store, Keys(VOLUME_KEY, 0), NOTEBOOK)
    writer.write(pattern(size))
    return store._files[writer.finish().blob]


def changed(whole: bytes, edit: list[Any]) -> bytes:
    match edit:
        case []:
            return whole
        case ["cut", int(size)]:
            return whole[: len(whole) - size]
        case ["add", str(more)]:
            return whole + bytes.fromhex(more)
        case ["flip", int(at)]:
            return whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        case ["order", list(order)]:
            chunks = [whole[at : at + SEALED_CHUNK] for at in range(60, len(whole), SEALED_CHUNK)]
            return whole[:60] + b"".join(chunks[number] for number in order)
        case _:
            raise ValueError(edit)


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=[vector["name"] for vector in VECTORS["vectors"]])
def test_a_stream(vector: dict[str, Any]) -> None:
    stored = changed(sealed(vector["size"]), vector["edit"])
    assert hashlib.sha256(stored).hexdigest() == vector["sealed_sha256"]
    store = MemoryStore()
    store._files[VECTORS["blob"]] = stored

    def read() -> bytes:
        opened = OpenFile(store.open_file(VECTORS["blob"]), Keys(VOLUME_KEY, 0), NOTEBOOK, VECTORS["blob"])
        with opened:
            return opened.read()

    if vector["expect"] == "opens":
        assert read() == pattern(vector["size"])
    else:
        with pytest.raises(DamagedError):
            read()
