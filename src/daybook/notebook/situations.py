"""If … then: the situations that fit her, the plans she made for them, and ideas she may take into her own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.domain.fields import fields_of
from daybook.domain.records.if_then import IfThenPlan
from daybook.guide.wording import render

if TYPE_CHECKING:
    from daybook.domain.revision import Revision
    from daybook.guide.ifthen import IfThen, Prompt
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan

KIND = "if-then.1"


class NoSuchSituationError(LookupError):
    """This situation is not offered any more. Open the if … then plans and choose from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A situation in her voice. `asks` holds the prompt of each part, `ideas` what others have done, by part."""

    situation: IfThen
    title: str
    why: str
    cautions: list[str]
    asks: dict[str, str]
    ideas: dict[str, list[str]]
    has_one: bool = False

    @property
    def id(self) -> str:
        """The id of the situation."""
        return self.situation.id


def plans_of(notebook: Notebook) -> list[Revision]:
    """The if … then plans she made, in the order she wrote them."""
    return notebook.timeline([KIND])


def offered_to(notebook: Notebook, plan: HerPlan) -> list[Offered]:
    """The situations that fit her facts, in order, each with whether a plan of hers names it."""
    fitting = (found for found in plan.pack.ifthen.values() if found.when.holds(plan.facts))
    mine = {revision.body.situation.casefold() for revision in plans_of(notebook)}
    return [_offered(plan, found, mine) for found in sorted(fitting, key=lambda found: (found.order, found.id))]


def situation_of(plan: HerPlan, name: str) -> Offered:
    """One situation by its id. Raises NoSuchSituationError."""
    if name not in plan.pack.ifthen:
        raise NoSuchSituationError
    return _offered(plan, plan.pack.ifthen[name], set())


def called_so(plan: HerPlan, situation: str) -> Offered | None:
    """The offered situation that has these very words, so that its ideas are there again when she amends."""
    words = situation.casefold()
    return next((found for found in _all(plan) if found.title.casefold() == words), None)


def parts() -> list[str]:
    """The names of the parts of a plan that have prompts, in the order they are asked."""
    return [name for name in fields_of(IfThenPlan) if name != "situation"]


def _all(plan: HerPlan) -> list[Offered]:
    return [_offered(plan, found, set()) for found in plan.pack.ifthen.values()]


def _offered(plan: HerPlan, found: IfThen, mine: set[str]) -> Offered:
    title = _hers(plan, found.title)
    return Offered(
        situation=found,
        title=title,
        why=plan.words(found.why),
        cautions=[plan.words(text) for text in found.cautions],
        asks={prompt.part: plan.words(prompt.ask) for prompt in found.prompts},
        ideas={prompt.part: _ideas(plan, prompt) for prompt in found.prompts},
        has_one=title.casefold() in mine,
    )


def _ideas(plan: HerPlan, prompt: Prompt) -> list[str]:
    return [_hers(plan, idea) for idea in prompt.ideas]


def _hers(plan: HerPlan, text: str) -> str:
    return render(text, plan.wording, plan.pack, voice="hers")
