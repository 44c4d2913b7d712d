"""A pack: all the words and facts of one country's guidance, loaded and typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import msgspec

from daybook.guide.action import Action
from daybook.guide.alternative import Alternative
from daybook.guide.entry import Entry
from daybook.guide.friend import FriendAdvice, FriendChoice
from daybook.guide.ifthen import IfThen
from daybook.guide.knowledge import Avoid, Correction, Source, Statement
from daybook.guide.letter import ModelLetter
from daybook.guide.matter import Matter
from daybook.guide.order import Order
from daybook.guide.prefix import Prefix
from daybook.guide.question import Question
from daybook.guide.security import Call, HomeCheck, WhoMay
from daybook.guide.service import Service
from daybook.guide.sign import Sign
from daybook.guide.thing import Thing


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the plan, or something a person may look for in the directory."""

    id: str
    title: str


class Cover(Entry, frozen=True, kw_only=True):
    """What pack.toml says of the whole. `background`: statements on how to write, which no one entry rests on."""

    title: str
    language: str
    nations: tuple[str, ...]
    sections: tuple[Section, ...]
    needs: tuple[Section, ...] = ()
    background: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Pack:
    """One pack. Entries are by id; questions are in the order they are asked.

    `texts` holds each file as it stands (by its path from `folder`), so that a finding can name its line.
    """

    folder: Path
    cover: Cover
    questions: tuple[Question, ...] = ()
    actions: Mapping[str, Action] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    orders: Mapping[str, Order] = field(default_factory=dict)
    signs: Mapping[str, Sign] = field(default_factory=dict)
    ifthen: Mapping[str, IfThen] = field(default_factory=dict)
    options: Mapping[str, Alternative] = field(default_factory=dict)
    matters: Mapping[str, Matter] = field(default_factory=dict)
    things: Mapping[str, Thing] = field(default_factory=dict)
    security: Mapping[str, HomeCheck] = field(default_factory=dict)
    who_may: Mapping[str, WhoMay] = field(default_factory=dict)
    calls: Mapping[str, Call] = field(default_factory=dict)
    friend: Mapping[str, FriendAdvice] = field(default_factory=dict)
    friend_choices: Mapping[str, FriendChoice] = field(default_factory=dict)
    letters: Mapping[str, ModelLetter] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    prefixes: Mapping[str, Prefix] = field(default_factory=dict)
    avoid: tuple[Avoid, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def relations(self) -> Mapping[str, str]:
        """How a text calls the person harming her ("your husband"), by relation."""
        words = (question for question in self.questions if question.kind == "words")
        return {option.id: option.called for question in words for option in question.options}

    @cached_property
    def facts(self) -> frozenset[str]:
        """Every fact that some answer gives."""
        return frozenset().union(*(question.gives for question in self.questions))

    def entries(self) -> tuple[Entry, ...]:
        """Everything that a person reads, and what it rests on: each entry of each kind."""
        advice = (self.actions, self.services, self.orders, self.signs, self.ifthen, self.options, self.matters)
        at_home = (self.security, self.who_may, self.calls)
        kinds = (
            *advice,
            *at_home,
            self.things,
            self.friend,
            self.friend_choices,
            self.statements,
            self.corrections,
            self.prefixes,
        )
        return (*self.questions, *self.letters.values(), *(entry for kind in kinds for entry in kind.values()))
