"""WhatsApp's own words in many languages, read once from `phrases.toml` and `phrases_listed.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import NamedTuple

from daybook.intake.message import Flag, Kind

_STOPS = ("", ".", "\u3002", "\u0964", "\u06d4")
"""What ends a sentence: in Latin and many other letters, in Chinese and Japanese, in Hindi and Bengali, in Urdu."""


class Phrases(NamedTuple):
    """Every language together: an export mixes the phone's language with its people's."""

    whole: dict[str, tuple[Kind, tuple[Flag, ...]]]
    """What a whole text means, by its words without marks of direction."""

    marked: frozenset[str]
    """What stands for a file that is not there, but only behind a mark of direction: a person could type it, too."""

    attached: frozenset[str]
    deleted: tuple[str, ...]
    edited: tuple[str, ...]
    call: tuple[str, ...]
    place: tuple[str, ...]
    poll: tuple[str, ...]
    system: re.Pattern[str]
    program: re.Pattern[str]
    """Lines of the program that are told as such only behind a mark of direction."""

    call_marked: tuple[str, ...]


_KEYS = ("omitted", "view_once", "attached", "deleted", "edited", "call", "place", "live", "poll", "system")


@cache
def phrases() -> Phrases:
    """All phrases of all languages."""
    listed = _tables("phrases_listed.toml")
    marked = listed["iphone"].pop("omitted")
    languages = (*_tables("phrases.toml").values(), *listed.values())
    together = {
        key: tuple(dict.fromkeys(one for each in languages for one in each.get(key, ())))
        for key in (*_KEYS, "program", "call_marked", "system_whole")
    }
    together["omitted"] = _in_angles(together["omitted"], marked)
    meanings: tuple[tuple[str, Kind, tuple[Flag, ...]], ...] = (
        ("omitted", "message", ("not-in-export",)),
        ("view_once", "message", ("view-once", "not-in-export")),
        ("deleted", "deleted", ()),
        ("call", "call", ()),
        ("live", "message", ("place",)),
        ("system_whole", "system", ()),
    )
    whole = {one + stop: (kind, flags) for key, kind, flags in meanings for one in together[key] for stop in _STOPS}
    return Phrases(
        whole,
        frozenset(one + stop for one in marked for stop in _STOPS),
        frozenset(one.casefold() for one in together["attached"]),
        together["deleted"],
        together["edited"],
        together["call"],
        together["place"],
        together["poll"],
        re.compile("|".join(together["system"])),
        re.compile("|".join(together["program"] + together["system"])),
        together["call"] + together["call_marked"],
    )


def _in_angles(omitted: tuple[str, ...], marked: Iterable[str]) -> tuple[str, ...]:
    """With those an older iPhone wrote between angle brackets: "<image omitted>"."""
    return (*omitted, *(f"<{one}>" for one in (*omitted, *marked) if not one.startswith("<")))


def _tables(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


@cache
def _system() -> re.Pattern[str]:
    return phrases().system


def is_system(text: str) -> bool:
    """Whether this reads like a line the program wrote."""
    return _system().search(text) is not None
