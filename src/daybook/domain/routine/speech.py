"""What was found in a week, as short sentences in her names for things, each with its reason and caution."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from daybook.domain.records.routine import DAYS
from daybook.domain.records.way import STOP_IS, Way
from daybook.domain.routine.encode import Rule
from daybook.domain.routine.overlaps import Overlap
from daybook.domain.routine.times import Span, clock
from daybook.domain.routine.week import Week, is_fresh, is_movable, same
from daybook.domain.said import Said, Value

DAY_WORDS = dict(DAYS)
SURE_WORDS = {
    "think": Said("You think so, and are not sure of it."),
    "changes": Said("Their times change, so this may not hold."),
}


def in_words(said: Said, person: Mapping[str, str], speak: Callable[[str], str] = str, both: str = "%s and %s") -> str:
    """A sentence with its days, which are codes, in words. `person` and `speak` as for Said."""
    values = {
        name: tuple(speak(DAY_WORDS[day]) for day in value) if name == "days" else value
        for name, value in said.values.items()
    }
    return Said(said.words, values).said(person, speak, both)


def named(week: Week, place: str) -> str:
    """Her name for a place that was compared."""
    told = [each.place for each in week.mine.values()]
    told += [name for each in week.theirs.values() for name in (each.place, *each.passes)]
    told += [name for each in week.ways.values() for name in each.passes]
    told += [each.place for each in week.avoided.values()]
    return next((name for name in told if same(name) == place), place)


def overlap_said(week: Week, overlap: Overlap) -> Said:
    """What comes together, where and on which days."""
    values: dict[str, Value] = {
        "mine": week.mine[overlap.mine].what,
        "theirs": week.theirs[overlap.theirs].what,
        "place": named(week, overlap.at),
        "days": overlap.days,
    }
    if overlap.how == "place" and overlap.exact:
        return Said("Same place, same time: %(place)s. %(days)s, with: %(theirs)s.", values)
    if overlap.how == "place":
        return Said("Same place, within half an hour: %(place)s. %(days)s, with: %(theirs)s.", values)
    if overlap.how == "way" and overlap.way:
        values["way"] = week.ways[overlap.way].name
        return Said(
            "Going this way (%(way)s) you could pass %(person)s: %(place)s. %(days)s, with: %(theirs)s.", values
        )
    if overlap.how == "way":
        return Said("You could pass %(person)s on the way: %(place)s. %(days)s, with: %(theirs)s.", values)
    return Said("At the same time as: %(theirs)s. %(days)s. A place is not told, so it may be near or far.", values)


def sure_said(week: Week, overlap: Overlap) -> Said | None:
    """How sure she is of their time, where she is not."""
    return SURE_WORDS.get(week.theirs[overlap.theirs].sure)


def rule_said(week: Week, rule: Rule) -> Said:
    """What a rule asks for."""
    what = week.mine[rule.item].what
    match rule.kind:
        case "clash":
            return Said("%(what)s and %(other)s are not at once.", {"what": what, "other": week.mine[rule.other].what})
        case "avoided":
            place = week.avoided[rule.other].place
            return Said("%(what)s keeps away from %(place)s.", {"what": what, "place": place})
        case "theirs":
            other = week.theirs[rule.other].what
            return Said(
                "%(what)s does not come near this time of %(person)s: %(other)s.", {"what": what, "other": other}
            )
        case "pattern":
            return _pattern_said(week, rule.item)


def _pattern_said(week: Week, item: str) -> Said:
    what = {"what": week.mine[item].what}
    if is_movable(week.mine[item]):
        return Said(
            "%(what)s keeps away from when and where %(person)s could expect it, within the times you gave.", what
        )
    if any(map(is_fresh, week.ways_of(item).values())):
        return Said("%(what)s stays at its time, and goes by a way that %(person)s does not know.", what)
    return Said("%(what)s stays at its time, and no way to it is written down that %(person)s does not know.", what)


def opens_said(week: Week, rule: Rule) -> Said:
    """What would make a rule easier to keep."""
    what = {"what": week.mine[rule.item].what}
    if is_movable(week.mine[rule.item]):
        return Said("%(what)s: another day, wider times or another place would open it.", what)
    return Said("%(what)s: another way, one that %(person)s does not know, would open it.", what)


def stop_said(way: Way) -> Said | None:
    """The safe stop on a way, with what it is like; None where none is told."""
    if not way.stop:
        return None
    like = ", ".join(words.lower() for code, words in STOP_IS if code in way.stop_is)
    values = {"stop": way.stop, "like": like, "until": way.open_until}
    if like and way.open_until:
        return Said("Safe stop: %(stop)s (%(like)s; until %(until)s).", values)
    if like:
        return Said("Safe stop: %(stop)s (%(like)s).", values)
    if way.open_until:
        return Said("Safe stop: %(stop)s (until %(until)s).", values)
    return Said("Safe stop: %(stop)s.", values)


def span_said(span: Span) -> tuple[str, str]:
    """A stretch as its clock times, from and to."""
    return clock(span.start), clock(span.end)


def avoided_said(week: Week, avoided: str) -> Said:
    """One of her times that is at a place to avoid."""
    return Said("It is at a place you would rather avoid: %(place)s.", {"place": week.avoided[avoided].place})
