"""The words for the person an order binds, and for others who can be the subject of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.breach.words import folded, is_mark


def as_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one line."""
    return frozenset(words.split())


PRONOUNS = {
    "he": (("he", "he's", "he'd", "he'll", "hes"), ("his",)),
    "she": (("she", "she's", "she'd", "she'll", "shes"), ("her",)),
    "they": (("they", "they're", "they'd", "they'll", "they've", "theyre", "theyve"), ("their",)),
}
"""Subject and possessive words, by what she chose."""

FIRST = frozenset({"i", "i'm", "i'd", "i've", "i'll", "im", "ive", "we", "we're", "we'd", "we've", "we'll"})
YOU = frozenset({"you", "you're", "you've", "you'd", "you'll", "youre", "youve"})

OTHERS = as_set(
    "police officer officers nursery school teacher head doctor nurse gp surgery court solicitor neighbour "
    "neighbours manager worker helpline judge sergeant pc council landlord somebody someone mum mother dad "
    "father sister brother friend handler receptionist staff child children"
)
"""Nouns that can be who did something, where no word like "to" or "at" stands before them."""
PEOPLE = as_set(
    "aunt auntie uncle nan nana gran granny grandma grandad cousin niece nephew colleague boss postman "
    "postwoman courier driver dentist optician hairdresser midwife visitor plumber builder electrician "
    "landlady lodger paramedic paramedics caretaker coach usher barrister lawyer mediator therapist counsellor "
    "vicar priest imam hospital clinic bank chemist pharmacist vet guard bouncer bailiff reporter journalist "
    "stepdad stepmum lollipop dog dogs cat puppy horse crowd wind"
)
"""More such nouns. In the middle of what somebody else does they are whom it is done to: "he left the dog"."""
ANYBODY = as_set(
    "man men woman women lady guy bloke lad lads person stranger strangers girl boy youth passenger customer"
)
"""Such nouns where "a", "some" or "another" stands before them: "that man" can be the person bound."""
SOME = as_set("a an some another two three one every any")
BLIND = as_set(
    "car van bus lorry bike bicycle scooter trolley ball baby toddler branch wave accident mistake nature "
    "another others"
)
"""What can hurt somebody and is nobody bound: "hit by a car"."""
STARTS = as_set("then when while because but if that until as so where after before since today yesterday tonight and")
"""Words that a new part of a sentence begins with."""
CHILD = as_set("children kids child kid son daughter baby boys girls sons daughters twins")
BODY = as_set(
    "hair ponytail plait fringe head skull scalp airway face cheek cheeks jaw chin nose eye eyes eyelid ear ears "
    "earring mouth lip lips tongue tooth teeth neck throat windpipe collar collarbone shoulder shoulders arm "
    "arms forearm elbow wrist wrists hand hands finger fingers thumb thumbs nails knuckles chest rib ribs "
    "stomach tummy belly bump kidneys hip hips leg legs thigh thighs knee knees shin shins ankle ankles foot "
    "feet toe toes skin hijab headscarf scarf bruise"
)
"""Parts of somebody."""
_NOTS = as_set("don't didn't doesn't won't can't couldn't wouldn't isn't wasn't hasn't haven't hadn't aren't weren't")
NOT = as_set("not never no nobody nor without none") | _NOTS | {word.replace("'", "") for word in _NOTS}
"""Words that deny what follows, also as they are written in haste."""
SAYS = as_set(
    "said says say saying told tells tell telling texted wrote writes shouted shouts screamed yelled whispered "
    "threatened threatens threatend threatned warned warns swore swears promised promises vowed goes reckons "
    "thinks messaged bragged joked"
)
"""Words for speech: what follows them in the sentence is what was said."""
_PARTNERS = {
    "he": as_set("husband hubby boyfriend bf fella fiance fiancé"),
    "she": as_set("wife girlfriend gf missus fiancee fiancée"),
    "they": as_set("spouse"),
}
_PARENTS = {
    "he": as_set("dad father daddy dada"),
    "she": as_set("mum mother mummy mam mommy"),
    "they": frozenset[str](),
}
_OBJECTS = {"he": ("him", "himself"), "she": ("her", "herself"), "they": ("them", "themselves")}

KIN = as_set(
    "mother mum father dad brother sister friend friends cousin uncle aunt mate mates family parents "
    "girlfriend boyfriend partner son daughter nephew niece colleague stepfather stepmother gran granny"
)
BEFORE_A_PLACE = as_set(
    "to at of from outside near by in into about with for past on behind opposite through after before until "
    "towards around and"
)
DAYS = as_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december christmas easter"
)
SMALL = frozenset({"the", "a", "an", "my", "our", "this", "that"})


ANY_PLACE = as_set(
    "road street house home flat door garden drive lane close avenue block building estate village car park shop "
    "church corner gate work town"
)
"""What a place of hers is called where everybody has one: it is only meant with "our" before it."""
EVERYDAY = as_set(
    "a about after all also am an and are as at back be been before big but by can come could day did do does "
    "done down each end even every for from get go going good got had has have her here him his home how i if "
    "in into is it its just know left let like live look made make man me more much my need never new no not "
    "now of off on one only or other our out over own pick put right room said same say see she should side "
    "since so some still such take talk tell than that the their them then there these they thing think this "
    "those through time to told too took train under up us use very want was way we well went were what when "
    "where which while who why will with without work would year you your"
)
"""Words that stand in every other sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The person an order binds: words that stand for them as a subject, and as whose ("his", "Dan's").

    `objects` stand for them after "from" or "by"; `partners` and `parents` can: "my ex", "the kids' dad". `named` is
    whether their name is known.
    """

    subjects: frozenset[str]
    whose: frozenset[str]
    others: frozenset[str]
    objects: frozenset[str] = frozenset()
    partners: frozenset[str] = frozenset()
    parents: frozenset[str] = frozenset()
    named: bool = False


def bound_by(pronouns: str = "", name: str = "", relation: str = "") -> Bound:
    """The words for them, from what she chose: "he", "she", "they", a name, a relation. Nothing is needed.

    "they" stands also where she chose nothing, or where the screen is not to say more; her account may say more.
    """
    chosen = [pronouns] if pronouns in ("he", "she") else [*PRONOUNS]
    subjects = {word for each in chosen for word in PRONOUNS[each][0]}
    whose = {word for each in chosen for word in PRONOUNS[each][1]}
    for known in (name, relation):
        words = [word for word in folded(known) if not is_mark(word)]
        if words:
            subjects.add(words[-1])
            whose.add(f"{words[-1]}'s")
    elsewhere = {word for each in PRONOUNS if each not in chosen for word in PRONOUNS[each][0]}
    objects = {word for each in chosen for word in _OBJECTS[each]} | (
        subjects - {w for p in PRONOUNS.values() for w in p[0]}
    )
    partners = {word for each in chosen for word in _PARTNERS[each]} | {"ex", "partner"}
    family = [word for word in folded(relation) if not is_mark(word)]
    return Bound(
        subjects=frozenset(subjects),
        whose=frozenset(whose),
        others=(OTHERS | elsewhere) - subjects,
        objects=frozenset(objects),
        partners=frozenset(partners) if not family or not partners.isdisjoint(family) else frozenset(),
        parents=frozenset(word for each in chosen for word in _PARENTS[each]),
        named=bool(name.strip()),
    )
