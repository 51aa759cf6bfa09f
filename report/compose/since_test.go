package compose

import (
	"strings"
	"testing"

	"sitrep/report/chart"
	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/quantity"
)

const floods = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-06-01"},
"measures": {"rain": {"name": "Rain", "kind": "amount", "unit": "millimetres", "symbol": "mm"}, "cost": {"name": "Damage", "kind": "money", "currency": "USD"}},
"places": {"north": {"name": "North"}}, "actors": {"red": {"name": "Red Cross"}},
"origins": {"gov": {"name": "Ministry", "kind": "government", "reliability": "B"}, "uni": {"name": "University", "kind": "research"}},
"sources": {"s": {"title": "Bulletin 12", "publisher": "Ministry"}, "t": {"title": "Old report", "publisher": "Agency"}},
"facts": [{"id": "r", "type": "estimate", "measure": "rain", "origin": "gov", "as_of": "2025-05", "best": 112.5, "status": "claimed", "credibility": 2, "sources": ["s"], "place": "north"},
 {"id": "c", "type": "estimate", "measure": "cost", "origin": "uni", "as_of": "2025-05", "low": 1250000000, "status": "claimed", "sources": ["s", "t"]},
 {"id": "e", "type": "event", "date": "2025-05-03", "statement": "Tents came.", "origin": "uni", "status": "claimed", "actors": ["red"], "sources": ["t"]}],
"sections": [{"id": "s1", "title": "S", "body": [{"chart": "ranges", "id": "f1", "select": {"measure": "rain"}}, {"chart": "ranges", "id": "f2", "select": {"measure": "cost"}}, "It rained {{r}} [@r]."]}]}`

// Numbers in two units are compared where one converts into the other, and no figure draws one unit on the axis of another;
// a claim that reads otherwise by what it names, or is read in other sources, is told.
func TestSince(t *testing.T) {
	for _, c := range []struct {
		name        string
		new         []string // what stands otherwise in the new edition, by pairs
		says, never []string
		ghosts      string // of the rows, the best or lowest values
	}{
		{"the same in another unit", []string{`millimetres", "symbol": "mm"`, `centimetres", "symbol": "cm"`, "112.5", "11.25"},
			[]string{": was 112.5 mm, now 11.25 cm (the same value in another unit)"}, []string{"Δ", "drawn"}, ""},
		{"the same number in another unit", []string{`millimetres", "symbol": "mm"`, `centimetres", "symbol": "cm"`},
			[]string{": was 112.5 mm, now 112.5 cm", "112.5 cm Δ"}, []string{"another unit", "drawn"}, " 11.25"},
		{"another currency", []string{"USD", "EUR"},
			[]string{"now at least €1.25 billion (in another unit)", "What the last edition said of 1 claim in another unit is not drawn."}, nil, ""},
		{"another number", []string{"112.5", "120"}, []string{"was 112.5 mm, now 120 mm"}, []string{"another unit"}, " 112.5"},
		{"the name of an origin", []string{`"name": "Ministry", "kind"`, `"name": "Rebels", "kind"`, `"reliability": "B"`, `"reliability": "D"`},
			[]string{"1 claim under another name or grade", "Rebels: name: was Ministry, now Rebels; reliability: was B, now D (1 claim)"}, []string{"no claim changed"}, ""},
		{"of a place", []string{`"North"`, `"South"`}, []string{"1 claim under another", "South: name: was North, now South (1 claim)"}, nil, ""},
		{"of an actor", []string{`"Red Cross"`, `"Red Moon"`}, []string{"1 claim under another", "Red Moon: name: was Red Cross, now Red Moon (1 claim)"}, nil, ""},
		{"of a measure", []string{`"Damage"`, `"Losses"`}, []string{"1 claim under another", "Losses: name: was Damage, now Losses (1 claim)"}, nil, ""},
		{"a source withdrawn", []string{`["s", "t"]`, `["s"]`, "1250000000", "1300000000"},
			[]string{"now at least $1.3 billion; no longer read in “Old report”"}, []string{"otherwise"}, " 1250000000"},
		{"another number of a measure under another id", []string{`"rain"`, `"rainfall"`, "112.5", "120"}, []string{"was 112.5 mm, now 120 mm", "120 mm Δ"}, nil, " 112.5"},
		{"other ids alone", []string{`"rain"`, `"rainfall"`, `"gov"`, `"ministry"`, `"s"`, `"bulletin"`}, []string{"no claim changed"}, []string{"otherwise"}, ""},
		{"a source under another id withdrawn", []string{`["s", "t"]`, `["s"]`, `"t"`, `"old-report"`}, []string{"no longer read in “Old report”"}, nil, ""},
		{"a source more", []string{`"place": "north"`, `"place": "north", "note": "N."`, `"sources": ["s"],`, `"sources": ["s", "t"],`},
			[]string{": now also read in “Old report”"}, nil, ""},
	} {
		old := load(t, []byte(floods))
		d, err := Document(load(t, []byte(strings.NewReplacer(c.new...).Replace(floods))), Options{Since: []*facts.File{old}})
		if err != nil {
			t.Fatal(err)
		}
		got, ghosts := strings.ReplaceAll(dump(d), "\u00a0", " "), ""
		doc.Each(d.Body, "", func(b doc.Block, _ doc.Marking) {
			if f, ok := b.(*doc.Figure); ok {
				ghosts += ghostsOf(f.Chart)
			}
		})
		for _, s := range c.says {
			if !strings.Contains(got, s) {
				t.Errorf("%s: no %q in\n%s", c.name, s, got)
			}
		}
		for _, s := range c.never {
			if strings.Contains(got, s) {
				t.Errorf("%s: %q in\n%s", c.name, s, got)
			}
		}
		if ghosts != c.ghosts {
			t.Errorf("%s: ghosts%s, want%s", c.name, ghosts, c.ghosts)
		}
	}
}

// ghostsOf writes what the rows of a figure say of the edition before.
func ghostsOf(c *chart.Chart) (out string) {
	if plot, ok := c.Plot.(*chart.Ranges); ok {
		for _, r := range plot.Rows {
			if r.Old != nil {
				out += " " + quantity.Given(r.Old.Best, r.Old.Low)[0].Text()
			}
		}
	}
	return out
}
