package wording_test

import (
	"strings"
	"testing"

	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/wording"
)

const file = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en", "es-MX"], "as_of": "2024-05-02"},
"places": {"k": {"name": "Kursk"}},
"measures": {"n": {"name": {"en": "trucks seen", "es-MX": "camiones vistos"}, "interval": "95% CI", "unit": {"en": {"one": "truck", "other": "trucks"},
	"es-MX": {"one": "camión", "other": "camiones"}}},
	"m": {"name": {"en": "aid", "es-MX": "ayuda"}, "kind": "money", "currency": "USD"}},
"dimensions": {"crop": {"name": "Crop", "values": {"wheat": {"name": {"en": "wheat", "es-MX": "trigo"}}}}},
"origins": {"o": {"name": "Ministry of the Interior", "short": "Interior", "kind": "government", "reliability": "B"}},
"sources": {"s": {"title": "S", "publisher": "P", "published": "2024-05-01"}},
"facts": [{"with": {"type": "estimate", "origin": "o", "as_of": "2024-05-01", "status": "reported", "credibility": 2, "sources": ["s"]}, "facts": [
	{"id": "one", "measure": "n", "low": 1}, {"id": "range", "measure": "n", "low": 3, "high": 12, "place": "k", "by": {"crop": "wheat"}, "period": "2024-Q1"},
	{"id": "own", "measure": "n", "low": 7, "interval": "of three models"}, {"id": "bare", "measure": "n", "best": 7, "interval": "of none"}, {"id": "money", "measure": "m", "best": 1750000000.50}]}]}`

// TestWords holds how a fact is said in each language.
func TestWords(t *testing.T) {
	f, problems := facts.Load("b.json", []byte(file))
	if f == nil {
		t.Fatal(problems)
	}
	for _, c := range []struct{ tag, id, value, apart, interval, claim string }{
		{"en", "one", "at least 1 truck", "", "", "Trucks seen: at least 1 truck"},
		{"es-MX", "one", "al menos 1 camión", "", "", "Camiones vistos: al menos 1 camión"},
		{"en", "range", "between 3 and 12 trucks", "Kursk, wheat, Q1 2024", "95% CI",
			"Trucks seen (wheat, first quarter of 2024): between 3 and 12 trucks (95% CI)"},
		{"en", "own", "at least 7 trucks", "", "of three models", "Trucks seen: at least 7 trucks (of three models)"},
		{"en", "bare", "7 trucks", "", "", "Trucks seen: 7 trucks"},
		{"en", "money", "$1,750,000,000.50", "", "", "Aid: $1,750,000,000.50"},
	} {
		l, err := lang.For(c.tag)
		if err != nil {
			t.Fatal(err)
		}
		w, x := wording.Words{File: f, Language: l, Tag: c.tag}, f.Fact(c.id)
		for _, pair := range [][2]string{{w.Value(x), c.value}, {w.Apart(x), c.apart}, {w.Interval(x), c.interval}, {w.Claim(x), c.claim},
			{w.Origin("o"), "Interior"}, {w.Grade(x), "B2"}} {
			if pair[0] != pair[1] {
				t.Errorf("%s %s: %q, not %q", c.tag, c.id, pair[0], pair[1])
			}
		}
	}
}

// TestNamesakes holds that two places of one name are told apart by their ids, and no others.
func TestNamesakes(t *testing.T) {
	f, problems := facts.Load("b.json", []byte(`{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-01-01"},
"places": {"il": {"name": "Springfield"}, "ma": {"name": "Springfield"}, "or": {"name": "Portland"}},
"actors": {"x": {"name": "Ali"}, "y": {"name": "ALI"}}, "facts": []}`))
	if f == nil {
		t.Fatal(problems)
	}
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	w := wording.Words{File: f, Language: l, Tag: "en"}
	got := strings.Join([]string{w.Place("il"), w.Place("ma"), w.Place("or"), w.Actor("x"), w.Actor("y")}, "; ")
	if want := "Springfield (il); Springfield (ma); Portland; Ali (x); ALI (y)"; got != want {
		t.Errorf("%s, not %s", got, want)
	}
}
