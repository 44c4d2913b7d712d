"""A made-up three months: what Maya, who does not exist, wrote down about Dan, who does not exist either.

Every name, place, number and reference is invented. Days are counted back from the day the demo is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from daybook.domain.happened import Certainty, Happened, PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One incident as the story tells it. `files` names the made-up files that go with it."""

    account: str
    happened: Happened
    where: str = ""
    felt: str = ""
    there: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    injuries: str = ""
    reported: tuple[str, ...] = ()
    reported_details: str = ""
    reference: str = ""
    files: tuple[str, ...] = ()


def day(today: date, back: int, clock: str = "") -> PartialDate:
    """The day `back` days ago, with the time when one is given ("21:05")."""
    then = today - timedelta(days=back)
    hour, minute = map(int, clock.split(":")) if clock else (None, None)
    return PartialDate(year=then.year, month=then.month, day=then.day, hour=hour, minute=minute)


def when(today: date, back: int, clock: str = "", *, how: Certainty = "exact", words: str = "") -> Happened:
    """Exactly or about `back` days ago."""
    return Happened(how=how, start=day(today, back, clock), words=words)


def month(today: date, back: int, words: str = "") -> Happened:
    """Only the month is known."""
    then = today - timedelta(days=back)
    return Happened(how="about", start=PartialDate(year=then.year, month=then.month), words=words)


def span(today: date, first: int, last: int, words: str = "") -> Happened:
    """Some time between two days."""
    return Happened(how="span", start=day(today, first), end=day(today, last), words=words)


def unknown(words: str = "") -> Happened:
    """She does not know when."""
    return Happened(words=words)


def incidents(today: date) -> list[Told]:
    """The 25 incidents, in the order Maya wrote them down."""
    return [*_first_month(today), *_second_month(today), *_third_month(today), *_without_a_day()]


def _first_month(today: date) -> list[Told]:
    return [
        Told(
            happened=when(today, 91, "18:40"),
            where="Kitchen",
            account="I was ten minutes late home because the bus did not come. Dan was standing in the hall with his "
            "watch in his hand. He said “ten minutes, Maya. Where were you for ten minutes?”\n\n"
            "I showed him the ticket. He said anyone can buy a ticket. He asked the same thing again and again until "
            "the children's tea was cold.",
            felt="Stupid for explaining myself. I could feel my heart.",
            there=("Leo, 7", "Ava, 3"),
            children=("saw",),
        ),
        Told(
            happened=month(today, 88),
            where="At home",
            account="He put an app on my phone so that, he said, he would know I was safe. I did not ask for it. He "
            "chose the PIN. Since then he asks why I stopped somewhere, before I have told him I was out.",
            felt="Watched.",
        ),
        Told(
            happened=when(today, 85, "07:15"),
            where="Bedroom",
            account="Pay day. He moved my wages into his account and gave me £20. He said “if you need more you ask, "
            "and you keep the receipts”.",
            felt="Like a child.",
        ),
        Told(
            happened=when(today, 81, "21:30", how="about"),
            where="Kitchen",
            account="My sister Ruth rang. He took the phone out of my hand and said to her “she is busy, she will be "
            "busy for a long time”, and ended the call.\n\nThen he threw the phone at the wall by the fridge. "
            "The glass broke. He said “look what you made me do”.",
            felt="Frightened. I swept it up so the children would not step in it.",
            there=("Ruth, on the phone",),
            children=("nearby",),
            injuries="The screen of my phone is broken from the top corner across.",
            files=("phone",),
        ),
        Told(
            happened=span(today, 80, 74, "the week I had no phone"),
            where="At home",
            account="I had no phone for a week. He said I did not need one if I had nothing to hide. The nursery could "
            "not reach me on the Wednesday when Ava had a temperature.",
            felt="Cut off.",
            there=("Nursery staff know they could not get through",),
        ),
        Told(
            happened=when(today, 73, "19:10"),
            where="Hall and stairs",
            account="I said I would go to Ruth's for the weekend. He stood in front of the door. He said “you walk out "
            "and you will see what happens to you”. I asked him to move. He pushed me with both hands and I fell "
            "against the stairs.",
            felt="Shaking. I did not go to Ruth's.",
            there=("Leo, at the top of the stairs",),
            children=("saw",),
            injuries="My left arm above the elbow hit the edge of the step. It was blue the next day and yellow later.",
            files=("bruise",),
        ),
        Told(
            happened=when(today, 71, "08:00", how="about"),
            where="Kitchen",
            account="He made breakfast and was kind. He said he was under pressure and that I know how to wind him up. "
            "He asked me to wear long sleeves.",
            felt="Confused. Relieved, and ashamed to be relieved.",
        ),
        Told(
            happened=when(today, 66),
            where="The school gate",
            account="He came to the school gate though he was meant to be at work. He stood across the road and did "
            "not come over. That night he told me which of the other parents I had talked to, and for how long.",
            felt="As if there was nowhere left.",
            there=("Priya, Sam's mum",),
        ),
    ]


def _second_month(today: date) -> list[Told]:
    return [
        Told(
            happened=when(today, 60, "22:50"),
            where="Bathroom",
            account="I locked the bathroom door because he was shouting. He hit the door with his fist until the panel "
            "cracked. He said “there is no door in this house you can shut on me”. I stayed in until he slept, "
            "about two hours.",
            felt="I thought he would come through.",
            there=("Mrs Okafor at number 9 heard it and asked me the next day",),
            children=("nearby",),
            injuries="The lower panel of the bathroom door is cracked from side to side.",
            reported=("nobody",),
            files=("door",),
        ),
        Told(
            happened=when(today, 59, "09:20"),
            where="Outside the house",
            account="Mrs Okafor asked if we were all right. She had heard the banging and a man's voice. She said I "
            "can knock at any hour.",
            felt="Like crying. Someone had heard.",
            there=("Mrs Okafor, number 9",),
        ),
        Told(
            happened=when(today, 55, "12:30", how="about"),
            where="On the phone, at work",
            account="He rang the shop eleven times in my shift. My manager took me aside and said it has to stop. "
            "When I told Dan, he said “then leave the job”.",
            felt="Ashamed in front of everyone.",
            there=("My manager, Mr Bell", "Two people on the till"),
        ),
        Told(
            happened=when(today, 51, how="about", words="the day after Leo's party"),
            where="Bedroom",
            account="I found my letter about the evening course torn in four in the bin under the tea bags. He said no "
            "letter had come.",
            felt="Angry. Then tired.",
            injuries="The letter. I kept the pieces.",
            files=("letter",),
        ),
        Told(
            happened=when(today, 47, "17:45"),
            where="In the car, on the ring road",
            account="I said I wanted to see Ruth at half term. He drove faster and faster and did not answer. I said "
            "please slow down, the children are in the back. He said “say sorry”. I said sorry. He slowed down.",
            felt="I thought we would die.",
            there=("Leo", "Ava"),
            children=("saw", "hurt"),
        ),
        Told(
            happened=when(today, 43, "23:15", how="about"),
            where="Bedroom",
            account="He woke me up to ask about a man who had liked a picture from 2019. He kept the light on and "
            "asked until after two. I had to be up at six.",
            felt="So tired I could not think.",
        ),
        Told(
            happened=span(today, 40, 34),
            where="At home",
            account="He did not speak one word to me for days. He spoke to the children in front of me and told them "
            "“tell your mother the dinner is cold”.",
            felt="As if I was not there.",
            there=("Leo", "Ava"),
            children=("saw",),
        ),
        Told(
            happened=when(today, 33, "16:05"),
            where="Text messages",
            account="Messages while I was at the dentist with Leo:\n"
            "16:05 “where are you”\n16:07 “answer me”\n16:08 “I can see you are not at the dentist”\n"
            "16:20 “you will be sorry when you get home 🙂”\n\nWe were at the dentist.",
            felt="My hands shook so much that I could not put Leo's coat on.",
            there=("The receptionist saw me",),
            reported=("someone-else",),
            reported_details="I told Ruth the same night.",
        ),
        Told(
            happened=when(today, 33, "18:30", how="about"),
            where="Hall",
            account="When we came home he took my keys and my bank card and put them in his pocket. He said I would "
            "get them back when I could be trusted.",
            felt="Trapped.",
            children=("nearby",),
        ),
    ]


def _third_month(today: date) -> list[Told]:
    return [
        Told(
            happened=when(today, 28, "20:10"),
            where="Living room",
            account="He said that if I ever left he would tell the social worker I am not well in the head, and that "
            "he would get the children. He said he had already spoken to somebody.",
            felt="Sick. I do not know if it is true.",
            children=("nearby",),
        ),
        Told(
            happened=when(today, 24),
            where="Kitchen",
            account="My passport and the children's birth certificates are not in the drawer any more. He said they "
            "are somewhere safe.",
            felt="I understood that he had thought about it before I had.",
        ),
        Told(
            happened=when(today, 19, "21:40"),
            where="Kitchen",
            account="I had £35 saved in the flour tin. He found it and put it on the table and asked what it was for. "
            "He held my wrist and turned it until I knelt down. He said “what is it for, Maya”. I said for Leo's "
            "school trip.",
            felt="Very frightened. I could not say anything for a long time.",
            children=("nearby",),
            injuries="My right wrist was swollen for three days. I could not lift the kettle.",
            reported=("health",),
            reported_details="I told the nurse at the surgery when she asked.",
        ),
        Told(
            happened=when(today, 13, "22:20"),
            where="Hall",
            account="He shouted that I had turned Leo against him. He pulled the coats down and blocked the door. "
            "I rang 999 from the landline. He heard me and left by the back before they came.",
            felt="Afraid of what it would cost me. And glad that I did it.",
            there=("Leo", "Mrs Okafor, at her window"),
            children=("saw",),
            reported=("police",),
            reported_details="Two officers came at about 22:45. They took my account in the kitchen.",
        ),
        Told(
            happened=when(today, 9, "15:20", how="about"),
            where="Nursery",
            account="A number I do not know, 07700 900417, rang the nursery and said he was Ava's uncle and would "
            "fetch her. They did not let her go, they rang me.",
            felt="Cold all over.",
            there=("The nursery manager, Ms Lindqvist",),
            reported=("police", "school"),
        ),
        Told(
            happened=when(today, 4, "06:50"),
            where="Outside the house",
            account="He sat in his car across the road from ten to seven until I took the children to school. He did "
            "not get out. He looked at us the whole time.",
            felt="I held both their hands and did not look back.",
            there=("Mrs Okafor",),
            children=("saw",),
        ),
    ]


def _without_a_day() -> list[Told]:
    return [
        Told(
            happened=unknown("before Ava was born"),
            where="Our old flat",
            account="He put his hand over my mouth so that the neighbours would not hear me cry. I have never told "
            "this to anyone.",
            felt="I still wake up from it.",
        ),
        Told(
            happened=unknown(),
            account="He told me what to wear to my mother's funeral, and checked my phone in the car on the way there.",
            felt="I was not allowed to be only sad.",
        ),
    ]
