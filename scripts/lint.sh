#!/usr/bin/env bash
# Everything that reads the code without running it.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/steps.sh

arrows() { # arrows that must never exist (ARCHITECTURE.md)
  local from to bad=0
  while read -r from to; do
    if cargo tree --locked -p "schutznetz-$from" -e normal --prefix none | grep -q "^$to v"; then
      echo "forbidden arrow: $from -> $to"
      bad=1
    fi
  done <<'PAIRS'
domain tokio
domain sea-orm
domain actix-web
domain async-graphql
application sea-orm
application actix-web
application async-graphql
api sea-orm
PAIRS
  return "$bad"
}

step "format" cargo fmt --check
step "clippy" cargo clippy --workspace --locked --all-targets -- -D warnings
step "arrows" arrows
step "frontend lint" npm --prefix frontend run lint
step "frontend types" npm --prefix frontend run typecheck
step "contracts" scripts/contracts.sh check
if command -v cargo-deny >/dev/null; then
  step "licences" cargo deny --locked check bans licenses sources
else
  echo "not checked here: licences of dependencies (cargo-deny is not installed)"
fi
if command -v typos >/dev/null; then
  step "spelling" typos
else
  echo "not checked here: spelling (typos is not installed)"
fi
