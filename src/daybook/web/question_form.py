"""A question as a form: its options in her own voice, and what she chose or typed so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from daybook.guide.wording import render, wording_of
from daybook.web.i18n import N_, _

if TYPE_CHECKING:
    from daybook.domain.records.answers import SituationAnswers
    from daybook.guide.pack import Pack
    from daybook.guide.question import Question
    from daybook.notebook.drafts import Draft
    from daybook.notebook.round import Round

OLDEST = 120
FEWEST_BOXES = 3
PRONOUNS = (
    ("he", N_("he: “He knows where I work.”")),
    ("she", N_("she: “She knows where I work.”")),
    ("they", N_("they: “They know where I work.”")),
)
EXAMPLE = N_("{Person} may look at this phone. Think first what {they} could see.")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionForm:
    """One question on a page. `ages` holds what is typed in each box, with empty boxes to spare at the end."""

    name: str
    ask: str
    why: str
    kind: Literal["one", "many", "children", "words"]
    options: Sequence[tuple[str, str]]
    chosen: Sequence[str]
    ages: Sequence[str] = ()
    wrong_ages: frozenset[str] = frozenset()
    pronouns: Sequence[tuple[str, str]] = ()
    pronoun: str = ""
    called: str = ""

    @property
    def takes_unsure(self) -> bool:
        """Whether "not sure" is an answer here: of words and of ages there is nothing to be careful about."""
        return self.kind in ("one", "many")


def question_form(asked: Round, question: Question, draft: Draft | None, *, look: bool) -> QuestionForm:
    """The form of a question, as she answered it, or as she left it in the middle."""
    answers, wording = asked.answers, wording_of(asked.answers)
    typed = draft.typed if draft else {}
    ages = typed.get("age") or [str(age) for age in answers.ages]
    filled = [age for age in ages if age.strip()]
    boxes = [*filled, *[""] * max(FEWEST_BOXES - len(filled), 2 if draft and not look else 1)]
    return QuestionForm(
        name=question.id,
        ask=render(question.ask, wording, asked.pack),
        why=render(question.why, wording, asked.pack).strip(),
        kind=question.kind,
        options=[(o.id, render(o.label, wording, asked.pack, voice="hers")) for o in question.options],
        chosen=typed.get("relation", [answers.relation])
        if question.kind == "words"
        else answers.chosen.get(question.id, ()),
        ages=boxes,
        wrong_ages=frozenset(age for age in filled if age_of(age) is None) if look else frozenset(),
        pronouns=[(value, _(words)) for value, words in PRONOUNS],
        pronoun=typed.get("pronouns", [answers.pronouns if asked.is_answered(question) else ""])[0],
        called=typed.get("name", [answers.name])[0],
    )


def age_of(typed: str) -> int | None:
    """An age in whole years as it was typed, or None."""
    words = typed.strip()
    return int(words) if words.isdecimal() and len(words) <= len(str(OLDEST)) and int(words) <= OLDEST else None


def reads_like(pack: Pack, answers: SituationAnswers) -> str:
    """A sentence that shows how the plan speaks of the person harming her from now on."""
    return render(_(EXAMPLE), wording_of(answers), pack)
