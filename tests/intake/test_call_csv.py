"""Call logs as tables: any exporter's headings in any order, dates never guessed, every other line named."""

from __future__ import annotations

import csv
import io
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.intake.call_log.times import length, when
from daybook.intake.format import CannotReadError, recognise
from daybook.intake.formats.call_csv import format as calls
from daybook.intake.message import Message, Skipped


def read(data: bytes | str, **answers: str) -> list[Message | Skipped]:
    raw = data.encode() if isinstance(data, str) else data
    return list(
        calls.read(io.BytesIO(raw), "calls.csv", {key.replace("_", "-"): value for key, value in answers.items()})
    )


def only(data: bytes | str, **answers: str) -> Message:
    found = read(data, **answers)
    assert len(found) == 1
    assert isinstance(found[0], Message)
    return found[0]


@pytest.mark.parametrize(
    "data",
    [
        "Name,Number,Type,Date,Duration\nAlex,07700900123,Missed,2024-03-14 21:05:09,0\n",
        "Date;Time;Call Type;Phone Number;Contact;Duration (s)\n14/03/2024;21:05:09;MISSED;07700900123;Alex;0\n",
        "Call Date\tDirection\tCaller Number\tDuration\n14 Mar 2024 9:05:09 PM\tMissed call\t07700900123\t00:00\n",
        '"DURATION","CALLTYPE","DATE/TIME","PHONE NUMBER"\r\n"0:00:00","3","Thu Mar 14 21:05:09 2024","07700900123"\r\n',
        'My calls\n\nnumber|start time|type|duration in seconds\n="07700900123"|Mar 14, 2024 21:05:09|missed|0\n',
    ],
)
def test_the_same_call_by_five_exporters(data: str) -> None:
    assert recognise(io.BytesIO(data.encode()), "calls.csv") is calls
    found = [one for one in read(data) if isinstance(one, Message)]
    assert [(one.sent, one.sender, one.flags, one.seconds, one.kind) for one in found] == [
        ("2024-03-14T21:05:09", "07700900123", ("received", "missed"), 0, "call")
    ]
    assert found[0].place.end <= len(data)
    assert b"07700900123" in data.encode()[found[0].place.start : found[0].place.end]


def test_an_instant_is_told_as_one() -> None:
    head = "number,type,duration,date\n07700900123,1,5,"
    assert only(head + "1710450309000").sent == "2024-03-14T21:05:09+00:00"
    assert only(head + "2024-03-14T21:05:09Z").sent == "2024-03-14T21:05:09+00:00"
    assert only(head + "2024-07-14T21:05:09+01:00").sent == "2024-07-14T21:05:09+01:00"
    assert only(head + "2024-07-14 21:05").sent == "2024-07-14T21:05:00"


OPEN = "Number,Type,Duration,Date\n07700900123,in,5,03/04/2024 10:00\n07700900123,in,5,05/04/2024 10:00\n"


def test_an_order_of_day_and_month_that_nothing_proves_is_asked_for() -> None:
    look = calls.look(io.BytesIO(OPEN.encode()), "")
    assert [(one.id, [value for value, _ in one.options], one.likely) for one in look.questions] == [
        ("date-order", ["dmy", "mdy"], "")
    ]
    assert [one.sent for one in read(OPEN) if isinstance(one, Message)] == ["", ""]
    assert next(one.sent for one in read(OPEN, date_order="dmy") if isinstance(one, Message)) == "2024-04-03T10:00:00"
    assert next(one.sent for one in read(OPEN, date_order="mdy") if isinstance(one, Message)) == "2024-03-04T10:00:00"


def test_one_date_proves_the_order_of_all() -> None:
    for proof, first in (("25/04/2024 10:00", "2024-04-03T10:00:00"), ("04/25/2024 10:00", "2024-03-04T10:00:00")):
        data = OPEN + f"07700900123,in,5,{proof}\n"
        assert calls.look(io.BytesIO(data.encode()), "").questions == ()
        found = read(data)[0]
        assert isinstance(found, Message)
        assert found.sent == first


def test_dates_that_prove_both_orders_prove_none() -> None:
    data = OPEN + "1,in,5,25/04/2024 10:00\n1,in,5,04/25/2024 10:00\n"
    assert len(calls.look(io.BytesIO(data.encode()), "").questions) == 1
    assert [one.sent for one in read(data) if isinstance(one, Message)] == [
        "",
        "",
        "2024-04-25T10:00:00",
        "2024-04-25T10:00:00",
    ]


def test_an_order_under_which_the_list_runs_one_way_is_likely_but_still_asked() -> None:
    rows = "".join(f"1,in,5,{date}/2024 10:00\n" for date in ("11/01", "12/01", "01/02", "02/02"))
    look = calls.look(io.BytesIO(("Number,Type,Duration,Date\n" + rows).encode()), "")
    assert [one.likely for one in look.questions] == ["dmy"]


@pytest.mark.parametrize("number", ["Private", "-1", "", "Unknown", "No Caller ID"])
def test_a_withheld_number_is_nobody(number: str) -> None:
    found = only(f"number,type,duration,date\n{number},missed,0,2024-03-14 21:05\n")
    assert (found.sender, found.flags) == ("", ("received", "missed", "withheld"))
    assert number in dict(found.headers).values() or not number


@pytest.mark.parametrize(
    ("word", "flags"),
    [
        ("Incoming", ("received",)), ("OUTGOING", ("sent",)), ("Dialled Call", ("sent",)), ("incoming_call", ("received",)),
        ("Missed Incoming", ("received", "missed")), ("rejected", ("received", "rejected")), ("Voice mail", ("received", "voicemail")),
        ("Blocked", ("received", "blocked")), ("2", ("sent",)), ("gehend", ("sender-unsure",)), ("", ("sender-unsure",)),
    ],
)  # fmt: skip
def test_the_word_for_the_kind(word: str, flags: tuple[str, ...]) -> None:
    found = only(f"number,type,duration,date\n07700900123,{word},0,2024-03-14 21:05\n")
    assert found.flags == flags
    assert (found.sender, found.to) == (
        ("", ("07700900123",))
        if flags == ("sent",)
        else (("", ()) if flags == ("sender-unsure",) else ("07700900123", ()))
    )


def test_two_columns_of_numbers() -> None:
    found = only("From,To,Date,Duration\n07700900123,07700900124,2024-03-14 21:05,1m 5s\n")
    assert (found.sender, found.to, found.seconds) == ("07700900123", ("07700900124",), 65)


def test_what_is_no_call_is_named_with_its_place() -> None:
    data = 'Report of calls\nnumber,type,duration,date\n07700900123,in,1,2024-03-14 21:05\nTotal,,1,\n07700900123,"in,1,2024\n07700900124,in,1,2024-03-15 21:05\n'
    found = read(data)
    assert [one.sender for one in found if isinstance(one, Message)] == ["07700900123", "07700900124"]
    assert [data[one.place.start : one.place.end] for one in found if isinstance(one, Skipped)] == [
        "Report of calls", "Total,,1,", '07700900123,"in,1,2024',
    ]  # fmt: skip


def test_a_line_too_long_is_skipped_and_the_next_is_read() -> None:
    data = "number,type,duration,date\n" + "x" * 3_500_000 + "\n07700900123,in,1,2024-03-14 21:05\n"
    found = read(data)
    assert isinstance(found[0], Skipped)
    assert isinstance(found[1], Message)
    assert data[found[1].place.start : found[1].place.end] == "07700900123,in,1,2024-03-14 21:05"


def test_utf_16_from_a_spreadsheet_has_places_in_the_original() -> None:
    data = "\ufeffNumber\tType\tDuration\tDate\tName\r\n07700900123\tin\t1\t2024-03-14 21:05\tZoë\r\n".encode(
        "utf-16-le"
    )
    found = only(data)
    assert data[found.place.start : found.place.end].decode("utf-16-le") == "07700900123\tin\t1\t2024-03-14 21:05\tZoë"


def test_other_tables_are_not_call_logs() -> None:
    for data in (
        b"Type,Date,Number,Text\nin,2024-03-14,1,hi\n",
        b"a,b\n1,2\n",
        b"",
        b"\0\0",
        b"{}",
        b"Date,Amount\n",
        b"\xff" * 100_000,
    ):
        assert not calls.is_one(io.BytesIO(data), "calls.csv")
    with pytest.raises(CannotReadError):
        read("a,b\n")


def test_lengths() -> None:
    written = {
        "125": 125,
        "02:05": 125,
        "0:02:05": 125,
        "2m 5s": 125,
        "2 min 5 sec": 125,
        "1h": 3600,
        "": None,
        "soon": None,
        "1:2:3:4": None,
    }
    assert {one: length(one) for one in written} == written


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("14.03.2024 21.05", "2024-03-14T21:05:00"), ("Mar 14, 2024 12:05 AM", "2024-03-14T00:05:00"),
        ("14-Mar-2024 12:06 p.m.", "2024-03-14T12:06:00"), ("2024-03-14", "2024-03-14"), ("31/02/2024 10:00", ""),
        ("14/03/2024 25:00", ""), ("14/03/2024 13:05 PM", ""), ("yesterday 10:00", ""), ("14/03/24 9:05 pm", "2024-03-14T21:05:00"),
        ("Thursday, 14 March 2024 21:05", "2024-03-14T21:05:00"), ("Thu Mar 14 21:05:09 GMT 2024", "2024-03-14T21:05:09+00:00"),
    ],
)  # fmt: skip
def test_dates(written: str, sent: str) -> None:
    assert when(written, "", "dmy") == sent


CELLS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=12).map(str.strip)


@given(
    st.permutations(["number", "type", "date", "duration", "network"]), st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n"]),
    st.lists(st.tuples(st.sampled_from(["07700900123", "+447700900124"]), st.datetimes(min_value=__import__("datetime").datetime(1993, 1, 1)), st.integers(0, 9999), CELLS), max_size=5),
)  # fmt: skip
def test_any_order_of_columns_is_read_back_equal(order: list[str], delimiter: str, end: str, made: list) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(order)
    for number, moment, seconds, network in made:
        said = {
            "number": number,
            "type": "in",
            "date": moment.replace(microsecond=0).isoformat(),
            "duration": seconds,
            "network": network,
        }
        writer.writerow([said[one] for one in order])
    found = read(out.getvalue())
    assert [
        (one.sender, one.sent, one.seconds, dict(one.headers).get("network", ""))
        for one in found
        if isinstance(one, Message)
    ] == [
        (number, moment.replace(microsecond=0).isoformat(), seconds, network)
        for number, moment, seconds, network in made
    ]
    assert len(found) == len(made)


SEED = OPEN.encode() + b'07700900123,"a\nb",5,2024-03-14\n'


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(SEED)),
            st.integers(0, 5),
            st.sampled_from([b'"', b",", b"\n", b"\r", b"\0", b"\xff", b"9", b"/", b""]),
        ),
        max_size=8,
    ),
    st.binary(max_size=20),
)
def test_whatever_the_bytes_only_a_sentence_leaves(changes: list[tuple[int, int, bytes]], tail: bytes) -> None:
    data = bytearray(SEED)
    for at, gone, new in changes:
        data[at : at + gone] = new
    whole = bytes(data) + tail
    calls.is_one(io.BytesIO(whole), "")
    try:
        calls.look(io.BytesIO(whole), "")
        found = read(whole)
    except CannotReadError:
        return
    assert all(0 <= one.place.start <= one.place.end <= len(whole) for one in found)
    assert all(before.place.end <= after.place.start for before, after in itertools.pairwise(found))
