"""Writing something down, and reading it again: choose, write, keep, save, show, amend."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from flask import Blueprint, redirect, render_template, request

from daybook.domain.fields import fields_of
from daybook.domain.kinds import is_listed, kind_of
from daybook.domain.typed import Files, Typed, first, merged, typed_happened, typed_of
from daybook.journal.errors import StoreError
from daybook.notebook.notebook import ChangedElsewhereError, NoSuchRecordError, Notebook, title_of
from daybook.notebook.quoting import times_of
from daybook.web import dates, record_choices
from daybook.web.addresses import go, to
from daybook.web.body_drawing import touched
from daybook.web.drafts import keep_typed, kept_files, new_key
from daybook.web.errors import sentence_of
from daybook.web.forms import (
    Form,
    checked,
    empty_form,
    file_fields,
    form_of_draft,
    form_of_revision,
    listed_kind,
    remaining,
)
from daybook.web.her_words import her_kind, in_her_words
from daybook.web.here import desk, notebook, say
from daybook.web.i18n import N_, _
from daybook.web.linked import told
from daybook.web.own_pages import OWN_PAGES
from daybook.web.places import Place
from daybook.web.shown import Changed, changes, says_the_same, shown_fields
from daybook.web.uploads import sealed_files

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.attachment import Attachment
    from daybook.domain.happened import Happened
    from daybook.domain.revision import Revision

views = Blueprint("record", __name__, url_prefix="/record")
place = Place(
    order=10,
    words=N_("Write something down"),
    endpoint="record.choose",
    says=N_("What happened, or a call or a meeting, with photos if you have them. A few words are enough."),
)
_TITLE = 60
"""Characters of a title that say what is amended."""
_NOT_HERS = ("kind", "key", "record", "based_on", "kept", "do")
views.add_app_template_filter(dates.when_words, "when")
views.add_app_template_filter(dates.written_words, "written")
views.add_app_template_filter(dates.size_words, "size")
views.add_app_template_filter(in_her_words, "in_her_words")


def now() -> datetime:
    """What the clock on the wall says: dates are hers, and carry no zone."""
    return datetime.now().astimezone()


@views.get("/choose")
def choose() -> ResponseReturnValue:
    """What kind of thing she would like to write down."""
    waiting = [draft for draft in notebook().drafts.all() if is_listed(draft.kind)]
    groups = list(record_choices.groups())
    return render_template("record/choose.html", first=record_choices.FIRST, groups=groups, waiting=len(waiting))


@views.get("/new")
def new() -> ResponseReturnValue:
    """An empty form (`kind`, and what it begins with), or a draft (`key`) with what there is to put right (`look`)."""
    key = request.args.get("key", "")
    if not key:
        kind = listed_kind(request.args.get("kind", ""))
        return _page(empty_form(kind, merged(dict(request.args.lists()), fields_of(kind.cls))))
    draft = notebook().drafts.get(key)
    if draft is None and (saved := notebook().saved_as(key)):
        return go("record.show", record=saved.record)
    if draft is None:
        raise NoSuchRecordError
    return _page(form_of_draft(draft, now(), look="look" in request.args))


@views.get("/amend")
def amend() -> ResponseReturnValue:
    """A form filled with what a record says now."""
    return _page(form_of_revision(notebook().latest(request.args.get("record", ""))))


def _page(form: Form) -> str:
    newer, differs = None, []
    latest = notebook().latest(form.record) if form.record else None
    if latest and latest.number != form.based_on:
        newer, differs = latest, _differs(latest, form)
    waiting = [draft for draft in notebook().drafts.all() if draft.kind == form.kind.code and draft.key != form.key]
    return render_template(
        "record/form.html",
        form=form,
        amends=title_of(latest, _TITLE) if latest else "",
        newer=newer,
        differs=differs,
        waiting=len(waiting),
        offered=_offered(form.key, form.record),
    )


def _offered(key: str, record: str) -> Happened | None:
    """When the messages were sent that this form, or the one of what it amends, was begun with."""
    return times_of(notebook(), notebook().history(record)[0].key if record else key)


def _differs(latest: Revision, form: Form) -> list[Changed]:
    """What the saved text and the text in the form say differently; empty while the form does not read as a record."""
    body = checked(form.kind, form.typed, remaining(form.typed, form.files), now())
    return [] if isinstance(body, list) else changes(latest.body, body)


@views.post("/save")
def save() -> ResponseReturnValue:
    """Save a form, or keep it and give it back: with a day filled in, or with what there is to put right."""
    kind = listed_kind(request.form.get("kind", ""))
    key, wish = request.form.get("key", ""), request.form.get("do", "keep")
    typed = {name: values for name, values in request.form.lists() if name not in _NOT_HERS}
    try:
        files = _all_files(file_fields(kind))
    except StoreError as error:
        return _given_back(error, key, typed, kept_files(request.form))
    if wish != "save":
        return _keep(wish, key, typed, files)
    body = checked(kind, typed, remaining(typed, files), now())
    if isinstance(body, list):
        _hold(typed=typed, files=files)
        return go("record.new", key=key, look=1)
    try:
        saved = _save_once(notebook(), body, key)
    except ChangedElsewhereError as error:
        fresh = new_key()  # the old key may be that of something saved
        _hold(typed=typed, files=files, key=fresh, record=error.latest.record)
        notebook().drafts.remove(key)
        return go("record.new", key=fresh)
    except Exception as error:
        if not desk().is_open:
            raise
        return _given_back(error, key, typed, files)
    notebook().drafts.remove(key)
    say(_("Saved."))
    return go("record.show", record=saved.record)


def _hold(**draft: Any) -> bool:  # noqa: ANN401  (fields of Draft)
    """Keep the form as a draft. What the disk refuses is held until it locks: then this says so, and is False."""
    try:
        return keep_typed(**draft)
    except StoreError as error:
        say(sentence_of(error)[0])
        return False


def _given_back(error: Exception, key: str, typed: Typed, files: Files) -> ResponseReturnValue:
    """The form again, with its words and the photos that were sealed, and what went wrong: a full disk, say."""
    if _hold(typed=typed, files=files) or not isinstance(error, StoreError):
        say(sentence_of(error)[0])
    return go("record.new", key=key)


def _all_files(names: list[str]) -> dict[str, tuple[Attachment, ...]]:
    kept = kept_files(request.form)
    return {name: (*kept.get(name, ()), *sealed_files(name)) for name in names}


def _save_once(book: Notebook, body: Any, key: str) -> Revision:  # noqa: ANN401  (a record of any kind)
    """Save a form. Sent twice it is saved once.

    Sent again with other words (the same page, in a window that was doubled) it raises ChangedElsewhereError:
    the key alone would take it for a second sending, and the new words would be lost.
    """
    based_on = request.form.get("based_on", "")
    number = int(based_on) if based_on.isdecimal() else 0
    saved = book.save(body, key=key, record=request.form.get("record", ""), based_on=number)
    if says_the_same(saved.body, body):
        return saved
    raise ChangedElsewhereError(book.latest(saved.record))


def _keep(wish: str, key: str, typed: Typed, files: Files) -> ResponseReturnValue:
    """Keep the form as a draft and give it back; "today f1 happened" fills in the day and leads back to that field.

    So does "messages f1 happened", with the times of the messages it was begun with.

    A touch on a drawing comes without any wish: it adds a mark.
    """
    if mark := touched(listed_kind(request.form.get("kind", "")), typed):
        return _marked(*mark, key, files)
    day, _space, field = wish.partition(" ")
    place, _space, name = field.partition(" ")
    back = ""
    if name and day in ("today", "yesterday"):
        typed = {**typed, **_day(name, first(typed, f"{name}.how"), now() - timedelta(days=day == "yesterday"))}
        back = f"#{place}"
    if name and day == "messages" and (offered := _offered(key, request.form.get("record", ""))):
        hers = first(typed, f"{name}.words")
        typed = {**typed, **typed_happened(name, offered), f"{name}.words": [hers]}
        back = f"#{place}"
    if _hold(typed=typed, files=files) and not back:
        say(_("Kept. It becomes part of your record when you save it."))
    return redirect(to("record.new", key=key) + back, 303)


def _marked(name: str, typed: Typed, on_it: bool, key: str, files: Files) -> ResponseReturnValue:  # noqa: FBT001
    """Keep the form with one more mark on the drawing, and lead back to the drawing."""
    kept = _hold(typed=typed, files=files)
    if kept and not on_it:
        say(_("That was beside the figure, so nothing was marked. You can also choose a place by its name."))
    place = list(fields_of(listed_kind(request.form.get("kind", "")).cls)).index(name)
    return redirect(to("record.new", key=key) + f"#f{place}", 303)


def _day(name: str, how: str, day: datetime) -> dict[str, list[str]]:
    parts = {"how": how if how in ("exact", "about") else "exact", "day": day.day, "month": day.month, "year": day.year}
    return {f"{name}.{part}": [str(value)] for part, value in parts.items()}


@views.get("/show")
def show() -> ResponseReturnValue:
    """One record as it is now."""
    history = notebook().history(request.args.get("record", ""))
    latest = history[-1]
    if latest.kind in OWN_PAGES:
        return go(OWN_PAGES[latest.kind], record=latest.record)
    kind = kind_of(latest.kind)
    happened = kind.when(latest.body)
    fields = [field for field in shown_fields(latest.body) if field.name != kind.dated_by]
    return render_template(
        "record/show.html",
        kind=her_kind(kind),
        latest=latest,
        first=history[0],
        happened=happened,
        later=dates.later_words(happened, history[0].written) if happened else "",
        fields=fields,
        pointing=[told(found) for found in notebook().linked_to(latest.record)],
        after=_after(latest),
    )


def _after(latest: Revision) -> list[tuple[str, dict[str, Any]]]:
    """What can be begun from its page and belongs with it: the words, and what the form begins with."""
    if not kind_of(latest.kind).dated_by:
        return []
    day = {name: value for name, value in typed_of(latest.body).items() if _is_of_the_day(name)}
    found = []
    for choice in record_choices.AFTER:
        begun = {"kind": [choice.kind], "linked": [latest.record]}
        found.append((choice.words, {**begun, **day} if choice.kind == "incident.1" else begun))
    if latest.kind == "injury.1":
        again = {"kind": ["injury.1"], "again": [latest.record], "marks": typed_of(latest.body)["marks"]}
        found.insert(0, (N_("Photos of it, some days later"), again))
    return found


def _is_of_the_day(name: str) -> bool:
    """Whether it says the day a thing happened. The time is left out: what came next was not at the same minute."""
    return name.startswith("happened.") and not name.endswith("time")


@views.get("/history")
def history() -> ResponseReturnValue:
    """What a record said before: every version, the newest first, with what changed."""
    found = notebook().history(request.args.get("record", ""))
    versions = [
        (revision, changes(before.body, revision.body) if before else [], shown_fields(revision.body))
        for before, revision in zip([None, *found[:-1]], found, strict=True)
    ]
    return render_template("record/history.html", kind=kind_of(found[-1].kind), versions=versions[::-1])
