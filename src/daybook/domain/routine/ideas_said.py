"""Each idea for her week in words: what could change, why it could help, and what to think of first (W21)."""

from __future__ import annotations

from daybook.domain.routine.ideas import Idea
from daybook.domain.routine.times import clock
from daybook.domain.routine.week import Week
from daybook.domain.said import Said, Value

_WHAT = {
    "move": Said("It could be on %(days)s at %(time)s."),
    "swap": Said("It could swap with %(other)s: %(days)s at %(time)s."),
    "place": Said("It could be at another place: %(place)s."),
    "wider": Said("No free time was found. More days, or wider times, would open some."),
    "way": Said("Go by a way that is not known, some days: %(way)s."),
    "second": Said("Find a second way, door or stop, and go by it on some days."),
    "tell": Said("Tell one person there what is going on, so that they can look out for you."),
    "together": Said("Ask if somebody else can hand over or collect, or if it can be at a contact centre."),
}
_WHY = {
    "move": Said("It is not the time that is known, and no time of %(person)s that you told is near it."),
    "swap": Said("Both stay in your week, and neither is when it is expected."),
    "place": Said("Where nobody waits, a known time matters less."),
    "wider": Said("Every time you gave is known, taken, or near a time of %(person)s."),
    "way": Said("Its time is fixed. The way is the part that can change."),
    "second": Said("Its time is fixed, and every way written down is known, or could pass %(person)s."),
    "tell": Said("Its time is fixed. Somebody who knows can walk with you, or ring if you do not come."),
    "together": Said("It is the one time when %(person)s knows for certain where you are."),
}
_FIRST = {
    "move": Said("A change can be noticed. An ordinary reason helps. Is it in a calendar that is shared?"),
    "swap": Said("Two changes at once can be noticed. A shared calendar shows both."),
    "place": Said("Paying by card, loyalty cards and a phone's location can show the new place."),
    "wider": Said("It is yours to say what is possible. Not every time has to move."),
    "way": Said("Quiet and short is not better: light, people and a place to stop are."),
    "second": Said("Try it first by day, or with somebody."),
    "tell": Said("Choose somebody who is not close to %(person)s, and say what not to pass on."),
    "together": Said("If a court order says how it is done, ask a solicitor or a support worker before it changes."),
}


def idea_said(week: Week, idea: Idea) -> Said:
    """What could be changed."""
    values: dict[str, Value] = {"place": idea.place}
    if idea.span:
        values |= {"days": (idea.span.day,), "time": clock(idea.span.start)}
    if idea.other:
        values["other"] = week.mine[idea.other].what
    if idea.way:
        values["way"] = week.ways[idea.way].name
    return Said(_WHAT[idea.rule].words, values)


def reason_said(week: Week, idea: Idea) -> Said:
    """Why it could help."""
    if idea.theirs:
        theirs = week.theirs[idea.theirs].what
        return Said("As far as you told, %(person)s is elsewhere then: %(theirs)s.", {"theirs": theirs})
    return _WHY[idea.rule]


def caution_said(idea: Idea) -> Said:
    """What to think of first."""
    return _FIRST[idea.rule]
