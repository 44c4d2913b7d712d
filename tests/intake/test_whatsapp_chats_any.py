"""A whole conversation in any dialect and language: words, pictures, calls, lines of the program, names with colons."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from daybook.intake.formats.whatsapp import format as whatsapp
from daybook.intake.message import Flag, Kind, Message
from tests.intake.test_whatsapp_any import Dialect, dialects


class Language(NamedTuple):
    """What one language has for the program's own words."""

    omitted: str
    attached: str
    deleted: str
    edited: str
    call: str
    poll: str
    system: tuple[str, ...]


LANGUAGES = (
    Language("<Media omitted>", "file attached", "This message was deleted", "<This message was edited>", "Missed voice call", "POLL",
             ("Messages and calls are end-to-end encrypted. Tap to learn more.", 'Alex changed the subject to "Kids: handover"', "You blocked this contact.")),
    Language("<Medien ausgeschlossen>", "Datei angehängt", "Diese Nachricht wurde gelöscht", "<Diese Nachricht wurde bearbeitet>", "Verpasster Sprachanruf", "UMFRAGE",
             ("Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt: mehr", "Alex hat Sam hinzugefügt")),
    Language("<Multimedia omitido>", "archivo adjunto", "Se eliminó este mensaje", "<Se editó este mensaje.>", "Llamada perdida", "ENCUESTA",
             ("Los mensajes están cifrados de extremo a extremo: más", "Bloqueaste a este contacto")),
    Language("<Médias omis>", "fichier joint", "Ce message a été supprimé", "<Ce message a été modifié>", "Appel vocal manqué", "SONDAGE",
             ("Les messages sont chiffrés de bout en bout.", "Alex a quitté")),
    Language("<Без медиафайлов>", "файл добавлен", "Данное сообщение удалено", "<Сообщение изменено>", "Пропущенный аудиозвонок", "ОПРОС",
             ("Сообщения защищены сквозным шифрованием: подробнее",)),
    Language("<تم استبعاد الوسائط>", "الملف مرفق", "تم حذف هذه الرسالة", "<تم تعديل هذه الرسالة>", "مكالمة صوتية فائتة", "استطلاع",
             ("الرسائل والمكالمات مشفرة تمامًا بين الطرفين: المزيد",)),
    Language("<Media weggelaten>", "bestand bijgevoegd", "Dit bericht is verwijderd", "<Dit bericht is bewerkt>", "Gemiste spraakoproep", "PEILING",
             ("Berichten zijn end-to-end versleuteld: meer",)),
)  # fmt: skip
NAMES = ("Maya: work", "Sam", "+44 7700 900123", "Zoë 💐 - home", "~\u202fAlex")
KINDS = ("words", "lines", "omitted", "attached", "deleted", "edited", "call", "poll", "system")


class Event(NamedTuple):
    """What stands in the chat, and what is to be told of it."""

    who: str
    text: str
    kind: Kind = "message"
    flags: tuple[Flag, ...] = ()


def event(kind: str, language: Language, who: str, number: int, mark: str) -> Event:
    picture = f"{mark}IMG-20240314-WA{number:04}.jpg ({language.attached})\nlook"
    return {
        "words": Event(who, f"hello, where are you {number}?"),
        "lines": Event(who, f"one {number}\n\n  two\nthree"),
        "omitted": Event(who, mark + language.omitted, flags=("not-in-export",)),
        "attached": Event(who, picture, flags=("not-in-export",)),
        "deleted": Event(who, mark + language.deleted, "deleted"),
        "edited": Event(who, f"sorry {mark}{language.edited}", flags=("edited",)),
        "call": Event(who, mark + language.call, "call"),
        "poll": Event(who, f"{mark}{language.poll}:\nWhen?\n{mark}OPTION: Now (2)", flags=("poll",)),
        "system": Event("", mark + language.system[number % len(language.system)], "system"),
    }[kind]


@settings(max_examples=150)
@given(
    dialects,
    st.sampled_from(LANGUAGES),
    st.sampled_from(["", "\u200e"]),
    st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(NAMES)), max_size=14),
    st.data(),
)
def test_any_conversation_is_read_back_equal(
    dialect: Dialect, language: Language, mark: str, told: list[tuple[str, str]], data: st.DataObject
) -> None:
    at = datetime(2024, 3, data.draw(st.integers(1, 28)), 9, 5, 7)
    three = [("words", "Maya: work")] * 3
    events = [
        event(kind, language, who, number, mark) for number, (kind, who) in enumerate([*three, *told, ("words", "Sam")])
    ]
    lines, expected = [], []
    for one in events:
        at += timedelta(hours=data.draw(st.sampled_from([0, 1, 7, 30])), minutes=1)
        line = dialect.head(at) + (f"{one.who}: {one.text}" if one.who else one.text)
        lines.append(line.replace("\n", dialect.newline))
        expected.append((dialect.written(at), one.who, one.text, one.kind, one.flags))
    raw = (dialect.newline.join(lines) + dialect.newline).encode()
    found = whatsapp.look(io.BytesIO(raw), "")
    answers = {"date-order": "".join(part for part in dialect.date if part in "dmy")}
    asked = {question.id for question in found.questions}
    assert asked <= {"date-order", "zone"}
    read = [one for one in whatsapp.read(io.BytesIO(raw), "", answers | {"zone": "UTC"}) if isinstance(one, Message)]
    assert [(one.sent, one.sender, one.text, one.kind, one.flags) for one in read] == expected
    if "date-order" in asked:
        left = [one for one in whatsapp.read(io.BytesIO(raw), "", {}) if isinstance(one, Message)]
        right = {sent[:10] for sent, *_ in expected}
        assert all(one.sent == "" or one.sent[:10] in right for one in left)
        assert [one.text for one in left] == [text for _, _, text, *_ in expected]
