"""The 999 practice card of a child: what it says, in words for the age, and nothing else.

Rests on W4 (full name, address, number), R15, X24 (never step in, practise the address) and E01 to E05: a silent call
on a mobile and on a landline. It fits a fire or a fall as well: it names nobody and says nothing of abuse, because a
child may show it or leave it lying about. It takes the name, the address and the number typed for it, no other word.
"""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.children.age import Words
from daybook.domain.records.child import Child
from daybook.domain.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Phones:
    """Which phones there are to call from, as far as she told. Nothing told means either."""

    mobile: bool = True
    landline: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card, by its parts in order. `silent` is for a call without speaking."""

    words: Words
    away: tuple[Said, ...]
    call: tuple[Said, ...]
    say: tuple[Said, ...]
    stay: tuple[Said, ...]
    silent: tuple[Said, ...]

    def sentences(self) -> tuple[Said, ...]:
        """Everything on it, in order."""
        return (*self.away, *self.call, *self.say, *self.stay, *self.silent)


AWAY: dict[Words, tuple[Said, ...]] = {
    "first": (
        Said("Go away from the noise. Go to your place."),
        Said("Do not go in between. It is not your job to stop it."),
    ),
    "young": (
        Said("Get away from it, to your place or outside."),
        Said("Never go in between, and do not try to stop it. It is not your job."),
    ),
    "older": (
        Said("Your job is to get away. It is never your job to stop it or to stand in between."),
        Said("Once you are out, stay out. Nobody goes back in."),
    ),
    "teen": (
        Said("Get out. Do not stand in between: stopping it is never your job."),
        Said("Bring younger ones only if they are beside you and can come at once. Nobody goes back in."),
    ),
}
CALL: dict[Words, tuple[Said, ...]] = {
    "first": (Said("Away from it, with a phone? Press 9 9 9."),),
    "young": (
        Said("When you are away and it is safe, ring 999. Ask for the police."),
        Said("If it is not safe to ring, do not. Getting away is enough."),
    ),
    "older": (
        Said("When it is safe, and out of sight, ring 999. Ask for the police."),
        Said("If it is not safe to ring, do not. Getting away is enough."),
    ),
    "teen": (
        Said("When it is safe, and out of sight, ring 999. Ask for the police."),
        Said("If it is not safe to ring, do not. Getting away is enough."),
    ),
}
HAPPENS: dict[Words, Said] = {
    "first": Said("Somebody is hurt. I am scared."),
    "young": Said("Say what is happening: somebody is hurt, or I am scared."),
    "older": Said("Say what is happening, and who is hurt."),
    "teen": Said("Say what is happening, who is hurt, and who is there."),
}
STAY: dict[Words, tuple[Said, ...]] = {
    "first": (
        Said("Stay on the phone. You can whisper."),
        Said("Nobody will be cross with you for ringing."),
    ),
    "young": (
        Said("Stay on the line if it is safe. You can hide and whisper."),
        Said("Answer what they ask. You are not in trouble for ringing."),
    ),
    "older": (
        Said("Stay on the line while it is safe, and answer what they ask. You can whisper."),
        Said("You are not in trouble for ringing. None of it is your fault."),
    ),
    "teen": (
        Said("Stay on the line while it is safe, and answer what they ask. You can whisper."),
        Said("None of it is your fault, and none of it is yours to fix."),
    ),
}
MOBILE: dict[Words, tuple[Said, ...]] = {
    "first": (Said("Cannot talk? Cough, or tap the phone."),),
    "young": (
        Said("Cannot talk on a mobile? Listen. Cough or tap when they ask."),
        Said("When a voice tells you to press 55, press 5 and 5. Then do what they ask."),
    ),
    "older": (
        Said("Cannot talk on a mobile? Listen first. Cough or tap when they ask."),
        Said("If a recorded voice asks you to press 55, press it. Then answer with yes, no or a tap."),
        Said("55 does not say where you are. Whisper that if you can."),
    ),
    "teen": (
        Said("Cannot talk on a mobile? Listen first. Cough or tap when they ask."),
        Said("If a recorded voice asks you to press 55, press it. Then answer with yes, no or a tap."),
        Said("55 does not say where you are, and alone it sends nobody. Whisper the address if you can."),
    ),
}
"""E01, E02, E03, E05."""

LANDLINE: dict[Words, tuple[Said, ...]] = {
    "first": (),
    "young": (Said("On a phone with a wire or a base at home, 55 does nothing. Stay on the line so that they hear."),),
    "older": (
        Said("On a landline 55 does nothing. Stay on the line: what they hear can be passed to the police."),
        Said("The address mostly shows to them there. Whisper it all the same, if you can."),
    ),
    "teen": (
        Said("On a landline 55 does nothing. Stay on the line: what they hear can be passed to the police."),
        Said("The address mostly shows to them there. Whisper it all the same, if you can."),
    ),
}
"""E04: 55 is for mobiles; an open call that is not clear can go to the police; the address usually shows."""


def card_of(child: Child, words: Words, phones: Phones) -> Card | None:
    """The card of a child in these words; None for "others", who mostly cannot make the call yet (W4, X24)."""
    if words == "others":
        return None
    silent = (*(MOBILE[words] if phones.mobile else ()), *(LANDLINE[words] if phones.landline else ()))
    return Card(
        words=words,
        away=AWAY[words],
        call=CALL[words],
        say=_say(child, words),
        stay=STAY[words],
        silent=silent,
    )


def shows_address(child: Child) -> bool:
    """Whether the card holds the address: it was typed for it, and she does not hide it (W26, W28)."""
    return bool(child.address.strip()) and not child.hide


def _say(child: Child, words: Words) -> tuple[Said, ...]:
    said = [Said("My name is %(name)s.", {"name": child.full_name.strip() or child.name})]
    if shows_address(child):
        lines = ", ".join(line.strip() for line in child.address.splitlines() if line.strip())
        said.append(Said("I live at %(address)s.", {"address": lines}))
    elif words == "first":
        said.append(Said("Say what you can see: a shop, a door, a sign."))
    else:
        said.append(Said("Say where you are: the street, a shop, what you can see."))
    if child.number.strip():
        said.append(Said("The phone number is %(number)s.", {"number": child.number.strip()}))
    return (*said, HAPPENS[words])
