"""Devices at the very last, so that there is no gap to notice before; then the door, and the road until she arrives."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.domain.leaving.known import Known, names
from daybook.domain.leaving.line import Line, line
from daybook.domain.said import Said

SAY_OFF = line(
    "say-off",
    "told",
    Said("Tell one person when you set out, and when you have arrived."),
    Said("Then somebody notices if you do not arrive."),
    "under-way",
    "sends",
    rests=("W12", "R6"),
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


def devices_and_road(known: Known) -> Iterator[Line]:
    """Every line from the phone in her hand to the place she goes to."""
    yield from _devices(known)
    yield from _go(known)
    yield from _way(known)


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
