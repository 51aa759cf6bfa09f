#!/bin/sh
# Makes words.zst again from Debian 12's copy of ICU4J. Needs apt-get, dpkg-deb, unzip and python3 with venv, and their registries.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check zstandard==0.25.0
apt-get download libicu4j-java=72.1-1
echo "e2764535805603f96e244d6efa1985e9bcd257b738e0aec27f62de2bc2d05f2a  libicu4j-java_72.1-1_all.deb" | sha256sum -c --quiet -
dpkg-deb -x libicu4j-java_*.deb deb
unzip -qoj deb/usr/share/java/icu4j.jar 'com/ibm/icu/impl/data/icudt72b/brkitr/*dict.dict' LICENSE -d dict
venv/bin/python -B "$here/build.py" dict "$here/words.zst"
{ sed -n 1,55p dict/LICENSE; sed -n 300,382p dict/LICENSE; } >"$here/LICENSE-ICU"
cd "$here"
sha256sum words.zst LICENSE-ICU >SHA256SUMS
