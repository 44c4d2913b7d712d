"""Messages as she reads them: times as the file gives them, and in words what else is known of each."""

from __future__ import annotations

from datetime import datetime

from daybook.domain.happened import PartialDate
from daybook.web.dates import date_words
from daybook.web.i18n import N_, _

_DAY, _MINUTE = 10, 16

KINDS: dict[str, str] = {
    "message": "",
    "call": N_("A call"),
    "system": N_("A line the app wrote"),
    "deleted": N_("Taken back"),
    "mail": N_("An e-mail"),
    "person": N_("An entry of an address book"),
    "date": N_("An entry of a calendar"),
}
FLAGS: dict[str, str] = {
    "edited": N_("Changed after it was sent"),
    "forwarded": N_("Forwarded"),
    "view-once": N_("To be seen once"),
    "not-in-export": N_("A file went with it that is not in this export"),
    "out-of-order": N_("Stands out of order in the file"),
    "twice-an-hour": N_("The clocks went back: this time was there twice"),
    "no-such-hour": N_("The clocks went forward: this time was never there"),
    "sender-unsure": N_("Who sent it is not sure"),
    "could-be-forged": N_("A line in it looks like the head of another message. Compare it with the phone."),
    "mended": N_("Some of it was not readable as text"),
    "draft": N_("Not sent: a draft"),
    "failed": N_("It could not be sent"),
    "unsent": N_("Taken back"),
    "poll": N_("A poll"),
    "place": N_("A place"),
    "contact": N_("A contact"),
    "reaction": N_("A reaction"),
    "group": N_("In a group"),
    "story": N_("About a story"),
    "received": N_("Received"),
    "sent": N_("Sent"),
    "missed": N_("Missed"),
    "rejected": N_("Not taken"),
    "blocked": N_("Blocked"),
    "voicemail": N_("A message on voicemail"),
    "withheld": N_("The number was hidden"),
    "machine-read": N_("Read by the machine from a picture, may be wrong"),
    "checked": N_("Checked by you"),
    "put-right": N_("Put right by you later"),
}


def sent_words(sent: str) -> str:
    """A time of a file in words: "3 March 2024, 21:05"; "(UTC)" where the file gives an instant; empty for none."""
    try:
        moment = datetime.fromisoformat(sent)
    except ValueError:
        return sent
    clock = {"hour": moment.hour, "minute": moment.minute} if len(sent) > _DAY else {}
    words = date_words(PartialDate(year=moment.year, month=moment.month, day=moment.day, **clock))
    if moment.tzinfo is None:
        return words
    return _("%(time)s (UTC)", time=words) if not moment.utcoffset() else f"{words} ({moment:%Z})"


def hour_words(hour: str) -> str:
    """One hour: "3 March 2024, 21:00"."""
    return sent_words(f"{hour}:00")


def what_words(kind: str, flags: tuple[str, ...], seconds: int | None) -> list[str]:
    """What is known of a message besides its words."""
    found = [_(KINDS[kind])] if KINDS.get(kind) else []
    found += [_(FLAGS[flag]) for flag in flags if flag in FLAGS]
    if seconds:
        found.append(_("%(minutes)s min %(seconds)s s", minutes=seconds // 60, seconds=seconds % 60))
    return found
