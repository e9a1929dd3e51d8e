# Two commands matter: `make run` starts everything, `make test` proves everything.
# Each target below has one line of help; `make help` prints them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
CARGO_FLAGS := --workspace --locked

.PHONY: help run dev test lint check fmt contracts bench e2e soak clean

help: ## List the targets
	@grep -hE '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: ## Build and start the whole thing on SQLite with the seed network and the demo; prints URL and logins
	@scripts/run.sh

dev: frontend/node_modules ## Start the pages alone (Vite) against a running server, see SCHUTZNETZ_API
	@cd frontend && npm run dev

test: ## Install what the tests need and run everything: Rust on both databases, frontend, browser
	@scripts/test.sh

lint: frontend/node_modules ## Formatting, clippy, forbidden arrows, frontend checks, contracts
	@scripts/lint.sh

check: ## The quick look while writing: formatting and clippy
	cargo fmt --check
	cargo clippy $(CARGO_FLAGS) --all-targets -- -D warnings

fmt: frontend/node_modules ## Format all code
	cargo fmt
	cd frontend && npm run format

contracts: frontend/node_modules ## Write openapi/ and the generated frontend types anew
	@scripts/contracts.sh write

bench: ## Measure the release binary over HTTP, as ratios in one run
	@scripts/bench.sh

e2e: ## Every page in every state, before a release
	@scripts/browser.sh full

soak: ## A crowd at the service on both engines: nothing fails, no edit is lost, memory stays bounded
	@scripts/soak.sh

clean: ## Remove build products and the demo database
	cargo clean
	rm -rf frontend/node_modules frontend/dist/assets frontend/dist/*.html tests/browser/node_modules var

frontend/node_modules: frontend/package-lock.json
	cd frontend && npm ci
	@touch $@
