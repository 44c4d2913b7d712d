"""A hurt, bruise or wound: where on the body, how it looks, photos, and how it was days later."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.body.mark import Mark
from daybook.domain.fields import ANY_DATED, FieldKind, described
from daybook.domain.happened import Happened
from daybook.domain.kinds import record

WHOSE = (
    ("mine", "Me"),
    ("child", "A child"),
    ("other", "Somebody else"),
)
LOOKS = (
    ("bruise", "Bruise"),
    ("red", "Red or scratched"),
    ("swollen", "Swollen"),
    ("cut", "Cut or bleeding"),
    ("burn", "Burn"),
    ("bite", "Bite"),
    ("hair", "Hair pulled out"),
    ("tooth", "Tooth or mouth"),
    ("move", "Hard to move or to stand on"),
    ("throat", "Hard to swallow, breathe or speak"),
    ("head", "Headache, dizzy, sick or passed out"),
    ("nothing", "It hurts, with nothing to see"),
)


@record(
    "injury.1",
    name="An injury",
    plural="Injuries",
    start="Write down an injury",
    title_field="account",
    dated_by="happened",
    order=14,
    serves=("R12", "W33", "W34"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Injury:
    """One injury as it was on one day. A later look at the same one is an entry of its own that points to it."""

    account: str = described(
        "Where does it hurt, and what does it look like?",
        FieldKind.TEXT,
        hint="In your own words: how big, which colour, how it feels. If you can, say what did it.",
        required=True,
    )
    happened: Happened = described(
        "When did it look like this?",
        FieldKind.WHEN,
        hint="The day you saw it or took the photo. Only as much as you know.",
    )
    marks: tuple[Mark, ...] = described(
        "Where on the body?",
        FieldKind.MARKS,
        hint="Touch the place on the figure. Left and right are those of the hurt person.",
        main=True,
    )
    files: tuple[Attachment, ...] = described(
        "Photos",
        FieldKind.FILES,
        hint=(
            "One from further away, then one from near. A ruler or a coin beside it shows its size. No filter. "
            "A bruise can show better after a day or two: take new ones then. "
            "Some phones copy photos to a cloud or another device: a safer device helps."
        ),
        main=True,
    )
    whose: str = described("Who is hurt?", FieldKind.CHOICE, options=WHOSE)
    looks: tuple[str, ...] = described(
        "What is it?",
        FieldKind.CHOICES,
        options=LOOKS,
        hint="If somebody pressed on a neck, a doctor can look at it today, also with no mark to see.",
    )
    still: str = described("What can you not do because of it?", FieldKind.TEXT, hint="Lift, sleep, work, eat.")
    seen_by: tuple[str, ...] = described(
        "Who has seen it?", FieldKind.PEOPLE, hint="One person on each line. A doctor or nurse too."
    )
    taken_by: str = described("Who took the photos, and with what?", FieldKind.LINE)
    again: tuple[str, ...] = described(
        "Is it one you wrote down before, some days on?", FieldKind.RECORDS, of="injury.1"
    )
    linked: tuple[str, ...] = described(
        "Which of your other entries does it come from?", FieldKind.RECORDS, of=ANY_DATED
    )
