"""Signs of serious danger: her answer to each. Nothing is counted, weighed or compared, here or anywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from daybook.domain.records.signs import SignAnswers
from daybook.guide.wording import Wording, render

if TYPE_CHECKING:
    from daybook.guide.answers import Facts
    from daybook.guide.pack import Pack
    from daybook.guide.sign import Sign
    from daybook.notebook.notebook import Notebook

Said = Literal["yes", "no", "unsure", "skipped"]
SAID: tuple[Said, ...] = ("yes", "no", "unsure", "skipped")
KIND = "signs.1"


class NoSuchSignError(LookupError):
    """This is not in the list any more. Open the list and choose it from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HerSign:
    """One sign as she sees it. `said` is her answer, "" where she has not come to it."""

    sign: Sign
    title: str
    said: str
    in_plan: bool


@dataclass(frozen=True, slots=True)
class HerSigns:
    """The signs in the order of the page, with what she said."""

    signs: tuple[HerSign, ...]

    @property
    def somebody_today(self) -> bool:
        """Whether to name who to talk to today: one yes, or one she is not sure of, says as much as several."""
        return any(sign.said in ("yes", "unsure") for sign in self.signs)

    @property
    def next_open(self) -> HerSign | None:
        """The first one she has not come to."""
        return next((sign for sign in self.signs if not sign.said), None)

    def one(self, name: str) -> HerSign:
        """A sign by its id. Raises NoSuchSignError."""
        for sign in self.signs:
            if sign.sign.id == name:
                return sign
        raise NoSuchSignError

    def after(self, name: str) -> HerSign | None:
        """The one after it on the page, or None at the end."""
        names = [sign.sign.id for sign in self.signs]
        place = names.index(self.one(name).sign.id) + 1
        return self.signs[place] if place < len(names) else None


def signs_of(notebook: Notebook, pack: Pack, facts: Facts, wording: Wording) -> HerSigns:
    """Every sign that fits her, and what she said."""
    answers: SignAnswers = notebook.one(SignAnswers)
    fitting = [sign for sign in pack.signs.values() if sign.when.holds(facts) or sign.id in answers.said]
    return HerSigns(
        tuple(
            HerSign(
                sign=sign,
                title=render(sign.title, wording, pack),
                said=answers.said.get(sign.id, ""),
                in_plan=sign.id in answers.in_plan,
            )
            for sign in sorted(fitting, key=lambda sign: (sign.order, sign.id))
        )
    )


def answer(notebook: Notebook, pack: Pack, name: str, said: Said | None) -> None:
    """Keep her answer to a sign, or take it back (None). What is not a yes tells her plan nothing. NoSuchSignError."""
    if name not in pack.signs:
        raise NoSuchSignError

    def change(answers: SignAnswers) -> SignAnswers:
        others = {sign: word for sign, word in answers.said.items() if sign != name}
        kept = answers.in_plan if said == "yes" else tuple(sign for sign in answers.in_plan if sign != name)
        return replace(answers, said=others | ({name: said} if said else {}), in_plan=kept)

    _change(notebook, change)


def tell_plan(notebook: Notebook, pack: Pack, name: str, *, told: bool) -> None:
    """Let her plan know of a yes, or no longer; of nothing else. Raises NoSuchSignError."""
    if name not in pack.signs:
        raise NoSuchSignError

    def change(answers: SignAnswers) -> SignAnswers:
        others = tuple(sign for sign in answers.in_plan if sign != name)
        return replace(answers, in_plan=(*others, name) if told and answers.said.get(name) == "yes" else others)

    _change(notebook, change)


def facts_from_signs(notebook: Notebook, pack: Pack) -> Facts:
    """The facts of the signs she said yes to and wants her plan to know."""
    answers: SignAnswers = notebook.one(SignAnswers)
    told = [pack.signs[name] for name in answers.in_plan if name in pack.signs and answers.said.get(name) == "yes"]
    return frozenset(fact for sign in told for fact in sign.facts)


def _change(notebook: Notebook, by: Callable[[SignAnswers], SignAnswers]) -> None:
    """Keep her answers as `by` changes them, over whatever another window kept a moment before."""
    notebook.change(SignAnswers, by)
