"""Messages as tables, whatever program wrote them, and call lists with headings of several languages."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.intake.format import CannotReadError, recognise
from daybook.intake.formats.call_csv import format as calls
from daybook.intake.formats.imessage import format as imessage
from daybook.intake.formats.message_csv import format as tables
from daybook.intake.message import Message, Skipped


def read(text: str, **answers: str) -> list[Message | Skipped]:
    told = {key.replace("_", "-"): value for key, value in answers.items()}
    return list(tables.read(io.BytesIO(text.encode()), "x.csv", told))


@pytest.mark.parametrize(
    "text",
    [
        "Date,Type,Number,Name,Message\n2024-03-14 21:05:09,Received,07700900123,Alex,where are you\n",
        'Phone Number;Contact Name;Date;Time;Direction;Text\n07700900123;Alex;14/03/2024;21:05:09;Incoming;"where are you"\n',
        "Body\tAddress\tType\tDate\nwhere are you\t07700900123\t1\t14 Mar 2024 9:05:09 PM\n",
        '"Date","Sender","Recipient","Content"\n"2024-03-14T21:05:09","07700900123","07700900124","where are you"\n',
        "My phone\n\nDatum;Uhrzeit;Nummer;Richtung;Nachricht\n14.03.2024;21:05:09;07700900123;Eingehend;where are you\n",
    ],
)
def test_the_same_message_by_five_programs(text: str) -> None:
    assert recognise(io.BytesIO(text.encode()), "x.csv") is tables
    (found,) = [one for one in read(text) if isinstance(one, Message)]
    assert (found.sent, found.sender, found.text) == ("2024-03-14T21:05:09", "07700900123", "where are you")
    assert "where are you" in text.encode()[found.place.start : found.place.end].decode()


def test_what_went_out_has_nobody_as_its_sender_and_says_to_whom() -> None:
    head = "Date,Type,Number,Message\n2024-03-14 21:05:09,"
    (sent,) = read(f"{head}Sent,07700900123,home\n")
    assert isinstance(sent, Message)
    assert (sent.sender, sent.to, sent.flags) == ("", ("07700900123",), ("sent",))
    (draft,) = read(f"{head}Draft,07700900123,home\n")
    assert isinstance(draft, Message)
    assert draft.flags == ("draft", "sender-unsure")


def test_words_stay_as_they_are() -> None:
    (found,) = read('Date,From,Message\n2024-03-14 21:05,Alex,"  ① ""x"",\ntwo  "\n')
    assert isinstance(found, Message)
    assert (found.sender, found.text) == ("Alex", '  ① "x",\ntwo  ')


def test_an_order_of_day_and_month_that_nothing_proves_is_asked_for() -> None:
    text = "Date,From,Message\n03/04/2024 21:05,Alex,x\n"
    (question,) = tables.look(io.BytesIO(text.encode()), "").questions
    assert question.id == "date-order"
    assert [one.sent for one in read(text) if isinstance(one, Message)] == [""]
    assert [one.sent for one in read(text, date_order="dmy") if isinstance(one, Message)] == ["2024-04-03T21:05:00"]


def test_imazing_s_dates_as_another_country_writes_them_are_asked_about_too() -> None:
    head = "Chat Session,Message Date,Type,Sender Name,Text\n"
    proved = f"{head}Alex,3/14/2024 9:05:09 PM,Incoming,Alex,hi\n"
    assert recognise(io.BytesIO(proved.encode()), "x.csv") is imessage
    assert not imessage.look(io.BytesIO(proved.encode()), "").questions
    found = [one.sent for one in imessage.read(io.BytesIO(proved.encode()), "", {}) if isinstance(one, Message)]
    assert found == ["2024-03-14T21:05:09"]
    open_one = proved.replace("3/14/", "3/4/").encode()
    (question,) = imessage.look(io.BytesIO(open_one), "").questions
    for answer, sent in (("dmy", "2024-04-03T21:05:09"), ("mdy", "2024-03-04T21:05:09"), ("", "")):
        told = imessage.read(io.BytesIO(open_one), "", {question.id: answer})
        assert [one.sent for one in told if isinstance(one, Message)] == [sent]


@pytest.mark.parametrize(
    "text",
    [
        "Name;Rufnummer;Anrufart;Datum;Uhrzeit;Dauer\nAlex;07700900123;Entgangen;14.03.2024;21:05:09;00:01:02\n",
        "Nom,Numéro de téléphone,Type,Date,Durée\nAlex,07700900123,Manqué,14/03/2024 21:05:09,1 min 2 s\n",
        "Nombre,Número,Tipo,Fecha,Hora,Duración\nAlex,07700900123,Perdida,14/03/2024,21:05:09,62\n",
        "Nome,Numero,Tipo,Data,Ora,Durata\nAlex,07700900123,Persa,14/03/2024,21:05:09,0:01:02\n",
        "Naam;Nummer;Soort;Datum;Tijd;Duur\nAlex;07700900123;Gemist;14-03-2024;21:05:09;00:01:02\n",
        "Kontakt;Numer;Rodzaj;Data;Godzina;Czas trwania\nAlex;07700900123;Nieodebrane;14.03.2024;21:05:09;00:01:02\n",
    ],
)
def test_a_list_of_calls_in_another_language(text: str) -> None:
    assert recognise(io.BytesIO(text.encode()), "x.csv") is calls
    (found,) = [one for one in calls.read(io.BytesIO(text.encode()), "", {}) if isinstance(one, Message)]
    assert (found.sent, found.sender, found.flags) == ("2024-03-14T21:05:09", "07700900123", ("received", "missed"))
    assert found.seconds == 62


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "Date,Amount\n2024-03-14,5\n", "Message\nhi\n", "", "\0\0"])
def test_another_table_is_none(text: str) -> None:
    assert not tables.is_one(io.BytesIO(text.encode()), "x.csv")


CELLS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\x85\ufeff"), max_size=20
)


@given(
    st.lists(CELLS, min_size=1, max_size=5),
    st.permutations(["Date", "Number", "Type", "Message"]),
    st.sampled_from([",", ";", "\t"]),
)
def test_any_order_of_columns_is_read_back_equal(words: list[str], order: list[str], mark: str) -> None:
    held = io.StringIO()
    rows = csv.DictWriter(held, order, delimiter=mark, lineterminator="\r\n")
    rows.writeheader()
    for one in words:
        rows.writerow({"Date": "2024-03-14 21:05:09", "Number": "07700900123", "Type": "Inbox", "Message": one})
    found = [one for one in read(held.getvalue()) if isinstance(one, Message)]
    assert [(one.text, one.sender, one.sent) for one in found] == [
        (one, "07700900123", "2024-03-14T21:05:09") for one in words
    ]


@given(st.lists(st.tuples(st.integers(0, 120), st.binary(max_size=4)), max_size=5))
def test_whatever_the_bytes_only_a_sentence_leaves(changes: list[tuple[int, bytes]]) -> None:
    raw = bytearray(b'Date,Type,Number,Message\n03/04/2024 21:05,Received,07700900123,"x\ny"\n05/04/2024,Sent,-1,\n')
    for at, new in changes:
        raw[at : at + len(new)] = new
    file = io.BytesIO(bytes(raw))
    tables.is_one(file, "")
    try:
        tables.look(file, "")
        assert all(isinstance(one, Message | Skipped) for one in tables.read(file, "", {}))
    except CannotReadError:
        return
