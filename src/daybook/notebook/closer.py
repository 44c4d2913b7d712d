"""One thing of her plan looked at closely: every text in her words, what comes before it, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from daybook.guide.knowledge import Confidence, Source
from daybook.notebook.tools import TOOLS, Tool

if TYPE_CHECKING:
    from daybook.guide.knowledge import Statement
    from daybook.notebook.plans import HerPlan, Item

NOT_YET = "not yet"
"""How the pack's `reviewer` begins while no person has confirmed an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """One thing the advice rests on: what is held true (may be empty), how sure that is, and the pages."""

    says: str
    confidence: Confidence | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closer:
    """One thing of the plan with everything there is to read about it. Texts are lists of paragraphs.

    `before` is what comes first, as the entry names it.
    """

    item: Item
    why: list[str]
    steps: list[str]
    caution: list[str]
    evidence: list[str]
    legal: list[str]
    child: list[str]
    money: list[str]
    before: list[Item]
    tool: Tool | None
    basis: list[Basis]
    is_old: bool
    is_reviewed: bool

    @property
    def waits(self) -> bool:
        """Whether something that comes first is still open."""
        return any(item.choice in ("open", "later") for item in self.before)


def look_closer(plan: HerPlan, action: str, today: date) -> Closer:
    """Everything about one thing of the plan. Raises NoSuchActionError."""
    item = plan.item(action)
    about, cautions = item.action, item.action.cautions
    return Closer(
        item=item,
        why=_paragraphs(plan, about.why),
        steps=[plan.words(step) for step in about.steps],
        caution=_paragraphs(plan, about.caution),
        evidence=_paragraphs(plan, cautions.evidence),
        legal=_paragraphs(plan, cautions.legal),
        child=_paragraphs(plan, cautions.child),
        money=_paragraphs(plan, cautions.money),
        before=[plan.item(first) for first in item.first],
        tool=TOOLS.get(about.tool or ""),
        basis=_basis(plan, item),
        is_old=about.check_again < today,
        is_reviewed=not about.reviewer.startswith(NOT_YET),
    )


def _paragraphs(plan: HerPlan, text: str) -> list[str]:
    return [part.strip() for part in plan.words(text).split("\n\n") if part.strip()]


def _basis(plan: HerPlan, item: Item) -> list[Basis]:
    """The statements with their pages, then every further page, each page once.

    What the pack holds as background says how entries are written: its pages are named, its words are not for her.
    """
    pack = plan.pack
    told_of = (pack.statements[name] for name in item.action.statements)
    statements = [statement for statement in told_of if _holds_here(plan, statement)]
    found = [
        Basis(
            says=plan.words(statement.says).strip(),
            confidence=statement.confidence,
            sources=tuple(pack.sources[name] for name in statement.sources),
        )
        for statement in statements
        if statement.id not in pack.cover.background
    ]
    told = {source.id for basis in found for source in basis.sources}
    names = [name for statement in statements for name in statement.sources] + list(item.action.sources)
    further = tuple(pack.sources[name] for name in dict.fromkeys(names) if name not in told)
    return [*found, Basis(says="", confidence=None, sources=further)] if further else found


def _holds_here(plan: HerPlan, statement: Statement) -> bool:
    """It holds in the nation she named; where she named none, every statement is told, as every service is."""
    here = {nation for nation in plan.pack.cover.nations if f"in_{nation}" in plan.facts}
    return not here or not here.isdisjoint(statement.nations)
