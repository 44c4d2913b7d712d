"""Every set of answers there can be, searched whole.

A rule reads few facts. So for one rule only the questions that give those facts matter, with the questions that decide
whether *these* are asked, and of their answers only what they say about those facts. What is left is small enough to go
through entirely, which makes each finding here a proof and not a sample.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from daybook.guide.entry import When
from daybook.guide.pack import Pack
from daybook.guide.question import Question

Facts = frozenset[str]
NOTHING: Facts = frozenset()


def outcomes(question: Question, relevant: Collection[str]) -> frozenset[Facts]:
    """What each possible answer says about the relevant facts: skipped, not sure, each option, each set of options."""
    kept = frozenset(relevant)
    found = {NOTHING, kept & frozenset(question.not_sure)}
    options = {kept & frozenset(option.facts) for option in question.options}
    if question.kind in ("one", "words"):
        return frozenset(found | options)
    unions = {NOTHING}
    for option in options:
        unions |= {option | union for union in unions}
    return frozenset(found | unions)


def questions_about(pack: Pack, facts: Iterable[str]) -> tuple[list[Question], Facts]:
    """The questions that decide about these facts, in the order asked, and every fact that plays a part in it."""
    relevant = set(facts)
    while True:
        asked = [question for question in pack.questions if question.gives & relevant]
        more = relevant.union(*(question.when.facts for question in asked))
        if more == relevant:
            return asked, frozenset(relevant)
        relevant = more


def reachable(pack: Pack, facts: Iterable[str]) -> frozenset[Facts]:
    """Every combination of these facts (and of those they hang on) that some set of answers gives."""
    return _reachable(pack, frozenset(facts))


@lru_cache(maxsize=4096)
def _reachable(pack: Pack, facts: Facts) -> frozenset[Facts]:
    asked, relevant = questions_about(pack, facts)
    states = {NOTHING}
    for question in asked:
        answers = outcomes(question, relevant)
        states = {state | answer for state in states for answer in _answers(question, state, answers)}
    return frozenset(states)


def witness(pack: Pack, when: When) -> Facts | None:
    """Some answers' facts for which the rule holds, or None when no set of answers makes it hold."""
    return next((state for state in sorted(reachable(pack, when.facts), key=_small) if when.holds(state)), None)


def gap(pack: Pack, rules: Sequence[When]) -> Facts | None:
    """Some answers' facts for which none of the rules holds, or None: then one of them holds for every set of answers.

    Rules are added one at a time, the plainest first, since a few of them often cover everything.
    """
    ordered = sorted(rules, key=lambda rule: len(rule.facts))
    hole: Facts | None = NOTHING
    for count in range(1, len(ordered) + 1):
        tried = ordered[:count]
        facts = frozenset().union(*(rule.facts for rule in tried))
        states = sorted(reachable(pack, facts), key=_small)
        hole = next((state for state in states if not any(rule.holds(state) for rule in tried)), None)
        if hole is None:
            return None
    return hole


def matters(pack: Pack, question: Question, rules: Iterable[When]) -> bool:
    """Whether, beside some answers to the others, an answer to this question and skipping it part ways in a rule."""
    return any(_changes(pack, question, rule) for rule in rules)


def _changes(pack: Pack, question: Question, rule: When) -> bool:
    asked, relevant = questions_about(pack, rule.facts)
    if not question.gives & relevant:
        return False
    pairs = {(NOTHING, NOTHING)}  # what skipping it leads to, and what an answer leads to
    for other in asked:
        answers = outcomes(other, relevant)
        pairs = set(_both(other, pairs, answers, split=other is question))
    return any(rule.holds(skipped) != rule.holds(answered) for skipped, answered in pairs)


def _both(
    question: Question, pairs: set[tuple[Facts, Facts]], answers: frozenset[Facts], *, split: bool
) -> Iterator[tuple[Facts, Facts]]:
    for skipped, answered in pairs:
        in_one, in_other = question.when.holds(skipped), question.when.holds(answered)
        for answer in answers:
            one = skipped | answer if in_one and not split else skipped
            other = answered | answer if in_other else answered
            yield one, other


def _answers(question: Question, state: Facts, answers: frozenset[Facts]) -> Iterable[Facts]:
    return answers if question.when.holds(state) else (NOTHING,)


def _small(state: Facts) -> tuple[int, list[str]]:
    return len(state), sorted(state)
