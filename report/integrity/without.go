package integrity

import (
	"slices"

	"sitrep/report/facts"
)

// An Impact says what breaks when a source is withdrawn, or an origin is no
// longer believed (ICD 206: citations let readers find the judgements that are
// affected when a source is modified, rescinded or discredited).
type Impact struct {
	ID         string   // of the source or origin
	Facts      []Loss   // that lose all or some of their sources
	Judgements []Loss   // that lose all or some of the facts that they rest on
	Figures    []Loss   // charts that lose all or some of what they show
	Passages   []string // JSON pointers of texts that cite it, or bind a fact that falls
}

// A Loss is what a thing loses: Lost parts of those it had, Left remain. With
// none left, it falls. For a judgement, Before and After are the independent
// lines that it rests on.
type Loss struct {
	ID            string
	Pointer       string // JSON pointer
	Lost, Left    int
	Before, After int
}

// Falls reports whether nothing is left.
func (l Loss) Falls() bool { return l.Left == 0 }

// Without works out what breaks in f without the source or origin of that id; ok
// is false where f has neither. A fact falls with its last source, with its
// origin, and with the last of the facts that it derives from. An origin falls
// with the last of the origins that it derives from.
func Without(f *facts.File, id string) (impact Impact, ok bool) {
	if f.Source(id) == nil && f.Origin(id) == nil {
		return Impact{}, false
	}
	w := &withdrawal{f: f, id: id, origins: map[string]bool{}, fallen: map[string]bool{}}
	w.fellOrigins()
	out := Impact{ID: id, Facts: w.fellFacts()}
	lines := Independent(f)
	for i := range f.Judgements {
		j := &f.Judgements[i]
		left := slices.DeleteFunc(slices.Clone(j.Because), func(id string) bool { return w.fallen[id] })
		if loss := (Loss{ID: j.ID, Pointer: "/judgements/" + itoa(i), Lost: len(j.Because) - len(left), Left: len(left)}); loss.Lost > 0 {
			_, loss.Before = lines.Of(j.Because...)
			_, loss.After = lines.Of(left...)
			out.Judgements = append(out.Judgements, loss)
		}
	}
	eachBlock(f.Sections, func(b *facts.Block) {
		if b.Chart == nil {
			return
		}
		loss := Loss{ID: b.Chart.ID, Pointer: b.Pointer}
		for _, fact := range f.Select(b.Chart.Kind, b.Chart.Select) {
			if w.fallen[fact.ID] {
				loss.Lost++
			} else {
				loss.Left++
			}
		}
		if loss.Lost > 0 {
			out.Figures = append(out.Figures, loss)
		}
	})
	out.Passages = w.passages()
	return out, true
}

// A withdrawal knows what has fallen.
type withdrawal struct {
	f               *facts.File
	id              string
	origins, fallen map[string]bool
}

// fellOrigins finds the origins that fall, to the last that derives from others.
func (w *withdrawal) fellOrigins() {
	if w.f.Origin(w.id) == nil {
		return
	}
	w.origins[w.id] = true
	for again := true; again; {
		again = false
		for i := range w.f.Origins {
			o := &w.f.Origins[i]
			if !w.origins[o.ID] && len(o.DerivedFrom) > 0 && all(o.DerivedFrom, w.origins) {
				w.origins[o.ID], again = true, true
			}
		}
	}
}

// fellFacts finds the facts that fall, and those that lose a source and stand.
func (w *withdrawal) fellFacts() []Loss {
	var out []Loss
	losses := map[string]Loss{}
	for again := true; again; {
		again = false
		for i := range w.f.Facts {
			f := &w.f.Facts[i]
			if w.fallen[f.ID] {
				continue
			}
			l := w.loss(f)
			if l.Lost > 0 {
				losses[f.ID] = l
			}
			if l.Lost > 0 && l.Falls() {
				w.fallen[f.ID], again = true, true
			}
		}
	}
	for i := range w.f.Facts {
		if l, ok := losses[w.f.Facts[i].ID]; ok {
			l.Pointer = "/facts/" + itoa(i)
			out = append(out, l)
		}
	}
	return out
}

// loss counts the sources that the fact loses.
func (w *withdrawal) loss(f *facts.Fact) Loss {
	l := Loss{ID: f.ID}
	for _, s := range f.Sources {
		if s.Source == w.id {
			l.Lost++
		} else {
			l.Left++
		}
	}
	if w.origins[f.Origin] || len(f.DerivedFrom) > 0 && all(f.DerivedFrom, w.fallen) {
		l.Lost, l.Left = max(1, l.Lost+l.Left), 0
	}
	return l
}

func all(ids []string, in map[string]bool) bool {
	for _, id := range ids {
		if !in[id] {
			return false
		}
	}
	return true
}

// passages finds the texts that cite what was withdrawn or bind what has fallen.
func (w *withdrawal) passages() []string {
	var out []string
	r := newReader(w.f)
	for p := range w.f.Texts() {
		if !p.Markdown {
			continue
		}
		in := r.read(p)
		if slices.ContainsFunc(in.sentences, func(s sentence) bool {
			return slices.ContainsFunc(s.tokens, func(t token) bool {
				return t.kind == cite && t.id == w.id || (t.kind == cite || t.kind == value) && w.fallen[t.id]
			})
		}) {
			out = append(out, p.Pointer)
		}
	}
	return out
}
