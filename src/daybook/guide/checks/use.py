"""Nothing lies about unused: every statement supports something, every source a statement."""

from collections.abc import Iterator

from daybook.guide.alternative import Alternative
from daybook.guide.checks.place import at_key
from daybook.guide.finding import Finding
from daybook.guide.pack import Pack


def everything_used(pack: Pack) -> Iterator[Finding]:
    """Statements that nothing rests on and that pack.toml does not list as `background`; sources that nothing names."""
    used = set(pack.cover.background)
    named: set[str] = set()
    for entry in pack.entries():
        used.update(getattr(entry, "statements", ()))
        if isinstance(entry, Alternative):
            used.update(name for here in entry.differs for name in here.statements)
        named.update(getattr(entry, "sources", ()))
    for statement in pack.statements.values():
        if statement.id not in used:
            said = "Nothing rests on this statement. Name it in an entry, or list it as `background` in pack.toml."
            yield at_key(pack, statement, "says", said)
    for source in pack.sources.values():
        if source.id not in named:
            yield at_key(pack, source, "title", "Nothing names this source.", "warning")
    for name in pack.cover.background:
        if name not in pack.statements:
            yield at_key(pack, pack.cover, "background", f"No statement has the id “{name}”.")
