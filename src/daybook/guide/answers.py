"""From her answers to facts, and from facts to what is asked next."""

from collections.abc import Iterator

from daybook.domain.records.answers import SituationAnswers
from daybook.guide.pack import Pack
from daybook.guide.question import Question

Facts = frozenset[str]


def facts_of(pack: Pack, answers: SituationAnswers) -> Facts:
    """The facts her answers give.

    Answers to a question that is not asked now do not count; neither do options the pack does not know.
    """
    return _walk(pack, answers)[1]


def questions_for(pack: Pack, answers: SituationAnswers) -> list[Question]:
    """The questions that apply now: the first round (`core`) in order, then the others in order."""
    asked = _walk(pack, answers)[0]
    return sorted(asked, key=lambda question: not question.core)


def is_answered(question: Question, answers: SituationAnswers) -> bool:
    """Whether she answered it, "not sure" counted, or passed it by."""
    if question.id in answers.unsure or question.id in answers.skipped or question.id in answers.chosen:
        return True
    if question.kind == "children":
        return bool(answers.ages)
    return question.kind == "words" and bool(answers.name or answers.relation)


def _walk(pack: Pack, answers: SituationAnswers) -> tuple[list[Question], Facts]:
    asked: list[Question] = []
    facts: set[str] = set()
    for question in pack.questions:  # by order: a `when` only names facts of earlier ones
        if question.when.holds(facts):
            asked.append(question)
            facts.update(_given(question, answers))
    return asked, frozenset(facts)


def _given(question: Question, answers: SituationAnswers) -> Iterator[str]:
    if question.id in answers.skipped:
        return
    if question.id in answers.unsure:
        yield from question.not_sure
        return
    chosen = answers.chosen.get(question.id, ())
    for option in question.options:
        if question.kind == "words":
            given = option.id == answers.relation
        elif question.kind == "children":
            first, last = option.ages or (0, -1)
            given = any(first <= age <= last for age in answers.ages)
        else:
            given = option.id in chosen
        if given:
            yield from option.facts
            if question.kind == "one":
                return
