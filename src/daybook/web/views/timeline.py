"""Her record in order of when it happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.kinds import RecordKind, is_listed, kind_of
from daybook.notebook.notebook import dated_kinds, title_of
from daybook.web.dates import later_words, month_words
from daybook.web.forms import file_fields
from daybook.web.her_words import her_kind
from daybook.web.here import notebook
from daybook.web.i18n import N_, _
from daybook.web.places import Place
from daybook.web.timeline_stretches import stretches_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flask.typing import ResponseReturnValue

    from daybook.domain.attachment import Attachment
    from daybook.domain.happened import Happened
    from daybook.domain.revision import Revision

views = Blueprint("timeline", __name__, url_prefix="/timeline")
place = Place(
    order=30,
    words=N_("Your record"),
    endpoint="timeline.show",
    says=N_("Everything you wrote down, in the order it happened."),
)
A_PAGE = 50
_MOST_PICTURES = 3
_TITLE = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record in a list: how it begins, when it was, its first pictures, how late and how often it was written."""

    revision: Revision
    kind: RecordKind
    title: str
    happened: Happened | None
    pictures: list[Attachment]
    files: int
    later: str

    @property
    def month(self) -> str:
        """The heading it stands under."""
        start = self.happened.start if self.happened else None
        if self.happened and self.happened.earliest and self.happened.earliest.date() > date.today():  # noqa: DTZ011
            return _("Still to come")
        return month_words(start.year, start.month) if start else _("Without a date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of a list: what is on it, its number counted from 1, and how many there are."""

    entries: Sequence[Entry]
    number: int
    count: int
    found: int


@views.get("/show")
def show() -> ResponseReturnValue:
    """The record, or one kind of it: the newest first unless `order` is "oldest", what has no date at the end."""
    code, order = request.args.get("kind", ""), request.args.get("order", "newest")
    kinds = [code] if code in dated_kinds() else dated_kinds()
    number, count = _asked(notebook().count(kinds))
    shown = notebook().timeline(kinds, newest=order == "newest", first=(number - 1) * A_PAGE, most=A_PAGE)
    leaf = Leaf(entries=[_entry(each) for each in shown], number=number, count=count, found=notebook().count(kinds))
    drafts = [draft for draft in notebook().drafts.all() if is_listed(draft.kind)]
    return render_template(
        "timeline/show.html",
        leaf=leaf,
        months=list(_by_month(leaf.entries)),
        tabs=[("", _("Everything")), *_tabs(code)],
        code=code,
        order=order,
        stretches=stretches_of(notebook().by_month(kinds), leaf, A_PAGE, newest=order == "newest") if count > 1 else [],
        waiting=len(drafts),
    )


def _by_month(entries: Sequence[Entry]) -> Iterator[tuple[int, str, list[Entry]]]:
    """The entries under their headings, each with the number on this page of the first under it."""
    place = 0
    for month, found in groupby(entries, lambda entry: entry.month):
        under = list(found)
        yield place, month, under
        place += len(under)


def _tabs(shown: str) -> list[tuple[str, str]]:
    """The kinds that hold something, and the one that is shown: a row of empty ones would hide the others."""
    there = [code for code in dated_kinds() if code == shown or notebook().count([code])]
    return [(code, her_kind(kind_of(code)).plural) for code in there]


def _asked(found: int) -> tuple[int, int]:
    """The page that was asked for, as far as there is one, and how many there are."""
    count = max(1, -(-found // A_PAGE))
    asked = request.args.get("page", "1")
    return min(max(1, int(asked) if asked.isdecimal() else 1), count), count


def _entry(revision: Revision) -> Entry:
    kind = her_kind(kind_of(revision.kind))
    files = [file for name in file_fields(kind) for file in getattr(revision.body, name)]
    happened = kind.when(revision.body)
    first = notebook().history(revision.record)[0] if revision.number > 1 else revision
    return Entry(
        revision=revision,
        kind=kind,
        title=title_of(revision, _TITLE),
        happened=happened,
        pictures=[file for file in files if file.is_picture][:_MOST_PICTURES],
        files=len(files),
        later=later_words(happened, first.written) if happened else "",
    )
