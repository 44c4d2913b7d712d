"""Where leaving goes: a blank page, or a page that anybody could be looking at."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.web.i18n import N_


@dataclass(frozen=True, slots=True)
class Exit:
    """One choice: its words, and its address; empty for a blank page made here."""

    words: str
    address: str


# The blank page is what a new notebook has. It works without a network, asks nobody for anything, and so tells
# nobody that somebody just left; a site would be looked up and fetched on a line he may pay for. It is also the
# only one that is there at once. An empty tab can look odd, so a site anybody may be reading is one setting away.
EXITS = {
    "blank": Exit(N_("A blank page"), ""),
    "weather": Exit(N_("The weather (BBC)"), "https://www.bbc.co.uk/weather"),
    "encyclopedia": Exit(N_("An encyclopedia (Wikipedia)"), "https://en.wikipedia.org/wiki/Main_Page"),
    "recipes": Exit(N_("Recipes (BBC)"), "https://www.bbc.co.uk/food"),
}


def exit_address(choice: str) -> str:
    """The address of a choice; empty, for the blank page, where the choice is not known."""
    return EXITS[choice].address if choice in EXITS else ""
