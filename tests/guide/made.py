"""Packs made up by the test itself: any actions, any questions, without files."""

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from daybook.guide.action import Action, Example
from daybook.guide.entry import When
from daybook.guide.pack import Cover, Pack
from daybook.guide.question import Option, Question

FACTS = ("f0", "f1", "f2", "f3", "f4", "f5")
KINDS = ("emergency", "protect", "save", "talk", "prepare", "change", "remove")


def action(name: str, **changes: Any) -> Action:
    """A plain action; name only what matters to the test."""
    values: dict[str, Any] = {
        "id": name, "file": f"actions/start/{name}.toml", "title": "T", "section": "start", "group": "now", "order": 10,
        "does": "prepare", "why": "W", "steps": ("S",), "noticed": "no", "serves": ("R1",),
        "examples": (Example(shown=True),), "checked": date(2026, 1, 1), "check_again": date(2027, 1, 1), "reviewer": "x",
    }  # fmt: skip
    return Action(**(values | changes))


def question(name: str, order: int, *options: tuple[str, ...], **changes: Any) -> Question:
    """A question whose options give these facts."""
    made = tuple(Option(id=f"o{number}", label="L", facts=facts) for number, facts in enumerate(options))
    values: dict[str, Any] = {
        "id": name, "file": f"questions/{name}.toml", "order": order, "section": "you", "ask": "A?", "why": "W.",
        "kind": "one", "options": made,
    }  # fmt: skip
    return Question(**(values | changes))


def pack(*, actions: list[Action] | None = None, questions: list[Question] | None = None) -> Pack:
    entries = [*(actions or []), *(questions or [])]
    return Pack(
        folder=Path(),
        cover=Cover(id="made", file="pack.toml", title="Made", language="en", nations=(), sections=()),
        questions=tuple(sorted(questions or [], key=lambda item: item.order)),
        actions={item.id: item for item in actions or []},
        texts={entry.file: "" for entry in entries} | {"pack.toml": ""},
    )


def rules() -> st.SearchStrategy[When]:
    some = st.sets(st.sampled_from(FACTS), max_size=2).map(lambda facts: tuple(sorted(facts)))
    return st.builds(lambda all_, none: When(all=all_, none=none), some, some)


@st.composite
def action_packs(draw: st.DrawFn) -> Pack:
    """Packs whose `first` names earlier-made actions only, so that there is no circle; groups are any, even unwise ones.

    `protect` and `save` wait for nothing that waits for them, as the check demands of real packs.
    """
    made: list[Action] = []
    for number in range(draw(st.integers(1, 12))):
        does = draw(st.sampled_from(KINDS))
        quiet = [item.id for item in made if item.does in ("protect", "save", "emergency") and item.noticed == "no"]
        open_to = quiet if does in ("protect", "save", "emergency") else [item.id for item in made]
        made.append(
            action(
                f"a{number}",
                does=does,
                group=draw(st.sampled_from(("now", "soon", "ready"))),
                order=draw(st.integers(0, 3)),
                noticed="no" if does in ("protect", "save") else draw(st.sampled_from(("no", "maybe", "yes"))),
                first=tuple(sorted(draw(st.sets(st.sampled_from(open_to), max_size=3)))) if open_to else (),
                when=draw(rules()),
            )
        )
    return pack(actions=draw(st.permutations(made)))


@st.composite
def question_packs(draw: st.DrawFn) -> Pack:
    """Two to four small questions, some asked only on facts of earlier ones, facts given in several places."""
    made: list[Question] = []
    given: set[str] = set()
    some = st.sets(st.sampled_from(FACTS), max_size=2).map(lambda facts: tuple(sorted(facts)))
    for number in range(draw(st.integers(2, 4))):
        rule = When()
        if given:
            of_those = st.sets(st.sampled_from(sorted(given)), max_size=1).map(tuple)
            rule = When(all=draw(of_those), none=draw(of_those))
        item = question(
            f"q{number}",
            number,
            *draw(st.lists(some, min_size=1, max_size=3)),
            kind=draw(st.sampled_from(("one", "many"))),
            not_sure=draw(some),
            when=rule,
        )
        given |= item.gives
        made.append(item)
    return pack(questions=made)
