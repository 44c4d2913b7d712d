"""The house stays small: ceilings on files and functions, and no postponements."""

from __future__ import annotations

import ast
import re
import statistics
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
MEDIAN_FILE = 150


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def test_no_file_is_longer_than_the_ceiling() -> None:
    assert {str(path): _lines(path) for path in SOURCES if _lines(path) > LONGEST_FILE} == {}


def test_the_median_file_is_small() -> None:
    assert statistics.median(_lines(path) for path in SOURCES) <= MEDIAN_FILE


def test_no_function_is_longer_than_the_ceiling() -> None:
    long = {}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    long[f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"] = length
    assert long == {}


def test_templates_and_scripts_are_small_too() -> None:
    rooms = [path for end in ("html", "js", "css", "typ", "sql") for path in (ROOT / "src").rglob(f"*.{end}")]
    assert {str(path): _lines(path) for path in rooms if _lines(path) > LONGEST_FILE} == {}


def test_nothing_is_postponed() -> None:
    marks = re.compile(
        r"\bTO" + r"DO\b|\bFIX" + r"ME\b|raise NotImplemented" + r"Error|coming " + r"soon", re.IGNORECASE
    )
    ends = {".py", ".html", ".js", ".css", ".toml", ".typ"}
    rooms = [
        path for root in ("src", "tests", "packs", "bench") for path in (ROOT / root).rglob("*") if path.suffix in ends
    ]
    assert [str(path) for path in rooms if marks.search(path.read_text("utf-8"))] == []
