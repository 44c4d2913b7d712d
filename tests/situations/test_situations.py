"""People as a charity would describe them, each in a file, and what their plan must hold. See docs/packs.md."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from daybook.guide.decide import decide
from daybook.guide.situation import read_situation
from daybook.notebook.guidance import shipped_pack

FILES = sorted(Path(__file__).parent.glob("*.toml"))
KEYS = {"title", "must", "must_not", "before", "facts", "answers"}


def problems(text: str) -> list[str]:
    """What the plan for this situation lacks, holds wrongly or has in the wrong order, in sentences."""
    table: dict[str, Any] = tomllib.loads(text)
    pack = shipped_pack()
    place = {planned.id: planned.position for planned in decide(pack, read_situation(pack, text).facts)}
    must, must_not, before = table.get("must", []), table.get("must_not", []), table.get("before", [])
    named = [*must, *must_not, *(name for pair in before for name in pair)]
    return [
        *(f"“{key}” is not a key of a situation." for key in table.keys() - KEYS),
        *(f"There is no action “{name}”." for name in named if name not in pack.actions),
        *(f"“{name}” is missing." for name in must if name not in place),
        *(f"“{name}” is there, but must not be." for name in must_not if name in place),
        *(
            f"“{one}” must be there and come before “{other}”."
            for one, other in before
            if not place.get(one, 9999) < place.get(other, 0)
        ),
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_plan_fits_the_person(path: Path) -> None:
    assert problems(path.read_text("utf-8")) == []


def test_there_are_thirty_and_each_says_why_and_asks_for_all_three() -> None:
    assert len(FILES) >= 30
    for path in FILES:
        text = path.read_text("utf-8")
        table = tomllib.loads(text)
        assert text.startswith("# "), f"{path.stem}: say first why the plan has to be so"
        assert all(table.get(key) for key in ("must", "must_not", "before")), path.stem
    assert len({tomllib.loads(path.read_text("utf-8"))["title"] for path in FILES}) == len(FILES)


@pytest.mark.parametrize("name", ["no-answers", "not-sure-to-everything"])
def test_skipped_and_not_sure_are_said_to_every_question(name: str) -> None:
    path = Path(__file__).parent / f"{name}.toml"
    answered = tomllib.loads(path.read_text("utf-8"))["answers"]
    assert set(answered) == {question.id for question in shipped_pack().questions}


def test_every_question_is_answered_by_somebody() -> None:
    plain = [tomllib.loads(path.read_text("utf-8")).get("answers", {}) for path in FILES]
    given = {name for answers in plain for name, answer in answers.items() if answer not in ("skipped", "not-sure")}
    assert {question.id for question in shipped_pack().questions} - given == set()


def test_the_runner_sees_what_is_wrong() -> None:
    text = """
must = ["vote-england"]
must_not = ["call-999"]
before = [["talk-to-a-helpline", "call-999"], ["call-999", "vote-england"]]
musst = []
facts = []
"""
    assert sorted(problems(text)) == [
        "“call-999” is there, but must not be.",
        "“call-999” must be there and come before “vote-england”.",
        "“musst” is not a key of a situation.",
        "“talk-to-a-helpline” must be there and come before “call-999”.",
        "“vote-england” is missing.",
    ]
