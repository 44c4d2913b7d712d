# Everything sets itself up: a fresh Debian machine with Python 3.11 and make is enough.
PYTHON ?= python3
BIN    := .venv/bin
AT     ?=

.PHONY: run setup test check bench campaign browser lock words published clean

run: setup
	@exec $(BIN)/daybook $(if $(AT),--at "$(AT)")

setup: .venv/.done

.venv/.done: requirements.txt requirements-build.txt pyproject.toml tools/setup.sh
	@PYTHON="$(PYTHON)" sh tools/setup.sh

.venv/.dev: .venv/.done requirements-dev.txt
	@PYTHON="$(PYTHON)" sh tools/setup.sh dev

browser:
	@sh tools/browser.sh

test: .venv/.dev browser
	@sh tools/test.sh

check: .venv/.dev
	@sh tools/test.sh quick

bench: .venv/.dev
	@$(BIN)/python -m bench

campaign: .venv/.dev
	@$(BIN)/pytest -m campaign -p no:cacheprovider tests

lock: .venv/.dev
	@sh tools/lock.sh

words: .venv/.dev
	@mkdir -p src/daybook/web/locale
	@PYTHONPATH=. $(BIN)/pybabel -q extract -F babel.cfg --no-location --omit-header -k N_ -o src/daybook/web/locale/messages.pot src/daybook

published: .venv/.dev
	@$(BIN)/daybook guide review > docs/review.md
	@for kind in $$(ls docs/schemas | sed 's/\.json$$//'); do $(BIN)/daybook guide schema $$kind > docs/schemas/$$kind.json; done

clean:
	rm -rf .venv build dist
