"""The quiet part: who to talk to, a phone that does not tell, the time, proof, and what only needs looking at.

Rests on W12, W13 (a time the person harming her is out), L09 (separation is high risk), X32, X33, T01 to T09.
"""

from __future__ import annotations

from collections.abc import Iterator

from daybook.domain.leaving.known import Known, names
from daybook.domain.leaving.line import Line, line
from daybook.domain.people.closeness import is_close, may_be_close, phone_seen
from daybook.domain.records.person import Person
from daybook.domain.said import Said

WORKER = line(
    "worker",
    "talk",
    Said("Talk with a helpline or a support worker, even if you only wonder."),
    Said(
        "They know who can help near you: a refuge, the police, an IDVA. That is a worker for people in high "
        "danger. You do not have to say that you will go."
    ),
    "talks",
    "sends",
    rests=("W12", "L09", "R10"),
)
PROOF = line(
    "proof",
    "things",
    Said("Save proof before anything is changed: messages, photos, lists of calls."),
    Said("What is switched off or left behind may not be reached again. This notebook can hold it."),
    "saves",
    rests=("V03", "T03"),
    caution=Said("Photograph the screen with another device if {person} could see what this one does."),
)
COPIES = line(
    "copies",
    "things",
    Said("Photograph papers you may not be able to take."),
    Said("A copy helps to get new ones. Kept here, it is locked."),
    "saves",
    rests=("X25", "T06"),
    caution=Said("Keep pictures out of any account that {person} can open."),
)
LOOK_PHONE = line(
    "look-phone",
    "devices",
    Said("Ask the worker what your phone shows: where you are, shared accounts, a family group."),
    Said("It can show where you go. There may be more than one way."),
    "looks",
    "sends",
    rests=("T01", "T04", "T06"),
    caution=Said("Only look. A change now could be noticed."),
)
LOOK_CAR = line(
    "look-car",
    "devices",
    Said("Think what the car tells: an app, a map, a camera, a toll or parking account."),
    Said("Some cars show where they are to whoever has the login."),
    "looks",
    rests=("T08",),
    caution=Said("Only look. A change now could be noticed."),
)
LOOK_TAG = line(
    "look-tag",
    "devices",
    Said("Look for a tag: bag, coat, car, pram, toys. Photograph it with its number."),
    Said("A tag is proof. A worker or the police can say what to do with it."),
    "looks",
    "saves",
    rests=("T03",),
    caution=Said("Leave it where it is for now."),
)
LOOK_CAMERA = line(
    "look-camera",
    "devices",
    Said("Know what the doorbell, cameras and speakers see and hear."),
    Said("They may tell {person} the moment a door opens."),
    "looks",
    rests=("T07",),
    caution=Said("Only look. A camera that goes dark can be noticed."),
)
LOOK_CHILD = line(
    "look-child",
    "devices",
    Said("Think what each child carries: phone, tablet, watch, console, school bag."),
    Said("Each can show where a child is."),
    "looks",
    rests=("T09", "T03"),
    caution=Said("It is kinder not to ask a child to find out, or to keep it secret."),
)
ASK_CHILD = line(
    "child-advice",
    "children",
    Said("Ask the helpline or a solicitor about taking the children."),
    Said("Good advice early gives you more choices. Going to another country or UK nation changes the law."),
    "sends",
    rests=("W14", "X15", "P38"),
)
ASK_PET = line(
    "pet-ask",
    "pets",
    Said("Ask who can take the pet: a helpline knows groups that do."),
    Said("Some refuges take pets, most do not. A friend {person} does not know may."),
    "sends",
    rests=("R10",),
)
ASK_CARE = line(
    "care",
    "medicine",
    Said("Ask social services to see you alone about care in a new place."),
    Said("{Person} gives you care now. Somebody else can."),
    "sends",
    rests=("R10",),
)
ASK_TRAVEL = line(
    "travel",
    "how",
    Said("Ask the refuge or helpline to book the journey, before you buy a ticket."),
    Said("Schemes have paid for trains and coaches to a refuge. The terms may have changed, so ask."),
    "sends",
    rests=("P23",),
    caution=Said("Ask how the ticket reaches you unseen."),
)
SAFER_PHONE = line(
    "safer-phone",
    "devices",
    Said("Find a phone {person} cannot look at: a worker's, a friend's, one at work."),
    Said("Calls, messages and searches can be seen on a phone that {they} {v:look/looks} at or {v:pay/pays} for."),
    "hides",
    rests=("T01", "X32"),
    caution=Said("Nothing about this day goes through a phone that is watched."),
)
AS_USUAL = line(
    "as-usual",
    "home",
    Said("Leave everything as usual until you go: rooms, bags, habits, phone."),
    Said("What changes is noticed. What stays the same is not."),
    "hides",
    rests=("W13", "L04"),
)
NO_WORD = line(
    "no-word",
    "told",
    Said("Nothing about going is said to {person}, also not in anger."),
    Said("Being told of a separation is a time when harm can grow. A worker can help you with what to say later."),
    "hides",
    rests=("L09", "W12"),
)


def quiet(known: Known) -> Iterator[Line]:
    """Everything that can be done before, in the order it is told."""
    yield from _cover(known)
    yield WORKER
    yield from _time(known)
    yield from (PROOF, COPIES)
    yield from _looks(known)
    yield from _asks(known)
    yield from _told(known)


def _cover(known: Known) -> Iterator[Line]:
    if known.watched:
        yield SAFER_PHONE
    yield from (AS_USUAL, NO_WORD)
    reason = known.day.reason
    yield line(
        "reason",
        "out",
        Said("A plain reason for being up or dressed: %(reason)s", {"reason": reason})
        if reason
        else Said("Have a plain reason ready for being up, dressed or out."),
        Said("A reason you can say without thinking makes a question short."),
        "hides",
        rests=("W13",),
    )


def _time(known: Known) -> Iterator[Line]:
    if known.minutes:
        half = {"half": known.half, "from": known.day.out_from, "until": known.day.out_until}
        yield line(
            "half",
            "out",
            Said("Out from %(from)s to %(until)s. Plan for half of it: until %(half)s.", half),
            Said("{Person} may come back early. Half the time leaves room."),
            rests=("W13",),
        )
    early = known.day.back_early
    yield line(
        "back-early",
        "out",
        Said("What could bring {them} back early: %(what)s", {"what": early})
        if early
        else Said("Think what could bring {them} back early, and what you would do then."),
        Said("Coming back early is what changes a plan most. You can stop, wait or change your mind at any point."),
        rests=("W13", "W12"),
    )


def _looks(known: Known) -> Iterator[Line]:
    yield LOOK_PHONE
    if known.reports("car") or "car" in known.day.how or "has_car" in known.facts:
        yield LOOK_CAR
    if known.reports("tag"):
        yield LOOK_TAG
    if known.reports("camera"):
        yield LOOK_CAMERA
    if known.reports("child") or known.has_children:
        yield LOOK_CHILD


def _asks(known: Known) -> Iterator[Line]:
    if known.has_children:
        yield ASK_CHILD
    if "has_pets" in known.facts and not known.day.pets:
        yield ASK_PET
    if "needs_their_care" in known.facts:
        yield ASK_CARE
    if "booked" in known.day.how:
        yield ASK_TRAVEL


def _told(known: Known) -> Iterator[Line]:
    chosen = known.those(known.day.tell_before)
    for number, person in enumerate(chosen, 1):
        yield line(
            f"tell-{number}",
            "told",
            Said("Tell before: %(name)s.", {"name": person.name}),
            Said("Fewer people is safer. You chose who helps."),
            "sends",
            rests=("W20", "R6"),
            caution=tuple(_care(person)),
        )
    helping = [person for person in known.who("lift", "stay", "children", "check", "things") if person not in chosen]
    if helping and not chosen:
        yield line(
            "tell-helpers",
            "told",
            Said("Choose who knows the day. These agreed to help: %(names)s.", {"names": names(helping)}),
            Said("Somebody who drives you or has you to stay can plan too. Fewer people is safer."),
            "sends",
            rests=("W20", "R6"),
        )


def _care(person: Person) -> Iterator[Said]:
    if is_close(person):
        yield Said("Close to {person}, or in touch: it may be passed on.")
    elif may_be_close(person):
        yield Said("You are not sure if they are close to {person}.")
    if phone_seen(person):
        yield Said("{Person} may see their phone: tell them face to face.")
