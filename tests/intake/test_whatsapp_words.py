"""What WhatsApp itself writes into a chat, and clocks of phones of many countries: real wordings, invented people."""

from __future__ import annotations

import io

import pytest

from daybook.intake.formats.whatsapp import format as whatsapp
from daybook.intake.message import Message

AT, MARK, NARROW, HARD, RIGHT = "14/03/2024, 21:05 - ", "\u200e", "\u202f", "\u00a0", "\u200f"
DAY, TO_THE_SECOND = "2024-03-14T21:05", "2024-03-14T21:05:09"


def messages(text: str) -> list[Message]:
    file = io.BytesIO(text.encode())
    assert whatsapp.is_one(file, "chat.txt")
    file.seek(0)
    found = list(whatsapp.read(file, "chat.txt", {}))
    assert all(isinstance(one, Message) for one in found)
    return [one for one in found if isinstance(one, Message)]


HEADS = {
    "United States": (f"3/14/24, 9:05{NARROW}PM - ", DAY),
    "United States, iPhone": (f"[3/14/24, 9:05:09{NARROW}PM] ", TO_THE_SECOND),
    "Canada in English": ("2024-03-14, 9:05 p.m. - ", DAY),
    "Canada in French, iPhone": ("[2024-03-14, 21 h 05 min 09 s] ", TO_THE_SECOND),
    "Australia": (f"14/3/2024, 9:05{NARROW}pm - ", DAY),
    "South Africa": ("2024/03/14, 21:05 - ", DAY),
    "Germany, part of the day": ("14.03.24, 9:05 abends - ", DAY),
    "Germany with a word": ("14.03.24, 21:05 Uhr - ", DAY),
    "France": ("14/03/2024 à 21:05 - ", DAY),
    "Mexico": (f"14/03/24 9:05 p.{HARD}m. - ", DAY),
    "Colombia": (f"14/03/2024, 9:05{NARROW}p.{HARD}m. - ", DAY),
    "Brazil": ("14/03/2024 21:05 - ", DAY),
    "Portugal with h": ("14/03/2024 21h05 - ", DAY),
    "Italy with a word": ("14/03/24 alle 21:05 - ", DAY),
    "Netherlands": ("14-03-2024 21:05 - ", DAY),
    "Poland": ("14.03.2024, 21:05 - ", DAY),
    "Romania": ("14.03.2024, 21:05 - ", DAY),
    "Turkey, twelve hours": ("14.03.2024 ÖS 9:05 - ", DAY),
    "Croatia": ("14.03.2024. 21:05 - ", DAY),
    "Croatia, iPhone": ("[14. 3. 2024., 21:05:09] ", TO_THE_SECOND),
    "Slovenia": ("14. 3. 24, 21:05 - ", DAY),
    "Slovakia": ("14. 3. 2024, 21:05 - ", DAY),
    "Czechia, twelve hours": ("14.03.24 9:05 odp. - ", DAY),
    "Hungary": ("2024. 03. 14. 21:05 - ", DAY),
    "Hungary, twelve hours": ("2024. 03. 14. du. 9:05 - ", DAY),
    "Latvia": ("14.03.2024 plkst. 21:05 - ", DAY),
    "Estonia, twelve hours": ("14.03.2024 9:05 p.k. - ", DAY),
    "Finland, twelve hours": ("14.3.2024 klo 9.05 ip. - ", DAY),
    "Finland, iPhone": ("[14.3.2024 klo 21.05.09] ", TO_THE_SECOND),
    "Denmark": ("14.03.2024 kl. 21.05 - ", DAY),
    "Denmark, iPhone": ("[14.03.2024 21.05.09] ", TO_THE_SECOND),
    "Norway": ("14.03.2024, kl. 21:05 - ", DAY),
    "Sweden": ("2024-03-14 21:05 - ", DAY),
    "Bulgaria, iPhone": ("[14.03.24 г., 21:05:09 ч.] ", TO_THE_SECOND),
    "Greece, iPhone": ("[14/3/24, 9:05:09 μ.μ.] ", TO_THE_SECOND),
    "Russia": ("14.03.2024, 21:05 - ", DAY),
    "Ukraine": ("14.03.24, 21:05 - ", DAY),
    "Armenia, twelve hours": ("14.03.24, 9:05 ԿՀ - ", DAY),
    "Israel": (f"{RIGHT}14.3.2024, 21:05 - ", DAY),
    "Israel, twelve hours": ('14.3.2024, 9:05 אחה"צ - ', DAY),
    "Egypt, iPhone": ("[١٤/٣/٢٠٢٤، ٩:٠٥:٠٩ م] ", TO_THE_SECOND),
    "Egypt with marks": (f"{RIGHT}١٤{RIGHT}/٣{RIGHT}/٢٠٢٤، ٩:٠٥ م - ", DAY),
    "Kurdistan": ("٢٠٢٤/٣/١٤ ٩:٠٥ د.ن - ", DAY),
    "Pakistan": ("14/3/2024، 9:05 PM - ", DAY),
    "Pakistan, older": ("14/3/2024، 9:05 بعد دوپہر - ", DAY),
    "India": ("14/03/24, 9:05 pm - ", DAY),
    "Hindi words": ("14/3/2024, 9:05 अपराह्न - ", DAY),
    "Bengali digits": ("১৪/৩/২০২৪, ৯:০৫ PM - ", DAY),
    "Bengali words, older": ("১৪/৩/২৪, ৯:০৫ অপরাহ্ণ - ", DAY),
    "Tamil": ("14/3/24, பிற்பகல் 9:05 - ", DAY),
    "Punjabi": ("14/3/24, 9:05 ਬਾ.ਦੁ. - ", DAY),
    "Nepal": ("२०२४/३/१४ २१:०५ - ", DAY),
    "Myanmar": ("၁၄/၃/၂၄ ၂၁:၀၅ - ", DAY),
    "Cambodia": ("14/3/24, 9:05 ល្ងាច - ", DAY),
    "Thailand, iPhone": ("[14/3/2567 BE, 21:05:09] ", TO_THE_SECOND),
    "Indonesia": ("14/03/24 21.05 - ", DAY),
    "Malaysia": ("14/03/2024, 9:05 PTG - ", DAY),
    "Ethiopia": ("14/03/2024 9:05 ከሰዓት - ", DAY),
    "Japan": ("2024年3月14日 21:05 - ", DAY),
    "Japan, twelve hours": ("2024/03/14 午後9:05 - ", DAY),
    "Korea, iPhone": ("[2024. 3. 14. 오후 9:05:09] ", TO_THE_SECOND),
    "China, wide comma": ("2024/3/14，21:05 - ", DAY),
    "China, iPhone": ("[2024/3/14 下午9:05:09] ", TO_THE_SECOND),
    "United States, oldest iPhone": ("3/14/24, 9:05:09 PM: ", TO_THE_SECOND),
    "Spain, oldest iPhone": ("14/3/24, 9:05:09 p. m.: ", TO_THE_SECOND),
    "Buddhist year, month first": ("[3/14/2567 BE, 21:05:09] ", TO_THE_SECOND),
    "en dash": ("14/03/2024, 21:05 – ", DAY),
    "em dash": ("14/03/2024, 21:05 — ", DAY),
    "no space after the comma": ("14/03/2024,21:05 - ", DAY),
    "a T": ("[2024-03-14T21:05:09] ", TO_THE_SECOND),
}


@pytest.mark.parametrize("country", HEADS)
def test_a_clock_of_any_country(country: str) -> None:
    head, sent = HEADS[country]
    assert [(one.sent, one.sender, one.text) for one in messages(f"{head}Alex: hi\n{head}Sam: yes\nmore\n")] == [
        (sent, "Alex", "hi"),
        (sent, "Sam", "yes\nmore"),
    ]


@pytest.mark.parametrize("day", ["۱۴۰۲/۱۲/۲۴،\u200f", "٤/٩/١٤٤٥ هـ،"])
def test_a_year_of_another_calendar_is_never_taken_for_ours(day: str) -> None:
    assert [one.sent for one in messages(f"{day} ٩:٠٥ م - Alex: hi\n")] == [""]


def test_a_word_nobody_knows_beside_hours_of_one_half_leaves_the_time_open() -> None:
    found = messages("14/03/2024 9:05 XQ - Alex: hi\n14/03/2024 10:05 XQ - Sam: hi\n")
    assert [(one.sent, one.sent_as_written) for one in found] == [
        ("", "14/03/2024 9:05 XQ"),
        ("", "14/03/2024 10:05 XQ"),
    ]
    whole = messages("14/03/2024 9:05 XQ - Alex: hi\n14/03/2024 22:05 XQ - Sam: hi\n")
    assert [one.sent for one in whole] == ["2024-03-14T09:05", "2024-03-14T22:05"]


LINES = [
    "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. Learn more.",
    "Your security code with +44 7700 900123 changed. Tap to learn more.",
    "Alex created group “Kids: school”",
    'Alex changed the group name from "A" to "B: C"',
    "Alex changed the group description",
    "Alex changed this group's settings to allow only admins to send messages to this group",
    "Sam joined using this group's invite link",
    "Sam joined from the community",
    "Sam requested to join",
    "Alex removed Sam",
    "Alex left",
    "+44 7700 900123 changed to +44 7700 900456",
    "Alex changed their phone number to a new number. Tap to message or add the new number.",
    "You turned on disappearing messages. New messages will disappear from this chat 24 hours after they're sent, except when kept. Tap to change.",
    "You updated the message timer. New messages will disappear from this chat 90 days after they're sent.",
    "Alex uses a default timer for disappearing messages in new chats. Tap to set your own default timer.",
    "Alex pinned a message",
    "Alex turned on advanced chat privacy",
    "This chat is with a business account. Tap to learn more.",
    "This business uses a secure service from Meta to manage this chat. Tap to learn more.",
    "Alex may use another company to store, read and reply to your messages and calls. Tap to learn more",
    'Anyone in the community "X: Y" can request to join this group',
    "You blocked this business",
    "Alex is a contact",
    "Waiting for this message. This may take a while.",
    "Alex created an event: Sunday: lunch",
    "Deine Sicherheitsnummer für Alex hat sich geändert. Tippe, um mehr zu erfahren.",
    "Alex hat den Gruppennamen von „A: B“ zu „C: D“ geändert.",
    "Se cambió tu código de seguridad con Alex. Toca para obtener más información.",
    "Alex a changé le sujet de « A » en « B : C »",
    "Votre code de sécurité avec Alex a changé. Appuyez pour en savoir plus.",
    "Seu código de segurança com Alex mudou: toque para saber mais.",
    "I messaggi e le chiamate sono crittografati end-to-end: nessuno",
    "Zmieniono kod zabezpieczeń kontaktu: Alex",
    "Mesajlar ve aramalar uçtan uca şifrelidir: daha fazla bilgi",
    "Сообщения и звонки защищены сквозным шифрованием: подробнее",
    "메시지와 통화는 종단간 암호화됩니다: 자세히",
    "消息和通话已进行端到端加密: 点按",
    "तमाम मैसेज और कॉल एंड-टू-एंड एन्क्रिप्टेड हैं: जानें",
]


ONLY_MARKED = [
    "You were added",
    "Alex is now an admin",
    "Alex reset this group's invite link",
    "Alex created community “School”",
    "Welcome to the community",
    "Alex registered as a business account. Tap for more info.",
    "The business account you're chatting with is now registered as a standard account",
    "You blocked and reported this contact",
    "Alex is in your contacts",
    "The disappearing message timer was updated. New messages will disappear from this chat 90 days after they’re sent.",
    "You were removed",
    "This message can't be displayed here. Please open WhatsApp on your phone to view the message.",
    "Messages are generated by AI. Some may be inaccurate or inappropriate. Learn more.",
    "You created a broadcast list with 3 recipients",
    "Du wurdest hinzugefügt",
    "Alex ist jetzt Admin",
    "Alex hat eine Nachricht angeheftet",
    "Ahora eres admin. del grupo",
    "Alex se unió con el enlace de invitación",
    "Alex a épinglé un message",
    "Você agora é admin",
    "Alex ha fissato un messaggio",
    "Alex heeft een bericht vastgezet",
    "Oczekiwanie na wiadomość. Może to chwilę potrwać.",
]


@pytest.mark.parametrize("line", ONLY_MARKED)
def test_a_line_of_the_program_behind_a_name_is_told_by_its_mark(line: str) -> None:
    """An iPhone writes the name of the group or of the other person before it; what a person typed has no mark."""
    first, found, typed = messages(f"{AT}Alex: a\n{AT}Kids: {MARK}{line}\n{AT}Sam: {line}\n")
    assert (first.kind, found.kind, found.text, typed.kind) == ("message", "system", MARK + line, "message")


@pytest.mark.parametrize("before", ["", MARK], ids=["", "marked"])
@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_program_is_of_nobody(line: str, before: str) -> None:
    first, found, last = messages(f"{AT}Alex: a\n{AT}{before}{line}\n{AT}Sam: b\n")
    assert (found.kind, found.sender, found.text) == ("system", "", before + line)
    assert (first.text, last.text) == ("a", "b")


WORDS = [
    ("<View once voice message omitted>", "message", ("view-once", "not-in-export")),
    (f"{MARK}View once photo", "message", ("view-once", "not-in-export")),
    (f"look {MARK}image omitted", "message", ("not-in-export",)),
    (f"letter.pdf • {MARK}3 pages {MARK}document omitted", "message", ("not-in-export",)),
    (f"{MARK}Contact card omitted", "message", ("not-in-export",)),
    (f"{MARK}Missed voice call. {MARK}Tap to call back", "call", ()),
    (f"{MARK}Silenced voice call. {MARK}In Do Not Disturb mode", "call", ()),
    (f"{MARK}Video call, {MARK}1 hr", "call", ()),
    ("Missed group voice call", "call", ()),
    ("live location shared", "message", ("place",)),
    (f"{MARK}Location: https://maps.example.org/?q=51.5,-0.12", "message", ("place",)),
    ("The Park (1 High Street, London): https://example.org/v/4b", "message", ()),
    ("The Park (1 High Street, London): https://foursquare.com/v/4b0c1d2e3f4a5b6c7d8e9f00", "message", ("place",)),
    ("The Park\nLondon\nhttps://foursquare.com/v/4b0c1d2e3f4a5b6c7d8e9f00", "message", ("place",)),
    ("The Park\nLondon\nlocation: https://maps.google.com/?q=51.50,-0.12", "message", ("place",)),
    ("Messages to this chat and calls are now secured with end-to-end encryption.", "system", ()),
    ("I think messages to this chat are now secured with end-to-end encryption.", "message", ()),
    ("Alex.vcf (file attached)", "message", ("not-in-export", "contact")),
    (f"{MARK}<attached: 00000003-Alex.vcf>", "message", ("not-in-export", "contact")),
    ("POLL:\nWhen?\nOPTION: Now (2 votes)\nOPTION: Later (0 votes)", "message", ("poll",)),
    (f"{MARK}POLL:\nWhen?\n{MARK}OPTION: Now ({MARK}2 votes)", "message", ("poll",)),
    ("UMFRAGE:\nWann?\nOPTION: Jetzt (1 Stimme)", "message", ("poll",)),
    ("ENCUESTA:\n¿Cuándo?\nOPCIÓN: Ahora (2 votos)", "message", ("poll",)),
    ("a\nb <This message was edited>", "message", ("edited",)),
    ("DOC-20240314-WA0003. (file attached)", "message", ("not-in-export",)),
    (f"{MARK}<attached: 00000012-VIDEO-2024-03-14-21-05-09.mp4>\ncaption", "message", ("not-in-export",)),
    ("<Multimedia omitido>", "message", ("not-in-export",)),
    ("<Médias omis>", "message", ("not-in-export",)),
    ("<Mídia oculta>", "message", ("not-in-export",)),
    ("<Fișierele media au fost omise>", "message", ("not-in-export",)),
    ("<Без медиафайлов>", "message", ("not-in-export",)),
    ("Táto správa bola odstránená", "deleted", ()),
    ("Ova poruka je izbrisana.", "deleted", ()),
    ("این پیام حذف شد", "deleted", ()),
    ("<Media omitted>\nlook at this", "message", ("not-in-export",)),
    (f"{MARK}image omitted\nlook", "message", ("not-in-export",)),
    (f"<{MARK}image omitted>", "message", ("not-in-export",)),
    (f"<{MARK}imagen omitida>", "message", ("not-in-export",)),
    ("<Bild weggelassen>", "message", ("not-in-export",)),
    (f"2016-03-14-PHOTO-00000012.jpg <{MARK}attached>", "message", ("not-in-export",)),
    (f"{MARK}This message was deleted by admin Alex.", "deleted", ()),
    (f"{MARK}You sent a view once message. For added privacy, you can only open it on your phone", "message",
     ("view-once", "not-in-export")),
    (f"{MARK}Group voice call, {MARK}3 people", "call", ()),
    (f"{MARK}Missed call", "call", ()),
    (f"{MARK}You missed a call", "call", ()),
    ("Missed call", "message", ()),
    ("Group call", "message", ()),
    ("image omitted\nby whom (really)", "message", ()),
    ("look <attached>", "message", ()),
    ("I saw the image omitted", "message", ()),
    ("nothing is <omitted> here", "message", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "flags"), WORDS, ids=[repr(text)[:40] for text, *_ in WORDS])
def test_what_the_program_writes_for_a_message(text: str, kind: str, flags: tuple[str, ...]) -> None:
    first, found, last = messages(f"{AT}Alex: a\n{AT}Alex: {text}\n{AT}Sam: b\n")
    assert (found.sender, found.text, found.kind, found.flags) == ("Alex", text, kind, flags)
    assert (first.text, last.text) == ("a", "b")


def test_a_name_behind_a_clock_does_not_end_a_head() -> None:
    assert not whatsapp.is_one(io.BytesIO(b"14/03/2024 21:05 Alex: hi\n14/03/2024 21:06 Sam: yes\n"), "x.txt")


@pytest.mark.parametrize(
    "text", ["2024-03-14 21:05:09 from Alex\nhello\n", "Date,Who\n2024-03-14 21:05:09,Alex,hi: x\n"]
)
def test_a_clock_with_seconds_and_nothing_behind_it_begins_no_message(text: str) -> None:
    assert not whatsapp.is_one(io.BytesIO(text.encode()), "x.txt")


@pytest.mark.parametrize(
    "name",
    [
        "WhatsApp Chat with Alex.txt",
        "WhatsApp Chat - Alex.zip",
        "WhatsApp-Chat mit Alex.txt",
        "Chat de WhatsApp con Alex.txt",
        "Chat WhatsApp con Alex.txt",
        "Conversa do WhatsApp com Alex.txt",
        "Discussion WhatsApp avec Alex.txt",
        "WhatsApp-chat met Alex.txt",
        "WhatsApp-chatt med Alex.txt",
        "Czat WhatsApp z Alex.txt",
        "Chat WhatsApp s uživatelem Alex.txt",
        "Чат WhatsApp с контактом Alex.txt",
        "Obrolan WhatsApp dengan Alex.txt",
    ],
)
def test_whose_chat_it_is_stands_in_the_name_of_the_file(name: str) -> None:
    (one,) = whatsapp.read(io.BytesIO(f"{AT}Alex: hi\n".encode()), name, {})
    assert isinstance(one, Message)
    assert one.chat == "Alex"
