"""Facts in, a plan in a safe order out.

The rules, kept for every set of facts:
1. what an action names in `first` comes before it;
2. what would or might be noticed, and every `change` and `remove`, comes after every `protect` that fits her;
3. a `remove` comes after every `save` that fits her;
4. within these, by group, then by what she would rather have first, then order, then id.
Emergency actions are free of rules 2 and 3. Should a pack ask for a `first` in a later group, the rule wins and the
action moves to that group: a safe order comes before an early place.
"""

import heapq
import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from daybook.guide.action import GROUPS, Action, Group
from daybook.guide.pack import Pack

_PROTECTED, _SAVED = "protected!", "saved!"  # knots between many and many; "!" cannot stand in an id


class CircleError(Exception):
    """Some actions of the guidance each ask for the other to come first. `daybook guide check` names them."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = tuple(sorted(ids))
        super().__init__(type(self).__doc__)


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """One place in a plan. `first` names what comes before it and is in this plan too. `position` counts from 1."""

    id: str
    group: Group
    position: int
    first: tuple[str, ...]


Plan = tuple[PlannedAction, ...]

NO_PREFERENCE: Mapping[str, int] = {}


def decide(pack: Pack, facts: Collection[str], prefer: Mapping[str, int] = NO_PREFERENCE) -> Plan:
    """The actions that fit, in a safe order. Raises CircleError for a pack whose order rules bite their own tail.

    `prefer` says what she would rather have earlier: the lower, the earlier inside its group; what it does not name
    comes after. It moves nothing over a rule or into another group.
    """
    held = frozenset(facts)
    fitting = {action.id: action for action in pack.actions.values() if action.when.holds(held)}
    return in_order(fitting, prefer)


def in_order(actions: dict[str, Action], prefer: Mapping[str, int] = NO_PREFERENCE) -> Plan:
    """These actions, whatever their `when` says, in a safe order. `prefer` is as for `decide`. Raises CircleError."""
    return tuple(_in_order(actions, before(actions), prefer))


def before(actions: dict[str, Action]) -> dict[str, set[str]]:
    """For each action, what has to come before it; the two knots stand for "every protect", "every save"."""
    earlier: dict[str, set[str]] = {_PROTECTED: set(), _SAVED: set()}
    for action in actions.values():
        earlier[action.id] = {first for first in action.first if first in actions}
        if action.does == "protect":
            earlier[_PROTECTED].add(action.id)
        elif action.does == "save":
            earlier[_SAVED].add(action.id)
        if _waits_for_protection(action):
            earlier[action.id].add(_PROTECTED)
        if action.does == "remove":
            earlier[action.id].add(_SAVED)
    return earlier


def _waits_for_protection(action: Action) -> bool:
    if action.does in ("protect", "emergency"):
        return False
    return action.noticed != "no" or action.does in ("change", "remove")


def _in_order(
    actions: dict[str, Action], earlier: dict[str, set[str]], prefer: Mapping[str, int]
) -> Iterator[PlannedAction]:
    later: dict[str, list[str]] = {node: [] for node in earlier}
    waiting = {node: len(nodes) for node, nodes in earlier.items()}
    for node, nodes in earlier.items():
        for other in nodes:
            later[other].append(node)
    group = {node: GROUPS.index(actions[node].group) if node in actions else 0 for node in earlier}
    ready = [_place(node, actions, prefer) for node, count in waiting.items() if not count]
    heapq.heapify(ready)
    position = 0
    while ready:
        node = heapq.heappop(ready)[-1]
        del waiting[node]
        if node in actions:
            position += 1
            first = tuple(item for item in actions[node].first if item in actions)
            yield PlannedAction(node, GROUPS[group[node]], position, first)
        for other in later[node]:
            group[other] = max(group[other], group[node])
            waiting[other] -= 1
            if not waiting[other]:
                heapq.heappush(ready, _place(other, actions, prefer))
    if waiting:
        raise CircleError(node for node in waiting if node in actions)


def _place(node: str, actions: dict[str, Action], prefer: Mapping[str, int]) -> tuple[int, float, int, str]:
    action = actions.get(node)
    if action is None:
        return (-1, 0, 0, node)  # a knot holds no place: it opens as soon as what it waits for is done
    return (GROUPS.index(action.group), prefer.get(node, math.inf), action.order, node)
