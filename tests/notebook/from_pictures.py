"""A chat kept from a screenshot, for tests: as if the machine had read it and she had checked it, without reading."""

from __future__ import annotations

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


def kept(notebook: Notebook, talk: list[Say], owner: str = "Maya", **same: tuple[str, int]) -> str:
    """All of them as messages; the record of the file brought in. `same` says of "n2" which other message it is."""
    these = checking.offered(notebook, [seen(notebook, talk)])
    checked = []
    for number, one in enumerate(these.run.messages):
        mine = one.bubble.side == "right"
        day, clock = checking.day_and_clock(one)
        checked.append(
            checking.Checked(
                number=number,
                text=one.bubble.text,
                sender=owner if mine else "Sam",
                mine=mine,
                day=day,
                clock=clock,
                same=same.get(f"n{number}"),
            )
        )
    return checking.accept(notebook, these, checked, chat="Sam")
