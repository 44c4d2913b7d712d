"""Where the numbers of a picture come from, what is not in it and why, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from daybook.domain.kinds import kind_of
from daybook.notebook import counts
from daybook.notebook.behind import Apart, Part
from daybook.notebook.messages import sources
from daybook.notebook.notebook import NoSuchRecordError, title_of
from daybook.web.addresses import to
from daybook.web.count_asked import Asked, values_of
from daybook.web.count_words import entry_words, kind_words, message_words
from daybook.web.dates import day_words, when_words
from daybook.web.her_words import her_kind
from daybook.web.i18n import N_, _

if TYPE_CHECKING:
    import datetime as dt

    from daybook.domain.counts.counted import Counted
    from daybook.domain.counts.stretch import Level, Stretch
    from daybook.domain.counts.thing import Entry
    from daybook.notebook.counts import Choice, File, Things
    from daybook.notebook.notebook import Notebook

FEW = 6
WHY: dict[Apart, dict[Level, str]] = {
    "inside": {
        "year": N_("In this time, but the year is not certain: %(counts)s."),
        "month": N_("In this time, but the month is not certain: %(counts)s."),
        "day": N_("In this time, but the day is not certain: %(counts)s."),
        "hour": N_("In this time, but without an exact hour: %(counts)s."),
    },
    "maybe": {},
    "undated": {},
}
MAYBE, UNDATED = N_("Perhaps in this time, perhaps not: %(counts)s."), N_("Without a date: %(counts)s.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry in a list: where it is, when it was, and how it begins."""

    record: str
    when: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Entries that stand in no cell of the picture, and why; `more` leads to all of them where these are only a few."""

    why: str
    lines: Sequence[Line]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that messages of the picture come from: its record, its name, how many, and of which days it has any."""

    record: str
    name: str
    counts: str
    days: str
    partly: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Everything that stands under a picture."""

    entries: str
    sources: Sequence[Source]
    said: Sequence[str]
    left: Sequence[Left]
    also: Sequence[str]
    all: str


def notes(
    notebook: Notebook, things: Things, found: Counted[Any], *, by: Level, asked: Asked, now: dt.datetime
) -> Notes:
    """What is said under the picture that was counted like this."""
    whole = Part(stretch=found.stretch, by=by)
    ahead = any(
        entry.earliest and entry.earliest > now and entry.is_in(found.stretch) and entry.place(by)
        for entry in things.entries
    )
    return Notes(
        entries=_entries(found),
        sources=[_source(file, found) for file in counts.files(notebook).values() if found.sources[file.record]],
        said=[*_clocks(found), *([_("Days still to come are counted, too.")] if ahead else [])],
        left=_left(notebook, found, by, asked),
        also=[*_also(found), *_unread(notebook, found)],
        all=to("behind.show", **asked, **values_of(whole)) if found.placed else "",
    )


def _entries(found: Counted[Any]) -> str:
    kinds = [f"{kind_words(kind)}: {number:,}" for kind, number in found.kinds.most_common()]
    return "; ".join(kinds)


def _source(file: File, found: Counted[Any]) -> Source:
    first, last, stretch = file.first, file.last, found.stretch
    days = _("%(first)s to %(last)s", first=day_words(first), last=day_words(last)) if first and last else ""
    partly = bool(first and last and (first > stretch.start.date() or last < stretch.last.date()))
    return Source(
        record=file.record,
        name=file.name or _("A file without a name"),
        counts=f"{found.sources[file.record]:,}",
        days=days,
        partly=partly,
    )


def _clocks(found: Counted[Any]) -> list[str]:
    """By which clocks messages are counted."""
    sent = sum(found.sources.values())
    walls = sent - found.instants
    said = []
    if walls:
        said.append(
            _("%(counts)s as the file gives the time: what the clock of the phone said.", counts=message_words(walls))
        )
    if found.instants:
        said.append(
            _(
                "%(counts)s by the clock of this computer: their file gives world time (UTC).",
                counts=message_words(found.instants),
            )
        )
    if sent:
        said.append(_("A message that two files hold is counted once."))
    return said


def _left(notebook: Notebook, found: Counted[Any], by: Level, asked: Asked) -> list[Left]:
    groups: tuple[tuple[Apart, Sequence[Entry], str], ...] = (
        ("inside", found.inside, WHY["inside"][by]),
        ("maybe", found.maybe, MAYBE),
        ("undated", found.undated, UNDATED),
    )
    all_of = []
    for apart, entries, why in groups:
        if entries:
            part = Part(stretch=found.stretch, by=by, apart=apart)
            more = to("behind.show", **asked, **values_of(part)) if len(entries) > FEW else ""
            words = _(why, counts=entry_words(len(entries)))
            all_of.append(Left(why=words, lines=lines_of(notebook, entries[:FEW]), more=more))
    return all_of


def _also(found: Counted[Any]) -> list[str]:
    said = []
    if found.untimed:
        said.append(_("Without an hour: %(counts)s.", counts=message_words(found.untimed.sent)))
    if found.timeless:
        said.append(_("Without any time: %(counts)s.", counts=message_words(found.timeless)))
    return said


def _unread(notebook: Notebook, found: Counted[Any]) -> list[str]:
    skipped = sum(source.skipped for record, source in sources(notebook).items() if found.sources[record])
    if not skipped:
        return []
    return [_("Parts of the files that could not be read: %(number)s. Each file says which.", number=f"{skipped:,}")]


def lines_of(notebook: Notebook, entries: Sequence[Entry]) -> list[Line]:
    """Entries as they stand in a list."""
    found = []
    for entry in entries:
        try:
            revision = notebook.latest(entry.record)
        except NoSuchRecordError:
            continue
        kind = kind_of(revision.kind)
        happened = kind.when(revision.body)
        words = when_words(happened) if happened else ""
        if happened and happened.words:
            words += f" (“{happened.words}”)"
        found.append(Line(record=entry.record, when=words, title=title_of(revision, 140), kind=her_kind(kind).name))
    return found


def limits_words(choice: Choice, whole: Stretch) -> list[str]:
    """What was chosen, in words; nothing where everything is counted."""
    said = [kind_words(kind) for kind in choice.kinds]
    if choice.sender:
        said.append(_("messages and calls from %(name)s", name=choice.sender))
    if choice.since:
        said.append(_("from %(day)s", day=day_words(max(choice.since, whole.start.date()))))
    if choice.until:
        said.append(_("until %(day)s", day=day_words(choice.until)))
    return said
