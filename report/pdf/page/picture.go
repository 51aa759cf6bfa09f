package page

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"
)

// picture draws a picture over its place.
func (c *content) picture(it *Item) {
	x, y := it.X, c.height-it.Y-it.H
	if it.Elem != nil {
		it.Elem.BBox = [4]float64{x, y, x + it.W, y + it.H}
	}
	c.op("q")
	c.op("cm", it.W, 0, 0, it.H, x, y)
	c.out = append(c.out, "/I"+strconv.Itoa(c.p.number(it))+" Do\nQ\n"...)
}

// number returns the number of a picture: one for all that look alike.
func (p *painter) number(it *Item) int {
	m := it.Picture
	h := sha256.New()
	for _, part := range [][]byte{m.Data, m.Alpha} {
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part)))) // a hash does not fail
		h.Write(part)
	}
	h.Write(binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, uint64(m.Width)), uint64(m.Height)))
	key := [sha256.Size]byte(h.Sum(nil))
	n, known := p.pictures[key]
	if !known {
		n = len(p.result.Pictures)
		p.pictures[key] = n
		p.result.Pictures = append(p.result.Pictures, m)
	}
	return n
}
