"""What makes an order one to look at first is written in facts that exist."""

from __future__ import annotations

from pathlib import Path

from tests.guide import veldt


def test_a_fact_that_no_answer_gives_is_named_with_its_line(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    file = folder / "orders" / "stay-away-paper.toml"
    lines = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([*lines, 'fits = { all = ["can_fly"] }']), "utf-8")
    found = [one for one in veldt.errors(folder) if "can_fly" in one]
    assert found == [f"orders/stay-away-paper.toml:{len(lines) + 1}: fits: nothing has the name “can_fly”."]
