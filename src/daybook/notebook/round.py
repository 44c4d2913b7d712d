"""The way through the questions: a first round, then more by part, each one step forward or back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.guide.answers import is_answered, questions_for
from daybook.guide.wording import render, wording_of

if TYPE_CHECKING:
    from daybook.domain.records.answers import SituationAnswers
    from daybook.guide.pack import Pack
    from daybook.guide.question import Question


class NoSuchQuestionError(LookupError):
    """This question is not asked any more. Open your answers and choose one from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One question with her answer to it in words; `state` says why there are none."""

    question: Question
    ask: str
    answer: tuple[str, ...]
    state: str
    """ "told", "unsure", "skipped" or "open"."""


@dataclass(frozen=True, slots=True)
class Round:
    """The questions that apply to her now. `first` is asked one after the other, `more` when she likes, by part."""

    pack: Pack
    answers: SituationAnswers

    @property
    def first(self) -> list[Question]:
        """The first round, in order."""
        return [question for question in questions_for(self.pack, self.answers) if question.core]

    @property
    def more(self) -> dict[str, list[Question]]:
        """The others, by part, in order."""
        parts: dict[str, list[Question]] = {}
        for question in questions_for(self.pack, self.answers):
            if not question.core:
                parts.setdefault(question.section, []).append(question)
        return parts

    def question(self, name: str) -> Question:
        """A question by its id, also one that does not apply now. Raises NoSuchQuestionError."""
        for question in self.pack.questions:
            if question.id == name:
                return question
        raise NoSuchQuestionError

    def number(self, question: Question) -> int:
        """Which question of the first round this is, from 1; 0 for one that is asked later."""
        return self.first.index(question) + 1 if question in self.first else 0

    def after(self, question: Question) -> Question | None:
        """The next question of the same round or part, or None at its end."""
        return next((other for other in self._beside(question) if other.order > question.order), None)

    def before(self, question: Question) -> Question | None:
        """The question before, or None at the beginning."""
        return next((other for other in reversed(self._beside(question)) if other.order < question.order), None)

    def next_open(self) -> Question | None:
        """The first question of the first round that she has neither answered nor passed by."""
        return next((question for question in self.first if not self.is_answered(question)), None)

    def is_answered(self, question: Question) -> bool:
        """Whether she answered it, "not sure" counted, or passed it by."""
        return is_answered(question, self.answers)

    def told(self, question: Question) -> Told:
        """Her answer to a question, in words of her own voice."""
        wording = wording_of(self.answers)
        ask = render(question.ask, wording, self.pack)
        state = "told" if self.is_answered(question) else "open"
        if question.id in self.answers.skipped:
            state = "skipped"
        elif question.id in self.answers.unsure:
            state = "unsure"
        chosen = {*self.answers.chosen.get(question.id, ()), self.answers.relation if question.kind == "words" else ""}
        words = [
            render(option.label, wording, self.pack, voice="hers")
            for option in question.options
            if option.id in chosen and question.kind != "children"
        ]
        return Told(question=question, ask=ask, answer=tuple(words) if state == "told" else (), state=state)

    def _beside(self, question: Question) -> list[Question]:
        return self.first if question.core else self.more.get(question.section, [])
