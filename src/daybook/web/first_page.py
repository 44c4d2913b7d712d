"""The first page after unlocking: what she can do now, in words. It never waits for the guidance to be read."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from flask import render_template

from daybook.notebook import ready
from daybook.notebook.answering import answers_of
from daybook.web.addresses import to
from daybook.web.here import notebook

if TYPE_CHECKING:
    from daybook.notebook.notebook import Notebook


def today() -> date:
    """The day on the wall."""
    return datetime.now().astimezone().date()


def first_page() -> str:
    """What waits for her, where the questions stand, where her plan begins, and everything else there is."""
    book = notebook()
    answers = answers_of(book)
    asked, start, begun = None, [], bool(answers.chosen or answers.ages or answers.unsure or answers.skipped)
    pack = ready.pack_if_read()
    if pack:
        from daybook.notebook.plans import her_plan  # noqa: PLC0415  (not needed to start)
        from daybook.notebook.round import Round  # noqa: PLC0415

        stands = Round(pack, answers)
        question = stands.next_open()
        asked = stands.told(question).ask if question else None
        start = her_plan(book, pack).start_here()[:1] if begun else []
    return render_template(
        "home.html",
        waiting=len(book.drafts.all()),
        lost=book.lost_pages,
        asked=asked,
        asks=pack is None or asked is not None,
        begun=begun,
        start=start[0] if start else None,
        near=_near(book),
    )


def _near(book: Notebook) -> str:
    """Where an end that comes near is spoken of; "" where none does. Here it is not said what of."""
    if not book.count(["order.1"]):
        return ""
    from daybook.notebook.her_orders import near_end  # noqa: PLC0415  (not needed to start)

    near = near_end(book, today())
    if len(near) == 1:
        return to("court_order.show", record=near[0])
    return to("court_order.index") if near else ""
