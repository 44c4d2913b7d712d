"""Numbers in words, because a count in figures reads like a score."""

from __future__ import annotations

from daybook.web.i18n import N_, _

SMALL = (
    N_("none"),
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
    N_("eleven"),
    N_("twelve"),
    N_("thirteen"),
    N_("fourteen"),
    N_("fifteen"),
    N_("sixteen"),
    N_("seventeen"),
    N_("eighteen"),
    N_("nineteen"),
    N_("twenty"),
)


def number_words(number: int) -> str:
    """A number as one says it: exact up to twenty, roughly above."""
    return _(SMALL[number]) if number < len(SMALL) else _("more than twenty")
