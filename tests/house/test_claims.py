"""What the documents claim is there: tests that are named, files and functions that are pointed to, commands, links."""

from __future__ import annotations

import ast
import re
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path

import click
import pytest

from daybook.cli import main

ROOT = Path(__file__).parents[2]
THREATS = ROOT / "docs" / "threat-model.md"
DECISIONS = sorted((ROOT / "docs" / "adr").glob("*.md"))
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
HEADINGS = ("## Decision", "## Why, and what else was looked at", "## What follows")
FIRST_SCREEN = 30
CLAIM = re.compile(r"^### G(\d+)\. (.+)$", re.MULTILINE)
LIMIT = re.compile(r"^- \*\*N(\d+)\. ", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)::([\w:]+)`")
SPAN = re.compile(r"`([^`\s]+)`")
POINTER = re.compile(r"([\w./-]+\.py):([A-Za-z_][\w.]*)")
A_FILE = re.compile(
    r"[\w.*/-]+/[\w.*-]+\.(?:py|md|toml|html|js|css|sql|typ|sh|json|png|txt)"
    r"|(?:src|tests|docs|packs|tools|bench)(?:/[\w.*-]+)*/?"
)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
TEMPLATES = sorted((ROOT / "src" / "daybook" / "web" / "templates").rglob("*.html"))
FIELD = re.compile(r"<(?:form|input|textarea|select)\b[^>]*>")
UNTYPED = re.compile(r'type="(?:hidden|file|submit)"')
POSTED = 'method="post"'
ELSEWHERE = ("http:", "https:", "mailto:", "tel:")


def _prose(page: str) -> str:
    """The page without its blocks of code, whose file names are examples."""
    return re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL)


def _names(tree: ast.AST, inside: str = "") -> set[str]:
    """Everything a module defines: functions, classes, their methods and fields, and names given a value."""
    found: set[str] = set()
    for node in getattr(tree, "body", []):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                found.add(inside + name)
            case ast.ClassDef(name=name):
                found |= {inside + name, *_names(node, f"{inside}{name}.")}
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                found.add(inside + name)
            case _:
                pass
    return found


@cache
def defined(path: Path) -> frozenset[str]:
    return frozenset(_names(ast.parse(path.read_text("utf-8"))))


def claims(page: str) -> dict[int, tuple[str, list[str]]]:
    """Every guarantee by its number: its sentence, and the tests it names."""
    guaranteed = page.partition("## What is guaranteed")[2].partition("\n## ")[0]
    parts = CLAIM.split(guaranteed)[1:]
    return {
        int(number): (sentence, ["::".join(found) for found in TEST.findall(body)])
        for number, sentence, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    }


def untested(page: str) -> list[str]:
    """What is wrong with the guarantees of a page: none named, or one that is not there or is not always run."""
    wrong = []
    for number, (_sentence, tests) in claims(page).items():
        if not tests:
            wrong.append(f"G{number} names no test")
        for test in tests:
            path, _, name = test.partition("::")
            last = name.rpartition("::")[2]
            is_one = last.startswith(("test_", "Test")) and not path.startswith("tests/campaign/")
            if not is_one or not is_defined(ROOT / path, name.replace("::", ".")):
                wrong.append(f"G{number}: {test}")
    return wrong


def is_defined(path: Path, name: str) -> bool:
    return path.is_file() and name in defined(path)


def absent(page: str, folder: Path) -> list[str]:
    """The files and functions a page points to that are not there. Capitals stand for a name of any kind."""
    places = (ROOT, ROOT / "src" / "daybook", ROOT / "packs" / "uk", folder)
    wrong = []
    for path, name in TEST.findall(page):
        if not is_defined(ROOT / path, name.replace("::", ".")):
            wrong.append(f"{path}::{name}")
    for span in SPAN.findall(_prose(page)):
        if pointed := POINTER.fullmatch(span):
            if not any(is_defined(place / pointed[1], pointed[2]) for place in places):
                wrong.append(span)
        elif A_FILE.fullmatch(span):
            pattern = re.sub(r"\b[A-Z]{2,}\b(?!\.md)", "*", span).rstrip("/")
            if not any(next(place.glob(pattern), None) for place in places):
                wrong.append(span)
    return wrong


def anchors(page: str) -> set[str]:
    """What a link can point to inside a page."""
    titles = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def broken(page: str, folder: Path) -> list[str]:
    """The relative links and pictures of a page that lead nowhere."""
    wrong = []
    for pair in LINK.findall(_prose(page)):
        link = pair[0] or pair[1]
        name, _, part = link.partition("#")
        target = folder / name if name else None
        if link.startswith(ELSEWHERE):
            continue
        there = target is None or target.exists()
        if not there or (part and part not in anchors(target.read_text("utf-8") if target else page)):
            wrong.append(link)
    return wrong


def all_commands(command: click.Command, *names: str) -> list[tuple[str, str]]:
    """Every command with the text of its help, those of groups included."""
    context = click.Context(command, info_name=" ".join(names))
    found = [(" ".join(names), command.get_help(context))]
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below
            found += all_commands(below, *names, name)
    return found


def test_every_guarantee_names_tests_that_are_there() -> None:
    page = THREATS.read_text("utf-8")
    found = claims(page)
    assert len(found) > 20
    assert list(found) == list(range(1, len(found) + 1))
    assert untested(page) == []


def test_every_guarantee_is_one_sentence() -> None:
    sentences = [sentence for sentence, _tests in claims(THREATS.read_text("utf-8")).values()]
    assert [
        sentence for sentence in sentences if not re.fullmatch(r"[^.!?]*(?:127\.0\.0\.1[^.!?]*)?\.", sentence)
    ] == []


def test_the_limits_are_numbered_and_what_is_pointed_to_is_there() -> None:
    page = THREATS.read_text("utf-8")
    limits = [int(number) for number in LIMIT.findall(page)]
    assert len(limits) > 15
    assert limits == list(range(1, len(limits) + 1))
    numbers = {f"G{number}" for number in claims(page)} | {f"N{number}" for number in limits}
    assert set(re.findall(r"\b[GN]\d+\b", page)) <= numbers


def test_a_claim_without_its_test_would_be_seen() -> None:
    here = "tests/house/test_claims.py"
    for named in (
        "",
        f"`{here}::test_nobody_wrote`",
        f"`{here}::claims`",
        "`tests/house/test_none.py::test_x`",
        "`tests/campaign/test_power_cut.py::test_nothing_acknowledged_is_lost_or_torn`",
        f"`{here}::TestNone::test_a_claim_without_its_test_would_be_seen`",
    ):
        assert untested(f"## What is guaranteed\n\n### G1. A claim.\n- {named}\n\n## Next\n`{here}::test_x`"), named
    right = f"## What is guaranteed\n\n### G1. A claim.\n- `{here}::test_a_claim_without_its_test_would_be_seen`\n"
    assert untested(right) == []


@pytest.mark.parametrize("path", DECISIONS, ids=[path.stem[:4] for path in DECISIONS])
def test_every_decision_has_its_headings(path: Path) -> None:
    page = path.read_text("utf-8")
    assert page.startswith(f"# {path.stem[:4]} ")
    assert re.search(r"^(Accepted|Superseded by \d{4}), \w+ \d{4}\.$", page, re.MULTILINE)
    places = [page.find(heading + "\n") for heading in HEADINGS]
    assert -1 not in places
    assert places == sorted(places)


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(path.stem[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_every_command_has_an_example_in_its_help() -> None:
    found = all_commands(main, "daybook")
    assert len(found) > 8
    for name, text in found:
        _, _, example = text.partition("Example:\n")
        assert re.search(r"^\s+(echo|daybook)\b", example), name
        assert name in example, name


def test_the_first_screen_of_the_readme_shows_both_commands() -> None:
    page = (ROOT / "README.md").read_text("utf-8")
    first = "\n".join(page.splitlines()[:FIRST_SCREEN])
    for command in (r"^make run\s", r"^make run AT=", r"^make test\s"):
        assert re.search(command, first, re.MULTILINE), command
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for path in PAGES:
        named = set(re.findall(r"(?:^|`)make ([a-z]+)", path.read_text("utf-8"), re.MULTILINE))
        assert named <= targets, path


@pytest.mark.parametrize("path", PAGES, ids=[str(path.relative_to(ROOT)) for path in PAGES])
def test_no_page_points_to_what_is_not_there(path: Path) -> None:
    page = path.read_text("utf-8")
    assert absent(page, path.parent) == []
    assert broken(page, path.parent) == []


def test_what_is_not_there_would_be_seen() -> None:
    docs = ROOT / "docs"
    for pointed in (
        "`docs/none.md`",
        "`web/none.py:save`",
        "`web/views/record.py:none`",
        "`tests/none/`",
        "`packs/*.none.toml`",
        "`tests/house/test_claims.py::test_none`",
    ):
        assert absent(pointed, docs) == [pointed.strip("`")]
    for pointed in (
        "`web/views/record.py:save`",
        "`docs/words.md`",
        "`actions/SECTION/*.toml`",
        "`web/desk.py:Desk.lock`",
    ):
        assert absent(pointed, docs) == []
    for link in ("[a](none.md)", "[a](words.md#none)", "[a](#none)", '<img src="pictures/none.png">'):
        assert broken(f"# Here\n{link}", docs), link
    assert broken("# Here\n[a](words.md#words) [b](#here) [c](https://example.org/none)", docs) == []


def remembered(template: str) -> list[str]:
    """The forms and typed fields of a template that a browser might remember, and forms that put words in an address."""
    tags = [tag for tag in FIELD.findall(template) if not UNTYPED.search(tag)]
    return [tag for tag in tags if 'autocomplete="off"' not in tag or (tag.startswith("<form") and POSTED not in tag)]


def test_no_form_is_remembered_by_the_browser() -> None:
    found = {path.name: remembered(path.read_text("utf-8")) for path in TEMPLATES}
    assert len(found) > 20
    assert {name: tags for name, tags in found.items() if tags} == {}
    for tag in (
        '<form method="post">',
        '<form autocomplete="off">',
        '<form method="get" autocomplete="off">',
        '<input name="a">',
        '<textarea name="a">',
    ):
        assert remembered(tag) == [tag]


def test_a_running_daybook_leaves_no_core_dump(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "daybook", "--at", str(tmp_path / "notes"), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stdout.readline().startswith("Ready: ")
        limits = Path(f"/proc/{running.pid}/limits").read_text("ascii")
        running.send_signal(signal.SIGTERM)  # a shell's background job may be deaf to SIGINT
        try:
            assert running.wait(60) == 0
        finally:
            running.kill()
    assert re.search(r"^Max core file size +0 +0 ", limits, re.MULTILINE)
