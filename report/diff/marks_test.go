package diff

import (
	"strings"
	"testing"
)

// secrets is a briefing without a marking in which each kind of thing tells something
// that is TLP:RED.
const secrets = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-05-31"},
 "measures": {"m": {"name": "People", "unit": "people"}, "n": {"name": "Wells", "unit": "wells"}},
 "origins": {"o": {"name": "Ministry", "kind": "government"}, "q": {"name": "Quiet service", "kind": "intelligence"}},
 "places": {"house": {"name": "Safe house"}, "camp": {"name": "Camp"}}, "actors": {"orlov": {"name": "Orlov"}, "army": {"name": "Army"}},
 "sources": {"s": {"title": "Bulletin", "publisher": "P"}, "cable": {"title": "Cable", "publisher": "P", "marking": "TLP:RED"}},
 "facts": [
  {"id": "f", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2025-05", "best": 100, "status": "reported", "sources": ["s"], "place": "camp", "actors": ["army"]},
  {"id": "g", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2025-05", "best": 300, "status": "reported", "sources": ["s"]},
  {"id": "secret", "type": "estimate", "measure": "n", "origin": "q", "as_of": "2025-05", "best": 777, "status": "reported", "sources": ["cable"],
   "marking": "TLP:RED", "place": "house", "actors": ["orlov", "army"]}],
 "judgements": [{"id": "j", "text": "Open {{f}}.", "because": ["f"]}, {"id": "k", "text": "It grows.", "because": ["g"]},
  {"id": "jr", "text": "Hidden.", "because": ["secret"], "marking": "TLP:RED"}],
 "allow": [{"code": "W206", "id": "secret", "why": "Orlov knows."}],
 "sections": [
  {"id": "open", "title": "Open", "body": ["Open words."]},
  {"id": "text", "title": "Text", "body": ["Open.", {"text": "Hidden words.", "marking": "TLP:RED"}]},
  {"id": "values", "title": "Values", "body": ["Values {{secret}}."]},
  {"id": "cites", "title": "Cites", "body": ["Cites [@cable]."]},
  {"id": "charts", "title": "Charts", "body": [{"chart": "ranges", "id": "fig", "title": "Hidden chart", "select": {"measure": "m"}, "marking": "TLP:RED"}]},
  {"id": "tables", "title": "Tables", "body": [{"table": "facts", "select": {"ids": ["f"]}}]},
  {"id": "picks", "title": "Picks", "body": [{"chart": "ranges", "id": "pick", "select": {"ids": ["f"]}}]},
  {"id": "lists", "title": "Lists", "body": [{"judgements": ["j"]}]},
  {"id": "around", "title": "Around", "marking": "TLP:RED", "body": [], "sections": [{"id": "within", "title": "Within", "body": ["Nested words."]}]}]}`

// What is told bears the highest marking of all that it tells, by whatever way
// that comes into it; the whole, the highest of both editions.
func TestMarking(t *testing.T) {
	const none, red = "TLP:CLEAR", "TLP:RED"
	for _, c := range []struct{ was, is, kind, id, want string }{
		{"Open words", "Other words", "section", "open", none},
		{"Hidden words", "Other words", "section", "text", red},
		{`"Open.", {"text"`, `{"text": "More.", "marking": "TLP:AMBER"}, {"text"`, "section", "text", red},
		{"Values {{", "Worth {{", "section", "values", red},
		{"Cites [@", "Quotes [@", "section", "cites", red},
		{"Hidden chart", "Orlov was there", "section", "charts", red},
		{`"ids": ["f"]`, `"ids": ["f", "secret"]`, "section", "tables", red},
		{`"pick", "select": {"ids": ["f"]`, `"pick", "select": {"ids": ["secret"]`, "section", "picks", red},
		{`{"judgements": ["j"]}`, `{"judgements": ["j", "jr"]}`, "section", "lists", red},
		{"Nested words", "Other words", "section", "within", red},
		{"Hidden.", "Quite hidden.", "judgement", "jr", red},
		{"It grows.", "It grows by {{secret}}.", "judgement", "k", red},
		{"It grows.", "It grows [@cable].", "judgement", "k", red},
		{"It grows.", "It shrinks.", "judgement", "k", none},
		{`"because": ["g"]`, `"because": ["g", "secret"]`, "judgement", "k", red},
		{`"best": 100`, `"best": 120`, "judgement", "j", none},
		{`"best": 777`, `"best": 778`, "fact", "secret", red},
		{`"best": 100`, `"best": 120`, "fact", "f", none},
		{`"best": 300`, `"best": 300, "contradicts": ["secret"]`, "fact", "g", red},
		{`"best": 300`, `"best": 300, "derived_from": ["secret"]`, "fact", "g", red},
		{`"best": 300`, `"best": 300, "supersedes": "secret"`, "fact", "g", red},
		{`"sources": ["s"]}`, `"sources": ["s", "cable"]}`, "fact", "g", red},
		{`"id": "g"`, `"id": "h", "supersedes": "secret"`, "fact", "h", red},
		{`"P", "marking": "TLP:RED"`, `"P"`, "source", "cable", red},
		{"Bulletin", "Bulletin 2", "source", "s", none},
		{"Quiet", "Silent", "origin", "q", red},
		{"Ministry", "Office", "origin", "o", none},
		{"Wells", "Pumps", "measure", "n", red},
		{"Safe house", "Villa", "place", "house", red},
		{"Camp", "Field", "place", "camp", none},
		{"Orlov\"", "Ivanov\"", "actor", "orlov", red},
		{"Army", "Forces", "actor", "army", red}, // named by the secret, whose id is told
		{"Orlov knows", "Ivanov knows", "briefing", "b", ""},
	} {
		new := strings.Replace(secrets, c.was, c.is, 1)
		if c.id == "h" {
			new = strings.ReplaceAll(new, `"because": ["g"]`, `"because": ["h"]`)
		}
		old, is := load(t, []byte(secrets)), load(t, []byte(new))
		for _, d := range []*Diff{of(t, old, is), of(t, is, old)} {
			marked(t, d, c.kind, c.id, c.want)
		}
	}
}

// marked holds that an item is told, and bears the marking, in a whole that is TLP:RED.
func marked(t *testing.T, d *Diff, kind, id, want string) {
	t.Helper()
	text, page := write(t, d, "text"), write(t, d, "markdown")
	if d.Marking != "TLP:RED" || d.Old.Marking != "TLP:RED" || d.New.Marking != "TLP:RED" ||
		!strings.HasPrefix(text, "briefing b: this comparison is marked TLP:RED\n") || !strings.HasPrefix(page, "**TLP:RED**\n") {
		t.Errorf("%s %s: the whole is not marked: %s\n%s", kind, id, d.Marking, text)
	}
	for _, k := range d.kinds() {
		for _, it := range k.items {
			if k.name != kind || it.ID != id {
				continue
			}
			if label := kind + " " + id + " (TLP:RED): "; it.Marking != want || strings.Contains(text, label) != (want == "TLP:RED") {
				t.Errorf("%s %s is marked %s, want %s:\n%s", kind, id, it.Marking, want, text)
			}
			return
		}
	}
	if kind != "briefing" || len(d.Allow) == 0 {
		t.Errorf("%s %s is not told:\n%s", kind, id, text)
	}
}

// Each change is told in the line that tells it best.
func TestLines(t *testing.T) {
	for _, c := range []struct{ was, is, line string }{
		{"Open {{f}}.", "Now {{f}}.", "judgement j: text reworded: “Open 100 people.” → “Now 100 people.”"},
		{"Open {{f}}.", "Open {{f.best}} people.", "judgement j: text reworded: “Open {{f}}.” → “Open {{f.best}} people.”"},
		{"Open {{f}}.", "Open **{{f}}**.", "judgement j: text reworded: “Open {{f}}.” → “Open **{{f}}**.”"},
		{`"best": 100`, `"best": 120`, "judgement j: text reads otherwise, by f"},
		{`"best": 100`, `"best": 120`, "fact f: changed: People: 120 people — Ministry, May 2025, Camp, reported"},
		{`"Open words."`, `"Open words.", {"table": "facts"}`, "section open: block added: table facts"},
		{`"Open words."`, `"Open words.", {"table": "facts", "title": "All {{f}}"}`, "section open: body reworded: “Open words.” → “Open words. All 100 people”"},
		{"Wells", "Pumps", "measure n (TLP:RED): name reworded: “Wells” → “Pumps”"},
		{`"Bulletin"`, `"Bulletin 2"`, "source s: title reworded: “Bulletin” → “Bulletin 2”"},
		{`"measure": "m", "origin": "o", "as_of": "2025-05", "best": 300`, `"measure": "n", "origin": "o", "as_of": "2025-05", "best": 30`,
			"fact g: value counts another measure: 300 people → 30 wells"},
		{`"id": "f", "type"`, `"id": "g2", "type": "event", "date": "2025", "statement": "It rained.", "origin": "o", "status": "reported", "sources": ["s"], "supersedes": "f"}, {"id": "f", "type"`,
			"fact g2: new, and revises f: It rained. — Ministry, 2025, reported"},
	} {
		old, new := load(t, []byte(secrets)), load(t, []byte(strings.Replace(secrets, c.was, c.is, 1)))
		if text := write(t, of(t, old, new), "text"); !strings.Contains(text, c.line+"\n") || strings.Contains(text, "reads otherwise:") {
			t.Errorf("not told is %q in\n%s", c.line, text)
		}
		back := write(t, of(t, new, old), "text")
		if want := "fact g2: removed; it revised f: It rained."; strings.Contains(c.line, "g2") != strings.Contains(back, want) {
			t.Errorf("back:\n%s", back)
		}
	}
}
