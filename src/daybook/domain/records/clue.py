"""Something the person harming her knew or did that they could not have known: a clue about a device."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.fields import ANY_DATED, FieldKind, described
from daybook.domain.happened import Happened
from daybook.domain.kinds import record

ABOUT = (
    ("where", "Where I was, or was going"),
    ("whom", "Whom I met, rang or wrote to"),
    ("read", "What I wrote, read or looked up"),
    ("said", "What was said at home, or in a car"),
    ("account", "A password, an account or a setting changed"),
    ("device", "Something odd on a device"),
    ("thing", "A thing I found: a tag, a camera, a phone"),
    ("other", "Something else"),
)
NEAR = (
    ("phone", "My phone"),
    ("computer", "A tablet or computer"),
    ("watch", "A watch or earphones"),
    ("car", "A car"),
    ("bag", "A bag, a coat or keys"),
    ("child", "A child's phone, watch or toy"),
    ("home", "A camera, doorbell or speaker at home"),
    ("shared", "An account we share"),
    ("person", "Somebody who could have told"),
)


@record(
    "clue.1",
    name="Something {they} could not know",
    plural="What {they} could not know",
    start="Write down something {they} could not know",
    title_field="account",
    dated_by="happened",
    order=18,
    serves=("R12", "W33"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One clue, as she noticed it. It says what was known, never how: that is for somebody to look at with her."""

    account: str = described(
        "What did {they} know, say or do?",
        FieldKind.TEXT,
        hint="In your own words. Like “{They} asked why I was at the library, and I had told nobody”.",
        required=True,
    )
    happened: Happened = described(
        "When did you notice it?", FieldKind.WHEN, hint="The time helps if you know it. Only as much as you know."
    )
    about: tuple[str, ...] = described("What was it about?", FieldKind.CHOICES, options=ABOUT, main=True)
    near: tuple[str, ...] = described("What was with you, or near?", FieldKind.CHOICES, options=NEAR)
    known_to: tuple[str, ...] = described(
        "Who else knew it?", FieldKind.PEOPLE, hint="One person on each line. Nobody is an answer."
    )
    seen: str = described(
        "What did you see on a device?",
        FieldKind.TEXT,
        hint="An alert, a sign-in you do not know, a new app, a warm phone. The words on the screen, as they were.",
    )
    changed: str = described(
        "Was anything changed since?",
        FieldKind.TEXT,
        hint=(
            "Nothing has to be changed or taken off for this. A change can be noticed, and proof can go with it. "
            "A support worker can look at it with you first."
        ),
    )
    linked: tuple[str, ...] = described(
        "Which of your other entries does it belong with?", FieldKind.RECORDS, of=ANY_DATED
    )
    files: tuple[Attachment, ...] = described(
        "Photos and files",
        FieldKind.FILES,
        hint="The whole screen, with the time on it; a thing you found, where it was. Use a safer device if you can.",
    )
