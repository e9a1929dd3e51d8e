#!/usr/bin/env bash
# The contracts others build on: "write" makes them anew, "check" fails when they are stale.
set -euo pipefail
cd "$(dirname "$0")/.."
mode=$1
cargo build --workspace --locked
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
target/debug/schutznetz print-schema >"$fresh/schema.graphql"
target/debug/schutznetz print-openapi >"$fresh/openapi.json"
if [ "$mode" = write ]; then
  cp "$fresh/schema.graphql" "$fresh/openapi.json" openapi/
  (cd frontend && npm run codegen)
else
  diff -u openapi/schema.graphql "$fresh/schema.graphql"
  diff -u openapi/openapi.json "$fresh/openapi.json"
  cp -r frontend/src/gql "$fresh/gql"
  (cd frontend && npm run codegen >/dev/null)
  diff -ru "$fresh/gql" frontend/src/gql
fi
