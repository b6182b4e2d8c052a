# Two commands matter: `make run` and `make test`. Both start from nothing but Python 3.13 and make.
PORT ?= 8000
# Assigned, not inherited: some shells export HOST as the name of the machine.
HOST = 127.0.0.1
PEERS ?=
export PORT HOST PEERS

PYTHON = .venv/bin/python
MAKEFLAGS += --no-print-directory

.PHONY: help run test screenshots format lock bench clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

run: ## install, prepare and serve the site (PORT=8000, HOST=127.0.0.1)
	@scripts/install requirements.lock && exec $(PYTHON) -m scripts.run

test: ## install and run every check and test, on SQLite, PostgreSQL and in a browser
	@scripts/install requirements-dev.lock && exec $(PYTHON) -m scripts.suite $(ONLY)

screenshots: ## renew the pictures of the editor's manual in docs/images
	@scripts/install requirements-dev.lock && SCREENS=docs/images exec $(PYTHON) -m pytest -q tests/browser/day

format: ## put the code into the house format
	@scripts/install requirements-dev.lock
	@$(PYTHON) -m ruff check --fix --quiet . || true
	@$(PYTHON) -m ruff format .

lock: ## resolve the dependencies of pyproject.toml into the two lock files (UPGRADE=1: to the newest)
	@scripts/lock

bench: ## measure against the targets (PEERS=folder of the comparison, to compare as well)
	@scripts/install requirements-dev.lock && exec $(PYTHON) -m tests.benchmarks

clean: ## remove what the tools leave behind; keeps var/
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
