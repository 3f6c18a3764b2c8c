#!/bin/sh
# Runs schemathesis against a server of its own, built before by `npm run build`:
#   pip install schemathesis==4.32.5 && packages/router/schemathesis/run.sh -n 100
set -eu
cd "$(dirname "$0")/../../.."
port=${PORT:-4299}
data=$(mktemp -d)
export PARLEY="http://127.0.0.1:$port"
env PORT="$port" DATA_DIR="$data" DATABASE_URL="${DATABASE_URL:-}" API_RATE=0 AUTH_RATE=0 MESSAGE_RATE=0 LOG_LEVEL=warn \
  node apps/server/dist/cli.js serve >"$data/log" 2>&1 &
server=$!
trap 'kill $server; wait $server || true; grep -E "\"level\":(50|60)" "$data/log" || true; rm -rf "$data"' EXIT
until curl -sf "$PARLEY/readyz" >/dev/null; do sleep 0.5; done
schemathesis --config-file packages/router/schemathesis/schemathesis.toml run "$PARLEY/openapi.json" "$@"
