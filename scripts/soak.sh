#!/usr/bin/env bash
# A crowd at the service on both engines: nothing fails, no edit is lost, memory stays bounded.
# `make soak` uses the binary of the daily build; PROFILE=release the one that is shipped.
# Options go through: scripts/soak.sh --clients 64 --seconds 600
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/prepare.sh
profile=${PROFILE:-dev}
cargo build --profile "$profile" --workspace --locked --bin schutznetz --example soak
folder=$profile
[ "$profile" != dev ] || folder=debug
"target/$folder/examples/soak" "$@"
