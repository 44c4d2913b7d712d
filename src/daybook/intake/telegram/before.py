"""What the messages of a Telegram page take over from what stands before them."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass
class Before:
    """The chat, the day line last passed, and who sent the message before: one that is joined to it names nobody.

    `day` is the line as it stands ("14 March 2024"). Carried from one page of a chat to the next.
    """

    chat: str = ""
    day: str = ""
    sender: str = ""
    via: str = ""
    forwarded: tuple[tuple[str, str], ...] = ()

    def lost(self) -> None:
        """Something between could not be read, so who sent it and on what day it was is no longer known."""
        self.day = self.sender = self.via = ""
        self.forwarded = ()
