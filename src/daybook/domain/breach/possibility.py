"""One possibility: something that happened, a line it may have broken, why, and what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daybook.domain.said import Said

About = Literal["what", "place", "person", "time"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason in words, and what it is about."""

    about: About
    said: Said


@dataclass(frozen=True, slots=True)
class Possibility:
    """A happening and a line of an order by their ids, with reasons. It is a question to her, not an answer.

    `unknown` says what is not known or not noted: with any of it, this is no more than "may have been".
    """

    happening: str
    term: str
    order: str
    reasons: tuple[Reason, ...]
    unknown: tuple[Said, ...]

    @property
    def is_unsure(self) -> bool:
        """Whether something is not known that this depends on."""
        return bool(self.unknown)
