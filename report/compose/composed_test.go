package compose

import (
	"strings"
	"testing"
)

// A composed is a briefing of facts alone, and what it must and must not say.
type composed struct {
	name, tag string
	measure   string // its keys beside the name
	facts     []string
	more      string // further keys of the file, each behind a comma
	says      []string
	never     []string
}

// claimed writes an estimate of the day, or what its keys say instead.
func claimed(id, origin, more string) string {
	out := `{"id": "` + id + `", "type": "estimate", "measure": "m", "origin": "` + origin + `", "sources": ["s"]`
	for _, key := range []string{`"as_of": "2025-09-01"`, `"status": "reported"`} {
		if name, _, _ := strings.Cut(key, ":"); !strings.Contains(more, name) {
			out += ", " + key
		}
	}
	return out + ", " + more + "}"
}

// composedFaults are what readers of composed briefings met, in their own numbers.
var composedFaults = []composed{
	{name: "a currency in the sentence of a figure", tag: "es-ES", measure: `"kind": "money", "currency": "EUR"`,
		facts: []string{claimed("x", "a", `"best": 145000000`), claimed("y", "b", `"best": 150000000`)},
		says:  []string{"Las cifras difieren: entre 145 y 150 millones de euros", "no comparten ningún valor sobre “Zone”"},
		never: []string{"millones de.", "No hay dos estimaciones en conflicto"}},
	{name: "digits beside digits", tag: "es-ES", measure: `"kind": "money", "currency": "EUR"`,
		facts: []string{claimed("x", "a", `"best": 1360299`), claimed("y", "b", `"best": 1410000`), claimed("z", "b", `"low": 2000000, "high": 3500001, "as_of": "2025-03-01"`)},
		says:  []string{"1.360.299 euros frente a 1.410.000 euros", "Las cifras difieren: entre 1.360.299 y 1.410.000", "2.000.000–3.500.001"}},
	{name: "a symbol before each number", measure: `"kind": "money", "currency": "USD"`,
		facts: []string{claimed("x", "a", `"best": -1600000000`), claimed("y", "b", `"best": 2000000000`)},
		says:  []string{"between −$1.6 billion and $2 billion"}, never: []string{"  ", "− "}},
	{name: "number words on both sides of zero", measure: `"kind": "level", "unit": "points"`,
		facts: []string{claimed("x", "a", `"best": -1600000000`), claimed("y", "b", `"best": 2000000000`)},
		says:  []string{"between −1.6 billion and 2 billion"}},
	{name: "about, in title and figure", measure: `"kind": "percent"`,
		facts: []string{claimed("x", "a", `"best": -35, "approx": true`), claimed("y", "b", `"best": -33`)},
		says:  []string{"Two estimates are compatible: about −33%", "Compatible with every claim: about −33%"}, never: []string{"no value"}},
	{name: "about a number of many digits", measure: `"kind": "money", "currency": "USD"`,
		facts: []string{claimed("x", "a", `"best": 813550000, "approx": true`), claimed("y", "b", `"best": 734000000`)},
		says:  []string{"Two estimates do not overlap: $734 million against about $813.55 million"}, never: []string{"ompatible"}},
	{name: "a denial in the alternative text", tag: "es-MX", measure: `"unit": "muertes"`,
		facts: []string{claimed("x", "a", `"best": 244`), claimed("y", "b", `"best": 244, "status": "denied"`)},
		says:  []string{"Alpha da 244 muertes. Negado: 244 muertes (Beta"}, never: []string{"Beta da"}},
	{name: "events that did not happen", measure: `"unit": "men"`, facts: []string{
		`{"id": "p", "type": "event", "date": "2026-06", "statement": "The pause ends.", "origin": "a", "status": "planned", "sources": ["s"]}`,
		`{"id": "q", "type": "event", "date": "2025-04-01", "statement": "Troops cross.", "origin": "b", "status": "denied", "sources": ["s"]}`},
		says:  []string{"Troops cross (1 Apr 2025, denied)", "The pause ends (Jun 2026, planned)", "What is claimed of events, and when"},
		never: []string{"What happened"}},
	{name: "where a rise begins", measure: `"unit": "people"`, facts: []string{claimed("x", "a", `"as_of": "2024-12-29", "best": 58400`),
		claimed("y", "a", `"as_of": "2025-01-02", "low": 115000`), claimed("z", "a", `"as_of": "2025-09-01", "best": 850000`),
		claimed("v", "a", `"as_of": "2025-09-24", "best": 1000000`), claimed("f", "a", `"as_of": "2025-12-30", "high": 2000000, "status": "forecast"`)},
		says: []string{"Alpha rose from 58,400 to 1 million", "the highest, 1 million people (Alpha, 24 Sep 2025)", "Forecast: up to 2 million people"}},
	{name: "figures that differ, and the method", measure: `"kind": "percent"`,
		facts: []string{claimed("x", "a", `"best": 55.8, "period": "2024"`), claimed("y", "b", `"best": 57.2, "period": "2024"`)},
		says:  []string{"The newest estimates of different origins share no value on “Zone”."}, never: []string{"No two estimates"}},
	{name: "a range that holds the rest", measure: `"kind": "percent"`, facts: []string{claimed("x", "a", `"low": 58.3, "high": 60.7`),
		claimed("y", "b", `"best": 59.35, "as_of": "2025-09-02"`), claimed("z", "c", `"best": 59.75, "as_of": "2025-09-05"`)},
		says:  []string{"Three estimates, all within the range of Alpha: from 58.3% to 60.7%", "All lie within the range of Alpha"},
		never: []string{"no value in common", "No value fits"}},
	{name: "a rise is no spread", measure: `"unit": "states"`,
		facts: []string{claimed("x", "a", `"as_of": "2024-06-28", "best": 12`), claimed("y", "b", `"as_of": "2025-10", "best": 18`)},
		says:  []string{"Two counts, from 12 (28 Jun 2024) to 18 (Oct 2025)"}},
	{name: "sums over unlike stretches of time", measure: `"unit": "people"`,
		facts: []string{claimed("x", "a", `"best": 1070, "period": "2021"`), claimed("y", "b", `"best": 2400, "period": {"from": "2013", "to": "2021"}`)},
		says:  []string{"Two counts, from 1,070 (2021) to 2,400 (2013 – 2021)"}},
}

// TestComposed holds that a briefing of facts alone says nothing that its facts do not.
func TestComposed(t *testing.T) {
	for _, c := range composedFaults {
		tag := c.tag
		if tag == "" {
			tag = "en"
		}
		f := load(t, []byte(`{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["`+tag+`"], "as_of": "2025-12-31", "likelihood_scale": "icd203"},
			"measures": {"m": {"name": "Zone", `+c.measure+`}},
			"origins": {"a": {"name": "Alpha", "kind": "research"}, "b": {"name": "Beta", "kind": "government"}, "c": {"name": "Gamma", "kind": "media"}},
			"sources": {"s": {"title": "S", "publisher": "P", "published": "2025-11-01"}}, "facts": [`+strings.Join(c.facts, ",")+`]`+c.more+`}`))
		d, err := Document(f, Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := strings.ReplaceAll(dump(d), "\u00a0", " ")
		for _, s := range c.says {
			if !strings.Contains(got, s) {
				t.Errorf("%s: no %q in\n%s", c.name, s, got)
			}
		}
		for _, s := range c.never {
			if strings.Contains(strings.TrimLeft(got, " "), s) && s != "  " {
				t.Errorf("%s: %q is in\n%s", c.name, s, got)
			}
		}
	}
}
