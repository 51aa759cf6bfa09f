package facts

import (
	"strconv"

	"sitrep/report/facts/tree"
	"sitrep/report/prose"
)

// cells reads a table whose cells the author wrote.
func (l *loader) cells(o *object) *Cells {
	c := &Cells{Title: l.text(o, "title", marked), Note: l.text(o, "note", marked), Sources: l.references(o.get("sources"), "source", "")}
	if id := o.get("id"); id != nil {
		c.ID = l.id(id, "table")
		o.owner = c.ID
	}
	c.Head = l.cellRow(o, o.get("head"), "head")
	if head := o.get("head"); head != nil && head.Kind == tree.Array && len(head.Kids) == 0 && !head.Cut {
		l.at(head, "E221", "head is empty", "a table has a column")
	}
	l.items(o.get("rows"), "rows", func(n *tree.Node) {
		row := l.cellRow(o, n, "rows")
		if n.Kind == tree.Array && !n.Cut && len(row) != len(c.Head) {
			l.at(n, "E239", "the row has "+count(len(row), "cell")+", and the head has "+strconv.Itoa(len(c.Head)),
				"a cell that says nothing is written \"\"")
		}
		c.Rows = append(c.Rows, row)
	})
	c.Numeric = make([]bool, len(c.Head))
	l.items(o.get("numeric"), "numbers of columns, from 1", func(n *tree.Node) {
		if i := l.integer(n, "the number of a column, 1 to "+strconv.Itoa(len(c.Head)), 1, float64(max(1, len(c.Head)))); i > 0 &&
			i <= len(c.Head) {
			c.Numeric[i-1] = true
		}
	})
	return c
}

// cellRow reads the cells of a row.
func (l *loader) cellRow(o *object, n *tree.Node, key string) []Text {
	var row []Text
	l.items(n, "cells", func(n *tree.Node) {
		t := l.wording(n, o.owner, key, cell)
		for _, w := range t.all() {
			if !oneLine(w) {
				l.at(n, "E239", "the cell has more than one line", "a cell is one line of Markdown: make more rows of it")
			}
		}
		row = append(row, t)
	})
	return row
}

// oneLine reports whether a text in Markdown is a line, or nothing.
func oneLine(w *wording) bool {
	if len(w.paragraphs) > 1 || len(w.blocks) > 1 {
		return false
	}
	if len(w.blocks) == 0 {
		return true
	}
	p, ok := w.blocks[0].(*prose.Paragraph)
	if !ok {
		return false
	}
	for _, in := range p.Inlines {
		if _, broken := in.(*prose.Break); broken {
			return false
		}
	}
	return true
}

// count writes a number of things.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
