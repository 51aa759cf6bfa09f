package tree

import (
	"strings"
	"unicode/utf8"
)

// A Cursor finds the places of bytes of what a string says. Ascending offsets
// cost one pass over the string.
type Cursor struct {
	p    parser
	n    *Node
	said int // bytes that what lies before the place says
}

// NewCursor returns a Cursor for the string n of src.
func NewCursor(src string, n *Node) *Cursor {
	return &Cursor{p: parser{src: src, pos: n.Off + 1}, n: n}
}

// At returns the place in the source of the byte at off of what the string says.
func (c *Cursor) At(off int) int {
	if len(c.n.Text) == c.n.End-c.n.Off-2 {
		return c.n.Off + 1 + min(off, len(c.n.Text)) // no escapes
	}
	if off < c.said {
		c.p.pos, c.said = c.n.Off+1, 0
	}
	for c.p.pos < c.n.End-1 {
		said, size := 1, 1
		switch b := c.p.src[c.p.pos]; {
		case b == '\\':
			var r rune
			r, size = c.p.escaped(false)
			said = utf8.RuneLen(r)
		case b >= utf8.RuneSelf:
			var r rune
			r, size = utf8.DecodeRuneInString(c.p.src[c.p.pos:])
			said = utf8.RuneLen(r)
		}
		if c.said+said > off {
			break
		}
		c.said += said
		c.p.pos += size
	}
	return c.p.pos
}

// Quote writes s as a JSON string with the escapes of RFC 8785, section 3.2.2.2.
func Quote(b *strings.Builder, s string) {
	const hex = "0123456789abcdef"
	b.WriteByte('"')
	from := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		b.WriteString(s[from:i])
		from = i + 1
		if j := strings.IndexByte("\"\\\b\f\n\r\t", c); j >= 0 {
			b.WriteByte('\\')
			b.WriteByte(`"\bfnrt`[j])
		} else {
			b.WriteString(`\u00`)
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	b.WriteString(s[from:])
	b.WriteByte('"')
}
