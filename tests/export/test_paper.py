from __future__ import annotations

import io
import re
import sys
import tempfile
from datetime import date
from pathlib import Path

import pikepdf
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from daybook.export import paper as typesetter
from daybook.export.paper import PaperError, typeset
from daybook.export.words import PaperWords
from tests.export.papers import amended, drawn, file, history, incident, on, opened, pages, paper, text


def _full() -> bytes:
    first = incident("He said “no” 😀.", happened=on(4), files=(file(1, "The wall"), file(2, "x", "application/pdf")))
    return paper(history(first, amended(first, where="Hall")), pictures=drawn, by="Maya")


def test_it_is_tagged_and_says_which_standards_it_keeps() -> None:
    with pikepdf.open(io.BytesIO(_full())) as pdf:
        root = pdf.Root
        assert root.MarkInfo.Marked
        assert "/StructTreeRoot" in root
        assert str(root.Lang) == "en-GB"
        assert root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as xmp:
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("2", "A", "1")
        assert all([round(float(side)) for side in page.mediabox] == [0, 0, 595, 842] for page in pdf.pages)
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Chronology", "Entries", "Index"]
            assert [item.title for item in outline.root[1].children] == ["1 4 March 2026"]


def test_its_own_description_says_nothing() -> None:
    with pikepdf.open(io.BytesIO(_full())) as pdf:
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {
            "/Title": "Papers",
            "/Creator": str(pdf.docinfo["/Creator"]),
            "/CreationDate": "D:20260520000000Z",
            "/ModDate": "D:20260520000000Z",
        }
        assert str(pdf.docinfo["/Creator"]).startswith("Typst ")
        xmp = bytes(pdf.Root.Metadata.read_bytes()).decode()
        for word in ("Maya", "Daybook", "Chronology", "23:30", "wall"):
            assert word not in xmp


def test_the_pictures_in_it_are_only_pixels_and_have_words() -> None:
    pdf = _full()
    given = drawn(file(1))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = [
            one
            for one in document.objects
            if isinstance(one, pikepdf.Stream)
            and one.get("/Subtype") == "/Image"
            and one.get("/Filter") == "/DCTDecode"
        ]
        assert [stream.read_raw_bytes() for stream in streams] == [given], "the bytes it was given, and no others"
        assert b"Exif" not in given
        assert not Image.open(io.BytesIO(given)).getexif()
        figures = [
            one for one in document.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        ]
        assert [str(figure.Alt) for figure in figures] == ["The wall"]


def test_pictures_fit_the_paper() -> None:
    def tall(_: object) -> bytes:
        out = io.BytesIO()
        Image.new("RGB", (300, 4000), "grey").save(out, "JPEG")
        return out.getvalue()

    document = opened(paper(history(incident(files=(file(1),))), pictures=tall))
    boxes = [one.get_bounds() for page in document for one in page.get_objects(max_depth=5) if one.type == 3]
    document.close()
    assert len(boxes) == 1
    left, bottom, right, top = boxes[0]
    assert 90 < left < right < 540
    assert 60 < bottom < top < 790


def test_the_same_input_gives_the_same_bytes() -> None:
    assert _full() == _full()


MARKUP = (
    '#panic("ran") #read("/etc/passwd") $x$ *bold* _it_ = Head\n@ref <label> `raw` \\u{41} // gone #{1+1} [a] "q" ~'
)


def test_her_words_are_never_markup() -> None:
    body = incident(MARKUP, where=MARKUP, there=(MARKUP,), happened=on(4, words=MARKUP), files=(file(1, MARKUP),))
    printed = text(paper(history(body), by=MARKUP, pictures=drawn))
    flat = "".join(printed.split())
    assert flat.count("".join(MARKUP.split())) >= 6


def test_the_typesetter_can_read_no_file() -> None:
    for path in ("/etc/passwd", "../../../../../etc/passwd", "chronology.typ", "/templates/chronology.typ"):
        # With a title, or it would fail for the want of one, whatever it can read.
        source = f'#set document(title: "-")\n#read("{path}")'.encode()
        with pytest.raises(typst.TypstError):
            typesetter._compile(source, {}, made=date(2026, 1, 1), system=False)


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    tmp_path.chmod(0o500)
    assert _full()
    assert list(tmp_path.iterdir()) == []


def test_a_failure_never_quotes_what_was_to_be_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> bytes:
        raise typst.TypstError("the text `her words`", "")

    monkeypatch.setattr(typesetter, "_compile", fails)
    with pytest.raises(PaperError) as caught:
        typeset("chronology", {"a": "her words"}, made=date(2026, 1, 1), paper=PaperWords())
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None or caught.value.__suppress_context__
    assert str(caught.value) == ""


@pytest.mark.parametrize(
    "words",
    [
        "مرحبا بك في البيت",
        "שלום לך",
        "привет, Ελληνικά, ăâîșț, ąęłżź",
        "😀 👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️ 1️⃣",
        "q\u0489 e\u0301",
        "soft\u00adhyphen zero\u200bwidth \u2066isolated\u2069 \u200fmark",
    ],
)
def test_other_scripts_and_signs_are_printed(words: str) -> None:
    assert "1 of 3" in text(paper(history(incident(words, happened=on(1)))))


def test_a_sign_no_typeface_has_is_shown_by_its_number_and_the_first_page_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = typesetter._compile
    monkeypatch.setattr(
        typesetter, "_compile", lambda *given, made, system: real(*given, made=made, system=False)
    )  # a computer with no typefaces of its own
    all_pages = pages(paper(history(incident("before 中文 after \0 end", happened=on(1)))))
    assert "before ‹U+4E2D›‹U+6587› after ‹U+0000› end" in all_pages[1]
    assert "stands as its number" in " ".join(all_pages[0].split())
    assert "stands as its number" not in text(paper(history(incident("plain", happened=on(1)))))


def test_a_letter_the_typesetter_would_drop_without_a_word_is_numbered() -> None:
    """Typst 0.15 draws a heart whose accent comes from another typeface as the accent alone."""
    assert "one ‹U+1F90D›‹U+0301› two 🤍 e\u0301" in text(paper(history(incident("one 🤍\u0301 two 🤍 e\u0301"))))


def test_a_letter_that_fails_only_beside_its_neighbours_does_not_stop_the_paper(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typesetter, "_not_showable", lambda *_, **__: set())  # every letter passed on its own
    assert "one ‹U+0915› two ‹U+0416›" in text(paper(history(incident("one \u0915 two Ж"))))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(max_codepoint=sys.maxunicode), min_size=1, max_size=60))
def test_any_text_makes_a_paper(words: str) -> None:
    assert paper(history(incident(words, where=words, there=(words,), happened=on(1, words=words)))).startswith(b"%PDF")


def test_a_megabyte_in_one_entry_is_all_there() -> None:
    account = "".join(f"Sentence number {n} of a very long account. " for n in range(24_000))
    assert len(account) > 1_000_000
    printed = " ".join(re.sub(r"\d+ of \d+\s*$", "", page) for page in pages(paper(history(incident(account)))))
    printed = " ".join(printed.split())
    assert "Sentence number 0 of" in printed
    assert "Sentence number 23999 of" in printed
    assert printed.count("Sentence number") >= 24_000


def test_a_word_without_end_stays_on_the_paper() -> None:
    document = opened(paper(history(incident("x" * 3000))))
    seen = 0
    for page in document:
        words = page.get_textpage()
        for at in range(words.count_chars()):
            if words.get_text_range(at, 1) == "x":
                seen += 1
                assert words.get_charbox(at)[2] < 534, "the right margin is 2.2 cm"
    document.close()
    assert seen >= 3000
