#!/bin/sh
# Bundles the page's scripts from the modules of this folder, with the esbuild that the chart engine is made with. Needs node and npm.
# The same modules give the same bytes; SHA256SUMS holds what modules and bundles must be.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
cp "$here/../echarts/package.json" "$here/../echarts/package-lock.json" "$here/build.mjs" .
npm ci --silent --no-audit --no-fund --loglevel=error >/dev/null
node build.mjs "$here" "$here"
cd "$here"
sha256sum *.js >SHA256SUMS
