"""Where in a file something stands, so that a mistake can name its line."""

import re


def line_of_key(text: str, key: str, *, table: str = "") -> int:
    """The line (from 1) where `key` is set, below `[table]` when one is named; else the table's line, else 1."""
    lines = text.splitlines()
    start = _table_line(lines, table)
    set_here = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=|\s*\[+\s*{re.escape(key)}\s*\]+")
    set_inside = re.compile(rf".*[{{,]\s*{re.escape(key)}\s*=")
    for pattern in (set_here, set_inside):
        for number, line in enumerate(lines[start:], start=start + 1):
            if number > start + 1 and table and re.match(r"\[[^\[]", line):
                break
            if pattern.match(line):
                return number
    return start + 1 if table else 1


def line_of_row(text: str, table: str, number: int) -> int:
    """The line of the `number`th `[[table]]` (from 1), else 1."""
    heading = re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]")
    rows = [line for line, words in enumerate(text.splitlines(), start=1) if heading.match(words)]
    return rows[number - 1] if number <= len(rows) else 1


def line_of_words(text: str, words: str, *, table: str = "") -> int:
    """The line where these words stand, or begin; else the table's line, else 1."""
    lines = text.splitlines()
    start = _table_line(lines, table)
    for length in (len(words), 40, 20):
        for number, line in enumerate(lines[start:], start=start + 1):
            if words[:length] and words[:length] in line:
                return number
    return start + 1 if table else 1


def line_in_message(message: str) -> int:
    """The line that a TOML mistake names ("… (at line 2, column 5)"), else 1."""
    found = re.search(r"line (\d+)", message)
    return int(found[1]) if found else 1


def _table_line(lines: list[str], table: str) -> int:
    heading = re.compile(rf"\[+\s*[\"']?{re.escape(table)}[\"']?\s*\]+")
    if not table:
        return 0
    return next((number for number, line in enumerate(lines) if heading.match(line)), 0)
