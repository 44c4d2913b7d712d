"""Cost and bill follow from a number's beginning, and nothing promises that a call does not show."""

import re

import pytest

from daybook.guide.pack import Pack
from daybook.guide.phone import follows
from daybook.guide.service import Way
from daybook.notebook.guidance import shipped_pack


@pytest.mark.parametrize(
    ("kind", "value", "row"),
    [
        ("phone", "0808 157 0100", "freephone"),
        ("phone", "0800 1111", "freephone"),
        ("phone", "+44 808 157 0100", "freephone"),
        ("phone", "116 123", "freephone"),
        ("phone", "020 7946 0100", "ordinary"),
        ("phone", "0345 600 0000", "ordinary"),
        ("phone", "01632 960100", "ordinary"),
        ("phone", "07700 900100", "mobile"),
        ("short-code", "999", "emergency-call"),
        ("short-code", "101", "police-call"),
        ("short-code", "55", "short"),
        ("relay", "18001", "short"),
        ("text", "0808 157 0100", "text-message"),
        ("whatsapp", "07700 900100", "whatsapp-message"),
        ("chat", "helpline.example", "online"),
        ("phone", "09 8790 0000", "other"),
    ],
)
def test_the_beginning_says_it(kind: str, value: str, row: str) -> None:
    found = follows(shipped_pack(), Way(kind=kind, value=value))  # type: ignore[arg-type]
    assert found is not None
    assert found.id == row


def test_every_way_in_of_the_directory_has_a_row_and_no_number_falls_to_the_last() -> None:
    pack = shipped_pack()
    for service in pack.services.values():
        for way in service.ways:
            found = follows(pack, way)
            assert found is not None, (service.id, way.value)
            assert found.id != "other", (service.id, way.value)


def test_only_freephone_is_said_to_be_left_off_bills() -> None:
    rows = shipped_pack().prefixes.values()
    assert [row.id for row in rows if row.bill == "left-off"] == ["freephone"]


def test_nothing_promises_that_a_call_does_not_show() -> None:
    promise = re.compile(
        r"(won't|will not|does not|never|cannot) (show|appear|be seen)|no trace|leaves nothing", re.IGNORECASE
    )
    for row in shipped_pack().prefixes.values():
        for text in (row.cost, row.bill_text, row.leaves):
            assert not promise.search(text)


def test_a_pack_without_numbers_says_nothing() -> None:
    pack = shipped_pack()
    bare = Pack(folder=pack.folder, cover=pack.cover)
    assert follows(bare, Way(kind="phone", value="020 7946 0100")) is None
