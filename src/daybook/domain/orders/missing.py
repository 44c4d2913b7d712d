"""What is not noted about an order yet, in words: what the police ask for first, and what the matching needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from daybook.domain.orders.force import force_of, is_promise
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.order_copy import OrderCopy
from daybook.domain.records.order_term import OrderTerm
from daybook.domain.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An order with its lines and copies, each by id."""

    order: CourtOrder
    terms: Mapping[str, OrderTerm]
    copies: Mapping[str, OrderCopy]


def missing_of(held: Held) -> list[Said]:
    """What is not noted (uk-facts §3 and O05, W30, W32): the lines, service and its proof, the end, copies."""
    return [*_of_paper(held.order), *_of_terms(held.terms.values()), *_of_copies(held)]


def _of_paper(order: CourtOrder) -> Iterator[Said]:
    if force_of(order) is None and (order.served != "no" or is_promise(order)):
        yield Said("It says it ended before it began, so nothing is held against it. One of the days may be wrong.")
    yield from _of_its_heading(order)
    if order.made is None:
        yield Said("The day it was made.")
    if not is_promise(order):
        yield from _of_service(order)
    if not (order.ends or order.stopped or order.until):
        yield Said("Until when it lasts.")
    if order.ends and order.until == "further":
        yield Said("There is a day and “until further order”. The day is used here. Which of them stands on the paper?")
    if order.arrest in ("some", "all") and order.arrest_ends is None:
        yield Said("Until when the power of arrest lasts. It can end before the order does.")
    if order.address in ("", "unsure"):
        yield Said("If your address stands on it. The person it binds gets a copy too.")


def _of_its_heading(order: CourtOrder) -> Iterator[Said]:
    if not (order.court or order.number):
        yield Said("The court and the case number. The police ask for them first.")
    elif not order.court:
        yield Said("The court. The police ask for it first, with the case number.")
    elif not order.number:
        yield Said("The case number. The police ask for it first, with the court.")


def _of_service(order: CourtOrder) -> Iterator[Said]:
    """An order counts once the person it binds knows of it (O01); the police want the proof with it (O05)."""
    if order.served == "no":
        yield Said("It was not given yet. Until then nothing can be held against it.")
    elif order.served != "yes":
        yield Said("If it was given to {person}. An order counts once {person} knows of it.")
    elif order.served_on.start is None and order.served_how != "court":
        yield Said("The day it was given. Without it, it is not known what was after.")
    if order.served == "yes" and not order.proof and order.served_how != "court":
        yield Said("A copy of the proof that it was given.")
    if order.made and order.served_on.latest and order.served_on.latest.date() < order.made:
        yield Said("It says it was given before it was made. One of the two days may be wrong.")


def _of_terms(terms: Collection[OrderTerm]) -> Iterator[Said]:
    if not terms:
        yield Said("Its lines, word for word. Without them nothing can be held against it.")
    elif any(not term.covers for term in terms):
        yield Said("What one of its lines covers. Without that nothing can be held against that line.")


def _of_copies(held: Held) -> Iterator[Said]:
    police = [copy for copy in held.copies.values() if copy.holder == "police"]
    if not police:
        yield Said("If the police have a copy.")
    elif not is_promise(held.order) and not any(copy.proof == "yes" for copy in police):
        yield Said("If the police have the proof that it was given. They need both.")
    if not any(copy.holder not in ("police", "me") for copy in held.copies.values()):
        yield Said("If somebody else holds a copy for you, away from home.")
