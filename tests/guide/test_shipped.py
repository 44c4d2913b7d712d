"""The pack Daybook ships is right, and every corrected statement stays out of it."""

import time
from datetime import date

from daybook.guide.check import check
from daybook.guide.checks.grammar import WORDINGS
from daybook.guide.directory import services_for
from daybook.guide.load import load_pack
from daybook.guide.texts import texts_of
from daybook.guide.wording import render
from daybook.notebook.guidance import shipped_folder, shipped_pack
from daybook.notebook.tools import TOOLS

CHECKED = date(2026, 11, 22)


def test_the_shipped_pack_has_nothing_to_mend_and_says_so_quickly() -> None:
    start = time.perf_counter()
    found = check(load_pack(shipped_folder()), TOOLS, CHECKED, release=True)
    took = time.perf_counter() - start
    assert [str(finding) for finding in found if finding.level == "error"] == []
    assert took < 20


def test_no_text_is_left_with_a_brace_in_any_wording() -> None:
    pack = shipped_pack()
    for entry in pack.entries():
        for _, text in texts_of(entry):
            for wording in WORDINGS.values():
                read = render(text, wording, pack)
                assert "{" not in read, entry.id
                assert "}" not in read, entry.id


def test_every_nation_has_its_own_helpline_first_and_who_says_nothing_sees_them_all() -> None:
    pack = shipped_pack()
    everywhere = {service.id for service in services_for(pack, (), "talk")}
    for nation in pack.cover.nations:
        here = services_for(pack, {f"in_{nation}"}, "talk")
        assert here
        assert all(nation in service.nations for service in here)
        assert {service.id for service in here} <= everywhere
