package release

import (
	"strings"
	"testing"

	"sitrep/report/facts"
)

// second is a briefing with a secret in every place of the second round of the format:
// its words all have zeta in them.
const second = `{"format": 1, "briefing": {"id": "b", "title": "Stocks", "languages": ["en"], "as_of": "2025-10-31", "likelihood_scale": "icd203",
 "bottom_line": "Stocks are {{open}}.", "contact": "desk@example.org", "abbreviations": {"ZTA": "Zeta Transport Agency", "TU": "Technical University"},
 "history": [{"edition": "1", "date": "2025-09", "note": "First."}]},
"measures": {"m": {"name": "Stock", "kind": "amount", "unit": {"one": "tonne", "other": "tonnes"}, "symbol": "t"}, "z": {"name": "Zeta stock of all", "kind": "percent", "marking": "TLP:RED"}},
"dimensions": {"crop": {"name": "Crop", "values": {"wheat": {"name": "Wheat"}, "zeta": {"name": "Zeta grass"}}}, "zdim": {"name": "Zeta axis", "values": {"za": {"name": "Zeta first"}}}},
"hypotheses": {"full": {"name": "Stores are full."}, "zfull": {"name": "Zeta stores are full."}},
"places": {"zplace": {"name": "Zetaville", "marking": "TLP:RED"}},
"actors": {"zactor": {"name": "Zetan Guard", "marking": "TLP:RED"}},
"origins": {"o": {"name": "Technical University", "kind": "research", "reliability": "B"}, "zo": {"name": "Zeta Office", "kind": "other", "marking": "TLP:RED"}},
"sources": {"s": {"title": "Survey", "publisher": "TU", "published": "2025-10"}, "zs": {"title": "Zeta survey", "publisher": "Zeta Press", "published": "2025-10", "marking": "TLP:RED"}},
"facts": [
 {"id": "open", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2025-10", "best": 12, "status": "reported", "credibility": 2, "by": {"crop": "wheat"}, "period": "2025-Q3", "sources": ["s", {"source": "zs", "quote": "zeta words"}], "weighs": {"full": "+"}, "actors": ["zactor"]},
 {"with": {"origin": "zo", "status": "assessed", "credibility": 2, "sources": ["zs"], "marking": "TLP:RED"}, "facts": [
  {"id": "zeta-a", "type": "estimate", "measure": "m", "as_of": "2025-10", "best": 977, "by": {"crop": "zeta"}, "weighs": {"zfull": "--"}},
  {"id": "zeta-b", "type": "estimate", "measure": "z", "as_of": "2025-10", "best": 41, "by": {"zdim": "za"}, "period": {"from": "2025-10-03", "to": "2025-10-09"}, "interval": "zeta interval of three"}]},
 {"with": {"origin": "o", "status": "reported", "sources": ["s"]}, "facts": [
  {"id": "late", "type": "event", "date": "2025-10-02T14:05+03:00", "statement": "The store closed."},
  {"id": "zeta-c", "type": "event", "date": "2025-10-05", "statement": "Zeta came by night.", "place": "zplace"}]}],
"judgements": [
 {"id": "j", "text": "Stocks will do.", "because": ["open", "zeta-a"], "hypothesis": "full", "likelihood": "likely", "outcome": {"value": "true", "date": "2025-10-20", "text": "They did.", "sources": ["s", "zs"]}},
 {"id": "zj", "text": "Zeta will win in the end.", "because": ["zeta-a"], "hypothesis": "zfull", "marking": "TLP:RED", "outcome": {"value": "open", "date": "2025-10-21", "text": "Zeta is open."}}],
"sections": [{"id": "sec", "title": "Stocks {{open}}", "body": [
 {"chart": "ranges", "id": "fig", "select": {"measure": "m", "by": {"crop": ["wheat", "zeta"]}}, "notes": [{"at": "open", "text": "A note."}, {"at": "zeta-a", "text": "Zeta note at a mark."}]},
 {"table": "cells", "id": "t1", "title": "Cells", "head": ["Crop", "Tonnes"], "rows": [["Wheat", "{{open}}"]], "sources": ["s", "zs"]},
 {"table": "cells", "id": "t2", "title": "Zeta cells", "head": ["Zeta crop", "Zeta tonnes"], "rows": [["Zeta grass", "{{zeta-a}}"]]},
 {"chart": "matrix", "id": "fig-m"}, {"chart": "lineage", "id": "fig-l"}, {"outcomes": ["j", "zj"]},
 {"text": "ZTA and zeta things.", "marking": "TLP:RED"}, "See [#fig-z] for zeta.", "See [#fig]."@B]},
 {"id": "zsec", "title": "Zeta section", "marking": "TLP:RED", "body": [{"chart": "bars", "id": "fig-z", "title": "Zeta figure", "select": {"type": "estimate", "measure": "m"}}]}]}`

// Whatever the second round of the format can say is removed where it is secret or
// rests on what is.
func TestSecondRound(t *testing.T) {
	r, problems := Make(load(t, []byte(strings.Replace(second, "@B", "", 1))), Options{Label: (facts.Marking{})})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	text := string(r.File.Canonical())
	for _, secret := range []string{"eta", "zs", "zo", "zj", "za", "ZTA", "977", "2025-10-03", "2025-10-21", "RED"} {
		if strings.Contains(text, secret) {
			t.Errorf("%s is in the release:\n%s", secret, text)
		}
	}
	for _, open := range []string{`"wheat"`, `"full"`, `"TU"`, "A note.", "They did.", `"t1"`, "The store closed.", `"fig-l"`, "2025-Q3", "See [#fig]."} {
		if !strings.Contains(text, open) {
			t.Errorf("%s is gone:\n%s", open, text)
		}
	}
	again, _ := Make(r.File, Options{Label: (facts.Marking{})})
	if again == nil || string(again.File.Canonical()) != text || len(again.Removed) > 0 {
		t.Errorf("the second release differs: %v", again)
	}
}

// A figure of one value of a dimension goes with the value: without it, it would be a
// figure of all.
func TestSelectionIsNeverWidened(t *testing.T) {
	block := `, {"table": "facts", "id": "wide", "select": {"by": {"crop": "zeta"}}}, {"table": "facts", "id": "open-table", "select": {"by": {"crop": "wheat"}}}`
	r, problems := Make(load(t, []byte(strings.Replace(second, "@B", block, 1))), Options{Label: (facts.Marking{})})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if text := string(r.File.Canonical()); strings.Contains(text, `"wide"`) || !strings.Contains(text, `"open-table"`) {
		t.Errorf("%s", text)
	}
}

// A figure that is chosen by two dimensions goes with either: by the other alone it would show more.
func TestSelectionByTwoDimensions(t *testing.T) {
	b := strings.NewReplacer("@B", `, {"table": "facts", "id": "wide", "select": {"by": {"crop": "zeta", "size": "big"}}}`,
		`"zdim": {"name"`, `"size": {"name": "Size", "values": {"big": {"name": "Big"}}}, "zdim": {"name"`,
		`"by": {"crop": "zeta"}, "weighs"`, `"by": {"crop": "zeta", "size": "big"}, "weighs"`,
		`"by": {"crop": "wheat"}, "period"`, `"by": {"crop": "wheat", "size": "big"}, "period"`).Replace(second)
	r, problems := Make(load(t, []byte(b)), Options{Label: (facts.Marking{})})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if text := string(r.File.Canonical()); strings.Contains(text, `"wide"`) || !strings.Contains(text, `"big"`) {
		t.Errorf("%s", text)
	}
}

// Words, numbers and days of it are found wherever the second round has words.
func TestSecondRoundLeaks(t *testing.T) {
	for block, want := range map[string]string{
		`{"table": "cells", "id": "x", "head": ["A"], "rows": [["Zeta Office"]]}`:                                      "E602",
		`{"table": "cells", "id": "x", "head": ["A"], "rows": [["B"]], "note": "All 977 tonnes"}`:                      "E602",
		`{"image": "pictures/zetaville.png", "alt": "A map"}`:                                                          "E602",
		`{"image": "pictures/map.png", "alt": "The way to Zetaville"}`:                                                 "E602",
		`{"chart": "ranges", "id": "x", "select": {"measure": "m"}, "notes": [{"at": "open", "text": "Zetan Guard"}]}`: "E602",
		`"From 3 October 2025 on."`: "E602",
		`"Nothing."`:                "",
		`{"image": "pictures/map.png", "alt": "A map of stores"}`: "",
	} {
		_, problems := Make(load(t, []byte(strings.Replace(second, "@B", ", "+block, 1))), Options{Label: (facts.Marking{})})
		if want == "" && len(problems) > 0 || want != "" && (len(problems) == 0 || problems[0].Code != want) {
			t.Errorf("%s: %v", block, problems)
		}
	}
}

// Other schemes are released by their own labels, and caveats stay as they are written.
func TestSchemes(t *testing.T) {
	b := strings.NewReplacer(`"as_of": "2025-10-31",`, `"as_of": "2025-10-31", "marking_scheme": "us", "marking": "UNCLASSIFIED // REL TO USA, FVEY",`, "TLP:RED", "SECRET // NOFORN", "@B", "").Replace(second)
	f := load(t, []byte(b))
	label, ok := f.Briefing.MarkingScheme.Parse("UNCLASSIFIED")
	if !ok {
		t.Fatal("no label")
	}
	r, problems := Make(f, Options{Label: label})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	text := string(r.File.Canonical())
	if strings.Contains(text, "eta") || strings.Contains(text, "NOFORN") || !strings.Contains(text, "UNCLASSIFIED // REL TO USA, FVEY") {
		t.Errorf("%s", text)
	}
}
