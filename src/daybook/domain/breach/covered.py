"""Whether what was seen in a happening is what a line covers, and the reasons in words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from daybook.domain.breach.of_records import (
    CHILD_HURT,
    FOLLOWED,
    HELD,
    HURT,
    KNEW,
    OTHERS,
    PET,
    PHONE,
    THINGS,
    TOLD_WHAT,
    WAY,
)
from daybook.domain.breach.possibility import Reason
from daybook.domain.said import Said

if TYPE_CHECKING:
    from daybook.domain.breach.seen import Seen
    from daybook.domain.records.order_term import OrderTerm

READ = {
    "violence": Said("It says “%(words)s”. That may be violence, or a threat."),
    "sexual": Said("It says “%(words)s”. That may be sexual violence."),
    "threat": Said("It says “%(words)s”. That may be violence, or a threat."),
    "kept": Said("It says “%(words)s”. That may be keeping somebody in, or stopping them."),
    "harass": Said("It says “%(words)s”. That may be harassing, following or watching."),
    "call": Said("It says “%(words)s”. That may be a call."),
    "text": Said("It says “%(words)s”. That may be a text message."),
    "message": Said("It says “%(words)s”. That may be a message or an e-mail."),
    "mail": Said("It says “%(words)s”. That may be a letter, a note or a gift."),
    "third": Said("It says “%(words)s”. That may be through somebody else."),
    "social": Said("It says “%(words)s”. That may be on social media."),
    "came": Said("It says “%(words)s”. That may be coming there, or near."),
    "property": Said("It says “%(words)s”. That may be damage, or taking things."),
    "fetch": Said("It says “%(words)s”. That may be contact with a child."),
    "times": Said("It says “%(words)s”. That may be another time or place than ordered."),
}
CERTAIN = {
    "violence": Said("It is noted as violence or a threat."),
    CHILD_HURT: Said("It is noted that a child was hurt or threatened."),
    "harass": Said("It is noted that somebody followed or waited."),
    "call": Said("It was a call."),
    "text": Said("It was a text message."),
    "message": Said("It was a message."),
    "mail": Said("It came by post, or was left."),
    "third": Said("It came through somebody else."),
    "social": Said("It was on social media."),
    "near": Said("It is noted that somebody came near."),
    "home": Said("It is noted that it was at the home."),
    "school": Said("It is noted that it was at school or nursery."),
    "work": Said("It is noted that it was at work or college."),
    "property": Said("It is noted that things were damaged or taken."),
    "children": Said("It is noted that the children were not brought back."),
    "times": Said("It is noted that a handover was not as agreed."),
    FOLLOWED: Said("It is noted that you were followed."),
    HELD: Said("It is noted that you were held. That may be violence."),
    HURT: Said("It is an injury. You know if it came from violence."),
    KNEW: Said("It is noted that something was known which nobody told. That may be watching or following."),
    WAY: Said("It is noted that the way out was blocked or locked. That may be keeping you in."),
    TOLD_WHAT: Said("It is noted that you were told what would happen. That may be a threat."),
    PHONE: Said("It is noted that your phone was taken, or a call was ended."),
    PET: Said("It is noted that an animal was threatened or hurt."),
    OTHERS: Said("It is noted that family, a friend or somebody new was threatened or hurt."),
    THINGS: Said("It is noted that the home or things were threatened or broken."),
}
ALSO = {
    "violence": (CHILD_HURT, HELD, HURT, WAY, TOLD_WHAT, OTHERS),
    "harass": (FOLLOWED, KNEW, WAY, TOLD_WHAT, PHONE, PET, OTHERS),
    "property": (THINGS, PHONE, PET),
}
"""What a form says for certain and is no cover by itself, by the cover it may be."""
FLOOD = 10
"""So many messages or calls from one person within one hour may be harassing, whatever they say."""
MANY = "many"
IN_ONE_HOUR = Said("%(words)s came within one hour. That may be harassing.")
KIND_OF_PLACE = {
    "home": Said("It says “%(words)s”. That may be the home."),
    "school": Said("It says “%(words)s”. That may be school or nursery."),
    "work": Said("It says “%(words)s”. That may be work or college."),
}
PLACE = Said("It names a place of this line: “%(words)s”.")
CHILDREN_THERE = Said("It names the children: “%(words)s”.")
PERSON = Said("It names somebody this line protects: “%(words)s”.")

CONTACT = ("call", "text", "message", "mail", "third", "social")
_EITHER = {
    "text": ("text", "message"),
    "message": ("message", "text"),
    "violence": ("sexual", "violence", "threat", "kept"),
    "harass": ("harass", "kept"),
}
"""“A message” in an account can be either; a message from a chat is what it is. Sexual violence is violence."""


def covered(term: OrderTerm, name: str, seen: Seen, channels: Collection[str]) -> tuple[Reason, ...]:
    """The reasons why this line may cover it, all of what, where and whom; none where it does not.

    `name` is what the line's own names of places and people were looked for as.
    """
    about_whom = _whom(term, name, seen)
    if about_whom is None and OTHERS in channels and "others" in term.protects:
        about_whom, seen, channels = (), {}, {OTHERS}  # what happened to her does not tell of them
    covers = term.covers if about_whom is not None else _by_place(term, name, seen)
    found: list[Reason] = []
    if about_whom:
        seen = {**{act.removesuffix(" another"): words for act, words in seen.items()}, **seen}
    for cover in covers:
        known = channels if cover != "violence" or _is_for_others(term) else set(channels) - {OTHERS}
        found += [one for one in _RULES.get(cover, _contact)(cover, name, seen, known) if one not in found]
    if not found:
        return ()
    return (*found, *(one for one in about_whom or () if one not in found))


Rule = Callable[[str, str, "Seen", Collection[str]], tuple[Reason, ...]]


def _filled(said: Said, words: str) -> Said:
    return Said(said.words, {"words": words})


def _read(act: str, seen: Seen) -> Reason:
    return Reason("what", _filled(READ[act.removesuffix(" another")], seen[act]))


def _certain(act: str) -> Reason:
    return Reason("what", CERTAIN[act])


def _contact(cover: str, _name: str, seen: Seen, channels: Collection[str]) -> tuple[Reason, ...]:
    """By a way that its source knows for certain, else by what is read in it."""
    if cover in channels:
        return (_certain(cover),)
    return next(((_read(act, seen),) for act in _EITHER.get(cover, (cover,)) if act in seen), ())


def _act(cover: str, name: str, seen: Seen, channels: Collection[str]) -> tuple[Reason, ...]:
    """What is done, by the boxes of a form, else by what is read; and many at once for what may be harassing."""
    noted = tuple(_certain(what) for what in ALSO[cover] if what in channels)
    found = noted or _contact(cover, name, seen, channels)
    if cover == "harass" and MANY in seen:
        return (*found, Reason("what", _filled(IN_ONE_HOUR, seen[MANY])))
    return found


_IN_PERSON = ("came", "violence", "sexual", "kept", "property")
"""What is done where somebody is; a threat can come by telephone."""


def _there(seen: Seen, channels: Collection[str]) -> Reason | None:
    """Why somebody may have been there in person."""
    if "near" in channels:
        return _certain("near")
    return next((_read(act, seen) for act in _IN_PERSON if act in seen), None)


def _near(_cover: str, name: str, seen: Seen, channels: Collection[str]) -> tuple[Reason, ...]:
    there = _there(seen, channels)
    if there is None:
        return ()
    place = seen.get(f"own {name}")
    return (there, Reason("place", _filled(PLACE, place))) if place else (there,)


def _place(cover: str, name: str, seen: Seen, channels: Collection[str]) -> tuple[Reason, ...]:
    """In person, and at a place of this kind or one the line names. On the phone is not there."""
    if cover in channels and cover in KIND_OF_PLACE:  # of another place it would have to be known which
        return (_certain(cover),)
    there = _there(seen, channels)
    if there and (own := seen.get(f"own {name}")):
        return (there, Reason("place", _filled(PLACE, own)))
    if there and cover in KIND_OF_PLACE and (kind := seen.get(f"place {cover}")):
        return (there, Reason("place", _filled(KIND_OF_PLACE[cover], kind)))
    return ()


def _children(_cover: str, name: str, seen: Seen, channels: Collection[str]) -> tuple[Reason, ...]:
    """Any way to reach a child, where a child is named."""
    if "children" in channels:
        return (_certain("children"),)
    child = seen.get(f"person {name}") or seen.get("children")
    if child is None:
        return ()
    ways = [_certain(act) for act in CONTACT if act in channels]
    ways += [_read(act, seen) for act in ("fetch", "came", *CONTACT) if act in seen]
    ways += [_read(act, seen) for act in (f"{way} another" for way in CONTACT) if act in seen]
    return (ways[0], Reason("person", _filled(CHILDREN_THERE, child))) if ways else ()


def _times(cover: str, _name: str, seen: Seen, channels: Collection[str]) -> tuple[Reason, ...]:
    if cover in channels:
        return (_certain(cover),)
    if cover not in seen or "children" not in seen:
        return ()
    return (_read(cover, seen), Reason("person", _filled(CHILDREN_THERE, seen["children"])))


_RULES: dict[str, Rule] = {
    "violence": _act,
    "harass": _act,
    "property": _act,
    "near": _near,
    "home": _place,
    "school": _place,
    "work": _place,
    "place": _place,
    "children": _children,
    "times": _times,
}


def _is_for_others(term: OrderTerm) -> bool:
    """Whether it protects somebody besides her and the children, or does not say whom."""
    return "others" in term.protects or not term.protects


def _by_place(term: OrderTerm, name: str, seen: Seen) -> tuple[str, ...]:
    """What a line about others may cover though none of them is named: the school of the children, a place it names."""
    if "children" in term.protects or f"own {name}" in seen:
        return tuple(cover for cover in term.covers if _RULES.get(cover) is _place)
    return ()


def _whom(term: OrderTerm, name: str, seen: Seen) -> tuple[Reason, ...] | None:
    """Whom it is about, where the line protects others and not her: None where none of them is named."""
    if "me" in term.protects or not (term.protects or term.people):
        return ()
    if person := seen.get(f"person {name}"):
        return (Reason("person", _filled(PERSON, person)),)
    if "children" in term.protects and "children" in seen:
        return (Reason("person", _filled(CHILDREN_THERE, seen["children"])),)
    return None
