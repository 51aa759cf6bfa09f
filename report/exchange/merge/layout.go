package merge

import (
	"strings"

	"sitrep/report/facts/tree"
)

// indentation is what one level of the file is indented by.
func indentation(src string, root *tree.Node) string {
	if len(root.Kids) == 0 {
		return "  "
	}
	before := src[:root.Kids[0].Start()]
	if nl := strings.LastIndexByte(before, '\n'); nl >= 0 && strings.TrimLeft(before[nl+1:], " \t") == "" && before[nl+1:] != "" {
		return before[nl+1:]
	}
	return "  "
}

// lineIndent is the white space that the line of a place begins with.
func (m *merger) lineIndent(off int) string {
	line := m.src[strings.LastIndexByte(m.src[:off], '\n')+1 : off]
	return line[:len(line)-len(strings.TrimLeft(line, " \t"))]
}

// render writes a value on one line, or a line for each of its members.
func (m *merger) render(n *tree.Node, indent string, inline bool) string {
	var b strings.Builder
	m.write(&b, n, indent, inline)
	return b.String()
}

func (m *merger) write(b *strings.Builder, n *tree.Node, indent string, inline bool) {
	if len(n.Kids) == 0 {
		b.WriteString(n.Compact())
		return
	}
	open, closing := "[", "]"
	if n.Kind == tree.Object {
		open, closing = "{", "}"
	}
	b.WriteString(open)
	for i := range n.Kids {
		switch {
		case !inline && i > 0:
			b.WriteString(",\n" + indent + m.unit)
		case !inline:
			b.WriteString("\n" + indent + m.unit)
		case i > 0:
			b.WriteString(", ")
		}
		if n.Kind == tree.Object {
			b.WriteString(quoted(n.Kids[i].Key) + ": ")
		}
		m.write(b, &n.Kids[i], indent+m.unit, inline || len(n.Kids[i].Compact()) < 120)
	}
	if !inline {
		b.WriteString("\n" + indent)
	}
	b.WriteString(closing)
}

func quoted(s string) string {
	var b strings.Builder
	tree.Quote(&b, s)
	return b.String()
}
