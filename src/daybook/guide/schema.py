"""JSON schemas of the kinds of entry, for editors that check as one types."""

from typing import Any

import msgspec

from daybook.guide.action import Action
from daybook.guide.alternative import Alternative
from daybook.guide.entry import Entry
from daybook.guide.friend import FriendAdvice, FriendChoice
from daybook.guide.ifthen import IfThen
from daybook.guide.knowledge import Correction, Source, Statement
from daybook.guide.letter import ModelLetter
from daybook.guide.matter import Matter
from daybook.guide.order import Order
from daybook.guide.pack import Cover
from daybook.guide.prefix import Prefix
from daybook.guide.question import Question
from daybook.guide.security import Call, HomeCheck, WhoMay
from daybook.guide.service import Service
from daybook.guide.sign import Sign
from daybook.guide.thing import Thing

KINDS: dict[str, type[Entry]] = {
    "pack": Cover,
    "question": Question,
    "action": Action,
    "service": Service,
    "order": Order,
    "sign": Sign,
    "if-then": IfThen,
    "letter": ModelLetter,
    "option": Alternative,
    "matter": Matter,
    "thing": Thing,
    "home-check": HomeCheck,
    "who-may": WhoMay,
    "call": Call,
    "friend": FriendAdvice,
    "friend-choice": FriendChoice,
    "statement": Statement,
    "source": Source,
    "correction": Correction,
    "number": Prefix,
}
_SEVERAL_TO_A_FILE = (Matter, Thing, FriendChoice, WhoMay, Statement, Source, Correction, Prefix)


def schema(kind: str) -> dict[str, Any]:
    """The JSON schema of a file of this kind. Raises KeyError for a kind that is not in KINDS."""
    cls = KINDS[kind]
    found = msgspec.json.schema(cls)
    entry = found["$defs"][cls.__name__]
    for ours in ("id", "file"):  # given by where the entry stands
        if kind != "pack" or ours == "file":
            entry["properties"].pop(ours)
    if cls in _SEVERAL_TO_A_FILE:
        reference = {"$ref": found.pop("$ref")}
        found = {"type": "object", "additionalProperties": reference, **found}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
