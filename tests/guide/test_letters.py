"""The letters of the shipped pack, and that the check names every mistake in one with file and line."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from daybook.domain.letters.draft import drafted, paragraphs_of, placeholders
from daybook.domain.letters.things import OPEN, READERS, THINGS
from daybook.domain.records.letter import Letter
from daybook.domain.records.letter_details import LetterDetails
from daybook.guide.check import check
from daybook.guide.checks.grammar import WORDINGS
from daybook.guide.checks.ids import unknown_ids
from daybook.guide.checks.letters import letters_well_made
from daybook.guide.checks.speech import speaks_well
from daybook.guide.letter import ModelLetter
from daybook.guide.load import read_pack
from daybook.guide.pack import Pack
from daybook.guide.wording import render
from daybook.notebook.guidance import shipped_folder, shipped_pack
from daybook.notebook.tools import TOOLS

OTHERS = ("actions", "signs", "ifthen", "options", "matters", "security", "who_may", "calls", "things", "friend")
"""How these speak takes seconds to find out, and is not asked here."""


@pytest.fixture(scope="module")
def shipped() -> Pack:
    return shipped_pack()


def letters() -> list[ModelLetter]:
    return [*shipped_pack().letters.values()]


@pytest.mark.parametrize("letter", letters(), ids=lambda letter: letter.id)
def test_a_letter_stands_by_itself_and_with_everything_in_it(letter: ModelLetter, shipped: Pack) -> None:
    sample = {name: f"<{name}>" for name in THINGS}
    for wording in WORDINGS.values():
        own = {
            name: render(f"{{{name}}}", wording, shipped, voice="hers")
            for name in placeholders(letter.body)
            if name not in THINGS.keys() | OPEN
        }
        values = {**sample, **own, **dict.fromkeys(OPEN, "x")}
        bare, whole = drafted(letter.body, values, ()), drafted(letter.body, values, THINGS)
        assert "<" not in bare
        assert len(paragraphs_of(whole)) == len(paragraphs_of(letter.body))
        assert set(letter.confidential) == {name for name in THINGS if f"<{name}>" in whole}
        assert not any(word in whole.casefold() for word in ("daybook", "notebook", "{", "}"))


def test_every_reader_the_issue_names_has_a_letter(shipped: Pack) -> None:
    assert {letter.reader for letter in shipped.letters.values()} == {reader for reader, _words in READERS}


def test_every_thing_can_be_told_once_or_comes_from_her_record() -> None:
    fields = LetterDetails.__dataclass_fields__.keys()
    assert {name for name, thing in THINGS.items() if thing.ask} <= fields
    assert {thing.id for thing in THINGS.values() if not thing.ask} == {"calls"}
    assert Letter.__dataclass_fields__["released"].metadata["described"].options[0][0] in THINGS


def told(tmp_path: Path, old: str, new: str) -> list[str]:
    """What the check says when one line of a letter is written otherwise."""
    folder = tmp_path / "uk"
    shutil.copytree(shipped_folder(), folder)
    file = folder / "letters" / "school-keep-private.toml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    pack, findings = read_pack(folder)
    only_letters = replace(pack, **{kind: {} for kind in OTHERS})
    findings += [*unknown_ids(pack, TOOLS), *letters_well_made(pack), *speaks_well(only_letters)]
    line = text[: text.index(old)].count("\n") + 1
    return [str(found) for found in findings if found.file.startswith("letters/") and found.line in (line, line + 1)]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("{children}", "{childs}", "{childs} is not a placeholder"),
        ("{children}", "{children.name}", "{children.name} is not a placeholder"),
        ("{children}", "{children", "{children. is not a placeholder"),
        ("{children}", "{work}", "{work} is confidential"),
        ('"children"', '"children", "plan"', "the letter has no place for it"),
        ("give our address", "give the notebook", "never names what it was written with"),
        ("Please take our address", "You must take our address", "Instead of “must”"),
        ('"school-keeps-address-private"', '"school-keeps-it"', "nothing has the name"),
        ('reader = "school"', 'reader = "schools"', "“reader” cannot be “schools”"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert [line for line in told(tmp_path, old, new) if says in line]


def test_a_letter_that_says_nothing_without_secrets_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "uk"
    shutil.copytree(shipped_folder(), folder)
    file = folder / "letters" / "school-keep-private.toml"
    text = file.read_text("utf-8")
    head, _, rest = text.partition('body = """')
    _, _, tail = rest.partition('"""')
    file.write_text(f'{head}body = """\nDear {{dear}}\n\n{{phone}}\n\n{{me}}"""{tail}', "utf-8")
    pack, findings = read_pack(folder)
    findings += check(pack, TOOLS, shipped_pack().letters["vote-apply"].checked)
    assert any("It has to stand by itself" in found.sentence for found in findings)
