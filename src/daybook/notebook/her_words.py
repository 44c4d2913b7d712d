"""How she speaks of the person harming her, for the questions of her records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from daybook.guide.wording import her_words, wording_of
from daybook.notebook.answering import answers_of
from daybook.notebook.ready import pack

if TYPE_CHECKING:
    from daybook.domain.her_words import HerWords
    from daybook.notebook.notebook import Notebook


def her_words_of(notebook: Notebook, *, name: bool = True) -> HerWords:
    """Her words as her answers are now; without the `name` she gave, as a paper has it, the relation stands."""
    wording = wording_of(answers_of(notebook))
    return her_words(wording if name else replace(wording, name=""), pack())
