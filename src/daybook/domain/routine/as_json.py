"""What was found in a week as plain data: for `daybook routine --json` and for whoever reads it with a program."""

from __future__ import annotations

from typing import Any

from daybook.domain.routine.gaps import gaps
from daybook.domain.routine.ideas import ideas
from daybook.domain.routine.ideas_said import caution_said, idea_said, reason_said
from daybook.domain.routine.overlaps import at_avoided, overlaps
from daybook.domain.routine.speech import (
    in_words,
    named,
    opens_said,
    overlap_said,
    rule_said,
    span_said,
)
from daybook.domain.routine.vary import Conflict, Entry, Varied
from daybook.domain.routine.week import Week
from daybook.domain.said import Said

PERSON = {"person": "the person harming you", "Person": "The person harming you"}


def as_json(week: Week, varied: Varied) -> dict[str, Any]:
    """Overlaps, ideas, what is missing, and another week, with the sentences of the pages."""
    return {
        "overlaps": [
            {
                "yours": week.mine[overlap.mine].what,
                "theirs": week.theirs[overlap.theirs].what,
                "how": overlap.how,
                "place": named(week, overlap.at),
                "days": list(overlap.days),
                "says": _said(overlap_said(week, overlap)),
            }
            for overlap in overlaps(week)
        ],
        "ideas": [
            {
                "about": week.mine[idea.item].what,
                "says": _said(idea_said(week, idea)),
                "because": _said(reason_said(week, idea)),
                "caution": _said(caution_said(idea)),
            }
            for idea in ideas(week)
        ],
        "another_week": [_entry(week, entry) for entry in varied.entries],
        "there_is_one": not varied.why_not,
        "at_a_place_to_avoid": {week.mine[item].what: week.avoided[at].place for item, at in at_avoided(week).items()},
        "why_not": [_conflict(week, conflict) for conflict in varied.why_not],
        "left_out": [_conflict(week, conflict) for conflict in varied.given_up],
        "would_help": list(
            dict.fromkeys(_said(opens_said(week, rule)) for each in varied.why_not for rule in each.rules)
        ),
        "missing": [_said(gap.said) for gap in gaps(week)],
    }


def _said(said: Said) -> str:
    return in_words(said, PERSON)


def _conflict(week: Week, conflict: Conflict) -> dict[str, Any]:
    return {"days": list(conflict.days), "says": [_said(rule_said(week, rule)) for rule in conflict.rules]}


def _entry(week: Week, entry: Entry) -> dict[str, Any]:
    start, end = span_said(entry.span)
    return {
        "what": week.mine[entry.item].what,
        "day": entry.span.day,
        "from": start,
        "to": end,
        "place": entry.place,
        "way": week.ways[entry.way].name if entry.way else "",
        "moved": entry.is_moved,
        "still_expected": entry.repeats,
        "they_are_elsewhere": week.theirs[entry.theirs].what if entry.theirs else "",
    }
