"""Her bag: what to have by stage, ticked on one page; each thing closely, with its reasons for care."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.notebook import bag, ready
from daybook.notebook.people import spoken
from daybook.notebook.plans import her_plan
from daybook.notebook.rests_on import is_old, is_reviewed, least_sure, rests_on
from daybook.web.addresses import go
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.places import Place
from daybook.web.shown import shown_fields
from daybook.web.views.plan import SURE, day_words
from daybook.web.views.record import now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask.typing import ResponseReturnValue

    from daybook.domain.said import Said
    from daybook.notebook.bag import HerBag, Slot
    from daybook.notebook.plans import HerPlan

views = Blueprint("bag", __name__, url_prefix="/bag")
place = Place(
    order=40,
    words=N_("Bag and papers"),
    endpoint="bag.index",
    says=N_("What to carry, what to put by, and where it is. How to get a new paper when one is lost."),
    menu=False,
    among="ready",
)
STAGES: dict[str, tuple[str, str]] = {
    "carry": (N_("Always with you"), N_("In a pocket or the bag you use each day, so that it is never left behind.")),
    "bag": (N_("In the bag"), N_("Put by, or a copy of it. Each thing is a help by itself.")),
    "leaving": (
        N_("At the last moment"),
        N_("What would be missed if it went sooner. It is enough to know where it is."),
    ),
}
MARKS: dict[str, str] = {"have": N_("Have it"), "copy": N_("Copy"), "aside": N_("Not for me")}
COUNTED = (
    *(N_("one"), N_("two"), N_("three"), N_("four"), N_("five")),
    *(N_("six"), N_("seven"), N_("eight"), N_("nine"), N_("ten")),
)
TICKS = "ticks "
_HEADED = ("what", "aside", "pictures")


def here() -> tuple[HerPlan, HerBag]:
    """Her plan, for its words and facts, and the bag as it is now."""
    plan = her_plan(notebook(), ready.pack())
    return plan, bag.bag_of(notebook(), plan, now().date())


def in_words(plan: HerPlan, sentences: Iterable[Said]) -> list[str]:
    """Sentences with the words she chose for the person harming her."""
    return [spoken(plan, said, _) for said in sentences]


def counted(number: int) -> str:
    """A small number as a word. A large one is not said: nobody keeps a score here."""
    return _(COUNTED[number - 1]) if number <= len(COUNTED) else _("many")


def whom_words(found: HerBag, whom: str) -> str:
    """For whom a line is: "" for her; a child by age, with its place where two are of one age."""
    ages = dict(found.children)
    if not whom or whom not in ages:
        return _("a child") if whom else ""
    same = [other for other, age in found.children if age == ages[whom]]
    if len(same) == 1:
        return _("your child of %(age)s", age=ages[whom])
    return _("your child of %(age)s (%(number)s)", age=ages[whom], number=same.index(whom) + 1)


def _by_whom(found: HerBag, stage: str) -> list[tuple[str, str, list[Slot]]]:
    """The lines of a stage under her, then under each child."""
    lines: dict[str, list[Slot]] = defaultdict(list)
    for slot in found.of(stage):
        lines[slot.whom].append(slot)
    return [(whom, whom_words(found, whom), lines[whom]) for whom in sorted(lines)]


@views.get("/")
def index() -> ResponseReturnValue:
    """Every stage with its things, one form each, after what there is to think of."""
    plan, found = here()
    wanted = request.args.get("open", "")
    return render_template(
        "bag/index.html",
        stages=[(name, *STAGES[name], found.left(name), _by_whom(found, name)) for name in bag.STAGES],
        wanted=wanted if wanted in STAGES else "carry",
        unsaved=_unsaved(found),
        kind=bag.KIND,
        ticks=draft_key,
        left=found.left("carry", "bag"),
        careful=[(slot, whom_words(found, slot.whom), _cautions(plan, slot)) for slot in found.careful],
        aside=[(slot, whom_words(found, slot.whom)) for slot in found.aside],
        reminders=in_words(plan, found.reminders),
        marks=MARKS,
        counted=counted,
        most=len(COUNTED),
        steps=bag.steps_of(plan, found),
        together=found.told.together,
    )


def draft_key(stage: str) -> str:
    """The form of a stage is always the same one, so that its draft is found again."""
    return f"{bag.KIND} {TICKS}{stage}"


def _unsaved(found: HerBag) -> dict[str, set[str]]:
    """The marks of the lines in forms that were not saved: what is kept, with what she ticked and took back."""
    drafts = [draft for stage in STAGES if (draft := notebook().drafts.get(draft_key(stage)))]
    marks: dict[str, set[str]] = {}
    for typed in (draft.typed for draft in drafts):
        before, now_ = _ticked(typed.get("before", [])), _ticked(typed.get("now", []))
        kept = {slot.id: set(slot.marks) for slot in found.slots}
        for name in typed.get("line", []):
            marks[name] = kept.get(name, set()) - (before[name] - now_[name]) | (now_[name] - before[name])
    return marks


def _cautions(plan: HerPlan, slot: Slot) -> list[str]:
    return in_words(plan, (caution.said for caution in slot.cautions))


@views.post("/tick")
def tick() -> ResponseReturnValue:
    """Keep what was ticked and taken back in one stage. Only what was changed on this page is changed."""
    before, now_ = _ticked(request.form.getlist("before")), _ticked(request.form.getlist("now"))
    found = here()[1]
    for name in request.form.getlist("line"):
        try:
            slot = found.slot(name)
        except bag.NoSuchThingError:  # her answers changed meanwhile, and it fits no more
            continue
        bag.tick(notebook(), slot, before[name], now_[name])
    notebook().drafts.remove(request.form.get("key", ""))
    say(_("Kept."))
    return go("bag.index", open=request.form.get("do", ""))


def _ticked(values: Iterable[str]) -> dict[str, set[str]]:
    """What the form says of each line: "passport child-1.have" ticks the mark "have" of a line."""
    found: dict[str, set[str]] = defaultdict(set)
    for value in values:
        line, _dot, mark = value.rpartition(".")
        if mark in MARKS:
            found[line].add(mark)
    return found


def _line(found: HerBag) -> Slot:
    """The line the address names: by its record, or by the thing and whom it is for."""
    return found.slot(
        request.args.get("record", "") or f"{request.args.get('entry', '')} {request.args.get('whom', '')}"
    )


@views.get("/show")
def show() -> ResponseReturnValue:
    """One thing: what to think of, what she noted, its photos, and how to get a new one."""
    plan, found = here()
    slot = _line(found)
    thing, fields = slot.thing, shown_fields(slot.item) if slot.item else []
    return render_template(
        "bag/show.html",
        slot=slot,
        whom=whom_words(found, slot.whom),
        hint=plan.words(thing.hint) if thing else "",
        caution=plan.words(thing.caution) if thing else "",
        has_again=bool(thing and thing.again),
        cautions=_cautions(plan, slot),
        missing=in_words(plan, slot.missing),
        stage=STAGES[slot.stage][0],
        fields=[field for field in fields if field.name not in _HEADED],
        photos=next((field for field in fields if field.name == "pictures"), None),
        changed=bool(slot.record) and notebook().latest(slot.record).number > 1,
        thing=thing,
        basis=rests_on(plan, thing) if thing else [],
        reviewed=bool(thing and is_reviewed(thing)),
        is_old=bool(thing and is_old(thing, now().date())),
        sure=SURE,
        least_sure=least_sure,
        day=day_words,
    )


@views.post("/looked")
def looked() -> ResponseReturnValue:
    """Keep that she looked at it today."""
    slot = _line(here()[1])
    bag.looked(notebook(), slot, now().date())
    say(_("Kept: looked at today."))
    return _back(slot)


@views.post("/aside")
def aside() -> ResponseReturnValue:
    """Keep that it is not for her, or that it is again."""
    slot, out = _line(here()[1]), request.form.get("do") == "aside"
    bag.set_aside(notebook(), slot, aside=out)
    say(_("Left out. You can bring it back.") if out else _("Back in the list."))
    return _back(slot)


def _back(slot: Slot) -> ResponseReturnValue:
    if slot.thing:
        return go("bag.show", entry=slot.thing.id, whom=slot.whom)
    return go("bag.show", record=slot.record)
