// Package evidence says what claims are worth together: which are independent, which
// replace or contradict each other, and what rests on which.
//
// It answers for the checks, the composition, the charts and the comparison of two
// editions alike. All of it is worked out from the facts file alone.
package evidence

import "sitrep/report/facts"

// Lines knows which facts share a line of information. A line is where the
// information comes from in the end, and the document in which it was read. Two
// facts are on different lines where they have no origin in common, however far
// back, and each was read in a document of its own. An origin that repeats others
// adds no line.
//
// A count of citations is not corroboration (ICD 206, source descriptors): ten
// pages that quote one service are one line, and so is one page that quotes two.
type Lines struct {
	f      *facts.File
	roots  [][]int // for each fact, the origins in which its information begins
	begins [][]int // the same for each origin
}

// Independent works out the lines of f.
func Independent(f *facts.File) *Lines {
	l := &Lines{f: f, roots: make([][]int, len(f.Facts))}
	l.begins = make([][]int, len(f.Origins))
	for i := range f.Origins {
		l.origin(i)
	}
	for i := range f.Facts {
		l.fact(i)
	}
	return l
}

// origin finds where the information of origin i begins: in itself, or where the
// origins begin that it derives from. Circles are problems of the file, and not here.
func (l *Lines) origin(i int) []int {
	if l.begins[i] != nil {
		return l.begins[i]
	}
	var roots []int
	for _, id := range l.f.Origins[i].DerivedFrom {
		roots = merge(roots, l.origin(l.f.OriginAt(id)))
	}
	if roots == nil {
		roots = []int{i}
	}
	l.begins[i] = roots
	return roots
}

// fact does the same for fact i, which may derive from other facts.
func (l *Lines) fact(i int) []int {
	if l.roots[i] != nil {
		return l.roots[i]
	}
	var roots []int
	for _, id := range l.f.Facts[i].DerivedFrom {
		roots = merge(roots, l.fact(l.f.FactAt(id)))
	}
	if roots == nil {
		roots = l.begins[l.f.OriginAt(l.f.Facts[i].Origin)]
	}
	l.roots[i] = roots
	return roots
}

// merge joins two ascending lists, each without repetition.
func merge(a, b []int) []int {
	if len(a) == 0 {
		return b
	}
	out := make([]int, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case a[0] > b[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// Share reports whether the information of two facts begins in part in one origin.
func (l *Lines) Share(a, b string) bool { return Meet(l.roots[l.f.FactAt(a)], l.roots[l.f.FactAt(b)]) }

// Meet reports whether two ascending lists have an item in common.
func Meet(a, b []int) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			return true
		}
	}
	return false
}

// Begins returns the ids of the origins in which the information of a fact begins, in
// file order; nil for an id that no fact bears.
func (l *Lines) Begins(id string) []string {
	i := l.f.FactAt(id)
	if i < 0 {
		return nil
	}
	var out []string
	for _, o := range l.roots[i] {
		out = append(out, l.f.Origins[o].ID)
	}
	return out
}

// Returning lists, in their order, the facts from which a fact derives and whose information began with its own origin: what
// that origin said comes back to it as another's word, and confirms nothing.
func (l *Lines) Returning(f *facts.Fact) []string {
	var out []string
	own := []int{l.f.OriginAt(f.Origin)}
	for _, id := range f.DerivedFrom {
		if from := l.f.FactAt(id); l.f.Facts[from].Origin != f.Origin && Meet(l.roots[from], own) {
			out = append(out, id)
		}
	}
	return out
}

// Roots returns where the information of the i-th fact begins, as ascending positions of
// origins. Callers must not change it.
func (l *Lines) Roots(i int) []int { return l.roots[i] }

// Draws reports whether the information of a fact and that of an origin begin in part in
// one origin.
func (l *Lines) Draws(fact, origin string) bool {
	return Meet(l.roots[l.f.FactAt(fact)], l.begins[l.f.OriginAt(origin)])
}
