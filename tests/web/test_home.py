"""The plan of her home: two pages of ticks to a first result, then one thing at a time, and nothing lost."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from daybook.domain.records.home import Home
from daybook.notebook import ready
from daybook.notebook.homes import home_of
from tests.web.conftest import Browser
from tests.web.filling import filled, send

ROOMS = ["hall", "landing", "living", "kitchen", "bedroom", "child-bedroom", "bathroom"]
NEUTRAL = re.compile(r"home|room|way|rehears|kitchen|hall|tries", re.IGNORECASE)


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


def home(browser: Browser) -> Home:
    return home_of(browser.desk.notebook)


def the(browser: Browser, kind: str) -> str:
    return next(room.id for room in home(browser).rooms if room.kind == kind)


def text(browser: Browser) -> str:
    main = browser.page.split('<main id="page"', 1)[1]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


@pytest.fixture
def begun(opened: Browser) -> Browser:
    """A house with a front door and a back door behind the kitchen."""
    opened.get(opened.link("Get ready"))
    opened.get(opened.link("Your home"))
    key = re.search(r'name="once" value="(\w+)"', opened.page)
    assert key
    opened.post(opened.form('name="room"'), {"once": key[1], "room": ROOMS})
    hall, kitchen, living = (the(opened, kind) for kind in ("hall", "kitchen", "living"))
    fields = {"door": [hall, kitchen], "window": [living], "phone": [hall], "level": "0"}
    opened.post(opened.form('name="door"'), fields)
    return opened


def test_two_pages_of_ticks_give_the_plan_for_ten_seconds(begun: Browser) -> None:
    page = text(begun)
    assert "Go towards Hall, Living room Out by Hall door, Living room window, Kitchen door" in page
    assert "Keep away from Kitchen, Bathroom" in page
    assert "Move on early from Landing upstairs, My bedroom, Children's bedroom" in page
    assert "The doors between the rooms are a guess." in page
    assert "No room is safe for certain." in page
    assert begun.page.index('class="glance"') < begun.page.index("<svg")


def test_the_drawing_says_nothing_that_the_list_does_not(begun: Browser) -> None:
    drawn = re.findall(r"<text[^>]*>([^<]*)</text>", begun.page)
    assert " ".join(drawn).count("keep away") == 2
    assert " ".join(drawn).count("way out") == 2
    listed = begun.page.split("From each room", 1)[1]
    for room in home(begun).rooms:
        assert f"<summary>{html.escape(room.name)}" in listed.replace("&#39;", "&#x27;")
    assert "style=" not in begun.page
    assert re.findall(r"url\(([^)]*)", begun.page) == ["#away"] * begun.page.count("url(")


def test_the_same_ticks_sent_twice_add_nothing_twice(opened: Browser) -> None:
    opened.get(opened.inside("rooms.add"))
    action, key = opened.form('name="room"'), re.search(r'name="once" value="(\w+)"', opened.page)
    assert key
    for _ in range(2):
        opened.post(action, {"once": key[1], "room": ["hall", "kitchen"]})
    assert [room.kind for room in home(opened).rooms] == ["hall", "kitchen"]
    opened.post(action, {"once": key[1]})
    assert "Tick at least one room." in opened.page


def test_a_room_is_changed_and_hers_is_kept_exactly(begun: Browser) -> None:
    living = the(begun, "living")
    begun.get(begun.inside("room.show", room=living))
    send(begun, "keep", name="<b>Front room</b> 100%", hazard=["weapon"], lock="outside", mark=["heard", "children"])
    room = next(room for room in home(begun).rooms if room.id == living)
    assert (room.name, room.hazards, room.lock) == ("<b>Front room</b> 100%", ("weapon",), "outside")
    assert room.heard
    assert room.children
    assert "<b>Front room" not in begun.page
    assert "Go towards Hall Out by" in text(begun)
    assert "there is a weapon, or something kept as one" in begun.page
    assert "The doors between the rooms are a guess." not in begun.page


def test_a_way_out_is_described_closely_and_only_counts_when_it_opens(begun: Browser) -> None:
    (hall_door,) = [way.id for way in home(begun).ways_out if way.room == the(begun, "hall")]
    begun.get(begun.inside("room.way", way=hall_door))
    send(begun, "keep", name="Front door", opens="not-mine")
    assert "Go towards Living room" in text(begun)
    begun.get(begun.inside("room.way", way=hall_door))
    assert 'value="Front door"' in begun.page
    send(begun, "keep", opens="unsure")
    assert "Does it open, and with what key? Front door" in text(begun)
    begun.get(begun.inside("room.way", way=hall_door))
    send(begun, "out")
    assert hall_door not in {way.id for way in home(begun).ways_out}
    begun.get(begun.inside("room.way", room=the(begun, "bedroom")))
    send(begun, "keep", what="fire-escape", leads="gate", opens="freely", height="level", name="Iron stairs")
    assert "Iron stairs" in begun.page
    assert home(begun).ways_out[-1].kind == "fire-escape"


def test_rooms_move_on_the_drawing_and_doors_stay(begun: Browser) -> None:
    before = home(begun)
    hall = the(begun, "hall")
    begun.get(begun.inside("home.arrange", room=hall))
    begun.post(begun.form('name="direction"'), {"room": hall, "direction": "up"})
    moved = home(begun)
    assert moved.doorways == before.doorways
    assert [room.column for room in moved.rooms if room.floor == 0] != [None, None, None]
    for _ in range(9):
        begun.post(begun.form('name="direction"'), {"room": hall, "direction": "left"})
    assert "There is no more space on that side." in begun.page
    begun.post(begun.form('name="direction"'), {"room": hall, "direction": "sideways"})
    assert home(begun) == home(begun)


def test_a_move_says_what_stands_around_the_room_now_and_buttons_name_it(begun: Browser) -> None:
    hall = the(begun, "hall")
    begun.get(begun.inside("home.arrange", room=hall))
    for words in ("Left : Hall", "Up : Hall", "Down : Hall", "Right : Hall"):
        assert words in text(begun)
    move = begun.form('name="direction"')
    answer = begun.post(move, {"room": hall, "direction": "down"}, follow=False)
    assert answer.headers["Location"].endswith("#page")
    begun.get(answer.headers["Location"].partition("#")[0])
    assert "Moved: Hall. Nothing stands beside it now." in text(begun)
    begun.post(move, {"room": hall, "direction": "up"})
    said = text(begun).partition("Moved: Hall. Now ")[2].partition(".")[0]
    around = re.findall(r"(left of|right of|above|below) it ([A-Z][^,]*)", said)
    assert around
    begun.get(begun.inside("home.show"))
    where = re.search(r"Hall , .*?Where it is: Where you come in\. On the drawing: ([^.]*)\.", text(begun))
    assert where
    assert all(f"{side} it {room}" in where[1] for side, room in around)


def test_what_the_drawing_shows_is_said_of_each_room(begun: Browser) -> None:
    begun.get(begun.inside("home.show"))
    page = text(begun)
    assert "Where it is: One floor up. On the drawing:" in page
    assert "Landing upstairs (up the stairs)" in page
    assert "Hall (down the stairs)" in page


def test_ticks_that_were_not_saved_are_there_again(begun: Browser) -> None:
    hall, kitchen = the(begun, "hall"), the(begun, "kitchen")
    pair = f'value="{hall} {kitchen}" autocomplete="off"'
    for about, field, value in (("doors", "door", ""), ("heard", "room", hall), ("quick", "window", kitchen)):
        begun.get(begun.inside(f"rooms.{about}"))
        key = f"home.1 {about}"
        assert "data-keep" in begun.page
        assert f'name="key" value="{key}"' in begun.page
        typed = {field: value} if value else {}
        begun.post(begun.inside("desk.draft"), {"kind": "home.1", "key": key, **typed})
    begun.get(begun.inside("rooms.doors"))
    assert f"{pair} checked" not in begun.page
    begun.get(begun.inside("rooms.heard"))
    assert f'value="{hall}" autocomplete="off" checked' in begun.page
    begun.get(begun.inside("unsaved.all"))
    assert hall not in re.sub(r"<[^>]*>", " ", begun.page)
    begun.get(begun.inside("room.again", about="heard"))
    begun.post(begun.form('name="room"'), {"room": [kitchen]})
    assert begun.desk.notebook.drafts.get("home.1 heard") is None
    assert [room.id for room in home(begun).rooms if room.heard] == [kitchen]


def test_doors_heard_rooms_and_words_are_kept(begun: Browser) -> None:
    hall, kitchen = the(begun, "hall"), the(begun, "kitchen")
    begun.get(begun.inside("rooms.doors"))
    begun.post(begun.form('name="door"'), {"door": [f"{hall} {kitchen}"]})
    assert [{door.one, door.other} for door in home(begun).doorways] == [{hall, kitchen}]
    assert "Which room does it open to? Bathroom" in text(begun)
    begun.get(begun.inside("rooms.heard"))
    begun.post(begun.form('name="room"'), {"room": [hall]})
    assert "A neighbour would most likely hear you here: Hall. Also lower-risk: Hall." in text(begun)
    begun.get(begun.inside("room.words"))
    send(begun, "keep", meet="The chip shop", neighbour="Mrs Bell calls", note="Learn it.\r\nThen tear it up.")
    assert "Meet The chip shop" in text(begun)
    assert home(begun).note == "Learn it.\nThen tear it up."


def test_a_suggestion_can_be_not_for_her_and_comes_back(begun: Browser) -> None:
    hall = the(begun, "hall")
    begun.post(begun.form(f'value="lower {hall}"'), {"suggestion": f"lower {hall}"})
    assert "Go towards Living room" in text(begun)
    assert "As a lower-risk place: Hall" in begun.page
    begun.post(begun.form("Bring it back"), {"suggestion": f"lower {hall}", "do": "back"})
    assert "Go towards Hall" in text(begun)
    begun.post(begun.inside("home.aside"), {"suggestion": "rule that is not one"})
    assert home(begun).aside == ()


def test_a_step_of_the_plan_is_ticked_only_by_her(begun: Browser) -> None:
    begun.get(begun.inside("questions.ask", name="situation"))
    begun.post(begun.form('name="do"'), {"do": "next", "option": ["living-with"]})
    begun.get(begun.inside("home.show"))
    assert "Only you know when it is done." in begun.page
    begun.post(begun.inside("home.step"), {"action": "lower-risk-places", "do": "done"})
    assert "Kept as done in your plan." in begun.page
    begun.get(begun.inside("plan.show", action="lower-risk-places"))
    assert "<strong>Done</strong>" in begun.page
    begun.get(begun.link("Your home: ways out and lower-risk places"))
    begun.post(begun.form("Not done after all?"), {"action": "lower-risk-places", "do": "open"})
    assert "Open again in your plan." in begun.page


def test_a_try_is_noted_read_and_amended(begun: Browser) -> None:
    begun.get(begun.link("Ways out you tried"))
    begun.get(begun.link("Note a way out you tried"))
    send(begun, "save", tried="Down the stairs in the dark", change="Oil the lock")
    assert "A way out you tried" in begun.page
    begun.get(begun.link("Ways out you tried"))
    assert "To change: Oil the lock" in begun.page
    begun.get(begun.link("Down the stairs in the dark"))
    begun.get(begun.link("Amend"))
    send(begun, "save", change="Oil the lock and the hinge")
    begun.get(begun.link("See what it said before"))
    assert "hinge" in begun.page
    begun.get(begun.inside("record.choose"))
    assert "Note a way out you tried" not in begun.page
    begun.get(begun.inside("timeline.show"))
    assert "Down the stairs" not in begun.page


def test_words_left_in_a_form_are_found_again(begun: Browser) -> None:
    for endpoint, values, name in (
        ("room.words", {}, "meet"),
        ("room.show", {"room": the(begun, "hall")}, "name"),
        ("room.way", {"room": the(begun, "bathroom")}, "name"),
    ):
        begun.get(begun.inside(endpoint, **values))
        fields: dict[str, Any] = {**filled(begun.page), name: ["Half a w"]}
        begun.post(begun.inside("desk.draft"), fields)
        begun.get(begun.inside("unsaved.all"))
        assert "Half a w" in begun.page
        begun.get(begun.link("Open it again"))
        assert 'value="Half a w"' in begun.page
        send(begun, "keep")
        begun.get(begun.inside("unsaved.all"))
        assert "Half a w" not in begun.page


def test_nothing_of_a_home_is_in_an_address_and_what_is_gone_is_said(begun: Browser) -> None:
    for endpoint in (
        "home.show",
        "rooms.add",
        "rooms.quick",
        "rooms.doors",
        "rooms.heard",
        "rooms.all",
        "home.arrange",
        "room.words",
        "tries.index",
    ):
        answer = begun.get(begun.inside(endpoint))
        assert answer.status_code == 203, endpoint
        for address in re.findall(r'(?:href|action)="([^"]*)"', begun.page):
            assert not NEUTRAL.search(re.sub(r"[\w-]{20}", "", address)), address
    assert begun.get(begun.inside("room.show", room="gone")).status_code == 404
    assert "not on your plan any more" in begun.page


def test_a_room_is_taken_out(begun: Browser) -> None:
    kitchen = the(begun, "kitchen")
    begun.get(begun.inside("room.show", room=kitchen))
    send(begun, "out")
    assert "Taken out: Kitchen." in begun.page
    assert all(room.id != kitchen for room in home(begun).rooms)
