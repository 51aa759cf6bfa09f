#!/bin/sh
# Rebuilds the chart engine of this folder from its published packages, as package-lock.json pins them. Needs node and npm.
# The same inputs give the same bytes; SHA256SUMS holds what they must be.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
cp "$here/package.json" "$here/package-lock.json" "$here/entry.js" "$here/build.mjs" .
npm ci --silent --no-audit --no-fund --loglevel=error >/dev/null
node build.mjs "$here"
cp node_modules/echarts/LICENSE "$here/LICENSE"
cp node_modules/echarts/NOTICE "$here/NOTICE"
cp node_modules/echarts/licenses/LICENSE-d3 "$here/LICENSE-d3"
cp node_modules/zrender/LICENSE "$here/LICENSE-zrender"
tr -d '\r' <node_modules/tslib/LICENSE.txt >"$here/LICENSE-tslib"
cd "$here"
sha256sum LICENSE* NOTICE echarts.min.js echarts.min.js.gz >SHA256SUMS
