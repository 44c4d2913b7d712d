"""What she typed and did not save: open it again, or throw it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.fields import FieldKind, fields_of
from daybook.domain.kinds import UnknownKindError, kind_of
from daybook.web.addresses import go
from daybook.web.her_words import her_kind
from daybook.web.here import notebook, say
from daybook.web.i18n import _
from daybook.web.reopen import HOME, MARK, NOTE, address_of
from daybook.web.views.room import TICKS

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.drafts import Draft

views = Blueprint("unsaved", __name__, url_prefix="/unsaved")
_LONGEST = 300


@views.get("/all")
def all() -> ResponseReturnValue:  # noqa: A001  (read as unsaved.all)
    """Every draft, the newest first."""
    return render_template("unsaved/all.html", drafts=[_told(draft) for draft in notebook().drafts.all()])


@views.get("/away")
def away() -> ResponseReturnValue:
    """Ask once before throwing a draft away."""
    draft = notebook().drafts.get(request.args.get("key", ""))
    if draft is None:
        return go("unsaved.all")
    return render_template("unsaved/away.html", draft=_told(draft))


@views.post("/away")
def thrown() -> ResponseReturnValue:
    """Throw a draft away."""
    notebook().drafts.remove(request.form.get("key", ""))
    say(_("Thrown away."))
    return go("unsaved.all")


def _told(draft: Draft) -> dict[str, object]:
    """What a list says of a draft: what it is, how it begins, and where it goes on, if anywhere."""
    try:
        kind = kind_of(draft.kind)
    except UnknownKindError:
        return {"draft": draft, "name": "", "begins": _all_words(draft), "address": ""}
    names = [
        name
        for name, field in fields_of(kind.cls).items()
        if field.kind in (FieldKind.TEXT, FieldKind.LINE, FieldKind.PEOPLE)
    ]
    names.sort(key=lambda name: name != kind.title_field)
    words = (" ".join(" ".join(draft.typed.get(name, [])).split()) for name in names)
    begins = next((text for text in words if text), "") if kind.listed else _all_words(draft)
    if draft.kind == HOME and draft.key.removeprefix(f"{HOME} ") in TICKS:
        begins = ""  # ticks say nothing by themselves
    if draft.kind in (NOTE, MARK):
        begins = "".join(draft.typed.get("note", []))
    return {"draft": draft, "name": her_kind(kind).name, "begins": begins[:_LONGEST], "address": address_of(draft)}


def _all_words(draft: Draft) -> str:
    return "\n".join(value for values in draft.typed.values() for value in values if value)
