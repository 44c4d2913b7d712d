"""What serves each id of a ledger."""

from daybook.guide.coverage import coverage, ledger_ids
from tests.guide import veldt

LEDGER = """
| id | what |
|---|---|
| **Before** | |
| R1 | see the number first |
| R13 | be told |
| W99 | something nobody serves; see R5 |
"""


def test_ids_are_those_that_begin_a_row() -> None:
    assert ledger_ids(LEDGER) == ["R1", "R13", "W99"]


def test_actions_and_tools_serve_and_the_rest_is_open() -> None:
    found = coverage(veldt.pack(), {"strip": ("R1", "R2")}, LEDGER)
    assert found == {"R1": ["action call-the-coastguard", "tool strip"], "R13": ["action take-off-app"], "W99": []}
