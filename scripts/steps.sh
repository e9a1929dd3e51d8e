# Runs named steps and says how long each took. Sourced by the other scripts.

step() { # step NAME COMMAND…
  local name=$1 began=$SECONDS
  shift
  echo "== $name"
  if "$@"; then
    echo "-- $name: $((SECONDS - began)) s"
  else
    local code=$?
    echo "-- $name: FAILED after $((SECONDS - began)) s"
    return "$code"
  fi
}
