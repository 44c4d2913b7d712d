"""If … then situations: what may come, and prompts that help her write what she would do then, in her own words."""

from typing import Literal

import msgspec

from daybook.guide.entry import ALWAYS, Checked, When

Part = Literal["signs", "then", "where", "who", "say", "after"]
"""The parts of a plan of hers that a prompt is for: the fields of `daybook.domain.records.if_then`."""


class Prompt(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question that helps her write one part. `ideas` are what others have done; they are never put in for her."""

    part: Part
    ask: str
    ideas: tuple[str, ...] = ()


class IfThen(Checked, frozen=True, kw_only=True):
    """One situation that may come. `title` follows the word "If" only on the screen: it is a sentence by itself."""

    title: str
    why: str
    order: int
    prompts: tuple[Prompt, ...]
    cautions: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    when: When = ALWAYS
