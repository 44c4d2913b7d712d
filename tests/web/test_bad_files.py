"""Files that are not what they should be, brought in on screen: one sentence, and the original kept as it is."""

from __future__ import annotations

import hashlib
import html
import io
import re

import pytest

from daybook.domain.records.source import Source
from daybook.notebook.bringing import Bringing
from daybook.notebook.offers import Offers
from tests.intake.bad_files import READ, bad
from tests.web.conftest import Browser


@pytest.mark.parametrize("identity", READ)
def test_a_sentence_is_shown_and_nothing_is_lost(opened: Browser, identity: str) -> None:
    files = list(bad(identity).values())
    opened.get(opened.inside("bring.index"))
    held = [(io.BytesIO(raw), name or "file") for name, raw in files]
    opened.post(opened.form('type="file"'), {"files": held}, content_type="multipart/form-data")
    offers = opened.desk.notebook.beside(Offers).all()
    assert sorted(one.file.sha256 for one in offers) == sorted(hashlib.sha256(raw).hexdigest() for _, raw in files)
    for offer in offers:
        answer = opened.get(opened.inside("bring.look", key=offer.key))
        assert answer.status_code < 300
        assert "Nothing is kept yet." in opened.page
        words = re.findall(r"<button class=\"main\">([^<]*)", opened.page)
        assert words == ["Bring it in" if offer.found else "Keep it" if offer.thing else "Keep it as a file"]
        if not offer.found and not offer.thing:
            assert offer.sentence.endswith(".")
            assert offer.sentence in html.unescape(opened.page)
    opened.get(opened.inside("bring.several"))
    opened.post(opened.form('name="device"'), {"device": "Mine"})
    kept = opened.desk.notebook.timeline(["source.1", "kept-file.1"])
    for one in kept:
        opened.desk.notebook.beside(Bringing).wait(one.record, 30)
    originals = {
        file.sha256 for one in kept for file in (one.body.original if isinstance(one.body, Source) else one.body.files)
    }
    waiting = {one.file.sha256 for one in opened.desk.notebook.beside(Offers).all()}
    assert originals | waiting == {one.file.sha256 for one in offers}
    assert originals
