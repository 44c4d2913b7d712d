"""A letter as a form: what she typed so far, the draft it came from, and what it may say besides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.domain.fields import Described, FieldKind, fields_of
from daybook.domain.letters.draft import redrafted
from daybook.domain.letters.things import THINGS, Thing
from daybook.domain.records.letter import Letter
from daybook.domain.records.letter_details import LetterDetails
from daybook.domain.typed import Typed, first, typed_of
from daybook.notebook.letters import KIND, draft_of, model_of
from daybook.web.drafts import new_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from daybook.domain.revision import Revision
    from daybook.guide.letter import ModelLetter
    from daybook.notebook.drafts import Draft
    from daybook.notebook.plans import HerPlan

DETAIL = "d."
"""How the inputs for what her letters can say begin: "d.phone"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One confidential thing a letter has a place for: what is known of it, and whether it goes in."""

    thing: Thing
    words: Described
    value: str
    is_in: bool

    @property
    def name(self) -> str:
        """The name of its input."""
        return DETAIL + self.thing.id

    @property
    def is_text(self) -> bool:
        """Whether it takes several lines."""
        return self.words.kind is FieldKind.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterForm:
    """One letter on a page. `things` are those of `things_of`; what is typed in the form goes before them."""

    key: str
    typed: Typed
    things: Mapping[str, str]
    record: str = ""
    based_on: int = 0
    model: ModelLetter | None = None

    def value(self, name: str) -> str:
        """What is typed in one input, with its line ends as one kind."""
        return (self.typed.get(name) or [""])[0].replace("\r\n", "\n")

    @property
    def known(self) -> dict[str, str]:
        """Every confidential thing and her name, as typed here or as told before."""
        return {
            name: self.value(DETAIL + name) if DETAIL + name in self.typed else words
            for name, words in self.things.items()
        }

    @property
    def released(self) -> list[str]:
        """The ids of what she ticked."""
        return [thing for thing in THINGS if thing in self.typed.get("released", [])]

    @property
    def asked(self) -> list[Asked]:
        """What this letter can say besides, in order; for one without a model nothing is asked."""
        words, known = fields_of(LetterDetails), self.known
        return [
            Asked(
                thing=THINGS[name],
                words=words.get(name, fields_of(LetterDetails)["plan"]),
                value=known[name],
                is_in=name in self.released and bool(known[name]),
            )
            for name in (self.model.confidential if self.model else ())
        ]

    def drafted(self, plan: HerPlan, today: date) -> str:
        """The draft with what is ticked now; empty for a letter without a model."""
        if self.model is None:
            return ""
        return draft_of(plan, self.model, self.known, self.released, dear=first(self.typed, "dear"), today=today)

    def drawn(self, plan: HerPlan, today: date) -> dict[str, list[str]]:
        """What the form holds when her ticks and names are put into her text; what she wrote herself stays."""
        draft = self.drafted(plan, today)
        text = redrafted(self.value("text"), self.value("drafted"), draft) if self.model else self.value("text")
        return {name: list(values) for name, values in self.typed.items()} | {"text": [text], "drafted": [draft]}


def new_form(plan: HerPlan, name: str, things: Mapping[str, str], today: date) -> LetterForm:
    """A letter begun: the draft is there, and nothing confidential is in it. An empty name is a letter of her own.

    Raises NoSuchLetterError.
    """
    if not name:
        return LetterForm(key=new_key(), typed={}, things=things)
    model = model_of(plan, name)
    typed: dict[str, list[str]] = {"began": [name], "title": [plan.words(model.title)], "reader": [model.reader]}
    form = LetterForm(key=new_key(), typed=typed, things=things, model=model)
    draft = form.drafted(plan, today)
    return LetterForm(key=form.key, typed={**typed, "text": [draft], "drafted": [draft]}, things=things, model=model)


def form_of_draft(plan: HerPlan, draft: Draft, things: Mapping[str, str]) -> LetterForm:
    """The form a draft was kept from."""
    return LetterForm(
        key=draft.key,
        typed=draft.typed,
        things=things,
        record=draft.record,
        based_on=draft.based_on,
        model=plan.pack.letters.get(first(draft.typed, "began")),
    )


def form_of_letter(plan: HerPlan, revision: Revision, things: Mapping[str, str], today: date) -> LetterForm:
    """A form that changes a letter of hers. What she released then is compared with what she has told by now."""
    letter: Letter = revision.body
    typed = {**typed_of(letter), "began": [letter.began]}
    model = plan.pack.letters.get(letter.began)
    form = LetterForm(
        key=new_key(), typed=typed, things=things, record=revision.record, based_on=revision.number, model=model
    )
    typed["drafted"] = [form.drafted(plan, today)]
    return form


__all__ = ["KIND", "Asked", "LetterForm", "form_of_draft", "form_of_letter", "new_form"]
