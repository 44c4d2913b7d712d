"""Whatever is wrong with a file of any format, it is one calm sentence or what can be read; the rest is said."""

from __future__ import annotations

import io
import re

import pytest

from daybook.intake.format import CannotReadError, recognise
from daybook.intake.message import Message, Skipped
from tests.intake.bad_files import READ, bad, good

CASES = [(identity, case) for identity in READ for case in bad(identity)]
SENTENCE = re.compile(r"[A-Z0-9“][^\n]*[.?]")


def told(name: str, raw: bytes) -> str | list[Message | Skipped]:
    """All that is read from it, or the sentence why nothing is."""
    file = io.BytesIO(raw)
    form = recognise(file, name)
    if form is None:
        return ""
    try:
        form.look(file, name)
        file.seek(0)
        return list(form.read(file, name, {}))
    except CannotReadError as error:
        return (str(error) or type(error).__doc__ or "").strip()


@pytest.mark.parametrize(("identity", "case"), CASES, ids=[f"{identity}, {case}" for identity, case in CASES])
def test_a_bad_file_is_a_sentence_or_what_can_be_read(identity: str, case: str) -> None:
    name, raw = bad(identity)[case]
    found = told(name, raw)
    if isinstance(found, str):
        assert found == "" or (SENTENCE.fullmatch(found) and len(found) < 250)
        return
    for one in found:
        assert one.place.part or one.place.end <= len(raw)
        assert isinstance(one, Message) or SENTENCE.fullmatch(one.why)


@pytest.mark.parametrize("identity", READ)
def test_a_name_decides_nothing(identity: str) -> None:
    name, raw = good(identity)
    assert told("holiday.jpg", raw) == told(name, raw) == told("", raw)


@pytest.mark.parametrize("identity", READ)
def test_of_a_file_cut_off_what_is_whole_is_read_or_it_is_said(identity: str) -> None:
    name, raw = bad(identity)["cut off"]
    assert told(name, raw) not in ([], None)


@pytest.mark.parametrize("identity", sorted({"whatsapp", "vcard", "ics", "call-csv", "sms-backup"}))
def test_a_text_saved_as_utf_16_is_read_all_the_same(identity: str) -> None:
    def words(found: object) -> list[tuple[str, str, str]]:
        assert isinstance(found, list)
        return [(one.sender, one.text, one.sent) for one in found if isinstance(one, Message)]

    name, raw = bad(identity)["in another coding"]
    assert words(told(name, raw)) == words(told(*good(identity)))
