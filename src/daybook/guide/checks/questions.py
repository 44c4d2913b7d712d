"""Questions are well made: options, bands, rounds, and no rule on a fact nobody is asked about."""

from collections.abc import Iterator

from daybook.guide.checks.place import at_key, at_words
from daybook.guide.finding import Finding
from daybook.guide.pack import Pack
from daybook.guide.question import Question

MOST_IN_FIRST_ROUND = 12


def questions_well_made(pack: Pack) -> Iterator[Finding]:
    """Options have their own ids; a `when` names facts of earlier questions only; the first round is short."""
    given: set[str] = set()
    for question in pack.questions:
        yield from _options(pack, question)
        for fact in sorted(question.when.facts - given):
            said = f"This question hangs on “{fact}”, which no question with a lower `order` gives."
            yield at_words(pack, question, f'"{fact}"', said)
        given |= question.gives
    core = [question for question in pack.questions if question.core]
    for question in core[MOST_IN_FIRST_ROUND:]:
        yield at_key(
            pack, question, "core", f"At most {MOST_IN_FIRST_ROUND} questions are `core`; this is one too many."
        )


def _options(pack: Pack, question: Question) -> Iterator[Finding]:
    seen: set[str] = set()
    for option in question.options:
        if option.id in seen:
            yield at_words(pack, question, f'"{option.id}"', f"Two options have the id “{option.id}”.")
        seen.add(option.id)
        if (option.ages is not None) != (question.kind == "children"):
            said = "`ages` belongs to the options of a `children` question, and to all of them."
            yield at_words(pack, question, f'"{option.id}"', said)
        if option.called and question.kind != "words":
            yield at_words(pack, question, f'"{option.id}"', "`called` belongs to the options of a `words` question.")
    if not question.options:
        yield at_key(pack, question, "kind", "This question has no options.")
