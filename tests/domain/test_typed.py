from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.kinds import kind_for, kind_of
from daybook.domain.records.contact import Contact
from daybook.domain.records.incident import Incident
from daybook.domain.typed import Problem, parse, typed_of

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
INCIDENT = kind_of("incident.1")
DATED = ("how", "year", "month", "day", "time")
line = st.text(alphabet="abc def é?!’", max_size=40).map(lambda text: " ".join(text.split()))
paragraphs = st.text(alphabet="abc \nxyz", max_size=80).map(lambda text: text.strip("\n"))
dates = st.builds(PartialDate, year=st.integers(1950, 2025), month=st.none() | st.integers(1, 12))
happenings = st.one_of(
    st.builds(Happened, words=line),
    st.builds(Happened, how=st.sampled_from(["exact", "about"]), start=dates, words=line),
)
incidents = st.builds(
    Incident,
    account=paragraphs.filter(lambda text: bool(text.strip())),
    happened=happenings,
    where=line,
    felt=paragraphs,
    there=st.lists(line.filter(bool), max_size=3).map(tuple),
    children=st.lists(st.sampled_from(["none", "saw", "hurt"]), unique=True).map(tuple),
)


def _problems(**typed: str) -> dict[str, str]:
    found = parse(
        INCIDENT, {"account": ["x"]} | {key.replace("__", "."): [value] for key, value in typed.items()}, {}, NOW
    )
    return {problem.field: problem.sentence for problem in found} if isinstance(found, list) else {}


@given(incidents)
def test_a_record_comes_back_from_its_own_form(incident: Incident) -> None:
    assert parse(INCIDENT, typed_of(incident), {}, NOW) == incident


def test_only_the_account_is_required() -> None:
    assert parse(INCIDENT, {"account": ["He shouted."]}, {}, NOW) == Incident(account="He shouted.")
    assert list(_problems(account=" ")) == ["account"]


def test_a_date_still_to_come_gets_one_sentence() -> None:
    assert "still to come" in _problems(happened__how="exact", happened__year="2062")["happened"]
    today = {"happened__year": str(NOW.year), "happened__month": str(NOW.month), "happened__day": str(NOW.day)}
    assert _problems(happened__how="exact", **today) == {}
    assert _problems(happened__how="exact", **today, happened__time=f"{NOW.hour}:00") == {}
    late = NOW.replace(hour=23, minute=50)
    assert NOW + timedelta(hours=3) < late
    assert "the day and the time" in _problems(happened__how="exact", **today, happened__time="23:50")["happened"]
    year = str(NOW.year)
    ahead = _problems(happened__how="span", happened__year=year, happened__end_year=str(NOW.year + 1))
    assert "still to come" in ahead["happened"]


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ({"happened__how": "exact", "happened__year": "24"}, "four digits"),
        ({"happened__how": "exact"}, "at least its year"),
        ({"happened__how": "span", "happened__year": "2024"}, "last date is missing"),
        ({"happened__how": "exact", "happened__year": "1026"}, "before 1900"),
        ({"happened__how": "exact", "happened__year": "2024", "happened__time": "9:30"}, "a time its day"),
        (
            {
                f"happened__{part}": value
                for part, value in zip(DATED, ("exact", "2024", "2", "3", "24:00"), strict=True)
            },
            "Write the time",
        ),
        ({"happened__how": "exact", "happened__year": "2024", "happened__day": "3"}, "needs its month"),
        (
            {"happened__how": "exact", "happened__year": "2024", "happened__month": "2", "happened__day": "31"},
            "calendar",
        ),
        ({"happened__how": "span", "happened__year": "2024", "happened__end_year": "2023"}, "before the beginning"),
        ({"happened__how": "unknown", "happened__year": "2024"}, "I do not know"),
    ],
)
def test_a_wrong_date_says_what_to_do(typed: dict[str, str], part: str) -> None:
    assert part in _problems(**typed)["happened"]


@pytest.mark.parametrize(
    ("text", "hour"),
    [("21:05", 21), ("9:05 pm", 21), ("9.05pm", 21), ("12:05 am", 0), ("12:06 pm", 12), ("9 p.m.", 21)],
)
def test_times_are_read_as_people_write_them(text: str, hour: int) -> None:
    typed = {
        "account": ["x"],
        "happened.how": ["exact"],
        "happened.year": ["2024"],
        "happened.month": ["3"],
        "happened.day": ["14"],
        "happened.time": [text],
    }
    incident = parse(INCIDENT, typed, {}, NOW)
    assert isinstance(incident, Incident)
    assert incident.happened.start is not None
    assert incident.happened.start.hour == hour


def test_a_megabyte_fits_in_the_account_and_not_in_a_line() -> None:
    long = "a" * 1_000_000
    assert isinstance(parse(INCIDENT, {"account": [long]}, {}, NOW), Incident)
    problems = parse(INCIDENT, {"account": ["x"], "where": [long]}, {}, NOW)
    assert isinstance(problems, list)
    assert isinstance(problems[0], Problem)
    assert long not in problems[0].sentence


def test_the_second_kind_needs_no_code_of_its_own() -> None:
    contact = parse(kind_of("contact.1"), {"said": ["They will ring back."], "whom": ["police"]}, {}, NOW)
    assert contact == Contact(said="They will ring back.", whom="police")
    assert kind_for(contact).code == "contact.1"
