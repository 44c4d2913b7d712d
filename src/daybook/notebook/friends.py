"""For somebody who is worried about a friend: asks nothing of a notebook and keeps nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.guide.directory import rule_of
from daybook.guide.friend import FRIEND_PARTS, FriendChoice, FriendPart
from daybook.guide.wording import Wording, render

if TYPE_CHECKING:
    from daybook.guide.friend import FriendAdvice
    from daybook.guide.pack import Pack
    from daybook.guide.service import Service


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One piece of advice in words, with who can be rung."""

    id: str
    title: str
    says: list[str]
    services: list[Service]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForAFriend:
    """Everything that fits, by part in the order it is read; and what can be said, with what was."""

    parts: dict[FriendPart, list[Told]]
    choices: list[FriendChoice]
    chosen: frozenset[str]


def for_a_friend(pack: Pack, chosen: Iterable[str] = ()) -> ForAFriend:
    """What helps somebody who worries about a friend, fitted to these choices. Choices it does not know do nothing."""
    choices = sorted(pack.friend_choices.values(), key=lambda choice: (choice.order, choice.id))
    wanted = frozenset(chosen) & {choice.id for choice in choices}
    facts = frozenset(fact for choice in choices if choice.id in wanted for fact in choice.facts)
    fitting = sorted(
        (advice for advice in pack.friend.values() if advice.when.holds(facts)), key=lambda it: (it.order, it.id)
    )
    found = {part: [_told(pack, advice, facts) for advice in fitting if advice.part == part] for part in FRIEND_PARTS}
    return ForAFriend(parts=found, choices=choices, chosen=wanted)


def _told(pack: Pack, advice: FriendAdvice, facts: frozenset[str]) -> Told:
    services = (pack.services[name] for name in advice.services)
    return Told(
        id=advice.id,
        title=render(advice.title, Wording(), pack),
        says=[render(text, Wording(), pack) for text in advice.says],
        services=[service for service in services if rule_of(pack, service).holds(facts)],
    )
