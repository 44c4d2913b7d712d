"""The first night and the first week: abuse can go on after leaving (W12), and some things are safer done only now."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.domain.leaving.known import Known
from daybook.domain.leaving.line import Line, line
from daybook.domain.said import Said

WORKER = line(
    "night-worker",
    "talk",
    Said("Tell the helpline or worker that you have left. Ask for a fresh safety plan."),
    Said("The time after leaving can be dangerous too. What protected you at home may not fit now."),
    "away",
    "sends",
    rests=("W12", "L09"),
)
POLICE = line(
    "police",
    "told",
    Said("You can tell the police that you are safe, and why you left."),
    Said("{Person} may report you missing. You can ask the police not to say where you are."),
    "away",
    "sends",
    rests=("W12", "W20"),
    caution=Said("Ask for a reference number."),
)
ACCOUNTS = line(
    "accounts",
    "devices",
    Said("From a device {person} never had: e-mail first, then cloud, then bank."),
    Said("New passwords and signing others out hold only from a device that is clean."),
    "away",
    rests=("T05", "T06"),
    caution=Said("{They} may get a message about it. Save proof first, and ask a worker about the moment."),
)
SCHOOL = line(
    "school",
    "children",
    Said("Tell school or nursery: who collects, a password, your address and number for nobody."),
    Said("A school cannot always say no to a parent. Ask what they can do, and what a court could."),
    "later",
    "sends",
    rests=("W22", "W14", "X16"),
)
WRITE_DOWN = line(
    "write-down",
    "week",
    Said("If {person} gets in touch, write it down and keep it."),
    Said("It can be used later. You do not have to answer."),
    "later",
    rests=("R12", "V01"),
)
ADDRESS = line(
    "address",
    "told",
    Said("Before you give your new address, ask who can see it: GP, bank, school, pet chip, post."),
    Said("Old accounts and shared ones can show it."),
    "later",
    rests=("P37", "W25"),
)
MONEY = line(
    "money-after",
    "week",
    Said("Ask about money of your own: benefits, a separate account, emergency help."),
    Said("Cards and accounts you share show places. Ask before you close one."),
    "later",
    rests=("W25", "T11"),
)
LAW = line(
    "law",
    "week",
    Said("Ask what the law can do: orders, the home, the children."),
    Said("Some things have time limits, and advice can be free."),
    "later",
    rests=("R5",),
)
LEFT = line(
    "left-things",
    "things",
    Said("Fetch what was left with somebody, not alone."),
    Said("Going back can be dangerous. A worker, a solicitor or the police may help."),
    "later",
    rests=("W12", "W14"),
)


def afterwards(known: Known) -> Iterator[Line]:
    """Everything from the moment she has arrived."""
    night, week = known.day.first_night, known.day.first_week
    yield line(
        "night",
        "night",
        Said("%(words)s", {"words": night})
        if night
        else Said("A bed, something to eat, and somebody who knows where you are."),
        Said("The rest can wait until you have slept."),
        "away",
        rests=("W12",),
    )
    yield WORKER
    yield from _told(known)
    yield from (POLICE, ACCOUNTS)
    if week:
        yield line("week", "week", Said("%(words)s", {"words": week}), Said("You wrote this."), "later", rests=("W12",))
    if known.has_children:
        yield SCHOOL
    yield from (WRITE_DOWN, ADDRESS, MONEY, LAW, LEFT)


def _told(known: Known) -> Iterator[Line]:
    for number, person in enumerate(known.those(known.day.tell_after), 1):
        yield line(
            f"tell-after-{number}",
            "told",
            Said("Tell now: %(name)s.", {"name": person.name}),
            Said("Now it can no longer be passed on too early."),
            "away",
            "sends",
            rests=("W20",),
            caution=Said("You can leave out where you are."),
        )
