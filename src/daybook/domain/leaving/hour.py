"""The last hour: be sure, then people, then things, devices at the very last, then the door and the road.

Rests on W13, W14 (everything in one go, children too), W18, X25 (what to take), T01, T03, T08 and X33 (devices).
"""

from __future__ import annotations

from collections.abc import Iterator

from daybook.domain.leaving.known import Known, names
from daybook.domain.leaving.line import Line, line
from daybook.domain.leaving.road import devices_and_road
from daybook.domain.leaving.taken import taken
from daybook.domain.records.code import Code
from daybook.domain.said import Said, Value

ON_THE_DAY = ("call-999", "come", "fetch", "children", "ring")


def on_the_day(known: Known) -> Iterator[Line]:
    """Everything from the moment the person harming her is out until she has arrived."""
    yield from _begin(known)
    yield from _people(known)
    yield from taken(known)
    yield from devices_and_road(known)


def _begin(known: Known) -> Iterator[Line]:
    yield line(
        "sure-out",
        "out",
        Said("Be sure that {person} is out. If something feels wrong, wait for another day."),
        Said("Another day is as good. Nothing is lost by waiting."),
        "begins",
        rests=("W13", "W12"),
        caution=Said("If {person} comes back and you are in danger, call 999."),
    )
    for number, code in enumerate(_codes(known), 1):
        whom = names(known.those(code.whom))
        yield line(
            f"code-{number}",
            "told",
            Said("If something goes wrong: “%(what)s”. %(names)s will know.", {"what": code.what, "names": whom}),
            Said("You agreed this code."),
            "begins",
            rests=("R6", "X22"),
        )


def _codes(known: Known) -> list[Code]:
    """Codes in use that lead to somebody coming or calling, by somebody who is not set aside."""
    return [
        code
        for code in known.codes
        if not code.stopped and set(code.means) & set(ON_THE_DAY) and known.those(code.whom)
    ]


def _people(known: Known) -> Iterator[Line]:
    if not known.has_children:
        return
    where = known.day.children
    for number, child in enumerate(() if where else known.children, 1):
        parts: dict[str, Value] = {"name": child.name, "where": child.school, "who": child.collects}
        if child.collects:
            words = Said("%(name)s: %(who)s may collect.", parts)
        elif child.school:
            words = Said("%(name)s: at %(where)s?", parts)
        else:
            words = Said("%(name)s: where at that time?", parts)
        yield _child(f"child-{number}", words)
    if where or not known.children:
        asked = Said("Where each child is, and who fetches them.")
        yield _child("children", Said("The children: %(where)s", {"where": where}) if where else asked)
    fetching = names(known.who("children"))
    if fetching:
        yield _child("child-help", Said("Agreed to collect or look after them: %(names)s.", {"names": fetching}))
    yield line(
        "child-told",
        "children",
        Said("Tell each child only what fits their age, as late as is safe."),
        Said("A child who lets it slip is not to blame. Then wait, and plan again."),
        "noticed",
        "people",
        rests=("W14", "X15"),
        caution=Said("It is kinder not to ask a child to lie or to carry the plan."),
    )


def _child(name: str, words: Said) -> Line:
    return line(
        name,
        "children",
        words,
        Said("People come first. Having them with you early leaves one thing less for later."),
        "noticed",
        "people",
        rests=("W14", "W15"),
        caution=Said("A change in who collects can be noticed. A school may ring the other parent."),
    )
