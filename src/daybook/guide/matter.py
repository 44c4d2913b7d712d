"""What may matter to her now, and which parts of the plan each matter is about."""

from daybook.guide.entry import ALWAYS, Entry, When


class Matter(Entry, frozen=True, kw_only=True):
    """One thing that may matter, in her own voice. `sections` and `actions` are what serves it in the plan."""

    label: str
    says: str
    order: int
    sections: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    when: When = ALWAYS
