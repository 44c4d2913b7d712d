"""Whether a code can do what it is for: everybody knows both parts of it, can act on it, and keeps it private."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from daybook.domain.people.caution import Caution
from daybook.domain.people.closeness import is_close, knows_place, may_be_close
from daybook.domain.people.told import Told
from daybook.domain.people.traces import traces
from daybook.domain.records.code import Code
from daybook.domain.records.person import Person
from daybook.domain.said import Said

COME_TO_HER = ("call-999", "come", "fetch")
"""What somebody can only do who knows where she is."""


def cautions(code: Code, people: Sequence[Person], told: Told, others: Iterable[Code] = ()) -> list[Caution]:
    """Every reason for care about a code, what weighs most first. `people` know it; `others` are her other codes."""
    return [*_about_people(code, people), *traces(code, people, told), *_mixed_up(code, others)]


def _about_people(code: Code, people: Sequence[Person]) -> Iterator[Caution]:
    """R6, W7 (friends in common) and W20: who is close to the person harming her may pass a code on."""
    close = tuple(person.name for person in people if is_close(person))
    if close:
        said = Said("Close to {person}, or in touch: %(names)s. The code may be passed on.", _of(close))
        yield Caution(rule="close", about="people", said=said)
    unsure = tuple(person.name for person in people if may_be_close(person))
    if unsure:
        said = Said("You are not sure if {person} is in touch with %(names)s.", _of(unsure))
        yield Caution(rule="may-be-close", about="people", said=said)
    if set(code.means) & set(COME_TO_HER):
        lost = tuple(person.name for person in people if not knows_place(person))
        if lost:
            said = Said("999 asks for the place first. It is not noted that you told it: %(names)s.", _of(lost))
            yield Caution(rule="place", about="people", said=said)
    if "children" in code.means:
        lost = tuple(person.name for person in people if "school" not in person.knows)
        if lost:
            said = Said("It is not noted that you told which school or nursery: %(names)s.", _of(lost))
            yield Caution(rule="school", about="people", said=said)


def _mixed_up(code: Code, others: Iterable[Code]) -> Iterator[Caution]:
    """X22: a code is clear only while the same sign means one thing."""
    for other in others:
        if _plain(other.what) == _plain(code.what) and set(other.means) != set(code.means) and not other.stopped:
            said = Said("Another code of yours has the same words, and means something else.")
            yield Caution(rule="same", about="clear", said=said)
            return


def missing(code: Code, people: Sequence[Person]) -> list[Said]:
    """What is not said about a code yet, in words; empty when both parts are agreed and it was tried (R6, X22)."""
    found = []
    if not people:
        found.append(Said("It is not written down who knows it."))
    if not (code.means or code.more):
        found.append(Said("It is not written down what happens then. A code helps only if both know that."))
    if not code.how:
        found.append(Said("It is not written down what kind of code it is."))
    if not was_tried(code):
        found.append(Said("It is not noted that you tried it. Once, as a game, is enough."))
    return found


def was_tried(code: Code) -> bool:
    """Whether she noted that it was tried, with a date or in words, and it was not changed after that."""
    tried, changed = code.tried, code.changed
    if tried.how == "unknown" and not tried.words:
        return False
    return tried.latest is None or changed.earliest is None or tried.latest >= changed.earliest


def _of(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {"names": names}


def _plain(words: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in words.casefold()).split())
