"""What a file says of itself, in words for the page: the moment as it says it, and that no zone was given."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from daybook.intake.claims import Claim, Says
from daybook.web.dates import day_words
from daybook.web.i18n import N_, _

_LABELS: dict[Says, str] = {
    "taken": N_("Made"),
    "digitised": N_("Stored"),
    "changed": N_("Changed"),
    "satellite-time": N_("Time from satellites"),
    "place": N_("Place"),
    "height": N_("Height above the sea"),
    "device": N_("Device"),
    "serial": N_("Number of the device"),
    "software": N_("Program"),
    "belongs-to": N_("Says it belongs to, or was made by"),
    "describes": N_("Words in it"),
    "lasts": N_("Length"),
}
"""A zone has no line of its own: it stands with its moment."""
_LENGTH = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?([\d.]+)S")


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One line of the page: what it is about, what the file says, and where in the file it stands."""

    label: str
    words: str
    where: str


def claim_lines(claims: Iterable[Claim]) -> list[ClaimLine]:
    """A line for each claim, in the order of the file."""
    return [ClaimLine(_(_LABELS[one.name]), _words(one), one.where) for one in claims if one.name in _LABELS]


def _words(claim: Claim) -> str:
    if claim.name in ("taken", "digitised", "changed", "satellite-time"):
        return _moment(claim) if claim.iso else _("%(written)s (this is no date)", written=claim.written)
    if claim.name == "place" and claim.iso:
        return _(
            "%(north)s, %(east)s (degrees north and east)", north=_degrees(claim.iso, 0), east=_degrees(claim.iso, 1)
        )
    if claim.name == "lasts" and (found := _LENGTH.fullmatch(claim.iso)):
        hours, minutes = int(found[1] or 0), int(found[2] or 0)
        return _("%(minutes)s min %(seconds)s s", minutes=60 * hours + minutes, seconds=f"{float(found[3]):g}")
    return claim.written


def _moment(claim: Claim) -> str:
    if "T" not in claim.iso:
        return claim.iso  # a year, a month or a day: more is not said
    when = datetime.fromisoformat(claim.iso)
    shown = _("%(day)s, %(time)s", day=day_words(when.date()), time=f"{when:%H:%M}")
    if when.tzinfo is None:
        return _("%(moment)s (no zone given)", moment=shown)
    offset = f"{when:%z}"
    return _("%(moment)s (UTC %(offset)s)", moment=shown, offset=f"{offset[:3]}:{offset[3:5]}")


def _degrees(iso: str, which: int) -> str:
    found = re.findall(r"[+-][\d.]+", iso)
    return f"{float(found[which]):.5f}"
