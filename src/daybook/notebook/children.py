"""Her children and contact with them: what she wrote, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from daybook.domain.children.age import Words, not_named, words_of, years
from daybook.domain.children.card import Card, Phones, card_of
from daybook.domain.children.collecting import Care, cares, told_by
from daybook.domain.children.missing import missing_of
from daybook.domain.children.others import for_others
from daybook.domain.children.talk import not_to_carry, to_know
from daybook.domain.records.child import CARD_WORDS, Child
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.people import people_of

if TYPE_CHECKING:
    from daybook.domain.records.person import Person
    from daybook.domain.revision import Revision
    from daybook.domain.said import Said
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan, Item

CHILD, HANDOVER, ARRANGEMENT = "child.1", "handover.1", "arrangement.1"
TOOL, CARD, LOG = "children", "child-card", "handover"
AGES = {
    "child_under_5": range(5),
    "child_5_to_10": range(5, 11),
    "child_11_to_15": range(11, 16),
    "child_16_17": range(16, 18),
}
"""The ages in years that a fact of her plan stands for, as its question has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HerChild:
    """A child with everything that follows from what she noted. `card` is None for "others", and while no age is known.

    `collects` are the people of hers who may collect, by id. `others` are words for the grown-ups around a small one.
    """

    record: str
    child: Child
    age: int | None
    words: Words | None
    card: Card | None
    collects: Mapping[str, Person]
    cares: list[Care]
    missing: list[Said]
    to_know: list[Said]
    not_to_carry: list[Said]
    others: list[Said]


def children_of(notebook: Notebook) -> dict[str, Child]:
    """Every child by id, in the order she added them; who is set aside too."""
    return {revision.record: revision.body for revision in notebook.timeline([CHILD])}


def her_children(notebook: Notebook, plan: HerPlan, today: date) -> list[HerChild]:
    """Every child with what follows, in the order she added them."""
    people = people_of(notebook)
    return [_her_child(record, child, people, plan, today) for record, child in children_of(notebook).items()]


def her_child(notebook: Notebook, plan: HerPlan, record: str, today: date) -> HerChild:
    """One of them. Raises NoSuchRecordError."""
    found = notebook.latest(record).body
    if not isinstance(found, Child):
        raise NoSuchRecordError
    return _her_child(record, found, people_of(notebook), plan, today)


def _her_child(record: str, child: Child, people: Mapping[str, Person], plan: HerPlan, today: date) -> HerChild:
    told, words = told_by(plan.facts, today), words_of(child)
    return HerChild(
        record=record,
        child=child,
        age=years(child),
        words=words,
        card=card_of(child, words, phones_of(plan)) if words else None,
        collects={one: people[one] for one in child.collects if one in people},
        cares=cares(child, people, told),
        missing=missing_of(child, told),
        to_know=to_know(words, apart="lives_apart" in plan.facts),
        not_to_carry=not_to_carry(words),
        others=for_others(child, people, told),
    )


def phones_of(plan: HerPlan) -> Phones:
    """Which phones she told of; either while she told of none."""
    mobile, landline = "has_mobile" in plan.facts, "has_landline" in plan.facts
    return Phones(mobile=mobile or not landline, landline=landline or not mobile)


def unnamed(notebook: Notebook, plan: HerPlan) -> list[int]:
    """The ages she told in her answers that no child in her list has yet."""
    return not_named(plan.answers.ages, [*children_of(notebook).values()])


def begun(notebook: Notebook, age: int | None = None) -> dict[str, str]:
    """What the form for a further child begins with: the age told, and the address and number of the last card."""
    earlier = [child for child in children_of(notebook).values() if not child.aside]
    first = {"age": str(age)} if age is not None else {}
    if not earlier:
        return first
    last = earlier[-1]
    kept = {"address": last.address, "number": last.number, "hide": last.hide}
    return {**first, **{name: value for name, value in kept.items() if value}}


def change(notebook: Notebook, record: str, by: Callable[[Child], Child]) -> None:
    """Amend a child by `by`, over whatever another window kept a moment before. Raises NoSuchRecordError."""
    if not isinstance(notebook.latest(record).body, Child):
        raise NoSuchRecordError
    notebook.amend(record, by)


def practised(notebook: Notebook, record: str, day: date) -> None:
    """Keep that the card was practised on this day."""
    change(notebook, record, lambda child: replace(child, practised=day))


def set_aside(notebook: Notebook, record: str, *, aside: bool) -> None:
    """Leave a child out for now, or bring the child back."""
    change(notebook, record, lambda child: replace(child, aside="aside" if aside else ""))


def use_words(notebook: Notebook, record: str, words: str) -> None:
    """Keep which words the card uses; "others" leaves the card out, "" lets the age decide. Others change nothing."""
    if words in ("", *dict(CARD_WORDS)):
        change(notebook, record, lambda child: replace(child, words=words))


def hide_address(notebook: Notebook, record: str, *, hide: bool) -> None:
    """Leave the address off the card, or put it back on."""
    change(notebook, record, lambda child: replace(child, hide="hide" if hide else ""))


def handovers_of(notebook: Notebook) -> list[Revision]:
    """Every handover she noted, the newest first."""
    return notebook.timeline([HANDOVER], newest=True)


def arrangements_of(notebook: Notebook) -> list[Revision]:
    """How contact is arranged, the last one she wrote first."""
    return notebook.timeline([ARRANGEMENT])[::-1]


def looks_done(item: Item, found: Iterable[HerChild], handovers: int, arrangements: int) -> bool:
    """Whether what she noted is what a thing of her plan asks for, by its tool and the ledger ids it serves.

    The card (W4): practised with every child of the ages it speaks of. The log (R11): one handover, or one arrangement
    for calmer ones. School (W15, W22): what was given, and to whom. W28: what was talked about.
    """
    here = [her for her in found if not her.child.aside]
    match item.action.tool:
        case "child-card":
            asked = [her for her in here if _is_asked(item, her)]
            return bool(asked) and all(her.child.practised for her in asked)
        case "handover":
            return handovers > 0 or ("W21" in item.action.serves and arrangements > 0)
    if {"W15", "W22"} & set(item.action.serves):
        at_school = [her for her in here if her.child.place or her.child.handed]
        return bool(at_school) and all(her.child.handed and her.child.handed_to for her in at_school)
    return bool(here) and all(her.child.kept_private or her.words == "others" for her in here)


def _is_asked(item: Item, her: HerChild) -> bool:
    """Whether a thing of the plan speaks of children of this age; of any age where it names none."""
    spans = [span for fact, span in AGES.items() if fact in item.action.when.all]
    return not spans or (her.age is not None and any(her.age in span for span in spans))
