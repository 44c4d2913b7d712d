"""What matters to her now: a few questions, two things at a time, and the order of "soon" that follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from daybook.domain.ranking import SAME, Ranking, ranking
from daybook.domain.records.matters import Matters, Preferred
from daybook.guide.wording import render

if TYPE_CHECKING:
    from daybook.guide.answers import Facts
    from daybook.guide.matter import Matter
    from daybook.guide.pack import Pack
    from daybook.guide.wording import Wording
    from daybook.notebook.notebook import Notebook

ORDERED = "soon"
"""The one group of the plan that follows what matters to her."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HerMatters:
    """What she said and what follows. `offered` are all that fit her; `rows` and `left` hold those she named."""

    offered: tuple[Matter, ...]
    named: tuple[Matter, ...]
    rows: tuple[tuple[Matter, ...], ...]
    left: tuple[Matter, ...]
    ask: tuple[Matter, Matter] | None
    said: Matters

    @property
    def is_begun(self) -> bool:
        """Whether she has named anything."""
        return bool(self.named)


def her_matters(notebook: Notebook, pack: Pack, facts: Facts) -> HerMatters:
    """What matters to her, as she said it last. A matter that fits her no more is left out, and comes back with it."""
    said: Matters = notebook.one(Matters)
    fitting = sorted((matter for matter in pack.matters.values() if matter.when.holds(facts)), key=_order)
    by_id = {matter.id: matter for matter in fitting}
    found = _ranked(said, [name for name in said.among if name in by_id])
    return HerMatters(
        offered=tuple(fitting),
        named=tuple(matter for matter in fitting if matter.id in said.among),
        rows=tuple(tuple(by_id[name] for name in row) for row in found.rows),
        left=tuple(by_id[name] for name in found.left),
        ask=(by_id[found.ask[0]], by_id[found.ask[1]]) if found.ask else None,
        said=said,
    )


def name_matters(notebook: Notebook, pack: Pack, names: Iterable[str]) -> None:
    """Keep which things matter. Names the guidance does not have are left out; what she said of pairs stays."""
    wanted = set(names)
    among = tuple(matter.id for matter in sorted(pack.matters.values(), key=_order) if matter.id in wanted)
    notebook.keep(replace(notebook.one(Matters), among=among, stopped=False))


def say_first(notebook: Notebook, one: str, other: str, first: str) -> None:
    """Keep her answer about two matters, in place of an earlier one about them. `first` is one of them, or "same"."""
    if first not in (one, other, SAME):
        return
    before: Matters = notebook.one(Matters)
    said = tuple(pair for pair in before.said if {pair.one, pair.other} != {one, other})
    notebook.keep(replace(before, said=(*said, Preferred(one=one, other=other, first=first)), stopped=False))


def take_back(notebook: Notebook) -> None:
    """Let go of her last answer."""
    before: Matters = notebook.one(Matters)
    notebook.keep(replace(before, said=before.said[:-1], stopped=False))


def stop(notebook: Notebook) -> None:
    """Keep that she stopped here. What she said so far holds."""
    notebook.keep(replace(notebook.one(Matters), stopped=True))


def go_on(notebook: Notebook) -> None:
    """Take up the questions where she stopped."""
    notebook.keep(replace(notebook.one(Matters), stopped=False))


def begin_again(notebook: Notebook) -> None:
    """Let go of everything she said about what matters. Earlier versions stay in the journal, as of any record."""
    notebook.keep(Matters())


def preference(notebook: Notebook, pack: Pack) -> Mapping[str, int]:
    """For each action of "soon" that serves a matter she named, the row of the highest one it serves, from 0.

    Things that were named and not placed yet stand together behind those that were. Nothing said: nothing preferred.
    """
    said: Matters = notebook.one(Matters)
    if not said.among:
        return {}
    found = _ranked(said, [name for name in said.among if name in pack.matters])
    rows = (*found.rows, found.left)
    place = {name: number for number, row in enumerate(rows) for name in row}
    ranked: dict[str, int] = {}
    for action in pack.actions.values():
        rows_of_it = [row for name, row in place.items() if _serves(pack.matters[name], action.id, action.section)]
        if action.group == ORDERED and rows_of_it:
            ranked[action.id] = min(rows_of_it)
    return ranked


def words_of(matter: Matter, pack: Pack, wording: Wording) -> str:
    """A matter in her own voice: "My home"."""
    return render(matter.label, wording, pack, voice="hers")


def _ranked(said: Matters, names: list[str]) -> Ranking:
    pairs = {frozenset((pair.one, pair.other)): pair.first for pair in said.said}
    return ranking(names, lambda one, other: pairs.get(frozenset((one, other))))


def _serves(matter: Matter, action: str, section: str) -> bool:
    return section in matter.sections or action in matter.actions


def _order(matter: Matter) -> tuple[int, str]:
    return (matter.order, matter.id)
