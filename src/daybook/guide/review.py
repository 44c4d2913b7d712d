"""docs/review.md: every statement, what it rests on, who uses it, and a line for the person who confirms it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from daybook.guide.action import Action
from daybook.guide.alternative import Alternative
from daybook.guide.entry import Entry
from daybook.guide.friend import FriendAdvice
from daybook.guide.ifthen import IfThen
from daybook.guide.knowledge import Source, Statement
from daybook.guide.letter import ModelLetter
from daybook.guide.order import Order
from daybook.guide.pack import Pack
from daybook.guide.prefix import Prefix
from daybook.guide.security import Call, HomeCheck, WhoMay
from daybook.guide.service import Service
from daybook.guide.sign import Sign
from daybook.guide.thing import Thing
from daybook.guide.wording import Wording, render

_HEAD = """\
# Facts to confirm

Written by `daybook guide review`; do not change it by hand. Each statement is one thing Daybook holds true of the
world. Read its source, or ask who knows, and sign the line below it. Then change `checked`, `check_again` and
`reviewer` in the file that heads the part.

Confidence: *source* the page supports it · *old-source* the page is old, undated or second-hand · *disputed* pages
disagree · *general-knowledge* no page was read · *unknown* looked for and not established.
"""

_KIND: dict[type[Entry], str] = {
    Action: "action",
    Service: "service",
    Order: "order",
    Sign: "sign",
    Prefix: "number",
    IfThen: "if-then",
    Alternative: "option",
    HomeCheck: "home-check",
    WhoMay: "who-may",
    Call: "call",
    FriendAdvice: "friend",
    ModelLetter: "letter",
    Thing: "thing",
}


def review(pack: Pack) -> str:
    """The whole page as Markdown, ending in a newline. The same pack gives the same text."""
    users = _users(pack)
    parts = [_HEAD]
    for file, statements in _by_file(pack).items():
        parts.append(f"\n## {file}\n")
        parts.extend("\n".join(_statement(pack, statement, users)) for statement in statements)
    return "\n".join(parts)


def _statement(pack: Pack, statement: Statement, users: Mapping[str, list[str]]) -> Iterator[str]:
    says = " ".join(render(statement.says, Wording(), pack).split())
    used = ", ".join(users.get(statement.id, ())) or "nothing"
    nations = ", ".join(nation.replace("_", " ") for nation in statement.nations)
    yield f"### {statement.id}"
    yield f"{says}\n"
    yield f"- nations: {nations}"
    yield f"- confidence: {statement.confidence}"
    yield f"- checked: {statement.checked} ({statement.reviewer}); check again: {statement.check_again}"
    for name in statement.sources:
        yield f"- source: {_source(pack.sources.get(name), name)}"
    yield f"- used by: {used}"
    yield "- confirmed by, on: ______________________________\n"


def _source(source: Source | None, name: str) -> str:
    if source is None:
        return name
    addresses = " ".join(f"<{address}>" for address in source.addresses)
    return f"{source.title} ({source.dated}) {addresses}".rstrip()


def _by_file(pack: Pack) -> dict[str, list[Statement]]:
    files: dict[str, list[Statement]] = defaultdict(list)
    for statement in pack.statements.values():
        files[statement.file].append(statement)
    return dict(sorted(files.items()))


def _users(pack: Pack) -> dict[str, list[str]]:
    users: dict[str, list[str]] = defaultdict(list)
    for entry in pack.entries():
        if type(entry) in _KIND:
            for statement in dict.fromkeys((*getattr(entry, "statements", ()), *_inner(entry))):
                users[statement].append(f"{_KIND[type(entry)]} {entry.id}")
    return users


def _inner(entry: Entry) -> tuple[str, ...]:
    """What the parts of an option that hold in some nations only rest on."""
    return tuple(name for here in entry.differs for name in here.statements) if isinstance(entry, Alternative) else ()
