"""The texts of an entry that a person reads, told apart from its ids and rules."""

from collections.abc import Iterator

import msgspec

from daybook.guide.action import Action
from daybook.guide.alternative import Alternative
from daybook.guide.entry import Entry
from daybook.guide.friend import FriendAdvice, FriendChoice
from daybook.guide.ifthen import IfThen
from daybook.guide.knowledge import Correction, Statement
from daybook.guide.letter import ModelLetter, looked_over
from daybook.guide.matter import Matter
from daybook.guide.order import Order
from daybook.guide.prefix import Prefix
from daybook.guide.question import Question
from daybook.guide.security import Call, HomeCheck, WhoMay
from daybook.guide.service import Service
from daybook.guide.sign import Sign
from daybook.guide.thing import Thing

# The fields a person reads, by kind. A dot reaches into tables.
READ: dict[type[Entry], tuple[str, ...]] = {
    Question: ("ask", "why", "options.label", "options.called"),
    Action: (
        "title", "why", "steps", "caution",
        "cautions.evidence", "cautions.legal", "cautions.child", "cautions.money",
    ),
    Service: ("name", "run_by", "for_whom", "first_call", "leaves", "ways.hours", "ways.note"),
    Order: (
        "name", "other_names", "in_force_text", "what", "who_applies", "how", "cost", "lasts",
        "breach_text", "service_text", "hand_to_police", "ask_solicitor", "record",
    ),
    Sign: ("title", "why", "today"),
    IfThen: ("title", "why", "prompts.ask", "prompts.ideas", "cautions"),
    ModelLetter: ("title", "about", "beside"),
    Alternative: ("title", "what", "brings", "costs", "safer", "ask", "differs.says"),
    Matter: ("label", "says"),
    Thing: ("label", "hint", "caution", "again.ask", "again.how", "again.cost", "again.takes"),
    HomeCheck: ("title", "why", "how", "caution", "proof"),
    WhoMay: ("says",),
    Call: ("title", "whom", "first", "begin", "asks.says", "after"),
    FriendAdvice: ("title", "says"),
    FriendChoice: ("label",),
    Statement: ("says",),
    Prefix: ("cost", "bill_text", "leaves"),
    Correction: ("says_now",),
}  # fmt: skip

BODY = "body"
"""The key of a letter's paragraphs: she speaks in them, to an office."""

# Names and labels: they need not be sentences.
NAMES = frozenset({"called", "name", "other_names", "run_by", "hours"})


def texts_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Each text of the entry that a person reads, with the key it stands under ("label", not "options.label")."""
    for path in READ.get(type(entry), ()):
        key = path.rpartition(".")[2]
        yield from ((key, text) for text in _reach(entry, path.split(".")) if text)
    if isinstance(entry, ModelLetter):
        yield from ((BODY, paragraph) for paragraph in looked_over(entry.body))


def _reach(value: object, path: list[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _reach(item, path)
    elif isinstance(value, msgspec.Struct) and path:
        yield from _reach(getattr(value, path[0]), path[1:])
