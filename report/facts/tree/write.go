package tree

import "strings"

// Canonical writes the value with one space of indentation a level, without a
// line end after it: names and items in their order, numbers as they were
// written, and in strings only the escapes of RFC 8785, section 3.2.2.2.
func (n *Node) Canonical() string {
	var b strings.Builder
	b.Grow(n.End - n.Off + 1)
	n.write(&b, "\n", " ", ": ")
	return b.String()
}

// Compact writes the value on one line without spaces, otherwise as Canonical.
func (n *Node) Compact() string {
	var b strings.Builder
	n.write(&b, "", "", ":")
	return b.String()
}

func (n *Node) write(b *strings.Builder, indent, step, colon string) {
	switch n.Kind {
	case Null:
		b.WriteString("null")
	case Bool, Number:
		b.WriteString(n.Text)
	case String:
		Quote(b, n.Text)
	case Array:
		n.writeKids(b, indent, step, colon, '[', ']')
	case Object:
		n.writeKids(b, indent, step, colon, '{', '}')
	}
}

func (n *Node) writeKids(b *strings.Builder, indent, step, colon string, open, closing byte) {
	b.WriteByte(open)
	deeper := indent + step
	for i := range n.Kids {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(deeper)
		if n.Kind == Object {
			Quote(b, n.Kids[i].Key)
			b.WriteString(colon)
		}
		n.Kids[i].write(b, deeper, step, colon)
	}
	if len(n.Kids) > 0 {
		b.WriteString(indent)
	}
	b.WriteByte(closing)
}
