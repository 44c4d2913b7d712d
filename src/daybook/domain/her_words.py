"""The words for the person harming her, put into a text that has a slot for them: {person}, {they}, {v:know/knows}."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Pronouns = Literal["he", "she", "they"]
Voice = Literal["yours", "hers"]
"""Who speaks: the program to her ("your husband"), or she herself, as in the options she picks ("my husband")."""

UNNAMED = "the person harming you"
UNNAMED_BY_HER = "the person harming me"
SLOT = re.compile(r"\{([^{}]*)\}")

FORMS: dict[str, dict[str, str]] = {
    "he": {"they": "he", "them": "him", "their": "his", "theirs": "his", "themself": "himself",
           "they_are": "he is", "they_have": "he has", "they_were": "he was"},
    "she": {"they": "she", "them": "her", "their": "her", "theirs": "hers", "themself": "herself",
            "they_are": "she is", "they_have": "she has", "they_were": "she was"},
    "they": {"they": "they", "them": "them", "their": "their", "theirs": "theirs", "themself": "themself",
             "they_are": "they are", "they_have": "they have", "they_were": "they were"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class HerWords:
    """How the person harming her is spoken of in each voice; the default is how it is while she told nothing."""

    yours: str = UNNAMED
    hers: str = UNNAMED_BY_HER
    pronouns: Pronouns = "they"

    def filled(self, text: str, voice: Voice = "yours") -> str:
        """The text with every slot filled. What she typed as a name is put in as it is; an unknown slot stays."""
        if "{" not in text:
            return text
        forms = forms_of(self.yours if voice == "yours" else self.hers, self.pronouns)
        return SLOT.sub(lambda slot: forms.get(slot[1]) or self._verb(slot[1]) or slot[0], text)

    def _verb(self, key: str) -> str:
        """The form of a verb that goes with her pronoun: "v:know/knows" is "know" after they, else "knows"."""
        kind, _colon, rest = key.partition(":")
        plural, _slash, singular = rest.partition("/")
        return (plural if self.pronouns == "they" else singular) if kind == "v" else ""


UNSAID = HerWords()


@lru_cache(maxsize=32)
def forms_of(person: str, pronouns: Pronouns) -> dict[str, str]:
    """The words for every slot that stands for a person, also as a sentence begins with it."""
    forms = {"person": person, **FORMS[pronouns]}
    capitals = {key.capitalize(): form[:1].upper() + form[1:] for key, form in forms.items()}
    return forms | capitals
