"""What could be in the bag: for whom, when it is taken, and how a paper that is missing is made again."""

from typing import Literal

import msgspec

from daybook.guide.entry import ALWAYS, Checked, When

Stage = Literal["carry", "bag", "leaving"]
"""When it is taken: carried always, in the bag, or only when leaving."""

Errand = Literal["home", "shop", "bank", "doctor", "office", "online"]
"""Where one gets what is not there yet."""


class Again(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a paper is made again in some nations. `cost` and `takes` are left out where they are not known.

    `addresses` are pages where the office says so itself. `post` is "home" where it comes by post: then the screen says
    that another address can be given.
    """

    nations: tuple[str, ...]
    ask: str
    addresses: tuple[str, ...] = ()
    how: tuple[str, ...]
    cost: str = ""
    takes: str = ""
    post: Literal["home", "ask", "none"]


class Thing(Checked, frozen=True, kw_only=True):
    """One thing that could be taken. `whom` "each" is hers and each child's; `ages` are those of the children it fits.

    `actions` are the things of the plan it belongs to. `order` is a place on the page only.
    """

    label: str
    stage: Stage
    whom: Literal["you", "child", "each"] = "you"
    ages: tuple[int, int] = (0, 17)
    kind: Literal["paper", "thing"] = "thing"
    hint: str = ""
    caution: str = ""
    errand: Errand = "home"
    actions: tuple[str, ...] = ()
    again: tuple[Again, ...] = ()
    statements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    order: int
    when: When = ALWAYS
