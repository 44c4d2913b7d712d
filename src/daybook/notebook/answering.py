"""Her answers: one question is changed at a time, and the others stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from daybook.domain.records.answers import SituationAnswers

if TYPE_CHECKING:
    from daybook.guide.question import Question
    from daybook.notebook.notebook import Notebook

Change = Callable[[SituationAnswers], SituationAnswers]

KIND = "answers.1"
PRONOUNS = ("he", "she", "they")


def answers_of(notebook: Notebook) -> SituationAnswers:
    """What she told so far."""
    found: SituationAnswers = notebook.one(SituationAnswers)
    return found


def change(notebook: Notebook, by: Change) -> SituationAnswers:
    """Keep her answers as `by` changes them, over whatever another window kept a moment before."""
    return notebook.change(SituationAnswers, by)


def with_options(answers: SituationAnswers, question: Question, options: Iterable[str]) -> SituationAnswers:
    """With these options of a question chosen; options it does not have are left out, none chosen counts as skipped."""
    wanted = set(options)
    chosen = tuple(option.id for option in question.options if option.id in wanted)
    if question.kind == "one":
        chosen = chosen[:1]
    return answered(answers, question, chosen) if chosen else without(answers, question, skipped=True)


def with_ages(answers: SituationAnswers, question: Question, ages: Iterable[int]) -> SituationAnswers:
    """With the ages of children; an empty list says that there are none."""
    return replace(answered(answers, question, ()), ages=tuple(ages))


def with_words(
    answers: SituationAnswers, question: Question, *, name: str, pronouns: str, relation: str
) -> SituationAnswers:
    """With the words for the person harming her. A relation the question does not have is left out."""
    known = relation in {option.id for option in question.options}
    spoken = pronouns if pronouns in PRONOUNS else "they"
    return replace(
        answered(answers, question, ()), name=name.strip(), pronouns=spoken, relation=relation if known else ""
    )


def unsure(answers: SituationAnswers, question: Question) -> SituationAnswers:
    """With "not sure" for this question."""
    cleared = without(answers, question, skipped=False)
    return replace(cleared, unsure=(*cleared.unsure, question.id))


def without(answers: SituationAnswers, question: Question, *, skipped: bool) -> SituationAnswers:
    """Without an answer to this question: passed by, or as if it had never been asked."""
    chosen = {name: options for name, options in answers.chosen.items() if name != question.id}
    passed = _less(answers.skipped, question)
    cleared = replace(
        answers,
        chosen=chosen,
        unsure=_less(answers.unsure, question),
        skipped=(*passed, question.id) if skipped else passed,
    )
    if question.kind == "children":
        return replace(cleared, ages=())
    if question.kind == "words":
        return replace(cleared, name="", pronouns="they", relation="")
    return cleared


def answered(answers: SituationAnswers, question: Question, chosen: tuple[str, ...]) -> SituationAnswers:
    """With this question answered, and neither unsure nor skipped any more."""
    return replace(
        answers,
        chosen={**answers.chosen, question.id: chosen},
        unsure=_less(answers.unsure, question),
        skipped=_less(answers.skipped, question),
    )


def _less(names: tuple[str, ...], question: Question) -> tuple[str, ...]:
    return tuple(name for name in names if name != question.id)
