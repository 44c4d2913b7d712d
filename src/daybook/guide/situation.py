"""A situation written in a file: facts, or answers by question; for the command line and for written tests."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from daybook.domain.records.answers import SituationAnswers
from daybook.guide.answers import Facts, facts_of
from daybook.guide.pack import Pack
from daybook.guide.question import Question
from daybook.guide.wording import Wording, wording_of

UNSURE, SKIPPED = "not-sure", "skipped"


class SituationError(ValueError):
    """This situation cannot be read. Write `facts = ["lives_with_them"]`, or a table `[answers]`."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or type(self).__doc__)


@dataclass(frozen=True, slots=True)
class Situation:
    """What is true of somebody's situation, and the words for the person harming them."""

    facts: Facts
    wording: Wording


def read_situation(pack: Pack, text: str) -> Situation:
    """The situation in a TOML text. Raises SituationError, naming the first fact, question or option it does not know.

    `facts` and `[answers]` may stand together: then both count.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SituationError(f"This situation cannot be read as TOML: {error}.") from None
    if "facts" not in table and "answers" not in table:
        raise SituationError
    facts = _texts(table.get("facts", []), "facts")
    for fact in facts:
        if fact not in pack.facts:
            raise SituationError(f"There is no fact “{fact}”.{_near(fact, pack.facts)}")
    given = table.get("answers", {})
    if not isinstance(given, dict):
        raise SituationError("“answers” is a table: write [answers] on a line, and the answers below it.")
    answers = read_answers(pack, given)
    return Situation(facts_of(pack, answers) | frozenset(facts), wording_of(answers))


def read_answers(pack: Pack, table: Mapping[str, Any]) -> SituationAnswers:
    """Answers as written: options, ages, a table of words, "not-sure" or "skipped". Raises SituationError."""
    questions = {question.id: question for question in pack.questions}
    chosen: dict[str, tuple[str, ...]] = {}
    whole: dict[str, Any] = {}
    unsure, skipped = [], []
    for name, answer in table.items():
        question = questions.get(name)
        if question is None:
            raise SituationError(f"There is no question “{name}”.{_near(name, questions)}")
        if answer == UNSURE:
            unsure.append(name)
        elif answer == SKIPPED:
            skipped.append(name)
        elif question.kind == "children":
            whole["ages"] = _ages(question, answer)
        elif question.kind == "words":
            whole.update(_words(question, answer))
        else:
            chosen[name] = _options(question, answer)
    return SituationAnswers(chosen=chosen, unsure=tuple(unsure), skipped=tuple(skipped), **whole)


def _options(question: Question, answer: object) -> tuple[str, ...]:
    names = _texts([answer] if isinstance(answer, str) else answer, question.id)
    known = [option.id for option in question.options]
    for name in names:
        if name not in known:
            raise SituationError(f"The question “{question.id}” has no option “{name}”.{_near(name, known)}")
    if question.kind == "one" and len(names) != 1:
        raise SituationError(f"The question “{question.id}” takes one option.")
    return names


def _ages(question: Question, answer: object) -> tuple[int, ...]:
    if isinstance(answer, list) and all(type(age) is int and age >= 0 for age in answer):
        return tuple(answer)
    raise SituationError(f"The question “{question.id}” takes a list of ages, such as [4, 9].")


def _words(question: Question, answer: object) -> dict[str, str]:
    if not isinstance(answer, dict) or not set(answer) <= {"name", "pronouns", "relation"}:
        raise SituationError(f'The question “{question.id}” takes {{ name = "…", pronouns = "…", relation = "…" }}.')
    known = [option.id for option in question.options]
    relation = answer.get("relation", "")
    if relation and relation not in known:
        raise SituationError(f"The question “{question.id}” has no relation “{relation}”.{_near(str(relation), known)}")
    if answer.get("pronouns", "they") not in ("he", "she", "they"):
        raise SituationError("Pronouns are he, she or they.")
    return {key: str(value) for key, value in answer.items()}


def _texts(value: object, key: str) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise SituationError(f"“{key}” is a list of names in quotation marks.")


def _near(name: str, known: Any) -> str:  # noqa: ANN401  (any collection of names)
    near: Iterator[str] = iter(get_close_matches(name, list(known), n=1))
    return next((f" Did you mean “{other}”?" for other in near), " `daybook guide facts` lists them all.")
