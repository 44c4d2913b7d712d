"""The last hour and the way: people first, then things, devices at the very last, then the door and the road.

Rests on W13, W14 (everything in one go, children too), W18, X25 (what to take), T01, T03, T08 and X33 (devices).
"""

from __future__ import annotations

from collections.abc import Iterator

from daybook.domain.leaving.known import Known, Thing, names
from daybook.domain.leaving.line import Line, line
from daybook.domain.records.code import Code
from daybook.domain.said import Said, Value

MOST_THINGS, MOST_PLACES = 6, 2
CLOSE_KEEPER = "Kept by somebody close to {person}, so it may be missed, or passed on: %(things)s."
USED_PLACE = "{Person} may use the place of this. Look first who is there: %(things)s."
ON_THE_DAY = ("call-999", "come", "fetch", "children", "ring")

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

SAY_OFF = line(
    "say-off",
    "told",
    Said("Tell one person when you set out, and when you have arrived."),
    Said("Then somebody notices if you do not arrive."),
    "under-way",
    "sends",
    rests=("W12", "R6"),
)


def on_the_day(known: Known) -> Iterator[Line]:
    """Everything from the moment the person harming her is out until she has arrived."""
    yield from _begin(known)
    yield from _people(known)
    yield from _things(known)
    yield from _devices(known)
    yield from _go(known)
    yield from _way(known)


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


def _things(known: Known) -> Iterator[Line]:
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


PHONES: dict[str, tuple[Said, Said]] = {
    "as-is": (
        Said("Your phone comes with you, as it is."),
        Said("It can show where you are. Ask a worker when to change that."),
    ),
    "off": (
        Said("Switch your phone off as you go."),
        Said("A phone that is off cannot call 999. Know how else you would call."),
    ),
    "stays": (Said("Leave your phone behind."), Said("Then it cannot call 999. Carry another way to call.")),
    "other": (
        Said("Take the other phone. The old one can be proof."),
        Said("The old one, if it comes, can show where you are."),
    ),
    "ask": (Said("Your phone: as the worker said."), Said("A phone that is off or left behind cannot call 999.")),
    "": (
        Said("Your phone: with you, off, or left behind? Ask a worker."),
        Said("A phone that is off cannot call 999."),
    ),
}


def _devices(known: Known) -> Iterator[Line]:
    words, caution = PHONES.get(known.day.phone, PHONES[""])
    why = Said("It can call for help, and it can show where you go. No one choice is right for everyone.")
    yield line("phone", "devices", words, why, "changes", rests=("T01", "T04", "X33"), caution=caution)
    if known.reports("watch"):
        yield _left("watch", Said("A watch, earphones or a tracker you wear: off, or left behind."), "T01", "T10")
    if known.reports("child"):
        yield _left("child-devices", Said("The children's tablets, watches, consoles: off, or left behind."), "T09")
    if known.reports("tag"):
        yield _left("tag", Said("A tag you found: as the worker or the police said."), "T03")
    if known.reports("car"):
        yield _left("car", Said("The car may tell where it is. Is there another way to go?"), "T08")


def _left(name: str, words: Said, *rests: str) -> Line:
    why = Said("It may show where you are. Done at the last moment, there is no gap to notice before.")
    return line(name, "devices", words, why, "changes", rests=rests)


def _out(outs: tuple[str, ...]) -> Said:
    if not outs:
        return Said("Out by the door you use on any day.")
    if len(outs) == 1:
        return Said("Out by: %(first)s.", {"first": outs[0]})
    return Said("Out by: %(first)s. If that is blocked: %(second)s.", {"first": outs[0], "second": outs[1]})


def _go(known: Known) -> Iterator[Line]:
    camera = Said("Which door does the camera not see?") if known.reports("camera") else ()
    yield line(
        "out",
        "home",
        _out(known.outs),
        Said("The way you know is the quickest."),
        "goes",
        rests=("W11", "W13", "T07"),
        caution=camera,
    )
    if known.day.pick_up:
        yield line(
            "set-off",
            "how",
            Said("You set off here: %(where)s", {"where": known.day.pick_up}),
            Said("A little way from your door leaves less to see."),
            "goes",
            rests=("W13",),
        )


HOW: dict[str, tuple[Said, Said]] = {
    "foot": (Said("On foot, along streets with people."), Said("Light, people and open shops are good company.")),
    "public": (Said("By bus, train or coach. Pay in cash if you can."), Said("A card or an app can show the journey.")),
    "taxi": (
        Said("By taxi: not one you both use, paid in cash."),
        Said("An app can show the journey, and so can a firm you know."),
    ),
    "car": (
        Said("By car. Fuel, and a phone that is charged."),
        Said("The car may tell where it is, and so may its parking app."),
    ),
    "booked": (Said("As the refuge or helpline booked it."), Said("Ask what happens if you miss it.")),
    "other": (Said("The way you thought of."), Said("It is yours to choose.")),
}


def _way(known: Known) -> Iterator[Line]:
    drivers = names(known.who("lift"))
    if "lift" in known.day.how or (drivers and not known.day.how):
        yield line(
            "lift",
            "how",
            Said("Fetched by %(names)s.", {"names": drivers}) if drivers else Said("Somebody fetches you."),
            Said("A car nobody at home knows leaves less to see."),
            "under-way",
            rests=("W13",),
        )
    for how in known.day.how:
        if how in HOW:
            words, why = HOW[how]
            yield line(f"way-{how}", "how", words, why, "under-way", rests=("W13", "W8", "T10"))
    yield from _place(known)
    yield SAY_OFF


def _place(known: Known) -> Iterator[Line]:
    first, other = known.day.first_place, known.day.other_place
    staying = names(known.who("stay"))
    if first:
        words_to = Said("To: %(place)s", {"place": first})
    elif staying:
        words_to = Said("These said you can stay: %(names)s.", {"names": staying})
    else:
        words_to = Said("To a place {person} would not think of first.")
    why_to = Said("The helpline can say if a refuge has room, and where else.")
    yield line("to", "how", words_to, why_to, "under-way", rests=("W13", "R10"))
    if other:
        yield line(
            "to-other",
            "how",
            Said("If that does not work: %(place)s", {"place": other}),
            Said("A second place means no going back for want of one."),
            "under-way",
            rests=("W13",),
        )
