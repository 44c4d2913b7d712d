"""Calendars: times as the file gives them, rules kept as rules, broken entries named."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.intake.format import CannotReadError, recognise
from daybook.intake.formats.ics import format as calendar
from daybook.intake.message import Message, Skipped


def read(data: bytes | str) -> list[Message | Skipped]:
    return list(calendar.read(io.BytesIO(data.encode() if isinstance(data, str) else data), "c.ics", {}))


def whole(*events: str) -> str:
    zone = "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nBEGIN:STANDARD\r\nDTSTART:19701025T020000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x\r\n" + zone + "".join(events) + "END:VCALENDAR\r\n"


def event(*lines: str, kind: str = "VEVENT") -> str:
    return "\r\n".join([f"BEGIN:{kind}", *lines, f"END:{kind}", ""])


def only(data: str) -> Message:
    found = read(data)
    assert len(found) == 1
    assert isinstance(found[0], Message)
    return found[0]


def test_an_entry_of_a_calendar() -> None:
    made = event(
        "SUMMARY:Handover\\, school gate", "DESCRIPTION:Bring\\nthe bag", "DTSTART;TZID=Europe/London:20240714T170000", "LOCATION:Gate",
        "ORGANIZER;CN=Sam:mailto:sam@example.org", 'ATTENDEE;CN="Lee, A":MAILTO:lee@example.org', "BEGIN:VALARM", "TRIGGER:-PT1H", "END:VALARM",
    )  # fmt: skip
    data = whole(made)
    assert recognise(io.BytesIO(data.encode()), "c.ics") is calendar
    found = only(data)
    assert (found.kind, found.text) == ("date", "Handover, school gate\nBring\nthe bag")
    assert (found.sent, found.sent_as_written) == ("2024-07-14T17:00:00+01:00", "20240714T170000 (Europe/London)")
    assert (found.sender, found.to) == ("sam@example.org", ("lee@example.org",))
    assert dict(found.headers)["LOCATION"] == "Gate"
    assert "TRIGGER" not in dict(found.headers)
    assert data[found.place.start : found.place.end] == made.strip()


@pytest.mark.parametrize(
    ("line", "sent", "flags"),
    [
        ("DTSTART:20240314T210500Z", "2024-03-14T21:05:00+00:00", ()),
        ("DTSTART:20240314T210500", "2024-03-14T21:05:00", ()),
        ("DTSTART;VALUE=DATE:20240314", "2024-03-14", ()),
        ("DTSTART;TZID=GMT Standard Time:20240714T170000", "2024-07-14T17:00:00+01:00", ()),
        ("DTSTART;TZID=Nowhere/At all:20240714T170000", "2024-07-14T17:00:00", ()),
        ("DTSTART;TZID=Europe/London:20241027T013000", "2024-10-27T01:30:00+01:00", ("twice-an-hour",)),
        ("DTSTART;TZID=Europe/London:20240331T013000", "2024-03-31T01:30:00+00:00", ("no-such-hour",)),
        ("DTSTART:20240231", "", ()), ("DTSTART:soon", "", ()), ("DTSTART:P1D", "", ()), ("DTSTART:", "", ()),
        ("DTSTART;TZID=../../etc/passwd:20240714T170000", "2024-07-14T17:00:00", ()),
    ],
)  # fmt: skip
def test_the_time_as_the_file_gives_it(line: str, sent: str, flags: tuple[str, ...]) -> None:
    found = only(whole(event("SUMMARY:x", line)))
    assert (found.sent, found.flags) == (sent, flags)


def test_a_rule_is_kept_as_a_rule_and_never_turned_into_dates() -> None:
    data = whole(event("SUMMARY:Contact", "DTSTART:20240314", "RRULE:FREQ=SECONDLY", "EXDATE:20240321"))
    found = only(data)
    assert dict(found.headers)["RRULE"] == "FREQ=SECONDLY"
    assert dict(found.headers)["EXDATE"] == "20240321"
    assert len(calendar.look(io.BytesIO(data.encode()), "").notes) == 1


def test_a_task_has_its_due_day() -> None:
    assert only(whole(event("SUMMARY:form", "DUE:20240314", kind="VTODO"))).sent == "2024-03-14"


def test_a_file_carried_inside_is_pointed_at() -> None:
    data = whole(
        event("SUMMARY:x", "ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=a.txt:QUJD", " REVG")
    )
    one = only(data).attachments[0]
    assert (one.name, one.media, data[one.start : one.end]) == ("a.txt", "text/plain", "QUJD\r\n REVG")


def test_what_is_no_entry_is_named_with_its_place() -> None:
    data = whole(
        event("DTSTART:20240314", kind="VFREEBUSY"), "BEGIN:VEVENT\r\nSUMMARY:lost\r\n", event("SUMMARY:kept", "broken")
    )
    found = read(data)
    assert [one.text for one in found if isinstance(one, Message)] == ["kept"]
    assert [data[one.place.start : one.place.end] for one in found if isinstance(one, Skipped)] == [
        "BEGIN:VFREEBUSY", "DTSTART:20240314", "BEGIN:VEVENT\r\nSUMMARY:lost\r\n", "broken",
    ]  # fmt: skip


def test_an_entry_that_only_its_calendar_ends_is_named_and_not_shown() -> None:
    data = whole("BEGIN:VEVENT\r\nSUMMARY:lost\r\n")
    found = read(data)
    assert [one.why[:21] for one in found if isinstance(one, Skipped)] == ["This entry has no end"]
    assert len(found) == 1


def test_a_calendar_that_was_cut_off_says_so() -> None:
    data = whole(event("SUMMARY:a"), event("SUMMARY:b"))
    cut = read(data[: data.index("SUMMARY:b") + 9])
    assert [one.text for one in cut if isinstance(one, Message)] == ["a"]
    assert any("has no end" in one.why for one in cut if isinstance(one, Skipped))
    between = read(data[: data.index("END:VCALENDAR")])
    assert any("stops before its end" in one.why for one in between if isinstance(one, Skipped))


def test_deep_nesting_is_no_trouble() -> None:
    assert [
        one.text for one in read("BEGIN:VCALENDAR\n" * 20_000 + event("SUMMARY:x")) if isinstance(one, Message)
    ] == ["x"]


def test_a_calendar_with_nothing_in_it_is_refused() -> None:
    with pytest.raises(CannotReadError):
        calendar.look(io.BytesIO(whole().encode()), "")


WORDS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffd"), min_size=1, max_size=40
)


@given(
    st.lists(
        st.tuples(WORDS, st.datetimes(min_value=dt.datetime(1971, 1, 1), max_value=dt.datetime(2100, 1, 1))),
        max_size=4,
    ),
    st.integers(3, 40),
)
def test_any_calendar_is_read_back_equal(made: list[tuple[str, dt.datetime]], width: int) -> None:
    def line(text: str) -> str:
        escaped = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
        full = f"SUMMARY:{escaped}"
        return "\r\n ".join(full[at : at + width] for at in range(0, len(full), width))

    data = whole(*(event(line(text), f"DTSTART:{moment:%Y%m%dT%H%M%S}Z") for text, moment in made))
    expected = [(text, moment.replace(microsecond=0, tzinfo=dt.UTC).isoformat()) for text, moment in made]
    assert [(one.text, one.sent) for one in read(data) if isinstance(one, Message)] == expected


SEED = whole(
    event(
        "SUMMARY:a",
        "DTSTART;TZID=Europe/London:20240714T170000",
        "ATTACH;ENCODING=BASE64:QUJD",
        "BEGIN:VALARM",
        "END:VALARM",
    )
).encode()


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(SEED)),
            st.integers(0, 9),
            st.sampled_from(
                [
                    b'"',
                    b":",
                    b";",
                    b"\n ",
                    b"\n",
                    b"\0",
                    b"\xff",
                    b"BEGIN:VEVENT\n",
                    b"END:VEVENT\n",
                    b"9",
                    b"-",
                    b"/",
                    b"",
                ]
            ),
        ),
        max_size=8,
    )
)
def test_whatever_the_bytes_only_a_sentence_leaves(changes: list[tuple[int, int, bytes]]) -> None:
    data = bytearray(SEED)
    for at, gone, new in changes:
        data[at : at + gone] = new
    raw = bytes(data)
    calendar.is_one(io.BytesIO(raw), "")
    found = read(raw)
    assert all(0 <= one.place.start <= one.place.end <= len(raw) for one in found)
    try:
        calendar.look(io.BytesIO(raw), "")
    except CannotReadError:
        assert not [one for one in found if isinstance(one, Message)]
