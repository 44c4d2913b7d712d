"""A made-up chat for the demo, brought in as an exported file would be: nobody in it exists."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, timedelta

from daybook.domain.attachment import Attachment
from daybook.notebook.bringing import Bringing, bring_in
from daybook.notebook.demo_files import photo, tone
from daybook.notebook.given_copies import keep_given
from daybook.notebook.given_files import given_of
from daybook.notebook.messages import mark
from daybook.notebook.notebook import Notebook
from daybook.notebook.offers import Offers

NAME = "WhatsApp Chat with Dan.zip"
_INSIDE = "WhatsApp Chat with Dan.txt"
_GATE, _NOTE, _GONE = "IMG-WA0001.jpg", "AUD-WA0002.wav", "IMG-WA0003.jpg"
_BEFORE = "Copied out of the phone\n"
_TALK = (
    (40, "18:02", "Maya", "Leo has football until six, I will fetch him"),
    (40, "18:09", "Dan", "why were you not home at five"),
    (40, "18:10", "Dan", "I rang the landline"),
    (40, "18:31", "Maya", "I was at the shop. Back now."),
    (33, "12:15", "Dan", "send me a photo of where you are"),
    (33, "12:16", "Dan", "now"),
    (33, "12:20", "Maya", "I am at work"),
    (26, "07:48", "Maya", "Can you pay the school trip? It is £14."),
    (26, "07:55", "Dan", "you have had your money this month"),
    (19, "22:40", "Dan", "who was that on the phone"),
    (19, "22:41", "Dan", "I asked you something"),
    (12, "21:07", "Maya", "The children are asleep. Please do not shout when you come in."),
    (12, "21:09", "Dan", "do not tell me how to come into my own house"),
)
_FLOOD = 14
_AFTER = (
    (5, "23:10", "Dan", "if you tell anyone you will be sorry"),
    (4, "06:30", "Maya", "Please leave me alone today."),
    (4, "08:15", "Dan", "I am sorry about last night\nit will not happen again"),
    (3, "15:20", "Dan", "I am outside the school"),
    (3, "15:21", "Dan", f"{_GATE} (file attached)"),
    (3, "15:40", "Dan", f"{_NOTE} (file attached)"),
    (3, "15:41", "Dan", f"{_GONE} (file attached)"),
)


def chat(today: date) -> str:
    """The file: a line that is not a message, a talk over weeks, an evening with many messages, what followed."""
    evening = [(5, f"22:{minute:02}", "Dan", "answer me") for minute in range(10, 10 + _FLOOD)]
    lines = (
        f"{today - timedelta(days=back):%d/%m/%Y}, {clock} - {who}: {words}\n"
        for back, clock, who, words in (*_TALK, *evening, *_AFTER)
    )
    return _BEFORE + "".join(lines)


def packed(today: date) -> bytes:
    """The export: the chat with the picture and the recording that were sent in it, and one it only names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as export:
        for name, plain in ((_INSIDE, chat(today).encode()), (_GATE, photo("gate")), (_NOTE, tone())):
            export.writestr(zipfile.ZipInfo(name), plain)
    return out.getvalue()


def bring_chat(notebook: Notebook, today: date) -> None:
    """Bring it in, mark four messages as Maya did, and keep the recording with what is said in it."""
    plain = packed(today)
    sealer = notebook.seal_file()
    sealer.write(plain)
    sealed = sealer.finish()
    file = Attachment(blob=sealed.blob, name=NAME, media="application/zip", size=sealed.size, sha256=sealed.sha256)
    offer = notebook.beside(Offers).add(file)
    record = bring_in(
        notebook, offer.key, name="Chat with Dan", device="My phone", obtained="Exported on my phone at Jo's.",
        answers={"date-order": "dmy"},
    )  # fmt: skip
    notebook.beside(Bringing).wait(record)
    first = len(_TALK) + _FLOOD
    mark(notebook, [(record, first)], add=("abuse", "threat"))
    mark(notebook, [(record, first + 2)], add=("apology",))
    mark(notebook, [(record, 7), (record, 8)], add=("money", "children"))
    her, given = given_of(notebook, (record, first + 5), 0)
    kept = keep_given(notebook, her, given, 0)
    body = replace(kept.body, name="Voice message outside the school", said="Come out. I can see the door from here.")
    notebook.save(body, record=kept.record, based_on=kept.number)
