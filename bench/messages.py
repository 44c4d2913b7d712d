"""How fast a file of messages is brought in. Run: python -m bench.messages"""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from bench.figure import Figure, most_memory
from daybook.crypto.derive import Cost
from daybook.domain.attachment import Attachment
from daybook.notebook.bringing import Bringing, bring_in
from daybook.notebook.messages import source_of
from daybook.notebook.notebook import Notebook
from daybook.notebook.offers import Offers

_WORDS = """the a you me kids when are coming home where money please sorry never again leave alone call back school
pick up tonight late why not answer phone key door car work mother sister doctor friday monday week train bus shop"""
PASSPHRASE = "ledger pebble lantern window"


def chat(messages: int) -> Iterator[bytes]:
    """A WhatsApp export of about 100 bytes a message, over five years or so, in pieces."""
    draw, words = random.Random(3), _WORDS.split()
    moment = datetime(2020, 1, 31, 8)  # noqa: DTZ001  (a clock on a wall)
    for number in range(messages):
        moment += timedelta(seconds=draw.choice((20, 60, 300)))
        said = " ".join(draw.choices(words, k=10))
        who = "Alex" if number % 3 else "Sam"
        yield f"{moment:%d/%m/%Y, %H:%M} - {who}: {said} w{draw.randrange(30_000)}\n".encode()


@contextmanager
def _notebook() -> Iterator[Notebook]:
    with tempfile.TemporaryDirectory(dir=".") as name:
        notebook = Notebook.create(Path(name) / "notes", PASSPHRASE, cost=Cost(memory=64 * 1024))
        try:
            yield notebook
        finally:
            notebook.close()


def _sealed(notebook: Notebook, messages: int) -> Attachment:
    sealer = notebook.seal_file()
    for line in chat(messages):
        sealer.write(line)
    done = sealer.finish()
    return Attachment(blob=done.blob, name="chat.txt", media="text/plain", size=done.size, sha256=done.sha256)


def bring(notebook: Notebook, messages: int) -> tuple[str, float]:
    """Bring in a chat with so many messages: its record, and the seconds from sealed file to sealed books."""
    offer = notebook.beside(Offers).add(_sealed(notebook, messages))
    start = time.perf_counter()
    record = bring_in(notebook, offer.key)
    notebook.beside(Bringing).wait(record)
    spent = time.perf_counter() - start
    assert source_of(notebook, record).messages == messages
    return record, spent


def _bare_insert(messages: int) -> float:
    """Seconds to put as many rows into a plain database in memory, with a full-text index, one transaction."""
    rows = [(line.decode(),) for line in chat(messages)]
    start = time.perf_counter()
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("CREATE TABLE m (id INTEGER PRIMARY KEY, text TEXT)")
    db.execute("CREATE VIRTUAL TABLE w USING fts5(text, content='m', content_rowid='id', tokenize='porter')")
    db.execute("BEGIN")
    db.executemany("INSERT INTO m VALUES (NULL, ?)", rows)
    db.execute("COMMIT")
    db.execute("INSERT INTO w (w) VALUES ('rebuild')")
    db.close()
    return time.perf_counter() - start


def bringing_in(messages: int = 2_000_000) -> list[Figure]:
    """Messages a second from sealed file to sealed, searchable books; and the memory, in a process of its own."""
    program = f"from bench.messages import *; print(*alone({messages}))"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    spent, memory = float(said[0]), float(said[1])
    bare = _bare_insert(200_000) * messages / 200_000
    return [
        Figure(
            f"bring in {messages:,} messages", messages / spent, "messages/s", spent / bare, "the time of a bare insert"
        ),
        Figure("most memory meanwhile", memory, "MiB"),
    ]


def alone(messages: int) -> tuple[float, float]:
    """Seconds, and the most memory in MiB, of bringing so many in."""
    with _notebook() as notebook:
        spent = bring(notebook, messages)[1]
    return spent, most_memory()


def figures() -> list[Figure]:
    """All figures of messages."""
    return bringing_in()


if __name__ == "__main__":
    for figure in figures():
        print(figure)
