"""When each entry was looked at, and when somebody has to look again."""

from collections.abc import Iterator
from datetime import date

from daybook.guide.checks.place import at_key
from daybook.guide.entry import Checked
from daybook.guide.finding import Finding
from daybook.guide.pack import Pack


def dates_hold(pack: Pack, today: date, *, release: bool) -> Iterator[Finding]:
    """No entry is past its `check_again` (an error in release mode, else a warning); no dates the wrong way round."""
    for entry in pack.entries():
        if not isinstance(entry, Checked):
            continue
        if entry.check_again <= entry.checked:
            yield at_key(pack, entry, "check_again", "`check_again` is not after `checked`.")
        if entry.checked > today:
            yield at_key(pack, entry, "checked", "`checked` lies in the future.")
        if entry.check_again < today:
            said = f"Somebody has to look at this again: it was due on {entry.check_again}."
            yield at_key(pack, entry, "check_again", said, "error" if release else "warning")
