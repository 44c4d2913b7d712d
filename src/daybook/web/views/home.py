"""Her home: ways out, lower-risk places, a drawn plan of it, and what is still missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request

from daybook.domain.home.changes import put_aside
from daybook.domain.home.glance import TITLES
from daybook.domain.home.layout import STEPS, floors, nudge
from daybook.domain.home.look import climbs_for_children
from daybook.domain.home.speech import closing_said, heard_said, name_of
from daybook.notebook import homes, plans, ready
from daybook.web.addresses import go, to
from daybook.web.here import notebook, say
from daybook.web.home_drawing import drawings
from daybook.web.home_words import beside_words, fires_for_page, put_aside_words, rooms_for_page, speak
from daybook.web.i18n import N_, _
from daybook.web.places import Place
from daybook.web.views.plan import plan_here

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.homes import HerHome

views = Blueprint("home", __name__, url_prefix="/home")
place = Place(
    order=40,
    words=N_("Your home"),
    endpoint="home.show",
    says=N_("Ways out, lower-risk places, and where to meet."),
    menu=False,
    among="ready",
)


def here() -> HerHome:
    """Her home as it is now, in the light of her plan."""
    return homes.her_home(notebook(), plan_here())


@views.get("/")
def show() -> ResponseReturnValue:
    """The plan for ten seconds, then everything from each room; the first ticks where there is nothing yet."""
    found = here()
    if not found.home.rooms:
        return redirect(to("rooms.add"), 303)
    home, seen = found.home, found.seen
    return render_template(
        "home/show.html",
        her=found,
        glance=[(line.about, _(TITLES[line.about]), line.names) for line in found.glance],
        floors=drawings(home, seen),
        rooms=rooms_for_page(found),
        fires=fires_for_page(found),
        climbs=[name_of(home, room) for room in climbs_for_children(home, seen)],
        heard=speak(found, heard_said(home, seen)),
        closing=[speak(found, said) for said in closing_said(home, seen)],
        gaps=[(speak(found, gap.said), _gap_address(gap.page, gap.id)) for gap in found.gaps],
        aside=put_aside_words(found),
    )


def _gap_address(page: str, name: str) -> str:
    """Where a missing thing can be told."""
    match page:
        case "room":
            return to("room.show", room=name)
        case "way":
            return to("room.way", way=name)
        case "rehearsal":
            return to("tries.index")
        case "words":
            return to("room.words")
        case "rooms":
            return to("rooms.all")
        case _:
            return to(f"rooms.{page}")


@views.get("/arrange")
def arrange() -> ResponseReturnValue:
    """The drawn plan with one room chosen, and four buttons that move it."""
    found = here()
    chosen = request.args.get("room", "") or (found.home.rooms[0].id if found.home.rooms else "")
    column, row = next((cells[chosen] for floor in floors(found.home) if chosen in (cells := floor.cells)), (0, 0))
    return render_template(
        "home/arrange.html",
        row=row + 1,
        around=beside_words(found.home, chosen),
        column=column + 1,
        room=homes.room_of(found.home, chosen),
        rooms=found.home.rooms,
        floors=[floor for floor in drawings(found.home, found.seen, chosen) if any(box.chosen for box in floor.boxes)],
    )


@views.post("/arrange")
def move() -> ResponseReturnValue:
    """Move the chosen room one place."""
    room, direction = request.form.get("room", ""), request.form.get("direction", "")
    known = next((step for step in STEPS if step == direction), None)
    if known:
        before = homes.home_of(notebook())
        if homes.change(notebook(), lambda home: nudge(home, room, known)) == before:
            say(_("There is no more space on that side. Move another room first."))
        else:
            say(_moved(room))
    return redirect(to("home.arrange", room=room) + "#page", 303)


def _moved(room: str) -> str:
    """What was moved, and what stands around it now."""
    home = homes.home_of(notebook())
    name, around = name_of(home, room), beside_words(home, room)
    if not around:
        return _("Moved: %(room)s. Nothing stands beside it now.", room=name)
    return _("Moved: %(room)s. Now %(around)s.", room=name, around=around)


@views.post("/aside")
def aside() -> ResponseReturnValue:
    """Put a suggestion aside as not for her, or bring it back."""
    suggestion, back = request.form.get("suggestion", ""), request.form.get("do") == "back"
    rule, _space, name = suggestion.partition(" ")
    if rule in ("lower", "avoid", "way") and name and " " not in name:
        homes.change(notebook(), lambda home: put_aside(home, suggestion, aside=not back))
        say(_("It counts again.") if back else _("Kept as not for you. You can bring it back below."))
    return go("home.show")


@views.post("/step")
def step() -> ResponseReturnValue:
    """Tick one thing of her plan that this page does, or take the tick back."""
    action, done = request.form.get("action", ""), request.form.get("do") == "done"
    plans.choose(notebook(), ready.pack(), action, "done" if done else "open")
    say(_("Kept as done in your plan.") if done else _("Open again in your plan."))
    return go("home.show")
