"""One page for the police: her orders, their lines, how they were given, and what she says broke a line (W32, W35).

What she confirmed and what by the days noted now lies before an order was given, or after it ended, stays on the page,
with one sentence that says so. Left out in silence it would be missing when she needs it; put there without a word the
page would contradict itself by its own dates, and somebody else would find it first. The police know the day of
service, and can say which day is right. On the screen she is told above the page, and can leave it off the paper.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from daybook.domain.breach.follows import has_arrest
from daybook.domain.orders.force import is_promise
from daybook.domain.records.breach import TOLD
from daybook.domain.records.court_day import CourtDay
from daybook.domain.records.court_order import ARREST, SERVED, SERVED_HOW, UNTIL, CourtOrder
from daybook.domain.records.incident import Incident
from daybook.domain.records.kept_file import KeptFile
from daybook.domain.records.loss import Loss
from daybook.domain.records.message_day import MessageDay
from daybook.domain.records.order_copy import HOLDERS
from daybook.export.police_page import Fact, PoliceBreach, PoliceLine, PoliceOrder, PolicePage, police_page
from daybook.export.visible import first_words
from daybook.export.words import PaperWords
from daybook.notebook.breach_days import days_do_not_fit, that_do_not_fit
from daybook.notebook.breaches import HerPossibility, possibilities
from daybook.notebook.her_orders import HerOrder, called, her_orders
from daybook.notebook.people import spoken
from daybook.notebook.police_messages import message_notes, message_time, message_words

if TYPE_CHECKING:
    from daybook.domain.happened import Happened
    from daybook.domain.records.order_term import OrderTerm
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan

LONGEST = 3_000
"""So many characters of an account stand on the page, which is most of a page: what broke a line can come last in it.
A longer one is cut, and the page says where the rest is."""
_LATEST = datetime(9999, 12, 31)  # noqa: DTZ001  (a wall's clock)


class NoOrderError(ValueError):
    """There is no order in what you chose. Choose at least one that you wrote down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceChoice:
    """What goes on the page: which orders (by id; empty is all that stand), earlier calls, the name she gave.

    Without `unfitting`, nothing she confirmed that does not fit the days noted.
    """

    orders: Collection[str] = ()
    calls: bool = True
    name: bool = True
    unfitting: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """How days and our words are put; the defaults are those of a paper in English."""

    day: Callable[[date], str]
    when: Callable[[Happened], str]
    words: Callable[[str], str] = str


def on_paper(notebook: Notebook, plan: HerPlan, choice: PoliceChoice, *, made: datetime | None = None) -> bytes:
    """The page as PDF. Raises NoOrderError, PaperError."""
    now = made or datetime.now(UTC)
    paper = PaperWords()
    page = page_of(notebook, plan, choice, Speech(day=paper.day, when=paper.when), today=now.date())
    return police_page(page, paper=paper, made=now)


def page_of(notebook: Notebook, plan: HerPlan, choice: PoliceChoice, speech: Speech, *, today: date) -> PolicePage:
    """What stands on the page. Raises NoOrderError where no order is chosen."""
    # The police read it: "the person harming you" or "your husband" would be spoken to them.
    name = plan.wording.name if choice.name else ""
    voice = replace(plan, wording=replace(plan.wording, name=name or speech.words("the person it binds")))
    every = her_orders(notebook, voice, today)
    chosen = [her for her in every if her.record in choice.orders or (not choice.orders and not her.ended)]
    if not chosen:
        raise NoOrderError
    broken = [
        each
        for each in reversed(possibilities(notebook, plan))
        if each.answer == "confirmed" and (choice.unfitting or days_do_not_fit(each) is None)
    ]
    return PolicePage(
        orders=[_order(notebook, voice, her, broken, speech) for her in chosen],
        calls=[*_calls(notebook, speech)] if choice.calls else (),
        note=f"{speech.words('Who they bind')}: {name}" if name else "",
    )


def _order(
    notebook: Notebook, plan: HerPlan, her: HerOrder, broken: Iterable[HerPossibility], speech: Speech
) -> PoliceOrder:
    place = {name: number for number, name in enumerate(her.held.terms)}
    mine = sorted((each for each in broken if each.order_id == her.record), key=lambda each: place[each.term_id])
    promise = f" ({speech.words('A promise to a court')})" if her.is_promise else ""
    return PoliceOrder(
        name=f"{called(her.order, speech.words)}{promise}",
        facts=[*_facts(her.order, speech), *_copies(her, speech)],
        leads_to=spoken(plan, her.leads_to, speech.words),
        lines=[_line(her.order, term, speech) for term in her.held.terms.values()],
        breaches=[*_breaches(notebook, plan, mine, speech)],
    )


def _facts(order: CourtOrder, speech: Speech) -> Iterator[Fact]:
    """What stands on it and how it was given; what is not noted is left out, but for the service."""
    say = speech.words
    found = [
        ("Court", order.court),
        ("Case number", order.number),
        ("Made", speech.day(order.made) if order.made else ""),
        ("Given", _given(order, speech)),
        ("Lasts" if order.until == "further" and not order.ends else "Lasts until", _until(order, speech)),
        ("Ended early", speech.day(order.stopped) if order.stopped else ""),
        ("Power of arrest", say(dict(ARREST)[order.arrest]) if order.arrest not in ("", "no") else ""),
        ("Power of arrest until", speech.day(order.arrest_ends) if order.arrest_ends else ""),
    ]
    yield from ((say(label), value) for label, value in found if value)


def _given(order: CourtOrder, speech: Speech) -> str:
    """A promise is made in court and need not be given; of an order it is said where she has not answered yet."""
    if order.served != "yes":
        return "" if is_promise(order) else speech.words(dict(SERVED).get(order.served, "It is not noted here."))
    parts = [speech.when(order.served_on)] if order.served_on.start else [speech.words("Yes")]
    parts += [speech.words(dict(SERVED_HOW)[order.served_how])] if order.served_how else []
    parts += [speech.words("There is proof of it.")] if order.proof else []
    return ". ".join(part.rstrip(".") for part in parts) + "."


def _until(order: CourtOrder, speech: Speech) -> str:
    if order.ends:
        return f"{speech.day(order.ends)}, {order.ends_at}" if order.ends_at else speech.day(order.ends)
    return speech.words(dict(UNTIL)[order.until]) if order.until else ""


def _copies(her: HerOrder, speech: Speech) -> Iterator[Fact]:
    """What the police may find with themselves: their copy, their proof, their reference."""
    for copy in her.held.copies.values():
        if copy.holder == "police":
            parts = [speech.words(dict(HOLDERS)["police"]), copy.name, speech.day(copy.since) if copy.since else ""]
            words = ", ".join(part for part in (*parts, copy.reference) if part)
            proof = f". {speech.words('They have the proof that it was given.')}" if copy.proof == "yes" else ""
            yield speech.words("A copy is with"), f"{words}{proof}"


def _line(order: CourtOrder, term: OrderTerm, speech: Speech) -> PoliceLine:
    arrest = [speech.words("A power of arrest goes with this line.")] if has_arrest(order, term) else []
    return PoliceLine(number=term.number, words=term.words, notes=arrest)


def _breaches(
    notebook: Notebook, plan: HerPlan, broken: Iterable[HerPossibility], speech: Speech
) -> Iterator[PoliceBreach]:
    """One for each thing that happened, in order of time, with every line of one order she says it broke."""
    by_happening: dict[object, list[HerPossibility]] = {}
    for each in sorted(broken, key=lambda each: each.happened.earliest or _LATEST):
        body = each.happening.body
        name = replace(body, term="") if isinstance(body, MessageDay) else each.happening.record
        by_happening.setdefault(name, []).append(each)
    for found in by_happening.values():
        body = found[0].happening.body
        numbers = [each.term.number or first_words(each.term.words, 40) for each in found]
        notes = [spoken(plan, why, speech.words) for _each, why in that_do_not_fit(found)]
        when, words = speech.when(found[0].happened), _text(body)
        if len(words) > LONGEST:
            words = words[:LONGEST].rsplit(maxsplit=1)[0] + " …"
            notes.append(speech.words("It goes on. The whole of it stands in the chronology."))
        if isinstance(body, MessageDay):
            when, words = message_time(body, speech.day, speech.words), message_words(notebook, body, speech.words)
            notes += message_notes(notebook, body, speech.words)
        if own := getattr(body, "reference", ""):
            notes.append(f"{speech.words('Reference')}: {own}")
        notes += [note for each in found for note in _told(each, speech)]
        yield PoliceBreach(
            when=when,
            lines=f"{speech.words('Lines')}: {', '.join(numbers)}",
            words=words,
            notes=[*dict.fromkeys(notes)],
        )


def _told(each: HerPossibility, speech: Speech) -> Iterator[str]:
    body = each.said.body if each.said else None
    if body is None:
        return
    if body.told:
        whom = ", ".join(speech.words(words) for value, words in TOLD if value in body.told)
        when = f" ({speech.when(body.reported)})" if body.reported.start else ""
        yield f"{speech.words('Told')}: {whom}{when}"
    if body.reference:
        yield f"{speech.words('Reference')}: {body.reference}"


def _text(body: object) -> str:
    """Her words of it: with what was said; of a day in court how it was; of a thing that was broken how it happened."""
    if isinstance(body, Incident):
        return "\n\n".join(part.strip() for part in (body.account, body.exact_words) if part.strip())
    if isinstance(body, CourtDay):
        return body.came
    if isinstance(body, Loss):
        return "\n".join(part for part in (body.what, body.how) if part)
    if isinstance(body, KeptFile):
        return "\n".join(part for part in (body.name, body.shows) if part)
    return str(getattr(body, "account", "") or getattr(body, "what", "") or getattr(body, "said", ""))


def _calls(notebook: Notebook, speech: Speech) -> Iterator[PoliceLine]:
    """Earlier talks with the police, with who it was and their reference; what was said is not repeated here."""
    for each in notebook.timeline(["contact.1"]):
        body = each.body
        if body.whom == "police":
            reference = [f"{speech.words('Reference')}: {body.reference}"] if body.reference else []
            yield PoliceLine(
                number=speech.when(body.happened), words=body.name or speech.words("Police"), notes=reference
            )
