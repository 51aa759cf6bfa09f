package release

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"sitrep/report/facts"
	"sitrep/report/marking"
)

// herring is a briefing with much that is TLP:RED in every kind of place; @B is the
// body of its open section, @N the note of an open fact.
const herring = `{"$schema": "local/schema.json", "format": 1, "briefing": {"id": "b", "title": "Port calls", "languages": ["en"], "as_of": "2025-10-31"},
"actors": {"brandt": {"name": "Lea Brandt"}, "line": {"name": "Harbour Line"}, "bosun": {"name": "Ironwood"}},
"places": {"quay": {"name": "Quay Nine"}, "town": {"name": "Portville"}},
"measures": {"calls": {"name": "Port calls", "unit": "calls"}, "crates": {"name": "Crates held below deck", "unit": "crates", "definition": "Wooden crates that our diver counted below the second deck."}},
"origins": {"port": {"name": "Port Office", "kind": "government", "derived_from": ["inn"]}, "inn": {"name": "Herring Inn", "kind": "other"}},
"sources": {"log": {"title": "Log of the port", "publisher": "P", "published": "2025-10-19"}, "slip": {"title": "Slip of paper", "publisher": "P"}, "talk": {"title": "Talk at the inn", "publisher": "Back Room", "marking": "TLP:RED", "url": "https://inn.example/room/9"}},
"facts": [
{"id": "calls-oct", "type": "estimate", "measure": "calls", "as_of": "2025-10", "best": 1250, "origin": "port", "status": "reported", "sources": ["log"], "note": "@N"},
{"id": "storm", "type": "event", "date": "2025-10-02", "statement": "The storm closed the port.", "origin": "port", "status": "reported", "sources": ["log"], "place": "town", "actors": ["line", "brandt"]},
{"id": "crates-oct", "type": "estimate", "measure": "crates", "as_of": "2025-10-14", "low": 1250, "high": 2175, "origin": "inn", "status": "claimed", "marking": "TLP:RED", "place": "quay", "actors": ["brandt"],
 "sources": [{"source": "talk", "locator": "second evening", "quote": "she told us at the bar that the whole lower hold had been full since the spring"}], "statement": "Far more lies there than anyone says."},
{"id": "handover", "type": "event", "date": "2025-10-19", "statement": "A handover.", "origin": "inn", "status": "claimed", "sources": ["talk", "slip"], "actors": ["bosun"], "marking": "TLP:RED"}],
"judgements": [{"id": "j", "text": "The crates will leave before the first snow falls.", "because": ["crates-oct"], "marking": "TLP:RED"}],
"sections": [{"id": "open", "title": "Calls", "body": [@B]},
{"id": "hold", "title": "What lies in the hold", "marking": "TLP:RED", "body": ["A boat without lights ties up at the old mole every second night.",
 {"chart": "ranges", "id": "fig-crates", "title": "More crates than in any year", "select": {"measure": "crates"}}, {"callout": "Do not ask the harbour master about the key to the shed."}]}]}`

func releasing(t *testing.T, body, note string, o Options) (*Release, []facts.Problem) {
	t.Helper()
	return Make(load(t, []byte(strings.NewReplacer("@B", body, "@N", note).Replace(herring))), o)
}

// Every kind of wording, number and day of what is removed is found, in texts and in
// the notes of facts that are left, whatever breaks it.
func TestKindsOfLeaks(t *testing.T) {
	for text, want := range map[string]string{
		"See What lies in the hold.":                                                 "the title of the section hold",
		"A boat without lights ties up at the old mole every second night.":          "the text of the block of hold",
		"It is said that a boat without lights ties up at the old mole.":             "a part of the text of the block of hold",
		"More crates than in any year, then.":                                        "the title of the block of fig-crates",
		"Ask about the key to the shed, and the harbour master about the key to it.": "a part of the callout of the block of hold",
		"This is the work of Lea Brandt.":                                            "",
		"They met at Quay Nine.":                                                     "the name of the place quay",
		"The **Herring** Inn says so.":                                               "the name of the origin inn",
		"The Herring I\u200bnn says so.":                                             "the name of the origin inn",
		"The HERRING INN says so.":                                                   "the name of the origin inn",
		"By the way, crates held below deck.":                                        "the name of the measure crates",
		"Crates that our diver counted below the second deck are more.":              "a part of the definition of the measure crates",
		"The crates will leave before the first snow falls.":                         "the text of the judgement j",
		"They told us at the bar that the whole lower hold is full.":                 "a part of the quote of the fact crates-oct",
		"It was said on the second evening.":                                         "the locator of the fact crates-oct",
		"IRONWOOD was there.":                                                        "the name of the actor bosun",
		"The hull is of ironwood.":                                                   "",
		"See [this](https://inn.example/room/9).":                                    "the address of the source talk",
		"Some say 2,175.":                                                            "a number that nothing else gives",
		"Some say 2,**175**.":                                                        "a number that nothing else gives",
		"Some say 2,1\u206075.":                                                      "a number that nothing else gives",
		"Some say ２,１７５.":                                                            "a number that nothing else gives",
		"Some say two thousand one hundred and seventy-five.":                        "a number that nothing else gives",
		"On 19 October 2025 it was dark.":                                            "a day that nothing else gives",
		"Some say 2'175, or 2’175.":                                                  "a number that nothing else gives",
		"Some say ٢١٧٥.":                                                             "a number that nothing else gives",
		"On 19 October it was dark.":                                                 "a day that nothing else gives",
		"On 2 October it was dark.":                                                  "",
		"Read #HerringInn.":                                                          "the name of the origin inn",
		"Read [this](https://a.example/Herring%20Inn).":                              "the name of the origin inn",
		"Read [this](https://herringinn.example/).":                                  "the name of the origin inn",
		"On 2 October 2025 it was dark; 1,250 calls.":                                "",
		"The log of the port says so.":                                               "",
		"The storm closed the port.":                                                 "",
		"Some crates are made of wood.":                                              "",
	} {
		for where, put := range map[string][2]string{"/sections/0/body/0": {`"` + text + `"`, "n"}, "/facts/0/note": {`"P."`, strings.ReplaceAll(text, "*", "")}} {
			_, problems := releasing(t, put[0], put[1], Options{Label: facts.Marking{}})
			switch {
			case want == "" && len(problems) > 0, want != "" && len(problems) == 0:
				t.Errorf("%q in %s: %v", text, where, problems)
			case want != "" && (problems[0].Code != "E602" || problems[0].Pointer != where || !strings.HasSuffix(problems[0].Message, ": "+want)):
				t.Errorf("%q in %s: %v, want %q", text, where, problems[0], want)
			}
		}
	}
}

// A caveat that a part which stays bears too, alone or with others, is no secret.
func TestSharedCaveats(t *testing.T) {
	for marking, want := range map[string]int{"NOFORN": 0, "ORCON // NOFORN": 1} {
		f := load(t, []byte(`{"format": 1, "briefing": {"id": "c", "title": "T", "languages": ["en"], "as_of": "2025-01-01", "marking_scheme": "us"}, "facts": [],
			"sections": [{"id": "s", "title": "S", "body": [{"text": "Open words, not ORCON.", "marking": "CUI // NOFORN // FEDCON"},
			{"text": "Closed words.", "marking": "SECRET // `+marking+`"}]}]}`))
		label, _ := f.Briefing.MarkingScheme.Parse("CUI")
		if _, problems := Make(f, Options{Label: label}); len(problems) != want {
			t.Errorf("%s: %v", marking, problems)
		}
	}
}

// A record that stays and bears a name that is removed makes it open: that is told to the one who signs.
func TestRepeatedNames(t *testing.T) {
	data := strings.NewReplacer("@B", `"P."`, "@N", "n", "Log of the port", "Guests of the Herring Inn").Replace(herring)
	r, problems := Make(load(t, []byte(data)), Options{Label: facts.Marking{}})
	if len(problems) > 0 || len(r.Weakened) != 2 || r.Weakened[1].ID != "log" ||
		r.Weakened[1].Why != "it bears the name of the origin inn, which is removed: the name counts as open" {
		t.Errorf("%v %v", r, problems)
	}
	r, _ = Make(load(t, []byte(data)), Options{Label: facts.Marking{}, Redact: true})
	if len(r.Weakened) != 1 {
		t.Errorf("a closed log names it: %v", r.Weakened)
	}
}

// Ids and caveats of what is left are read, too; a caveat of what is removed is looked for.
func TestIdsAndCaveats(t *testing.T) {
	for _, c := range []struct{ was, is, want string }{
		{`"calls-oct"`, `"herring-inn-calls"`, "the name of the origin inn"},
		{`"log"`, `"herring-inn-log"`, "the name of the origin inn"},
		{`"calls-oct"`, `"crates-oct-2"`, ""},
		{`"id": "storm"`, `"marking": "TLP:CLEAR // BOSUN IRONWOOD", "id": "storm"`, "the name of the actor bosun"},
		{`"origin": "inn", "status": "claimed", "marking": "TLP:RED"`, `"origin": "inn", "status": "claimed", "marking": "TLP:RED // LOW TIDE"`, "the caveat of a part"},
		{`"origin": "inn", "status": "claimed", "marking": "TLP:RED"`, `"origin": "inn", "status": "claimed", "marking": "TLP:RED // DIVERS // LOW TIDE"`, "the caveat of a part"},
		{`"actors": ["bosun"], "marking": "TLP:RED"`, `"actors": ["bosun"], "marking": "TLP:RED // DIVERS ONLY"`, ""},
	} {
		data := strings.NewReplacer("@B", `"By LOW TIDE."`, "@N", "n").Replace(herring)
		if c.want != "the caveat of a part" {
			data = strings.Replace(data, "By LOW TIDE.", "Calm.", 1)
		}
		_, problems := Make(load(t, []byte(strings.ReplaceAll(data, c.was, c.is))), Options{Label: facts.Marking{}})
		if c.want == "" && len(problems) > 0 || c.want != "" && (len(problems) == 0 || !strings.HasSuffix(problems[0].Message, ": "+c.want)) {
			t.Errorf("%s: %v, want %q", c.is, problems, c.want)
		}
	}
}

// Nothing that is removed is in what is left, not even an empty list, nor the place of
// a schema; what derives from it says so.
func TestNothingTellsOfTheCut(t *testing.T) {
	r, problems := releasing(t, `"P."`, "n", Options{Label: facts.Marking{}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	text := string(r.File.Canonical())
	for _, s := range []string{"inn", "crates", "quay", "talk", "slip", "bosun", "judgements", "schema", "RED", "derived_from", "[]", "{}", "hold"} {
		if strings.Contains(text, s) {
			t.Errorf("the release holds %q:\n%s", s, text)
		}
	}
	if len(r.Weakened) != 1 || r.Weakened[0].ID != "port" {
		t.Errorf("weakened: %v", r.Weakened)
	}
}

// A redacted message names nothing that is removed.
func TestRedacted(t *testing.T) {
	_, problems := releasing(t, `"Quay Nine and Herring Inn: they told us at the bar that the whole lower hold is full, 2,175, 19 October 2025."`, "n", Options{Label: facts.Marking{}, Redact: true})
	if len(problems) < 4 {
		t.Error(problems)
	}
	for _, p := range problems {
		if strings.ContainsAny(p.Message, "0123456789") || strings.Contains(p.Message, "quay") || strings.Contains(p.Message, "talk") || strings.Contains(p.Message, "inn") {
			t.Error(p)
		}
	}
}

// What bears no marking has that of what encloses it: of a briefing that is marked as
// a whole only parts that say so are shown, and what they name must say so too.
func TestUnmarked(t *testing.T) {
	whole := strings.Replace(strings.NewReplacer("@B", `"P."`, "@N", "n").Replace(herring), `"as_of": "2025-10-31"`, `"as_of": "2025-10-31", "summary": "All.", "marking": "TLP:RED"`, 1)
	if _, problems := Make(load(t, []byte(whole)), Options{Label: facts.Marking{}}); len(problems) != 1 || problems[0].Code != "E603" {
		t.Errorf("%v", problems)
	}
	some := strings.Replace(whole, `"title": "Calls",`, `"title": "Calls", "marking": "TLP:CLEAR",`, 1)
	r, problems := Make(load(t, []byte(some)), Options{Label: facts.Marking{}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if f := r.File; len(f.Facts)+len(f.Sources)+len(f.Judgements) > 0 || len(f.Sections) != 1 || !f.Briefing.Summary.IsZero() {
		t.Errorf("%s", f.Canonical())
	}
	for _, i := range r.Removed {
		if i.Marking != marking.TLP().At(4) {
			t.Errorf("%v is marked %s", i, i.Marking)
		}
	}
}

// The id of a section is an anchor that readers see.
func TestSectionID(t *testing.T) {
	b := strings.Replace(strings.NewReplacer("@B", `"P."`, "@N", "n").Replace(herring), `{"id": "open", "title": "Calls"`, `{"id": "at-herring-inn", "title": "Calls"`, 1)
	if _, problems := Make(load(t, []byte(b)), Options{Label: facts.Marking{}}); len(problems) != 1 || problems[0].Pointer != "/sections/0/id" {
		t.Errorf("%v", problems)
	}
}

// A number that a fact of another measure gives is no excuse in a text that does not say
// what it counts; the words of a fact may give its own number.
func TestNumberOfAnotherMeasure(t *testing.T) {
	if _, problems := releasing(t, `"Some say 1,250."`, "n", Options{Label: facts.Marking{}}); len(problems) != 1 || problems[0].Pointer != "/sections/0/body/0" {
		t.Errorf("%v", problems)
	}
	if _, problems := releasing(t, `"They count 1,250 calls."`, "All of the 1,250.", Options{Label: facts.Marking{}}); len(problems) > 0 {
		t.Errorf("%v", problems)
	}
}

// The quotes, locators, ids and days of what is left are searched, and those of sources that are gone.
func TestCornersOfTheSearch(t *testing.T) {
	whole := strings.NewReplacer("@B", `"P."`, "@N", "n").Replace(herring)
	for name, change := range map[string][2]string{
		"/facts/0/sources/0/quote": {`"sources": ["log"], "note"`, `"sources": [{"source": "log", "quote": "They met at Quay Nine."}], "note"`},
		"/briefing/id":             {`"id": "b"`, `"id": "herring-inn"`},
		"/sections/0/body/0":       {`"P."`, `"P [@calls-oct, Quay Nine]."`},
		"/sections/0/body/0 day":   {`"P."`, `"It was printed on 23 October 2025."`},
	} {
		b := strings.Replace(whole, change[0], change[1], 1)
		b = strings.Replace(b, `"publisher": "Back Room"`, `"publisher": "Back Room", "published": "2025-10-23"`, 1)
		_, problems := Make(load(t, []byte(b)), Options{Label: facts.Marking{}})
		if len(problems) != 1 || problems[0].Code != "E602" || problems[0].Pointer != strings.TrimSuffix(name, " day") {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

// What the search reads and what it looks for, each by a text that nothing else finds.
func TestEveryCornerIsNeeded(t *testing.T) {
	whole := strings.NewReplacer("@B", `"P."`, "@N", "n").Replace(herring)
	for want, change := range map[string][2]string{
		"/sections/0/body/0":           {`"P."`, `"It was Orla Finch."`}, // nothing uses her
		"/briefing/logo":               {`"title": "Port calls"`, `"title": "Port calls", "logo": "herring-inn.png"`},
		"/sections/0/body/0/id":        {`"P."`, `{"table": "facts", "id": "at-quay-nine"}`},
		"/sections/0/body/0/id cells":  {`"P."`, `{"table": "cells", "id": "at-quay-nine", "head": ["A"], "rows": [["B"]]}`},
		"/sections/0/body/0/id image":  {`"P."`, `{"image": "map.png", "id": "at-quay-nine", "alt": "A map"}`},
		"/measures/calls/definition":   {`"unit": "calls"`, `"unit": "calls", "definition": "Calls and what lies at Quay Nine."`},
		"/sections/0/body/0 archived":  {`"P."`, `"See [this](https://archive.example/2025/inn)."`},
		"/sections/0/body/0 until":     {`"P."`, `"On 23 October 2025 it was over."`},
		"/sections/0/body/0 accessed":  {`"P."`, `"On 27 October 2025 it was read."`},
		"/sections/0/body/0 period":    {`"P."`, `"On 11 October 2025 it was full."`},
		"/actors/line/native":          {`{"name": "Harbour Line"}`, `{"name": "Harbour Line", "native": "Harbour Line"}`},
		"/sections/0/body/0 container": {`"P."`, `"It stood in Letters of a Landlady."`},
		"/sections/0/body/0 native":    {`"P."`, `"It was Лея Брандт."`},
	} {
		b := strings.Replace(whole, change[0], change[1], 1)
		b = strings.NewReplacer(`"bosun": {"name": "Ironwood"}`, `"bosun": {"name": "Ironwood", "native": "Лея Брандт"}, "finch": {"name": "Orla Finch", "marking": "TLP:RED"}`,
			`"date": "2025-10-19"`, `"date": "2025-10-19", "until": "2025-10-23"`,
			`"low": 1250, "high": 2175`, `"low": 1250, "high": 2175, "period": {"from": "2025-10-11", "to": "2025-10-14"}`,
			`"publisher": "Back Room"`, `"publisher": "Back Room", "container": "Letters of a Landlady", "accessed": "2025-10-27", "archived": "https://archive.example/2025/inn"`).Replace(b)
		_, problems := Make(load(t, []byte(b)), Options{Label: facts.Marking{}})
		if strings.HasPrefix(want, "/actors") { // what is left bears its own name
			if len(problems) > 0 {
				t.Errorf("%s: %v", want, problems)
			}
			continue
		}
		if pointer, _, _ := strings.Cut(want, " "); len(problems) != 1 || problems[0].Code != "E602" || problems[0].Pointer != pointer {
			t.Errorf("%s: %v", want, problems)
		}
	}
}

// Of a briefing that is marked as a whole, all that its head tells goes, and its allowances.
func TestHeadOfTheWhole(t *testing.T) {
	b := strings.NewReplacer("@B", `"There were 4,800 ships."`, "@N", "n", `"as_of": "2025-10-31"`, `"as_of": "2025-10-31", "marking": "TLP:RED", "subtitle": "Ash", "summary": "Birch.", "bottom_line": "Cedar.",
 "history": [{"edition": "1", "date": "2025-09", "note": "Larch."}], "distribution": ["Maple"], "abbreviations": {"FIR": "Spruce"}`,
		`"title": "Calls",`, `"title": "Calls", "marking": "TLP:CLEAR",`, `"sections": [`, `"allow": [{"code": "W301", "why": "Rowan."}], "sections": [`).Replace(herring)
	r, problems := Make(load(t, []byte(b)), Options{Label: facts.Marking{}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, tree := range []string{"Ash", "Birch", "Cedar", "Larch", "Maple", "Spruce", "Rowan", "FIR"} {
		if strings.Contains(string(r.File.Canonical()), tree) {
			t.Errorf("%s is in the release:\n%s", tree, r.File.Canonical())
		}
	}
	for _, what := range []string{"subtitle", "summary", "bottom_line", "history", "distribution", "abbreviations", "allowance"} {
		if !slices.ContainsFunc(r.Removed, func(i Item) bool { return i.What == what }) {
			t.Errorf("%s is not listed as removed", what)
		}
	}
}

// A section that stands in another is marked by itself, or as the one around it.
func TestNestedSections(t *testing.T) {
	b := strings.NewReplacer("@B", `"P."`, "@N", "n", `"body": ["A boat`, `"sections": [{"id": "under", "title": "Elm", "body": ["Holly."]}], "body": ["A boat`,
		`"title": "Calls",`, `"title": "Calls", "sections": [{"id": "in", "title": "Aspen", "marking": "TLP:RED", "body": ["Willow."]}, {"id": "near", "title": "Yew", "body": ["Oak."]}],`).Replace(herring)
	r, problems := Make(load(t, []byte(b)), Options{Label: facts.Marking{}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for tree, shown := range map[string]bool{"Elm": false, "Holly": false, "Aspen": false, "Willow": false, "Yew": true, "Oak": true} {
		if strings.Contains(string(r.File.Canonical()), tree) != shown {
			t.Errorf("%s is shown: %v\n%s", tree, !shown, r.File.Canonical())
		}
	}
}

// Digits of all scripts are known by their values.
func TestDigits(t *testing.T) {
	for _, c := range []struct{ digits, want string }{{"٠٤٨٩", "0489"}, {"۱۹", "19"}, {"०९", "09"}, {"４９", "49"}, {"𝟎𝟗𝟘𝟫", "0909"}, {"᠐᠙", "09"}} {
		got := ""
		for _, r := range c.digits {
			got += string(digit(r))
		}
		if got != c.want {
			t.Errorf("%s is %s, want %s", c.digits, got, c.want)
		}
	}
	for _, x := range slices.Concat(unicode.Nd.R16, nil) {
		if (x.Hi-x.Lo+1)%10 != 0 || x.Hi-x.Lo+1 > 10 {
			t.Errorf("%U to %U are not ten", x.Lo, x.Hi)
		}
	}
}
