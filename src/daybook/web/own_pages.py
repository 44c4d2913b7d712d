"""Kinds of records that have a page of their own, with what follows from them: where they are shown."""

from __future__ import annotations

OWN_PAGES: dict[str, str] = {
    "person.1": "people.show",
    "code.1": "codes.show",
    "if-then.1": "if_then.index",
    "rehearsal.1": "tries.show",
    "home-check.1": "security.show",
    "bag-item.1": "bag.show",
    "routine.1": "routine.index",
    "their-time.1": "routine.index",
    "way.1": "routine.ways",
    "avoided-place.1": "routine.index",
    "letter.1": "letters.show",
    "child.1": "children.show",
    "handover.1": "children_contact.show",
    "arrangement.1": "children_contact.arrangement",
    "account.1": "accounts.show",
    "debt.1": "debts.show",
    "put-by.1": "money.put_by",
    "order.1": "court_order.show",
    "order-term.1": "court_order.part",
    "order-copy.1": "court_order.part",
    "breach.1": "breaches.show",
    "message-day.1": "breach_messages.again",
    "source.1": "bring.show",
    "machine-text.1": "seen.show",
    "kept-file.1": "kept.show",
}
"""The view that shows a record of this kind; it takes the record's id as `record`."""
