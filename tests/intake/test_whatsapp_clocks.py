"""Clocks that are read wrongly with ease: words that are either half of the day, minutes of one digit, lines ended by CR."""

from __future__ import annotations

import io
from collections import defaultdict
from datetime import date, datetime, time

import pytest
from babel import Locale, localedata
from babel.dates import format_date, format_time

from daybook.intake.call_log.times import when
from daybook.intake.downloads.written_dates import written
from daybook.intake.format import Found, recognise
from daybook.intake.formats.whatsapp import format as whatsapp
from daybook.intake.message import Message, Skipped
from daybook.intake.run import Run
from daybook.intake.whatsapp.halves import by_pair, folded, hour_of

LINES = ["Alex: a", "Sam: b\nc", "Alex: d"]


def look(text: str | bytes) -> Found:
    return whatsapp.look(io.BytesIO(text.encode() if isinstance(text, str) else text), "chat.txt")


def read(text: str | bytes, answers: dict[str, str] | None = None) -> list[Message | Skipped]:
    data = text.encode() if isinstance(text, str) else text
    assert recognise(io.BytesIO(data), "chat.txt") is whatsapp
    return list(whatsapp.read(io.BytesIO(data), "chat.txt", answers or {}))


def sent(text: str | bytes, answers: dict[str, str] | None = None) -> list[str]:
    return [one.sent for one in read(text, answers) if isinstance(one, Message)]


def chat(*heads: str) -> str:
    return "".join(f"{head} - Alex: hi\n" for head in heads)


def pairs_from_cldr() -> dict[str, dict[str, str]]:
    """Words that are before noon in one language and after it in another, and what they are beside which word.

    What a phone writes, the short and the long form, counts before the narrow one.
    """
    found: dict[tuple[str, str], str] = {}
    either: dict[str, set[str]] = defaultdict(set)
    for widths in (("abbreviated", "wide"), ("narrow",)):
        here: dict[tuple[str, str], set[str]] = defaultdict(set)
        for identifier in localedata.locale_identifiers():
            for periods in Locale.parse(identifier).day_periods.values():
                for each in (periods[width] for width in widths if {"am", "pm"} <= periods.get(width, {}).keys()):
                    before, after = folded(each["am"]), folded(each["pm"])
                    here[before, after].add("before")
                    here[after, before].add("after")
                    either[before].add("before")
                    either[after].add("after")
        found |= {pair: halves.pop() for pair, halves in here.items() if pair not in found and len(halves) == 1}
    together: dict[str, dict[str, str]] = defaultdict(dict)
    for (word, other), half in found.items():
        if len(either[word]) > 1:
            together[word][other] = half
    return dict(together)


def test_the_words_that_are_either_half_are_those_of_cldr() -> None:
    assert by_pair() == pairs_from_cldr()


LANGUAGES = [
    "en", "cy", "gd", "pl", "ro", "pt", "es", "de", "it", "nl", "da", "fi", "cs", "hu", "hr", "sl", "lt", "lv",
    "et", "sq", "tr", "el", "bg", "uk", "ar", "ur", "fa", "hi", "bn", "pa", "ta", "he", "am", "yo", "so", "zh",
    "ja", "ko", "vi", "ku", "ee", "brx", "fur", "ebu", "guz", "en_CA", "fr_CA", "es_MX",
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("hours", "names"),
    [(range(24), ["hm", "Hms"]), (range(7, 12), ["hms"]), (range(13, 22), ["hm"])],
    ids=["day", "morning", "evening"],
)
def test_no_clock_of_any_language_is_read_twelve_hours_wrong(language: str, hours: range, names: list[str]) -> None:
    locale = Locale.parse(language)
    skeletons, pattern = locale.datetime_skeletons, locale.date_formats["short"].pattern
    for name in names:
        heads, right = [], []
        for hour in hours:
            at = datetime(2024, 3, 14, hour, (hour * 7 + 5) % 60, (hour * 13 + 4) % 60)
            clock = format_time(time(at.hour, at.minute, at.second), skeletons[name].pattern, locale=locale)
            heads.append(f"{format_date(date(2024, 3, 14), pattern, locale=locale)}, {clock}")
            right.append(at.isoformat()[: 19 if name.endswith("s") else 16])
        order = {"date-order": "".join(dict.fromkeys(sign for sign in pattern.lower() if sign in "dmy"))}
        found = look(chat(*heads))
        asked = {question.id for question in found.questions} - {"date-order"}
        assert asked <= {"half-1"}
        assert sent(chat(*heads), order) == (["" for _ in right] if asked else right)
        if asked:
            assert sent(chat(*heads), order | {"half-1": "before" if hours[-1] < 12 else "after"}) == right


@pytest.mark.parametrize(
    ("heads", "times"),
    [
        (["14/03/2024, 9:05m", "14/03/2024, 9:06f"], ["09:05", "21:06"]),
        (["14/03/2024 9:05 a.", "14/03/2024 9:06 p."], ["09:05", "21:06"]),
        (["14.3.2024 klo 9.05 ap.", "14.3.2024 klo 9.06 ip."], ["09:05", "21:06"]),
        (["14.3.2024, 9.05 ip.", "14.3.2024, 9.06 ep."], ["09:05", "21:06"]),
        (["2024. 03. 14. de. 9:05", "2024. 03. 14. du. 9:06"], ["09:05", "21:06"]),
    ],
    ids=["Scottish Gaelic", "Friulian", "Finnish", "Inari Sami", "Hungarian"],
)
def test_two_words_of_one_chat_tell_each_other(heads: list[str], times: list[str]) -> None:
    assert not look(chat(*heads)).questions
    assert sent(chat(*heads)) == [f"2024-03-14T{one}" for one in times]


def test_a_word_that_could_be_either_half_is_asked_about_and_left_empty_until_then() -> None:
    text = chat("14/03/2024, 9:05m", "14/03/2024, 9:06m")
    (question,) = look(text).questions
    assert (question.id, dict(question.options)) == ("half-1", {"before": "before noon", "after": "after noon"})
    assert "“m”" in question.ask
    assert sent(text) == ["", ""]
    assert sent(text, {"half-1": "before"}) == ["2024-03-14T09:05", "2024-03-14T09:06"]
    assert sent(text, {"half-1": "after"}) == ["2024-03-14T21:05", "2024-03-14T21:06"]
    assert sent(text, {"half-1": "noon"}) == ["", ""]


def test_a_word_nobody_knows_is_asked_about_only_where_it_could_tell_a_half() -> None:
    (question,) = look(chat("14/03/2024 9:05 XQ", "14/03/2024 10:05 XQ")).questions
    assert "“XQ”" in question.ask
    assert sent(chat("14/03/2024 9:05 XQ"), {"half-1": "after"}) == ["2024-03-14T21:05"]
    assert not look(chat("14/03/2024 9:05 XQ", "14/03/2024 22:05 XQ")).questions
    assert not look(chat("14.03.2024, 9:05 Uhr")).questions


@pytest.mark.parametrize(
    ("head", "right"),
    [
        ("14.03.24 г., 9:05 ч. pm", "2024-03-14T21:05"),
        ("14.03.2024, 9:05ê PN", "2024-03-14T21:05"),
        ("[2024-03-14, 9 h 05 min 09 s p.m.]", "2024-03-14T21:05:09"),
        ("3/14/2024, ɣetrɔ ga 9:05", "2024-03-14T21:05"),
        ("14.3.2024, 9:05 hodź.", "2024-03-14T09:05"),
    ],
    ids=["Bulgarian", "Kurdish", "French Canada", "Ewe", "Upper Sorbian"],
)
def test_a_word_with_another_beside_it_still_tells_the_half(head: str, right: str) -> None:
    text = f"{head} Alex: hi\n" if head.startswith("[") else chat(head)
    assert sent(text) == [right]
    assert not look(text).questions


@pytest.mark.parametrize(
    ("hour", "word", "right"),
    [
        (9, "vormittags", 9),
        (1, "mittags", 13),
        (11, "nachts", 23),
        (11, "中午", 11),
        (12, "晚上", 0),
        (5, "de la mañana", 5),
        (9, "madrugada", None),
        (3, "中午", None),
        (9, "am", 9),
    ],
)
def test_an_hour_right_beside_a_part_of_the_day_is_of_it_unless_the_other_is_near_too(
    hour: int, word: str, right: int | None
) -> None:
    assert hour_of(hour, word) == right


def test_a_short_year_of_korean_is_not_taken_for_a_day() -> None:
    (question,) = look(chat("24. 3. 14. 21:05")).questions
    assert dict(question.options) == {"dmy": "24 March 2014, day first", "ymd": "14 March 2024, year first"}
    assert sent(chat("24. 3. 14. 21:05")) == [""]
    assert sent(chat("14. 3. 24. 21:05", "14.3.24. 21:05")) == ["2024-03-14T21:05"]
    assert sent(chat("14. 3. 24 21:05")) == ["2024-03-14T21:05"]


@pytest.mark.parametrize("feed", ["\n", "\r\n", "\r"])
def test_minutes_and_seconds_of_one_digit(feed: str) -> None:
    heads = ["[14/3/2024, 9:5:7]", "[14/3/2024, 21:5:17]", "[14/3/2024, 21:15:3]"]
    text = feed.join(f"{head} {line}".replace("\n", feed) for head, line in zip(heads, LINES, strict=True)) + feed
    found = [one for one in read(text) if isinstance(one, Message)]
    assert [(one.sent[11:], one.sender, one.text) for one in found] == [
        ("09:05:07", "Alex", "a"),
        ("21:05:17", "Sam", "b\nc"),
        ("21:15:03", "Alex", "d"),
    ]
    assert found[0].sent_as_written == "14/3/2024, 9:5:7"


def test_minutes_of_one_digit_are_found_many_at_once_too() -> None:
    heads = [f"14/3/2024, {number // 60}:{number % 60}" for number in range(600)]
    assert sent(chat(*heads)) == [f"2024-03-14T{number // 60:02}:{number % 60:02}" for number in range(600)]
    runs = list(whatsapp.runs(io.BytesIO(chat(*heads, *heads, *heads, *heads).encode()), "chat.txt", {}))
    assert sum(len(one) for one in runs if isinstance(one, Run)) > len(heads)
    assert sent(chat("2024. 3. 14. 21시 5분", "2024. 3. 14. 21시 15분")) == ["2024-03-14T21:05", "2024-03-14T21:15"]


def test_where_minutes_are_filled_up_one_digit_begins_no_message() -> None:
    text = "14/03/2024, 21:05 - Alex: come\n14/03/2024, 9:5 - or later\n14/03/2024, 21:17 - Sam: ok\n"
    assert [one.text for one in read(text) if isinstance(one, Message)] == ["come\n14/03/2024, 9:5 - or later", "ok"]


def test_a_clock_that_fills_up_only_its_minutes_is_none() -> None:
    assert not whatsapp.is_one(io.BytesIO(b"14/03/2024, 9:05:0 - Alex: hi\n" * 2), "x.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_lines_ended_by_cr_alone(encoding: str) -> None:
    heads = ["14/03/2024, 21:05 - ", "14/03/2024, 21:06 - ", "14/03/2024, 21:07 - "]
    text = "\r".join(head + line.replace("\n", "\r") for head, line in zip(heads, LINES, strict=True))
    data = f"{text} café, très déçu\r".encode(encoding)
    found = [one for one in read(data) if isinstance(one, Message)]
    assert [(one.sender, one.text) for one in found] == [("Alex", "a"), ("Sam", "b\nc"), ("Alex", "d café, très déçu")]
    own = {"utf-16": "utf-16-le", "utf-8-sig": "utf-8"}.get(encoding, encoding)
    assert data[found[1].place.start : found[1].place.end].decode(own) == f"{heads[1]}Sam: b\rc"


def test_a_cr_inside_a_message_begins_none() -> None:
    forged = "\r14/03/2024, 21:06 - Sam: I hit the kids"
    text = f"14/03/2024, 21:05 - Alex: a{forged}{forged}\n14/03/2024, 21:07 - Sam: b\n"
    assert [one.sender for one in read(text) if isinstance(one, Message)] == ["Alex", "Sam"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2024. március 14. du. 9:05", "2024-03-14T21:05:00"),
        ("2024. márc. 14. de. 9:05", "2024-03-14T09:05:00"),
        ("14 de marzo de 2024 9:05", "2024-03-14T09:05:00"),
        ("14 March 2024 9:05f", ""),
        ("14 March 2024 9:05m", ""),
    ],
)
def test_hungarian_and_gaelic_halves_beside_a_clock_in_words(text: str, right: str) -> None:
    assert written(text) == right


def test_hungarian_halves_in_a_table_of_calls() -> None:
    assert when("2024.03.14. du. 9:05:09", "", "") == "2024-03-14T21:05:09"
    assert when("14/03/2024 9:05f", "", "dmy") == ""
