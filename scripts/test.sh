#!/usr/bin/env bash
# Runs every test and ends with one line: "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/steps.sh

logs=$(mktemp -d)
passed=0 failed=0 skipped=0 broken=0 reason=

conclude() { # the closing lines, wherever the run ends
  local code=$?
  rm -rf "$logs"
  if [ "$failed" -eq 0 ] && { [ "$broken" -ne 0 ] || [ "$code" -ne 0 ]; }; then failed=1; fi
  echo
  echo "skipped tests: $skipped${reason:+ ($reason)}"
  echo "$passed passed, $failed failed"
  exit $((failed > 0))
}
trap conclude EXIT

# counted NAME COMMAND… : runs a step, keeps its output, adds its numbers up
counted() {
  local name=$1 log="$logs/${1// /-}"
  shift
  if ! step "$name" "$@" 2>&1 | tee "$log"; then broken=1; fi
  sed -E 's/\x1b\[[0-9;]*m//g' "$log" >"$log.plain"
  add "$log.plain"
}

number() { # number WORD FILE: the sum of "N WORD" in the closing lines of a runner
  # a step that runs no test has no such line, and that is no failure
  { grep -E '^ *(Summary \[|Tests  |[0-9]+ (passed|failed|skipped|flaky)|.*[0-9]+ passed, [0-9]+ failed)' "$2" || true; } |
    { grep -oE "[0-9]+ $1" || true; } | awk '{n += $1} END {print n + 0}'
}

add() {
  passed=$((passed + $(number passed "$1")))
  failed=$((failed + $(number failed "$1")))
  skipped=$((skipped + $(number skipped "$1")))
}

# the register of the research lies beside the repository, not in it
register=../shared/data/mv_institutions.csv
wanted='all()'
if [ ! -f "$register" ]; then
  wanted='not test(/^seed::tests::register::/)'
  reason="the tests of the seed against the register: $register is not there"
fi

step "prepare" scripts/prepare.sh

build_pages() { (cd frontend && npm run build); }
counted "build pages" build_pages
counted "build binary" cargo build --workspace --locked
counted "rust" cargo nextest run --workspace --locked --no-fail-fast -E "$wanted"
counted "frontend" npm --prefix frontend test
counted "browser" scripts/browser.sh journeys
counted "clients" scripts/clients.sh
