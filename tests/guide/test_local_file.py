"""A list of local services out of a file: what is right comes in, and every mistake is said with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from daybook.guide.local_file import LARGEST, read_local
from daybook.guide.pack import Pack
from daybook.notebook.guidance import shipped_pack

SAMPLES = Path(__file__).parents[2] / "packs" / "sample-local"
TODAY = date(2026, 11, 21)
HEAD = "name,places,nations,needs,ways,for_whom,checked,check_again,source\n"
ROW = "{name},Millbrook; ZZ9,england,talk,phone: 01632 960 101,Anyone.,2026-11-02,2027-05-02,The Forum\n"
TOML = (SAMPLES / "services.toml").read_text("utf-8")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped_pack()


def said(pack: Pack, plain: bytes | str, file: str = "a.csv") -> list[str]:
    """Every mistake; nothing comes in beside one."""
    entries, findings = read_local(plain.encode() if isinstance(plain, str) else plain, file, pack, TODAY)
    assert entries == []
    return [str(finding) for finding in findings if finding.level == "error"]


def test_the_samples_in_toml_and_csv_hold_the_same(pack: Pack) -> None:
    read = [read_local((SAMPLES / name).read_bytes(), name, pack, TODAY) for name in ("services.toml", "services.csv")]
    (toml, toml_findings), (csv, csv_findings) = read
    assert toml_findings == csv_findings == []
    assert [entry.name for entry in toml] == [entry.name for entry in csv]
    assert [(entry.places, entry.needs, entry.checked, entry.source) for entry in toml] == [
        (entry.places, entry.needs, entry.checked, entry.source) for entry in csv
    ]
    assert [[(way.kind, way.value) for way in entry.ways] for entry in toml] == [
        [(way.kind, way.value) for way in entry.ways] for entry in csv
    ]
    assert toml[0].ways[0].value == "01632 960 101"
    assert csv[0].hours == "Monday to Friday, 9 to 5"


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('name = "Millbrook Outreach"\n', "", 4, "“name” is missing."),
        ('needs = ["talk", "planning"]', 'needs = ["tlak"]', 9, "Did you mean “talk”?"),
        ('nations = ["england"]', 'nations = ["narnia"]', 8, "It is one of: england, wales"),
        ("checked = 2026-11-02", 'checked = "soon"', 13, "it wants a date such as"),
        ("checked = 2026-11-02", "checked = 2026-12-24", 13, "still to come"),
        ("check_again = 2027-05-02", "check_again = 2026-11-02", 14, "is not after"),
        ('value = "07700 900 101"', 'value = "ring the bell"', 24, "not a number that can be rung"),
        ('kind = "text"', 'kind = "pigeon"', 23, "It is one of: phone, text"),
        ('hours = "Monday', 'hourz = "Monday', 12, "Did you mean “hours”?"),
        ('places = ["Millbrook", "Upper Millbrook", "ZZ9"]', "places = []", 7, "“places” is empty"),
        ('name = "Safer Homes Millbrook"', 'name = "millbrook  outreach"', 42, "stands on line 4 already"),
    ],
)
def test_a_mistake_in_toml_has_its_line_and_one_sentence(pack: Pack, old: str, new: str, line: int, words: str) -> None:
    assert old in TOML
    found = said(pack, TOML.replace(old, new, 1), "services.toml")
    assert len(found) == 1
    assert found[0].startswith(f"services.toml:{line}: ")
    assert words in found[0]


def test_every_mistake_is_said_and_not_only_the_first(pack: Pack) -> None:
    text = TOML.replace('source = "Millbrook', 'sauce = "Millbrook').replace('kind = "text"', 'kind = "fax"')
    found = said(pack, text, "x.toml")
    assert len([one for one in found if "sauce" in one]) == 3
    assert len([one for one in found if "“source” is missing" in one]) == 3
    assert any("“kind” cannot be “fax”" in one for one in found)


def test_broken_toml_and_other_tables_name_their_line(pack: Pack) -> None:
    assert said(pack, '[[services]]\nname = "A', "x.toml")[0].startswith("x.toml:2: This line cannot be read as TOML")
    assert said(pack, "\nservises = 1\n" + TOML, "x.toml") == [
        "x.toml:2: “servises” is not known here; only [[services]] is."
    ]


def test_a_row_is_placed_by_its_first_line_also_below_a_cell_of_several_lines(pack: Pack) -> None:
    first = ROW.format(name='"A\nB"')
    wrong = ROW.format(name="C").replace("talk", "tolk")
    assert said(pack, HEAD + first + "\n" + wrong)[0].startswith("a.csv:5: “needs” cannot be “tolk”.")
    wrong_long = wrong.replace("C,", '"C\nD",')
    assert said(pack, HEAD + first + wrong_long)[0].startswith("a.csv:4: ")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("phone: 01632 960 101", "01632 960 101"), "“kind” cannot be"),
        (("phone: 01632 960 101", ""), "“ways” is missing"),
        (("phone: 01632 960 101", "email: nobody"), "not an e-mail address"),
        (("phone: 01632 960 101", "web: http"), "not the address of a page"),
        (("2026-11-02", "11/21/2026"), "it wants a date"),
        (("Anyone.", "Anyone, too, many"), "more cells than there are columns"),
        (("Anyone.", '"Anyone'), "A quotation mark does not end"),
    ],
)
def test_a_mistake_in_a_row_is_one_sentence(pack: Pack, change: tuple[str, str], words: str) -> None:
    found = said(pack, HEAD + ROW.format(name="A").replace(*change))
    assert len(found) == 1
    assert words in found[0]
    assert found[0].startswith("a.csv:2: ")


def test_a_day_that_a_british_spreadsheet_rewrote_is_understood(pack: Pack) -> None:
    entries, findings = read_local(
        (HEAD + ROW.format(name="A").replace("2026-11-02", "02/11/2026")).encode(), "a.csv", pack, TODAY
    )
    assert findings == []
    assert entries[0].checked == date(2026, 11, 2)


def test_columns_are_named_when_they_are_wrong(pack: Pack) -> None:
    found = said(pack, HEAD.replace("source", "sauce,name") + ROW.format(name="A"))
    assert found[0].startswith("a.csv:1: ")
    assert {one.partition(": ")[2].split(".")[0] for one in found} == {
        "There is no column “sauce”", "The column “name” is there twice", "The column “source” is missing",
    }  # fmt: skip
    assert "parted by commas" in said(pack, HEAD.replace(",", ";") + ROW.format(name="A"))[0]


def test_a_byte_order_mark_is_no_part_of_the_first_word(pack: Pack) -> None:
    for file, text in (("a.csv", HEAD + ROW.format(name="A")), ("a.toml", TOML)):
        entries, findings = read_local(b"\xef\xbb\xbf" + text.encode(), file, pack, TODAY)
        assert entries
        assert findings == []


def test_windows_1252_is_read_with_a_warning_and_other_bytes_are_refused(pack: Pack) -> None:
    text = HEAD + ROW.format(name="Café “Anna”")
    entries, findings = read_local(text.encode("cp1252"), "a.csv", pack, TODAY)
    assert entries[0].name == "Café “Anna”"
    assert [finding.level for finding in findings] == ["warning"]
    assert "Windows-1252" in findings[0].sentence
    assert "not UTF-8" in said(pack, TOML.replace("Outreach", "Café").encode("cp1252"), "a.toml")[0]
    assert "not UTF-8" in said(pack, text.encode("cp1252") + b"\x81")[0]
    assert "CSV UTF-8" in said(pack, text.encode("utf-16"))[0]


def test_files_that_are_no_list_are_refused_in_a_sentence(pack: Pack) -> None:
    assert said(pack, "") == ["a.csv: There is no service in this file."]
    assert said(pack, HEAD) == ["a.csv: There is no service in this file."]
    assert said(pack, "", "a.toml") == ["a.toml: There is no service in this file."]
    assert "larger" in said(pack, b"a" * (LARGEST + 1))[0]
    assert "has to end in" in said(pack, "x", "list.docx")[0]


def test_an_entry_past_its_day_comes_in_with_a_warning(pack: Pack) -> None:
    entries, findings = read_local((SAMPLES / "services.csv").read_bytes(), "a.csv", pack, date(2028, 1, 1))
    assert len(entries) == 3
    assert {(finding.level, finding.line) for finding in findings} == {("warning", 2), ("warning", 3), ("warning", 4)}


def test_the_sample_names_only_numbers_that_ring_nowhere(pack: Pack) -> None:
    for name in ("services.toml", "services.csv"):
        for entry in read_local((SAMPLES / name).read_bytes(), name, pack, TODAY)[0]:
            for way in entry.ways:
                assert way.value.startswith(("01632 960", "07700 900", "020 7946 0")) or way.value.endswith(".example")
