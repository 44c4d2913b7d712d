"""What leaving could cost, worked out from her plan: which lines there are, what she typed, and what is not known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from daybook.domain.money.lines import BY_CODE, LINES, Line
from daybook.domain.money.sums import Sum, summed
from daybook.domain.records.money import Cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line as she sees it: the line of the list or None for one of her own, what she keeps of it, and why.

    `because` are the things of her plan that lead to it, in their order.
    """

    cost: Cost
    line: Line | None
    because: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What a form calls it: the code of its line, or "own" and the name she gave it."""
        return self.line.code if self.line else f"own {self.cost.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """The rows that count, those left out for now, and the sum over the rows that count."""

    rows: tuple[Row, ...]
    aside: tuple[Row, ...]
    sum: Sum


def worked_out(kept: Iterable[Cost], planned: Collection[str], facts: Collection[str]) -> Costs:
    """The costs that her plan leads to, with what she typed; then her own (W8, W14, W17, W18).

    `planned` are the ids of her plan in order, without what is not for her. A line she typed an amount into stays,
    also when her plan asks for it no more. An amount that is not there is not known: it is in no sum.
    """
    hers = [*kept]
    typed = {cost.line: cost for cost in hers if cost.line}
    rows = []
    for line in LINES:
        cost = typed.get(line.code, Cost(line=line.code))
        because = tuple(action for action in planned if action in line.actions)
        fits = not set(line.not_when) & set(facts) and (line.always or because)
        if fits or cost.pence is not None or cost.aside:
            rows.append(Row(cost=cost, line=line, because=because))
    rows += [Row(cost=cost, line=None) for cost in hers if not cost.line]
    counting = tuple(row for row in rows if not row.cost.aside)
    return Costs(
        rows=counting,
        aside=tuple(row for row in rows if row.cost.aside),
        sum=summed(row.cost.pence for row in counting),
    )


def with_amounts(kept: Iterable[Cost], amounts: Mapping[str, int | None]) -> tuple[Cost, ...]:
    """The costs with these amounts, by row key; what is not named stays. A key of nothing is passed over."""
    changed = {_key(cost): cost for cost in kept}
    for key, pence in amounts.items():
        if key in changed:
            changed[key] = replace(changed[key], pence=pence)
        elif key in BY_CODE and pence is not None:
            changed[key] = Cost(line=key, pence=pence)
    return tuple(changed.values())


def with_own(kept: Iterable[Cost], name: str, pence: int | None) -> tuple[Cost, ...]:
    """The costs with one of her own; of the same name there is only one, with the newer amount."""
    own = Cost(name=name, pence=pence)
    found = [*kept]
    if _key(own) not in {_key(cost) for cost in found}:
        return (*found, own)
    return tuple(own if _key(cost) == _key(own) else cost for cost in found)


def with_aside(kept: Iterable[Cost], key: str, *, aside: bool) -> tuple[Cost, ...]:
    """The costs with one left out for now, or brought back; its amount stays with it."""
    found = {_key(cost): cost for cost in kept}
    if key in found:
        found[key] = replace(found[key], aside=aside)
    elif key in BY_CODE:
        found[key] = Cost(line=key, aside=aside)
    return tuple(found.values())


def _key(cost: Cost) -> str:
    return cost.line or f"own {cost.name}"
