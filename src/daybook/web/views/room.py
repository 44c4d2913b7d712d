"""One room, one way out, and the few words about meeting: closely, in forms whose words are kept as she types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request

from daybook.domain.home import changes
from daybook.domain.home.speech import out_name
from daybook.domain.home.vocabulary import (
    FLOORS,
    HAZARDS,
    HEIGHTS,
    LEADS,
    LOCKS,
    OPENS,
    THINGS,
    WAYS,
    Options,
)
from daybook.domain.records.home import Home, Room, WayOut
from daybook.notebook import homes
from daybook.web.addresses import go, to
from daybook.web.drafts import new_key
from daybook.web.here import notebook, say
from daybook.web.i18n import _

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

views = Blueprint("room", __name__, url_prefix="/room")
LONGEST = 60
LONGEST_WORDS = 500
_KEY = 8
TICKS = ("add", "quick", "doors", "heard")
"""What the forms that tick rooms are about: their drafts are named so, and their pages."""


def draft_key(about: str) -> str:
    """The form about one thing is always the same one, so that its draft is found again."""
    return f"{homes.KIND} {about}"


def typed_here(about: str, kept: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """What the form about something holds: what is typed and not saved, else what is kept."""
    draft = notebook().drafts.get(draft_key(about))
    return {**{name: [] for name in kept}, **draft.typed} if draft else dict(kept)


def _shown(options: Options) -> list[tuple[str, str]]:
    return [(code, _(words)) for code, words in options]


def _chosen(name: str, options: Options, default: str) -> str:
    value = request.form.get(name, default)
    return value if value in dict(options) else default


def _ticked(name: str, options: Options) -> tuple[str, ...]:
    wanted = set(request.form.getlist(name))
    return tuple(code for code, _words in options if code in wanted)


def _line(name: str, longest: int) -> str:
    return " ".join(request.form.get(name, "").split())[:longest]


@views.get("/show")
def show() -> ResponseReturnValue:
    """Everything about one room that can be changed."""
    home = homes.home_of(notebook())
    room = homes.room_of(home, request.args.get("room", ""))
    doors = {door.beyond(room.id): door.shut for door in home.doorways if door.joins(room.id)}
    kept = {
        "name": [room.name],
        "floor": [str(room.floor)],
        "hazard": list(room.hazards),
        "thing": list(room.things),
        "lock": [room.lock],
        "mark": [mark for mark in ("heard", "children") if getattr(room, mark)],
        "beside": list(doors),
        "shut": [other for other, shut in doors.items() if shut],
    }
    return render_template(
        "home/room.html",
        room=room,
        typed=typed_here(room.id, kept),
        key=draft_key(room.id),
        kind=homes.KIND,
        others=[(other.id, other.name) for other in home.rooms if other.id != room.id],
        ways=[(way.id, out_name(home, way)) for way in home.ways_out if way.room == room.id],
        floors=_shown(FLOORS),
        hazards=_shown(HAZARDS),
        things=_shown(THINGS),
        locks=_shown(LOCKS),
    )


@views.post("/show")
def keep() -> ResponseReturnValue:
    """Keep one room as the form says, or take it out."""
    name = request.args.get("room", "")
    before = homes.room_of(homes.home_of(notebook()), name)
    if request.form.get("do") == "out":
        homes.change(notebook(), lambda home: changes.without_room(home, name))
        say(_("Taken out: %(room)s. What it said before is kept in the notebook.", room=before.name))
    else:
        room = _room(before)
        beside, shut = set(request.form.getlist("beside")), set(request.form.getlist("shut"))
        homes.change(
            notebook(), lambda home: changes.put_room(home, _in_place(home, room), beside=beside | shut, shut=shut)
        )
        say(_("Kept."))
    notebook().drafts.remove(draft_key(name))
    return go("home.show")


def _room(before: Room) -> Room:
    floor = int(_chosen("floor", FLOORS, "0"))
    marks = set(request.form.getlist("mark"))
    return replace(
        before,
        name=_line("name", LONGEST) or before.name,
        floor=floor,
        hazards=_ticked("hazard", HAZARDS),
        things=_ticked("thing", THINGS),
        lock=_chosen("lock", LOCKS, ""),
        heard="heard" in marks,
        children="children" in marks,
    )


def _in_place(home: Home, room: Room) -> Room:
    """The room where it stands on the plan now; let go of where it stood on another floor."""
    now = next((other for other in home.rooms if other.id == room.id), room)
    if now.floor != room.floor:
        return replace(room, column=None, row=None)
    return replace(room, column=now.column, row=now.row)


@views.get("/way")
def way() -> ResponseReturnValue:
    """One way out: a new one of a `room`, or one that is there (`way`)."""
    home = homes.home_of(notebook())
    known = request.args.get("way", "")
    if known:
        out = homes.way_of(home, known)
    else:
        room = homes.room_of(home, request.args.get("room", ""))
        out = WayOut(id=new_key()[:_KEY], room=room.id)
    kept = {
        "name": [out.name],
        "what": [out.kind],
        "leads": [out.leads],
        "opens": [out.opens],
        "key_room": [out.key_room],
        "height": [out.height],
    }
    return render_template(
        "home/way.html",
        out=out,
        is_new=not known,
        room=homes.room_of(home, out.room),
        typed=typed_here(out.id if known else f"new {out.room}", kept),
        key=draft_key(out.id if known else f"new {out.room}"),
        kind=homes.KIND,
        others=[("", _("No other room, or not sure")), *((r.id, r.name) for r in home.rooms if r.id != out.room)],
        whats=_shown(WAYS),
        leads=_shown(LEADS),
        opens=_shown(OPENS),
        heights=_shown(HEIGHTS),
    )


@views.post("/way")
def keep_way() -> ResponseReturnValue:
    """Keep a way out as the form says, or take it out."""
    name, room = request.args.get("way", ""), request.args.get("room", "")
    if request.form.get("do") == "out":
        homes.change(notebook(), lambda home: changes.without_way(home, name))
        say(_("Taken out."))
    else:
        out = WayOut(
            id=name,
            room=room,
            kind=_chosen("what", WAYS, "door"),
            name=_line("name", LONGEST),
            leads=_chosen("leads", LEADS, "unsure"),
            opens=_chosen("opens", OPENS, "unsure"),
            key_room=request.form.get("key_room", ""),
            height=_chosen("height", HEIGHTS, "level"),
        )
        homes.change(notebook(), lambda home: changes.put_way(home, out))
        say(_("Kept."))
    for about in (name, f"new {room}"):
        notebook().drafts.remove(draft_key(about))
    return go("home.show")


@views.get("/again")
def again() -> ResponseReturnValue:
    """The form whose words were not saved: about a room, a way out, a new one of a room, or the meeting place."""
    home, about = homes.home_of(notebook()), request.args.get("about", "")
    if about == "words":
        return redirect(to("room.words"), 303)
    if about in TICKS:
        return redirect(to(f"rooms.{about}"), 303)
    if about.startswith("new "):
        return redirect(to("room.way", room=homes.room_of(home, about.removeprefix("new ")).id), 303)
    if any(out.id == about for out in home.ways_out):
        return redirect(to("room.way", way=about), 303)
    return redirect(to("room.show", room=homes.room_of(home, about).id), 303)


@views.get("/words")
def words() -> ResponseReturnValue:
    """Where to meet, who could hear, and a note of her own."""
    home = homes.home_of(notebook())
    kept = {name: [getattr(home, name)] for name in ("meet", "meet_other", "neighbour", "note")}
    typed = typed_here("words", kept)
    return render_template("home/words.html", typed=typed, key=draft_key("words"), kind=homes.KIND)


@views.post("/words")
def keep_words() -> ResponseReturnValue:
    """Keep these words."""
    meet, other, neighbour = (_line(name, LONGEST_WORDS) for name in ("meet", "meet_other", "neighbour"))
    note = request.form.get("note", "").replace("\r\n", "\n").strip("\n")
    homes.change(notebook(), lambda home: replace(home, meet=meet, meet_other=other, neighbour=neighbour, note=note))
    notebook().drafts.remove(draft_key("words"))
    say(_("Kept."))
    return go("home.show")
