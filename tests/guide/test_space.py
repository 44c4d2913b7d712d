"""The search over every set of answers finds exactly what going through all of them finds."""

from collections.abc import Iterator
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from daybook.domain.records.answers import SituationAnswers as Answers
from daybook.guide.answers import facts_of
from daybook.guide.entry import When
from daybook.guide.pack import Pack
from daybook.guide.question import Question
from daybook.guide.space import gap, matters, questions_about, reachable, witness
from tests.guide.made import FACTS, pack, question, question_packs, rules

NOT_SURE = "not sure"


def replies(item: Question) -> list[tuple[str, ...] | str | None]:
    names = [option.id for option in item.options]
    sizes = range(1, len(names) + 1) if item.kind == "many" else (1,)
    return [None, NOT_SURE, *(chosen for size in sizes for chosen in combinations(names, size))]


def every_answer(made: Pack, without: str = "") -> Iterator[Answers]:
    asked = [item for item in made.questions if item.id != without]
    for given_ in product(*(replies(item) for item in asked)):
        pairs = list(zip(asked, given_, strict=True))
        yield Answers(
            chosen={item.id: reply for item, reply in pairs if isinstance(reply, tuple)},
            unsure=tuple(item.id for item, reply in pairs if reply == NOT_SURE),
        )


@settings(max_examples=60, deadline=None)
@given(question_packs(), st.sets(st.sampled_from(FACTS), min_size=1, max_size=3))
def test_reachable_is_what_all_answers_give(made: Pack, facts: set[str]) -> None:
    relevant = questions_about(made, facts)[1]
    assert reachable(made, facts) == {facts_of(made, answers) & relevant for answers in every_answer(made)}


@settings(max_examples=60, deadline=None)
@given(question_packs(), rules())
def test_a_witness_is_found_exactly_when_there_is_one(made: Pack, rule: When) -> None:
    there_is = any(rule.holds(facts_of(made, answers)) for answers in every_answer(made))
    assert (witness(made, rule) is not None) == there_is


@settings(max_examples=60, deadline=None)
@given(question_packs(), st.lists(rules(), min_size=1, max_size=3))
def test_a_gap_is_found_exactly_when_there_is_one(made: Pack, some: list[When]) -> None:
    there_is = any(not any(rule.holds(facts_of(made, answers)) for rule in some) for answers in every_answer(made))
    assert (gap(made, some) is not None) == there_is


@settings(max_examples=40, deadline=None)
@given(question_packs(), rules(), st.data())
def test_a_question_matters_exactly_when_some_answer_changes_the_rule(
    made: Pack, rule: When, data: st.DataObject
) -> None:
    item = data.draw(st.sampled_from(made.questions))
    changes = False
    for answers in every_answer(made, without=item.id):
        skipped = rule.holds(facts_of(made, answers))
        for reply in replies(item)[1:]:
            chosen = answers.chosen | ({item.id: reply} if isinstance(reply, tuple) else {})
            unsure = (*answers.unsure, item.id) if reply == NOT_SURE else answers.unsure
            changes = changes or rule.holds(facts_of(made, Answers(chosen=chosen, unsure=unsure))) != skipped
    assert matters(made, item, [rule]) == changes


def test_a_question_nobody_can_be_asked_gives_nothing() -> None:
    made = pack(
        questions=[
            question("q1", 1, ("a",), ("b",)),
            question("q2", 2, ("c",), when=When(all=("a", "b"))),  # q1 takes one answer: never both
        ]
    )
    assert witness(made, When(all=("c",))) is None
    assert witness(made, When(all=("a",))) == frozenset({"a"})


def test_no_rules_at_all_leave_everybody_without() -> None:
    assert gap(pack(questions=[question("q1", 1, ("a",))]), []) == frozenset()
