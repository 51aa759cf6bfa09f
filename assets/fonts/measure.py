"""Measures the cut fonts with other tools than ours, for the tests of report/font. Run by build.sh: measure.py INTER FONTS OUT.

Writes OUT/widths.txt (face, texts, their width by hmtx in thousandths of an em, each advance rounded) and OUT/pairs.txt (face, pairs of
letters, their kerning by HarfBuzz from the cut font's kern table). Stops if HarfBuzz finds other kerning in the GPOS table of the original font.
"""
import json
import random
import sys

import uharfbuzz as hb
from fontTools.ttLib import TTFont

FACES = {"inter-regular": "Regular", "inter-semibold": "SemiBold", "inter-italic": "Italic"}
KNOWN = "AV VA To Ta We Wa Ya Yo P. T. F, L’ r. y, “A A” Tr К. ГА Га Уд Ау Ѓа ΑΥ Το Ρα 11 1, 7. 1a xy oo"


def thousandths(units, per_em):
    return int(abs(units) * 1000 / per_em + 0.5) * (1 if units >= 0 else -1)


class Shaper:
    def __init__(self, data):
        self.font = hb.Font(hb.Face(data))

    def advance(self, text, kern):
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        quiet = {t: False for t in ("calt", "ccmp", "locl", "rlig", "liga", "clig", "mark", "mkmk")}
        hb.shape(self.font, buffer, {**quiet, "kern": kern})
        return sum(p.x_advance for p in buffer.glyph_positions)

    def kern(self, text):
        return self.advance(text, True) - self.advance(text, False)


def some_pairs(runes, shaper, chance):
    letters = [chr(u) for u in runes if u > 0x20 and chr(u).isprintable() and not 0x300 <= u < 0x370]
    common = [c for c in letters if ord(c) < 0x250 or 0x390 <= ord(c) < 0x460]
    yield from KNOWN.split()
    for i in range(400):
        pool = common if i % 4 else letters
        yield chance.choice(pool) + chance.choice(pool)


def grouped(name, measured):
    """Lines of the texts that measure the same, of about a hundred characters each."""
    by = {}
    for text, n in measured:
        lines = by.setdefault(n, [[]])
        if len(json.dumps(lines[-1] + [text], ensure_ascii=False)) > 110 and lines[-1]:
            lines.append([])
        lines[-1].append(text)
    return ["%s\t%s\t%d\n" % (name, json.dumps(texts, ensure_ascii=False), n) for n, lines in by.items() for texts in lines]


def measure(name, style, source, folder, chance):
    path = "%s/%s.ttf" % (folder, name)
    font = TTFont(path)
    per_em, cmap = font["head"].unitsPerEm, font.getBestCmap()
    runes = sorted(cmap)
    widths = []
    for i in range(120):
        text = "".join(chr(chance.choice(runes)) for _ in range(chance.randint(0, 40)))
        total = sum(thousandths(font["hmtx"][cmap[ord(c)]][0], per_em) for c in text)
        widths.append((text, total))
    pairs = []
    if style:
        cut = Shaper(open(path, "rb").read())
        original = TTFont("%s/web/Inter-%s.woff2" % (source, style))
        original.flavor = None
        original.save("original.ttf")
        first = Shaper(open("original.ttf", "rb").read())
        for text in some_pairs(runes, cut, chance):
            kern, before = cut.kern(text), first.kern(text)
            if any(c in "0123456789" for c in text) or abs(before) < per_em * 8 // 1000:
                before = 0
            if kern != before:
                sys.exit("%s %r: kerning %d, but %d in the original" % (name, text, kern, before))
            pairs.append((text, thousandths(kern, per_em)))
    return grouped(name, widths), grouped(name, pairs)


def main(source, folder, out):
    chance = random.Random(1)
    widths, pairs = [], []
    for name, style in [*FACES.items(), ("noto-sans-kr", None)]:
        w, p = measure(name, style, source, folder, chance)
        widths += w
        pairs += p
    open(out + "/widths.txt", "w").writelines(widths)
    open(out + "/pairs.txt", "w").writelines(pairs)


main(*sys.argv[1:])
