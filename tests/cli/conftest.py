"""Keys at once for every notebook made or opened here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.quick import quick_keys


@pytest.fixture(scope="module", autouse=True)
def _quick() -> Iterator[None]:
    with quick_keys():
        yield
