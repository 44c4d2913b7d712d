# Everything sets itself up: a fresh Debian machine with Python 3.11 and make is enough.
PYTHON ?= python3
BIN    := .venv/bin
AT     ?=

.PHONY: run setup test check bench campaign browser lock words clean

run: setup
	@$(BIN)/daybook $(if $(AT),--at "$(AT)")

setup: .venv/.done

.venv/.done: requirements.txt requirements-dev.txt pyproject.toml tools/setup.sh
	@PYTHON="$(PYTHON)" sh tools/setup.sh

browser:
	@sh tools/browser.sh

test: setup browser
	@sh tools/test.sh

check: setup
	@sh tools/test.sh quick

bench: setup
	@$(BIN)/python -m bench

campaign: setup
	@$(BIN)/pytest -m campaign -p no:cacheprovider tests/campaign

lock: setup
	@sh tools/lock.sh

words: setup
	@$(BIN)/pybabel -q extract -F babel.cfg -k described:1 -o src/daybook/web/locale/messages.pot src/daybook

clean:
	rm -rf .venv build dist
