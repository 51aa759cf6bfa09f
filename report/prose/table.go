package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table takes a table in pipe form. A row with more cells than the head is a fault:
// the rest would be lost.
func (c *converter) table(n *east.Table) *Table {
	t := &Table{Off: max(0, n.Pos())}
	for _, a := range n.Alignments {
		t.Numeric = append(t.Numeric, a == east.AlignRight)
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells [][]Inline
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, c.inlines(cell))
		}
		if _, head := row.(*east.TableHeader); head {
			t.Head = cells
			continue
		}
		off := max(0, row.Pos())
		line := c.lineAt(off)
		if w := width(line); w > len(n.Alignments) {
			c.fault(BadTable, off, len(line), "the row has more cells than the head", `a plain | in a cell is written \|`)
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// lineAt returns the line of the source that off stands in, from off on.
func (c *converter) lineAt(off int) []byte {
	line := c.src[off:]
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	return line
}

// width counts the cells of a row.
func width(line []byte) int {
	line = bytes.TrimSpace(line)
	line = bytes.TrimPrefix(line, []byte("|"))
	if bytes.HasSuffix(line, []byte("|")) && !bytes.HasSuffix(line, []byte(`\|`)) {
		line = line[:len(line)-1]
	}
	return 1 + bytes.Count(line, []byte("|")) - bytes.Count(line, []byte(`\|`))
}

// habits reports lines of a paragraph that other programs read otherwise.
func (c *converter) habits(n ast.Node) {
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		line := bytes.TrimSpace(seg.Value(c.src))
		switch {
		case len(line) > 1 && line[0] == '|' && line[len(line)-1] == '|':
			c.fault(BadTable, seg.Start, len(line), "these rows are no table: under the head stands a row of dashes, as many cells as the head has",
				`| a | b |, then |---|---|; a plain | at the beginning of a line is written \|`)
			return
		case i > 0 && bytes.HasPrefix(line, []byte(": ")):
			c.fault(Unread, seg.Start, len(line), "lists of definitions are not read", `write **term**: definition; a plain colon at the `+
				`beginning of a line is written \:`)
			return
		case bytes.HasPrefix(line, []byte(":::")):
			c.fault(Unread, seg.Start, len(line), "blocks between ::: are not read", `write a block {"callout": …}`)
			return
		}
		c.extensions(seg.Value(c.src), seg.Start)
	}
}
