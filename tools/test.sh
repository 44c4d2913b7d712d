#!/bin/sh
# Everything that has to hold before a change lands. With "quick": all but the tests.
set -eu
cd "$(dirname "$0")/.."
BIN=.venv/bin
$BIN/ruff check .
$BIN/ruff format --check .
# Reading the types takes one core for a while; the others need the second.
$BIN/mypy & types=$!
$BIN/lint-imports
$BIN/daybook guide check
wait $types
[ "${1:-}" = quick ] || $BIN/pytest -n 2 --dist worksteal -m "not campaign"
