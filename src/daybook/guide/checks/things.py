"""Things for the bag: every paper can be made again in every nation, and nobody is left with nothing to tick."""

from collections.abc import Iterator

from daybook.guide.checks.place import at_key
from daybook.guide.finding import Finding
from daybook.guide.pack import Pack
from daybook.guide.space import gap
from daybook.guide.thing import Thing

OLDEST = 17
STAGES = ("carry", "bag", "leaving")


def things_well_made(pack: Pack) -> Iterator[Finding]:
    """A paper that can be made again says how in each nation once; ages are a span; each stage holds for everybody."""
    for thing in pack.things.values():
        yield from _again(pack, thing)
        first, last = thing.ages
        if not 0 <= first <= last <= OLDEST:
            yield at_key(pack, thing, "ages", f"Ages are a span from 0 to {OLDEST}, the younger first.")
        if thing.errand != "home" and thing.kind == "paper" and not thing.again:
            yield at_key(
                pack, thing, "errand", "A paper that is fetched elsewhere says in `again` how it is made anew."
            )
    for stage in STAGES if pack.things else ():
        rules = [thing.when for thing in pack.things.values() if thing.stage == stage and thing.whom != "child"]
        if gap(pack, rules) is not None:
            yield at_key(pack, pack.cover, "title", f"Somebody has nothing in the stage “{stage}” of the bag.")


def _again(pack: Pack, thing: Thing) -> Iterator[Finding]:
    if not thing.again:
        return
    told = [nation for again in thing.again for nation in again.nations]
    for nation in pack.cover.nations:
        if told.count(nation) != 1:
            said = f"How to get a new one is said {told.count(nation)} times for “{nation}”; once is right."
            yield at_key(pack, thing, "again", said)
    if any(not again.how or not again.ask for again in thing.again):
        yield at_key(
            pack, thing, "again", "Say who to ask, and how; what it costs and how long it takes may be left out."
        )
