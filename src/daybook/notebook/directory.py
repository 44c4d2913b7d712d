"""Who can help, and how to reach them: what fits where she is and what she told, by need, by words, by place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from daybook.guide.directory import services_for
from daybook.guide.phone import follows
from daybook.guide.service import Way
from daybook.guide.wording import Wording, render
from daybook.notebook.everyday_words import EVERYDAY
from daybook.notebook.local_services import local_services
from daybook.notebook.nations import Where, by_nation, nation_of
from daybook.notebook.places import is_near

if TYPE_CHECKING:
    from datetime import date, datetime

    from daybook.domain.records.local_services import LocalService
    from daybook.guide.answers import Facts
    from daybook.guide.pack import Pack
    from daybook.guide.prefix import Prefix
    from daybook.guide.service import Service
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan

LOOKED_FOR: dict[str, str] = {
    "is_man": "men",
    "is_lgbt": "lgbt",
    "is_older": "older",
    "is_deaf": "deaf",
    "is_disabled": "disabled",
    "honour_abuse": "forced-marriage",
    "forced_marriage_fear": "forced-marriage",
    "sexual_abuse": "sexual-violence",
    "intimate_images": "images",
    "immigration_matters": "immigration",
    "feels_very_low": "mental-health",
    "is_followed": "stalking",
    "unwanted_contact": "stalking",
    "always_found": "stalking",
    "debts_in_my_name": "money",
    "money_controlled": "money",
    "no_own_money": "money",
    "has_order": "legal",
    "family_court": "legal",
    "police_case": "crime-support",
    "has_children": "children",
}
"""What else is looked for by who told this. It decides what is named first, never what is left out."""
ALWAYS = ("emergency", "talk")
NARROW = frozenset({"men", "lgbt", "older", "deaf", "forced-marriage", "immigration", "own-behaviour"})
"""What a service for some people only is for: it is named beside another one last, unless she looks for it."""
FEW = 3
ENOUGH = 2


class NoSuchServiceError(LookupError):
    """This is not in the list any more. Open the list and choose it from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something a person may be looking for; `first` where it is for everybody or fits what she told."""

    id: str
    title: str
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One way in. `link` rings or writes; it is "" where following it would do nothing or leave a trace behind."""

    way: Way
    link: str
    about: Prefix | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """What there is to know of a local service beside the rest: its places, who says so, when she added it."""

    places: tuple[str, ...]
    source: str
    added: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One service, national or local, every text in her words. `service` is its entry in the pack."""

    id: str
    name: str
    run_by: str
    nations: tuple[str, ...]
    needs: tuple[str, ...]
    for_whom: str
    first_call: str
    leaves: str
    hours: str
    reaches: tuple[Reach, ...]
    checked: date
    check_again: date
    service: Service | None = None
    local: Local | None = None

    @property
    def to_ring(self) -> list[Reach]:
        """The ways in that a phone can follow."""
        return [reach for reach in self.reaches if reach.link]

    @property
    def rings(self) -> bool:
        """Whether it can be rung: not by text alone."""
        return any(reach.way.kind != "text" for reach in self.to_ring)


@dataclass(frozen=True)
class Directory:
    """Everything that can be reached from where she is, local services first, then what fits what she told."""

    pack: Pack
    facts: Facts
    wording: Wording
    listings: tuple[Listing, ...]

    @property
    def nation(self) -> str:
        """The nation she said she lives in, or ""."""
        return nation_of(self.pack, self.facts)

    @cached_property
    def looked_for(self) -> frozenset[str]:
        """The needs that follow from what she told."""
        return frozenset(need for fact, need in LOOKED_FOR.items() if fact in self.facts)

    @property
    def needs(self) -> list[Need]:
        """What a person may be looking for, where there is somebody for it."""
        there = {need for listing in self.listings for need in listing.needs}
        first = {*ALWAYS, *self.looked_for}
        sections = [need for need in self.pack.cover.needs if need.id in there]
        return [Need(id=need.id, title=need.title, first=need.id in first) for need in sections]

    def for_need(self, need: str) -> list[Listing]:
        """Who helps with this; everybody for "", nobody for a need the pack does not know."""
        return [listing for listing in self.listings if not need or need in listing.needs]

    def groups(self, listings: Iterable[Listing]) -> list[tuple[Where, list[Listing]]]:
        """National services by nation: hers alone first, or each nation in turn where hers is not known."""
        return by_nation(self.pack, (listing for listing in listings if not listing.local))

    def find(self, words: str, place: str) -> list[Listing]:
        """Who is known by all of these words (or longer ones) and, of local services, helps in this place.

        A place leaves national services in: they know who is near. An empty string asks for nothing.
        """
        wanted = words.casefold().split()
        titles = {need.id: need.title for need in self.pack.cover.needs}
        return [
            listing
            for listing in self.listings
            if _holds(listing, wanted, titles)
            and not (place.strip() and listing.local and not is_near(place, listing.local.places))
        ]

    def one(self, name: str) -> Listing:
        """A service by its id. Raises NoSuchServiceError."""
        for listing in self.listings:
            if listing.id == name:
                return listing
        service = self.pack.services.get(name)
        if service is None:
            raise NoSuchServiceError
        return _national(self.pack, service, self.wording)

    def beside(self, listings: Sequence[Listing]) -> list[Listing]:
        """A few to ring beside these, where fewer than two of them can be rung: one number never stands alone."""
        ringing = [listing for listing in listings if listing.rings]
        return self.others(listings[0]) if listings and len(ringing) < ENOUGH else []

    def named(self, names: Collection[str]) -> list[Listing]:
        """The services of these names."""
        return [listing for listing in self.listings if listing.name in names]

    def others(self, listing: Listing) -> list[Listing]:
        """A few more who can be rung about the same, so that one number never stands alone."""
        ringing = [other for other in self.listings if other.id != listing.id and other.rings]
        shared = {other.id: len({*other.needs} & {*listing.needs}) for other in ringing}
        asked = {*listing.needs, *self.looked_for}
        narrow = {other.id for other in ringing if NARROW & {*other.needs} - asked}
        talks = {other.id for other in ringing if "talk" in other.needs}
        alike = [name for name, same in shared.items() if same]
        alike.sort(key=lambda name: (name in narrow, name not in talks, -shared[name]))
        anyone = [other.id for other in self.for_need("talk") if other.id in shared and other.id not in alike]
        return [self.one(name) for name in [*alike, *anyone][:FEW]]


def directory_of(plan: HerPlan, local: Iterable[Listing] = ()) -> Directory:
    """The directory for her: national services of her nation (of all, when she has not said), and these local ones."""
    national = [_national(plan.pack, service, plan.wording) for service in services_for(plan.pack, plan.facts)]
    found = Directory(plan.pack, plan.facts, plan.wording, ())
    wanted = found.looked_for

    def place(listing: Listing) -> tuple[int, bool]:
        own = len(listing.nations) if found.nation else 0
        return own, not wanted & {*listing.needs}

    return Directory(plan.pack, plan.facts, plan.wording, (*local, *sorted(national, key=place)))


def local_listings(notebook: Notebook, pack: Pack) -> list[Listing]:
    """The local services she added."""
    return [_local(pack, name, service, revision.written) for name, service, revision in local_services(notebook)]


def _national(pack: Pack, service: Service, wording: Wording) -> Listing:
    def words(text: str) -> str:
        return render(text, wording, pack).strip()

    return Listing(
        id=service.id,
        name=words(service.name),
        run_by=words(service.run_by),
        nations=service.nations,
        needs=service.needs,
        for_whom=words(service.for_whom),
        first_call=words(service.first_call),
        leaves=words(service.leaves),
        hours="",
        reaches=_reaches(pack, service.ways),
        checked=service.checked,
        check_again=service.check_again,
        service=service,
    )


def _local(pack: Pack, name: str, service: LocalService, added: datetime) -> Listing:
    """A local service. Its words are shown as they stand: nothing in them is a placeholder."""
    ways = [Way(kind=way.kind, value=way.value, hours=way.hours, note=way.note) for way in service.ways]  # type: ignore[arg-type]
    return Listing(
        id=name,
        name=service.name,
        run_by=service.run_by,
        nations=service.nations,
        needs=service.needs,
        for_whom=service.for_whom,
        first_call=service.first_call,
        leaves="",
        hours=service.hours,
        reaches=_reaches(pack, ways),
        checked=service.checked,
        check_again=service.check_again,
        local=Local(places=service.places, source=service.source, added=added),
    )


def _reaches(pack: Pack, ways: Iterable[Way]) -> tuple[Reach, ...]:
    return tuple(Reach(way=way, link=_link(way, about := follows(pack, way)), about=about) for way in ways)


def _link(way: Way, about: Prefix | None) -> str:
    """What to ring or to write to; a short number that is part of another call is nothing to ring by itself."""
    number = "".join(sign for sign in way.value if sign.isdigit() or sign == "+")
    if way.kind == "phone" or (way.kind == "short-code" and about and about.free_from_mobile == "yes"):
        return f"tel:{number}"
    return f"sms:{number}" if way.kind == "text" else ""


def _holds(listing: Listing, wanted: Collection[str], titles: dict[str, str]) -> bool:
    notes = [reach.way.note for reach in listing.reaches]
    values = [reach.way.value for reach in listing.reaches]
    parts = [listing.name, listing.run_by, listing.for_whom, listing.first_call, *notes, *values]
    parts += [f"{titles.get(need, need)} {EVERYDAY.get(need, '')}" for need in listing.needs]
    parts += listing.local.places if listing.local else ()
    text = "\n".join(parts).casefold()
    return all(re.search(rf"(?<!\w){re.escape(word)}", text) for word in wanted)
