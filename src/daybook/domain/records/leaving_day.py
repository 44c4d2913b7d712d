"""The day she may go: when the person harming her is out, how she goes, where to, and who is told when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record

SURE = (
    ("sure", "Quite sure"),
    ("likely", "Likely, as far as I can tell"),
    ("guess", "A guess"),
    ("any", "{They} can come back at any time"),
)
GOES = (
    ("lift", "Somebody drives or fetches me"),
    ("foot", "On foot"),
    ("public", "Bus, train or coach"),
    ("taxi", "A taxi"),
    ("car", "A car I drive"),
    ("booked", "A refuge or helpline books it for me"),
    ("other", "Another way"),
)
PHONE = (
    ("as-is", "It comes with me, as it is"),
    ("off", "It comes with me, switched off"),
    ("stays", "It stays behind"),
    ("other", "I take another phone"),
    ("ask", "I will ask a worker"),
)
REPORTS = (
    ("location", "My phone, or an app that shares where I am"),
    ("car", "The car"),
    ("tag", "A tag or tracker, or I fear there is one"),
    ("camera", "A doorbell, camera or speaker at home"),
    ("child", "A child's phone, tablet, watch or console"),
    ("watch", "My watch, or something else I wear"),
    ("card", "A bank card or a taxi app"),
)
MOMENTS = (
    ("before", "In the days before"),
    ("hour", "Once {person} is out"),
    ("door", "As you go"),
    ("way", "On the way"),
    ("night", "The first night"),
    ("week", "The first week"),
)
"""The parts of the page, in the order of time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLine:
    """A line she wrote herself. `moment` is one of MOMENTS."""

    id: str
    moment: str
    words: str


@record("leaving-day.1", listed=False, name="The day you go", serves=("W11", "W12", "W13", "W14"))
@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingDay:
    """What she told of the day. Every part may stay empty, and nothing here says that she will go.

    `own` are lines she added; `aside` the ids of lines she left out.
    """

    day: date | None = described(
        "Which day, if you have one in mind?",
        FieldKind.DAY,
        hint="It can stay empty. A day that is written down can be found.",
        main=True,
    )
    out_from: str = described(
        "From what time is {person} out?",
        FieldKind.CLOCK,
        hint="Like 8:30. Only as you know it.",
        main=True,
    )
    out_until: str = described("Until when?", FieldKind.CLOCK, main=True)
    sure: str = described("How sure is that?", FieldKind.CHOICE, options=SURE, main=True)
    how: tuple[str, ...] = described("How would you go?", FieldKind.CHOICES, options=GOES, main=True)
    back_early: str = described("What could bring {them} back early?", FieldKind.TEXT)
    spare: date | None = described("A spare day", FieldKind.DAY)
    reason: str = described(
        "A plain reason for being up, dressed or out",
        FieldKind.LINE,
        hint="One you might give on any day, like “the dentist”.",
    )
    pick_up: str = described(
        "Where and when do you set off?", FieldKind.LINE, hint="A little way from your door leaves less to see."
    )
    first_place: str = described(
        "Where do you go first?",
        FieldKind.LINE,
        hint="A word that only you understand is enough. An address can be found.",
    )
    other_place: str = described("And if that does not work?", FieldKind.LINE)
    children: str = described(
        "Where is each child at that time, and who fetches them?", FieldKind.TEXT, hint="Empty if there are none."
    )
    pets: str = described("What happens with a pet?", FieldKind.TEXT)
    medicine: str = described("Medicine, glasses and aids that come with you", FieldKind.TEXT)
    phone: str = described("What happens with your phone?", FieldKind.CHOICE, options=PHONE)
    reports: tuple[str, ...] = described(
        "What could show where you go?",
        FieldKind.CHOICES,
        options=REPORTS,
        hint="Turn nothing off yet. A sudden gap can be noticed.",
    )
    tell_before: tuple[str, ...] = described("Who is told before?", FieldKind.RECORDS, of="person.1")
    tell_after: tuple[str, ...] = described("Who is told once you are away?", FieldKind.RECORDS, of="person.1")
    first_night: str = described("The first night", FieldKind.TEXT, hint="Where you sleep, and what helps you then.")
    first_week: str = described("The first week", FieldKind.TEXT, hint="What you want to see to first.")
    own: tuple[OwnLine, ...] = ()
    aside: tuple[str, ...] = ()
