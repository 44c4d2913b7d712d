"""Calls she can read out: whom to ask, how to begin and what to ask, in her own voice, as it fits what she told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.guide.directory import rule_of

if TYPE_CHECKING:
    from daybook.guide.security import Call
    from daybook.guide.service import Service
    from daybook.notebook.plans import HerPlan


class NoSuchCallError(LookupError):
    """This is not among the things to ask for any more. Go back to the page about your home and choose from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HerCall:
    """One call: `first` and `after` are said to her, `begin` and `asks` are what she says herself."""

    call: Call
    title: str
    whom: str
    first: list[str]
    begin: list[str]
    asks: list[str]
    after: list[str]
    services: list[Service]

    @property
    def id(self) -> str:
        """The id of the call."""
        return self.call.id


def calls_for(plan: HerPlan) -> list[HerCall]:
    """The calls that fit her, in the order of the page."""
    fitting = (call for call in plan.pack.calls.values() if call.when.holds(plan.facts))
    return [_hers(plan, call) for call in sorted(fitting, key=lambda call: (call.order, call.id))]


def call_of(plan: HerPlan, name: str) -> HerCall:
    """One call that fits her. Raises NoSuchCallError."""
    for hers in calls_for(plan):
        if hers.id == name:
            return hers
    raise NoSuchCallError


def _hers(plan: HerPlan, call: Call) -> HerCall:
    services = (plan.pack.services[name] for name in call.services)
    return HerCall(
        call=call,
        title=plan.words(call.title),
        whom=plan.words(call.whom),
        first=[plan.words(text) for text in call.first],
        begin=[plan.words(text, voice="hers") for text in call.begin],
        asks=[plan.words(asked.says, voice="hers") for asked in call.asks if asked.when.holds(plan.facts)],
        after=[plan.words(text) for text in call.after],
        services=[service for service in services if rule_of(plan.pack, service).holds(plan.facts)],
    )
