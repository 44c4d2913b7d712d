"""Chats of the oldest phones: months as words, and no year where it was the one of the export."""

from __future__ import annotations

import io

import pytest

from daybook.intake.format import Found, recognise
from daybook.intake.formats.whatsapp import format as whatsapp
from daybook.intake.message import Message, Skipped


def chat(*heads: str) -> bytes:
    return "".join(f"{head}Alex: hi\nmore\n" for head in heads).encode()


def look(data: bytes) -> Found:
    return whatsapp.look(io.BytesIO(data), "chat.txt")


def read(data: bytes, **answers: str) -> list[Message]:
    assert recognise(io.BytesIO(data), "chat.txt") is whatsapp
    found = list(whatsapp.read(io.BytesIO(data), "chat.txt", answers))
    assert not any(isinstance(one, Skipped) for one in found)
    return [one for one in found if isinstance(one, Message)]


PHONES = {
    "British": (["20:38, 6 Mar 2013 - ", "9:05, 14 Nov 2013 - "], ["2013-03-06T20:38", "2013-11-14T09:05"]),
    "American": (
        ["Mar 6, 2013, 8:38 PM - ", "Nov 14, 2013, 12:05 AM - "],
        ["2013-03-06T20:38", "2013-11-14T00:05"],
    ),
    "American, clock first": (
        ["8:38 PM, Mar 6, 2013 - ", "9:05 AM, Apr 7, 2013 - "],
        ["2013-03-06T20:38", "2013-04-07T09:05"],
    ),
    "iPhone, with the day of the week": (
        ["[Wed, Mar 6, 2013, 8:38:09 PM] ", "[Sun, Apr 7, 2013, 9:05:10 AM] "],
        ["2013-03-06T20:38:09", "2013-04-07T09:05:10"],
    ),
    "Spanish": (["6 de mar. de 2013 20:38 - ", "7 de may. de 2013 9:05 - "], ["2013-03-06T20:38", "2013-05-07T09:05"]),
    "German": (["6. März 2013 20:38 - ", "7. Mai 2013 9:05 - "], ["2013-03-06T20:38", "2013-05-07T09:05"]),
    "French": (["6 mars 2013 à 20:38 - ", "7 août 2013 à 9:05 - "], ["2013-03-06T20:38", "2013-08-07T09:05"]),
    "Hungarian": (
        ["2013. márc. 6. de. 8:38 - ", "2013. ápr. 7. du. 9:05 - "],
        ["2013-03-06T08:38", "2013-04-07T21:05"],
    ),
    "Russian": (["6 марта 2013 г., 20:38 - ", "7 апр. 2013 г., 9:05 - "], ["2013-03-06T20:38", "2013-04-07T09:05"]),
    "Polish": (["6 lis 2013 20:38 - ", "7 gru 2013 9:05 - "], ["2013-11-06T20:38", "2013-12-07T09:05"]),
    "Croatian": (["6. lis 2013 20:38 - ", "7. stu 2013 9:05 - "], ["2013-10-06T20:38", "2013-11-07T09:05"]),
    "with dashes": (["6-Mar-2013 20:38 - ", "7-Apr-2013 9:05 - "], ["2013-03-06T20:38", "2013-04-07T09:05"]),
    "oldest iPhone": (["6 Mar 2013 20:38:09: ", "7 Apr 2013 9:05:10: "], ["2013-03-06T20:38:09", "2013-04-07T09:05:10"]),
}  # fmt: skip


@pytest.mark.parametrize("phone", PHONES)
def test_a_month_that_is_a_word(phone: str) -> None:
    heads, right = PHONES[phone]
    found = read(chat(*heads))
    assert [(one.sent, one.sender, one.text) for one in found] == [(sent, "Alex", "hi\nmore") for sent in right]
    assert all(one.sent_as_written in head for one, head in zip(found, heads, strict=True))
    assert not look(chat(*heads)).questions


def test_a_day_without_a_year_is_empty_until_she_says_the_year_of_the_export() -> None:
    data = chat("20:38, 6 Mar 2013 - ", "20:38, 6 Mar - ", "20:38, 7 Apr - ")
    (question,) = look(data).questions
    assert (question.id, question.options[0]) == ("year", ("2014", "2014"))
    assert [(one.sent, one.sent_as_written) for one in read(data)] == [
        ("2013-03-06T20:38", "20:38, 6 Mar 2013"),
        ("", "20:38, 6 Mar"),
        ("", "20:38, 7 Apr"),
    ]
    assert [one.sent for one in read(data, year="2014")] == ["2013-03-06T20:38", "2014-03-06T20:38", "2014-04-07T20:38"]
    assert [one.sent for one in read(data, year="soon")][1:] == ["", ""]


def test_a_comma_behind_a_year_is_no_other_kind_of_head() -> None:
    data = chat("6 марта 2013 г., 20:38 - ", "6 апр. 20:38 - ")
    assert [one.sent for one in read(data, year="2014")] == ["2013-03-06T20:38", "2014-04-06T20:38"]


def test_days_without_a_year_that_go_over_its_end_are_of_two_years_and_not_guessed() -> None:
    data = chat("6 Nov 20:38 - ", "7 Jan 20:38 - ")
    assert not look(data).questions
    assert [one.sent for one in read(data, year="2014")] == ["", ""]


def test_a_month_that_is_another_in_another_language_is_not_guessed() -> None:
    """In Polish these are July and November, in Croatian June and October."""
    assert [one.sent for one in read(chat("6 lip 2013 20:38 - ", "6 lis 2013 20:38 - "))] == ["", ""]


def test_a_day_with_its_month_inside_a_message_begins_none_where_dates_are_numbers() -> None:
    text = "14/03/2014, 21:05 - Alex: come\n6 Mar 20:38 - or later\n7 Mar 20:38 - Sam: x\n14/03/2014, 21:06 - Sam: ok\n"
    assert [one.sender for one in read(text.encode())] == ["Alex", "Sam"]


@pytest.mark.parametrize(
    "text",
    [
        "6 Mar 20:38 - once\nhello\n",
        "6 kids 20:38 - a\n7 kids 20:38 - b\n",
        "Apr 02, 2013 8:52:29 AM\nSam\nhello\nApr 02, 2013 9:52:29 AM\nSam\nhello\n",
    ],
    ids=["one line", "no months", "another program"],
)
def test_what_only_looks_like_it_is_no_chat(text: str) -> None:
    assert not whatsapp.is_one(io.BytesIO(text.encode()), "x.txt")


def test_the_places_of_messages_are_where_they_stand() -> None:
    data = chat("6 März 2013 20:38 - ", "7 Mai 2013 9:05 - ")
    for one in read(data):
        assert data[one.place.start : one.place.end].decode().endswith("Alex: hi\nmore")
