"""How fast the journal is: unlocking, saving, sealing and opening a large file. Run: python -m bench.journal"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bench.figure import Figure
from daybook.crypto.derive import KEY_BYTES, Cost, derive
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.incident import Incident
from daybook.domain.revision import Revision
from daybook.journal import Head, Journal
from daybook.journal.header import Header
from daybook.journal.keys import Keys
from daybook.stores.file import FileStore

CHUNK = 64 * 1024
PASSPHRASE = "ledger pebble lantern window"
GB = 1_000_000_000


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _page(number: int) -> Revision:
    happened = Happened(how="about", start=PartialDate(year=2025, month=1 + number % 12))
    body = Incident(account=f"Number {number}. " + "What was said and done. " * 20, happened=happened, where="home")
    written = datetime(2026, 1, 1, tzinfo=UTC)
    return Revision(record=f"{number:032x}", kind="incident.1", number=1, written=written, key=str(number), body=body)


@contextmanager
def _folder() -> Iterator[Path]:
    """On the disk under the home or current folder: a temporary folder in memory would flatter every figure."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("DAYBOOK_BENCH_AT", ".")) as name:
        yield Path(name) / "notes"


def _filled(folder: Path, records: int) -> None:
    """A notebook with this many records, written without waiting for the disk at each."""
    store = FileStore(folder)
    journal = Journal.create(store, PASSPHRASE)
    db = store._opened()._db
    assert db is not None
    db.set_authorizer(None)
    db.execute("PRAGMA synchronous = OFF")
    for number in range(records):
        journal.append(_page(number))
    journal.close()
    store.close()


def unlock(records: int) -> list[Figure]:
    """Unlock, and read every record, of a notebook with so many records."""
    with _folder() as folder:
        _filled(folder, records)
        derived = _timed(lambda: derive(PASSPHRASE, bytes(16), Cost()))
        store = FileStore(folder)
        opened: list[Journal] = []
        unlocked = _timed(lambda: opened.append(Journal.unlock(store, PASSPHRASE)))
        replayed = _timed(lambda: sum(1 for _ in opened[0].revisions()))
        store.close()
    return [
        Figure(f"unlock, {records} records", unlocked, "s", unlocked / derived, "deriving the key alone"),
        Figure(f"replay, {records} records", replayed, "s"),
    ]


def append(count: int = 200) -> list[Figure]:
    """Save one record durably, against writing and syncing a file of the same size."""
    with _folder() as folder:
        store = FileStore(folder)
        key, header = os.urandom(KEY_BYTES), Header.fresh(Cost())
        store.create(header.pack(), bytes(128))
        journal = Journal(store, header, Keys(key, 0), Head())
        saved = median(_timed(lambda n=number: journal.append(_page(n))) for number in range(count))  # type: ignore[misc]
        with (folder / "files" / "raw").open("wb", buffering=0) as raw:

            def write() -> None:
                raw.write(bytes(4096))
                os.fsync(raw.fileno())

            synced = median(_timed(write) for _ in range(count))
        store.close()
    return [Figure("save one record, durable (median)", saved * 1000, "ms", saved / synced, "a synced 4 KiB write")]


def large_file(size: int = GB) -> list[Figure]:
    """Seal and open a file as it streams, against AES-256-GCM over the same bytes in memory."""
    block = os.urandom(1024 * 1024)
    blocks = size // len(block)
    raw_seal, raw_open = _raw_gcm(block, blocks)
    with _folder() as folder:
        store = FileStore(folder)
        header = Header.fresh(Cost())
        store.create(header.pack(), bytes(128))
        journal = Journal(store, header, Keys(os.urandom(KEY_BYTES), 0), Head())
        sealer = journal.seal_file()
        blobs: list[str] = []

        def seal() -> None:
            for _ in range(blocks):
                sealer.write(block)
            blobs.append(sealer.finish().blob)

        def read() -> None:
            with journal.open_file(blobs[0]) as opened:
                while opened.read(len(block)):
                    pass

        sealed, opened = _timed(seal), _timed(read)
        store.close()
    done = blocks * len(block)
    against = "raw AES-256-GCM"
    return [
        Figure("seal 1 GB, hashed and synced", done / sealed / GB, "GB/s", sealed / raw_seal, f"the time of {against}"),
        Figure("open 1 GB", done / opened / GB, "GB/s", opened / raw_open, f"the time of {against}"),
        Figure("raw AES-256-GCM", done / raw_seal / GB, "GB/s"),
    ]


def _raw_gcm(block: bytes, blocks: int) -> tuple[float, float]:
    """Seconds to seal and to open the same bytes, in chunks of 64 KiB, with nothing else done."""
    cipher = AESGCM(os.urandom(32))
    parts = [block[at : at + CHUNK] for at in range(0, len(block), CHUNK)]
    nonces = [number.to_bytes(12, "big") for number in range(len(parts))]
    sealed = [cipher.encrypt(nonce, part, None) for nonce, part in zip(nonces, parts, strict=True)]

    def seal() -> None:
        for _ in range(blocks):
            for nonce, part in zip(nonces, parts, strict=True):
                cipher.encrypt(nonce, part, None)

    def unseal() -> None:
        for _ in range(blocks):
            for nonce, part in zip(nonces, sealed, strict=True):
                cipher.decrypt(nonce, part, None)

    return _timed(seal), _timed(unseal)


def figures() -> list[Figure]:
    """All figures of the journal."""
    return [*unlock(1_000), *unlock(20_000), *append(), *large_file()]


if __name__ == "__main__":
    for figure in figures():
        print(figure)
