"""Options laid side by side: staying, leaving, orders, waiting … None is ranked, and none is advice."""

import msgspec

from daybook.guide.entry import ALWAYS, Checked, When


class Differs(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What holds in some nations only."""

    nations: tuple[str, ...]
    says: str
    statements: tuple[str, ...] = ()


class Alternative(Checked, frozen=True, kw_only=True):
    """One option: what it is, what it can bring and cost, what makes it safer, and where to ask.

    `services` are ids of the directory, `actions` ids of the plan. `order` is a place on the page only.
    """

    title: str
    what: str
    brings: tuple[str, ...]
    costs: tuple[str, ...]
    safer: tuple[str, ...]
    ask: tuple[str, ...]
    differs: tuple[Differs, ...] = ()
    services: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    order: int
    when: When = ALWAYS
