"""Anything that can be held against an order: an incident, a handover, a message, a call."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Literal, Protocol

Teller = Literal["me", "them", "other"]
"""Whose words the text is: hers, those of the person bound, somebody else's."""


class Happening(Protocol):
    """What a happening tells: when at the earliest and the latest, and what is known of how and where.

    Times are on the wall's clock without a zone; None is not known. `channels` are what its source knows for certain,
    as values of `records/order_term.py:COVERS`: a message from a chat is "message" whatever it says. `people` are those
    who were there. A talk about something has no `earliest`: what it tells of was at some time before. `sender` is who
    a message came from, where she said who that is; `most` how many came within one hour, where it stands for many.
    """

    @property
    def id(self) -> str:
        """Its name among the happenings: the id of its record, or of its place in a file."""

    @property
    def earliest(self) -> datetime | None:
        """The first moment it can have been."""

    @property
    def latest(self) -> datetime | None:
        """The last moment it can have been."""

    @property
    def text(self) -> str:
        """What was written down of it, or what the message says."""

    @property
    def where(self) -> str:
        """Where it was, in her words."""

    @property
    def channels(self) -> Collection[str]:
        """How it reached her, where that is certain."""

    @property
    def people(self) -> Collection[str]:
        """Who was there, and whom it is about."""

    @property
    def teller(self) -> Teller:
        """Whose words the text is."""

    @property
    def sender(self) -> str:
        """The name or number in a file that she said is the person bound, or somebody who writes for them; or ""."""

    @property
    def most(self) -> int:
        """How many messages or calls came within one hour; 0 for what is one thing."""
