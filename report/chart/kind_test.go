package chart

import (
	"testing"

	"sitrep/report/claim"
)

// Every kind that a facts file may name can be drawn, takes some type of fact and says so, has its words in
// every language, and makes a chart of nothing without falling over.
func TestKinds(t *testing.T) {
	nothing := Content{Rows: func() []Row { return nil }, Events: func() []Event { return nil }, Beside: func() []Event { return nil },
		Exchange: func() *Exchange { return &Exchange{} }, Places: func() []Place { return nil }, Actors: func() []string { return nil },
		Matrix: func() *Matrix { return &Matrix{} }, Lineage: func() *Lineage { return &Lineage{} }}
	for _, name := range claim.ChartKinds() {
		k := KindOf(name)
		if k.Name != name {
			t.Errorf("%s: the table of report/chart has no such kind", name)
			continue
		}
		taken := 0
		for _, typ := range claim.FactTypes() {
			if name.Takes(claim.Nature{Type: typ, Amount: true, Placed: true, Weighed: true}) {
				taken++
			}
		}
		if taken == 0 || name.Shows() == "" {
			t.Errorf("%s: the table of report/claim says of no fact that it takes it, or not in words", name)
		}
		for _, tag := range []string{"en", "es-MX"} {
			l := language(t, tag)
			if s := l.Say(k.Title); s == k.Title || s == "" {
				t.Errorf("%s: %s has no %q", name, tag, k.Title)
			}
			if s := l.Count(k.Counts, 2); s == k.Counts || s == "" {
				t.Errorf("%s: %s has no %q", name, tag, k.Counts)
			}
			c := &Chart{Language: l, Plot: k.Plot(nothing)}
			if len(c.Layout(Frame{Width: 400, Theme: plain(t), Fonts: fonts(t)})) != 1 || c.Alt() == "" || len(c.Marks()) > 0 || len(c.Table().Rows) > 0 {
				t.Errorf("%s: a chart of nothing is %q", name, c.Alt())
			}
		}
	}
	if len(Kinds()) != len(claim.ChartKinds()) {
		t.Errorf("report/chart has %d kinds, report/claim %d", len(Kinds()), len(claim.ChartKinds()))
	}
}
