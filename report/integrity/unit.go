package integrity

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// unitWords maps the words of the measures' units to the measures, by language.
// Under "=" and a dimension stand those that are counted in a unit of it: under
// "=watt", what is counted in megawatts.
func (c *pass) unitWords() map[string]map[string][]string {
	out := map[string]map[string][]string{}
	for _, tag := range append([]string{""}, c.f.Briefing.Languages...) {
		in := tag
		if in == "" {
			in = c.f.Briefing.Languages[0]
		}
		list, of := reading.WordsFor(in), map[string][]string{}
		for i := range c.f.Measures {
			m := &c.f.Measures[i]
			for _, w := range strings.Fields(strings.ToLower(m.Unit.Line(in))) {
				for _, key := range unitKeys(list, w) {
					of[key] = append(of[key], m.ID)
				}
			}
		}
		out[tag] = of
	}
	return out
}

// unitKeys lists what a word of a unit stands under: its dimension, itself and its singular.
func unitKeys(list *reading.WordList, w string) []string {
	var keys []string
	x := list.Look(w)
	if x.Unit != "" {
		dimension, _ := reading.Magnitude(x.Unit)
		keys = append(keys, "="+dimension)
	}
	if x.Tiny || len(w) < 3 {
		return keys
	}
	keys = append(keys, w)
	for _, end := range list.Plurals {
		if one := strings.TrimSuffix(w, end); one != w && len(one) > 2 {
			keys = append(keys, one)
		}
	}
	return keys
}

// unitAfter returns the measures whose unit is named behind the number, with two
// words between at most, and the token that names it.
func unitAfter(s *reading.Sentence, n reading.Amount, units map[string][]string) (measures []string, at int) {
	for i := n.To; i < min(n.To+4, len(s.Tokens)); i++ {
		t := &s.Tokens[i]
		if t.Kind != reading.Word {
			return nil, -1
		}
		if m := units[t.Low]; m != nil {
			return m, i
		}
	}
	return nil, -1
}

// counted returns the number in the unit of the measures that it counts, those
// measures, and the token that names the unit: 3.4 GW is 3400 where a measure is
// in megawatts, and 6.1m records are 6.1 million where records are counted.
func (c *pass) counted(r *reading.Text, s *reading.Sentence, n reading.Amount, units map[string][]string) (reading.Amount, []string, int) {
	measures, at := unitAfter(s, n, units)
	if n.To < len(s.Tokens) && measures == nil {
		t := &s.Tokens[n.To]
		if dimension, by := reading.Magnitude(t.Word.Unit); t.Word.Unit != "" && units["="+dimension] != nil {
			measures, at = units["="+dimension], n.To
			if f := c.scaleOf(r, measures[0]); f > 0 && f != by {
				n.Value, n.Alt, n.Unit, n.Scale = n.Value*by/f, n.Alt*by/f, n.Unit*by/f, max(n.Scale, 1)
			}
		}
	}
	if t := n.From + 1; measures != nil && at > n.To && n.To == t && s.Tokens[t].Glued && s.Tokens[t].Word.Suffix > 0 {
		n.Times(s.Tokens[t].Word.Suffix)
		n.To++
	}
	if n.Scale > 1 && measures == nil { // 45 mdp
		measures, at = units[s.Tokens[n.To-1].Low], n.To-1
		if measures != nil && len(c.unitOf(r, measures[0])) > 1 {
			measures, at = nil, -1
		}
	}
	if n.Scale > 1 && (measures != nil || s.Priced(n)) {
		c.rescale(r, s, &n, measures)
	}
	return n, measures, at
}

// scaleOf returns the magnitude of the unit of a measure, or 0.
func (c *pass) scaleOf(r *reading.Text, id string) float64 {
	for _, w := range c.unitOf(r, id) {
		if x := r.List.Look(w); x.Unit != "" {
			_, by := reading.Magnitude(x.Unit)
			return by
		}
	}
	return 0
}

// unitOf returns the words of the unit of a measure in the language of the text.
func (c *pass) unitOf(r *reading.Text, id string) []string {
	tag := c.tagOf(r)
	if m := c.f.Measure(id); m != nil {
		return strings.Fields(strings.ToLower(m.Unit.Line(tag)))
	}
	return nil
}

// rescale takes the scale out of a number where the unit of what it counts has it
// already: 240 million crowns are 240 where the unit is "million crowns".
func (c *pass) rescale(r *reading.Text, s *reading.Sentence, n *reading.Amount, measures []string) {
	about := func(f *facts.Fact) bool { return measures == nil || slices.Contains(measures, f.Measure) }
	for _, f := range s.Facts {
		if f.Measure == "" || !about(f) {
			continue
		}
		if by := c.scaleWord(r, f.Measure); by > 1 && (n.Scale >= by || n.Scale*1000 >= by && n.Value >= by) {
			n.Value, n.Alt, n.Unit, n.Scale = n.Value/by, n.Alt/by, n.Unit/by, n.Scale/by
			return
		}
	}
}

// otherUnit judges a number that a fact has and that the text counts in another unit.
func (c *pass) otherUnit(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		if cl.bound && cl.part == "" || !cl.exact || cl.fact.Measure == "" {
			continue
		}
		tag := c.tagOf(a.r)
		own := c.countedIn(cl.fact.Measure, tag)
		t := a.s.Tokens
		for j := cl.to; own != "" && j < min(len(t), cl.to+3) && t[j].Kind == reading.Word; j++ {
			if u := reading.UnitIn(t, j); u != "" {
				if u != own && !(sameDimension(u, own) && c.converted(a, cl, u, own)) {
					c.warnAt("W303", a, cl.from, []string{cl.fact.ID, cl.fact.Measure}, a.words(cl.from, j+1)+" is counted in another unit than "+
						quote(cl.fact.ID)+", which counts in "+
						quote(c.f.Measure(cl.fact.Measure).Unit.Line(tag)), "write {{"+cl.fact.ID+"}}")
				}
				break
			}
			if w := t[j].Word; w.Tiny && !w.Of && a.s.At(j, "article") < 0 { // 68 en casas
				break
			}
		}
	}
}

// converted reports whether a number in one unit of a dimension is the fact's in another:
// 3.4 gigawatts of 3,400 megawatts.
func (c *pass) converted(a *assertion, cl *stated, u, own string) bool {
	_, from := reading.Magnitude(u)
	_, to := reading.Magnitude(own)
	v, by := partValue(cl), c.scaleWord(a.r, cl.fact.Measure)
	return v != 0 && math.Abs(cl.amount.Value*from/to/(v*by)-1) < 0.06
}

// sameDimension reports whether two units measure one thing.
func sameDimension(a, b string) bool {
	x, _ := reading.Magnitude(a)
	y, _ := reading.Magnitude(b)
	return x == y
}

// symbolOf names the unit that a symbol of one letter stands for behind scales, which in a text may stand for other things: m, m³/s,
// millones de m³, t.
func symbolOf(t []reading.Token) string {
	i := 0
	for i+1 < len(t) && (t[i].Word.By > 0 || t[i].Word.Of || t[i].Kind == reading.Numeral) {
		i++
	}
	power := ""
	if i+1 < len(t) && t[i+1].Glued {
		power = map[string]string{"²": "square ", "³": "cubic "}[t[i+1].Low]
	}
	switch t[i].Low {
	case "m":
		return power + "metre"
	case "t":
		return "tonne"
	case "g":
		return "gram"
	}
	return ""
}
