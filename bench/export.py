"""How fast a chronology is made: 25 and 500 incidents, beside the typesetter on its own with the same words.

Run it with `python -m bench.export`. The reference is Typst compiling the very text of the paper as plain paragraphs,
under the same standards and with the same typefaces, in the same run: what the paper costs above it is ours.
"""

from __future__ import annotations

import dataclasses
import functools
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pypdfium2

from daybook.domain.attachment import Attachment
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.revision import Revision
from daybook.export import paper
from daybook.export.chronology import chronology
from daybook.export.words import PaperWords
from daybook.notebook.demo import make_demo
from daybook.notebook.notebook import Notebook

TODAY = date(2026, 11, 21)
RUNS = 3
PLAIN = b"""
#set document(title: "-")
#set page(paper: "a4", margin: (left: 3.5cm, right: 2.2cm, top: 2.4cm, bottom: 2.6cm))
#set text(font: json(bytes(sys.inputs.fonts)), size: 12pt, hyphenate: false)
#for line in json(bytes(sys.inputs.data)) { par(line.at(0)) }
"""
History = list[Revision]


def _many(histories: list[History], times: int) -> list[History]:
    """The same incidents again and again, each time a quarter of a year earlier."""

    def earlier(when: Happened, back: int) -> Happened:
        if when.start is None:
            return when
        day = when.start.earliest.date() - timedelta(days=92 * back)
        return Happened(how="exact", start=PartialDate(year=day.year, month=day.month, day=day.day))

    return [
        [
            dataclasses.replace(one, body=dataclasses.replace(one.body, happened=earlier(one.body.happened, back)))
            for one in history
        ]
        for back in range(times)
        for history in histories
    ]


def _timed(make: Callable[[], bytes]) -> tuple[float, bytes]:
    """The median of a few runs after one to warm up, in seconds, and what was made."""
    made = make()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        made = make()
        times.append(time.perf_counter() - start)
    return statistics.median(times), made


def _pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)  # type: ignore[no-untyped-call]
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()  # type: ignore[no-untyped-call]


def main() -> None:
    """Print one line for each size and its reference."""
    with tempfile.TemporaryDirectory() as folder:
        notebook = Notebook.create(Path(folder) / "notebook", "a made-up passphrase of several words")
        make_demo(notebook, TODAY)
        histories = notebook.histories(["incident.1"])

        @functools.cache
        def shown(file: Attachment) -> bytes:
            return notebook.picture(file, 1600).jpeg

        for times in (1, 20):
            many = _many(histories, times)
            for name, picture in (("with photos", shown), ("words only", lambda _: None)):
                make = functools.partial(
                    chronology, many, words=PaperWords(), picture=picture, made=datetime(2026, 11, 21, tzinfo=UTC)
                )
                took, pdf = _timed(make)
                pages = _pages(pdf)
                print(
                    f"chronology, {len(many)} incidents, {name}: {took:.2f} s, {len(pages)} pages, "
                    f"{len(pages) / took:.0f} pages a second, {len(pdf) / 1e6:.1f} MB"
                )
            lines = [[line] for page in pages for line in page.split("\r\n")]
            took, pdf = _timed(functools.partial(paper._compile, PLAIN, lines, made=TODAY, system=False))
            count = len(_pages(pdf))
            rate = f"{count / took:.0f} pages a second"
            print(f"  reference, Typst alone, the same words: {took:.2f} s, {count} pages, {rate}")
        notebook.close()


if __name__ == "__main__":
    main()
