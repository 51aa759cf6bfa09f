"""Cuts the faces of scripts beside Latin, Greek, Cyrillic and common Hangul. Run by build.sh: world.py PACKAGES CJK OUT.

PACKAGES holds unpacked npm packages @expo-google-fonts/*, CJK is the folder of NotoSansCJK-Regular.ttc. For every face OUT gets NAME.zst (a
whole OpenType font, Zstandard), and OUT/coverage.txt gets a line: file, PostScript name, Bold or Regular, and the runes covered, as gaps and
lengths in base 36. The order of lines is the order in which faces are asked for a rune.
"""
import io
import os
import sys

import zstandard
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables.DefaultTable import DefaultTable


def span(*pairs):
    return {u for low, high in pairs for u in range(low, high + 1)}


# Runes of a face: those of its script, and what stands between its letters. Latin letters and figures are Inter's.
INDIC = span((0x20, 0x20), (0xA0, 0xA0), (0x200C, 0x200D), (0x25CC, 0x25CC), (0x964, 0x965), (0x1CD0, 0x1CFF), (0xA830, 0xA839))
SCRIPTS = [  # package, runes, bold
    ("noto-sans-arabic", span((0x20, 0x20), (0xA0, 0xA0), (0x600, 0x6FF), (0x750, 0x77F), (0x870, 0x8FF), (0x200C, 0x200F), (0x25CC, 0x25CC),
                              (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)), True),
    ("noto-sans-hebrew", span((0x20, 0x20), (0xA0, 0xA0), (0x591, 0x5F4), (0x200C, 0x200F), (0x25CC, 0x25CC), (0xFB1D, 0xFB4F)), True),
    ("noto-sans-devanagari", INDIC | span((0x900, 0x97F), (0xA8E0, 0xA8FF)), True),
    ("noto-sans-bengali", INDIC | span((0x980, 0x9FF)), True),
    ("noto-sans-gurmukhi", INDIC | span((0xA00, 0xA7F)), False),
    ("noto-sans-gujarati", INDIC | span((0xA80, 0xAFF)), False),
    ("noto-sans-tamil", INDIC | span((0xB80, 0xBFF)), True),
    ("noto-sans-telugu", INDIC | span((0xC00, 0xC7F)), False),
    ("noto-sans-kannada", INDIC | span((0xC80, 0xCFF)), False),
    ("noto-sans-malayalam", INDIC | span((0xD00, 0xD7F)), False),
    ("noto-sans-sinhala", INDIC | span((0xD80, 0xDFF)), False),
    ("noto-sans-thai", span((0x20, 0x20), (0xA0, 0xA0), (0xE00, 0xE7F), (0x25CC, 0x25CC)), True),
    ("noto-sans-lao", span((0x20, 0x20), (0xA0, 0xA0), (0xE80, 0xEFF), (0x25CC, 0x25CC)), False),
    ("noto-sans-khmer", span((0x20, 0x20), (0xA0, 0xA0), (0x1780, 0x17FF), (0x19E0, 0x19FF), (0x200C, 0x200D), (0x25CC, 0x25CC)), False),
    ("noto-sans-myanmar", span((0x20, 0x20), (0xA0, 0xA0), (0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F), (0x200C, 0x200D), (0x25CC, 0x25CC)), False),
    ("noto-sans-georgian", span((0x20, 0x20), (0xA0, 0xA0), (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)), True),
    ("noto-sans-armenian", span((0x20, 0x20), (0xA0, 0xA0), (0x530, 0x58F), (0xFB13, 0xFB17)), True),
    ("noto-sans-ethiopic", span((0x20, 0x20), (0xA0, 0xA0), (0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F)), True),
]
SYMBOLS = [
    ("noto-sans-symbols", span((0x2100, 0x27BF), (0x2900, 0x2BFF), (0x1F100, 0x1F1E5))),
    ("noto-sans-symbols-2", span((0x2190, 0x27BF), (0x2900, 0x29FF), (0x2B00, 0x2BFF), (0x1F300, 0x1FAFF))),
    ("noto-sans-math", span((0x2040, 0x205F), (0x2100, 0x22FF), (0x27C0, 0x27FF), (0x2980, 0x2AFF), (0x1D400, 0x1D7FF))),
    ("noto-emoji", span((0x20, 0x20), (0x23, 0x23), (0x2A, 0x2A), (0x30, 0x39), (0xA9, 0xA9), (0xAE, 0xAE), (0x200D, 0x200D), (0x203C, 0x3299),
                        (0xFE0F, 0xFE0F), (0x1F000, 0x1FAFF), (0xE0020, 0xE007F))),
]
KANA = span((0x3000, 0x30FF), (0x3100, 0x312F), (0x31A0, 0x31FF), (0x3200, 0x33FF), (0xFE10, 0xFE1F), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF),
            (0x2014, 0x2026), (0x2E3A, 0x2E3B), (0xB7, 0xB7))


def encoded(codec, lead):
    """The Han characters of a national standard whose first byte lies in a range: its levels."""
    out = set()
    for u in list(range(0x4E00, 0xA000)) + list(range(0xF900, 0xFB00)):
        try:
            b = chr(u).encode(codec)
        except UnicodeEncodeError:
            continue
        if len(b) == 2 and lead[0] <= b[0] <= lead[1]:
            out.add(u)
    return out


# GB 2312, the first levels of Big5 and JIS X 0208, and KS X 1001: what newspapers of each land are set in.
HAN = encoded("gb2312", (0, 255)) | encoded("big5", (0xA4, 0xC6)) | encoded("euc_jp", (0, 0xCF)) | encoded("euc_kr", (0, 255))
HANGUL = span((0xAC00, 0xD7A3), (0x1100, 0x11FF), (0x3131, 0x318E))


def listed(coverage, font):
    """Coverage as a list of glyphs (format 1), never as ranges: go-text/typesetting 0.3.5 loses ranges once one of its filters is full
    (harfbuzz/set_digest.go, addRange), and letters are then left unjoined."""
    coverage.Format = 1
    glyphs = getattr(coverage, "glyphs", None) or []
    return {"GlyphArray": sorted(glyphs, key=font.getGlyphID)}


otTables.Coverage.preWrite = listed


def options(features):
    o = subset.Options()
    o.layout_features = features
    o.hinting = o.glyph_names = o.recalc_timestamp = o.legacy_kern = False
    o.notdef_outline = o.desubroutinize = True
    o.drop_tables += ["BASE", "STAT", "MATH", "VORG", "vhea", "vmtx", "gasp", "meta", "DSIG"]
    return o


def label(font, what):
    names = font["name"]
    version = names.getDebugName(5)
    names.names = [n for n in names.names if n.platformID == 3 and n.langID == 0x409 and n.nameID in (0, 1, 2, 3, 4, 6, 13, 14)]
    names.setName("%s; %s" % (version, what), 5, 3, 1, 0x409)


def coverage(cmap, skip):
    """Gaps and lengths of the runs of runes, in base 36."""
    def base36(n):
        digits = ""
        while True:
            n, d = divmod(n, 36)
            digits = "0123456789abcdefghijklmnopqrstuvwxyz"[d] + digits
            if n == 0:
                return digits
    out, end = [], 0
    runes = sorted(u for u in cmap if u not in skip)
    while runes:
        first = last = runes.pop(0)
        while runes and runes[0] == last + 1:
            last = runes.pop(0)
        out.append(base36(first - end) + "." + base36(last - first + 1))
        end = last + 1
    return " ".join(out)


class Writer:
    def __init__(self, out):
        self.out, self.lines, self.total = out, [], 0

    def save(self, font, name, weight, skip=frozenset()):
        buffer = io.BytesIO()
        font.flavor = None
        font.save(buffer)
        packed = zstandard.ZstdCompressor(level=22).compress(buffer.getvalue())
        with open(os.path.join(self.out, name + ".zst"), "wb") as f:
            f.write(packed)
        cmap = font.getBestCmap()
        self.lines.append("\t".join([name, font["name"].getDebugName(6), weight, coverage(cmap, skip)]))
        self.total += len(packed)
        print(name, len(buffer.getvalue()), len(packed), len(cmap), font["maxp"].numGlyphs, flush=True)

    def close(self):
        with open(os.path.join(self.out, "coverage.txt"), "w") as f:
            f.write("\n".join(self.lines) + "\n")
        print("total", self.total)


def find(packages, package, style):
    folder = os.path.join(packages, package, style)
    return os.path.join(folder, next(n for n in sorted(os.listdir(folder)) if n.endswith(".ttf")))


def script(writer, packages, package, runes, style, weight):
    font = TTFont(find(packages, package, style), recalcTimestamp=False)
    cutter = subset.Subsetter(options(["*"]))
    cutter.populate(unicodes=runes)
    cutter.subset(font)
    label(font, "cut to its script")
    name = package + ("" if weight == "Regular" else "-semibold")
    # Runes without a look, and spaces, are not asked for: they stay with the letters before them.
    writer.save(font, name, weight, span((0x20, 0x20), (0xA0, 0xA0), (0x200B, 0x200F), (0xFE00, 0xFE0F), (0x30, 0x39), (0x23, 0x23), (0x2A, 0x2A),
                                         (0xE0020, 0xE007F)))


def han(writer, folder):
    """One pool of outlines. The character map is that of mainland China; where a land writes a character in another form, a table of its own
    (cJPN, cKOR, cTWN: pairs of rune and glyph, two bytes each, sorted) says with which glyph."""
    path = os.path.join(folder, "NotoSansCJK-Regular.ttc")
    lands = {"JP": 0, "KR": 1, "SC": 2, "TC": 3}
    maps = {land: TTFont(path, fontNumber=n, lazy=True).getBestCmap() for land, n in lands.items()}
    want = HAN | KANA | HANGUL
    font = TTFont(path, fontNumber=lands["SC"], lazy=True, recalcTimestamp=False)
    cutter = subset.Subsetter(options([]))
    cutter.options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    keep = {m[u] for m in maps.values() for u in want if u in m}
    cutter.populate(glyphs=keep, unicodes={u for u in want if u in maps["SC"]})
    cutter.subset(font)
    order = font.getReverseGlyphMap()
    base = font.getBestCmap()
    for tag, land in (("cJPN", "JP"), ("cKOR", "KR"), ("cTWN", "TC")):
        pairs = sorted((u, order[g]) for u, g in maps[land].items() if u in want and u <= 0xFFFF and base.get(u) != g)
        font[tag] = DefaultTable(tag)
        font[tag].data = b"".join(u.to_bytes(2, "big") + g.to_bytes(2, "big") for u, g in pairs)
        print(tag, len(pairs))
    label(font, "cut to the common characters of four lands")
    writer.save(font, "noto-sans-cjk", "Regular", span((0x2014, 0x2026), (0xB7, 0xB7)))


def main(packages, cjk, out):
    os.makedirs(out, exist_ok=True)
    writer = Writer(out)
    for package, runes, bold in SCRIPTS:
        script(writer, packages, package, runes, "400Regular", "Regular")
        if bold:
            script(writer, packages, package, runes, "600SemiBold", "Bold")
    han(writer, cjk)
    for package, runes in SYMBOLS:
        script(writer, packages, package, runes, "400Regular", "Regular")
    writer.close()


main(*sys.argv[1:])
