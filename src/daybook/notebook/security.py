"""Her home made safer: the looks that fit what she told, who may change what, what she noted, what is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from daybook.domain.records.home_check import STATES, HomeCheck
from daybook.domain.security.order import GROUPS, TOGETHER, Group, group_of, offered
from daybook.domain.security.still import Kept, still_open
from daybook.notebook.nations import lives_elsewhere, nation_of
from daybook.notebook.notebook import NoSuchRecordError

if TYPE_CHECKING:
    from datetime import date

    from daybook.domain.revision import Revision
    from daybook.domain.said import Said
    from daybook.guide.security import HomeCheck as Look
    from daybook.guide.security import WhoMay
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan, Item

KIND = "home-check.1"
TOOL = "security"


class NoSuchLookError(LookupError):
    """This is not among the looks at your home any more. Open the page and choose it from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class May:
    """One sentence on who may change something; `nations` by id where hers is not known and it holds in some only."""

    says: str
    nations: tuple[str, ...]
    who: WhoMay


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One look in her words, with who may change it, and what she noted. `record` is empty before she did.

    `fits` is False for what her answers do not ask for any more: then it is kept, and not offered.
    """

    look: Look
    title: str
    caution: str
    who_may: list[May]
    record: str
    noted: HomeCheck | None
    fits: bool = True

    @property
    def id(self) -> str:
        """The id of the look."""
        return self.look.id

    @property
    def state(self) -> str:
        """Her state of it; "" before she said."""
        return self.noted.state if self.noted else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The looks of one group that are open. `who_may` stands before a group that changes locks."""

    group: Group
    who_may: list[May]
    looks: list[Offered]


@dataclass(frozen=True, slots=True, kw_only=True)
class HerSecurity:
    """Everything of the page. `own` are things of hers, and what she noted though it is not offered any more."""

    parts: list[Part]
    done: list[Offered]
    not_for_her: list[Offered]
    own: list[Revision]
    still: list[Said]
    steps: list[Item]
    together: bool
    told_where: bool


def looks_for(notebook: Notebook, plan: HerPlan) -> list[Offered]:
    """The looks that fit what she told, in a careful order, each with its caution and who may change it."""
    fitting = (look for look in plan.pack.security.values() if look.when.holds(plan.facts))
    noted = _noted(notebook, plan)
    return [_offered(plan, look, noted.get(look.id)) for look in offered(fitting, plan.facts)]


def look_of(notebook: Notebook, plan: HerPlan, name: str) -> Offered:
    """One look by its id: one that fits her, or that she noted something about. Raises NoSuchLookError."""
    found = next((her for her in looks_for(notebook, plan) if her.id == name), None)
    kept = _noted(notebook, plan).get(name)
    if found is None and kept is not None:
        found = replace(_offered(plan, plan.pack.security[name], kept), fits=False)
    if found is None:
        raise NoSuchLookError
    return found


def look_of_record(notebook: Notebook, plan: HerPlan, record: str) -> str:
    """The id of the look a record is about; "" for one of her own."""
    return next((name for name, revision in _noted(notebook, plan).items() if revision.record == record), "")


def who_may(plan: HerPlan, changes: str) -> list[May]:
    """Every sentence on who may make such a change that fits what she told and where she lives, in order."""
    nation = nation_of(plan.pack, plan.facts)
    abroad = lives_elsewhere(plan)
    found = []
    for who in sorted(plan.pack.who_may.values(), key=lambda who: (who.order, who.id)):
        here = not who.nations or nation in who.nations or not (nation or abroad)
        if who.changes == changes and here and who.when.holds(plan.facts):
            some = bool(who.nations) and not nation and set(who.nations) != set(plan.pack.cover.nations)
            found.append(May(says=plan.words(who.says), nations=who.nations if some else (), who=who))
    return found


def her_security(notebook: Notebook, plan: HerPlan, today: date) -> HerSecurity:
    """The whole page, in the light of what she told elsewhere."""
    looks = looks_for(notebook, plan)
    linked = {her.record for her in looks}
    own = [revision for revision in notebook.timeline([KIND]) if revision.record not in linked]
    open_looks = [her for her in looks if her.state not in ("done", "not")]
    parts = [_part(plan, group, [her for her in open_looks if group_of(her.look) == group]) for group in GROUPS]
    kept = [_kept(her) for her in looks]
    kept += [Kept(title=revision.body.what, noted=revision.body) for revision in own]
    return HerSecurity(
        parts=[part for part in parts if part.looks],
        done=[her for her in looks if her.state == "done"],
        not_for_her=[her for her in looks if her.state == "not"],
        own=own,
        still=still_open(kept, today),
        steps=[item for item in plan.items if item.action.tool == TOOL and item.choice in ("open", "later", "done")],
        together=TOGETHER in plan.facts,
        told_where=bool({TOGETHER, "lives_apart"} & plan.facts),
    )


def tick(notebook: Notebook, plan: HerPlan, names: list[str]) -> int:
    """Keep that these looks are in place; what is unknown or not hers is passed over. How many were kept."""
    hers = {her.id for her in looks_for(notebook, plan)}
    for name in (ticked := [name for name in dict.fromkeys(names) if name in hers]):
        set_state(notebook, plan, name, "done")
    return len(ticked)


def set_state(notebook: Notebook, plan: HerPlan, name: str, state: str) -> str:
    """Keep how one look is now; who, when, note and photos stay. The id of its record. Raises NoSuchLookError."""
    look = look_of(notebook, plan, name)
    known = state if state in dict(STATES) else ""

    def by(body: HomeCheck) -> HomeCheck:
        return replace(body, state=known)

    return _change(notebook, plan, look, by)


def begun(notebook: Notebook, plan: HerPlan, name: str) -> str:
    """The record of a look, so that who, when and photos can be put down; made where there is none. NoSuchLookError."""
    return _change(notebook, plan, look_of(notebook, plan, name), lambda body: body)


def own_of(notebook: Notebook, record: str) -> list[Revision]:
    """Every revision of something about her home, the oldest first. Raises NoSuchRecordError."""
    found = notebook.history(record)
    if found[-1].kind != KIND:
        raise NoSuchRecordError
    return found


def _change(notebook: Notebook, plan: HerPlan, look: Offered, by: Callable[[HomeCheck], HomeCheck]) -> str:
    """Amend the record of a look by `by`, over what another window kept a moment before; or make the one there is."""
    with notebook.alone():
        latest = _noted(notebook, plan).get(look.id)
        if latest:
            return notebook.save(by(latest.body), record=latest.record, based_on=latest.number).record
        return notebook.save(by(HomeCheck(what=look.title)), key=_key(look.id)).record


def _noted(notebook: Notebook, plan: HerPlan) -> dict[str, Revision]:
    """What she noted by look: by the key it was made with, else by the very words of its title."""
    latest = notebook.timeline([KIND])
    by_record = {revision.record: revision for revision in latest}
    by_title = {revision.body.what.casefold(): revision for revision in latest[::-1]}
    found = {}
    for name, look in plan.pack.security.items():
        made = notebook.saved_as(_key(name))
        revision = by_record.get(made.record) if made else by_title.get(plan.words(look.title).casefold())
        if revision:
            found[name] = revision
    return found


def _offered(plan: HerPlan, look: Look, noted: Revision | None) -> Offered:
    return Offered(
        look=look,
        title=plan.words(look.title),
        caution=plan.words(look.caution),
        who_may=who_may(plan, look.changes),
        record=noted.record if noted else "",
        noted=noted.body if noted else None,
    )


def _kept(her: Offered) -> Kept:
    quiet = her.look.noticed == "no"
    return Kept(title=her.title, part=her.look.part, changes=her.look.changes, quiet=quiet, noted=her.noted)


def _part(plan: HerPlan, group: Group, looks: list[Offered]) -> Part:
    return Part(group=group, who_may=who_may(plan, "locks") if group == "locks" else [], looks=looks)


def _key(name: str) -> str:
    """A look has one record, even if two windows begin it at once."""
    return f"{KIND} {name}"
