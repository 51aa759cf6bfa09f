package wording

import (
	"strings"

	"sitrep/report/facts"
)

// By names the value that a fact has of a dimension: "wheat"; "" where it has none.
func (w Words) By(f *facts.Fact, dimension string) string {
	for _, c := range f.By {
		if d := w.File.Dimension(c.Dimension); c.Dimension == dimension && d != nil {
			return w.distinct("/dimensions/"+d.ID+"/values/", c.Value, d.Value(c.Value).Name.Line(w.Tag))
		}
	}
	return ""
}

// Parts names the values of all dimensions of a fact, in their order: "wheat, Kharkiv".
func (w Words) Parts(f *facts.Fact) string {
	var all []string
	for _, c := range f.By {
		all = append(all, w.By(f, c.Dimension))
	}
	return strings.Join(all, ", ")
}

// Period writes the stretch that a number adds up over; "" where none was given.
func (w Words) Period(f *facts.Fact) string {
	if f.Period.IsZero() {
		return ""
	}
	return w.Language.Span(f.Period.From, f.Period.To)
}

// ShortPeriod writes the stretch that a number adds up over, for tables and charts.
func (w Words) ShortPeriod(f *facts.Fact) string {
	if f.Period.IsZero() {
		return ""
	}
	return w.Language.ShortSpan(f.Period.From, f.Period.To)
}

// Interval names what low and high of a fact are: "95% confidence interval"; "" where that
// was not said, where it has neither, or where it was said of the measure alone and the fact has a single number.
func (w Words) Interval(f *facts.Fact) string {
	if f.Low == nil && f.High == nil {
		return ""
	}
	if s := w.Line(f.Interval); s != "" {
		return s
	}
	if len(f.Numbers()) < 2 {
		return ""
	}
	if m := w.File.Measure(f.Measure); m != nil {
		return w.Line(m.Interval)
	}
	return ""
}

// Apart names what tells the claim of a fact from others of its measure: place, values of
// dimensions, period. Claims of which it is the same are rivals.
func (w Words) Apart(f *facts.Fact) string {
	return joined(w.Place(f.Place), w.Parts(f), w.ShortPeriod(f))
}

// joined joins what there is by commas.
func joined(all ...string) string {
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}
