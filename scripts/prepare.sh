#!/usr/bin/env bash
# Brings what the tests need: npm packages, Chromium, PostgreSQL, SQLite's shell, cargo-nextest.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
command -v "${CHROMIUM:-/usr/bin/chromium}" >/dev/null || missing+=(chromium)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v pg_ctl >/dev/null || missing+=(postgresql)
command -v sqlite3 >/dev/null || missing+=(sqlite3)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
  else
    echo "missing for the tests: ${missing[*]}; install them with your package manager (Debian: apt-get install ${missing[*]})" >&2
    exit 1
  fi
fi
command -v cargo-nextest >/dev/null || cargo install --locked cargo-nextest
make --no-print-directory frontend/node_modules
if [ ! -d tests/browser/node_modules ] || [ tests/browser/package-lock.json -nt tests/browser/node_modules ]; then
  npm --prefix tests/browser ci
  touch tests/browser/node_modules
fi
