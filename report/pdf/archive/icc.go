package archive

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// profile returns an sRGB colour profile (IEC 61966-2-1 in the form of
// ICC.1:2004-10): what the colours of the file mean (ISO 19005-3, 6.2.3).
//
// Why generated: it is small, and a profile of somebody else's would be one
// more file with a licence.
func profile() []byte {
	type entry struct {
		tag  string
		data []byte
	}
	curve := parametric(0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B) // 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045
	entries := []entry{
		{"desc", localized("sRGB")}, {"cprt", localized("CC0")},
		{"wtpt", xyz(0xF6D6, 0x10000, 0xD32D)},
		{"chad", fixed("sf32", 0x10C42, 0x5DE, -0xCDB, 0x793, 0xFD90, -0x45F, -0x25E, 0x3DC, 0xC06E)},
		{"rXYZ", xyz(0x6FA2, 0x38F5, 0x390)}, {"gXYZ", xyz(0x6299, 0xB785, 0x18DA)}, {"bXYZ", xyz(0x24A0, 0xF84, 0xB6CF)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	head := header()
	head = binary.BigEndian.AppendUint32(head, uint32(len(entries)))
	offset := len(head) + 12*len(entries)
	var body []byte
	for i, e := range entries {
		at := offset + len(body)
		if i > 7 { // the curves are one and the same
			at -= len(curve)
		} else {
			body = append(body, e.data...)
		}
		head = append(head, e.tag...)
		head = binary.BigEndian.AppendUint32(head, uint32(at))
		head = binary.BigEndian.AppendUint32(head, uint32(len(e.data)))
	}
	out := slices.Concat(head, body)
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	return out
}

// header is that of a display profile, RGB to XYZ (ICC.1, 7.2).
func header() []byte {
	h := make([]byte, 128)
	h[8], h[9] = 4, 0x20 // version 4.2
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2000, 1, 1} { // a date, fixed
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	for i, v := range []uint32{0xF6D6, 0x10000, 0xD32D} { // D50
		binary.BigEndian.PutUint32(h[68+4*i:], v)
	}
	return h
}

// fixed is an array of s15Fixed16 numbers (10.22); what they are is its type.
func fixed(kind string, values ...int32) []byte {
	out := append([]byte(kind), 0, 0, 0, 0)
	for _, v := range values {
		out = binary.BigEndian.AppendUint32(out, uint32(v))
	}
	return out
}

func xyz(x, y, z int32) []byte { return fixed("XYZ ", x, y, z) }

// parametric is a curve of function type 3 (10.15).
func parametric(values ...int32) []byte {
	out := append([]byte("para"), 0, 0, 0, 0, 0, 3, 0, 0)
	for _, v := range values {
		out = binary.BigEndian.AppendUint32(out, uint32(v))
	}
	return out
}

// localized is a text in one language (10.13), padded to four bytes.
func localized(s string) []byte {
	u := utf16.Encode([]rune(s))
	out := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0cenUS")
	out = binary.BigEndian.AppendUint32(out, uint32(2*len(u)))
	out = binary.BigEndian.AppendUint32(out, 28)
	for _, v := range u {
		out = binary.BigEndian.AppendUint16(out, v)
	}
	for len(out)%4 != 0 {
		out = append(out, 0)
	}
	return out
}
