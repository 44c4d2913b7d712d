"""What comes with her: what opens every door first, the bag if it is packed, papers last; and when to stop."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.domain.leaving.known import Known, Thing, names
from daybook.domain.leaving.line import Line, line
from daybook.domain.said import Said

MOST_THINGS, MOST_PLACES = 6, 2
CLOSE_KEEPER = Said("Kept by somebody close to {person}, so it may be missed, or passed on: %(things)s.").words
USED_PLACE = Said("{Person} may use the place of this. Look first who is there: %(things)s.").words

FIRST_THINGS = line(
    "first-things",
    "things",
    Said("First: phone, charger, keys, cards, cash."),
    Said("With these you can ring, pay and come in. Other things can be made again."),
    "noticed",
    "takes",
    rests=("W14", "X03", "X04"),
)
CASH = line(
    "cash",
    "things",
    Said("The cash you put by. You know where it is."),
    Said("Cash tells nobody where you paid."),
    "noticed",
    "takes",
    rests=("W8", "W17"),
)
TOY = line(
    "toy",
    "children",
    Said("One small loved thing for each child."),
    Said("It makes a strange bed easier."),
    "noticed",
    "takes",
    rests=("W18",),
)
STOP = line(
    "stop",
    "things",
    Said("Stop packing at half the time, even if the bag is half full."),
    Said("You matter more than the bag. What is left can be fetched with help."),
    "noticed",
    "stops",
    rests=("W13", "W14"),
)


def taken(known: Known) -> Iterator[Line]:
    """Every line about what she takes, in order; those about children and pets only where there are some."""
    yield from _medicine(known)
    yield FIRST_THINGS
    if known.cash:
        yield CASH
    yield from _bag(known)
    if known.has_children:
        yield TOY
    if "has_pets" in known.facts or known.day.pets:
        yield _pet(known)
    yield STOP


def _medicine(known: Known) -> Iterator[Line]:
    medicine = known.day.medicine
    if medicine or "takes_medication" in known.facts or "is_disabled" in known.facts:
        yield line(
            "medicine",
            "medicine",
            Said("Medicine and aids: %(what)s", {"what": medicine})
            if medicine
            else Said("Medicine for a few days, the list of it, glasses and aids."),
            Said("These are hard to replace in the first days."),
            "noticed",
            "takes",
            rests=("W18", "X25"),
        )


def _pet(known: Known) -> Line:
    return line(
        "pet",
        "pets",
        Said("The pet: %(what)s", {"what": known.day.pets})
        if known.day.pets
        else Said("The pet, its papers and lead."),
        Said("Keep the vet papers and chip number. The address of the chip can be changed later."),
        "noticed",
        "takes",
        rests=("W14", "P37"),
    )


def _bag(known: Known) -> Iterator[Line]:
    packed = [thing for thing in known.bag if thing.packed]
    last = [thing for thing in known.bag if not thing.packed and not thing.carried]
    if packed:
        yield _fetch(packed)
    elif known.who("things"):
        helping = names(known.who("things"))
        yield line(
            "bag-kept",
            "things",
            Said("Agreed to keep things for you: %(names)s.", {"names": helping}),
            Said("What lies there already is nothing to carry."),
            "under-way",
            rests=("W7",),
        )
    listed = tuple(thing.name for thing in last[:MOST_THINGS])
    yield line(
        "papers",
        "things",
        Said("Then, if there is time: papers, orders. Also: %(things)s.", {"things": listed})
        if listed
        else Said("Then, if there is time: passports, birth and visa papers, orders, bank papers."),
        Said("You may not be able to come back for papers. Copies can stand in for those you cannot take."),
        "noticed",
        "takes",
        rests=("W14", "W18", "X05"),
    )


def _with_places(things: list[Thing]) -> str:
    """Each thing with where it is: a caution about one keeper or place is not read as one about the others."""
    return "; ".join(f"{thing.name} ({thing.where})" if thing.where else thing.name for thing in things)


def _fetch(packed: list[Thing]) -> Line:
    places = tuple(dict.fromkeys(thing.where for thing in packed if thing.where))[:MOST_PLACES]
    doubtful = (
        (CLOSE_KEEPER, [thing for thing in packed if thing.close_keeper]),
        (USED_PLACE, [thing for thing in packed if thing.used]),
    )
    return line(
        "bag",
        "things",
        Said("The bag: %(where)s.", {"where": ", ".join(places)}) if places else Said("The bag that is packed."),
        Said("It is packed, so it takes no time."),
        "noticed",
        "takes",
        rests=("W7", "W14"),
        caution=tuple(Said(words, {"things": _with_places(things)}) for words, things in doubtful if things),
    )
