#!/bin/sh
# The browser the tests drive is the distribution's own Chromium.
set -eu
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing the test browser (package chromium)." >&2
    apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y chromium >/dev/null
else
    echo "The tests need the package chromium. Install it (apt-get install chromium), then run this again." >&2
    exit 1
fi
