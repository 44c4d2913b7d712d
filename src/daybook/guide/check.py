"""Everything that must hold of a pack before anybody relies on it."""

from collections.abc import Collection
from datetime import date

from daybook.guide.checks.at_home import safe_at_home
from daybook.guide.checks.dates import dates_hold
from daybook.guide.checks.examples import examples_run
from daybook.guide.checks.grammar import reads_well
from daybook.guide.checks.ids import unknown_ids
from daybook.guide.checks.laid_out import laid_out_well
from daybook.guide.checks.letters import letters_well_made
from daybook.guide.checks.questions import questions_well_made
from daybook.guide.checks.reach import everything_reached
from daybook.guide.checks.sequence import order_holds
from daybook.guide.checks.speech import speaks_well
from daybook.guide.checks.things import things_well_made
from daybook.guide.checks.use import everything_used
from daybook.guide.finding import Finding
from daybook.guide.pack import Pack


def check(pack: Pack, tools: Collection[str], today: date, *, release: bool = False) -> list[Finding]:
    """Every finding about this pack, by file and line. In a release an entry past its date is an error.

    `tools` are the ids an action may name as its tool. What the loader found (`daybook.guide.load.read_pack`) is not
    said again; texts with unknown placeholders are passed over.
    """
    rules = (
        unknown_ids(pack, tools),
        questions_well_made(pack),
        order_holds(pack),
        examples_run(pack),
        dates_hold(pack, today, release=release),
        everything_used(pack),
        laid_out_well(pack),
        safe_at_home(pack),
        letters_well_made(pack),
        things_well_made(pack),
        everything_reached(pack),
        speaks_well(pack),
        reads_well(pack),
    )
    return sorted({finding for rule in rules for finding in rule})
