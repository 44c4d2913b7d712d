"""Signs that research links with serious harm. They are named, never added up, weighed or ranked."""

from daybook.guide.entry import ALWAYS, Checked, When


class Sign(Checked, frozen=True, kw_only=True):
    """One sign she can say yes to, what was found, and who to talk to today. `order` is a place on the page only."""

    title: str
    why: str
    today: str
    actions: tuple[str, ...]
    facts: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    order: int
    when: When = ALWAYS
