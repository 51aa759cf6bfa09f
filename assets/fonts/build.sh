#!/bin/sh
# Rebuilds the fonts of this folder from their published packages: npm pack for the sources,
# fonttools for the cutting, HarfBuzz for measuring what the tests of report/font expect.
# Needs npm, python3 with venv, and the two registries. The same inputs give the same bytes; SHA256SUMS holds what they must be.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check fonttools==4.61.1 brotli==1.2.0 uharfbuzz==0.57.0

cd "$tmp"
fetch() { # package, its archive, SHA-256 of that, folder to unpack to
	npm pack --silent --loglevel=error "$1" >/dev/null
	echo "$3  $2" | sha256sum -c --quiet -
	mkdir "$4"
	tar xzf "$2" -C "$4" --strip-components=1
}
fetch inter-ui@4.1.1 inter-ui-4.1.1.tgz e392e4d71f18a7c1f23dfecd833d68fa05eeab41862686584e80fd2b5d87e9c0 inter
fetch @expo-google-fonts/noto-sans-kr@0.4.3 expo-google-fonts-noto-sans-kr-0.4.3.tgz 7614af529705ea48e8b76cb3b056b92db66b7625ef3fc97ce76366063df94d3f noto

"$tmp/venv/bin/python" -B "$here/build.py" inter noto "$here"
mkdir -p "$here/../../report/font/testdata"
"$tmp/venv/bin/python" -B "$here/measure.py" inter "$here" "$here/../../report/font/testdata"
cp inter/LICENSE.txt "$here/OFL-Inter.txt"
cp noto/LICENSE_FONT "$here/OFL-NotoSansKR.txt"
cd "$here"
sha256sum OFL-*.txt *.ttf *.woff2 >SHA256SUMS
