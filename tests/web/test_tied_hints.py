"""Rules that every form holds: each hint is read out with its field, and what can be chosen can be taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser

import pytest

from daybook.domain.kinds import listed_kinds
from daybook.notebook.demo import make_demo
from tests.web.conftest import Browser

VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
PAGES = (
    "settings.show",
    "settings.own",
    "settings.practise",
    "emergency.words",
    "emergency.paper",
    "leaving_paper.ask",
    "leaving.tell",
    "leaving.own",
    "costs.show",
    "money.amounts",
    "money.put_by",
    "cards.choose",
    "cards.own",
    "letters.write",
    "rooms.add",
    "rooms.quick",
    "rooms.doors",
    "room.words",
    "together.paper",
    "questions.following",
    "directory.index",
    "paper.ask",
    "if_then.index",
)


class Fields(HTMLParser):
    """What a page has in field blocks: hints with their ids, what is described by what, and radio buttons by name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.hints: list[tuple[str, str]] = []
        self.tied: set[str] = set()
        self.radios: dict[tuple[int, str], int] = {}
        self._open: list[tuple[str, bool]] = []
        self._forms = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attributes}
        classes = told.get("class", "").split()
        self._forms += tag == "form"
        self.tied |= {*told.get("aria-describedby", "").split()}
        is_block = tag == "fieldset" or "field" in classes or "cost" in classes
        if tag == "p" and "hint" in classes and "role" not in told and self._in_block():
            self.hints.append((told.get("id", ""), self.get_starttag_text() or ""))
        if tag == "input" and told.get("type") == "radio":
            name = (self._forms, told["name"])
            self.radios[name] = self.radios.get(name, 0) + 1
        if tag not in VOID:
            self._open.append((tag, is_block))

    def _in_block(self) -> bool:
        """Whether a block is open and nothing is folded in it: what is opened by itself is read by itself."""
        nearest = next(((tag, block) for tag, block in reversed(self._open) if block or tag == "details"), ("", False))
        return nearest[1]

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass


@pytest.fixture
def demo(opened: Browser) -> Browser:
    make_demo(opened.desk.notebook, date(2026, 11, 21))
    return opened


def _pages(demo: Browser) -> Iterator[tuple[str, str]]:
    for name in PAGES:
        yield name, demo.get(demo.inside(name)).text
    for kind in listed_kinds():
        yield kind.code, demo.get(demo.inside("record.new", kind=kind.code)).text
        for revision in demo.desk.notebook.timeline([kind.code])[:1]:
            yield f"amend {kind.code}", demo.get(demo.inside("record.amend", record=revision.record)).text


def test_every_hint_in_a_field_is_tied_to_it_and_a_single_choice_can_be_taken_back(demo: Browser) -> None:
    loose, stuck, seen = [], [], 0
    for name, page in _pages(demo):
        assert "<form" in page, name
        found = Fields(page)
        seen += len(found.hints)
        loose += [(name, tag) for hint, tag in found.hints if hint not in found.tied]
        stuck += [(name, field) for (_form, field), count in found.radios.items() if count == 1]
    assert (loose, stuck) == ([], [])
    assert seen > 100


def test_a_folded_field_is_named_once_by_the_line_that_opens_it(opened: Browser) -> None:
    seen = 0
    for kind in listed_kinds():
        page = opened.get(opened.inside("record.new", kind=kind.code)).text
        for told, inside in re.findall(r'<summary id="([^"]+)">.*?</summary>(.*?)</details>', page, re.DOTALL):
            seen += 1
            before_own_parts = inside.partition("<details")[0]
            assert f'aria-labelledby="{told}"' in before_own_parts, kind.code
            words = re.search(rf'<summary id="{told}">(.*?)</summary>', page, re.DOTALL)
            assert words
            assert not re.search(rf"<(legend|label)[^>]*>{re.escape(words[1])}</", inside), kind.code
        assert not re.search(r"<summary>[^<]*</summary>\s*<(fieldset|div) class=\"field\"", page), kind.code
    assert seen > 50
