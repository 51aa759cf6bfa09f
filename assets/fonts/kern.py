"""Turns the pair kerning of a GPOS table into a class-based `kern` table (OpenType 1.9, kern, version 0, format 2)."""
import struct


def pair_lookups(font):
    """The kern lookups' pair subtables, one list per lookup, in order."""
    table = font["GPOS"].table
    wanted = {i for r in table.FeatureList.FeatureRecord if r.FeatureTag == "kern" for i in r.Feature.LookupListIndex}
    for i in sorted(wanted):
        subtables = [getattr(s, "ExtSubTable", s) for s in table.LookupList.Lookup[i].SubTable]
        if all(s.LookupType == 2 for s in subtables):
            yield subtables


def advance(value):
    return getattr(value, "XAdvance", 0) or 0


def row(subtables, left, glyphs):
    """Right glyph -> adjustment after `left`: in a lookup the first subtable that knows the pair decides."""
    found = {}
    for s in subtables:
        if left not in s.Coverage.glyphs:
            continue
        if s.Format == 1:
            for record in s.PairSet[s.Coverage.glyphs.index(left)].PairValueRecord:
                found.setdefault(record.SecondGlyph, advance(record.Value1))
            continue
        seconds = s.Class1Record[s.ClassDef1.classDefs.get(left, 0)].Class2Record
        classes = s.ClassDef2.classDefs
        for right in glyphs:
            found.setdefault(right, advance(seconds[classes.get(right, 0)].Value1))
    return found


def pairs(font, glyphs, least):
    """(left, right) -> font units, for the pairs of at least `least` units. Figures stay unkerned: they are tabular."""
    letters = sorted(g for g in glyphs if not g.endswith(".tf"))
    lookups = list(pair_lookups(font))
    total = {}
    for left in letters:
        for subtables in lookups:
            for right, value in row(subtables, left, letters).items():
                total[left, right] = total.get((left, right), 0) + value
    known = set(letters)
    return {p: v for p, v in total.items() if abs(v) >= least and p[1] in known}


def classes(lines):
    """Glyphs with equal lines share a class; class 0 is for those without kerning."""
    numbers = {}
    return {g: numbers.setdefault(tuple(sorted(line.items())), len(numbers) + 1) for g, line in lines.items()}, len(numbers) + 1


def class_table(order, of, scale, base):
    """firstGlyph, nGlyphs, and for each glyph its class times `scale` plus `base`."""
    ids = sorted(order[g] for g in of)
    values = dict((order[g], c) for g, c in of.items())
    first, last = ids[0], ids[-1]
    body = [values.get(i, 0) * scale + base for i in range(first, last + 1)]
    return struct.pack(">HH%dH" % len(body), first, len(body), *body)


def kern_table(font, glyphs, least):
    """A function from the cut font to the bytes of its kern table: glyph ids are known only after the cut."""
    found = pairs(font, glyphs, least)
    lefts, rights = {}, {}
    for (left, right), value in sorted(found.items()):
        lefts.setdefault(left, {})[right] = value
    left_of, rows = classes(lefts)
    for (left, right), value in sorted(found.items()):
        rights.setdefault(right, {})[left_of[left]] = value
    right_of, columns = classes(rights)
    cells = [[0] * columns for _ in range(rows)]
    for (left, right), value in found.items():
        cells[left_of[left]][right_of[right]] = value
    print("kern: %d pairs in %d x %d classes" % (len(found), rows, columns))

    def build(cut):
        order = cut.getReverseGlyphMap()
        width = columns * 2
        array = 14  # subtable header (6) and its four fields (8); the array follows, then the class tables
        left = class_table(order, left_of, width, array)
        right = class_table(order, right_of, 2, 0)
        body = b"".join(struct.pack(">%dh" % columns, *line) for line in cells)
        offset = array + len(body)
        length = offset + len(left) + len(right)
        head = struct.pack(">HHHHH", 0, 1, 0, length, 0x0201) + struct.pack(">HHHH", width, offset, offset + len(left), array)
        return head + body + left + right

    return build
