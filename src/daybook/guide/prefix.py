"""Beginnings of phone numbers, and what follows from them. The rules are data, in the pack's numbers.toml."""

from typing import Literal

from daybook.guide.entry import Checked


class Prefix(Checked, frozen=True, kw_only=True):
    """Numbers that begin with one of `begins` (digits only), reached by one of `ways` (none named: any way).

    `bill`: "left-off" it is meant to be left off itemised bills · "can" it can stand on one · "unknown". There is no
    "never": nothing here may promise that a call does not show.
    """

    begins: tuple[str, ...]
    ways: tuple[str, ...] = ()
    free_from_mobile: Literal["yes", "no", "unknown"]
    cost: str
    bill: Literal["left-off", "can", "unknown"]
    bill_text: str
    leaves: str
    statements: tuple[str, ...]
