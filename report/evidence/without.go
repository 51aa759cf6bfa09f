package evidence

import (
	"slices"
	"strconv"

	"sitrep/report/facts"
	"sitrep/report/prose"
)

// An Impact says what breaks when a source is withdrawn, or an origin is no
// longer believed (ICD 206: citations let readers find the judgements that are
// affected when a source is modified, rescinded or discredited). Each list is in
// file order.
type Impact struct {
	ID         string   // of the source or origin
	Origins    []Loss   // that lose all or some of the origins that they repeat
	Facts      []Loss   // that lose all or some of their sources, or of the facts that they derive from
	Judgements []Loss   // that lose all or some of the facts that speak for them, or all that stands against them
	Figures    []Loss   // charts that lose all or some of what they show
	Passages   []string // JSON pointers of texts that cite it, or bind a fact that falls
}

// A Loss is what a thing loses: Lost parts of those it had, Left remain. With
// none left, it falls. For a judgement, Before and After are the independent
// lines that speak for it.
type Loss struct {
	ID            string // of the fact, judgement, figure, table, origin or measure
	Pointer       string // JSON pointer
	Of            string // what the parts are, in the plural: "sources"
	Lost, Left    int    // how many parts go, and how many stay
	Before, After int    // independent lines
	Against       int    // for a judgement, how many facts fall that stand against it
}

// Falls reports whether nothing is left.
func (l Loss) Falls() bool { return l.Left == 0 }

// Without works out what breaks in f without the source or origin of that id; ok
// is false where f has neither. A fact falls with its last source, with its
// origin, and with the last of the facts that it derives from. An origin falls
// with the last of the origins that it repeats.
func Without(f *facts.File, id string) (impact Impact, ok bool) {
	if f.Source(id) == nil && f.Origin(id) == nil {
		return Impact{}, false
	}
	w := newWithdrawal(f, id)
	out := Impact{ID: id, Origins: w.lostOrigins(), Facts: w.lostFacts()}
	lines := Independent(f)
	for i := range f.Judgements {
		if loss := w.judgement(i, Weigh(f, f.Judgements[i].Because), lines); loss.Lost+loss.Against > 0 {
			out.Judgements = append(out.Judgements, loss)
		}
	}
	EachBlock(f.Sections, func(b *facts.Block) {
		if b.Chart == nil {
			return
		}
		loss := Loss{ID: b.Chart.ID, Pointer: b.Pointer, Of: "facts"}
		for _, fact := range f.Select(b.Chart.Kind, b.Chart.Select) {
			loss.count(w.fact(fact.ID))
		}
		if loss.Lost > 0 {
			out.Figures = append(out.Figures, loss)
		}
	})
	out.Passages = w.passages()
	return out, true
}

// count notes one more part, lost or not.
func (l *Loss) count(lost bool) {
	if lost {
		l.Lost++
	} else {
		l.Left++
	}
}

// A withdrawal knows what falls without the source or origin of the id.
type withdrawal struct {
	f              *facts.File
	id             string
	origins, facts map[string]bool // whether they fall, as far as it was asked
}

func newWithdrawal(f *facts.File, id string) *withdrawal {
	return &withdrawal{f: f, id: id, origins: map[string]bool{}, facts: map[string]bool{}}
}

// origin reports whether the origin of that id falls.
func (w *withdrawal) origin(id string) bool {
	falls, known := w.origins[id]
	if !known {
		from := w.f.Origin(id).DerivedFrom
		falls = id == w.id || len(from) > 0 && all(from, w.origin)
		w.origins[id] = falls
	}
	return falls
}

// fact reports whether the fact of that id falls.
func (w *withdrawal) fact(id string) bool {
	falls, known := w.facts[id]
	if !known {
		f := w.f.Fact(id)
		falls = w.origin(f.Origin) || len(f.DerivedFrom) > 0 && all(f.DerivedFrom, w.fact) ||
			len(f.Sources) > 0 && !slices.ContainsFunc(f.Sources, func(c facts.Citation) bool { return c.Source != w.id })
		w.facts[id] = falls
	}
	return falls
}

func all(ids []string, is func(string) bool) bool {
	for _, id := range ids {
		if !is(id) {
			return false
		}
	}
	return true
}

// lostOrigins lists the origins that fall, and those that lose one that they repeat.
func (w *withdrawal) lostOrigins() []Loss {
	var out []Loss
	for i := range w.f.Origins {
		o := &w.f.Origins[i]
		l := Loss{ID: o.ID, Pointer: "/origins/" + o.ID, Of: "origins that it repeats"}
		for _, id := range o.DerivedFrom {
			l.count(w.origin(id))
		}
		if l.Lost > 0 {
			out = append(out, l)
		}
	}
	return out
}

// lostFacts lists the facts that fall, and those that lose something and stand.
func (w *withdrawal) lostFacts() []Loss {
	var out []Loss
	for i := range w.f.Facts {
		f := &w.f.Facts[i]
		read := Loss{ID: f.ID, Pointer: w.f.FactPointer(i), Of: "sources"}
		for _, s := range f.Sources {
			read.count(s.Source == w.id)
		}
		from := Loss{ID: f.ID, Pointer: read.Pointer, Of: "facts that it derives from"}
		for _, id := range f.DerivedFrom {
			from.count(w.fact(id))
		}
		if w.fact(f.ID) {
			read.Lost, read.Left = max(1, read.Lost+read.Left), 0
			out = append(out, read)
			continue
		}
		for _, l := range []Loss{read, from} {
			if l.Lost > 0 {
				out = append(out, l)
			}
		}
	}
	return out
}

// judgement says what the i-th judgement loses. What stood against it does not
// come to speak for it when the other side falls.
func (w *withdrawal) judgement(i int, e Sides, lines *Lines) Loss {
	l := Loss{ID: w.f.Judgements[i].ID, Pointer: "/judgements/" + strconv.Itoa(i), Of: "facts"}
	var left []string
	for _, id := range e.For {
		l.count(w.fact(id))
		if !w.fact(id) {
			left = append(left, id)
		}
	}
	for _, id := range e.Against {
		if w.fact(id) {
			l.Against++
		}
	}
	if l.Lost+l.Against > 0 {
		_, l.Before = lines.Of(e.For...)
		_, l.After = lines.Of(left...)
	}
	return l
}

// passages finds the texts that cite what was withdrawn or bind what has fallen.
func (w *withdrawal) passages() []string {
	var out []string
	for p := range w.f.Texts() {
		touched := false
		prose.Walk(p.Blocks, func(in prose.Inline) {
			switch in := in.(type) {
			case *prose.Value:
				touched = touched || w.falls(in.ID)
			case *prose.Cite:
				touched = touched || in.ID == w.id || w.falls(in.ID)
			}
		})
		if touched {
			out = append(out, p.Pointer)
		}
	}
	return out
}

// falls reports whether the id is that of a fact, and the fact falls.
func (w *withdrawal) falls(id string) bool { return w.f.Fact(id) != nil && w.fact(id) }
