"""A code agreed with somebody: what it is, and what they do when she gives it."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.happened import Happened
from daybook.domain.kinds import record

HOW = (
    ("phrase", "A word or phrase, said aloud"),
    ("message", "A word in a message"),
    ("missed-call", "A missed call"),
    ("blank-text", "An empty text"),
    ("window", "A sign in the window"),
    ("knock", "A knock, or another sound"),
    ("other", "Something else"),
)
MEANS = (
    ("call-999", "Call 999 and give my address"),
    ("come", "Come round"),
    ("fetch", "Come and fetch me"),
    ("children", "Collect the children"),
    ("ring", "Ring me with a reason to leave"),
    ("stay-on", "Stay on the line"),
    ("ask-help", "Ask somebody else for help"),
)
STOPPED = (("stopped", "No longer used"),)


@record(
    "code.1",
    name="A code",
    plural="Codes",
    start="Agree a code with somebody",
    title_field="what",
    order=71,
    serves=("R6", "R15", "W5", "X22"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code and what follows when it is given. It helps only where both know both parts."""

    what: str = described(
        "What is the code?",
        FieldKind.LINE,
        hint="As you say it or do it. Dull and rare is good: “Did you feed next door's cat?”",
        required=True,
    )
    how: str = described(
        "What kind of code is it?",
        FieldKind.CHOICE,
        options=HOW,
        hint="A call or a text stays in lists on both phones. A phrase said aloud leaves the least behind.",
        main=True,
    )
    whom: tuple[str, ...] = described("Who knows it?", FieldKind.RECORDS, of="person.1", main=True)
    means: tuple[str, ...] = described("What do they do then?", FieldKind.CHOICES, options=MEANS, main=True)
    more: str = described(
        "More about what happens then",
        FieldKind.TEXT,
        hint="Who does what, how fast, and what nobody does, such as talk to {person}.",
    )
    agreed: Happened = described("When did you agree it?", FieldKind.WHEN, hint="Only as much as you know.")
    tried: Happened = described("When did you last try it?", FieldKind.WHEN, hint="A year alone is fine.")
    changed: Happened = described("When did you last change it?", FieldKind.WHEN, hint="A year alone is fine.")
    stopped: str = described("Is it still in use?", FieldKind.CHOICE, options=STOPPED)
