#!/bin/sh
# Pins every dependency with its hashes. The lock files carry no addresses.
set -eu
cd "$(dirname "$0")/.."
options="--quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-annotate --no-header"
.venv/bin/pip-compile $options --output-file requirements.txt pyproject.toml
.venv/bin/pip-compile $options --constraint requirements.txt --output-file requirements-build.txt requirements-build.in
.venv/bin/pip-compile $options --constraint requirements.txt --constraint requirements-build.txt \
    --output-file requirements-dev.txt requirements-dev.in
