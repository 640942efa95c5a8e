# The two commands of the README are `make run` and `make test`; `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help run test lint types contracts unit torture wheel quality format pictures clean

help: ## list what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "talent-tui needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(READY)

run: $(READY) ## open the app on the sample articles
	$(BIN)/talent-tui --sample

test: $(READY) lint types contracts unit quality wheel ## everything that must hold

lint: $(READY) ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## strict types
	$(BIN)/mypy

contracts: $(READY) ## who may import whom
	$(BIN)/lint-imports

unit: $(READY) ## the tests
	$(BIN)/python -m pytest -n 2

quality: $(READY) ## score the program on the fixtures' answer keys
	$(BIN)/python -m tests.quality
	$(BIN)/python -m tests.quality --second

torture: $(READY) ## kill writing programs 300 times each (four minutes); nothing may be lost
	$(BIN)/python -m tests.torture 300

wheel: $(READY) ## build the wheel and try it in an empty environment
	$(BIN)/python -m tests.wheel

format: $(READY) ## put the code into the project's style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

pictures: $(READY) ## draw the guide's pictures from the app
	$(BIN)/python docs/pictures.py

clean: ## remove what was built
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
