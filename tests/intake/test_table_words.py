"""Words of tables that came with other programs and other languages than those looked at first."""

from __future__ import annotations

import pytest

from daybook.intake.message import Flag
from tests.intake.test_held_out import only, read

COLUMNS = "Chat Session;Message Date;Type;Sender ID;Sender Name;Text"


@pytest.mark.parametrize(("row", "kind", "flags"), [
    ("Eingehend;+447700900123;Dan", "message", ("received",)),
    ("Ausgehend;;", "message", ("sent",)),
    ("Notification;;", "system", ()),
    ("Notification;+447700900123;Dan", "system", ()),
    ("Etwas;+447700900123;Dan", "message", ()),
    ("Etwas;;", "system", ()),
])  # fmt: skip
def test_a_message_is_no_line_of_the_program_for_being_listed_in_another_language(
    row: str, kind: str, flags: tuple[Flag, ...]
) -> None:
    found, _ = read(f"{COLUMNS}\nDan;2024-03-14 21:05:09;{row};wo bist du\n")
    assert (found[0].kind, found[0].flags, found[0].text) == (kind, flags, "wo bist du")


@pytest.mark.parametrize(("word", "flag"), [("Receive", "received"), ("Send", "sent")])
def test_the_way_of_a_message_written_as_a_verb(word: str, flag: Flag) -> None:
    assert only(f"Date,Type,Number,Content\n2024-03-14 21:05:09,{word},07700900123,hi\n").flags == (flag,)


def test_who_wrote_it_may_be_called_its_author() -> None:
    assert only("Timestamp;Author;Text\n2024-03-14 21:05:09;Dan;hi\n").sender == "Dan"
