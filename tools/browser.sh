#!/bin/sh
# The browser the tests drive is the distribution's own Chromium; its driver needs libatomic.
set -eu
missing=""
found=""
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && found="$name"
done
[ -n "$found" ] || missing="chromium"
if command -v dpkg >/dev/null 2>&1 && ! dpkg -s libatomic1 >/dev/null 2>&1; then
    missing="$missing libatomic1"
fi
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing what the browser tests need:$missing" >&2
    # shellcheck disable=SC2086  # one word for each package
    apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y $missing >/dev/null
else
    echo "The tests need these packages: $missing. Install them with apt-get install, then run this again." >&2
    exit 1
fi
