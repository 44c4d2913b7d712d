"""A plan as JSON, for the command line and for whoever reads it with a program. The shape is a promise."""

from typing import TypedDict

from daybook.guide.action import Action, Group
from daybook.guide.decide import Plan
from daybook.guide.pack import Pack
from daybook.guide.wording import Wording, render


class SourceJson(TypedDict):
    """A page an action rests on. `address` is None where there is none."""

    title: str
    address: str | None
    dated: str


class ActionJson(TypedDict):
    """One action of a plan, in its place. `first` are ids of this plan, all standing earlier; `tool` may be None."""

    id: str
    title: str
    group: Group
    first: list[str]
    noticed: str
    serves: list[str]
    tool: str | None
    sources: list[SourceJson]


class PlanJson(TypedDict):
    """The whole plan, in order."""

    actions: list[ActionJson]


def plan_json(pack: Pack, plan: Plan, wording: Wording) -> PlanJson:
    """The plan, its titles in the words she chose. `serves` holds ledger ids only, not ids of corrections."""
    rows: list[ActionJson] = []
    for planned in plan:
        action = pack.actions[planned.id]
        rows.append(
            {
                "id": action.id,
                "title": render(action.title, wording, pack),
                "group": planned.group,
                "first": list(planned.first),
                "noticed": action.noticed,
                "serves": [item for item in action.serves if item not in pack.corrections],
                "tool": action.tool,
                "sources": sources_of(pack, action),
            }
        )
    return {"actions": rows}


def sources_of(pack: Pack, action: Action) -> list[SourceJson]:
    """Every page the action rests on, its own and those of its statements, each once; a row for each address."""
    ids = [*action.sources]
    for statement in action.statements:
        ids.extend(pack.statements[statement].sources)
    rows: list[SourceJson] = []
    for source in (pack.sources[name] for name in dict.fromkeys(ids)):
        addresses: tuple[str | None, ...] = source.addresses or (None,)
        rows.extend({"title": source.title, "address": address, "dated": source.dated} for address in addresses)
    return rows
