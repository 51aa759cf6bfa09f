package facts

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts/tree"
	"sitrep/report/quantity"
)

var commonShape = shapeOf("fact")

// ownShapes has the keys of each type beside the common ones.
var ownShapes = map[claim.FactType]*shape{
	claim.Estimate:  ownShape(claim.Estimate),
	claim.Event:     ownShape(claim.Event),
	claim.Transfer:  ownShape(claim.Transfer),
	claim.Statement: ownShape(claim.Statement),
}

var (
	citationShape = shapeOf("citationObject")
	spanShape     = shapeOf("periodObject")
	runShape      = shapeOf("run")
)

func (l *loader) fact(n *tree.Node, f *Fact) {
	f.Type = one(l, n.Get("type"), "a type of fact", claim.FactTypes())
	l.factKeys(n, f.Type)
	o := &object{n: n}
	f.ID = l.id(n.Get("id"), "fact")
	o.owner = f.ID
	f.Origin = l.reference(n.Get("origin"), "origin", "")
	l.items(n.Get("sources"), "source ids or citations", func(n *tree.Node) { f.Sources = append(f.Sources, l.citation(n)) })
	f.Status = one(l, n.Get("status"), "a status", claim.Statuses())
	f.Credibility = l.integer(n.Get("credibility"), "an Admiralty credibility, 1 to 6", 1, 6)
	f.Place = l.reference(n.Get("place"), "place", "")
	f.Actors = l.references(n.Get("actors"), "actor", "")
	f.Marking, f.Marked = l.marking(n.Get("marking"), l.whole())
	f.Supersedes = l.reference(n.Get("supersedes"), "fact", f.ID)
	f.Contradicts = l.references(n.Get("contradicts"), "fact", f.ID)
	f.DerivedFrom = l.references(n.Get("derived_from"), "fact", f.ID)
	for _, r := range f.Remarks() {
		*r.Text = l.text(o, r.Key, marked)
	}
	f.Weighs = l.weighs(n.Get("weighs"))
	if slices.Contains(mustOf(f.Type), "statement") {
		f.Statement = l.need(o, "statement", plain)
	} else {
		f.Statement = l.text(o, "statement", plain)
	}
	l.own(o, f)
}

func mustOf(kind claim.FactType) []string {
	if s := ownShapes[kind]; s != nil {
		return s.must
	}
	return nil
}

// own reads what belongs to the type.
func (l *loader) own(o *object, f *Fact) {
	switch f.Type {
	case claim.Estimate:
		f.Measure = l.reference(o.get("measure"), "measure", "")
		f.AsOf = l.date(o.get("as_of"))
		f.Approx = l.flag(o.get("approx"))
		f.By = l.by(o.get("by"))
		f.Period = l.span(o.get("period"))
		f.Interval = l.text(o, "interval", plain)
		l.amount(o, f)
		if o.get("low") == nil && o.get("best") == nil && o.get("high") == nil && !o.n.Cut {
			l.at(o.n, "E212", "an estimate needs a number: best, low or high", `"low" alone says “at least”, "high" alone “up to”`)
		}
	case claim.Event:
		f.Date = l.dateOf(o.get("date"), true)
		f.Until = l.dateOf(o.get("until"), true)
		if !f.Until.IsZero() && !f.Date.IsZero() && ended(f.Date, f.Until) {
			l.at(o.get("until"), "E213", "until ("+f.Until.String()+") is before date ("+f.Date.String()+")", "")
		}
	case claim.Transfer:
		f.From = l.reference(o.get("from"), "actor", "")
		f.To = l.reference(o.get("to"), "actor", "")
		f.Item = l.need(o, "item", plain)
		f.Category = one(l, o.get("category"), "a category", claim.Categories())
		f.Measure = l.reference(o.get("measure"), "measure", "")
		f.AsOf = l.date(o.get("as_of"))
		l.amount(o, f)
		if f.HasAmount() && o.get("measure") == nil && !o.n.Cut {
			l.at(o.n, "E214", "the amount of a transfer needs a measure", `add "measure": what is counted`)
		}
	case claim.Statement:
		f.AsOf = l.date(o.get("as_of"))
	}
}

// amount reads low, best and high and holds them in order.
func (l *loader) amount(o *object, f *Fact) {
	read := func(key string) *quantity.Number { return l.quantity(o.get(key)) }
	f.Low, f.Best, f.High = read("low"), read("best"), read("high")
	for _, key := range []string{"low", "best", "high"} {
		l.signed(o.get(key), f.Measure)
	}
	over := func(a, b string) {
		l.at(o.get(a), "E203", a+" ("+short(o.get(a).Text)+") is above "+b+" ("+short(o.get(b).Text)+")", "")
	}
	switch {
	case f.Low != nil && f.High != nil && f.Low.Cmp(f.High) > 0:
		over("low", "high")
	case f.Low != nil && f.Best != nil && f.Low.Cmp(f.Best) > 0:
		over("low", "best")
	case f.Best != nil && f.High != nil && f.Best.Cmp(f.High) > 0:
		over("best", "high")
	}
}

// ended reports whether what lasted from one date to another ended before it began.
func ended(from, until date.Date) bool {
	if from.Clock.Given && until.Clock.Given {
		return until.Compare(from) < 0
	}
	return until.Last() < from.First()
}

// signed reports a negative number of a measure that has none.
func (l *loader) signed(n *tree.Node, measure string) {
	if n == nil || n.Kind != tree.Number || n.Text[0] != '-' {
		return
	}
	kind, known := l.kinds[measure]
	if v, err := quantity.Parse(n.Text); err != nil || v.Sign() == 0 || known && kind.Signed() || !known && measure != "" {
		return
	}
	kind = cmp.Or(kind, quantity.Count)
	l.at(n, "E210", n.Key+" ("+short(n.Text)+") must be 0 or more: "+string(kind)+"s are not negative",
		`of a "level" or a "change" they may be: see the measure's "kind"`)
}

// by reads the values of dimensions, into the order in which the dimensions are declared.
func (l *loader) by(n *tree.Node) []Coordinate {
	if n == nil || n.Kind != tree.Object && !l.is(n, tree.Object, "an object from dimension to value") {
		return nil
	}
	var out []Coordinate
	for i := range n.Kids {
		k := &n.Kids[i]
		l.refs = append(l.refs, ref{n: k, want: "dimension", key: true})
		if k.Kind == tree.String || l.is(k, tree.String, "the id of a value (a string)") {
			l.refs = append(l.refs, ref{n: k, want: "value"})
			out = append(out, Coordinate{k.Key, k.Text})
		}
	}
	order := func(id string) int {
		return slices.IndexFunc(l.f.Dimensions, func(d Dimension) bool { return d.ID == id })
	}
	slices.SortStableFunc(out, func(a, b Coordinate) int { return order(a.Dimension) - order(b.Dimension) })
	return out
}

// weighs reads how a claim fits hypotheses, into the order in which these are declared.
func (l *loader) weighs(n *tree.Node) []Weighing {
	if n == nil || n.Kind != tree.Object && !l.is(n, tree.Object, "an object from hypothesis to weight") {
		return nil
	}
	var out []Weighing
	for i := range n.Kids {
		k := &n.Kids[i]
		l.refs = append(l.refs, ref{n: k, want: "hypothesis", key: true})
		out = append(out, Weighing{k.Key, one(l, k, "a weight", claim.Weights())})
	}
	order := func(id string) int {
		return slices.IndexFunc(l.f.Hypotheses, func(h Hypothesis) bool { return h.ID == id })
	}
	slices.SortStableFunc(out, func(a, b Weighing) int { return order(a.Hypothesis) - order(b.Hypothesis) })
	return out
}

// factKeys reports missing and unknown keys, and says whose key it is that
// stands in a fact of the wrong type.
func (l *loader) factKeys(n *tree.Node, kind claim.FactType) {
	own := ownShapes[kind]
	l.missing(n, &commonShape)
	if own != nil {
		l.missing(n, &shape{what: own.what, must: own.must})
	}
	for i := range n.Kids {
		k := &n.Kids[i]
		if commonShape.has(k.Key) || own != nil && own.has(k.Key) {
			continue
		}
		types := typesWith(k.Key)
		switch {
		case types == nil:
			l.unknown(k, factShape(own))
		case own != nil:
			l.report(k.KeyOff, "E205", own.what+" has no key "+quote(k.Key)+": it belongs to "+strings.Join(types, " or "),
				l.spell.meant(k.Key, own.keys(), ""))
		}
	}
}

// factShape joins the common keys and those of a type, or of all types.
func factShape(own *shape) *shape {
	s := shape{what: commonShape.what, must: slices.Clone(commonShape.must), may: slices.Clone(commonShape.may)}
	if own != nil {
		return &shape{own.what, append(s.must, own.must...), append(s.may, own.may...)}
	}
	for _, t := range claim.FactTypes() {
		s.may = append(s.may, ownShapes[t].keys()...)
	}
	return &s
}

// typesWith names the types of fact that have the key as their own: "an estimate".
func typesWith(key string) []string {
	var out []string
	for _, t := range claim.FactTypes() {
		if ownShapes[t].has(key) {
			out = append(out, ownShapes[t].what)
		}
	}
	return out
}

func (l *loader) citation(n *tree.Node) Citation {
	switch n.Kind {
	case tree.String:
		return Citation{Source: l.reference(n, "source", "")}
	case tree.Object:
		o := l.open(n, &citationShape)
		return Citation{l.reference(o.get("source"), "source", ""), l.str(o.get("locator")), l.str(o.get("quote"))}
	case tree.Invalid:
	default:
		l.wrong(n, `a source id, or an object as {"source": id, "locator": "p. 3"}`)
	}
	return Citation{}
}
