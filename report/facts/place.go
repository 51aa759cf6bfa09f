package facts

import (
	"unicode/utf8"

	"sitrep/report/facts/tree"
)

// rulers turns byte offsets into lines and columns. It remembers the place of
// every step-th byte, so that one look-up takes the same time in a file of one
// long line as in any other.
type rulers struct {
	src   string
	marks []mark
}

type mark struct{ line, col int }

const step = 1024

func newRulers(src string) *rulers {
	r := &rulers{src: src, marks: make([]mark, 0, len(src)/step+1)}
	m := mark{1, 1}
	for i := 0; i <= len(src); i += step {
		r.marks = append(r.marks, m)
		m = m.past(src[i:min(i+step, len(src))])
	}
	return r
}

// past returns the place after s. A column counts the characters (runes) that
// begin before it.
func (m mark) past(s string) mark {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\n':
			m.line, m.col = m.line+1, 1
		case utf8.RuneStart(c):
			m.col++
		}
	}
	return m
}

// at returns the line and column, from 1, of the byte at off.
func (r *rulers) at(off int) (line, col int) {
	off = min(max(off, 0), len(r.src))
	i := off / step
	m := r.marks[i].past(r.src[i*step : off])
	return m.line, m.col
}

// Locate returns the line and column, from 1, of the value that a JSON pointer
// names; where there is no such value, of the nearest one that encloses it.
func (f *File) Locate(pointer string) (line, col int) {
	n := f.root.Nearest(pointer)
	return f.places().at(n.Off)
}

// LocateIn returns the line and column of the byte at off of what the string says
// that the pointer names.
func (f *File) LocateIn(pointer string, off int) (line, col int) {
	n := f.root.Nearest(pointer)
	if n.Kind != tree.String {
		return f.places().at(n.Off)
	}
	return f.places().at(tree.NewCursor(f.source, n).At(off))
}
