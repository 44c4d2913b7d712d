"""One way of running for every test: no clock decides whether a property holds, and nothing is worked out again."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.made_once import work_out_once

settings.register_profile(
    "house",
    max_examples=int(os.environ.get("DAYBOOK_EXAMPLES", "100")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
    print_blob=True,
)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        work_out_once(patch)
        yield
