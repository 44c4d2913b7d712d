"""For somebody who is worried about a friend: what helps, what harms, and who to ring."""

from typing import Literal

from daybook.guide.entry import ALWAYS, Checked, Entry, When

FriendPart = Literal["danger", "helps", "harms", "touch", "proof", "yourself", "ring"]
FRIEND_PARTS: tuple[FriendPart, ...] = ("danger", "helps", "harms", "touch", "proof", "yourself", "ring")


class FriendAdvice(Checked, frozen=True, kw_only=True):
    """One piece of advice to a friend. `when` names facts about the person the friend is worried about."""

    title: str
    part: FriendPart
    says: tuple[str, ...]
    order: int
    services: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    when: When = ALWAYS


class FriendChoice(Entry, frozen=True, kw_only=True):
    """Something the friend may say, which is kept nowhere; it gives these facts. Of `where` only one holds."""

    group: Literal["where", "about"]
    label: str
    order: int
    facts: tuple[str, ...]
