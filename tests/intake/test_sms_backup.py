"""S3, S5 to S10, S12: what a backup holds, what it leaves out, and what is refused."""

from __future__ import annotations

import base64
import io
import tracemalloc
import zipfile

import pytest

from daybook.intake.format import CannotReadError, recognise
from daybook.intake.formats.sms_backup import format as backup
from daybook.intake.message import Message, Skipped
from daybook.intake.sms.pieces import LONGEST
from tests.intake.downloads_files import zipped
from tests.intake.sms_files import DATE, SENT, messages, mms, only, original, read, skipped, text, whole

PICTURE = b"\xff\xd8\xff\xe0 a picture"
CODED = base64.b64encode(PICTURE).decode()
SMIL = '<part seq="-1" ct="application/smil" name="null" text="&lt;smil&gt;&lt;/smil&gt;" />'
IMAGE = f'<part seq="0" ct="image/jpeg" name="null" cl="IMG_1.jpg" text="null" data="{CODED}" />'


def words(said: str) -> str:
    return f'<part seq="0" ct="text/plain" name="null" text="{said}" />'


def person(number: str, kind: str) -> str:
    return f'<addr address="{number}" type="{kind}" charset="106" />'


def test_a_text_that_came_and_one_that_went() -> None:
    came, went = messages(whole(text("hi") + text("no", kind="2"), count=2))
    assert (came.sender, came.to, came.sent, came.sent_as_written) == ("07700900123", (), SENT, DATE)
    assert (went.sender, went.to, went.flags) == ("", ("07700900123",), ("sent",))
    assert came.flags == ("received",)
    assert came.chat == went.chat == "07700900123"


@pytest.mark.parametrize(
    ("kind", "flag"), [("3", "draft"), ("4", "unsent"), ("5", "failed"), ("6", "unsent"), ("9", "sender-unsure")]
)
def test_a_text_that_was_not_sent_says_so(kind: str, flag: str) -> None:
    found = only(whole(text("hi", kind=kind)))
    assert found.flags == (flag,)
    assert found.sender == ""


def test_s3_null_is_nothing_but_a_body_may_say_null() -> None:
    data = whole(text("null", more='subject="null" contact_name="null" service_center="+447700900999"'))
    found = only(data)
    assert found.text == "null"
    assert dict(found.headers) == {"type": "1", "service_center": "+447700900999"}
    assert any("null" in note for note in backup.look(io.BytesIO(data), "").notes)


def test_s3_a_null_date_is_no_date() -> None:
    for written in ("null", "", "0", "-5", "1710450309", "9" * 30, "١٢"):
        found = only(whole(f'<sms address="07700900123" date="{written}" type="1" body="x" />'))
        assert (found.sent, found.sent_as_written) == ("", written)


def test_milliseconds_are_kept() -> None:
    found = only(whole(text("x").replace(DATE.encode(), b"1710450309007")))
    assert found.sent == "2024-03-14T21:05:09.007+00:00"


def test_s5_a_picture_of_20_mb_is_found_where_it_stands_and_not_held_in_memory() -> None:
    big = base64.b64encode(bytes(15_000_000)).decode()
    data = whole(mms(IMAGE.replace(CODED, big) + words("look")) + text("after").decode(), count=2)
    file = io.BytesIO(data)
    del big
    tracemalloc.start()
    found = [one for one in backup.read(file, "", {}) if isinstance(one, Message)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    given = found[0].attachments[0]
    assert base64.b64decode(data[given.start : given.end]) == bytes(15_000_000)
    assert [one.text for one in found] == ["look", "after"]
    assert original(data, found[0]).endswith(b"</mms>")
    assert original(data, found[1]).endswith(b'body="after" />')
    assert peak < 8_000_000


def test_s6_a_file_that_was_cut_off_invents_nothing_and_says_so() -> None:
    data = whole(text("first") + text("second"), count=2)
    cut = data[: data.index(b'"second')]
    found = read(cut)
    assert [one.text for one in found if isinstance(one, Message)] == ["first"]
    reasons = [one.why for one in found if isinstance(one, Skipped)]
    assert any("its end is missing" in why for why in reasons)
    assert any("stops before its end" in why for why in reasons)
    assert any("says that it holds 2. 1 could be read" in why for why in reasons)
    assert any("end of this file is missing" in note for note in backup.look(io.BytesIO(cut), "").notes)


def test_s6_a_message_cut_between_its_parts_is_not_shown_as_whole() -> None:
    data = whole(mms(words("see") + IMAGE))
    for cut in (
        data[: data.index(b"<part seq", 90)],
        data[: data.index(CODED.encode()) + 3],
        data[: data.index(b"</mms>")],
    ):
        assert messages(cut) == []
        assert any("so it was not read" in one.why for one in skipped(cut))


def test_s6_a_message_without_its_end_is_not_shown_and_the_next_ones_are() -> None:
    broken = mms(words("lost")).replace("</addrs></mms>", "").encode()
    for after in (text("next"), mms(words("next")).encode()):
        data = whole(broken + after)
        assert [one.text for one in messages(data)] == ["next"]
        assert [original(data, one) for one in skipped(data)] == [broken]


def test_s6_its_own_count_is_compared_both_ways() -> None:
    for count in (1, 5):
        found = skipped(whole(text("a") + text("b"), count=count))
        assert [one.why for one in found] == [f"The file says that it holds {count}. 2 could be read."]
    assert not skipped(whole(text("a"), count="null"))


def test_s7_a_group_stands_with_waves_between_its_people() -> None:
    address = "07700900123~07700900124~07700900125"
    people = person("07700900124", "137") + person("07700900123", "151") + person("07700900125", "130")
    came = only(whole(mms(words("all of you"), people, address=address)))
    assert came.sender == "07700900124"
    assert came.to == ("07700900123", "07700900125")
    assert (came.chat, came.flags) == (address, ("received", "group"))
    went = only(whole(mms(words("hi"), box="2", address=address)))
    assert (went.sender, went.to) == ("", ("07700900123", "07700900124", "07700900125"))


def test_s7_who_of_a_group_wrote_is_not_guessed() -> None:
    came = only(whole(mms(words("x"), address="07700900123~07700900124")))
    assert came.sender == ""
    assert came.flags == ("received", "group", "sender-unsure")
    assert came.to == ("07700900123", "07700900124")


def test_s8_the_people_of_a_message_and_the_word_that_stands_for_her() -> None:
    people = person("07700900123", "137") + person("insert-address-token", "151")
    came = only(whole(mms(words("x"), people)))
    assert (came.sender, came.to) == ("07700900123", ())
    went = only(whole(mms(words("x"), person("insert-address-token", "137") + person("07700900123", "151"), box="2")))
    assert (went.sender, went.to, went.flags) == ("", ("07700900123",), ("sent",))


def test_s8_a_received_message_from_herself_is_unsure() -> None:
    came = only(whole(mms(words("x"), person("insert-address-token", "137"))))
    assert came.sender == ""
    assert "sender-unsure" in came.flags


def test_s9_the_layout_is_no_content_and_several_texts_stay_in_order() -> None:
    data = whole(mms(SMIL + words("one") + IMAGE + words("two &#55357;&#56396;")))
    found = only(data)
    assert found.text == "one\ntwo 👌"
    assert [(one.name, one.media, one.encoding) for one in found.attachments] == [("IMG_1.jpg", "image/jpeg", "base64")]
    assert data[found.attachments[0].start : found.attachments[0].end].decode() == CODED


def test_s9_a_picture_that_was_left_out_says_so() -> None:
    found = only(whole(mms('<part seq="0" ct="image/jpeg" name="null" cl="a.jpg" text="null" />')))
    assert "not-in-export" in found.flags
    assert found.attachments[0].name == "a.jpg"
    assert "not-in-export" in only(whole(mms("", more='m_type="130"'))).flags


def test_a_value_that_looks_like_a_picture_is_not_taken_for_one() -> None:
    data = whole(mms('<part ct="text/plain" text="he wrote data=\'abc\' and data=" />'))
    found = only(data)
    assert found.text == "he wrote data='abc' and data="
    assert found.attachments == ()


def test_s10_an_odd_address_stays_as_it_stands() -> None:
    odd = "sip:+447700900123@rcs.example;user=phone"
    data = whole(text("x", address=odd) + text("y", address="Delivery"), count=2)
    assert [one.sender for one in messages(data)] == [odd, "Delivery"]
    assert any("RCS" in note for note in backup.look(io.BytesIO(data), "").notes)


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE smses [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE smses SYSTEM "file:///etc/passwd">',
        '<!ENTITY x SYSTEM "http://example.org/">',
    ],
)
def test_s12_a_file_that_says_what_to_fetch_is_refused(head: str) -> None:
    data = head.encode() + b'<smses count="1">' + text("&b;") + b"</smses>"
    assert recognise(io.BytesIO(data), "sms.xml") is backup
    for go in (lambda: backup.look(io.BytesIO(data), ""), lambda: read(data)):
        with pytest.raises(CannotReadError) as refused:
            go()
        assert "DOCTYPE" in (type(refused.value).__doc__ or "")


def test_one_broken_tag_does_not_take_the_next_with_it() -> None:
    broken = b'<sms address="07700900123" body="never closed />\n'
    data = whole(text("a") + broken + text("b") + b"<sms a='1' a='2'/>" + text("c"), count=5)
    assert [one.text for one in messages(data)] == ["a", "b", "c"]
    assert [original(data, one)[:20] for one in skipped(data)][:2] == [broken[:20], b"<sms a='1' a='2'/>"]


def test_what_is_no_message_is_named_with_its_place() -> None:
    data = whole(b"loose <sms /> words <!-- a <sms/> hidden --> <note a='1'/>" + text("x"), count=2)
    places = [original(data, one) for one in skipped(data)]
    assert b"<!-- a <sms/> hidden -->" in places
    assert b"<note a='1'/>" in places
    assert b" words " in places
    assert len(messages(data)) == 2


def test_a_tag_that_never_ends_is_given_up_and_the_next_is_read() -> None:
    data = whole(b'<sms body="' + b"x" * (LONGEST + 3_000_000) + text("after"), count=2)
    assert [one.text for one in messages(data)] == ["after"]
    assert "longer than any phone writes" in skipped(data)[0].why
    assert original(data, skipped(data)[0]).startswith(b'<sms body="xxx')


def test_deep_nesting_is_only_named() -> None:
    found = skipped(whole(b"<a>" * 50_000, count=0))
    assert len(found) == 50_000


def test_another_kind_of_xml_is_not_one() -> None:
    for data in (b"<html><body/></html>", b"", b"\xff\xfe", b"smses", b"<smsesx/>"):
        assert not backup.is_one(io.BytesIO(data), "sms.xml")
        with pytest.raises(CannotReadError):
            read(data)


def test_an_empty_backup_is_empty() -> None:
    assert read(b'<smses count="0"/>') == []
    assert backup.is_one(io.BytesIO(b'<smses count="0"/>'), "")


def test_a_zip_of_backups_is_read_backup_by_backup_with_the_path_in_every_place() -> None:
    picture = '<part seq="0" ct="image/jpeg" name="p.jpg" data="aGVsbG8=" />'
    parts = {
        "sms-1.xml": whole(text("hi") + mms(picture).encode(), 2),
        "calls-1.xml": whole("", 0, root="calls"),
        "note.txt": "x",
    }
    raw = zipped(parts)
    assert recognise(io.BytesIO(raw), "sms.zip") is backup
    assert backup.look(io.BytesIO(raw), "sms.zip").people == ("07700900123",)
    found = read(raw)
    first, second, rest = found
    assert isinstance(first, Message)
    assert isinstance(second, Message)
    assert (first.text, first.place.part) == ("hi", "sms-1.xml")
    assert parts["sms-1.xml"][first.place.start : first.place.end] == text("hi")
    (given,) = second.attachments
    assert (given.part, parts["sms-1.xml"][given.start : given.end]) == ("sms-1.xml", b"aGVsbG8=")
    assert rest.place.part == "note.txt"


def test_a_zip_of_a_damaged_backup_gives_what_is_there_and_says_so() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as made:
        made.writestr("sms.xml", whole(text("hi") * 50_000, 50_000))
    raw = bytearray(held.getvalue())
    raw[-3_000_000] ^= 0xFF
    found = read(bytes(raw))
    assert isinstance(found[0], Message)
    assert isinstance(found[-1], Skipped)
    assert "damaged" in found[-1].why
