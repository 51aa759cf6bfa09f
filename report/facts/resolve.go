package facts

import (
	"cmp"
	"maps"
	"slices"
	"sort"

	"sitrep/report/facts/tree"
)

// A ref is the id of something that must exist. The owner, where it is given, is
// what may not refer to itself.
type ref struct {
	n           *tree.Node
	want, owner string // want: "actor", "fact" …; empty: anything that has an id; of a value, the owner is its dimension
	key         bool   // the id is the key that n stands under
}

// A noteAt is the place of a note at a fact that the chart must show.
type noteAt struct {
	n     *tree.Node
	chart *Chart
}

// A named thing has an id in the namespace of facts, sources, judgements,
// sections and charts.
type named struct {
	id, what string
	off      int
}

// kinds are the things that a reference may name, in the order of the format.
var kinds = []string{"actor", "place", "measure", "dimension", "origin", "source", "hypothesis", "fact", "judgement"}

// reference reads an id and notes it to be resolved.
func (l *loader) reference(n *tree.Node, want, owner string) string {
	if n == nil || n.Kind != tree.String && !l.is(n, tree.String, withArticle(want)+" id (a string)") {
		return ""
	}
	l.refs = append(l.refs, ref{n: n, want: want, owner: owner})
	return n.Text
}

func (l *loader) references(n *tree.Node, want, owner string) []string {
	if n == nil || n.Kind != tree.Array && !l.is(n, tree.Array, "an array of "+want+" ids") {
		return nil
	}
	out := make([]string, 0, len(n.Kids))
	for i := range n.Kids {
		out = append(out, l.reference(&n.Kids[i], want, owner))
	}
	return out
}

func article(noun string) string {
	if noun == "actor" || noun == "origin" || noun == "" {
		return "an "
	}
	return "a "
}

func withArticle(noun string) string {
	if noun == "" {
		return "an"
	}
	return article(noun) + noun
}

// distinct reports ids that two things bear.
func (l *loader) distinct() {
	sort.SliceStable(l.named, func(i, j int) bool { return l.named[i].off < l.named[j].off })
	first := make(map[string]string, len(l.named))
	l.shared = first
	for _, n := range l.named {
		if what, taken := first[n.id]; taken && n.id != "" {
			l.report(n.off, "E207", "the id "+quote(n.id)+" is already borne by "+withArticle(what),
				"facts, sources, judgements, sections and charts share one namespace")
		} else {
			first[n.id] = n.what
		}
	}
}

// resolve judges what was noted.
func (l *loader) resolve() {
	for _, r := range l.refs {
		switch {
		case r.key:
			if _, ok := l.f.index.of(r.want)[r.n.Key]; !ok {
				l.unresolved(r.n.KeyOff, r.n.Key, r.want, "E301", "E302")
			}
		case r.want == "value":
			l.resolveValue(r)
		case r.owner != "" && r.n.Text == r.owner:
			l.at(r.n, "E303", quote(r.owner)+" refers to itself", "")
		case r.want == "":
			l.resolveAny(r)
		default:
			if _, ok := l.f.index.of(r.want)[r.n.Text]; !ok {
				l.unresolved(r.n.Off, r.n.Text, r.want, "E301", "E302")
			}
		}
	}
	for i := range l.binds {
		l.bound(&l.binds[i])
	}
	l.rings()
	if !l.broken {
		for _, c := range l.choices {
			l.choose(c)
		}
		for _, at := range l.ats {
			l.noted(at)
		}
	}
}

// resolveValue judges the id of a value of a dimension.
func (l *loader) resolveValue(r ref) {
	i, ok := l.f.index.dimensions[cmp.Or(r.owner, r.n.Key)]
	if !ok {
		return // it has a problem of its own
	}
	d := &l.f.Dimensions[i]
	if d.Value(r.n.Text) != nil {
		return
	}
	var ids []string
	for _, v := range d.Values {
		ids = append(ids, v.ID)
	}
	l.at(r.n, "E301", "the dimension "+quote(d.ID)+" has no value "+quote(r.n.Text), l.spell.meant(r.n.Text, ids, "its values are "+
		sentence(ids)))
}

// noted reports a note at a fact that its chart does not show.
func (l *loader) noted(at noteAt) {
	f := l.f.Fact(at.n.Text)
	if f == nil || !l.known(&at.chart.Select) {
		return
	}
	if !slices.Contains(l.f.Select(at.chart.Kind, at.chart.Select), f) {
		l.at(at.n, "E506", "the figure does not show "+quote(f.ID), "a note stands at a fact that is within the figure's selection, or at a date")
	}
}

// resolveAny judges the id of an allowance: of anything that has one.
func (l *loader) resolveAny(r ref) {
	if r.n.Text == l.f.Briefing.ID || l.kindOf(r.n.Text) != "" || l.shared[r.n.Text] != "" {
		return
	}
	l.at(r.n, "E301", "nothing has the id "+quote(r.n.Text), l.spell.meant(r.n.Text, l.ids("fact"), ""))
}

// kindOf names the kind of the thing that has the id; "" where nothing has it.
func (l *loader) kindOf(id string) string {
	for _, kind := range kinds {
		if _, ok := l.f.index.of(kind)[id]; ok && id != "" {
			return kind
		}
	}
	return ""
}

// unresolved reports an id that nothing of the wanted kind has: nothing has it at
// all, or something else does.
func (l *loader) unresolved(off int, id, want, missing, wrong string) {
	if kind := l.kindOf(id); kind != "" {
		l.report(off, wrong, quote(id)+" is "+withArticle(kind)+", not "+withArticle(want), "")
		return
	}
	hint := ""
	if len(l.ids(want)) == 0 {
		hint = "the file has no " + want + "s"
	}
	l.report(off, missing, "no "+want+" has the id "+quote(id), l.spell.meant(id, l.ids(want), hint))
}

// ids returns the ids of one kind of thing, sorted, for hints.
func (l *loader) ids(kind string) []string {
	if l.lists[kind] == nil {
		l.lists[kind] = slices.Sorted(maps.Keys(l.f.index.of(kind)))
	}
	return l.lists[kind]
}

// rings reports what derives from, or supersedes, itself by way of others.
func (l *loader) rings() {
	f := l.f
	ids := func(kind string, from []string) []int { return l.positions(kind, from) }
	l.ring("origin", "derived_from", len(f.Origins), func(i int) []int { return ids("origin", f.Origins[i].DerivedFrom) })
	l.ring("fact", "derived_from", len(f.Facts), func(i int) []int { return ids("fact", f.Facts[i].DerivedFrom) })
	l.ring("fact", "supersedes", len(f.Facts), func(i int) []int {
		if f.Facts[i].Supersedes == "" {
			return nil
		}
		return ids("fact", []string{f.Facts[i].Supersedes})
	})
}

func (l *loader) positions(kind string, ids []string) []int {
	if len(ids) == 0 {
		return nil
	}
	out := make([]int, 0, len(ids))
	for _, id := range ids {
		if i, ok := l.f.index.of(kind)[id]; ok {
			out = append(out, i)
		}
	}
	return out
}

// ring searches n things, each of which points to some others, for circles, in
// depth and without recursion, and reports each at the thing that closes it.
func (l *loader) ring(kind, key string, n int, next func(int) []int) {
	const untouched, open, done = 0, 1, 2
	state := make([]uint8, n)
	type step struct {
		at   int
		next []int
	}
	for start := range n {
		if state[start] != untouched {
			continue
		}
		state[start] = open
		path := []step{{start, next(start)}}
		for len(path) > 0 {
			top := &path[len(path)-1]
			if len(top.next) == 0 {
				state[top.at] = done
				path = path[:len(path)-1]
				continue
			}
			to := top.next[0]
			top.next = top.next[1:]
			switch {
			case state[to] == untouched:
				state[to] = open
				path = append(path, step{to, next(to)})
			case state[to] == open && to != top.at:
				l.closed(kind, key, top.at, to)
			}
		}
	}
}

// closed reports the circle that the thing at from closes by pointing to the one at to.
func (l *loader) closed(kind, key string, from, to int) {
	id := func(i int) string { return l.f.Facts[i].ID }
	n := func() *tree.Node { return l.f.nodes[from] }
	if kind == "origin" {
		id = func(i int) string { return l.f.Origins[i].ID }
		n = func() *tree.Node { return &l.f.root.Get("origins").Kids[from] }
	}
	message := kind + " " + quote(id(from)) + ": " + key + " runs in a circle by way of " + quote(id(to))
	l.at(n().Get(key), "E304", message, "take out one of the references")
}
