"""The emergency page: her address and words to read out, ways out, codes, people. It waits for no guidance."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from daybook.domain.emergency.calls import in_order
from daybook.domain.emergency.now import CodeNow, codes_now, first_lines, other_lines, who_to_ring
from daybook.domain.home.glance import TITLES, Line, glance
from daybook.domain.home.look import look
from daybook.domain.records.code import HOW, MEANS
from daybook.domain.records.emergency import CallWords
from daybook.export.emergency import SheetPart, emergency_sheet
from daybook.export.words import PaperWords
from daybook.notebook.homes import home_of
from daybook.notebook.people import CODE, people_of

if TYPE_CHECKING:
    from daybook.domain.records.person import Person
    from daybook.domain.said import Said
    from daybook.guide.pack import Pack
    from daybook.notebook.directory import Listing
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan, Item

KIND = "emergency.1"
TOOL = "emergency"
More = Literal["silent", "words", "places", "codes"]
MORE: tuple[More, ...] = ("silent", "words", "places", "codes")
"""What can stand on the sheet beside 999, the address, ways out and the meeting place: each says more about why."""
SAID_BEFORE = ("emergency", "silent-55")
"""Services the page says itself, above."""
_NEUTRAL = ("out", "phone", "meet")
"""Lines that a sheet for a fire has in any household."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HerEmergency:
    """Her own things for an emergency, none of which needs the guidance."""

    words: CallWords
    first: list[Line]
    others: list[Line]
    codes: list[CodeNow]
    people: list[Person]


@dataclass(frozen=True, slots=True, kw_only=True)
class FromGuidance:
    """What the guidance adds once it is read: other ways to call, in the order that fits her, and her plan's steps."""

    ways: list[Listing]
    first: tuple[Said, ...]
    abroad: bool
    deaf: bool
    steps: list[Item]


def her_emergency(notebook: Notebook) -> HerEmergency:
    """What she made ready, as it is now."""
    home, people = home_of(notebook), people_of(notebook)
    lines = glance(home, look(home))
    return HerEmergency(
        words=notebook.one(CallWords),
        first=first_lines(lines),
        others=other_lines(lines),
        codes=codes_now((revision.body for revision in notebook.timeline([CODE])), people),
        people=who_to_ring(people.values()),
    )


def from_guidance(notebook: Notebook, pack: Pack) -> FromGuidance:
    """Other ways to call, for the nation she lives in; who is deaf sees those without a voice first."""
    from daybook.notebook.directory import directory_of  # noqa: PLC0415  (the page is shown without it too)
    from daybook.notebook.nations import lives_elsewhere  # noqa: PLC0415
    from daybook.notebook.plans import her_plan  # noqa: PLC0415

    plan = her_plan(notebook, pack)
    deaf = "is_deaf" in plan.facts
    ways = [way for way in directory_of(plan).for_need("emergency") if way.service and way.id not in SAID_BEFORE]
    ways.sort(key=lambda way: (deaf and "deaf" not in way.needs, way.service.order if way.service else 0))
    return FromGuidance(
        ways=ways,
        first=in_order(mobile="has_mobile" in plan.facts, landline="has_landline" in plan.facts),
        abroad=lives_elsewhere(plan),
        deaf=deaf,
        steps=steps_of(plan),
    )


def steps_of(plan: HerPlan) -> list[Item]:
    """The open things of her plan that this tool does."""
    return [item for item in plan.chosen("open") if item.action.tool == TOOL]


def keep_words(notebook: Notebook, words: CallWords) -> None:
    """Keep what she would read out."""
    notebook.change(CallWords, lambda _before: words)


def sheet(notebook: Notebook, more: Collection[str] = (), *, made: datetime | None = None) -> bytes:
    """The emergency sheet as PDF: 999, the address, ways out, phones and where to meet; `more` is of MORE.

    Without `more` it holds what a sheet for a fire holds in any household. The person harming her is never named.
    Raises PaperError.
    """
    her = her_emergency(notebook)
    parts = [
        *_call(her, more),
        *_lines(her, more),
        *(_codes(her) if "codes" in more else ()),
    ]
    return emergency_sheet(her.words.address, parts, paper=PaperWords(), made=made or datetime.now(UTC))


def _call(her: HerEmergency, more: Collection[str]) -> list[SheetPart]:
    silent = [said.said({}) for said in in_order(mobile=True, landline=True)] if "silent" in more else []
    said = [her.words.happening, her.words.there] if "words" in more else []
    found = (("If you cannot speak", silent), ("Say", [words for words in said if words.strip()]))
    return [SheetPart(title=title, lines=lines) for title, lines in found if lines]


def _lines(her: HerEmergency, more: Collection[str]) -> list[SheetPart]:
    wanted = [*her.first, *her.others]
    return [
        SheetPart(title=TITLES[line.about], lines=[", ".join(line.names)])
        for line in wanted
        if line.about in _NEUTRAL or "places" in more
    ]


def _codes(her: HerEmergency) -> list[SheetPart]:
    return [SheetPart(title="Codes", lines=[_code_said(code) for code in her.codes])] if her.codes else []


def _code_said(code: CodeNow) -> str:
    how, means = dict(HOW), dict(MEANS)
    who = "".join(f", {name}" for name in code.who)
    then = ", ".join(means.get(meaning, meaning) for meaning in code.means)
    given = f" ({how[code.how]})" if code.how in how else ""
    return f"“{code.what}”{given}{who}{': ' if then else ''}{then}"
