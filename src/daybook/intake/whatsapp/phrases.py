"""WhatsApp's own words in many languages, read once from `phrases.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

from daybook.intake.message import Flag, Kind


class Phrases(NamedTuple):
    """Every language together: an export mixes the phone's language with its people's."""

    whole: dict[str, tuple[Kind, tuple[Flag, ...]]]
    """What a whole text means, by its words without marks of direction."""

    in_bytes: frozenset[bytes]
    """The keys of `whole` in UTF-8."""

    attached: frozenset[str]
    edited: tuple[str, ...]
    call: tuple[str, ...]
    place: tuple[str, ...]
    poll: tuple[str, ...]
    system: re.Pattern[str]


@cache
def phrases() -> Phrases:
    """All phrases of all languages."""
    text = resources.files(__package__).joinpath("phrases.toml").read_text(encoding="utf-8")
    languages = tomllib.loads(text).values()
    together = {
        key: tuple(dict.fromkeys(one for each in languages for one in each.get(key, ())))
        for key in ("omitted", "view_once", "attached", "deleted", "edited", "call", "place", "live", "poll", "system")
    }
    meanings: tuple[tuple[str, Kind, tuple[Flag, ...]], ...] = (
        ("omitted", "message", ("not-in-export",)),
        ("view_once", "message", ("view-once", "not-in-export")),
        ("deleted", "deleted", ()),
        ("call", "call", ()),
        ("live", "message", ("place",)),
    )
    whole = {one + stop: (kind, flags) for key, kind, flags in meanings for one in together[key] for stop in ("", ".")}
    return Phrases(
        whole,
        frozenset(one.encode() for one in whole),
        frozenset(one.casefold() for one in together["attached"]),
        together["edited"],
        together["call"],
        together["place"],
        together["poll"],
        re.compile("|".join(together["system"])),
    )


@cache
def _system() -> re.Pattern[str]:
    return phrases().system


def is_system(text: str) -> bool:
    """Whether this reads like a line the program wrote."""
    return _system().search(text) is not None
