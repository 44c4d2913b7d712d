"""What is held true of the world: statements, their sources, and corrections to the older guidance."""

from typing import Literal

import msgspec

from daybook.guide.entry import Checked, Entry

Confidence = Literal["source", "old-source", "disputed", "general-knowledge", "unknown"]


class Source(Entry, frozen=True, kw_only=True):
    """A page something rests on. `dated` is the page's own date, "n.d." where it has none."""

    title: str
    addresses: tuple[str, ...] = ()
    dated: str


class Statement(Checked, frozen=True, kw_only=True):
    """Something true of the world: a number, a law, how a scheme works; where it holds and how sure it is."""

    says: str
    nations: tuple[str, ...]
    sources: tuple[str, ...]
    confidence: Confidence


class Correction(Entry, frozen=True, kw_only=True):
    """Something the older guidance says that no longer holds: what holds now, and patterns no text may match.

    `why_no_pattern` says why there is none.
    """

    says_now: str
    never: tuple[str, ...] = ()
    why_no_pattern: str = ""


class Avoid(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"allowed": "except"}):
    """A way of speaking no entry uses. `allowed` ("except" in the file) are phrases set aside before it is tried."""

    pattern: str
    say: str
    why: str
    allowed: tuple[str, ...] = ()
