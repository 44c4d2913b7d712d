"""What comes first on the emergency page."""

from __future__ import annotations

from daybook.domain.emergency.now import codes_now, first_lines, other_lines, who_to_ring
from daybook.domain.home.glance import Line
from daybook.domain.records.code import Code
from daybook.domain.records.person import Person

LINES = [
    Line(about="go", names=("Hall", "Porch", "Living room")),
    Line(about="out", names=("Front door",)),
    Line(about="away", names=("Kitchen",)),
    Line(about="meet", names=("Library", "Station")),
]


def test_the_way_out_comes_first_and_no_line_has_more_than_two_names() -> None:
    assert [(line.about, line.names) for line in first_lines(LINES)] == [
        ("out", ("Front door",)),
        ("go", ("Hall", "Porch")),
        ("meet", ("Library", "Station")),
    ]
    assert [line.about for line in other_lines(LINES)] == ["away"]


def test_codes_for_the_police_come_first_those_nobody_knows_last_and_old_ones_are_not_there() -> None:
    people = {"a": Person(name="Ruth"), "b": Person(name="Dawn")}
    codes = [
        Code(what="blue towel", means=("call-999",)),
        Code(what="marmalade", whom=("a",), means=("ring",)),
        Code(what="knock", whom=("b", "gone"), means=("come", "call-999")),
        Code(what="old", whom=("a",), means=("call-999",), stopped="stopped"),
    ]
    found = codes_now(codes, people)
    assert [code.what for code in found] == ["knock", "marmalade", "blue towel"]
    assert found[0].who == ("Dawn",)


def test_people_to_ring_have_a_number_and_agreed_to_something() -> None:
    ring = Person(name="Neighbour", number="01632 960145", does=("door",))
    first = Person(name="Ruth", number="07700 900123", does=("come", "call-999"))
    others = [
        Person(name="No number", does=("call-999",)),
        Person(name="Keeps a key", number="07700 900124", does=("things",)),
        Person(name="Aside", number="07700 900125", does=("call-999",), aside="aside"),
    ]
    assert [person.name for person in who_to_ring([*others, ring, first])] == ["Ruth", "Neighbour"]
