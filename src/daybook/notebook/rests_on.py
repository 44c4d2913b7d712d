"""What an entry of the guidance rests on: what is held true, how sure that is, and the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daybook.notebook.closer import NOT_YET, Basis
from daybook.notebook.nations import nation_of

if TYPE_CHECKING:
    from datetime import date

    from daybook.guide.entry import Checked
    from daybook.guide.knowledge import Confidence
    from daybook.guide.order import Order
    from daybook.guide.security import Call, HomeCheck, WhoMay
    from daybook.guide.service import Service
    from daybook.guide.sign import Sign
    from daybook.guide.thing import Thing
    from daybook.notebook.plans import HerPlan

WEAKEST_FIRST: tuple[Confidence, ...] = ("unknown", "disputed", "general-knowledge", "old-source", "source")


def rests_on(plan: HerPlan, entry: Service | Order | Sign | Thing | HomeCheck | WhoMay | Call) -> list[Basis]:
    """What is held true where she lives, with its pages, then every further page, each page once.

    What the pack holds as background says how entries are written: its pages are named, its words are not for her.
    """
    pack, nation = plan.pack, nation_of(plan.pack, plan.facts)
    nations = getattr(entry, "nations", pack.cover.nations)
    here = nation if nation in nations else ""  # of another nation's page everything is told
    told_of = [pack.statements[name] for name in entry.statements]
    about_it = [about for about in told_of if about.id not in pack.cover.background]
    found = [
        Basis(
            says=plan.words(about.says).strip(),
            confidence=about.confidence,
            sources=tuple(pack.sources[name] for name in about.sources),
        )
        for about in about_it
        if not here or here in about.nations
    ]
    told = {source.id for basis in found for source in basis.sources}
    background = [about for about in told_of if about not in about_it]
    names = [name for about in background for name in about.sources] + list(getattr(entry, "sources", ()))
    further = tuple(pack.sources[name] for name in dict.fromkeys(names) if name not in told)
    return [*found, Basis(says="", confidence=None, sources=further)] if further else found


def least_sure(basis: list[Basis]) -> Confidence | None:
    """The weakest of what something rests on; None where nothing is said of it."""
    known = {each.confidence for each in basis}
    return next((level for level in WEAKEST_FIRST if level in known), None)


def is_old(entry: Checked, today: date) -> bool:
    """Whether the day to look again has passed."""
    return entry.check_again < today


def is_reviewed(entry: Checked) -> bool:
    """Whether a person who works with this has confirmed it."""
    return not entry.reviewer.startswith(NOT_YET)


def paragraphs(plan: HerPlan, text: str) -> list[str]:
    """A text of the guidance in her words, paragraph by paragraph."""
    return [part.strip() for part in plan.words(text).split("\n\n") if part.strip()]
