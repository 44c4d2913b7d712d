"""What happened, held against the orders she holds: possibilities, and what she said of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from daybook.domain.breach.bound import Bound, bound_by
from daybook.domain.breach.follows import follows
from daybook.domain.breach.match import Matcher
from daybook.domain.breach.of_records import happening_of
from daybook.domain.breach.when import timed
from daybook.domain.kinds import kind_of
from daybook.domain.orders.force import force_of
from daybook.domain.records.breach import Breach
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.order_term import OrderTerm
from daybook.notebook.breach_days import fits_its_days
from daybook.notebook.her_orders import ORDER, terms_of
from daybook.notebook.notebook import NoSuchRecordError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daybook.domain.breach.happening import Happening
    from daybook.domain.breach.possibility import Possibility
    from daybook.domain.happened import Happened
    from daybook.domain.revision import Revision
    from daybook.domain.said import Said
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan

KIND = "breach.1"
HAPPENINGS = (
    "incident.1",
    "handover.1",
    "contact.1",
    "injury.1",
    "loss.1",
    "clue.1",
    "court-day.1",
    "kept-file.1",
)
"""The kinds of records that can tell of a line that was broken. What keeps happening has no days, and is none."""
MESSAGES = "message-day.1"
"""Messages or calls she answered about: they are a happening like any other from then on."""
Answer = Literal["confirmed", "not", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HerPossibility:
    """A possibility with what it is about, and what she said of it. `said` is None until she said something.

    `found` is None for one she confirmed or was not sure of that is not found, or not any more. Hers stays.
    """

    found: Possibility | None
    happening: Revision
    term_id: str
    term: OrderTerm
    order_id: str
    order: CourtOrder
    leads_to: Said
    said: Revision | None

    @property
    def happened(self) -> Happened:
        """When it was."""
        body = self.happening.body
        found = kind_of(self.happening.kind).when(body)
        return body.happened if found is None else found

    @property
    def answer(self) -> str:
        """What she said: "confirmed", "not", "unsure", or "" for nothing yet."""
        return str(self.said.body.says) if self.said else ""


def bound_in(plan: HerPlan) -> Bound:
    """The words for the person her orders bind, from what she chose for the person harming her."""
    return bound_by(plan.answers.pronouns, plan.answers.name, plan.answers.relation)


def matcher_of(notebook: Notebook, plan: HerPlan) -> Matcher:
    """Her orders and their lines, ready to be held against any happenings, hers or brought in from elsewhere."""
    orders = {each.record: each.body for each in notebook.timeline([ORDER])}
    return Matcher(orders, terms_of(notebook), bound_in(plan))


def possibilities(notebook: Notebook, plan: HerPlan) -> list[HerPossibility]:
    """Every line that anything she wrote down may have broken, and what she confirmed or was not sure of, newest first.

    A line that stands in several orders is there once for each that may have been broken; her answer is about the line.
    """
    written = {each.record: each for each in notebook.timeline(HAPPENINGS, newest=True)}
    answered = [each for each in notebook.timeline([MESSAGES]) if each.body.count]  # none: put right, of another day
    held = sorted(answered, key=lambda each: str(each.body.first), reverse=True)
    messages = {each.record: each for each in held}
    happenings = [told for each in written.values() if (told := happening_of(each.record, each.body))]
    said, terms = said_of(notebook), terms_of(notebook)
    orders = {each.record: each.body for each in notebook.timeline([ORDER])}
    written |= messages

    def possibility(name: str, term: str, order: str, found: Possibility | None = None) -> HerPossibility:
        return HerPossibility(
            found=found,
            happening=written[name],
            term_id=term,
            term=terms[term],
            order_id=order,
            order=orders[order],
            leads_to=leads_to(plan, orders[order], terms[term]),
            said=said.get((name, term)),
        )

    found = [possibility(one.happening, one.term, one.order, one) for one in _matched(notebook, plan, happenings)]
    known = {(each.happening.record, each.term_id) for each in found}
    for (name, term), each in said.items():
        if (name, term) in known or name not in written or term not in terms:
            continue
        if each.body.says != "not" or name in messages:
            there = [possibility(name, term, order) for order in terms[term].order if order in orders]
            found += [one for one in there if fits_its_days(one)] or there[:1]
    place = {name: number for number, name in enumerate(written)}
    return sorted(found, key=lambda each: place[each.happening.record])


def _matched(notebook: Notebook, plan: HerPlan, happenings: Iterable[Happening]) -> list[Possibility]:
    return matcher_of(notebook, plan).possibilities(happenings)


def about(notebook: Notebook, plan: HerPlan, happening: str) -> list[HerPossibility]:
    """Every line that one thing she wrote down may have broken, and what she said of it."""
    return [each for each in possibilities(notebook, plan) if each.happening.record == happening]


def lines_then(notebook: Notebook, plan: HerPlan, happening: str) -> dict[str, tuple[OrderTerm, CourtOrder]]:
    """Lines that nothing was found for, of orders that could be broken then: she may know more than the words say.

    Never a line of an order that was not given yet, or had ended. Empty for a kind that is no happening.
    """
    revision = notebook.latest(happening)
    told = happening_of(happening, revision.body)
    if told is None:
        return {}
    orders = {each.record: each.body for each in notebook.timeline([ORDER])}
    stood = {
        name
        for name, order in orders.items()
        if (force := force_of(order)) and timed(force, told.earliest, told.latest) is not None
    }
    known = {each.term_id for each in about(notebook, plan, happening)}
    return {
        name: (term, orders[order])
        for name, term in terms_of(notebook).items()
        if name not in known
        for order in [each for each in term.order if each in stood][:1]
    }


def leads_to(plan: HerPlan, order: CourtOrder, term: OrderTerm) -> Said:
    """What breaking this line leads to, in general words."""
    about = plan.pack.orders.get(order.what)
    return follows(order, about.breach if about else "", term)


def said_of(notebook: Notebook) -> dict[tuple[str, str], Revision]:
    """What she said of possibilities, by the happening and the line."""
    return {(each.body.happening, each.body.term): each for each in notebook.timeline([KIND])}


def all_of(notebook: Notebook, plan: HerPlan, record: str) -> list[HerPossibility]:
    """What she said in this record, with what it is about: once for each order. Raises NoSuchRecordError."""
    body = notebook.latest(record).body
    there = possibilities(notebook, plan) if isinstance(body, Breach) else []
    found = [each for each in there if each.said and each.said.record == record]
    if not found:
        raise NoSuchRecordError
    return found


def say(notebook: Notebook, happening: str, term: str, answer: Answer) -> Revision:
    """Keep her answer about one happening and one line; what she noted beside it stays. Raises NoSuchRecordError."""
    notebook.latest(happening)
    if not isinstance(notebook.latest(term).body, OrderTerm):
        raise NoSuchRecordError
    with notebook.alone():
        before = said_of(notebook).get((happening, term))
        if before:
            body = replace(before.body, says=answer)
            return notebook.save(body, record=before.record, based_on=before.number)
        return notebook.save(Breach(happening=happening, term=term, says=answer), key=f"{KIND} {happening} {term}")
