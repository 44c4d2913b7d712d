"""Every name an entry uses stands for something that exists."""

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from daybook.guide.action import Action
from daybook.guide.checks.place import at_key, at_words
from daybook.guide.entry import Entry, When
from daybook.guide.finding import Finding
from daybook.guide.knowledge import Statement
from daybook.guide.letter import ModelLetter
from daybook.guide.order import Order
from daybook.guide.pack import Pack
from daybook.guide.security import WhoMay
from daybook.guide.service import Service

_LEDGER_ID = re.compile(r"[RW][1-9][0-9]?")


def unknown_ids(pack: Pack, tools: Collection[str] | None) -> Iterator[Finding]:
    """Names of facts, statements, sources, sections, actions and tools (where known) that nothing stands behind."""
    for action in pack.actions.values():
        yield from _action(pack, action, tools)
    for service in pack.services.values():
        yield from _missing(pack, service, "needs", service.needs, [need.id for need in pack.cover.needs])
    for order in pack.orders.values():
        yield from _missing(pack, order, "fits", order.fits.facts, pack.facts)
    for sign in pack.signs.values():
        yield from _missing(pack, sign, "actions", sign.actions, pack.actions)
        yield from _missing(pack, sign, "facts", sign.facts, pack.facts)
    yield from _laid_out(pack)
    for nation in pack.cover.nations:
        if f"in_{nation}" not in pack.facts:
            said = f"nations: no answer gives “in_{nation}”, so nobody can be shown what holds there alone."
            yield at_key(pack, pack.cover, "nations", said)
    for entry in pack.entries():
        yield from _shared(pack, entry)


def _laid_out(pack: Pack) -> Iterator[Finding]:
    """What options, matters and advice to friends lead to."""
    for option in pack.options.values():
        yield from _missing(pack, option, "services", option.services, pack.services)
        yield from _missing(pack, option, "actions", option.actions, pack.actions)
        for here in option.differs:
            yield from _missing(pack, option, "nations", here.nations, pack.cover.nations)
            yield from _missing(pack, option, "statements", here.statements, pack.statements)
    for thing in pack.things.values():
        yield from _missing(pack, thing, "actions", thing.actions, pack.actions)
        for again in thing.again:
            yield from _missing(pack, thing, "nations", again.nations, pack.cover.nations)
    for matter in pack.matters.values():
        yield from _missing(pack, matter, "sections", matter.sections, [part.id for part in pack.cover.sections])
        yield from _missing(pack, matter, "actions", matter.actions, pack.actions)
    yield from _at_home(pack)
    for advice in pack.friend.values():
        yield from _missing(pack, advice, "services", advice.services, pack.services)
    for letter in pack.letters.values():
        yield from _missing(pack, letter, "actions", letter.actions, pack.actions)
        wanted = [item for item in letter.serves if not _LEDGER_ID.fullmatch(item)]
        yield from _missing(pack, letter, "serves", wanted, pack.corrections)
    for choice in pack.friend_choices.values():
        yield from _missing(pack, choice, "facts", choice.facts, pack.facts)


def _at_home(pack: Pack) -> Iterator[Finding]:
    """What the looks at a home and the calls lead to."""
    for look in pack.security.values():
        yield from _missing(pack, look, "calls", look.calls, pack.calls)
        yield from _missing(pack, look, "actions", look.actions, pack.actions)
    for call in pack.calls.values():
        yield from _missing(pack, call, "services", call.services, pack.services)
        inside = [fact for asked in call.asks for fact in sorted(asked.when.facts)]
        yield from _missing(pack, call, "when", inside, pack.facts, what="fact")


def _action(pack: Pack, action: Action, tools: Collection[str] | None) -> Iterator[Finding]:
    sections = [section.id for section in pack.cover.sections]
    yield from _missing(pack, action, "section", [action.section], sections)
    folder = action.file.split("/")[-2]
    if action.section != folder:
        yield at_key(pack, action, "section", f"The section is “{action.section}”, but the file is in “{folder}”.")
    yield from _missing(pack, action, "first", action.first, pack.actions)
    if action.tool and tools is not None:
        yield from _missing(pack, action, "tool", [action.tool], tools)
    wanted = [item for item in action.serves if not _LEDGER_ID.fullmatch(item)]
    yield from _missing(pack, action, "serves", wanted, pack.corrections)
    if not action.serves:
        yield at_key(pack, action, "serves", "“serves” is empty. Name the ledger ids this action is for.")
    for example in action.examples:
        yield from _missing(pack, action, "facts", example.facts, pack.facts)


def _shared(pack: Pack, entry: Entry) -> Iterator[Finding]:
    """What several kinds have alike: `when`, `nations`, `statements`, `sources`."""
    when = getattr(entry, "when", None)
    if isinstance(when, When):
        yield from _missing(pack, entry, "when", (*when.all, *when.none), pack.facts, what="fact")
        for fact in sorted(set(when.all) & set(when.none)):
            yield at_words(pack, entry, fact, f"“{fact}” stands in both `all` and `none`, so this never holds.")
    if isinstance(entry, (Service, Order, Statement, ModelLetter, WhoMay)):
        yield from _missing(pack, entry, "nations", entry.nations, pack.cover.nations)
    yield from _missing(pack, entry, "statements", getattr(entry, "statements", ()), pack.statements)
    yield from _missing(pack, entry, "sources", getattr(entry, "sources", ()), pack.sources)


def _missing(
    pack: Pack, entry: Entry, key: str, used: Iterable[str], known: Collection[str], *, what: str = ""
) -> Iterator[Finding]:
    for name in dict.fromkeys(used):
        if name in known:
            continue
        near = get_close_matches(name, list(known), n=1)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        yield at_words(pack, entry, f'"{name}"', f"{what or key}: nothing has the name “{name}”.{hint}")
