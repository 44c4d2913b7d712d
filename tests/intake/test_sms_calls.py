"""S13: the call log."""

from __future__ import annotations

import io

import pytest

from daybook.intake.formats.sms_backup import format as backup
from tests.intake.sms_files import DATE, SENT, only, original, whole


def call(number: str, kind: str, more: str = "") -> str:
    return f'<call number="{number}" duration="65" date="{DATE}" type="{kind}" {more} contact_name="(Unknown)" />'


@pytest.mark.parametrize(
    ("kind", "flags"),
    [
        ("1", ("received",)),
        ("3", ("received", "missed")),
        ("4", ("received", "voicemail")),
        ("5", ("received", "rejected")),
        ("6", ("received", "blocked")),
    ],
)
def test_s13_a_call_that_came(kind: str, flags: tuple[str, ...]) -> None:
    tag = call("07700900123", kind, 'presentation="1"')
    data = whole(tag, root="calls")
    found = only(data)
    assert (found.kind, found.flags, found.seconds) == ("call", flags, 65)
    assert (found.sender, found.to, found.sent) == ("07700900123", (), SENT)
    assert original(data, found).decode() == tag


def test_s13_a_call_she_made() -> None:
    found = only(whole(call("07700900123", "2"), root="calls"))
    assert (found.sender, found.to, found.flags) == ("", ("07700900123",), ("sent",))


@pytest.mark.parametrize("number", ["-1", "-2", "-3", "", "null"])
def test_s13_a_withheld_number_is_nobody(number: str) -> None:
    found = only(whole(call(number, "3", 'presentation="2"'), root="calls"))
    assert (found.sender, found.flags) == ("", ("received", "missed", "withheld"))


def test_s13_a_kind_of_call_nobody_knows_is_not_guessed() -> None:
    found = only(whole(call("07700900123", "99"), root="calls"))
    assert (found.sender, found.flags, dict(found.headers)["type"]) == ("", ("sender-unsure",), "99")


def test_a_call_log_is_named_as_one() -> None:
    assert backup.look(io.BytesIO(whole(call("1", "1"), root="calls")), "").name == "Calls from an Android phone"
