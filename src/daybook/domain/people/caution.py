"""One reason for care: the rule it comes from, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daybook.domain.said import Said

About = Literal["trace", "clear", "people"]
"""What a caution is about: what is left behind, whether it is understood, or who knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """A reason for care about a code. Its words hold `{person}` and the other placeholders of the guidance."""

    rule: str
    about: About
    said: Said
