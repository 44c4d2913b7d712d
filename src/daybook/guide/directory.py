"""Who can be reached from where she is, and which orders exist there."""

from collections.abc import Collection

from daybook.guide.entry import When
from daybook.guide.order import Order
from daybook.guide.pack import Pack
from daybook.guide.service import Service


def rule_of(pack: Pack, entry: Service | Order) -> When:
    """When an entry of some nations fits: its own rule holds, and she has not said that she lives in another nation.

    Who says nothing about where she lives is shown every nation's; so is who lives in none of the pack's.
    """
    elsewhere = tuple(f"in_{nation}" for nation in pack.cover.nations if nation not in entry.nations)
    return When(all=entry.when.all, none=entry.when.none + elsewhere)


def services_for(pack: Pack, facts: Collection[str], need: str = "") -> list[Service]:
    """The services that fit, in their order; only those for `need` when one is named."""
    services = (service for service in pack.services.values() if not need or need in service.needs)
    fitting = (service for service in services if rule_of(pack, service).holds(facts))
    return sorted(fitting, key=lambda service: (service.order, service.id))
