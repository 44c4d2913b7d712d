"""A file of local services, TOML or CSV, into entries, with every mistake placed on its line."""

import csv
import io
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from daybook.guide.fields import read_table
from daybook.guide.finding import Finding
from daybook.guide.lines import line_in_message, line_of_key, line_of_row
from daybook.guide.local_entry import LocalEntry, mistakes, mistakes_in_way
from daybook.guide.pack import Pack
from daybook.guide.service import Way

LARGEST = 1_000_000
"""In bytes. A thousand services are about half of that."""

_LISTS = ("places", "nations", "needs")
_DATES = ("checked", "check_again")
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_COLUMNS = tuple(LocalEntry.__struct_fields__)


def read_local(plain: bytes, file: str, pack: Pack, today: date) -> tuple[list[LocalEntry], list[Finding]]:
    """The services in a file (its name ends in .toml or .csv), and every mistake by line; with a mistake, no services.

    Warnings (an entry past its day, a file in an older alphabet) come along with the services.
    """
    reader = _Reader(file, pack, today)
    text = reader.text(plain)
    if text is not None and file.lower().endswith(".toml"):
        reader.toml(text)
    elif text is not None and file.lower().endswith(".csv"):
        reader.csv(text)
    elif text is not None:
        reader.add(0, "The file's name has to end in .csv or .toml.")
    reader.whole()
    findings = sorted(set(reader.findings))
    failed = any(finding.level == "error" for finding in findings)
    return ([] if failed else reader.entries), findings


class _Reader:
    """Reads one file and gathers entries and mistakes as it goes."""

    def __init__(self, file: str, pack: Pack, today: date) -> None:
        self.file, self.pack, self.today = file, pack, today
        self.entries: list[LocalEntry] = []
        self.rows = 0
        self.findings: list[Finding] = []
        self.lines: dict[str, list[int]] = {}

    def add(self, line: int, sentence: str, *, warning: bool = False) -> None:
        """Keep one mistake, or one warning."""
        self.findings.append(Finding(self.file, line, sentence, "warning" if warning else "error"))

    def text(self, plain: bytes) -> str | None:
        """What the bytes say: UTF-8 with or without its mark; a CSV also in Windows-1252, with a warning."""
        if len(plain) > LARGEST:
            self.add(0, "This file is larger than a list of services can be (1 MB). Split it in two.")
        elif plain.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in plain:
            self.add(0, "This is not a text file that can be read here. Save it as “CSV UTF-8” and try again.")
        else:
            with suppress(UnicodeDecodeError):
                return plain.decode("utf-8-sig")
            with suppress(UnicodeDecodeError):
                text = plain.decode("cp1252") if self.file.lower().endswith(".csv") else ""
                if text:
                    said = "Read as Windows-1252, not UTF-8. Look at names with accents, or save it as “CSV UTF-8”."
                    self.add(0, said, warning=True)
                    return text
            self.add(0, "This file is not UTF-8 text. Save it as UTF-8 and try again.")
        return None

    def toml(self, text: str) -> None:
        """Take in `[[services]]` tables."""
        try:
            found = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            at_end = "end of document" in str(error)
            line = len(text.splitlines()) if at_end else line_in_message(str(error))
            self.add(line, f"This line cannot be read as TOML: {error}.")
            return
        for key in found.keys() - {"services"}:
            self.add(line_of_key(text, key), f"“{key}” is not known here; only [[services]] is.")
        tables = found.get("services", [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self.add(line_of_key(text, "services"), "Begin each service with [[services]] on a line of its own.")
            return
        lines = text.splitlines()
        starts = [line_of_row(text, "services", number) for number in range(1, len(tables) + 1)]
        for table, start, end in zip(tables, starts, [*starts, len(lines) + 1][1:], strict=True):
            self.table(table, start, "\n".join(lines[start - 1 : end - 1]))

    def csv(self, text: str) -> None:
        """Take in the rows below a row of column names; several things in a cell are parted by semicolons."""
        rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        before = 0
        names: list[str] = []
        try:
            for row in rows:
                line, before = before + 1, rows.line_num
                if not any(cell.strip() for cell in row):
                    continue
                if names:
                    self.row(names, row, line)
                    continue
                names = [cell.strip().lower() for cell in row]
                if not self.columns(names, line):
                    return
        except csv.Error:
            self.add(rows.line_num, "A quotation mark does not end. Look at this line and the ones above it.")

    def columns(self, names: list[str], line: int) -> bool:
        """Whether the row of column names can be used."""
        if len(names) == 1 and any(mark in names[0] for mark in ";\t"):
            self.add(line, "The columns have to be parted by commas. Save it as “CSV UTF-8 (comma delimited)”.")
            return False
        wrong = [name for name in names if name not in _COLUMNS]
        missing = [name for name in _REQUIRED if name not in names]
        for name in wrong:
            self.add(line, f"There is no column “{name[:60]}”. Known: {', '.join(_COLUMNS)}.")
        for name, times in Counter(names).items():
            if times > 1 and name in _COLUMNS:
                self.add(line, f"The column “{name}” is there twice.")
        for name in missing:
            self.add(line, f"The column “{name}” is missing.")
        return not wrong and not missing

    def row(self, names: list[str], cells: list[str], line: int) -> None:
        """Take in one row."""
        if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
            self.rows += 1
            self.add(line, "This row has more cells than there are columns. Put words with a comma in quotation marks.")
            return
        table: dict[str, Any] = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if cell.strip()}
        table |= {name: _parts(table[name]) for name in _LISTS if name in table}
        table |= {name: _day(table[name]) for name in _DATES if name in table}
        if "ways" in table:
            table["ways"] = [_way(part) for part in _parts(table["ways"])]
        self.table(table, line, "")

    def table(self, table: Mapping[str, Any], start: int, text: str) -> None:
        """Take in one service. `text` are its own lines from line `start` on; empty where it stands on one line."""
        self.rows += 1
        wrong: list[str] = []

        def complain(key: str, sentence: str) -> None:
            wrong.append(key)
            self.add(start - 1 + line_of_key(text, key) if text else start, sentence)

        ways = table.get("ways", [])
        rest = {key: value for key, value in table.items() if key != "ways"}
        read = self.ways(ways, start, text)
        entry = read_table(rest, LocalEntry, complain)
        if not ways:
            complain("ways", "“ways” is missing: nobody can reach this service.")
        if entry is None:
            return
        mistakes(entry, self.pack, self.today, complain)
        self.lines.setdefault(" ".join(entry.name.casefold().split()), []).append(start)
        if not wrong and entry.check_again < self.today:
            said = f"“{entry.name}” was due to be looked at again on {entry.check_again}."
            self.add(start, said, warning=True)
        self.entries.append(_with_ways(entry, read))

    def ways(self, ways: object, start: int, text: str) -> tuple[Way, ...]:
        """The ways in that can be read."""
        if not isinstance(ways, list) or not all(isinstance(way, Mapping) for way in ways):
            self.add(start, "“ways” is not right: begin each way with [[services.ways]] on a line of its own.")
            return ()
        return tuple(way for number, table in enumerate(ways, 1) if (way := self.way(table, number, start, text)))

    def way(self, table: Mapping[str, Any], number: int, start: int, text: str) -> Way | None:
        """One way in, or None."""
        first = line_of_row(text, "services.ways", number) if text else 1
        part = "\n".join(text.splitlines()[first - 1 :])

        def complain(key: str, sentence: str) -> None:
            self.add(start + first - 2 + line_of_key(part, key) if text else start, sentence)

        way = read_table(table, Way, complain)
        if way is not None:
            mistakes_in_way(way, complain)
        return way

    def whole(self) -> None:
        """What only the whole file shows: that it holds something, and nothing twice."""
        if not self.rows and not self.findings:
            self.add(0, "There is no service in this file.")
        for starts in self.lines.values():
            for line in starts[1:]:
                self.add(line, f"This name stands on line {starts[0]} already. Tell the two apart, or take one out.")


_REQUIRED = ("name", "places", "nations", "needs", "ways", "for_whom", "checked", "check_again", "source")


def _with_ways(entry: LocalEntry, ways: tuple[Way, ...]) -> LocalEntry:
    return LocalEntry(**{name: getattr(entry, name) for name in _COLUMNS if name != "ways"}, ways=ways)


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _way(part: str) -> dict[str, str]:
    """A way in as a table, from "phone: 01632 960 123"; without a colon it stands as its kind, and is refused so."""
    kind, _colon, value = part.partition(":")
    return {"kind": kind.strip().lower(), "value": value.strip()}


def _day(cell: str) -> date | str:
    """2026-11-21, or 21/11/2026 as a British spreadsheet rewrites it; anything else stays as it is, and is refused."""
    with suppress(ValueError):
        return date.fromisoformat(cell)
    if found := _DAY_FIRST.fullmatch(cell):
        day, month, year = (int(part) for part in found.groups())
        with suppress(ValueError):
            return date(year, month, day)
    return cell
