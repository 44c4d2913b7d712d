"""What is behind a number of a picture: the entries and messages that were counted, or those that were not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.counts.stretch import ALWAYS
from daybook.domain.records.message_mark import TAGS
from daybook.notebook import counts
from daybook.notebook.behind import A_PAGE, Part, entries_of, messages_of, tallies_of
from daybook.notebook.messages import sources
from daybook.web.count_asked import asked_of, choice_of, part_of, values_of, zoom_of
from daybook.web.count_notes import MAYBE, UNDATED, WHY, limits_words, lines_of
from daybook.web.count_words import entry_words, stretch_words, weekday_hour_words
from daybook.web.dates import day_words
from daybook.web.here import notebook
from daybook.web.i18n import _

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

views = Blueprint("behind", __name__, url_prefix="/behind")
_TAGS = dict(TAGS)


@views.get("/show")
def show() -> ResponseReturnValue:
    """Entries first, then messages in order of time, so many on a page."""
    choice, part = choice_of(request.args), part_of(request.args)
    things = counts.things(notebook(), choice)
    entries = entries_of(things.entries, part)
    tallies = tallies_of(things, part)
    sent = sum(one.number for one in tallies)
    pages = max(1, -(-max(sent, len(entries)) // A_PAGE))
    asked = request.args.get("page", "1")
    page = min(max(1, int(asked) if asked.isdecimal() else 1), pages)
    first = (page - 1) * A_PAGE
    return render_template(
        "pictures/behind.html",
        title=_title(part),
        why=_why(part, len(entries)),
        chosen=limits_words(choice, choice.limits),
        lines=lines_of(notebook(), entries[first : first + A_PAGE]),
        entries=len(entries),
        messages=messages_of(notebook(), tallies, first) if first < sent else (),
        sent=sent,
        instants=any(one.is_instant for one in tallies),
        page=page,
        pages=pages,
        values=asked_of(choice) | values_of(part),
        back=asked_of(choice) | ({} if part.stretch == ALWAYS else zoom_of("month", part.stretch.start)),
        files=sources(notebook()),
        tag_words=_TAGS,
    )


def _title(part: Part) -> str:
    if part.apart == "undated":
        return _("Without a date")
    days = "" if part.stretch == ALWAYS else stretch_words(part.stretch)
    if part.hour is not None and part.weekday is not None:
        hour = weekday_hour_words(part.weekday, part.hour)
        return f"{hour} · {days}" if days else hour
    if part.by == "hour" and part.stretch.start.date() == part.stretch.last.date() and not part.apart:
        end = f"{part.stretch.last.hour + 1:02}:00"
        return _(
            "%(day)s, %(hour)s to %(end)s",
            day=day_words(part.stretch.start.date()),
            hour=f"{part.stretch.start:%H:%M}",
            end=end,
        )
    return days or _("All years")


def _why(part: Part, number: int) -> str:
    """For what is in no cell of a picture: why that is so."""
    if not part.apart:
        return ""
    why = {"maybe": MAYBE, "undated": UNDATED}.get(part.apart) or WHY["inside"].get(part.by, MAYBE)
    return _(why, counts=entry_words(number))
