"""What the rules find in a home as plain data: for `daybook home --json` and for whoever reads it with a program."""

from __future__ import annotations

from typing import Any

from daybook.domain.home.gaps import Told, gaps
from daybook.domain.home.look import Look
from daybook.domain.home.practice import prompts
from daybook.domain.home.speech import closing_said, heard_said, name_of, out_name, reasons, way_cautions
from daybook.domain.home.ways import Way
from daybook.domain.records.home import Home

PERSON = {"person": "the person harming you", "Person": "The person harming you"}


def as_json(home: Home, seen: Look, told: Told) -> dict[str, Any]:
    """The findings, rooms and ways out by name, reasons and cautions in words."""
    return {
        "lower_risk": _names(home, seen.lower_risk),
        "comes_nearest": _names(home, seen.nearest),
        "keep_away_from": [{"room": name_of(home, one.room), "because": reasons(one.because)} for one in seen.avoid],
        "from": {
            name_of(home, here.room): {
                "go_towards": _names(home, here.place),
                "out": _way(home, here.first),
                "if_blocked": _way(home, here.second),
                "nearest_phone": name_of(home, here.phone[-1]) if here.phone else None,
            }
            for here in seen.rooms
        },
        "fire": {
            name_of(home, fire.room): {
                "ways": {name_of(home, room): _way(home, way) for room, way in fire.ways.items()},
                "no_way_out_from": _names(home, fire.cut_off),
            }
            for fire in seen.fires
        },
        "meet": [place for place in (home.meet, home.meet_other) if place],
        "heard": heard_said(home, seen).said(PERSON),
        "can_be_closed": [said.said(PERSON) for said in closing_said(home, seen)],
        "missing": [gap.said.said(PERSON) for gap in gaps(home, seen, told)],
        "to_try": [said.said(PERSON) for said in prompts(told.ages)],
    }


def _names(home: Home, rooms: tuple[str, ...]) -> list[str]:
    return [name_of(home, room) for room in rooms]


def _way(home: Home, way: Way | None) -> dict[str, Any] | None:
    if way is None:
        return None
    return {
        "through": _names(home, way.rooms),
        "by": out_name(home, way.out),
        "key_from": name_of(home, way.key_from) if way.key_from else None,
        "cautions": [said.said(PERSON) for said in way_cautions(home, way)],
    }
