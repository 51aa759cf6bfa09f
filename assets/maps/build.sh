#!/bin/sh
# Rebuilds world.bin from its published package. Needs npm and python3. The same input gives the same bytes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
npm pack --silent --loglevel=error world-atlas@2.0.2 >/dev/null
echo "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97  world-atlas-2.0.2.tgz" | sha256sum -c --quiet -
tar xzf world-atlas-2.0.2.tgz
python3 "$here/build.py" package/countries-50m.json "$here/world.bin"
(cd "$here" && sha256sum world.bin >SHA256SUMS)
