package sfnt

import (
	"encoding/binary"
	"math/bits"
)

// A Named is a table and its tag of four letters.
type Named struct {
	Tag  string // "glyf"
	Data []byte // without padding
}

// TrueType and CFF are the versions of fonts with either kind of outlines.
const (
	TrueType = 0x00010000
	CFF      = 0x4F54544F // "OTTO"
)

// Write writes tables, sorted by their tags, as a font (OpenType 1.9, "Organization of an OpenType font").
func Write(version uint32, tables []Named) []byte {
	n := len(tables)
	power := bits.Len(uint(n)) - 1
	size := 12 + 16*n
	for _, t := range tables {
		size += (len(t.Data) + 3) &^ 3
	}
	out := make([]byte, 0, size)
	out = binary.BigEndian.AppendUint32(out, version)
	for _, v := range []int{n, 16 << power, power, 16*n - 16<<power} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at := 12 + 16*n
	for _, t := range tables {
		out = append(out, t.Tag...)
		for _, v := range []uint32{Checksum(t.Data), uint32(at), uint32(len(t.Data))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		at += (len(t.Data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.Data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}

// Checksum is the sum of a table's numbers of four bytes.
func Checksum(data []byte) uint32 {
	var sum uint32
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	for i, b := range data {
		sum += uint32(b) << (24 - 8*i)
	}
	return sum
}
