"""The rooms of her home all at once: tick them, tick where a way out is, tick who would hear."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request

from daybook.domain.home import changes
from daybook.domain.home.vocabulary import LEVELS, ROOM_KINDS
from daybook.domain.typed import first
from daybook.notebook import homes
from daybook.web.addresses import go, to
from daybook.web.drafts import new_key
from daybook.web.here import notebook, say
from daybook.web.i18n import _
from daybook.web.views.plan import plan_here
from daybook.web.views.room import draft_key, typed_here

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.records.home import Home

views = Blueprint("rooms", __name__, url_prefix="/rooms")
SHARED = ("shared-hall", "shared-living", "shared-kitchen")
RARE = (
    "dining",
    "toilet",
    "utility",
    "porch",
    "conservatory",
    "garage",
    "cellar",
    "cupboard",
    "balcony",
    "other",
    *SHARED,
)
_KEY = 8


@views.get("/add")
def add() -> ResponseReturnValue:
    """Which rooms there are: tick boxes, the common ones first; what she told elsewhere decides which those are."""
    plan, home = plan_here(), homes.home_of(notebook())
    together = {"in_refuge", "is_housemate", "student_home", "in_temporary_home"} & plan.facts
    rare = [code for code in RARE if not (together and code in SHARED)]
    if "has_children" not in plan.facts and plan.answers.chosen:
        rare.insert(0, "child-bedroom")
    typed = typed_here("add", {"room": [], "once": []})
    return render_template(
        "home/add.html",
        once=first(typed, "once") or new_key()[:_KEY],
        chosen=typed["room"],
        **_form("add"),
        common=[(code, _(kind.words)) for code, kind in ROOM_KINDS.items() if code not in rare],
        rare=[(code, _(ROOM_KINDS[code].words)) for code in rare],
        home=home,
    )


@views.post("/add")
def added() -> ResponseReturnValue:
    """Add the ticked rooms and go on to their ways out."""
    key = request.form.get("once", "")[:_KEY]
    kinds = request.form.getlist("room")
    if not kinds or not key.isalnum():
        say(_("Tick at least one room. You can add more at any time."))
        return go("rooms.add")
    homes.change(notebook(), lambda home: changes.add_rooms(home, kinds, key))
    notebook().drafts.remove(draft_key("add"))
    return go("rooms.quick")


@views.get("/quick")
def quick() -> ResponseReturnValue:
    """Where the ways out and the phones are: three lists of the same rooms to tick in."""
    home = _some()
    ways = [way for way in home.ways_out if way.kind in ("door", "window")]
    kept = {
        "level": [str(home.level)],
        "door": [way.room for way in ways if way.kind == "door"],
        "window": [way.room for way in ways if way.kind == "window"],
        "phone": [room.id for room in home.rooms if "phone" in room.things],
    }
    typed = typed_here("quick", kept)
    return render_template(
        "home/quick.html",
        rooms=home.rooms,
        level=first(typed, "level"),
        levels=[(code, _(words)) for code, words in LEVELS],
        doors=typed["door"],
        windows=typed["window"],
        phones=typed["phone"],
        **_form("quick"),
    )


@views.post("/quick")
def quickly() -> ResponseReturnValue:
    """Keep what is ticked; the plan is there."""
    level = request.form.get("level", "0")
    floor = int(level) if level in dict(LEVELS) else 0
    doors, windows, phones = (set(request.form.getlist(name)) for name in ("door", "window", "phone"))
    return _kept("quick", lambda home: changes.quick(home, level=floor, doors=doors, windows=windows, phones=phones))


@views.get("/doors")
def doors() -> ResponseReturnValue:
    """Which rooms open to each other: for each room those after it, so that every door is asked for once."""
    home = _some()
    typed = typed_here("doors", {"door": [f"{door.one} {door.other}" for door in home.doorways]})
    there = {frozenset(value.split(" ")) for value in typed["door"]}
    rooms = home.rooms
    pairs = [
        (room, [(other, frozenset((room.id, other.id)) in there) for other in rooms[number + 1 :]])
        for number, room in enumerate(rooms[:-1])
    ]
    return render_template("home/doors.html", pairs=pairs, **_form("doors"))


@views.post("/doors")
def doors_kept() -> ResponseReturnValue:
    """Keep the doors that are ticked."""
    pairs = [(one, other) for value in request.form.getlist("door") for one, _space, other in [value.partition(" ")]]
    return _kept("doors", lambda home: changes.put_doors(home, pairs))


@views.get("/heard")
def heard() -> ResponseReturnValue:
    """From which rooms a shout would be heard."""
    home = _some()
    typed = typed_here("heard", {"room": [room.id for room in home.rooms if room.heard]})
    return render_template("home/heard.html", rooms=home.rooms, chosen=typed["room"], **_form("heard"))


@views.post("/heard")
def heard_kept() -> ResponseReturnValue:
    """Keep the rooms that are heard."""
    chosen = set(request.form.getlist("room"))
    return _kept("heard", lambda home: changes.with_heard(home, chosen))


@views.get("/all")
def all() -> ResponseReturnValue:  # noqa: A001  (read as rooms.all)
    """Every room, to open and change, or to add another."""
    return render_template("home/all.html", home=_some())


def _some() -> Home:
    """Her home. Raises NoSuchRoomError where she named no room yet."""
    home = homes.home_of(notebook())
    if not home.rooms:
        raise homes.NoSuchRoomError
    return home


def _form(about: str) -> dict[str, str]:
    """What a form carries so that its ticks are kept: there is one form about each thing."""
    return {"kind": homes.KIND, "key": draft_key(about)}


def _kept(about: str, by: Callable[[Home], Home]) -> ResponseReturnValue:
    homes.change(notebook(), by)
    notebook().drafts.remove(draft_key(about))
    say(_("Kept."))
    return redirect(to("home.show"), 303)
