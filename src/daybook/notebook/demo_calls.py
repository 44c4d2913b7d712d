"""Maya's calls and meetings, her plan and her answers: as made up as the rest of the demo."""

from __future__ import annotations

from datetime import date

from daybook.domain.records.answers import SituationAnswers
from daybook.domain.records.contact import Contact
from daybook.domain.records.step import Step
from daybook.notebook.demo_story import when


def contacts(today: date) -> list[tuple[Contact, tuple[str, ...]]]:
    """The five calls and meetings, and the names of the files that go with each."""
    return [
        (
            Contact(
                whom="helpline",
                name="A worker called Jo",
                happened=when(today, 31, "12:40", how="about"),
                said="I rang in my lunch break from the shop's phone. I told her about the stairs and the door. She "
                "did not tell me what to do. We went through what I could take with me and where it could wait.\n\n"
                "She asked if it is safe to ring me back. I said no. I will ring again on a Thursday.",
            ),
            (),
        ),
        (
            Contact(
                whom="health",
                name="Nurse at the Example Road surgery",
                happened=when(today, 17, "10:15"),
                said="I went about my wrist. She asked whether somebody had done this, and I said yes. She wrote it "
                "down and measured it. She said it will not show in the part of my record that others can see online.",
                reference="EXAMPLE-GP-17",
            ),
            (),
        ),
        (
            Contact(
                whom="police",
                name="PC Hale, number 0000, Exampleton",
                happened=when(today, 13, "22:45", how="about"),
                said="Two officers came after my call. They asked me questions from a form and looked at the hall. "
                "They gave me a card with a number. They will come back to take a full statement.",
                reference="EXAMPLE/0013/00",
            ),
            (),
        ),
        (
            Contact(
                whom="school",
                name="Ms Fiction, head teacher, and Ms Lindqvist, nursery",
                happened=when(today, 8, "14:00"),
                said="Only Ruth and I may fetch the children from now on. There is a password. "
                "They gave me the letter.",
            ),
            ("school-letter",),
        ),
        (
            Contact(
                whom="police",
                name="Call handler, then Sergeant Penn",
                happened=when(today, 4, "09:30"),
                said="I rang from Mrs Okafor's. I told them about the car across the road and about the call to the "
                "nursery. They put it with the other number. The sergeant will ring Mrs Okafor, not me.",
                reference="EXAMPLE/0013/01",
            ),
            (),
        ),
    ]


def answers() -> SituationAnswers:
    """A mother of two who lives with him and is getting ready to leave; some questions passed by."""
    return SituationAnswers(
        chosen={
            "situation": ("preparing",),
            "nation": ("england",),
            "device": ("borrowed",),
            "phone": ("mobile", "smartphone-android", "their-contract", "landline"),
            "accounts": ("they-know-passwords", "location-sharing"),
            "known-places": ("turns-up",),
            "people": ("neighbour", "friend"),
            "children-parent": ("their-parent",),
            "school": ("nursery", "school", "school-knows"),
            "home": ("private-joint",),
            "money": ("joint-account", "they-hold"),
            "work": ("job", "they-know"),
            "hurt": ("injuries",),
            "police": ("told", "case"),
            "matters": ("ready",),
        },
        ages=(7, 3),
        name="Dan",
        pronouns="he",
        relation="husband",
        unsure=("smart-home",),
        skipped=("status", "about-you"),
    )


def steps() -> list[Step]:
    """What Maya decided about parts of her plan."""
    return [
        Step(action="safer-device", choice="done", note="The computer at the library, Tuesdays and Thursdays."),
        Step(action="neighbour-living", choice="done", note="Mrs Okafor. Two knocks."),
        Step(action="code-word-living", choice="done", note="The word is “marmalade”. Ruth knows it."),
        Step(action="pack-identity", choice="later", note="When I know where he has put them."),
        Step(action="small-cash", choice="not-for-me", note="He found it once."),
        Step(action="pack-children-things", choice="later"),
        Step(action="ask-before-recording", choice="not-for-me"),
    ]
