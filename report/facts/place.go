package facts

import (
	"unicode/utf8"

	"sitrep/report/facts/tree"
)

// A lineIndex turns byte offsets into lines and columns. It remembers the place of
// every stride-th byte, so that one look-up takes the same time in a file of one
// long line as in any other.
type lineIndex struct {
	src   string
	marks []position
}

type position struct{ line, col int }

const stride = 1024

func newLineIndex(src string) *lineIndex {
	x := &lineIndex{src: src, marks: make([]position, 0, len(src)/stride+1)}
	m := position{1, 1}
	for i := 0; i <= len(src); i += stride {
		x.marks = append(x.marks, m)
		m = m.past(src[i:min(i+stride, len(src))])
	}
	return x
}

// past returns the place after s. A column counts the characters (runes) that
// begin before it.
func (m position) past(s string) position {
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
func (x *lineIndex) at(off int) (line, col int) {
	off = min(max(off, 0), len(x.src))
	i := off / stride
	m := x.marks[i].past(x.src[i*stride : off])
	return m.line, m.col
}

// Locate returns the line and column, from 1, of the value that a JSON pointer
// names; where there is no such value, of the nearest one that encloses it.
func (f *File) Locate(pointer string) (line, col int) {
	n := f.root.Nearest(pointer)
	return f.places().at(n.Off)
}

// Offset returns the byte at which the value of [File.Locate] begins: what stands earlier in the file has a lower one.
func (f *File) Offset(pointer string) int { return f.root.Nearest(pointer).Off }

// LocateIn returns the line and column of the byte at off of what the string says
// that the pointer names.
func (f *File) LocateIn(pointer string, off int) (line, col int) {
	n := f.root.Nearest(pointer)
	if n.Kind != tree.String {
		return f.places().at(n.Off)
	}
	return f.places().at(tree.NewCursor(f.source, n).At(off))
}
