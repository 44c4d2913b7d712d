"""Words of tables that came with other programs and other languages than those looked at first."""

from __future__ import annotations

import pytest

from daybook.intake.message import Flag
from tests.intake.downloads_files import zipped
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


def test_a_file_in_the_same_zip_is_with_its_message_and_not_called_missing() -> None:
    text = "Mar 14, 2024  9:05:09 PM\nDan\n{}\n\n"
    for line in ("attachments/1/2.jpeg", "/Users/zoe/out/attachments/1/2.jpeg"):
        found, skipped = read(zipped({"out/Dan.txt": text.format(line), "out/attachments/1/2.jpeg": b"x"}), "a.zip")
        assert (found[0].flags, found[0].attachments[0].part, skipped) == ((), "out/attachments/1/2.jpeg", [])
    assert read(text.format("attachments/1/2.jpeg"))[0][0].flags == ("not-in-export",)


def test_a_file_of_a_table_is_found_in_its_folder() -> None:
    table = f"{COLUMNS};Attachment\nDan;2024-03-14 21:05:09;Incoming;;Dan;see;a.jpg\n"
    found, skipped = read(zipped({"Dan.csv": table, "Dan/a.jpg": b"x"}), "a.zip")
    assert (found[0].flags, found[0].attachments[0].part) == (("received",), "Dan/a.jpg")
    assert [one.place.part for one in skipped] == ["Dan.csv"]
    assert read(table)[0][0].flags == ("received", "not-in-export")
