"""If something happens, then this is what she does: short enough to read in ten seconds."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record


@record(
    "if-then.1",
    name="An if … then plan",
    plural="If … then plans",
    start="Make an if … then plan",
    title_field="situation",
    order=60,
    serves=("W1",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class IfThenPlan:
    """One situation, and her own response to it. Every part but the situation may stay empty."""

    situation: str = described(
        "If …", FieldKind.LINE, hint="What may happen. A few words, as you would say it.", required=True
    )
    signs: str = described("How I know that it is starting", FieldKind.TEXT, hint="What you see, hear or feel first.")
    then: str = described("Then I …", FieldKind.TEXT, hint="The first thing you do, and the next. Short is good.")
    where: str = described("Where I go", FieldKind.TEXT, hint="A room, a neighbour, a place with people.")
    who: str = described("Who I signal, and how", FieldKind.TEXT, hint="A person, a word, a light, a missed call.")
    say: str = described("What I say", FieldKind.TEXT, hint="A short sentence. It can be dull.")
    after: str = described("After, what comes first", FieldKind.TEXT, hint="Who you tell, what you keep, how you rest.")
