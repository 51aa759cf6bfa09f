package diff

import (
	"reflect"

	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/quantity"
	"sitrep/report/wording"
)

// value compares the numbers of two facts, and the units that they are printed with. Numbers in two units are compared
// where one converts into the other, and are else no higher or lower than each other.
func (p *pair) value(c *changes, was, is *facts.Fact) {
	a, b := p.was.w.Amount(was), p.is.w.Amount(is)
	ch := Change{Field: "value", Old: p.l.Words(a), New: p.l.Words(b)}
	if was.HasAmount() {
		ch.OldAmount = &Amount{was.Low, was.Best, was.High, was.Approx}
		ch.Comparable = ch.OldAmount
	}
	if is.HasAmount() {
		ch.NewAmount = &Amount{is.Low, is.Best, is.High, is.Approx}
	}
	switch both := was.HasAmount() && is.HasAmount(); {
	case both && p.moved.measures.now(was.Measure) != is.Measure:
		if ch.Directions = amountHow(a, b); ch.Directions == nil && ch.Old == ch.New {
			return
		}
		ch.Directions, ch.Comparable = []Direction{Recounted}, nil
	case both && p.unitsDiffer(was, is):
		by, converts := shift(a.Unit, b.Unit)
		if !converts {
			ch.Directions, ch.Comparable = []Direction{Reunited}, nil
			break
		}
		ch.Comparable = ch.OldAmount.shifted(by)
		a.Low, a.Best, a.High = ch.Comparable.Low, ch.Comparable.Best, ch.Comparable.High
		if ch.Directions = amountHow(a, b); ch.Directions == nil {
			ch.Directions = []Direction{Converted}
		}
	default:
		if ch.Directions = amountHow(a, b); ch.Directions == nil {
			ch.Directions = digitsHow(ch.Old, ch.New)
		}
	}
	if ch.Directions != nil {
		*c = append(*c, ch)
	}
}

// unitsDiffer reports whether readers of some language see another unit behind the numbers of one of two facts than behind
// those of the other.
func (p *pair) unitsDiffer(was, is *facts.Fact) bool {
	for _, tags := range p.shared {
		old := wording.Words{File: p.old, Language: p.l, Tag: tags[0]}.Amount(was)
		new := wording.Words{File: p.new, Language: p.l, Tag: tags[1]}.Amount(is)
		if reflect.DeepEqual(old.Unit, new.Unit) {
			continue
		}
		if tags[0] != tags[1] { // no language in common: nouns say nothing
			old.Unit.Forms, new.Unit.Forms = nil, nil
		}
		l, err := lang.For(tags[1])
		if err != nil {
			l = p.l
		}
		for _, numbers := range []lang.Amount{old, new} {
			x, y := numbers, numbers
			x.Unit, y.Unit = old.Unit, new.Unit
			if l.Words(x) != l.Words(y) {
				return true
			}
		}
	}
	return false
}

// shift returns the power of ten by which numbers of one unit become those of another; false where they do not.
func shift(from, to lang.Unit) (by int, ok bool) {
	if from.Kind != to.Kind {
		return 0, false
	}
	a, x, known := quantity.Unit(symbol(from))
	b, y, both := quantity.Unit(symbol(to))
	return x - y, known && both && a == b
}

// symbol is what stands behind the numbers of a unit.
func symbol(u lang.Unit) string {
	if u.Symbol == "" {
		return u.Forms["other"]
	}
	return u.Symbol
}

// shifted is the amount times a power of ten.
func (a *Amount) shifted(by int) *Amount {
	out := &Amount{Approx: a.Approx}
	for to, n := range map[**quantity.Number]*quantity.Number{&out.Low: a.Low, &out.Best: a.Best, &out.High: a.High} {
		if n != nil {
			*to = n.Shift(by)
		}
	}
	return out
}
