"""Where something typed and not saved goes on: the form it was typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daybook.domain.kinds import UnknownKindError, kind_of
from daybook.web.addresses import to

if TYPE_CHECKING:
    from daybook.notebook.drafts import Draft

NOTE, QUESTION, HOME = "step.1", "answers.1", "home.1"
"""Kinds whose forms are always the same ones: their key is the kind and what they are about, "step.1 safer-device"."""


def address_of(draft: Draft) -> str:
    """The address of the form a draft was kept from; empty for one this copy of the program has no form for."""
    about = draft.key.removeprefix(f"{draft.kind} ")
    if draft.kind == NOTE and about:
        return to("plan.show", action=about)
    if draft.kind == QUESTION and about:
        return to("questions.ask", name=about)
    if draft.kind == HOME and about:
        return to("room.again", about=about)
    try:
        return to("record.new", key=draft.key) if kind_of(draft.kind).listed else ""
    except UnknownKindError:
        return ""
