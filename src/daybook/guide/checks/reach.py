"""What holds for every set of answers there can be, the empty one included. See daybook.guide.space."""

from collections.abc import Iterator
from itertools import combinations

from daybook.guide.checks.place import at_key
from daybook.guide.directory import rule_of
from daybook.guide.entry import ALWAYS, Entry, When
from daybook.guide.finding import Finding
from daybook.guide.pack import Pack
from daybook.guide.space import gap, matters, witness


def everything_reached(pack: Pack) -> Iterator[Finding]:
    """Every entry is shown to somebody; every question changes some plan; help is there for everybody."""
    kinds = (
        *pack.questions,
        *pack.actions.values(),
        *pack.services.values(),
        *pack.orders.values(),
        *pack.signs.values(),
        *pack.ifthen.values(),
        *pack.options.values(),
        *pack.matters.values(),
        *pack.things.values(),
        *pack.security.values(),
        *pack.who_may.values(),
        *pack.calls.values(),
        *pack.friend.values(),
        *pack.letters.values(),
    )
    for entry in kinds:
        if witness(pack, _when(entry)) is None:
            yield at_key(pack, entry, "when", "No set of answers reaches this: its rule never holds.")
    rules = [action.when for action in pack.actions.values()]
    for question in pack.questions:
        if not matters(pack, question, rules):
            yield at_key(pack, question, "ask", "No answer to this question changes any plan.")
    yield from _facts_used(pack)
    yield from _titles_apart(pack)
    yield from _help_for_all(pack)


def _facts_used(pack: Pack) -> Iterator[Finding]:
    used = frozenset().union(*(_when(entry).facts for entry in pack.entries()))
    for question in pack.questions:
        for fact in sorted(question.gives - used):
            yield at_key(pack, question, "facts", f"No rule uses the fact “{fact}”.", "warning")


def _titles_apart(pack: Pack) -> Iterator[Finding]:
    """Two actions with one title are never in one plan, where they could not be told apart."""
    for one, other in combinations(pack.actions.values(), 2):
        if one.title != other.title:
            continue
        if witness(pack, When(all=one.when.all + other.when.all, none=one.when.none + other.when.none)) is not None:
            yield at_key(pack, other, "title", f"“{one.id}” has the same title, and both can stand in one plan.")


def _help_for_all(pack: Pack) -> Iterator[Finding]:
    """An emergency action, a `talk` action, an emergency service and a helpline, whatever she answered."""
    actions, services = pack.actions.values(), pack.services.values()
    helps = {
        "an emergency action": [action.when for action in actions if action.does == "emergency"],
        "an action to talk to somebody": [action.when for action in actions if action.does == "talk"],
        "an emergency service": [rule_of(pack, service) for service in services if "emergency" in service.needs],
        "a helpline": [rule_of(pack, service) for service in services if "talk" in service.needs],
    }
    for what, rules in helps.items():
        hole = gap(pack, rules)
        if hole is not None:
            facts = ", ".join(sorted(hole)) or "no answers at all"
            yield at_key(pack, pack.cover, "title", f"Somebody is left without {what}: {facts}.")


def _when(entry: Entry) -> When:
    when = getattr(entry, "when", ALWAYS)
    return when if isinstance(when, When) else ALWAYS
