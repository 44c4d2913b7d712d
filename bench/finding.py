"""How fast anything is found among 20,000 entries and a million messages. Run: python -m bench.finding

Beside it, in the same run, one plain full-text table in memory with the same messages, no seal, no people, no files.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.figure import Figure, most_memory
from bench.messages import PASSPHRASE, bring, chat
from daybook.crypto.derive import Cost
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.incident import Incident
from daybook.notebook import ready
from daybook.notebook.finding import Question, begin, find
from daybook.notebook.messages import Shelf
from daybook.notebook.notebook import Notebook
from daybook.web.app import create_app
from daybook.web.desk import Desk

ENTRIES = 20_000
ROUNDS, VISITS = 5, 100
HERS = 203
PAGES = {
    "page of the timeline": "/timeline/show",
    "page of messages": "/messages/",
    "page of what is found": "/find/?text=school",
}
CLASSES: dict[str, list[Question]] = {
    "a common word": [Question(words=word) for word in ("the", "money", "school", "calling")],
    "two or three words": [
        Question(words=words) for words in ("school money", "sorry never again", "doctor friday w77")
    ],
    "a rare word": [Question(words=f"w{number}") for number in (123, 4567, 28_000)],
    "the beginning of a word": [Question(words=f"{word}*") for word in ("w12", "sch", "mon")],
    "a phrase": [Question(words=f'"{words}"') for words in ("pick up", "leave alone", "where are you")],
    "a rare phrase of common words": [Question(words=f'"{words}"') for words in ("you a the", "you school me phone")],
    "a word in quotes, only other forms of it": [Question(words=f'"{word}"') for word in ("calling", "comes", "homes")],
    "such a word, and others": [Question(words=words) for words in ('"calling" school', '"comes home"')],
    "a slip": [Question(words=words) for words in ("shcool", "mony", "comng home", "docter friday")],
    "nothing found": [Question(words=words) for words in ("zzzz", "harbour lantern")],
    "a person": [Question(person="Sam"), Question(person="Sam", words="money"), Question(person="Jo", words="the")],
    "a span of days": [Question(words="school", since="2021-01-01", until="2021-02-01"), Question(since="2022-05-01")],
    "closest first": [Question(words=words, sort="closest") for words in ("school money", "w4567", "calling homes")],
    "oldest first": [Question(words=words, sort="oldest") for words in ("the", "sorry never again")],
    "one kind": [Question(words="school", kind="incident.1"), Question(words="school", kind="messages")],
}


@contextmanager
def filled(messages: int) -> Iterator[Path]:
    """The folder of a notebook with so many messages and `ENTRIES` entries, locked."""
    with tempfile.TemporaryDirectory(dir=".") as name:
        folder = Path(name) / "notes"
        notebook = Notebook.create(folder, PASSPHRASE, cost=Cost(memory=64 * 1024))
        bring(notebook, messages)
        draw = random.Random(5)
        for number, line in enumerate(chat(ENTRIES)):
            day = dt.date(2020, 1, 31) + dt.timedelta(days=draw.randrange(1500))
            start = PartialDate(year=day.year, month=day.month, day=day.day)
            account = line.decode().partition(": ")[2] * 3
            notebook.save(Incident(account=account, happened=Happened(how="exact", start=start)), key=str(number))
        notebook.close()
        yield folder


def plain(messages: int) -> Callable[[str], None]:
    """One full-text table in memory with the same words; what it is asked, it lists and counts."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("CREATE VIRTUAL TABLE w USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2')")
    db.execute("BEGIN")
    texts = (line.decode().partition(": ")[2] for line in chat(messages))
    db.executemany("INSERT INTO w VALUES (?)", ((text,) for text in texts))
    db.execute("COMMIT")

    def ask(match: str) -> None:
        part = "snippet(w, 0, '', '', '', 40)"
        db.execute(f"SELECT rowid, {part} FROM w WHERE w MATCH ? ORDER BY rowid DESC LIMIT 50", (match,)).fetchall()
        db.execute("SELECT count(*) FROM (SELECT 1 FROM w WHERE w MATCH ? LIMIT 1001)", (match,)).fetchone()

    return ask


def figures(messages: int = 1_000_000) -> list[Figure]:
    """What is cold, then half, nineteen in twenty and the slowest of every class of question, then whole pages."""
    with filled(messages) as folder:
        notebook = Notebook.unlock(folder, PASSPHRASE)
        cold = _spent(lambda: find(notebook, Question(words="w4567")))
        begin(notebook)
        opening = notebook.beside(Shelf).books()._opening
        opened = _spent(lambda: opening.join() if opening else None)
        memory = most_memory()
        found = [
            Figure("found first, every book still sealed", cold, "ms"),
            Figure("the books looked through in the background after that", opened, "ms"),
            Figure("most memory", memory, "MiB"),
            *asked(notebook, plain(messages), f"{messages:,} messages and {ENTRIES:,} entries"),
        ]
        notebook.close()
        return [*found, *pages(folder)]


def asked(notebook: Notebook, ask: Callable[[str], None], where: str) -> list[Figure]:
    """Every class of question, and all together beside the plain table's."""
    found, every, beside, busy = list[Figure](), list[float](), list[float](), list[float]()
    for name, questions in CLASSES.items():
        began = time.thread_time()
        spent = [_spent(_asking(notebook, one)) for _ in range(ROUNDS) for one in questions]
        busy.append((time.thread_time() - began) * 1000 / len(spent))
        every += spent
        found += _spread(f"find {name}", spent)
        words = [one.words for one in questions if one == Question(words=one.words)]
        beside += [_spent(_plainly(ask, one)) for _ in range(ROUNDS) for one in words]
    half, most, slowest = _spread(f"find anything among {where}", every)
    against = f"that of one plain table, {_p95(beside):.3g} ms"
    found.append(Figure("processor time of the dearest class, each", max(busy), "ms"))
    return [*found, half, dataclasses.replace(most, ratio=most.value / _p95(beside), against=against), slowest]


def pages(folder: Path) -> list[Figure]:
    """Whole pages as a browser gets them: the timeline, messages, and a page of what is found."""
    ready.pack()  # read in the background while she types her passphrase
    desk = Desk(folder)
    client = create_app(desk).test_client()
    client.get("/" + desk.launch_secret)
    token = desk.unlock(PASSPHRASE)
    client.set_cookie(desk.session_cookie, token)
    book = desk.book_of(token)
    assert book
    found = []
    for name, target in PAGES.items():
        path = book.path(target)
        first = _spent(lambda path=path: client.get(path))  # type: ignore[misc]
        assert client.get(path).status_code == HERS, target
        began = time.thread_time()
        spent = [_spent(lambda path=path: client.get(path)) for _ in range(VISITS)]  # type: ignore[misc]
        busy = (time.thread_time() - began) * 1000 / len(spent)
        found.append(Figure(f"{name}, processor time", busy, "ms"))
        found += [Figure(f"{name}, the first time", first, "ms"), *_spread(name, spent)]
    desk.lock()
    desk.wait_until_closed()
    return found


def _asking(notebook: Notebook, question: Question) -> Callable[[], object]:
    return lambda: find(notebook, question)


def _plainly(ask: Callable[[str], None], words: str) -> Callable[[], object]:
    return lambda: ask(words)


def _spent(what: Callable[[], object]) -> float:
    start = time.perf_counter()
    what()
    return (time.perf_counter() - start) * 1000


def _p95(spent: list[float]) -> float:
    return sorted(spent)[int(len(spent) * 0.95)]


def _spread(name: str, spent: list[float]) -> list[Figure]:
    return [
        Figure(f"{name}, p50", statistics.median(spent), "ms"),
        Figure(f"{name}, p95", _p95(spent), "ms"),
        Figure(f"{name}, slowest", max(spent), "ms"),
    ]


if __name__ == "__main__":
    for figure in figures():
        print(figure)
