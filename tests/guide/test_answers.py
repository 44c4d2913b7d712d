"""Answers give facts; what is not asked now does not count; the first round comes first."""

from daybook.domain.records.answers import SituationAnswers as Answers
from daybook.guide.answers import facts_of, is_answered, questions_for
from tests.guide import veldt

PACK = veldt.pack()
WITH: dict[str, tuple[str, ...]] = {"situation": ("with",)}


def test_nothing_answered_gives_nothing() -> None:
    assert facts_of(PACK, Answers()) == frozenset()


def test_options_ages_and_words_give_facts() -> None:
    answers = Answers(chosen=WITH | {"phone": ("looks", "app")}, ages=(3, 9), relation="husband")
    assert facts_of(PACK, answers) == {
        "lives_with_them", "phone_seen", "found_app", "has_children", "has_small_children", "is_married",
    }  # fmt: skip


def test_grown_children_are_not_children_here() -> None:
    assert facts_of(PACK, Answers(ages=(18, 40))) == frozenset()


def test_an_answer_to_a_question_not_asked_now_does_not_count() -> None:
    answers = Answers(chosen={"situation": ("apart",), "phone": ("app",)})
    assert facts_of(PACK, answers) == {"lives_apart"}
    assert "phone" not in [question.id for question in questions_for(PACK, answers)]


def test_not_sure_is_the_careful_side_and_skipping_gives_nothing() -> None:
    assert facts_of(PACK, Answers(chosen=WITH, unsure=("phone",))) == {"lives_with_them", "phone_seen"}
    both = Answers(chosen=WITH | {"phone": ("app",)}, skipped=("phone",))
    assert facts_of(PACK, both) == {"lives_with_them"}


def test_one_answer_is_one_answer_and_unknown_options_are_nothing() -> None:
    assert facts_of(PACK, Answers(chosen={"situation": ("with", "apart")})) == {"lives_with_them"}
    assert facts_of(PACK, Answers(chosen={"situation": ("gone",), "nowhere": ("x",)})) == frozenset()


def test_the_first_round_comes_first() -> None:
    asked = [question.id for question in questions_for(PACK, Answers(chosen=WITH))]
    assert asked == ["situation", "isle", "words", "children", "phone"]
    core = [question.core for question in questions_for(PACK, Answers(chosen=WITH))]
    assert core == sorted(core, reverse=True)


def test_children_are_answered_by_ages() -> None:
    children = next(question for question in PACK.questions if question.kind == "children")
    assert is_answered(children, Answers(ages=(4,)))
    assert not is_answered(children, Answers())
