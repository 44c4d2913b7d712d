"""Her plan: what fits her answers, in a safe order, with what she decided about each thing and noted beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from daybook.domain.records.step import Step
from daybook.guide.action import Action, Group
from daybook.guide.answers import Facts, facts_of
from daybook.guide.decide import PlannedAction, decide
from daybook.guide.wording import Wording, render, wording_of
from daybook.notebook.answering import answers_of
from daybook.notebook.matters import preference
from daybook.notebook.notebook import ChangedElsewhereError
from daybook.notebook.signs import facts_from_signs

if TYPE_CHECKING:
    from daybook.domain.her_words import Voice
    from daybook.domain.records.answers import SituationAnswers
    from daybook.domain.revision import Revision
    from daybook.guide.pack import Pack
    from daybook.notebook.notebook import Notebook

Choice = Literal["open", "done", "not_for_me", "later"]
CHOICES: tuple[Choice, ...] = ("open", "done", "not_for_me", "later")

KIND = "step.1"
FIRST_OF_ALL = 5
"""How many things "start here" shows: as many as can be read in a minute."""


class NoSuchActionError(LookupError):
    """This is not part of the plan any more. Open the plan and choose it from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing of the plan as she sees it. `first` are ids of this plan; `position` counts from 1, 0 for what is kept.

    `fits` is False for what her answers do not ask for any more, and she decided or noted something about.
    """

    action: Action
    title: str
    group: Group
    position: int
    choice: Choice
    note: str
    first: tuple[str, ...]
    fits: bool

    @property
    def id(self) -> str:
        """The id of the action."""
        return self.action.id


@dataclass(frozen=True, slots=True, kw_only=True)
class HerPlan:
    """Everything that fits, in order; what is kept though it fits no more; and notes whose action is gone."""

    pack: Pack
    answers: SituationAnswers
    facts: Facts
    wording: Wording
    items: tuple[Item, ...]
    kept: tuple[Item, ...]
    gone: tuple[Step, ...]

    def words(self, text: str, *, voice: Voice = "yours") -> str:
        """A text of the guidance in the words she chose."""
        return render(text, self.wording, self.pack, voice=voice)

    def chosen(self, choice: Choice) -> list[Item]:
        """What fits and has this choice, in order."""
        return [item for item in self.items if item.choice == choice]

    def open(self, group: Group) -> list[Item]:
        """What is open in a group, in order."""
        return [item for item in self.chosen("open") if item.group == group]

    def start_here(self) -> list[Item]:
        """The first few open things of now; where none is open there, of what comes next."""
        first = self.open("now") or self.open("soon") or self.open("ready")
        return first[:FIRST_OF_ALL]

    def item(self, action: str) -> Item:
        """One thing of the plan, by its id. Raises NoSuchActionError."""
        for item in (*self.items, *self.kept):
            if item.id == action:
                return item
        raise NoSuchActionError


def her_plan(notebook: Notebook, pack: Pack) -> HerPlan:
    """Her plan as her answers are now, and what she let it know of the signs."""
    answers = answers_of(notebook)
    facts, wording = facts_of(pack, answers) | facts_from_signs(notebook, pack), wording_of(answers)
    steps = steps_of(notebook)
    items = tuple(_item(pack, wording, steps, planned) for planned in decide(pack, facts, preference(notebook, pack)))
    here = {item.id for item in items}
    others = [step for name, step in steps.items() if name not in here and (step.choice != "open" or step.note)]
    kept = [pack.actions[step.action] for step in others if step.action in pack.actions]
    return HerPlan(
        pack=pack,
        answers=answers,
        facts=facts,
        wording=wording,
        items=items,
        kept=tuple(_item(pack, wording, steps, PlannedAction(about.id, about.group, 0, ())) for about in kept),
        gone=tuple(step for step in others if step.action not in pack.actions),
    )


def _item(pack: Pack, wording: Wording, steps: dict[str, Step], planned: PlannedAction) -> Item:
    about = pack.actions[planned.id]
    step = steps.get(about.id, Step(action=about.id))
    return Item(
        action=about,
        title=render(about.title, wording, pack),
        group=planned.group,
        position=planned.position,
        choice=step.choice if step.choice in CHOICES else "open",
        note=step.note,
        first=planned.first,
        fits=planned.position > 0,
    )


def steps_of(notebook: Notebook) -> dict[str, Step]:
    """What she decided and noted, by action."""
    return {revision.body.action: revision.body for revision in notebook.timeline([KIND])}


def step_history(notebook: Notebook, action: str) -> list[Revision]:
    """Everything she decided and noted about an action, oldest first; empty where there is nothing yet."""
    latest = _latest(notebook, action)
    return notebook.history(latest.record) if latest else []


def choose(notebook: Notebook, pack: Pack, action: str, choice: Choice) -> None:
    """Keep her choice about an action; her note stays. Raises NoSuchActionError."""
    if action not in pack.actions:
        raise NoSuchActionError
    with notebook.alone():
        latest = _latest(notebook, action)
        step: Step = latest.body if latest else Step(action=action)
        _save(notebook, latest, replace(step, choice=choice))


def write_note(notebook: Notebook, pack: Pack, action: str, note: str, *, before: str) -> None:
    """Keep her note about an action; her choice stays. `before` is the note as it stood when she began to write.

    Raises ChangedElsewhereError when another window kept other words meanwhile; NoSuchActionError.
    """
    if action not in pack.actions:
        raise NoSuchActionError
    words = note.replace("\r\n", "\n").strip("\n")
    with notebook.alone():
        latest = _latest(notebook, action)
        step: Step = latest.body if latest else Step(action=action)
        if latest and step.note not in (before, words):
            raise ChangedElsewhereError(latest)
        _save(notebook, latest, replace(step, note=words))


def _latest(notebook: Notebook, action: str) -> Revision | None:
    found = [revision for revision in notebook.timeline([KIND]) if revision.body.action == action]
    return found[-1] if found else None


def _save(notebook: Notebook, latest: Revision | None, step: Step) -> None:
    """Save over `latest`, or as the one record of this action."""
    if latest:
        notebook.save(step, record=latest.record, based_on=latest.number)
    else:
        notebook.save(step, key=f"{KIND} {step.action}")
