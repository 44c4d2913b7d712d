"""The emergency page: one step from every page, readable in ten seconds; and its sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request

from daybook.domain.emergency.calls import ABROAD, MORE, SHORT
from daybook.domain.home.glance import TITLES
from daybook.domain.records.code import HOW, MEANS
from daybook.domain.records.emergency import CallWords
from daybook.domain.records.person import DOES
from daybook.notebook import emergency, ready
from daybook.web.addresses import go
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.places import Place
from daybook.web.views.people import dialled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask.typing import ResponseReturnValue

    from daybook.domain.said import Said

views = Blueprint("emergency", __name__, url_prefix="/emergency")
place = Place(
    order=5,
    words=N_("Emergency page"),
    endpoint="emergency.show",
    says=N_("999 with or without words, your address to read out, ways out and codes. The word at the top leads here."),
    menu=False,
    among="ready",
)
NAME = "papers.pdf"
LONGEST = 1000
KEY = f"{emergency.KIND} words"
"""There is one form for these words, so that its draft is found again."""
FIELDS = ("address", "happening", "there")


def _say(sentences: Iterable[Said]) -> list[str]:
    return [said.said({}, _, _("%s and %s")) for said in sentences]


@views.get("/")
def show() -> ResponseReturnValue:
    """999 and her own things at once; what the guidance adds when it is read."""
    her, pack = emergency.her_emergency(notebook()), ready.pack_if_read()
    more = emergency.from_guidance(notebook(), pack) if pack else None
    return render_template(
        "emergency/show.html",
        her=her,
        more=more,
        calls=_say(more.first if more else SHORT),
        abroad=_say([ABROAD])[0] if more and more.abroad else "",
        about=_say(MORE),
        first=[(line.about, _(TITLES[line.about]), line.names) for line in her.first],
        others=[(_(TITLES[line.about]), line.names) for line in her.others],
        how=dict(HOW),
        means=dict(MEANS),
        does=dict(DOES),
        dialled=dialled,
        steps=[(item, bool(her.words.address.strip())) for item in more.steps] if more else [],
    )


@views.get("/words")
def words() -> ResponseReturnValue:
    """Three short things to read out, in a form whose words are kept as she types."""
    kept: CallWords = notebook().one(CallWords)
    draft = notebook().drafts.get(KEY)
    typed = {name: getattr(kept, name) for name in FIELDS}
    if draft:
        typed |= {name: "\n".join(draft.typed.get(name, [])) for name in FIELDS}
    return render_template("emergency/words.html", typed=typed, key=KEY, kind=emergency.KIND)


@views.post("/words")
def keep() -> ResponseReturnValue:
    """Keep these words."""
    typed = {name: request.form.get(name, "").replace("\r\n", "\n").strip()[:LONGEST] for name in FIELDS}
    emergency.keep_words(notebook(), CallWords(**typed))
    notebook().drafts.remove(KEY)
    say(_("Kept."))
    return go("emergency.show")


@views.get("/paper")
def paper() -> ResponseReturnValue:
    """What to put on the sheet, and what to know before it is there."""
    return render_template("emergency/paper.html", her=emergency.her_emergency(notebook()), name=NAME)


@views.post("/paper")
def asked() -> ResponseReturnValue:
    """Send the browser to the sheet she asked for."""
    return go("emergency.take", more=[name for name in emergency.MORE if name in request.form.getlist("more")])


@views.get("/take")
def take() -> ResponseReturnValue:
    """The sheet, made now, from memory, under a name that says nothing."""
    made = emergency.sheet(notebook(), request.args.getlist("more"))
    answer = Response(made, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return answer
