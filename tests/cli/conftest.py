"""Keys at once for every notebook made or opened here; and a test run stays traceable."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest

from tests.quick import quick_keys


@pytest.fixture(scope="module", autouse=True)
def _quick() -> Iterator[None]:
    with quick_keys() as patch:
        for name in ("demo", "opened"):
            patch.setattr(import_module(f"daybook.cli.{name}"), "harden", lambda: None)
        yield
