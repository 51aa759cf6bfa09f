package font

import (
	"errors"
	"fmt"
)

// u16 reads a big-endian number at off, and 0 where the data ends: damaged offsets measure nothing and break nothing.
func u16(data string, off int) int {
	if off < 0 || off+2 > len(data) {
		return 0
	}
	return int(data[off])<<8 | int(data[off+1])
}

func i16(data string, off int) int { return int(int16(u16(data, off))) }

// table finds a table in the font's directory (OpenType 1.9, "Organization of an OpenType font"); absent ones are empty.
func table(data, tag string) string {
	for i := range u16(data, 4) {
		record := 12 + 16*i
		if record+16 > len(data) {
			return ""
		}
		if data[record:record+4] != tag {
			continue
		}
		off := uint64(u16(data, record+8))<<16 | uint64(u16(data, record+10))
		size := uint64(u16(data, record+12))<<16 | uint64(u16(data, record+14))
		if off+size > uint64(len(data)) {
			return ""
		}
		return data[off : off+size]
	}
	return ""
}

// unicodeMap finds the subtable for the basic plane: platform 3, encoding 1, format 4 (OpenType 1.9, "cmap").
func unicodeMap(cmap string) (string, error) {
	for i := range u16(cmap, 2) {
		record := 4 + 8*i
		if u16(cmap, record) != 3 || u16(cmap, record+2) != 1 {
			continue
		}
		off := u16(cmap, record+4)<<16 | u16(cmap, record+6)
		if off < 0 || off+4 > len(cmap) || u16(cmap, off) != 4 {
			break
		}
		return cmap[off:min(off+u16(cmap, off+2), len(cmap))], nil
	}
	return "", errors.New("no character map for Unicode in format 4")
}

// glyph looks a rune up in a format 4 subtable: the first segment that ends at or after it decides.
func glyph(cmap string, r rune) int {
	if r <= 0 || r >= 0xFFFF {
		return 0
	}
	segments := u16(cmap, 6) / 2
	low, high := 0, segments
	for low < high {
		mid := (low + high) / 2
		if u16(cmap, 14+2*mid) < int(r) {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == segments {
		return 0
	}
	start := u16(cmap, 16+2*segments+2*low)
	delta := u16(cmap, 16+4*segments+2*low)
	at := 16 + 6*segments + 2*low
	offset := u16(cmap, at)
	switch {
	case int(r) < start:
		return 0
	case offset == 0:
		return (int(r) + delta) & 0xFFFF
	}
	id := u16(cmap, at+offset+2*(int(r)-start))
	if id == 0 {
		return 0
	}
	return (id + delta) & 0xFFFF
}

// pair reads a class-based `kern` table (OpenType 1.9, "kern", version 0, subtable format 2), in font units. The class of the left glyph
// is the offset of a row, that of the right glyph the offset in the row.
func pair(kern string, left, right int) int {
	const subtable = 4
	row := class(kern, subtable+u16(kern, subtable+8), left)
	column := class(kern, subtable+u16(kern, subtable+10), right)
	if row == 0 {
		return 0
	}
	return i16(kern, subtable+row+column)
}

func class(kern string, at, glyph int) int {
	first, count := u16(kern, at), u16(kern, at+2)
	if glyph < first || glyph >= first+count {
		return 0
	}
	return u16(kern, at+4+2*(glyph-first))
}

// checkKern refuses a table of another kind rather than reading it wrongly. No table at all is fine.
func checkKern(kern string) error {
	if kern == "" {
		return nil
	}
	if version, n, coverage := u16(kern, 0), u16(kern, 2), u16(kern, 8); version != 0 || n != 1 || coverage != 0x0201 {
		return fmt.Errorf("kern table has version %d, %d subtables, coverage %#04x; want 0, 1, 0x0201", version, n, coverage)
	}
	return nil
}
