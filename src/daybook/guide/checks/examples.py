"""The examples that stand beside the words, run as tests."""

from collections.abc import Iterator

from daybook.guide.action import Action
from daybook.guide.checks.place import at_key, at_row
from daybook.guide.finding import Finding
from daybook.guide.pack import Pack


def examples_run(pack: Pack) -> Iterator[Finding]:
    """Each example comes out as it says; there is one shown and, where a rule can hide it, one not shown."""
    for action in pack.actions.values():
        yield from _examples(pack, action)


def _examples(pack: Pack, action: Action) -> Iterator[Finding]:
    for number, example in enumerate(action.examples, start=1):
        if action.when.holds(example.facts) == example.shown:
            continue
        if example.shown:
            lacking = [fact for fact in action.when.all if fact not in example.facts]
            against = [fact for fact in action.when.none if fact in example.facts]
            reason = "; ".join(
                said
                for said, facts in (("it lacks", lacking), ("`none` forbids", against))
                for said in [f"{said} {', '.join(facts)}"]
                if facts
            )
            said = f"Example {number} says shown, but it is not: {reason}."
        else:
            said = f"Example {number} says not shown, but it is shown for those facts."
        yield at_row(pack, action, "examples", number, said)
    if not any(example.shown for example in action.examples):
        yield at_key(pack, action, "examples", "No example is shown. Write one with `shown = true`.")
    if action.when.facts and all(example.shown for example in action.examples):
        yield at_key(pack, action, "examples", "`when` can hide this, so write an example with `shown = false`.")
