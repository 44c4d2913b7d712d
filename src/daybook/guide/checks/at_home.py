"""What makes a home safer: nothing noticed without its caution, no lock changed without who may change it."""

from collections.abc import Iterator

from daybook.guide.checks.place import at_key
from daybook.guide.entry import When
from daybook.guide.finding import Finding
from daybook.guide.pack import Pack
from daybook.guide.security import Changes
from daybook.guide.space import gap, witness

TOGETHER = "lives_with_them"


def safe_at_home(pack: Pack) -> Iterator[Finding]:
    """The rules of the looks at a home, each for every set of answers there can be."""
    yield from _looks(pack)
    for changes in sorted({look.changes for look in pack.security.values()} - {"nothing"}):
        yield from _said(pack, changes)
    for call in pack.calls.values():
        for key in ("first", "begin", "asks"):
            if not getattr(call, key):
                yield at_key(pack, call, key, f"“{key}” is empty. A call says what comes first, a beginning and asks.")


def _looks(pack: Pack) -> Iterator[Finding]:
    for look in pack.security.values():
        if look.noticed != "no" and not look.caution.strip():
            said = "This would or might be noticed, so `caution` says what to think of first."
            yield at_key(pack, look, "caution", said)
        together = When(all=(*look.when.all, TOGETHER), none=look.when.none)
        if look.changes in ("locks", "accounts") and witness(pack, together) is not None:
            said = f"A change of {look.changes} is offered to somebody who lives with the person. Ask for lives_apart."
            yield at_key(pack, look, "when", said)


def _said(pack: Pack, changes: Changes) -> Iterator[Finding]:
    """Whoever is offered such a change reads who may make it, whatever they answered, also where no nation is known."""
    anywhere = [who.when for who in pack.who_may.values() if who.changes == changes and not who.nations]
    for look in pack.security.values():
        if look.changes == changes and gap(pack, anywhere) is not None:
            said = f"Somebody would read nothing on who may change {changes}. Add an entry without `nations` or `when`."
            yield at_key(pack, look, "changes", said)
