"""Her cards to carry: the numbers of her people, of services and her own, and what may stand on which card."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from daybook.domain.card.layout import LONGEST, LOOKS, Card, Entry, Look, On, card, why_not_titled
from daybook.domain.card.numbers import digits, numbers_in
from daybook.domain.records.cards import CardNumber, Cards
from daybook.domain.records.person import Person
from daybook.export.card import card_sheet
from daybook.export.words import PaperWords
from daybook.notebook.people import people_of

if TYPE_CHECKING:
    from daybook.domain.said import Said
    from daybook.notebook.directory import Listing
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan, Item

KIND = "cards.1"
TOOL = "card"
MOST = 40
"""Numbers beside those of her people: more than any card holds."""


class EmptyCardError(ValueError):
    """There is no number on this card yet. Choose one first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HerCards:
    """Everything she may carry, and the two cards as they are now."""

    entries: tuple[Entry, ...]
    cards: Mapping[Look, Card]
    settings: Cards
    why_not_titled: Said | None

    @property
    def by_heart(self) -> list[Entry]:
        """The numbers she knows or is learning."""
        return [entry for entry in self.entries if entry.on == "heart"]

    @property
    def some(self) -> bool:
        """Whether a number is on a card or learned: what the plan asks for (W3). It is hers to say that it is done."""
        return bool(self.by_heart) or any(not each.is_empty for each in self.cards.values())

    @property
    def removable(self) -> frozenset[str]:
        """The keys of numbers that are not those of a person, and can be taken off the list."""
        return frozenset(number.id for number in self.settings.numbers)

    def entry(self, key: str) -> Entry | None:
        """The entry with this key."""
        return next((entry for entry in self.entries if entry.key == key), None)


def her_cards(notebook: Notebook) -> HerCards:
    """Her cards: people with a number who are not set aside first, then the others, in the order they were added."""
    settings: Cards = notebook.one(Cards)
    people = people_of(notebook)
    entries = (
        *(_of_person(key, person) for key, person in people.items() if not person.aside and numbers_in(person.number)),
        *(_of_number(number) for number in settings.numbers),
    )
    true_names = (*(person.name for person in people.values()), *(one.name for one in settings.numbers if one.source))
    made = {
        look: card(entries, look, title=settings.title, folded=settings.folded, true_names=true_names) for look in LOOKS
    }
    wrong = why_not_titled(settings.title, true_names)
    return HerCards(entries=entries, cards=made, settings=settings, why_not_titled=wrong)


def _of_person(key: str, person: Person) -> Entry:
    return Entry(key=key, name=person.name, number=person.number, called=person.carry_as, on=on_of(person.carry))


def on_of(value: str | None) -> On:
    """Where a number is carried, from what was kept or typed; nowhere for anything else."""
    match value:
        case "card" | "disguised" | "heart":
            return value
        case _:
            return ""


def _of_number(number: CardNumber) -> Entry:
    # Her own entry has no other name than the one she typed for a card.
    name = number.name if number.source else ""
    return Entry(
        key=number.id,
        name=name,
        number=number.number,
        called=number.called or ("" if number.source else number.name),
        on=on_of(number.on),
    )


def choose(notebook: Notebook, key: str, *, on: On, called: str) -> None:
    """Keep on which card a number is, and its name there. A number that is not in the list any more is passed over."""
    called = " ".join(called.split())[:LONGEST]
    if key in people_of(notebook):
        notebook.amend(key, lambda person: _carried(person, on, called))
        return

    def by(cards: Cards) -> Cards:
        changed = [replace(one, on=on, **_named(one, called)) if one.id == key else one for one in cards.numbers]
        return replace(cards, numbers=tuple(changed))

    notebook.change(Cards, by)


def _named(number: CardNumber, called: str) -> dict[str, str]:
    return {"called": called} if number.source else {"name": called or number.name, "called": ""}


def _carried(person: Person, on: On, called: str) -> Person:
    carried = on_of(person.carry)
    return replace(person, carry=on or ("no" if carried else person.carry), carry_as=called)


def add_own(notebook: Notebook, name: str, number: str, *, on: On, key: str = "") -> bool:
    """Add a number of her own under its name on the card, once for a key; False where it has no name or number."""
    name = " ".join(name.split())[:LONGEST]
    if not numbers_in(number) or not name:
        return False
    added = CardNumber(id=key or secrets.token_hex(8), name=name, number=number.strip(), on=on)
    notebook.change(Cards, lambda cards: _with(cards, [added]))
    return True


def add_services(notebook: Notebook, listings: Iterable[Listing]) -> None:
    """Add these services, each with its first number that can be rung; one that is there already stays as it is."""
    added = [
        CardNumber(id=secrets.token_hex(8), name=listing.name, number=number, source=listing.id, on="card")
        for listing in listings
        if (number := number_of(listing))
    ]
    notebook.change(Cards, lambda cards: _with(cards, added))


def number_of(listing: Listing) -> str:
    """The first number of a service that belongs on a card, "" where it has none."""
    kinds = ("phone", "text", "whatsapp", "short-code")
    found = [reach.way for reach in listing.reaches if reach.way.kind in kinds and numbers_in(reach.way.value)]
    return min(found, key=lambda way: kinds.index(way.kind)).value if found else ""


def _with(cards: Cards, added: Iterable[CardNumber]) -> Cards:
    found = list(cards.numbers)
    for one in added:
        if not any(one.id == other.id or (one.source and one.source == other.source) for other in found):
            found.append(one)
    return replace(cards, numbers=tuple(found[:MOST]))


def remove(notebook: Notebook, key: str) -> None:
    """Take a number that is not a person's off the list."""
    notebook.change(Cards, lambda cards: replace(cards, numbers=tuple(o for o in cards.numbers if o.id != key)))


def shape(notebook: Notebook, *, title: str, folded: bool) -> None:
    """Keep what the disguised card is called, and whether cards are folded."""
    called = " ".join(title.split())[:LONGEST]
    notebook.change(Cards, lambda cards: replace(cards, title=called, folded=folded))


def out_of_date(her: HerCards, listings: Iterable[Listing]) -> list[str]:
    """The true names of services on a card whose number is another one in the directory now."""
    now = {listing.id: {digits(reach.way.value) for reach in listing.reaches} for listing in listings}
    used = (one for one in her.settings.numbers if one.source in now)
    return [one.name for one in used if digits(one.number) not in now[one.source]]


def card_paper(notebook: Notebook, look: Look, *, made: datetime | None = None) -> bytes:
    """One card as PDF. It holds what the card shows and nothing else. Raises EmptyCardError, PaperError."""
    found = her_cards(notebook).cards[look]
    if found.is_empty:
        raise EmptyCardError
    return card_sheet(found, paper=PaperWords(), made=made or datetime.now(UTC))


def steps_of(plan: HerPlan) -> list[Item]:
    """The open things of her plan that this tool does."""
    return [item for item in plan.chosen("open") if item.action.tool == TOOL]
