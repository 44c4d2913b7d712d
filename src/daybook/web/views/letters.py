"""Letters: choose who it is to, the draft is there; what is confidential goes in only where she ticks it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request

from daybook.domain.kinds import kind_of
from daybook.domain.letters.things import READERS
from daybook.domain.records.letter import Letter
from daybook.domain.typed import parse
from daybook.notebook import letters, ready
from daybook.notebook.letter_things import keep_things, things_of
from daybook.notebook.letters import KIND
from daybook.notebook.notebook import ChangedElsewhereError, NoSuchRecordError
from daybook.notebook.people import spoken
from daybook.notebook.plans import HerPlan, her_plan
from daybook.web.addresses import go
from daybook.web.drafts import keep_typed, new_key
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.letter_form import DETAIL, LetterForm, form_of_draft, form_of_letter, new_form
from daybook.web.places import Place
from daybook.web.views.record import now

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.revision import Revision
    from daybook.guide.letter import ModelLetter

views = Blueprint("letters", __name__, url_prefix="/letters")
place = Place(
    order=65,
    words=N_("Letters"),
    endpoint="letters.index",
    says=N_(
        "To school, work, the GP, the council, a company or the police. What is private stays out unless you put it in."
    ),
    menu=False,
    among="ready",
)
NAME = "papers.pdf"


def plan_here() -> HerPlan:
    """Her plan as it is now, for her words and facts."""
    return her_plan(notebook(), ready.pack())


@views.get("/")
def index() -> ResponseReturnValue:
    """Her letters, then those she can begin with, by who they are to."""
    plan = plan_here()
    offered = letters.offered_to(plan)
    return render_template(
        "letters/index.html",
        mine=letters.letters_of(notebook()),
        waiting=[draft for draft in notebook().drafts.all() if draft.kind == KIND],
        fitting=_by_reader(plan, offered.fitting),
        others=_by_reader(plan, offered.others),
        steps=letters.open_steps(notebook(), plan),
    )


def _by_reader(plan: HerPlan, found: list[ModelLetter]) -> list[tuple[str, list[tuple[str, str, str]]]]:
    groups = [
        (words, [(each.id, plan.words(each.title), plan.words(each.about)) for each in found if each.reader == reader])
        for reader, words in READERS
    ]
    return [(words, rows) for words, rows in groups if rows]


@views.get("/write")
def write() -> ResponseReturnValue:
    """A letter begun (`letter`), one of her own, a draft (`key`) or one she changes (`record`)."""
    plan, key = plan_here(), request.args.get("key", "")
    if key and notebook().drafts.get(key) is None and (saved := notebook().saved_as(key)):
        return go("letters.show", record=saved.record)
    form = _form(plan)
    return render_template(
        "letters/write.html",
        form=form,
        about=plan.words(form.model.about) if form.model else "",
        beside=[plan.words(text) for text in form.model.beside] if form.model else [],
        readers=READERS,
        people=[(record, person.name) for record, person in letters.can_be(notebook(), form.value("reader")).items()],
        near=[spoken(plan, said, _) for said in letters.near(notebook(), form.typed.get("whom", []))],
    )


def _form(plan: HerPlan) -> LetterForm:
    things, today = things_of(notebook(), plan), now().date()
    key, record = request.args.get("key", ""), request.args.get("record", "")
    if key:
        draft = notebook().drafts.get(key)
        if draft is None:
            raise NoSuchRecordError
        return form_of_draft(plan, draft, things)
    if record:
        letters.letter_of(notebook(), record)
        return form_of_letter(plan, notebook().latest(record), things, today)
    return new_form(plan, request.args.get("letter", ""), things, today)


@views.post("/save")
def save() -> ResponseReturnValue:
    """Save a letter; or put what is ticked into it and give it back; or keep it as a draft."""
    plan, key, form = plan_here(), request.form.get("key", ""), _sent()
    wish = request.form.get("do", "keep")
    if wish not in ("save", "draw"):
        keep_typed()
        say(_("Kept. It becomes one of your letters when you save it."))
        return go("letters.write", key=key)
    drawn = form.drawn(plan, now().date())
    keep_typed(typed=drawn)  # before anything else: a lock or a power cut from here on loses nothing
    typed = {name.removeprefix(DETAIL): form.value(name).strip() for name in drawn if name.startswith(DETAIL)}
    keep_things(notebook(), plan, typed)
    body = parse(kind_of(KIND), drawn, {}, now())
    if isinstance(body, list):
        say(_("There are no words in the letter yet."))
        return go("letters.write", key=key)
    if wish == "draw":
        say(_drawn_words(form))
        return go("letters.write", key=key)
    return _saved(replace(body, began=form.value("began")), key, drawn)


def _drawn_words(form: LetterForm) -> str:
    empty = [_(asked.thing.words) for asked in form.asked if asked.thing.id in form.released and not asked.is_in]
    done = _("What you ticked is in the letter now.")
    return done if not empty else _("%(done)s Not known yet: %(things)s.", done=done, things=", ".join(empty))


def _sent() -> LetterForm:
    """The form as it was sent."""
    plan, typed = plan_here(), {name: values for name, values in request.form.lists() if name not in _NOT_HERS}
    model = plan.pack.letters.get(request.form.get("began", ""))
    return LetterForm(key=request.form.get("key", ""), typed=typed, things=things_of(notebook(), plan), model=model)


_NOT_HERS = ("kind", "key", "record", "based_on", "kept", "do")


def _saved(body: Letter, key: str, typed: dict[str, list[str]]) -> ResponseReturnValue:
    """Save it once; where another window said something else meanwhile, both are kept."""
    try:
        saved = _save_once(body, key)
    except ChangedElsewhereError as error:
        fresh = new_key()
        keep_typed(typed=typed, key=fresh, record=error.latest.record, based_on=error.latest.number)
        notebook().drafts.remove(key)
        say(_("This letter was changed in another window. Yours is below; the other stays as what it said before."))
        return go("letters.write", key=fresh)
    notebook().drafts.remove(key)
    say(_("Saved."))
    return go("letters.show", record=saved.record)


def _save_once(body: Letter, key: str) -> Revision:
    """Save a form; sent again with other words it raises ChangedElsewhereError, or they would be lost."""
    number = request.form.get("based_on", "")
    based_on = int(number) if number.isdecimal() else 0
    saved = notebook().save(body, key=key, record=request.form.get("record", ""), based_on=based_on)
    if saved.body == body:
        return saved
    raise ChangedElsewhereError(notebook().latest(saved.record))


@views.get("/show")
def show() -> ResponseReturnValue:
    """One letter to read, print or copy: what it reveals, and what to think of before it goes."""
    plan, record = plan_here(), request.args.get("record", "")
    letter, things = letters.letter_of(notebook(), record), things_of(notebook(), plan)
    model = plan.pack.letters.get(letter.began)
    return render_template(
        "letters/show.html",
        record=record,
        letter=letter,
        title=letter.title or _("A letter"),
        reader=dict(READERS).get(letter.reader, ""),
        reveals=letters.said_in(letter, things),
        standing=letters.standing_in(plan, letter, things),
        near=[spoken(plan, said, _) for said in letters.near(notebook(), letter.whom)],
        beside=[plan.words(text) for text in model.beside] if model else [],
        steps=[(item, True) for item in letters.steps_of(plan, letter)],
        changed=notebook().latest(record).number > 1,
        name=NAME,
    )


@views.get("/take")
def take() -> ResponseReturnValue:
    """The letter as a paper, made now, from memory, under a name that says nothing."""
    letter = letters.letter_of(notebook(), request.args.get("record", ""))
    answer = Response(letters.paper_of(letter.text), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return answer
