"""What a broken order leads to, in words: a crime, contempt of court, or to be asked about. Never said of a person."""

from __future__ import annotations

from daybook.domain.orders.force import is_promise
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.order_term import OrderTerm
from daybook.domain.said import Said

CRIME = Said(
    "Breaking an order of this kind is a crime, once {person} knows of it: the police can arrest for that alone."
)
PROMISE = Said(
    "This is a promise to a court. In England and Wales breaking it is contempt of court: a matter for the court that "
    "has it, and not a crime by itself. What was done may still be a crime of its own."
)
CONTEMPT = Said("Breaking an order of this kind is contempt of court: a matter for the court that made it.")
ARREST = Said(
    "Breaking an order of this kind is not a crime by itself. A power of arrest is noted for this line: "
    "the police can arrest for it while that power lasts."
)
NO_ARREST = Said(
    "Breaking an order of this kind is not a crime by itself. No power of arrest is noted for this line: a solicitor "
    "can say how the court can act."
)
ASK = Said("What a broken line of this kind leads to depends, or is not known here. The police or a solicitor can say.")


def follows(order: CourtOrder, breach: str, term: OrderTerm | None = None) -> Said:
    """What breaking it leads to (uk-facts O01 to O04, O15). `breach` is the word of the guidance for this kind, or "".

    A promise is never called a crime, whatever the guidance says of its kind. What was done can be a crime of its own.
    """
    if is_promise(order):
        return PROMISE
    match breach:
        case "crime":
            return CRIME
        case "contempt":
            return CONTEMPT
        case "arrest-power":
            return ARREST if has_arrest(order, term) else NO_ARREST
        case _:
            return ASK


def has_arrest(order: CourtOrder, term: OrderTerm | None) -> bool:
    """Whether a power of arrest is noted for this line, by itself or for every line."""
    return (term is not None and term.arrest == "yes") or (order.arrest == "all" and not (term and term.arrest == "no"))
