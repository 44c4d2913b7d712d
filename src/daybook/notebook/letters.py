"""Letters: those the guidance offers, a draft from what she told, what to think of before it goes, and the paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from daybook.domain.letters.draft import drafted, placeholders
from daybook.domain.letters.things import KNOWN_TO, OPEN, ROLE_OF, THINGS, Thing
from daybook.domain.letters.unreleased import unreleased
from daybook.domain.people.closeness import is_close, may_be_close
from daybook.domain.records.letter import Letter
from daybook.domain.said import Said
from daybook.export.letter import letter_paper
from daybook.export.words import PaperWords
from daybook.guide.wording import render
from daybook.notebook.nations import nation_of
from daybook.notebook.notebook import NoSuchRecordError
from daybook.notebook.people import people_of, steps_of_tool

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from daybook.domain.records.person import Person
    from daybook.domain.revision import Revision
    from daybook.guide.letter import ModelLetter
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan, Item

KIND = "letter.1"
NOBODY_NAMED = "Sir or Madam"


class NoSuchLetterError(LookupError):
    """This letter is not in the list any more. Open the letters and choose it from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """The letters of her nation: those that fit what she told, and the others. Nothing is hidden but other nations."""

    fitting: list[ModelLetter]
    others: list[ModelLetter]


def offered_to(plan: HerPlan) -> Offered:
    """The letters she can begin with, in order; where her nation is not known, those of every nation."""
    nation = nation_of(plan.pack, plan.facts)
    here = [letter for letter in plan.pack.letters.values() if not nation or nation in letter.nations]
    here.sort(key=lambda letter: (letter.order, letter.id))
    fitting = [letter for letter in here if plan.facts and letter.when.holds(plan.facts)]
    return Offered(fitting=fitting, others=[letter for letter in here if letter not in fitting])


def model_of(plan: HerPlan, name: str) -> ModelLetter:
    """The letter of the guidance with this id, of any nation. Raises NoSuchLetterError."""
    try:
        return plan.pack.letters[name]
    except KeyError:
        raise NoSuchLetterError from None


def letters_of(notebook: Notebook) -> list[Revision]:
    """Her letters, the one she began last first."""
    return notebook.timeline([KIND])[::-1]


def letter_of(notebook: Notebook, record: str) -> Letter:
    """One of her letters. Raises NoSuchRecordError."""
    found = notebook.latest(record).body
    if not isinstance(found, Letter):
        raise NoSuchRecordError
    return found


def draft_of(
    plan: HerPlan, model: ModelLetter, things: Mapping[str, str], released: Collection[str], *, dear: str, today: date
) -> str:
    """The draft of a letter. It says what is released and known; the person harming her has no name in it else.

    `things` are those of `letter_things.things_of`. An empty `dear` is "Sir or Madam".
    """
    wording = replace(plan.wording, name="")
    theirs = {name: f"{{{name}}}" for name in placeholders(model.body) if name not in THINGS.keys() | OPEN}
    values = {name: render(written, wording, plan.pack, voice="hers") for name, written in theirs.items()}
    values |= {"dear": dear or NOBODY_NAMED, "me": things.get("me", ""), "today": PaperWords().day(today)}
    return drafted(model.body, {**things, **values}, released)


def can_be(notebook: Notebook, reader: str) -> dict[str, Person]:
    """The people of hers that this reader may be, by id: who has the part, else everybody who is not set aside."""
    here = {record: person for record, person in people_of(notebook).items() if not person.aside}
    fitting = {record: person for record, person in here.items() if person.role in ROLE_OF.get(reader, ())}
    return fitting or here


def near(notebook: Notebook, whom: Collection[str]) -> list[Said]:
    """Who of these readers is close to the person harming her, or may be (W20, W23): what it says may be passed on."""
    found = []
    for record, person in people_of(notebook).items():
        if record in whom and is_close(person):
            said = "%(name)s is close to {person}, or in touch. What the letter says may be passed on."
            found.append(Said(said, {"name": person.name}))
        elif record in whom and may_be_close(person):
            said = "You are not sure if {person} is in touch with %(name)s. What the letter says may be passed on."
            found.append(Said(said, {"name": person.name}))
    return found


def standing_in(plan: HerPlan, letter: Letter, things: Mapping[str, str]) -> list[Thing]:
    """The confidential things of hers that stand in a letter although she did not release them to its reader."""
    model = plan.pack.letters.get(letter.began)
    known = (*letter.released, *KNOWN_TO.get(letter.reader, ()))
    return unreleased(letter.text, things, known, ours=model.body if model else "")


def said_in(letter: Letter, things: Mapping[str, str]) -> list[Thing]:
    """The things she released that do stand in it."""
    held = unreleased(letter.text, things, ())
    return [thing for thing in held if thing.id in letter.released]


def steps_of(plan: HerPlan, letter: Letter) -> list[Item]:
    """The open things of her plan that this letter does."""
    model = plan.pack.letters.get(letter.began)
    return [item for item in plan.chosen("open") if model and item.id in model.actions]


def open_steps(notebook: Notebook, plan: HerPlan) -> list[tuple[Item, bool]]:
    """The open things of her plan that letters do, each with whether a letter of hers is for it."""
    written = {step.id for revision in letters_of(notebook) for step in steps_of(plan, revision.body)}
    return [(item, item.id in written) for item in steps_of_tool(plan, "letters")]


def paper_of(text: str, *, made: datetime | None = None) -> bytes:
    """A letter as PDF: its words and nothing else; the file does not say who wrote it. Raises PaperError."""
    return letter_paper(text, paper=PaperWords(), made=made or datetime.now(UTC))
