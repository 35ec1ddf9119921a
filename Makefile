# Two commands are enough: `make read` and `make test`. `make help` lists the others.

export VENV := .venv
export PYTHON ?=
export WHERE := articles/ketamine-for-anxiety.md
BIN := $(VENV)/bin
# The folders that hold Python by now.
CODE := $(patsubst %/,%,$(sort $(dir $(wildcard benchmarks/*.py scripts/*.py)))) src tests
LOCK = uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" pyproject.toml $(LOCKFLAGS)
MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help read test check test-all format format-check lint types contracts bench screenshots lock clean run dev

help: ## List what can be asked for
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

read: run ## Set up and read the article; another with WHERE=path
	@exec $(BIN)/python -m ketareader "$$WHERE"

test: dev ## Set up and run the tests; PYTESTFLAGS are passed on
	@$(BIN)/python -m pytest --numprocesses auto $(PYTESTFLAGS)

check: format-check lint types contracts ## All that has to pass: format, lint, types, contracts, tests, coverage
	@$(MAKE) test PYTESTFLAGS="--cov $(PYTESTFLAGS)"

test-all: ## Run the tests with Python 3.11, 3.12 and 3.13, those that are here
	@MAKE=$(MAKE) scripts/test-all.sh

format: dev ## Format the code, and mend what can be mended
	@$(BIN)/ruff check --fix-only --quiet $(CODE)
	@$(BIN)/ruff format $(CODE)

format-check: dev
	@$(BIN)/ruff format --check $(CODE)

lint: dev
	@$(BIN)/ruff check $(CODE)

types: dev
	@$(BIN)/mypy $(CODE)

contracts: dev
	@$(BIN)/lint-imports --no-logo

bench: dev ## Measure, and print the tables; ROWS="keys idle" for some, ROWS="--rounds 3" for less
	@$(BIN)/python -m benchmarks $(ROWS)

screenshots: dev ## Make the pictures in docs/screenshots
	@$(BIN)/python scripts/screenshots.py

lock: ## Lock the dependencies again (needs uv); newer ones with LOCKFLAGS=--upgrade
	@$(LOCK) --group build --extra hyphenation --output-file requirements/run.txt
	@$(LOCK) --group dev --constraints requirements/run.txt --output-file requirements/dev.txt

clean: ## Remove environments, caches and what was built
	@rm -rf .venv .venv-3.* build dist htmlcov .coverage .coverage.* .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

run dev:
	@scripts/setup.sh $@
