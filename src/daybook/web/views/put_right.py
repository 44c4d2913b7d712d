"""A message that was kept from a screenshot put right: beside its piece of the picture, and how it read before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.notebook.messages import NoSuchMessageError, message
from daybook.web.addresses import go
from daybook.web.drafts import keep_typed
from daybook.web.here import notebook, say
from daybook.web.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask.typing import ResponseReturnValue

    from daybook.domain.records.put_right import PutRight
    from daybook.domain.seen import Side
    from daybook.notebook.message_right import Earlier
    from daybook.notebook.messages import HerMessage, Pick

views = Blueprint("put_right", __name__, url_prefix="/put-right")
_LEFT = "left "
_LONGEST, _LONGEST_TEXT = 500, 20_000


@views.app_template_global("read_before")
def read_before(her: HerMessage) -> list[Earlier]:
    """How a message read before it was put right, the first first."""
    from daybook.notebook.message_right import earlier  # noqa: PLC0415  (not needed to start)

    return earlier(notebook(), her)


def _asked_for() -> Pick:
    number = request.args.get("number", "")
    if not number.isdecimal():
        raise NoSuchMessageError
    return request.args.get("source", ""), int(number)


@views.get("/")
def show() -> ResponseReturnValue:
    """The form, filled with how the message reads now, or with what was typed and not saved."""
    from daybook.notebook import message_right  # noqa: PLC0415  (not needed to start)
    from daybook.notebook.righted import day_words  # noqa: PLC0415

    pick = _asked_for()
    her = message(notebook(), pick)
    now = message_right.said_now(notebook(), her)
    names, mine = message_right.names(notebook(), pick[0])
    key = _key(pick)
    draft = notebook().drafts.get(key)
    values = {"text": now.text, "who": _who(now), "name": "", "day": day_words(now.day), "clock": now.clock}
    if draft:
        values |= {name: "".join(draft.typed.get(name, [])) for name in values}
    return render_template(
        "seen/right.html",
        her=her,
        values=values,
        names=names or [her.kept.chat],
        mine=mine,
        key=key,
        source=pick[0],
        number=pick[1],
    )


def _key(pick: Pick) -> str:
    return "put-right.1 {} {}".format(*pick)


def _who(now: PutRight) -> str:
    return f"{_LEFT}{now.sender}" if now.side == "left" else now.side


@views.post("/")
def save() -> ResponseReturnValue:
    """Keep how it reads; how it read before stays to be seen."""
    from daybook.notebook import message_right  # noqa: PLC0415  (not needed to start)
    from daybook.web.seen_form import NotLikeThatError  # noqa: PLC0415

    pick = _asked_for()
    _left, mine = message_right.names(notebook(), pick[0])
    try:
        body = _body(pick, request.form, mine)
    except NotLikeThatError as error:
        keep_typed()
        say(_(str(error)))
        return go("put_right.show", source=pick[0], number=pick[1])
    is_held = message_right.put_right(notebook(), body)
    notebook().drafts.remove(_key(pick))
    if is_held:
        say(_("Saved. You held it against an order before, so look at that again."))
    else:
        say(_("Saved. What it said before stays to be seen."))
    return go("messages.one", source=pick[0], number=pick[1])


def _body(pick: Pick, form: Mapping[str, str], mine: str) -> PutRight:
    """What she typed. Raises NotLikeThatError."""
    from daybook.domain.records.put_right import PutRight  # noqa: PLC0415
    from daybook.web.seen_form import clock_in, day_in  # noqa: PLC0415

    who, name = form.get("who", ""), " ".join(form.get("name", "").split())[:_LONGEST]
    side: Side = "right" if who == "right" else "middle" if who == "middle" else "left"
    known = mine if side == "right" else who.removeprefix(_LEFT)[:_LONGEST]
    return PutRight(
        source=pick[0],
        message=pick[1],
        text=form.get("text", "").replace("\r\n", "\n").strip()[:_LONGEST_TEXT],
        sender="" if side == "middle" else name or known,
        side=side,
        day=day_in(form.get("day", "")),
        clock=clock_in(form.get("clock", "")),
    )
