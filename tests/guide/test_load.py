"""Packs are read with every mistake named: file, line, and a sentence an editor understands."""

from pathlib import Path

import pytest

from daybook.guide.finding import PackError
from daybook.guide.load import load_pack, read_pack
from tests.guide import veldt

ACTION = "actions/device/take-off-app.toml"


def said(folder: Path) -> list[str]:
    return [str(finding) for finding in read_pack(folder)[1]]


def test_a_whole_pack_is_read() -> None:
    pack = load_pack(veldt.FOLDER)
    assert [question.id for question in pack.questions] == ["situation", "isle", "words", "children", "phone"]
    assert set(pack.actions) == {
        "call-the-coastguard", "other-phone", "talk-first", "keep-pictures", "take-off-app", "ask-the-registrar",
    }  # fmt: skip
    assert pack.actions["take-off-app"].when.none == ("has_small_children",)
    assert pack.services["coastguard"].number == "777"
    assert pack.statements["V1"].sources == ("harbour",)
    assert pack.avoid[0].allowed == ("Victim Aid",)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('group = "soon"', 'group = "later"', "3: “group” cannot be “later”. It is one of: now, soon, ready."),
        ("order = 10", 'order = "ten"', "4: “order” is not right: it wants a whole number."),
        ("steps = [", 'steeps = ["x"]\nsteps = [', "7: “steeps” is not a key this kind of entry knows. Did you mean “steps”?"),
        ('does = "remove"\n', "", "1: “does” is missing."),
        ("checked = 2026-11-21", 'checked = "yesterday"', "13: “checked” is not right: it wants a date such as 2026-11-21."),
        ('serves = ["R13"]', 'serves = "R13"', "11: “serves” is not right: it wants a list in square brackets."),
        ('none = ["has', 'nor = ["has', "16: “nor” is not a key this kind of entry knows. Known here: all, none."),
        ("shown = true", 'shown = "yes"', "20: “shown” is not right: it wants true or false."),
        ('title = "Take', 'id = "x"\ntitle = "Take', "1: “id” is given by where the entry stands. Take the line out."),
        ("{They} can", "{Theyy} can", "6: {Theyy} is not a placeholder Daybook knows. See docs/packs.md."),
        ("{They} can", "They} can", "6: } is not a placeholder Daybook knows. See docs/packs.md."),
        ("{They} can", "{number:north-lime} can", "6: {number:north-lime} is not a placeholder"),
        ("{They} can", "{v:look} can", "6: {v:look} is not a placeholder"),
    ],
)  # fmt: skip
def test_a_mistake_names_its_line(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, ACTION, old, new)
    found = said(folder)
    assert any(line.startswith(f"{ACTION}:{sentence}") for line in found), found


def test_every_mistake_of_a_file_is_named_and_the_entry_is_left_out(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, ACTION, 'group = "soon"', 'group = "later"')
    veldt.change(folder, ACTION, 'noticed = "yes"', "noticed = true")
    veldt.change(folder, "actions/start/other-phone.toml", "order = 5", "ordre = 5")
    pack, findings = read_pack(folder)
    assert len(findings) == 4  # later, true, ordre, and order missing
    assert "take-off-app" not in pack.actions
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    assert len(caught.value.findings) == 4


def test_toml_that_cannot_be_read_names_its_line(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, ACTION, "order = 10", "order = = 10")
    assert said(folder)[0].startswith(f"{ACTION}:4: This line cannot be read as TOML")


def test_text_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    (folder / ACTION).write_bytes(b'title = "caf\xe9"')
    assert said(folder) == [f"{ACTION}: This file is not UTF-8 text. Save it as UTF-8."]


def test_an_id_is_taken_once_only(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    (folder / "actions/start/take-off-app.toml").write_text((folder / ACTION).read_text("utf-8"), "utf-8")
    assert said(folder) == [f"actions/start/take-off-app.toml: The id “take-off-app” is taken by {ACTION}."]


def test_a_name_that_stands_for_nothing_is_refused_at_load(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, ACTION, 'sources = ["hearsay"]', 'sources = ["heresay"]')
    with pytest.raises(PackError, match="nothing has the name “heresay”"):
        load_pack(folder)


def test_a_file_name_is_an_id(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    (folder / ACTION).rename(folder / "actions/device/Take_off.toml")
    assert said(folder)[0].startswith("actions/device/Take_off.toml: The file's name is the entry's id")


def test_statements_are_told_apart_by_their_tables(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, "statements/calls.toml", 'confidence = "general-knowledge"', 'confidence = "sure"')
    assert [line.split(":")[1] for line in said(folder)] == ["16", "25"]


def test_a_row_of_the_word_list_names_its_line(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, "words.toml", 'say = "person harmed"', "")
    assert said(folder) == ["words.toml:2: “say” is missing."]


def test_without_a_cover_there_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"pack\.toml: This file cannot be opened"):
        read_pack(tmp_path)
