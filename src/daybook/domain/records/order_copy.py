"""Who holds a copy of an order, since when, and whether they have the proof that it was given."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record
from daybook.domain.records.court_order import SERVED

HOLDERS = (
    ("me", "Me, in a place that is safe"),
    ("police", "The police"),
    ("solicitor", "A solicitor"),
    ("worker", "A support worker"),
    ("school", "School or nursery"),
    ("work", "Work or college"),
    ("someone", "Somebody I trust"),
    ("other", "Somebody else"),
)


@record(
    "order-copy.1",
    name="A copy of an order",
    plural="Copies of orders",
    start="Note who holds a copy",
    title_field="name",
    order=62,
    serves=("W30", "W32"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCopy:
    """One copy of an order, and who has it. Every part but the order may stay empty."""

    order: tuple[str, ...] = described(
        "Of which order?", FieldKind.RECORDS, of="order.1", required=True, hint="Choose any."
    )
    holder: str = described("Who holds it?", FieldKind.CHOICE, options=HOLDERS, main=True)
    name: str = described("Their name, station or place", FieldKind.LINE, hint="As much as you like.", main=True)
    since: dt.date | None = described("Since which day?", FieldKind.DAY, main=True)
    proof: str = described(
        "Do they have the proof that it was given?",
        FieldKind.CHOICE,
        options=SERVED,
        hint="The police need both: the order, and the proof.",
        main=True,
    )
    reference: str = described("Reference number", FieldKind.LINE, hint="As it was given to you.", main=True)
