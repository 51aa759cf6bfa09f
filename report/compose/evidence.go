package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/lang"
)

// A telling says what must stand beside the amounts of a list of evidence, lest
// numbers of different things be read as numbers of one: 2,000 killed beside 4,000
// killed or wounded.
type telling struct{ what, where bool }

// telling finds what tells the amounts of a judgement's evidence apart: what is
// counted, if it is not the same everywhere, and where, if one thing is counted in
// several places.
func (c *composer) telling(ids []string) telling {
	var t telling
	first, places := "", map[string]string{}
	for _, id := range ids {
		f := c.f.Fact(id)
		if !f.HasAmount() {
			continue
		}
		what := f.Measure + "\n" + c.w.Line(f.Item)
		if first == "" {
			first = what
		}
		t.what = t.what || what != first
		if place, seen := places[what]; seen && place != f.Place {
			t.where = true
		}
		places[what] = f.Place
	}
	return t
}

// evidence names a fact shortly, its value bound to it.
func (c *composer) evidence(f *facts.Fact, t telling) []doc.Inline {
	who := c.w.Origin(f.Origin)
	switch {
	case f.HasAmount():
		value, rest := c.w.Value(f), []string(nil)
		if t.what {
			value, rest = c.thing(f)
		}
		if place := c.w.Place(f.Place); (t.where || c.spread[f.Measure]) && place != "" {
			rest = append(rest, place)
		}
		rest = append(rest, withoutEmpty(c.w.Parts(f), c.w.ShortPeriod(f))...)
		if day := c.l.ShortDate(f.When()); day != "" {
			rest = append(rest, day)
		}
		return append([]doc.Inline{doc.Text(who + ", "), c.valueOf(f, value)}, c.text(c.inBrackets(strings.Join(rest, "; ")))...)
	case f.When().IsZero():
		return []doc.Inline{c.valueOf(f, who)}
	}
	return []doc.Inline{doc.Text(who + ", "), c.valueOf(f, c.l.ShortDate(f.When()))}
}

// thing writes an amount with what it counts: the name of the measure in place of
// its unit where the name can follow a number ("about 4,000 soldiers killed"), else
// the name, or the item that was transferred, for a bracket.
func (c *composer) thing(f *facts.Fact) (value string, rest []string) {
	item := c.w.Line(f.Item)
	if item != "" {
		return c.w.Value(f), []string{item}
	}
	m := c.f.Measure(f.Measure)
	if m == nil {
		return c.w.Value(f), nil
	}
	a := c.w.Amount(f)
	name := c.w.Line(m.Name)
	if s := counted(name, c.l.UnitName(a.Unit)); s != "" {
		a.Unit = lang.Noun(s)
		return c.l.Words(a), nil
	}
	return c.w.Value(f), []string{name}
}

// counted turns the name of a measure into words that can follow a number: those
// that begin with its unit ("Soldiers sent" of soldiers) or, before it, with a
// proper name of two words or more ("North Korean soldiers killed"). Any other name
// gives an empty string: of "Additional soldiers" and "Total of soldiers" it cannot
// be known.
func counted(name, unit string) string {
	if r, size := utf8.DecodeRuneInString(name); strings.HasPrefix(string(unicode.ToLower(r))+name[size:]+" ", unit+" ") && unit != "" {
		return string(unicode.ToLower(r)) + name[size:]
	}
	words := strings.Fields(name)
	for i, w := range words {
		if w == unit && i > 1 {
			return name
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return ""
		}
	}
	return ""
}
