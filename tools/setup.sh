#!/bin/sh
# Makes .venv with .venv/bin/daybook from the pinned, hashed requirements. Safe to run again.
# With "dev": also what the tests and checks need.
set -eu
cd "$(dirname "$0")/.."

"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "Daybook needs Python 3.11 or newer. Install the package python3, then run this again." >&2
    exit 1
}
if ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get -qq update && apt-get -qq install -y python3-venv >/dev/null
    else
        echo "Daybook needs the package python3-venv. Install it (apt-get install python3-venv), then run this again." >&2
        exit 1
    fi
fi
[ -x .venv/bin/python ] && .venv/bin/python -c 'import pip' 2>/dev/null || {
    rm -rf .venv
    "$PYTHON" -m venv .venv
}
install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"
}
if [ "${1:-}" = dev ]; then
    echo "Setting up what the tests need. This happens once." >&2
    install --no-compile --require-hashes -r requirements-dev.txt # most of it is never imported
    touch .venv/.dev
else
    echo "Setting up. This happens once and can take a few minutes." >&2
    install --require-hashes -r requirements.txt -r requirements-build.txt
    install --no-build-isolation --no-deps --editable .
    touch .venv/.done
fi
