"""A text as words and the marks between them, as they stand and as they are looked up."""

from __future__ import annotations

import re

_TOKENS = re.compile("[^\\W_]+(?:['\u2019][^\\W_]+)*|[.!?;:\\n\u201c\u201d\"]")


def split(text: str) -> list[str]:
    """Every word and mark as it stands."""
    return _TOKENS.findall(text)


def folded(text: str) -> list[str]:
    """The same in small letters, with one kind of apostrophe, as it is looked up."""
    return _TOKENS.findall(text.casefold().replace("\u2019", "'"))


def is_mark(part: str) -> bool:
    """Whether it is a mark between words."""
    return not part[0].isalnum()
