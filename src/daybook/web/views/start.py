"""Starting a new notebook: first who else can see this device, then a passphrase, tried once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.web.addresses import go
from daybook.web.here import desk, say
from daybook.web.i18n import _
from daybook.web.passphrase import ENOUGH, SHORTEST, offer, rate, tidied
from daybook.web.views.front import opened

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

views = Blueprint("start", __name__, url_prefix="/start")


@views.get("/before")
def before() -> ResponseReturnValue:
    """What to know before anything is typed."""
    return render_template("start/before.html")


@views.get("/words")
def words() -> ResponseReturnValue:
    """Six words to open the notebook with."""
    here = desk()
    here.offer = here.offer or offer()
    return render_template("start/words.html", words=here.offer.split())


@views.post("/words")
def other_words() -> ResponseReturnValue:
    """Six other words."""
    desk().offer = offer()
    return go("start.words")


@views.get("/try")
def practise() -> ResponseReturnValue:
    """The words are out of sight now; type them once."""
    if not desk().offer:
        return go("start.words")
    return render_template("start/try.html")


@views.post("/try")
def practised() -> ResponseReturnValue:
    """Start the notebook if the words are the same."""
    here = desk()
    typed = tidied(request.form.get("passphrase", "")).lower()
    if not here.offer or typed != here.offer:
        say(_("Not the same words yet. That is what trying is for: look again, or try once more."))
        return go("start.practise")
    return opened(here.create(typed))


@views.get("/own")
def own() -> ResponseReturnValue:
    """A passphrase of her own."""
    return render_template("start/own.html", shortest=SHORTEST, weak=False)


@views.get("/own/weak")
def weak() -> ResponseReturnValue:
    """The same page, after a passphrase that is easy to guess: she may still use it."""
    return render_template("start/own.html", shortest=SHORTEST, weak=True)


@views.post("/own")
def chosen() -> ResponseReturnValue:
    """Start the notebook with her own passphrase, or say in one sentence what is in the way."""
    typed, again = (tidied(request.form.get(name, "")) for name in ("passphrase", "again"))
    if len(typed) < SHORTEST:
        say(_("Too short: it needs at least %(number)s letters. Four or more words are a good start.", number=SHORTEST))
        return go("start.own")
    strength = rate(typed)
    if "rate" in request.form:
        say(_(strength.words))
        return go("start.own")
    if typed != again:
        say(_("The two were not the same. Type it twice once more."))
        return go("start.own")
    if strength.step < ENOUGH and "anyway" not in request.form:
        say(_(strength.words))
        return go("start.weak")
    return opened(desk().create(typed))


@views.post("/strength")
def strength() -> ResponseReturnValue:
    """Say how strong a passphrase is while it is being typed."""
    typed = tidied(request.form.get("passphrase", ""))
    said = _(rate(typed).words) if len(typed) >= SHORTEST else ""
    return said, {"Content-Type": "text/plain; charset=utf-8"}
