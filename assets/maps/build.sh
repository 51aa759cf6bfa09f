#!/bin/sh
# Rebuilds world.bin and names.bin from published packages. Needs npm and python3. The same input gives the same bytes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
# fetch PACKAGE VERSION SHA256 unpacks into a folder of the package's name.
fetch() {
	npm pack --silent --loglevel=error "$1@$2" >/dev/null
	echo "$3  $1-$2.tgz" | sha256sum -c --quiet -
	mkdir "$1" && tar xzf "$1-$2.tgz" -C "$1" --strip-components=1
}
fetch world-atlas 2.0.2 032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97
fetch cldr-core 48.2.0 5310e0c7a06c1feb83dc8e54c8584bbe0b9c2ea8320172a18d541986b124585d
fetch cldr-localenames-full 48.2.0 7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57
export PYTHONDONTWRITEBYTECODE=1
python3 "$here/build.py" world-atlas/countries-50m.json "$here/world.bin"
python3 "$here/names.py" world-atlas/countries-50m.json cldr-core/supplemental/codeMappings.json cldr-localenames-full/main "$here/names.bin"
cp cldr-localenames-full/LICENSE "$here/LICENSE-CLDR"
(cd "$here" && sha256sum world.bin names.bin LICENSE-CLDR >SHA256SUMS)
