"""What a code leaves behind on a phone, a bill or a camera, and where a way without it would be clearer.

Rests on R6 with its correction X22 (missed calls and empty texts leave lists, can fail and can be misread; a code word
with an agreed action is clearer), on T06 (shared accounts) and T07 (speakers, cameras and doorbells).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daybook.domain.people.caution import Caution
from daybook.domain.people.closeness import phone_seen
from daybook.domain.people.told import Told
from daybook.domain.records.code import Code
from daybook.domain.records.person import Person
from daybook.domain.said import Said

BY_PHONE = ("missed-call", "blank-text", "message")
"""The kinds of code that leave a line in a list on both phones."""

_LEFT = {
    "missed-call": ("The call stays in the list on your phone.", "The missed call stays in the list on their phone."),
    "blank-text": ("The text stays on your phone.", "The text stays on their phone."),
    "message": ("The message stays on your phone.", "The message stays on their phone."),
}
_BILL = {
    "missed-call": "If voicemail picks up, the call can stand on the bill, and {person} can see the bill.",
    "blank-text": "A text can stand on the bill, and {person} can see the bill.",
    "message": "A text can stand on the bill, and {person} can see the bill.",
}
_UNCLEAR = {
    "missed-call": "A missed call can be taken for a mistake. They may ring back while {person} listens.",
    "blank-text": "An empty text may not be sent at all, or be taken for a mistake.",
    "window": "A lamp or a blind can be moved by chance, or by {person}. Nobody looks at it all the time.",
}
_EARS = {
    "phrase": "A speaker or a camera at home may hear it. Dull words give nothing away.",
    "window": "A camera or a doorbell may show it.",
    "knock": "A speaker or a camera at home may hear it.",
}


def traces(code: Code, people: Sequence[Person], told: Told) -> Iterator[Caution]:
    """What this code may leave behind, and where it may be misread. `people` are those who know it."""
    if code.how in BY_PHONE:
        yield from _on_phones(code, people, told)
    if told.ears and code.how in _EARS:
        yield Caution(rule="ears", about="trace", said=Said(_EARS[code.how]))
    if code.how in _UNCLEAR:
        yield Caution(rule="unclear", about="clear", said=Said(_UNCLEAR[code.how]))
    if code.how == "knock" and told.together:
        yield Caution(rule="heard", about="clear", said=Said("{Person} may hear it too, and ask what it is."))


def _on_phones(code: Code, people: Sequence[Person], told: Told) -> Iterator[Caution]:
    hers, theirs = _LEFT[code.how]
    if told.seen == "yes":
        said = "%(left)s {Person} may look at your phone, or you said that you are not sure."
        yield Caution(rule="hers", about="trace", said=Said(said, {"left": hers}))
    elif told.seen == "unsaid":
        said = "%(left)s You have not said if {person} looks at your phone."
        yield Caution(rule="hers", about="trace", said=Said(said, {"left": hers}))
    if told.bill:
        yield Caution(rule="bill", about="trace", said=Said(_BILL[code.how]))
    if told.shared:
        said = "Where an account is shared, calls and messages can show on another device too."
        yield Caution(rule="shared", about="trace", said=Said(said))
    seen = tuple(person.name for person in people if phone_seen(person))
    if seen:
        said = "%(left)s {Person} may be able to see the phone of %(names)s."
        yield Caution(rule="theirs", about="trace", said=Said(said, {"left": theirs, "names": seen}))
    if told.no_phone:
        said = "You said that you have no phone. This code takes one."
        yield Caution(rule="no-phone", about="clear", said=Said(said))


def better(code: Code, told: Told) -> Said | None:
    """A way that leaves less behind (X22), for a code that goes over a phone; None for the others.

    Who is deaf is offered a word inside a chat that is there every day anyway.
    """
    if code.how not in BY_PHONE or (told.deaf and code.how == "message"):
        return None
    if told.deaf:
        return Said(
            "A dull word in a chat that you have every day anyway is clearer, and does not stand out. Agree in person "
            "what happens then."
        )
    return Said(
        "A phrase in ordinary talk is clearer: “Did you feed next door's cat?” A list shows the call, but not the "
        "words. Agree in person what happens then."
    )
