"""A chat kept from a screenshot, for tests: as if the machine had read it and she had checked it, without reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from daybook.domain.records.machine_text import MachineText
from daybook.domain.seen import Box, Bubble, Chat, Side
from daybook.notebook import checking
from daybook.notebook.notebook import Notebook
from tests.intake.drawn_chats import Say, draw
from tests.notebook.bringing import sealed

TALK = [
    Say("where are you", "18:09", day="14 March 2026"),
    Say("I am at the shop", "18:10", mine=True),
    Say("you will be sorry", "18:40"),
    Say("I am outside the school", "19:02"),
]


def seen(notebook: Notebook, talk: list[Say], name: str = "Sam") -> str:
    """A picture of these words, and the words as the machine would have read them; the record of the words."""
    file = replace(sealed(notebook, draw(talk), "shot.png"), media="image/png")
    bubbles, day = [], ""
    for number, one in enumerate(talk):
        day = one.day or day
        side: Side = "right" if one.mine else "left"
        box = Box(40, 100 + number * 90, 400, 160 + number * 90)
        bubbles.append(Bubble(text=one.text, side=side, box=box, sure=0.99, day=day, clock=one.clock))
    body = MachineText(
        text="\n".join(one.text for one in talk),
        file=(file,),
        program="drawn",
        chat=Chat(name=name, bubbles=(*bubbles,)),
    )
    return notebook.save(body, key=f"machine-text {file.sha256}").record


def kept(
    notebook: Notebook,
    talk: list[Say],
    *,
    same: Mapping[int, tuple[str, int]] | None = None,
    clocks: Mapping[int, str] | None = None,
) -> str:
    """All of them as messages of Sam and Maya; the record of the file brought in.

    `same` says which other message one is, `clocks` are times that she put right while she checked, by number.
    """
    these = checking.offered(notebook, [seen(notebook, talk)])
    checked = []
    for number, one in enumerate(these.run.messages):
        mine = one.bubble.side == "right"
        day, clock = checking.day_and_clock(one)
        checked.append(
            checking.Checked(
                number=number,
                text=one.bubble.text,
                sender="Maya" if mine else "Sam",
                mine=mine,
                day=day,
                clock=(clocks or {}).get(number, clock),
                same=(same or {}).get(number),
            )
        )
    return checking.accept(notebook, these, checked, chat="Sam")
