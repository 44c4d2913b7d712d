"""Today, without warning: the few lines for going at once, short enough for one screen, whole with nothing told.

Rests on W11 (be ready to leave at once), W9 and X28 (ways out, rooms to keep away from), W14 (people first), X24 (999),
T01 (the phone can show where she is) and W5 (a neighbour's door).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from daybook.domain.leaving.known import Known, names
from daybook.domain.said import Said

FEW = 2
SHORT, WHOLE = 28, 60
"""Characters of hers in one line, so that all lines fit the smallest screen; a code is more use whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """One line of the screen: what it is about (a key of TITLES) and its words."""

    about: str
    said: Said


TITLES: dict[str, Said] = {
    "out": Said("Out"),
    "children": Said("Children"),
    "take": Said("Take"),
    "to": Said("Go to"),
    "code": Said("Code"),
    "phone": Said("Phone"),
    "then": Said("Then"),
}


def today(known: Known) -> list[Now]:
    """The lines in the order they are needed: out, the children, what is in reach, where to, a code, the phone."""
    found = {
        "out": _out(known),
        "children": Said("With you, if you can. Nobody goes back in.") if known.has_children else None,
        "take": _take(known),
        "to": _to(known),
        "code": _code(known),
        "phone": Said("It calls 999. It can also show where you are."),
        "then": Said("Once there are people: 999 in danger, or the helpline."),
    }
    return [Now(about=about, said=said) for about, said in found.items() if said]


def _out(known: Known) -> Said:
    if known.outs:
        return Said("%(outs)s: go now, sort out later.", {"outs": _short(known.outs)})
    return Said("The nearest door you can open. Not through the kitchen, if you can.")


def _take(known: Known) -> Said:
    carried = [thing.name for thing in known.bag if thing.carried]
    medicine = "takes_medication" in known.facts or known.day.medicine
    if carried:
        return Said("Only what is in reach: %(things)s", {"things": _short(carried)})
    if medicine:
        return Said("Only what is in reach: phone, keys, card, medicine.")
    return Said("Only what is in reach: phone, keys, card.")


def _to(known: Known) -> Said:
    doors = names(known.who("door", "stay"))
    if doors and known.meet:
        return Said("%(names)s. Meet here: %(place)s", {"names": _short(doors), "place": _cut(known.meet[0])})
    if doors:
        return Said("%(names)s, or anywhere with people.", {"names": _short(doors)})
    if known.meet:
        return Said("%(place)s, or anywhere with people.", {"place": _cut(known.meet[0])})
    return Said("A neighbour, a shop, a station, a hospital: anywhere with people.")


def _code(known: Known) -> Said | None:
    for code in known.codes:
        whom = names(known.those(code.whom))
        if whom and not code.stopped and {"call-999", "come", "fetch", "children"} & set(code.means):
            return Said("“%(what)s”: %(names)s", {"what": _cut(code.what, WHOLE), "names": _short(whom)})
    return None


def _short(words: Iterable[str]) -> str:
    """The first few, and no more of them than fit."""
    found: list[str] = []
    for word in list(words)[:FEW]:
        if found and sum(map(len, [*found, word])) > SHORT:
            break
        found.append(_cut(word))
    return ", ".join(found)


def _cut(words: str, most: int = SHORT) -> str:
    """The beginning of what she wrote, where it is long: the whole of it is on its own page."""
    if len(words) <= most:
        return words
    head = words[:most].rsplit(" ", 1)[0] if " " in words[:most] else words[:most]
    return f"{head} …"
