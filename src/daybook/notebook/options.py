"""Her options side by side: what each can bring and cost, with her own note beside it. Nothing is chosen or ranked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from daybook.domain.records.option_note import OptionNote
from daybook.guide.directory import rule_of
from daybook.notebook.notebook import ChangedElsewhereError

if TYPE_CHECKING:
    from collections.abc import Callable

    from daybook.domain.revision import Revision
    from daybook.guide.alternative import Alternative
    from daybook.guide.service import Service
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan, Item

KIND = "option-note.1"


class NoSuchOptionError(LookupError):
    """This is not among the options any more. Open the options and choose it from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """One option in her words. `here` are (nations, text): the nations are empty where hers is known."""

    option: Alternative
    title: str
    what: str
    brings: list[str]
    costs: list[str]
    safer: list[str]
    ask: list[str]
    here: list[tuple[tuple[str, ...], str]]
    services: list[Service]
    items: list[Item]
    note: str
    not_now: bool

    @property
    def id(self) -> str:
        """The id of the option."""
        return self.option.id


def options_for(notebook: Notebook, plan: HerPlan) -> list[LaidOut]:
    """Every option that fits her, in the order of the page, those she put aside last."""
    notes = {revision.body.option: revision.body for revision in notebook.timeline([KIND])}
    fitting = sorted(plan.pack.options.values(), key=lambda option: (option.order, option.id))
    found = [
        _laid_out(plan, option, notes.get(option.id, OptionNote(option=option.id)))
        for option in fitting
        if option.when.holds(plan.facts)
    ]
    return sorted(found, key=lambda laid: laid.not_now)


def _laid_out(plan: HerPlan, option: Alternative, hers: OptionNote) -> LaidOut:
    pack = plan.pack
    known = any(f"in_{nation}" in plan.facts for nation in pack.cover.nations)
    here = [
        (() if known else differs.nations, plan.words(differs.says))
        for differs in option.differs
        if not known or any(f"in_{nation}" in plan.facts for nation in differs.nations)
    ]
    services = [pack.services[name] for name in option.services]
    planned = {item.id: item for item in plan.items}
    return LaidOut(
        option=option,
        title=plan.words(option.title),
        what=plan.words(option.what),
        brings=[plan.words(text) for text in option.brings],
        costs=[plan.words(text) for text in option.costs],
        safer=[plan.words(text) for text in option.safer],
        ask=[plan.words(text) for text in option.ask],
        here=here,
        services=[service for service in services if rule_of(pack, service).holds(plan.facts)],
        items=[planned[name] for name in option.actions if name in planned],
        note=hers.note,
        not_now=hers.not_now,
    )


def note_option(notebook: Notebook, plan: HerPlan, name: str, note: str, *, before: str) -> None:
    """Keep her note on an option. `before` is the note as it stood when she began to write.

    Raises ChangedElsewhereError when another window kept other words meanwhile; NoSuchOptionError.
    """
    words = note.replace("\r\n", "\n").strip("\n")

    def change(latest: Revision | None, body: OptionNote) -> OptionNote:
        if latest and body.note not in (before, words):
            raise ChangedElsewhereError(latest)
        return replace(body, note=words)

    _change(notebook, plan, name, change)


def put_aside(notebook: Notebook, plan: HerPlan, name: str, *, not_now: bool) -> None:
    """Keep that an option is not for now, or bring it back; her note stays. Raises NoSuchOptionError."""
    _change(notebook, plan, name, lambda _latest, body: replace(body, not_now=not_now))


def _change(
    notebook: Notebook, plan: HerPlan, name: str, by: Callable[[Revision | None, OptionNote], OptionNote]
) -> None:
    """Save over the latest, or as the one record of this option."""
    if name not in plan.pack.options:
        raise NoSuchOptionError
    with notebook.alone():
        latest = _latest(notebook, name)
        body = by(latest, latest.body if latest else OptionNote(option=name))
        if latest:
            notebook.save(body, record=latest.record, based_on=latest.number)
        else:
            notebook.save(body, key=f"{KIND} {name}")


def _latest(notebook: Notebook, name: str) -> Revision | None:
    return next((found for found in notebook.timeline([KIND]) if found.body.option == name), None)
