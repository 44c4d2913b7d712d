"""The few settings: where leaving goes, when it locks by itself, and another passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.records.preferences import Preferences
from daybook.journal.errors import WrongPassphraseError
from daybook.web.addresses import go
from daybook.web.exits import EXITS
from daybook.web.here import desk, notebook, say
from daybook.web.i18n import N_, _
from daybook.web.passphrase import ENOUGH, SHORTEST, offer, rate, tidied
from daybook.web.places import Place

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

views = Blueprint("settings", __name__, url_prefix="/settings")
place = Place(
    order=90,
    words=N_("Settings"),
    endpoint="settings.show",
    says=N_("Where “Close this page” goes, when it locks by itself, and your passphrase."),
    menu=False,
)
MINUTES = (1, 2, 3, 5, 10, 15)


@views.get("/show")
def show() -> ResponseReturnValue:
    """The settings as they are."""
    kept = notebook().one(Preferences)
    minutes = sorted({*MINUTES, kept.idle_minutes})
    return render_template("settings/show.html", kept=kept, exits=EXITS, minutes=minutes)


@views.post("/show")
def keep() -> ResponseReturnValue:
    """Keep new settings, and follow them from now on."""
    before = notebook().one(Preferences)
    exit_to, minutes = request.form.get("exit_to", ""), request.form.get("idle_minutes", "")
    preferences = Preferences(
        exit_to=exit_to if exit_to in EXITS else before.exit_to,
        idle_minutes=min(15, max(1, int(minutes))) if minutes.isdecimal() else before.idle_minutes,
    )
    notebook().keep(preferences)
    desk().adopt(preferences)
    say(_("Saved."))
    return go("settings.show")


@views.get("/words")
def words() -> ResponseReturnValue:
    """Six new words."""
    here = desk()
    here.offer = here.offer or offer()
    return render_template("settings/words.html", words=here.offer.split())


@views.post("/words")
def other_words() -> ResponseReturnValue:
    """Six other words."""
    desk().offer = offer()
    return go("settings.words")


@views.get("/try")
def practise() -> ResponseReturnValue:
    """The words are out of sight now; type the old passphrase and these."""
    if not desk().offer:
        return go("settings.words")
    return render_template("settings/try.html")


@views.post("/try")
def practised() -> ResponseReturnValue:
    """Change the passphrase if the words are the same."""
    typed = tidied(request.form.get("passphrase", "")).lower()
    if not desk().offer or typed != desk().offer:
        say(_("Not the same words yet. That is what trying is for: look again, or try once more."))
        return go("settings.practise")
    return _change(typed, "settings.practise")


@views.get("/own")
def own() -> ResponseReturnValue:
    """A new passphrase of her own; after one that is easy to guess (`weak`) she may still use it."""
    return render_template("settings/own.html", shortest=SHORTEST, weak="weak" in request.args)


@views.post("/own")
def chosen() -> ResponseReturnValue:
    """Change the passphrase to her own, or say in one sentence what is in the way."""
    typed, again = (tidied(request.form.get(name, "")) for name in ("passphrase", "again"))
    if len(typed) < SHORTEST:
        short = N_("This is too short: it needs at least %(number)s letters. Four or more words are a good start.")
        say(_(short, number=SHORTEST))
        return go("settings.own")
    strength = rate(typed)
    if typed != again:
        say(_("The two were not the same. Type it twice once more."))
        return go("settings.own")
    if strength.step < ENOUGH and "anyway" not in request.form:
        say(_(strength.words))
        return go("settings.own", weak=1)
    return _change(typed, "settings.own")


def _change(new: str, back: str) -> ResponseReturnValue:
    try:
        notebook().change_passphrase(tidied(request.form.get("old", "")), new)
    except WrongPassphraseError:
        say(_("The passphrase you use now was not right, so nothing was changed. Try once more."))
        return go(back)
    desk().offer = ""
    say(_("Your passphrase is changed. From now on this notebook opens with the new one only."))
    return go("settings.show")
