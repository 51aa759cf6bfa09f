package integrity

import (
	"strings"
	"testing"

	"sitrep/report/facts"
)

// TestOutOfLineDigits holds that a value out of line is told in the digits that the file has, and that one without a bound
// on the other's side is no witness against it.
func TestOutOfLineDigits(t *testing.T) {
	for name, c := range map[string]struct{ second, want string }{
		"as written": {`"best": 0.50`, "9007199254740993 is out of line: the other estimates of its measure and time lie between 0.10 and 0.50"},
		"at least":   {`"low": 0.50`, ""},
		"at most":    {`"high": 0.50`, "9007199254740993 is out of line: the other estimates of its measure and time lie between 0.10 and 0.50"},
	} {
		f, err := facts.Load("f.json", []byte(`{"format": 1, "briefing": {"id": "w", "title": "O", "languages": ["en"], "as_of": "2025-06-30"},
			"measures": {"k": {"name": "K", "kind": "amount", "unit": "g"}}, "origins": {"g": {"name": "Gov", "kind": "government"},
			"h": {"name": "Hal", "kind": "media"}, "i": {"name": "Ida", "kind": "media"}},
			"sources": {"b": {"title": "B", "publisher": "P", "published": "2025-06-30"}, "c": {"title": "C", "publisher": "Q", "published": "2025-06-30"}},
			"facts": [{"with": {"type": "estimate", "measure": "k", "as_of": "2025-06-30", "status": "reported"}, "facts": [
			{"id": "x", "origin": "g", "best": 0.10, "sources": ["b"]}, {"id": "y", "origin": "h", `+c.second+`, "sources": ["c"]},
			{"id": "z", "origin": "i", "best": 9007199254740993, "sources": ["b"]}]}]}`))
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, w := range Check(f, f.Briefing.AsOf) {
			if w.Code == "W210" {
				said = w.Message
			}
		}
		if said != c.want && !(c.want != "" && strings.HasPrefix(said, c.want)) {
			t.Errorf("%s: %q, want %q", name, said, c.want)
		}
	}
}

// TestFarApart: noughts are no line that a small number is out of.
func TestFarApart(t *testing.T) {
	for _, c := range []struct {
		low, high, least, most float64
		want                   bool
	}{
		{1, 1, 0, 0, false}, {9, 12, 0, 0, false}, {500, 500, 0, 0, true}, {0, 0, 1, 5, false}, {0, 0, 400, 500, true}, {50, 50, 4, 5, true}, {5, 5, 4, 5, false},
	} {
		if got := farApart(c.low, c.high, c.least, c.most); got != c.want {
			t.Errorf("%g to %g beside %g to %g: %t", c.low, c.high, c.least, c.most, got)
		}
	}
}

// TestEmptyBrackets: a name with brackets that hold nothing, or are not closed, is a name as others.
func TestEmptyBrackets(t *testing.T) {
	for _, name := range []string{"Ministry of Health ()", "Office (", "x () y", "Ministry ( )", "()", "(", "Bureau (of"} {
		f, err := facts.Load("f.json", []byte(`{"format": 1, "briefing": {"id": "w", "title": "O", "languages": ["en", "es"], "as_of": "2025-06-30"},
			"measures": {"k": {"name": "People displaced", "unit": "people"}}, "origins": {"g": {"name": "`+name+`", "kind": "government"}},
			"sources": {"b": {"title": "B", "publisher": "P", "published": "2025-06-30"}},
			"facts": [{"id": "x", "type": "estimate", "measure": "k", "as_of": "2025-06-30", "status": "reported", "origin": "g", "best": 5, "sources": ["b"]}],
			"sections": [{"id": "s", "title": "S", "body": ["The ministry counts {{x}} [@x]."]}]}`))
		if err != nil {
			t.Fatal(err)
		}
		Check(f, f.Briefing.AsOf)
	}
}
