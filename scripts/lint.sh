#!/usr/bin/env bash
# Everything that reads the code without running it.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/steps.sh

arrows() { # arrows that must never exist (ARCHITECTURE.md)
  local from to tree bad=0
  while read -r from to; do
    # asked apart from the search: a tree that cannot be read is no tree without the arrow
    if ! tree=$(cargo tree --locked -p "schutznetz-$from" -e normal --prefix none); then
      echo "not read: what $from depends on"
      bad=1
    elif grep -q "^$to v" <<<"$tree"; then
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

skipped=0
with() { # with TOOL NAME COMMAND… : a step for which a tool of its own has to be installed
  local tool=$1
  shift
  if command -v "$tool" >/dev/null; then
    step "$@"
  else
    skipped=$((skipped + 1))
    echo "== $1"
    echo "-- $1: skipped, $tool is not installed"
  fi
}

step "format" cargo fmt --check
step "clippy" cargo clippy --workspace --locked --all-targets -- -D warnings
step "arrows" arrows
step "frontend lint" npm --prefix frontend run lint
step "frontend types" npm --prefix frontend run typecheck
step "contracts" scripts/contracts.sh check
with cargo-deny "licences" cargo deny --locked check bans licenses sources
with typos "spelling" typos
echo "lint: passed, $skipped skipped"
