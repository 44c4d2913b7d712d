"""What is the same in every app of a test run is worked out once: the code of a template, and how an address is built.

Every test of a page has an app of its own. Working these two out took four fifths of its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask.templating import Environment
from jinja2 import BytecodeCache
from werkzeug.routing import Rule

if TYPE_CHECKING:
    import pytest
    from jinja2.bccache import Bucket

_CODE: dict[str, bytes] = {}
_BUILDERS: dict[Any, Any] = {}


class Remembered(BytecodeCache):
    """Compiled templates in memory. Each bucket has the checksum of its source, so a changed one is compiled anew."""

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in _CODE:
            bucket.bytecode_from_string(_CODE[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        _CODE[bucket.key] = bucket.bytecode_to_string()


def work_out_once(patch: pytest.MonkeyPatch) -> None:
    begin, build = Environment.__init__, Rule._compile_builder

    def begin_remembering(self: Environment, app: Any, **options: Any) -> None:
        begin(self, app, **{"bytecode_cache": Remembered(), **options})

    def build_once(self: Rule, append_unknown: bool = True) -> Any:  # noqa: FBT001, FBT002  (as it is called)
        key = (self.rule, tuple(self._trace), repr(self.defaults), append_unknown)
        if key not in _BUILDERS:
            _BUILDERS[key] = build(self, append_unknown)
        return _BUILDERS[key]

    patch.setattr(Environment, "__init__", begin_remembering)
    patch.setattr(Rule, "_compile_builder", build_once)
