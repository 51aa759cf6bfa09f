package evidence

import (
	"slices"
	"strconv"

	"sitrep/report/facts"
	"sitrep/report/prose"
)

// An Impact says what breaks when a source or a claim is withdrawn, or an origin is no
// longer believed (ICD 206: citations let readers find the judgements that are
// affected when a source is modified, rescinded or discredited). Each list is in
// file order.
type Impact struct {
	ID         string   // of the source, origin or claim
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
	Of            Part   // what the parts are
	Lost, Left    int    // how many parts go, and how many stay
	Before, After int    // independent lines
	Against       int    // for a judgement, how many facts fall that stand against it
	Contrary      bool   // for a judgement, whether all that stays and was not all contradicts its hypothesis
}

// A Part says of what a thing loses.
type Part string

// The parts.
const (
	OfSources  Part = "sources"  // in which a fact was read
	OfOrigins  Part = "origins"  // that an origin repeats
	OfFacts    Part = "facts"    // that speak for a judgement, or that a figure shows
	OfPremises Part = "premises" // facts from which a fact derives
)

// Fallen lists the ids of the claims that fall, in file order.
func (i Impact) Fallen() []string {
	var out []string
	for _, l := range i.Facts {
		if l.Falls() {
			out = append(out, l.ID)
		}
	}
	return out
}

// Falls reports whether nothing is left.
func (l Loss) Falls() bool { return l.Left == 0 }

// Without works out what breaks in f without the source, origin or claim of that id; ok
// is false where f has none. Where several bear the id, all of them go. A fact falls with
// its last source, with its origin, and with the last of the facts that it derives from.
// An origin falls with the last of the origins that it repeats.
func Without(f *facts.File, id string) (impact Impact, ok bool) {
	return Rests(f, Independent(f)).Without(id)
}

// A Reliance is the index of a briefing by what rests on what, made once for many questions.
type Reliance struct {
	f       *facts.File
	refs    *facts.References
	lines   *Lines
	judged  map[string][]int // positions of the judgements that a fact speaks for or against
	shown   map[string][]int // of the figures that show a fact
	told    map[string][]int // of the texts that bind or cite an id
	sides   []Sides          // by judgement
	figures []Loss           // each with all that it shows left
	texts   []string         // JSON pointers
}

// Rests indexes f.
func Rests(f *facts.File, lines *Lines) *Reliance {
	d := relied(f, lines)
	d.indexBlocks()
	return d
}

// relied indexes judgements.
func relied(f *facts.File, lines *Lines) *Reliance {
	d := &Reliance{f: f, refs: f.References(), lines: lines, judged: map[string][]int{}, shown: map[string][]int{}, told: map[string][]int{}}
	for i := range f.Judgements {
		e := Weigh(f, f.Judgements[i].Because)
		d.sides = append(d.sides, e)
		for _, id := range append(slices.Clone(e.For), e.Against...) {
			note(d.judged, id, i)
		}
	}
	return d
}

// note adds a position to a list, once.
func note(list map[string][]int, id string, at int) {
	if old := list[id]; len(old) == 0 || old[len(old)-1] != at {
		list[id] = append(old, at)
	}
}

// indexBlocks notes what the figures show and what the texts name.
func (d *Reliance) indexBlocks() {
	facts.EachBlock(d.f.Sections, func(b *facts.Block) {
		if b.Chart == nil {
			return
		}
		chosen := d.f.Select(b.Chart.Kind, b.Chart.Select)
		for _, x := range chosen {
			note(d.shown, x.ID, len(d.figures))
		}
		d.figures = append(d.figures, Loss{ID: b.Chart.ID, Pointer: b.Pointer, Of: OfFacts, Left: len(chosen)})
	})
	for p := range d.f.Texts() {
		at := len(d.texts)
		prose.Walk(p.Blocks, func(in prose.Inline) {
			switch in := in.(type) {
			case *prose.Value:
				note(d.told, in.ID, at)
			case *prose.Cite:
				note(d.told, in.ID, at)
			}
		})
		d.texts = append(d.texts, p.Pointer)
	}
}

// Without is [Without] of the briefing that was indexed.
func (d *Reliance) Without(id string) (impact Impact, ok bool) {
	if d.f.Source(id) == nil && d.f.Origin(id) == nil && d.f.Fact(id) == nil {
		return Impact{}, false
	}
	w := d.withdraw(id)
	return Impact{ID: id, Origins: w.lostOrigins(), Facts: w.lostFacts(), Judgements: w.lostJudgements(),
		Figures: w.lostFigures(), Passages: w.passages()}, true
}

// A withdrawal knows what falls without the source, origin or claim of the id.
type withdrawal struct {
	*Reliance
	id             string
	origins, facts map[string]bool // whether they fall, as far as it was asked
	touched        [2][]int        // positions of the origins and facts that lose something, ascending
	fallen         []string        // ids of the facts that fall, in file order
}

func (d *Reliance) withdraw(id string) *withdrawal {
	w := &withdrawal{Reliance: d, id: id, origins: map[string]bool{}, facts: map[string]bool{}}
	w.spread()
	return w
}

// spread finds all that loses something: what rests on the id, and on what falls by that.
func (w *withdrawal) spread() {
	origins, claims := map[int]bool{}, map[int]bool{}
	var origin func(id string)
	var fact func(i int)
	fact = func(i int) {
		if claims[i] {
			return
		}
		claims[i] = true
		if x := &w.f.Facts[i]; w.fact(x.ID) {
			for _, k := range w.refs.Deriving[x.ID] {
				fact(k)
			}
		}
	}
	origin = func(id string) {
		for _, i := range w.refs.Given[id] {
			fact(i)
		}
		for _, i := range w.refs.Repeating[id] {
			reached := origins[i]
			origins[i] = true
			if repeats := w.f.Origins[i].ID; !reached && w.origin(repeats) {
				origin(repeats)
			}
		}
	}
	if w.f.Origin(w.id) != nil {
		origin(w.id)
	}
	for _, i := range w.refs.Read[w.id] {
		fact(i)
	}
	if i := w.f.FactAt(w.id); i >= 0 {
		fact(i)
	}
	w.touched = [2][]int{ascending(origins), ascending(claims)}
	for _, i := range w.touched[1] {
		if id := w.f.Facts[i].ID; w.fact(id) {
			w.fallen = append(w.fallen, id)
		}
	}
}

// ascending lists the positions of a set.
func ascending(set map[int]bool) []int {
	out := make([]int, 0, len(set))
	for i := range set {
		out = append(out, i)
	}
	slices.Sort(out)
	return out
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
		falls = id == w.id || w.origin(f.Origin) || len(f.DerivedFrom) > 0 && all(f.DerivedFrom, w.fact) ||
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
	for _, i := range w.touched[0] {
		o := &w.f.Origins[i]
		l := Loss{ID: o.ID, Pointer: "/origins/" + o.ID, Of: OfOrigins}
		for _, id := range o.DerivedFrom {
			l.count(w.origin(id))
		}
		if l.Lost > 0 {
			out = append(out, l)
		}
	}
	return out
}

// count notes one more part, lost or not.
func (l *Loss) count(lost bool) {
	if lost {
		l.Lost++
	} else {
		l.Left++
	}
}

// lostFacts lists the facts that fall, and those that lose something and stand.
func (w *withdrawal) lostFacts() []Loss {
	var out []Loss
	for _, i := range w.touched[1] {
		f := &w.f.Facts[i]
		read := Loss{ID: f.ID, Pointer: w.f.FactPointer(i), Of: OfSources}
		for _, s := range f.Sources {
			read.count(s.Source == w.id)
		}
		from := Loss{ID: f.ID, Pointer: read.Pointer, Of: OfPremises}
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

// hit lists the positions, in a list by fact, of what the fallen facts belong to.
func (w *withdrawal) hit(list map[string][]int) []int {
	set := map[int]bool{}
	for _, id := range w.fallen {
		for _, i := range list[id] {
			set[i] = true
		}
	}
	return ascending(set)
}

// lostJudgements says what judgements lose.
func (w *withdrawal) lostJudgements() []Loss {
	var out []Loss
	for _, i := range w.hit(w.judged) {
		out = append(out, w.judgement(i))
	}
	return out
}

// judgement says what the i-th judgement loses. What stood against it does not come to speak for it when the other
// side falls.
func (w *withdrawal) judgement(i int) Loss {
	l := Loss{ID: w.f.Judgements[i].ID, Pointer: "/judgements/" + strconv.Itoa(i), Of: OfFacts}
	var left []string
	contrary := func(id string) bool { return w.f.Fact(id).Weight(w.f.Judgements[i].Hypothesis).Contradicts() }
	for _, id := range w.sides[i].For {
		l.count(w.fact(id))
		if !w.fact(id) {
			left = append(left, id)
		}
	}
	l.Contrary = len(left) > 0 && all(left, contrary) && !all(w.sides[i].For, contrary)
	for _, id := range w.sides[i].Against {
		if w.fact(id) {
			l.Against++
		}
	}
	_, l.Before = w.lines.Of(w.sides[i].For...)
	_, l.After = w.lines.Of(left...)
	return l
}

// lostFigures says what figures lose.
func (w *withdrawal) lostFigures() []Loss {
	var out []Loss
	lost := map[int]int{}
	for _, id := range w.fallen {
		for _, i := range w.shown[id] {
			lost[i]++
		}
	}
	for _, i := range w.hit(w.shown) {
		l := w.figures[i]
		l.Lost, l.Left = lost[i], l.Left-lost[i]
		out = append(out, l)
	}
	return out
}

// passages finds the texts that cite what was withdrawn or bind what has fallen.
func (w *withdrawal) passages() []string {
	set := map[int]bool{}
	for _, i := range append(w.hit(w.told), w.told[w.id]...) {
		set[i] = true
	}
	var out []string
	for _, i := range ascending(set) {
		out = append(out, w.texts[i])
	}
	return out
}
