"""Messages whose words may tell of something a line covers: found by the index, read one by one, never all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daybook.domain.breach.texts import telling
from daybook.notebook.messages import Shelf
from daybook.readmodel.asked import Asked
from daybook.readmodel.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daybook.domain.records.order_term import OrderTerm
    from daybook.notebook.notebook import Notebook
    from daybook.readmodel.kept import Kept

MOST_READ = 2_000
"""So many messages of one sender are read for their words, the newest first: more would keep her waiting."""


class AnyOf(Asked):
    """Words of which one is enough."""

    @property
    def match(self) -> str:
        """The query of the index."""
        return " OR ".join('"' + words.replace('"', " ") + '"' for words in self.words)


def may_tell(
    notebook: Notebook, terms: Iterable[OrderTerm], *, source: str, sender: str, since: str, until: str
) -> list[Kept]:
    """The newest messages of a sender that hold words a line may be about, up to `MOST_READ`; without a time, none."""
    words = tuple(telling(terms))
    if not words:
        return []
    wanted = Wanted(words=AnyOf(words), sender=sender, since=since, until=until)
    found = notebook.beside(Shelf).books().read(wanted, most=MOST_READ, source=source)
    return [kept for kept in found if kept.sent and kept.kind in ("message", "mail")]
