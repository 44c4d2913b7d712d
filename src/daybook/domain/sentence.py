"""What an error says to her."""

from __future__ import annotations

import inspect


def sentence(error: BaseException) -> str:
    """The sentence of an error of ours, on one line: what it was given to say, else what its class says of itself."""
    return str(error) or inspect.cleandoc(type(error).__doc__ or "").split("\n\n")[0].replace("\n", " ")
