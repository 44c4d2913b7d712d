"""What is committed for people to read is what the pack and the code say today; the command for each is in the message."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from daybook.cli import main
from daybook.guide.checks.dates import dates_hold
from daybook.guide.coverage import coverage, ledger_ids
from daybook.guide.entry import Checked
from daybook.guide.review import review
from daybook.guide.schema import KINDS, schema
from daybook.notebook.guidance import shipped_pack
from daybook.notebook.tools import TOOLS
from tests.guide import veldt

ROOT = Path(__file__).parents[2]
REVIEW = ROOT / "docs" / "review.md"
SCHEMAS = ROOT / "docs" / "schemas"
LEDGER = (Path(__file__).parent / "ledger.md").read_text("utf-8")


def test_the_page_of_facts_to_confirm_is_of_today() -> None:
    same = REVIEW.read_text("utf-8") == review(shipped_pack())
    assert same, "run: daybook guide review > docs/review.md"


def test_every_fact_has_its_line_on_the_page() -> None:
    text = REVIEW.read_text("utf-8")
    statements = shipped_pack().statements
    assert text.count("\n- confirmed by, on: ___") == len(statements)
    assert all(f"\n### {name}\n" in text for name in statements)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_schemas_for_editors_are_of_today(kind: str) -> None:
    path = SCHEMAS / f"{kind}.json"
    same = path.is_file() and path.read_text("utf-8") == f"{json.dumps(schema(kind), indent=2)}\n"
    assert same, f"run: daybook guide schema {kind} > docs/schemas/{kind}.json"


def test_no_schema_of_something_that_is_gone_is_left() -> None:
    assert {path.stem for path in SCHEMAS.iterdir()} == set(KINDS)


def test_every_item_of_the_ledger_is_served() -> None:
    assert ledger_ids(LEDGER) == [
        *(f"R{number}" for number in range(1, 16)),
        *(f"W{number}" for number in range(1, 37)),
    ]
    found = coverage(shipped_pack(), {tool.id: tool.serves for tool in TOOLS.values()}, LEDGER)
    assert [item for item, served_by in found.items() if not served_by] == []


def test_every_correction_is_served_or_only_keeps_words_out() -> None:
    pack = shipped_pack()
    served = {item for action in pack.actions.values() for item in action.serves}
    assert [item.id for item in pack.corrections.values() if item.id not in served and not item.never] == []


def test_an_item_nobody_serves_ends_the_command_with_one(tmp_path: Path) -> None:
    longer = tmp_path / "ledger.md"
    longer.write_text(f"{LEDGER}| W99 | fly |\n", "utf-8")
    result = CliRunner().invoke(main, ["guide", "coverage", str(longer)])
    assert result.exit_code == 1
    assert "W99: nothing serves this yet" in result.output


def test_the_day_after_the_first_date_a_release_stops_and_a_working_copy_warns() -> None:
    pack = shipped_pack()
    first = min(entry.check_again for entry in pack.entries() if isinstance(entry, Checked))
    on_the_day = [item for item in dates_hold(pack, first, release=True) if "due on" in item.sentence]
    assert on_the_day == []
    after = date.fromordinal(first.toordinal() + 1)
    late = [item for item in dates_hold(pack, after, release=True) if "due on" in item.sentence]
    assert late
    assert {item.level for item in late} == {"error"}
    assert {item.level for item in dates_hold(pack, after, release=False) if "due on" in item.sentence} == {"warning"}


def test_the_release_check_ends_with_one_when_something_is_past_its_date(monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(datetime):
        @classmethod
        def now(cls, tz: object = None) -> "Later":
            return cls(2031, 1, 1, tzinfo=tz)  # type: ignore[arg-type]

    monkeypatch.setattr("daybook.cli.guide.datetime", Later)
    arguments = ["guide", "check", "--pack", str(veldt.FOLDER)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    released = CliRunner().invoke(main, [*arguments, "--release"])
    assert released.exit_code == 1
    assert "Somebody has to look at this again: it was due on 2027-05-21." in released.output
