#!/bin/sh
# Rebuilds the fonts of this folder from their published packages: npm pack for the sources,
# fonttools for the cutting, HarfBuzz for measuring what the tests of report/font expect.
# Needs npm, python3 with venv, apt-get of Debian 12 and dpkg-deb, and their registries. The same inputs give the same bytes; SHA256SUMS holds what they must be.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check fonttools==4.61.1 brotli==1.2.0 uharfbuzz==0.57.0 zstandard==0.25.0

cd "$tmp"
fetch() { # package, its archive, SHA-256 of that, folder to unpack to
	npm pack --silent --loglevel=error "$1" >/dev/null
	echo "$3  $2" | sha256sum -c --quiet -
	mkdir -p "$4"
	tar xzf "$2" -C "$4" --strip-components=1
}
fetch inter-ui@4.1.1 inter-ui-4.1.1.tgz e392e4d71f18a7c1f23dfecd833d68fa05eeab41862686584e80fd2b5d87e9c0 inter
fetch @expo-google-fonts/noto-sans-kr@0.4.3 expo-google-fonts-noto-sans-kr-0.4.3.tgz 7614af529705ea48e8b76cb3b056b92db66b7625ef3fc97ce76366063df94d3f noto

mkdir world
fetch @expo-google-fonts/noto-sans-arabic@0.4.3 expo-google-fonts-noto-sans-arabic-0.4.3.tgz 29e966f9d48a4ce7dd3c2c4c016f29cd888089538217303fb2c87de9e7f048ed world/noto-sans-arabic
fetch @expo-google-fonts/noto-sans-hebrew@0.4.1 expo-google-fonts-noto-sans-hebrew-0.4.1.tgz f82f8e852e3355521c511f2762a0130216d208d108bf4739aa977eb6a6d3012c world/noto-sans-hebrew
fetch @expo-google-fonts/noto-sans-devanagari@0.4.1 expo-google-fonts-noto-sans-devanagari-0.4.1.tgz fb9a4c288af3829f383d945fcec350c8cdf99abf18ffe55c987c495bca42e80e world/noto-sans-devanagari
fetch @expo-google-fonts/noto-sans-bengali@0.4.4 expo-google-fonts-noto-sans-bengali-0.4.4.tgz aea68a0e86d50c55739f11b3efebf859cbc63219ad1dfbf83dc7e6cfd84a4243 world/noto-sans-bengali
fetch @expo-google-fonts/noto-sans-gurmukhi@0.4.1 expo-google-fonts-noto-sans-gurmukhi-0.4.1.tgz a880021879dfa6df078c64a414c07045491269d6ed2f585487208eccb1e0d326 world/noto-sans-gurmukhi
fetch @expo-google-fonts/noto-sans-gujarati@0.4.2 expo-google-fonts-noto-sans-gujarati-0.4.2.tgz 8755e83efd5f0a75427bcb9adae912167c6c1fbd94d2a820c91655e0b58673af world/noto-sans-gujarati
fetch @expo-google-fonts/noto-sans-tamil@0.4.3 expo-google-fonts-noto-sans-tamil-0.4.3.tgz e86c62e93d3e47ec8b93f71681e1ae2010b22a9f5e8bcd496b3e46c6ba70750e world/noto-sans-tamil
fetch @expo-google-fonts/noto-sans-telugu@0.4.2 expo-google-fonts-noto-sans-telugu-0.4.2.tgz ffff86f2371e34a7f0c5b14c9d0eef1e4dc50556afb6fd0e74aebfb29dd1436f world/noto-sans-telugu
fetch @expo-google-fonts/noto-sans-kannada@0.4.3 expo-google-fonts-noto-sans-kannada-0.4.3.tgz e992988b66d3fa6c19a569d60b6fabb1b84df4789ce13ee6d643fdddc6720dad world/noto-sans-kannada
fetch @expo-google-fonts/noto-sans-malayalam@0.4.2 expo-google-fonts-noto-sans-malayalam-0.4.2.tgz 0f8036413aec0173042900862a9bd6c4180b755d1075f8e05561ced8e9304ca3 world/noto-sans-malayalam
fetch @expo-google-fonts/noto-sans-sinhala@0.4.2 expo-google-fonts-noto-sans-sinhala-0.4.2.tgz 3c73b2be95baaae05b3cddde8a7a59b82f290776bda38b14fa67db6a9c845bce world/noto-sans-sinhala
fetch @expo-google-fonts/noto-sans-thai@0.4.2 expo-google-fonts-noto-sans-thai-0.4.2.tgz 44282ae7c24587e7e50f083e5db3aafa8011ac2eac1159ef62be4fc516a66165 world/noto-sans-thai
fetch @expo-google-fonts/noto-sans-lao@0.4.2 expo-google-fonts-noto-sans-lao-0.4.2.tgz 3345f1310e88b0296fb055a2d0fbd628a61d0528a8ec06b3ef75b1a8ef204d29 world/noto-sans-lao
fetch @expo-google-fonts/noto-sans-khmer@0.4.3 expo-google-fonts-noto-sans-khmer-0.4.3.tgz cb4f3e93186d59c60d21b386fde7de3d554617a6c857f148c777a64fba608793 world/noto-sans-khmer
fetch @expo-google-fonts/noto-sans-myanmar@0.4.2 expo-google-fonts-noto-sans-myanmar-0.4.2.tgz 14db9970d908b8e46c65ddcbb66aa789add2e76e6e4cfc48e2f454c5e20ea39f world/noto-sans-myanmar
fetch @expo-google-fonts/noto-sans-georgian@0.4.3 expo-google-fonts-noto-sans-georgian-0.4.3.tgz 2dfa188c507dc5587fa05a2ffc474aba026ddbd4af1d7f6f42ff9cb039d7dc0d world/noto-sans-georgian
fetch @expo-google-fonts/noto-sans-armenian@0.4.2 expo-google-fonts-noto-sans-armenian-0.4.2.tgz 2e25bf01929800ac7f61cb69750839a92555371f66d5d1fef515b2b2ad83b0fc world/noto-sans-armenian
fetch @expo-google-fonts/noto-sans-ethiopic@0.4.2 expo-google-fonts-noto-sans-ethiopic-0.4.2.tgz 3030fe790f54df5297904e82da1d5216df61064af4e2ca2972ad166a6ad81f49 world/noto-sans-ethiopic
fetch @expo-google-fonts/noto-sans-symbols@0.4.1 expo-google-fonts-noto-sans-symbols-0.4.1.tgz d72d2f96c1c351967ec57842471b1da43ab8b1a40ecb003b1b0a0f50a3ee6388 world/noto-sans-symbols
fetch @expo-google-fonts/noto-sans-symbols-2@0.4.1 expo-google-fonts-noto-sans-symbols-2-0.4.1.tgz 3bf3d6333487df36e88d146e032a9ed8246617ca2dfe1513a8a382c3fad12ac4 world/noto-sans-symbols-2
fetch @expo-google-fonts/noto-sans-math@0.4.2 expo-google-fonts-noto-sans-math-0.4.2.tgz 652041ca903e7adcc1502a0621350526463e91416757310391370ff5f8fb3ce8 world/noto-sans-math
fetch @expo-google-fonts/noto-emoji@0.4.7 expo-google-fonts-noto-emoji-0.4.7.tgz 6a25fd5a4da5bb34bbc2d300531bbf32de86afd866e119314d7e358f61a6104d world/noto-emoji
apt-get download fonts-noto-cjk=1:20220127+repack1-1
echo "4a2515eb6db3978b897fef9709ed0d2b1f4c6c4df4d83d6c4ef65f71f1b1f502  fonts-noto-cjk_1%3a20220127+repack1-1_all.deb" | sha256sum -c --quiet -
dpkg-deb -x fonts-noto-cjk_*.deb cjk

"$tmp/venv/bin/python" -B "$here/build.py" inter noto "$here"
mkdir -p "$here/../../report/font/testdata"
"$tmp/venv/bin/python" -B "$here/measure.py" inter "$here" "$here/../../report/font/testdata"
cp inter/LICENSE.txt "$here/OFL-Inter.txt"
cp noto/LICENSE_FONT "$here/OFL-NotoSansKR.txt"
"$tmp/venv/bin/python" -B "$here/world.py" world cjk/usr/share/fonts/opentype/noto "$here/world"
{
	for f in world/*/LICENSE_FONT; do head -1 "$f"; done | sort -u
	echo "(c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source', which is not used."
	sed 1d world/noto-sans-arabic/LICENSE_FONT
} >"$here/OFL-Noto.txt"
cd "$here/world"
sha256sum *.zst coverage.txt >SHA256SUMS
cd "$here"
sha256sum OFL-*.txt *.ttf *.woff2 >SHA256SUMS
