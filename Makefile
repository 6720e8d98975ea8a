# Everything a contributor runs. `make` alone checks the whole project.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
CODE := linter rules tests scripts bench
FACTS ?= ../shared/facts

.PHONY: check venv fix lint types contracts test generated docs facts snapshots bench clean

check: lint types contracts generated test  ## all that must hold before a commit

venv: $(VENV)/bin/obslint  ## the virtual environment, with obslint editable

$(VENV)/bin/obslint: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

fix: venv  ## format, and mend what ruff can mend
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

lint: venv
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)

types: venv
	$(BIN)/mypy

contracts: venv
	$(BIN)/lint-imports

generated: venv  ## the generated files are current
	@set -e; for script in scripts/*.py; do echo "$$script --check"; $(BIN)/python $$script --check; done

test: venv
	$(BIN)/pytest -n auto

docs: venv  ## write the generated files again
	@set -e; for script in scripts/*.py; do echo "$$script"; $(BIN)/python $$script; done

facts: venv  ## write the tables of facts again, from FACTS
	$(BIN)/python scripts/facts.py $(FACTS)

snapshots: venv  ## accept what the reports look like now; read the diff before committing it
	$(BIN)/pytest --snapshot-update

bench: venv  ## write bench/results.md again
	$(BIN)/python bench/startup.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
