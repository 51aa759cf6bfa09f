"""Cuts the fonts that sitrep embeds out of the published ones. Run by build.sh: build.py INTER NOTO OUT."""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from kern import kern_table

LAYOUT = ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "gasp", "vhea", "vmtx", "GlyphOrder"]
# What places marks on letters stays; pair kerning is taken over into a `kern` table.
MARKS = ["ccmp", "mark", "mkmk"]
FACES = [("Regular", "regular"), ("SemiBold", "semibold"), ("Italic", "italic")]
DIGITS = "zero one two three four five six seven eight nine".split()



def span(*pairs):
    return [u for low, high in pairs for u in range(low, high + 1)]


SYMBOLS = span((0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20C0), (0x2100, 0x214F), (0x2150, 0x215F),
               (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2460, 0x2473), (0x25A0, 0x25FF), (0x2605, 0x2606), (0x26A0, 0x26A0),
               (0x2713, 0x2718))
SPACES = [0x20, 0xA0, *span((0x2002, 0x200A)), 0x202F]
# No soft hyphen, no joiners, no direction marks: nothing that would be covered and yet not be seen.
PRINT = SPACES + SYMBOLS + span((0x300, 0x36F)) + span((0x21, 0x7E), (0xA1, 0xAC), (0xAE, 0x2FF), (0x370, 0x482), (0x48A, 0x52F),
                                        (0x1E00, 0x1EFF), (0x1F00, 0x1FFF))
WEB = SPACES + SYMBOLS + span((0x21, 0x7E), (0xA1, 0xAC), (0xAE, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0),
                              (0x1CD, 0x1DC), (0x218, 0x21B), (0x259, 0x259), (0x2B0, 0x2FF), (0x370, 0x3FF), (0x400, 0x45F),
                              (0x490, 0x4F9), (0x1E02, 0x1E9E), (0x1EA0, 0x1EF9))
# What a Latin text needs; the rest of WEB stands in further files, which a page carries only where they are used.
LATIN = [u for u in WEB if u <= 0x17F or u in (0x192, 0x218, 0x219, 0x21A, 0x21B, 0x2C6, 0x2DA, 0x2DC) or 0x2000 <= u <= 0x203A
         or u in (0x202F, 0x2044, 0x20AC, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x21A9, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265)]
CYRILLIC = span((0x400, 0x45F), (0x490, 0x4F9))
KOREAN = [0x20] + span((0x3000, 0x3003), (0x3008, 0x3011), (0x3131, 0x318E)) + [
    u for u in range(0xAC00, 0xD7A4) if len(chr(u).encode("euc_kr")) == 2]  # the 2,350 of KS X 1001; others take eight bytes


def cut(font, runes, features, drop):
    options = subset.Options()
    options.layout_features = features
    options.drop_tables = options.drop_tables + drop
    options.hinting = options.glyph_names = options.recalc_timestamp = False
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=runes)
    cutter.subset(font)


def one_cmap(font, cmap):
    """One table, Windows Unicode BMP in format 4: what gofpdf reads, and report/font."""
    table = newTable("cmap")
    table.tableVersion = 0
    sub = CmapSubtable.newSubtable(4)
    sub.platformID, sub.platEncID, sub.language = 3, 1, 0
    sub.cmap = {u: g for u, g in cmap.items() if u <= 0xFFFF}
    table.tables = [sub]
    font["cmap"] = table


def tabular(cmap):
    """Digits of one width by default, so columns and dates line up wherever they are set."""
    for i, name in enumerate(DIGITS):
        cmap[0x30 + i] = name + ".tf"


def label(font, what):
    """Keeps the names that matter, in English, and says in the version that this is a cut."""
    names = font["name"]
    version = names.getDebugName(5)
    names.names = [n for n in names.names if n.platformID == 3 and n.langID == 0x409 and n.nameID in (0, 1, 2, 3, 4, 6, 13, 14)]
    names.setName("%s; %s" % (version, what), 5, 3, 1, 0x409)


def for_print(source, out):
    font = TTFont(source, recalcTimestamp=False)
    cmap = font.getBestCmap()
    tabular(cmap)
    kern = kern_table(font, {g for u, g in cmap.items() if u in set(PRINT)}, font["head"].unitsPerEm * 8 // 1000)
    one_cmap(font, cmap)
    cut(font, PRINT, MARKS, [t for t in LAYOUT if t not in ("GSUB", "GPOS", "GDEF")])
    font["kern"] = DefaultTable("kern")
    font["kern"].data = kern(font)
    label(font, "cut for print, tabular figures")
    font.flavor = None
    font.save(out)


def for_web(source, out, runes):
    font = TTFont(source, recalcTimestamp=False)
    cmap = font.getBestCmap()
    tabular(cmap)
    one_cmap(font, cmap)
    cut(font, runes, ["kern"], [t for t in LAYOUT if t not in ("GPOS", "GDEF")])
    label(font, "cut for the web, tabular figures")
    font.flavor = "woff2"
    font.save(out)


def korean(source, out):
    font = TTFont(source, recalcTimestamp=False)
    one_cmap(font, font.getBestCmap())
    cut(font, KOREAN, [], LAYOUT)
    label(font, "cut to KS X 1001")
    font.save(out)


def main(inter, noto, out):
    for style, name in FACES:
        source = "%s/web/Inter-%s.woff2" % (inter, style)
        for_print(source, "%s/inter-%s.ttf" % (out, name))
        for_web(source, "%s/inter-%s.woff2" % (out, name), LATIN)
        if name != "italic":
            for_web(source, "%s/inter-%s-cyrillic.woff2" % (out, name), CYRILLIC)
            for_web(source, "%s/inter-%s-more.woff2" % (out, name), sorted(set(WEB) - set(LATIN) - set(CYRILLIC)))
    korean(noto + "/400Regular/NotoSansKR_400Regular.ttf", out + "/noto-sans-kr.ttf")


main(*sys.argv[1:])
