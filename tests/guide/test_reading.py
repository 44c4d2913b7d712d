"""Every entry reads at about the age of nine, and facts at thirteen at most; the measure sees what is hard."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from daybook.cli import main
from daybook.guide.load import read_pack
from daybook.guide.reading import (
    FILE,
    Excepted,
    Limits,
    ReadingListError,
    as_read,
    grade,
    measure,
    names_of,
    read_limits,
    too_hard,
)
from daybook.notebook.guidance import shipped_folder, shipped_pack
from tests.guide import veldt

OFF = "actions/device/take-off-app.toml"
HARD = "Immediately following disengagement, comprehensive documentation facilitates subsequent legal representation."
LIMITS = Limits(ceiling=4.9, facts=8.0, longest=25)
MOST_EXCEPTIONS = 5


def limits(**changes: object) -> Limits:
    return Limits(**({"ceiling": 99.0, "facts": 99.0, "longest": 99} | changes))  # type: ignore[arg-type]


def said(folder: Path, given: Limits) -> list[str]:
    pack = read_pack(folder)[0]
    return [str(finding) for finding in too_hard(pack, measure(pack, given), given)]


def test_the_shipped_pack_reads_at_nine_and_its_exceptions_are_few() -> None:
    pack = shipped_pack()
    given = read_limits(pack.folder)
    assert [str(finding) for finding in too_hard(pack, measure(pack, given), given)] == []
    assert len(given.exceptions) <= MOST_EXCEPTIONS
    assert (given.ceiling, given.facts, given.longest) <= (LIMITS.ceiling, LIMITS.facts, LIMITS.longest)


def test_every_kind_a_person_reads_is_measured() -> None:
    kinds = {item.kind for item in measure(shipped_pack(), LIMITS)}
    assert {"action", "service", "order", "sign", "question", "statement", "prefix"} <= kinds
    assert "correction" not in kinds


def test_a_hard_entry_is_named(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, OFF, "Ask somebody who knows", HARD)
    found = said(folder, limits(ceiling=9.0))
    assert len(found) == 1
    assert found[0].startswith(f"{OFF}:1: This reads like grade ")


def test_a_long_sentence_is_named_though_its_words_are_short(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, OFF, "Ask somebody who knows", "Go on " + "and on " * 14 + "to the end")
    found = said(folder, limits(longest=25))
    assert len(found) == 1
    assert found[0].startswith(f"{OFF}:1: This sentence has ")


def test_an_exception_needs_a_reason_and_a_use(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, OFF, "Ask somebody who knows", HARD)
    with_reason = limits(ceiling=9.0, exceptions=(Excepted("take-off-app", "A word of the law."),))
    assert said(folder, with_reason) == []
    without = limits(ceiling=9.0, exceptions=(Excepted("take-off-app", " "),))
    assert said(folder, without) == [f"{FILE}: Say why “take-off-app” may be harder to read."]
    assert said(veldt.FOLDER, with_reason) == [
        f"{FILE}: “take-off-app” is no exception: it is within the ceilings, or there is no such entry."
    ]


def test_names_are_taken_out_and_a_short_one_stands_for_the_person() -> None:
    pack = shipped_pack()
    given = limits(names=("Universal Credit",))
    read = as_read(pack, pack.actions["talk-to-a-helpline"], names_of(pack, given))
    assert "National Domestic Abuse Helpline" not in read
    assert "{" not in read
    assert names_of(pack, given).sub("it", "Universal Credit, Refuge, refuges") == "it, it, it"


def test_longer_words_and_longer_sentences_read_harder() -> None:
    short = "You can call. They can help. It is free for you."
    assert grade(short) < grade("You can telephone. Advisers can support. Conversation is inexpensive.")
    assert grade(short) < grade("You can call and they can help and it is free for you and for me and for us all.")


@pytest.mark.parametrize("text", ["ceiling = 4", "ceiling = [", 'ceiling = "x"\nfacts = 1\nlongest = 1', "x = 1"])
def test_a_list_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    with pytest.raises(ReadingListError, match=r"reading\.toml cannot be read"):
        read_limits(tmp_path)


def test_the_command_prints_the_distribution() -> None:
    result = CliRunner().invoke(main, ["guide", "reading"])
    assert result.exit_code == 0, result.output
    assert "action " in result.output
    assert "The hardest:" in result.output


def test_daybook_itself_does_not_need_the_measuring_library() -> None:
    code = "import sys, daybook.cli; sys.exit('textstat' in sys.modules or 'nltk' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_where_it_is_missing_the_command_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    monkeypatch.delitem(sys.modules, "daybook.guide.reading")
    monkeypatch.delattr("daybook.guide.reading")
    result = CliRunner().invoke(main, ["guide", "reading", "--pack", str(shipped_folder())])
    assert result.exit_code == 2
    assert "textstat" in result.output
