// Package sfnt reads the tables of an OpenType font in place, and writes tables as a font.
//
// Why our own: text is set by a few numbers of a few tables, a hundred thousand times; a general reader copies every
// table before the first.
package sfnt

import "errors"

// U16 reads a big-endian number at off, and 0 where the data ends: damaged offsets measure nothing and break nothing.
func U16(data string, off int) int {
	if off < 0 || off+2 > len(data) {
		return 0
	}
	return int(data[off])<<8 | int(data[off+1])
}

// I16 reads a signed number.
func I16(data string, off int) int { return int(int16(U16(data, off))) }

// U32 reads a number of four bytes.
func U32(data string, off int) int { return U16(data, off)<<16 | U16(data, off+2) }

// Table finds a table in the font's directory (OpenType 1.9, "Organization of an OpenType font"); absent ones are empty.
func Table(data, tag string) string {
	for i := range U16(data, 4) {
		record := 12 + 16*i
		if record+16 > len(data) {
			return ""
		}
		if data[record:record+4] != tag {
			continue
		}
		off, size := uint64(U32(data, record+8)), uint64(U32(data, record+12))
		if off+size > uint64(len(data)) {
			return ""
		}
		return data[off : off+size]
	}
	return ""
}

// UnicodeMap finds the subtable from Unicode to glyphs: of all planes (format 12), else of the basic plane (format 4;
// OpenType 1.9, "cmap").
func UnicodeMap(cmap string) (string, error) {
	basic := ""
	for i := range U16(cmap, 2) {
		record := 4 + 8*i
		platform, encoding, off := U16(cmap, record), U16(cmap, record+2), U32(cmap, record+4)
		if platform != 3 && platform != 0 || off+8 > len(cmap) {
			continue
		}
		switch format := U16(cmap, off); {
		case format == 12 && (platform == 0 || encoding == 10):
			return cmap[off:min(off+U32(cmap, off+4), len(cmap))], nil
		case format == 4 && (platform == 0 || encoding == 1):
			basic = cmap[off:min(off+U16(cmap, off+2), len(cmap))]
		}
	}
	if basic == "" {
		return "", errors.New("no character map for Unicode in format 4 or 12")
	}
	return basic, nil
}

// Glyph looks a rune up in a subtable of format 4 or 12; 0 where it has none.
func Glyph(cmap string, r rune) int {
	switch {
	case r <= 0:
		return 0
	case U16(cmap, 0) == 12:
		return grouped(cmap, int(r))
	case r >= 0xFFFF:
		return 0
	}
	return segmented(cmap, int(r))
}

// segmented looks a rune up in format 4: the first segment that ends at or after it decides.
func segmented(cmap string, r int) int {
	segments := U16(cmap, 6) / 2
	low, high := 0, segments
	for low < high {
		mid := (low + high) / 2
		if U16(cmap, 14+2*mid) < r {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == segments {
		return 0
	}
	start := U16(cmap, 16+2*segments+2*low)
	delta := U16(cmap, 16+4*segments+2*low)
	at := 16 + 6*segments + 2*low
	offset := U16(cmap, at)
	switch {
	case r < start:
		return 0
	case offset == 0:
		return (r + delta) & 0xFFFF
	}
	id := U16(cmap, at+offset+2*(r-start))
	if id == 0 {
		return 0
	}
	return (id + delta) & 0xFFFF
}

// grouped looks a rune up in format 12: groups of first rune, last rune and first glyph.
func grouped(cmap string, r int) int {
	low, high := 0, min(U32(cmap, 12), (len(cmap)-16)/12)
	for low < high {
		mid := (low + high) / 2
		if U32(cmap, 16+12*mid+4) < r {
			low = mid + 1
		} else {
			high = mid
		}
	}
	at := 16 + 12*low
	if first := U32(cmap, at); r >= first && r <= U32(cmap, at+4) {
		return (U32(cmap, at+8) + r - first) & 0xFFFF
	}
	return 0
}

// Pair looks a rune up in a list of pairs of rune and glyph, two bytes each, sorted by rune; 0 where it is not there.
func Pair(pairs string, r rune) int {
	low, high := 0, len(pairs)/4
	for low < high {
		mid := (low + high) / 2
		if rune(U16(pairs, 4*mid)) < r {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if r <= 0xFFFF && rune(U16(pairs, 4*low)) == r {
		return U16(pairs, 4*low+2)
	}
	return 0
}

// Kern reads a class-based kern table (see [KernClasses]), in font units. The class of the left glyph is the offset of
// a row, that of the right glyph the offset in the row.
func Kern(kern string, left, right int) int {
	const subtable = 4
	row := class(kern, subtable+U16(kern, subtable+8), left)
	if row == 0 {
		return 0
	}
	return I16(kern, subtable+row+class(kern, subtable+U16(kern, subtable+10), right))
}

func class(kern string, at, glyph int) int {
	first, count := U16(kern, at), U16(kern, at+2)
	if glyph < first || glyph >= first+count {
		return 0
	}
	return U16(kern, at+4+2*(glyph-first))
}

// KernClasses reports whether a kern table is of the kind that [Kern] reads: version 0, one subtable of format 2 (OpenType 1.9, "kern").
func KernClasses(kern string) bool {
	return U16(kern, 0) == 0 && U16(kern, 2) == 1 && U16(kern, 8) == 0x0201
}
