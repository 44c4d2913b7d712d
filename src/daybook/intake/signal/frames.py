"""Signal's own plaintext export: one record on each line of `main.jsonl`.

The records are libsignal's backup records (`backup.proto`) as JSON: numbers of 64 bits are texts, what is not set is
left out. Who is who (`recipient`, `chat`) stands before the messages (`chatItem`). A file's name in the folder
appears nowhere in the records, so files are listed without saying which of the folder's they are.
"""

from __future__ import annotations

from daybook.intake.downloads.json_values import Fields, Headers, each, fields, instant, rest, whole, words
from daybook.intake.message import Flag, Given, Kind, Message, Place

KINDS = {"chatItem", "recipient", "chat", "account", "version", "adHocCall", "stickerPack", "chatFolder"}
_KNOWN = {
    "chatId", "authorId", "dateSent", "incoming", "outgoing", "directionless", "revisions", "sms", "standardMessage",
    "contactMessage", "stickerMessage", "remoteDeletedMessage", "updateMessage", "viewOnceMessage", "poll",
    "directStoryReplyMessage",
}  # fmt: skip
_ITEMS: dict[str, tuple[Kind, tuple[Flag, ...]]] = {
    "standardMessage": ("message", ()), "contactMessage": ("message", ("contact",)), "stickerMessage": ("message", ()),
    "viewOnceMessage": ("message", ("view-once",)), "directStoryReplyMessage": ("message", ("story",)),
    "poll": ("message", ("poll",)), "remoteDeletedMessage": ("deleted", ()), "adminDeletedMessage": ("deleted", ()),
    "updateMessage": ("system", ()),
}  # fmt: skip
_CALLS = ("individualCall", "groupCall")
_NAMES = (("systemGivenName", "systemFamilyName"), ("profileGivenName", "profileFamilyName"))


class People:
    """Who the records so far say is who: names by the number a record gives them in this file."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._chats: dict[str, str] = {}
        self._groups: set[str] = set()

    def note(self, frame: Fields) -> None:
        """Take in a record about a person, a group or a chat."""
        one = fields(frame.get("recipient"))
        contact, number = fields(one.get("contact")), words(one.get("id"))
        if contact:
            self._names[number] = _name(contact)
        elif "group" in one:
            title = fields(fields(fields(one["group"]).get("snapshot")).get("title"))
            self._names[number] = words(title.get("title"))
            self._groups.add(number)
        chat = fields(frame.get("chat"))
        if chat:
            self._chats[words(chat.get("id"))] = words(chat.get("recipientId"))

    def name(self, number: str) -> str:
        """The name of a person; "" for her own, which the export does not say."""
        return self._names.get(number, "")

    def chat(self, number: str) -> tuple[str, bool]:
        """What a chat is called, and whether it is a group."""
        of = self._chats.get(number, "")
        return self._names.get(of, ""), of in self._groups


def _name(contact: Fields) -> str:
    nickname = fields(contact.get("nickname"))
    told = [(words(nickname.get("given")), words(nickname.get("family")))]
    told += [(words(contact.get(given)), words(contact.get(family))) for given, family in _NAMES]
    for given, family in (told[1], told[0], told[2]):
        if given or family:
            return f"{given} {family}".strip()
    return words(contact.get("e164")) or words(contact.get("username"))


def message(item: Fields, place: Place, people: People) -> Message:
    """The message of a `chatItem`."""
    what = next((key for key in _ITEMS if key in item), "")
    kind, flags = _ITEMS.get(what, ("system", ()))
    told = fields(item.get(what))
    update, call = next(iter(told.items()), ("", None)) if what == "updateMessage" else ("", None)
    chat, is_group = people.chat(words(item.get("chatId")))
    earlier = each(item.get("revisions"))
    more: list[Flag] = ["sent"] if "outgoing" in item else ["received"] if "incoming" in item else []
    more += _of_call(fields(call))
    more += ["edited"] if earlier else []
    more += ["group"] if is_group else []
    headers: Headers = _reactions(told, people) + _earlier(earlier) + _rest_of(what, told) + rest(item, _KNOWN)
    return Message(
        sent=instant(item.get("dateSent")),
        sent_as_written=words(item.get("dateSent")),
        sender=people.name(words(item.get("authorId"))),
        text=_text(what, told) or update,
        place=place,
        kind="call" if update in _CALLS else kind,
        flags=(*more, *flags),
        attachments=_files(told),
        chat=chat,
        seconds=_length(fields(call)),
        headers=headers,
    )


def _text(what: str, told: Fields) -> str:
    if what == "poll":
        return "\n".join(
            [words(told.get("question")), *(words(one.get("option")) for one in each(told.get("options")))]
        )
    reply = fields(told.get("textReply"))
    return words(fields((reply or told).get("text")).get("body")) or words(told.get("emoji"))


def _of_call(call: Fields) -> list[Flag]:
    """Who called, where it is said, and whether it was missed or declined."""
    way, state = words(call.get("direction")), words(call.get("state"))
    told: list[Flag] = ["received"] if way == "INCOMING" else ["sent"] if way == "OUTGOING" else []
    return told + (["missed"] if state.startswith("MISSED") else ["rejected"] if state == "DECLINED" else [])


def _length(call: Fields) -> int | None:
    start, end = whole(call.get("startedCallTimestamp")), whole(call.get("endedCallTimestamp"))
    return (end - start) // 1000 if start and end and end >= start else None


def _files(told: Fields) -> tuple[Given, ...]:
    listed = [*each(told.get("attachments")), fields(told.get("attachment"))]
    pointers = [fields(one.get("pointer")) for one in listed] + [fields(fields(told.get("sticker")).get("data"))]
    return tuple(Given(name=words(one.get("fileName")), media=words(one.get("contentType"))) for one in pointers if one)


def _reactions(told: Fields, people: People) -> Headers:
    return tuple(
        ("reaction", " ".join((words(one.get("emoji")), people.name(words(one.get("authorId"))))).strip())
        for one in each(told.get("reactions"))
    )


def _earlier(revisions: list[Fields]) -> Headers:
    """What stood there before it was edited, each with its time."""
    texts = ((one, fields(one.get("standardMessage"))) for one in revisions)
    return tuple(
        ("earlier", f"{instant(one.get('dateSent'))} {words(fields(told.get('text')).get('body'))}")
        for one, told in texts
    )


def _rest_of(what: str, told: Fields) -> Headers:
    return tuple((f"{what}.{key}", said) for key, said in rest(told, {"text", "textReply", "reactions", "emoji"}))
