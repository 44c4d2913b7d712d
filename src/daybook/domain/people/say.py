"""Ideas for what to say to somebody, from what she noted, in her own voice. None is put in unless she takes it.

Rests on R6 and X22 (a code with an agreed action), W5 (please call the police), W15 (who collects), W20 (please keep
it private) and W23 (at work). `{person}` is filled in her voice: "my husband".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from daybook.domain.people.closeness import is_close
from daybook.domain.records.code import Code
from daybook.domain.records.person import DOES, THINGS, Person
from daybook.domain.said import Said

OFFICES = ("worker", "police", "health", "social-worker", "solicitor", "school", "work", "college", "housing")
"""Roles that people have because of their job."""

_PRIVATE = {
    "address": "where I live",
    "plan": "what I plan",
    "phone": "my phone number",
    "school": "where the children go to school",
    "work": "where I work or study",
    "notebook": "that I keep notes",
}
_ASK = {
    "call-999": "If you hear shouting or things breaking, please call 999. You do not have to ask me first.",
    "door": "May I knock at your door at any hour?",
    "come": "If I ask you to, please come round. Do not come in alone.",
    "stay": "May I stay with you for a night, if I ask?",
    "children": "If I ask you to, please collect the children and keep them with you.",
    "things": "Please keep this for me, where nobody else sees it.",
    "ring": "If I ask you to, please ring me with a reason for me to leave.",
    "lift": "If I ask you to, please come and fetch me.",
    "check": "If you do not hear from me as agreed, please ask after me. Ask me, not {person}.",
}
_GIVEN = {
    "phrase": "If I say “%(what)s”,",
    "message": "If I write “%(what)s”,",
    "missed-call": "If you get a missed call from me (%(what)s),",
    "blank-text": "If you get an empty text from me (%(what)s),",
}
_THEN = {
    "call-999": "call 999 and give my address",
    "come": "come round",
    "fetch": "come and fetch me",
    "children": "collect the children",
    "ring": "ring me with a reason to leave",
    "stay-on": "stay on the line",
    "ask-help": "ask somebody else for help",
}


def ideas(person: Person, codes: Iterable[Code]) -> list[Said]:
    """Sentences she may take, in the order one would say them. `codes` are those this person knows.

    For somebody close to the person harming her there is a short answer that tells nothing (R6, friends in common).
    """
    if is_close(person):
        return [Said("We are fine, thank you."), Said("I would like to talk about something else."), *_private(person)]
    return [*_begin(person), *_agreed(person, codes), *_private(person), *_by_role(person), *_end(person)]


def _begin(person: Person) -> Iterator[Said]:
    if person.role in OFFICES:
        yield Said("I am not safe with {person}. I would like you to know, and nobody else.")
    else:
        yield Said("Things are not all right with {person}. You do not have to solve it. It helps that you know.")


def _agreed(person: Person, codes: Iterable[Code]) -> Iterator[Said]:
    yield from (Said(_ASK[does]) for does, _words in DOES if does in person.does)
    for code in codes:
        then = tuple(_THEN[means] for means in code.means)
        if then and not code.stopped:
            given = _GIVEN.get(code.how, "If you notice this: %(what)s,")
            yield Said(f"{given} please %(then)s.", {"what": code.what, "then": then})


def _private(person: Person) -> Iterator[Said]:
    things = tuple(_PRIVATE[thing] for thing, _words in THINGS if thing in person.knows)
    if things:
        yield Said("Please tell nobody %(things)s, also if they ask with a good story.", {"things": things})


def _by_role(person: Person) -> Iterator[Said]:
    if person.role == "school":
        yield Said("Please tell me at once if somebody else comes to collect, and keep the children with you.")
    if person.role in ("work", "college"):
        yield Said("If {person} comes or rings, please say nothing about me or my hours, and tell me.")
    if person.role == "health":
        yield Said("Please ring me only at the number and times I gave you, and leave no message.")


def _end(person: Person) -> Iterator[Said]:
    if person.close != "no" or person.role not in OFFICES:
        yield Said("Please say nothing about this to {person}, also not to help.")
