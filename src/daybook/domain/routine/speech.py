"""What was found in a week, as short sentences in her names for things, each with its reason and caution."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from daybook.domain.records.routine import DAYS
from daybook.domain.records.way import STOP_IS, Way
from daybook.domain.routine.encode import Rule
from daybook.domain.routine.ideas import Idea
from daybook.domain.routine.overlaps import Overlap
from daybook.domain.routine.times import Span, clock
from daybook.domain.routine.week import Week, is_fresh, is_movable, same
from daybook.domain.said import Said, Value

DAY_WORDS = dict(DAYS)


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
    if overlap.how == "way":
        words = "You could pass %(person)s on the way: %(place)s. %(days)s, with: %(theirs)s."
        if overlap.way:
            values["way"] = week.ways[overlap.way].name
            words = "Going this way (%(way)s) you could pass %(person)s: %(place)s. %(days)s, with: %(theirs)s."
        return Said(words, values)
    return Said("At the same time as: %(theirs)s. %(days)s. A place is not told, so it may be near or far.", values)


def sure_said(week: Week, overlap: Overlap) -> Said | None:
    """How sure she is of their time, where she is not."""
    words = {
        "think": "You think so, and are not sure of it.",
        "changes": "Their times change, so this may not hold.",
    }.get(week.theirs[overlap.theirs].sure)
    return Said(words) if words else None


def idea_said(week: Week, idea: Idea) -> Said:
    """What could be changed."""
    values = {"what": week.mine[idea.item].what, "place": idea.place}
    if idea.span:
        values["time"] = clock(idea.span.start)
    day = {"days": (idea.span.day,)} if idea.span else {}
    other = week.mine[idea.other].what if idea.other else ""
    way = week.ways[idea.way].name if idea.way else ""
    words = {
        "move": "It could be on %(days)s at %(time)s.",
        "swap": "It could swap with %(other)s: %(days)s at %(time)s.",
        "place": "It could be at another place: %(place)s.",
        "wider": "No free time was found. More days, or wider times, would open some.",
        "way": "Go by a way that is not known, some days: %(way)s.",
        "second": "Find a second way, door or stop, and go by it on some days.",
        "tell": "Tell one person there what is going on, so that they can look out for you.",
        "together": "Ask if somebody else can hand over or collect, or if it can be at a contact centre.",
    }
    return Said(words[idea.rule], {**values, **day, "other": other, "way": way})


def reason_said(week: Week, idea: Idea) -> Said:
    """Why it could help."""
    told = week.mine[idea.item]
    if idea.theirs:
        words = "As far as you told, %(person)s is elsewhere then: %(theirs)s."
        return Said(words, {"theirs": week.theirs[idea.theirs].what})
    return Said(
        {
            "move": "It is not the time that is known, and no time of %(person)s that you told is near it.",
            "swap": "Both stay in your week, and neither is when it is expected.",
            "place": "Where nobody waits, a known time matters less.",
            "wider": "Every time you gave is known, taken, or near a time of %(person)s.",
            "way": "Its time is fixed. The way is the part that can change.",
            "second": "Its time is fixed, and every way written down is known, or passes %(person)s.",
            "tell": "Its time is fixed. Somebody who knows can walk with you, or ring if you do not come.",
            "together": "It is the one time when %(person)s knows for certain where you are.",
        }[idea.rule],
        {"what": told.what},
    )


def caution_said(idea: Idea) -> Said:
    """What to think of first."""
    return Said(
        {
            "move": "A change can be noticed. An ordinary reason helps. Is it in a calendar that is shared?",
            "swap": "Two changes at once can be noticed. A shared calendar shows both.",
            "place": "Paying by card, loyalty cards and a phone's location can show the new place.",
            "wider": "It is yours to say what is possible. Not every time has to move.",
            "way": "Quiet and short is not better: light, people and a place to stop are.",
            "second": "Try it first by day, or with somebody.",
            "tell": "Choose somebody who is not close to %(person)s, and say what not to pass on.",
            "together": "If a court order says how it is done, ask a solicitor or a support worker before it changes.",
        }[idea.rule]
    )


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
            if is_movable(week.mine[rule.item]):
                words = "%(what)s is not when and where %(person)s could expect it, but in the times you gave."
            elif any(map(is_fresh, week.ways_of(rule.item).values())):
                words = "%(what)s stays at its time, and goes by a way that %(person)s does not know."
            else:
                words = "%(what)s stays at its time, and no way to it is written down that %(person)s does not know."
            return Said(words, {"what": what})


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
    if like or way.open_until:
        return Said("Safe stop: %(stop)s (%(like)s)." if like else "Safe stop: %(stop)s (until %(until)s).", values)
    return Said("Safe stop: %(stop)s.", values)


def span_said(span: Span) -> tuple[str, str]:
    """A stretch as its clock times, from and to."""
    return clock(span.start), clock(span.end)


def days_said(days: tuple[str, ...]) -> Said:
    """The days something is about."""
    return Said("%(days)s", {"days": days})


def avoided_said(week: Week, avoided: str) -> Said:
    """One of her times that is at a place to avoid."""
    return Said("It is at a place you would rather avoid: %(place)s.", {"place": week.avoided[avoided].place})
