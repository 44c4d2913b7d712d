"""Counts as pictures: right without colour, in black and white, in the dark, and for whoever listens."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

import daybook.web
from daybook.export.bars import bars
from daybook.export.calendars import Small, month, week_hours, year
from daybook.export.counts_paper import CountsSheet, Drawn, Table, counts_paper
from daybook.export.drawn_counts import (
    INK,
    ON_STEPS,
    PAPER,
    STEPS,
    Mark,
    Words,
    limits,
    ranges,
    step_of,
)
from daybook.export.words import PaperWords
from tests.export.papers import text

WORDS = Words(title="A title", says="In all: 5.", entries="Written down", sent="Messages")
STYLES = (Path(daybook.web.__file__).parent / "static" / "pictures.css").read_text("utf-8")
PAGE = (Path(daybook.web.__file__).parent / "static" / "page.css").read_text("utf-8")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def luminance(colour: str) -> float:
    """As WCAG 2 defines it: how light a colour is, whatever its hue."""
    if len(colour) == 4:
        colour = "#" + "".join(2 * each for each in colour[1:])
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(styles: str) -> list[dict[str, str]]:
    """The named colours of each :root in a style sheet, in its order."""
    return [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block)) for block in re.findall(r":root \{([^}]*)\}", styles)
    ]


LIGHT, DARK, ON_WHITE = ({**page, **own} for page, own in zip(colours(PAGE), colours(STYLES), strict=True))
PRINTED = {**LIGHT, **ON_WHITE}
ON_PAPER = {
    "card": PAPER,
    "ink": INK,
    "deep": STEPS[3],
    **{f"step{number}": colour for number, colour in enumerate(STEPS, start=1)},
    **{f"on{number}": colour for number, colour in enumerate(ON_STEPS, start=1)},
}


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINTED, ON_PAPER], ids=["light", "dark", "printed", "paper"])
def test_each_step_differs_from_its_neighbours_in_lightness_and_its_number_can_be_read(theme: dict[str, str]) -> None:
    row = [theme["card"], *(theme[f"step{number}"] for number in range(1, 5))]
    assert all(contrast(one, other) >= 1.4 for one, other in pairwise(row))
    going = [luminance(colour) for colour in row]
    assert going in (sorted(going), sorted(going, reverse=True))
    for number in range(1, 5):
        assert contrast(theme[f"step{number}"], theme[f"on{number}"]) >= 4.5
    assert contrast(theme["ink"], theme["card"]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINTED, ON_PAPER], ids=["light", "dark", "printed", "paper"])
def test_where_no_number_stands_shapes_are_told_from_the_page(theme: dict[str, str]) -> None:
    """The small months: a frame and squares, by size and not by shade."""
    for shape in ("ink", "deep"):
        for behind in {theme["card"], theme.get("paper", theme["card"])}:
            assert contrast(theme[shape], behind) >= 3


def test_the_squares_of_a_year_grow_by_the_step() -> None:
    def size(sent: int) -> float:
        days: list[Mark | None] = [Mark(sent=81), Mark(sent=sent), *[None] * 5]
        found = re.findall(r'class="full"[^>]* width="([\d.]+)"', year([Small(mark=Mark(), weeks=[days])], WORDS))
        return float(found[1])

    sizes = [size(sent) for sent in (1, 9, 27, 81)]
    assert all(other - one >= 2 for one, other in pairwise(sizes))


@given(st.integers(0, 10_000_000))
def test_the_steps_reach_as_far_as_the_most_and_each_number_is_on_one(most: int) -> None:
    reach = limits(most)
    assert list(reach) == sorted(set(reach))
    assert reach[-1] >= most
    assert step_of(0, reach) == 0
    if most:
        assert 1 <= step_of(1, reach) <= step_of(most, reach) <= 4
        assert len(ranges(reach, most)) == step_of(most, reach)


def read(svg: str) -> ET.Element:
    return ET.fromstring(svg)


marks = st.builds(
    Mark,
    label=st.text(max_size=12).map(lambda words: "".join(each for each in words if each.isprintable())),
    entries=st.integers(0, 40),
    sent=st.integers(0, 5000),
    href=st.just("/x"),
    says=st.text("ab<>&\"'", max_size=8),
)


@given(st.lists(marks, min_size=1, max_size=30))
def test_every_number_of_the_bars_is_printed_beside_its_bar(found: list[Mark]) -> None:
    svg = bars(found, WORDS)
    read(svg)
    printed = re.findall(r'font-weight="700"[^>]*>([\d,]+)<', svg)
    assert printed == [f"{number:,}" for mark in found for number in (mark.entries, mark.sent) if number]
    inside = [float(x) + float(wide) for x, wide in re.findall(r'class="ink" x="([\d.]+)"[^>]*? width="([\d.]+)"', svg)]
    assert all(end <= 336 for end in inside)


@given(st.lists(marks, min_size=28, max_size=31), st.integers(0, 6))
def test_a_month_prints_every_number_and_leads_to_every_day(found: list[Mark], before: int) -> None:
    cells: list[Mark | None] = [*[None] * before, *found]
    cells += [None] * (-len(cells) % 7)
    svg = month([cells[at : at + 7] for at in range(0, len(cells), 7)], DAYS, WORDS)
    tree = read(svg)
    assert len(tree.findall("a")) == len(found)
    printed = [f"{n:,}" if sent else str(n) for mark in found for n, sent in ((mark.entries, 0), (mark.sent, 1)) if n]
    assert re.findall(r'font-weight="700"[^>]*>([\d,]+)<', svg)[: len(printed)] == printed


@given(st.lists(st.lists(marks, min_size=7, max_size=7), min_size=24, max_size=24))
def test_the_hours_of_a_week_print_every_number(found: list[list[Mark]]) -> None:
    svg = week_hours(found, DAYS, WORDS, "Messages")
    read(svg)
    printed = [f"{number:,}" for row in found for mark in row if (number := mark.sent or mark.entries)]
    assert re.findall(r'font-weight="700"[^>]*>([\d,]+)<', svg) == printed


def test_a_picture_has_a_title_a_description_and_named_links_and_no_style_of_its_own() -> None:
    svg = bars([Mark(label="2024", entries=2, sent=3, href="/there", says="2024: 2 entries, 3 messages")], WORDS)
    tree = read(svg)
    assert tree.get("role") == "group"
    assert {tree.get("aria-labelledby"), tree.get("aria-describedby")} == {"counts-title", "counts-says"}
    assert [(each.tag, each.text) for each in tree[:2]] == [("title", "A title"), ("desc", "In all: 5.")]
    links = tree.findall("a")
    assert [(link.get("href"), link.get("aria-label")) for link in links] == [("/there", "2024: 2 entries, 3 messages")]
    assert " style=" not in svg
    assert "<style" not in svg


def test_a_paper_leads_nowhere_and_has_the_picture_told_and_its_table() -> None:
    mark = Mark(label="2024", entries=2, sent=3, href="/secret-address", says="x")
    svg = bars([mark], WORDS, alone=True)
    assert "secret-address" not in svg
    assert "<a " not in svg
    sheet = CountsSheet(
        title="In numbers: 2024",
        said=["*Said* #here"],
        tables=[],
        drawings=[
            Drawn(
                title="Month by month",
                svg=svg,
                alt="Month by month. In all: 2 entries, 3 messages.",
                table=Table(heads=("Month", "Written down"), lines=[("March", "2")], foot=("Together", "2")),
            )
        ],
        notes=[("Where these numbers come from", ["Chat with Sam: 3."])],
    )
    pdf = counts_paper(sheet, paper=PaperWords(), made=datetime(2026, 11, 21, tzinfo=UTC))
    said = text(pdf)
    for words in ("In numbers: 2024", "*Said* #here", "Month", "March", "Together", "Chat with Sam: 3."):
        assert words in said
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert "/StructTreeRoot" in file.Root
        figures = [
            each for each in file.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
        assert [str(figure.Alt) for figure in figures] == ["Month by month. In all: 2 entries, 3 messages."]
        tables = [each for each in file.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Table"]
        assert len(tables) == 1
    assert pdf == counts_paper(sheet, paper=PaperWords(), made=datetime(2026, 11, 21, tzinfo=UTC))
