package evidence

import (
	"cmp"
	"fmt"
	"slices"
)

// Of counts the sources that the facts of those ids cite, and the independent
// lines that they rest on: the most facts of them that can be named so that no two
// have an origin in common, and each has a document of its own. More facts never
// make fewer lines. Ids that no fact bears are passed over.
func (l *Lines) Of(ids ...string) (citations, lines int) {
	strands, citations := l.strands(ids)
	return citations, len(independent(strands))
}

// Groups returns the independent lines of the facts of those ids: for each line
// the ids of the origins in which it begins, in the order of the file. Where there
// is one line, it has every origin in which the facts begin: they meet somewhere.
func (l *Lines) Groups(ids ...string) [][]string {
	strands, _ := l.strands(ids)
	lines := independent(strands)
	if len(lines) == 1 {
		for _, s := range strands {
			lines[0] = merge(lines[0], s.roots)
		}
	}
	slices.SortFunc(lines, slices.Compare)
	out := make([][]string, len(lines))
	for n, line := range lines {
		for _, i := range line {
			out[n] = append(out[n], l.f.Origins[i].ID)
		}
	}
	return out
}

// A strand is where the information of some facts begins, and where it was read.
type strand struct {
	roots     []int // positions of origins, ascending
	documents []int // positions of sources
}

// strands groups facts by where they begin, those that begin in the fewest
// origins first; citations is how many sources they cite.
func (l *Lines) strands(ids []string) (out []strand, citations int) {
	at, same := map[*int]int{}, map[string]int{}
	cited := map[int]bool{}
	for _, id := range ids {
		i := l.f.FactAt(id)
		if i < 0 {
			continue
		}
		roots := l.roots[i]
		n, ok := at[&roots[0]]
		if !ok {
			key := fmt.Sprint(roots)
			if n, ok = same[key]; !ok {
				n = len(out)
				out = append(out, strand{roots: roots})
			}
			at[&roots[0]], same[key] = n, n
		}
		for _, s := range l.f.Facts[i].Sources {
			d := l.f.SourceAt(s.Source)
			cited[d] = true
			out[n].documents = append(out[n].documents, d)
		}
	}
	for n := range out {
		slices.Sort(out[n].documents)
		if out[n].documents = slices.Compact(out[n].documents); out[n].documents == nil {
			out[n].documents = []int{-1 - n} // read nowhere: no other fact shares its document
		}
	}
	slices.SortFunc(out, func(a, b strand) int {
		return cmp.Or(cmp.Compare(len(a.roots), len(b.roots)), slices.Compare(a.roots, b.roots))
	})
	return out, len(cited)
}

// independent returns the roots of as many strands as can stand beside each other:
// no two with an origin in common, each with a document of its own.
//
// Why this is worked out here: the general question is that of set packing, for
// which there is no quick exact method. But a strand that begins in one origin
// only pairs that origin with a document, and what most pairs can be made is
// known quickly (a matching in a bipartite graph). So only strands of several
// origins are tried one by one, in or out, as long as they could raise the count.
// After tries of them the best count found stands: it may then be too low, never
// too high.
func independent(strands []strand) [][]int {
	p := &packer{budget: tries}
	for i, s := range strands {
		if len(s.roots) > 1 {
			p.single, p.several = strands[:i], strands[i:]
			break
		}
		p.single = strands
	}
	p.best = p.match(nil, nil)
	p.try(nil, 0)
	return p.best
}

// tries is how many choices of strands are looked at before the best is taken.
const tries = 2000

// A packer looks for the most independent strands.
type packer struct {
	single, several []strand
	best            [][]int // roots of the lines
	budget          int
}

// try decides on the strands of several origins from the i-th on; chosen are
// those before it that are in.
func (p *packer) try(chosen []strand, i int) {
	if p.budget--; p.budget < 0 {
		return
	}
	lines := p.match(chosen, p.several[i:])
	if len(lines) <= len(p.best) {
		return
	}
	if i == len(p.several) {
		p.best = lines
		return
	}
	if s := p.several[i]; free(chosen, s) {
		p.try(append(slices.Clone(chosen), s), i+1)
	}
	p.try(chosen, i+1)
}

// free reports whether no chosen strand has an origin in common with s.
func free(chosen []strand, s strand) bool {
	return !slices.ContainsFunc(chosen, func(c strand) bool { return Meet(c.roots, s.roots) })
}

// match gives as many strands as can have one a document of its own, of those of
// one origin, the chosen, and the open ones. Each open strand stands in for one of
// its origins, so that with open strands the count may be too high, and is then a
// bound to what choosing among them can reach.
func (p *packer) match(chosen, open []strand) [][]int {
	stands := map[int]int{} // root to its place in left
	var left []strand
	var documents [][][]int
	put := func(s strand, root int) {
		n, ok := stands[root]
		if !ok {
			n = len(left)
			stands[root] = n
			left, documents = append(left, s), append(documents, nil)
		}
		documents[n] = append(documents[n], s.documents)
	}
	for _, s := range chosen {
		put(s, s.roots[0])
	}
	for _, s := range p.single {
		if free(chosen, s) {
			put(s, s.roots[0])
		}
	}
	for _, s := range open {
		if !free(chosen, s) {
			continue
		}
		root := s.roots[0]
		for _, r := range s.roots {
			if _, ok := stands[r]; ok {
				root = r
				break
			}
		}
		put(s, root)
	}
	var out [][]int
	for _, n := range assign(documents) {
		out = append(out, left[n].roots)
	}
	return out
}

// assign pairs each of the left with one of its documents, as many as can be, no
// document twice (augmenting paths), and returns which of the left have one.
func assign(documents [][][]int) []int {
	owner := map[int]int{} // document to its place in the left
	var out []int
	for n := range documents {
		if give(n, documents, owner, map[int]bool{}) {
			out = append(out, n)
		}
	}
	return out
}

// give finds a document for n, moving others to another of theirs if need be.
func give(n int, documents [][][]int, owner map[int]int, seen map[int]bool) bool {
	for _, list := range documents[n] {
		for _, d := range list {
			if seen[d] {
				continue
			}
			seen[d] = true
			if o, taken := owner[d]; !taken || give(o, documents, owner, seen) {
				owner[d] = n
				return true
			}
		}
	}
	return false
}
