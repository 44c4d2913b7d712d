"""The order rules of docs/packs.md, as far as they can be seen before anybody answers."""

from collections.abc import Iterator

from daybook.guide.action import GROUPS, Action
from daybook.guide.checks.place import at_key, at_words
from daybook.guide.decide import CircleError, in_order
from daybook.guide.entry import When
from daybook.guide.finding import Finding
from daybook.guide.pack import Pack
from daybook.guide.space import witness


def order_holds(pack: Pack) -> Iterator[Finding]:
    """No circles; `first` never in a later group; protect before notice; save before remove; cautions where due."""
    for action in pack.actions.values():
        yield from _first(pack, action)
        yield from _notice(pack, action)
        yield from _protect(pack, action)
        yield from _remove(pack, action)
    yield from _circles(pack)


def _first(pack: Pack, action: Action) -> Iterator[Finding]:
    for name in action.first:
        other = pack.actions.get(name)
        if other is None:
            continue
        if _later(other, action):
            said = f"“{name}” is in the group “{other.group}”, later than this action's “{action.group}”."
            yield at_words(pack, action, f'"{name}"', said)
        if action.does == "emergency" and other.does != "emergency":
            said = f"Only emergency actions may come before an emergency action; “{name}” is not one."
            yield at_words(pack, action, f'"{name}"', said)
        if witness(pack, _beside(action, other)) is None:
            said = f"“{name}” is never in a plan together with this action, so it cannot come first."
            yield at_words(pack, action, f'"{name}"', said)


def _notice(pack: Pack, action: Action) -> Iterator[Finding]:
    if action.noticed == "no":
        return
    if not action.caution:
        said = f"`noticed` is “{action.noticed}”: say in `caution` what they could notice and what to do first."
        yield at_key(pack, action, "noticed", said)
    if action.does == "emergency":
        return
    firsts = [pack.actions[name] for name in action.first if name in pack.actions]
    if not action.first:
        yield at_key(pack, action, "noticed", "This could be noticed: name in `first` what to do before it.")
    elif action.does in ("change", "remove") and not any(first.does == "protect" for first in firsts):
        yield at_key(pack, action, "first", "This change could be noticed: name a `protect` action in `first`.")
    if action.does in ("change", "remove") and action.group == "now":
        yield at_key(pack, action, "group", "A change that could be noticed belongs in the group “soon” or “ready”.")


def _protect(pack: Pack, action: Action) -> Iterator[Finding]:
    if action.does != "protect":
        return
    if action.group != "now":
        yield at_key(pack, action, "group", "Every `protect` action is in the group “now”.")
    if action.noticed != "no":
        yield at_key(pack, action, "noticed", "A `protect` action must not itself be noticed. Is it a `change`?")


def _remove(pack: Pack, action: Action) -> Iterator[Finding]:
    if action.does != "remove":
        return
    for save in pack.actions.values():
        if save.does == "save" and _later(save, action) and witness(pack, _beside(save, action)) is not None:
            said = f"“{save.id}” saves proof in the later group “{save.group}” and can stand beside this `remove`."
            yield at_key(pack, action, "group", said)


def _circles(pack: Pack) -> Iterator[Finding]:
    """Circles among all actions at once: without one there, no smaller plan can have one."""
    try:
        in_order(dict(pack.actions))
    except CircleError as error:
        for name in error.ids:
            others = ", ".join(f"“{other}”" for other in error.ids if other != name) or "itself"
            yield at_key(pack, pack.actions[name], "first", f"In a circle, or behind one: each waits for {others}.")


def _later(one: Action, other: Action) -> bool:
    return GROUPS.index(one.group) > GROUPS.index(other.group)


def _beside(one: Action, other: Action) -> When:
    return When(all=one.when.all + other.when.all, none=one.when.none + other.when.none)
