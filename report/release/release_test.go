package release

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"sitrep/report/facts"
	"sitrep/report/marking"
)

// sample reads a briefing of the samples as loose JSON.
func sample(t testing.TB, name string) map[string]any {
	t.Helper()
	data, err := os.ReadFile("../../data/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func load(t testing.TB, v any) *facts.File {
	t.Helper()
	data, ok := v.([]byte)
	if !ok {
		data, _ = json.MarshalIndent(v, "", "  ")
	}
	f, problems := facts.Load("b.json", data)
	if f == nil {
		t.Fatal(problems)
	}
	return f
}

// What is above the label has no part in a release: two briefings that differ
// only in it are released as the same bytes.
func TestNothingOfWhatIsAbove(t *testing.T) {
	b := sample(t, "cholera-outbreak")
	plain, problems := Make(load(t, b), Options{Label: facts.Marking{}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	changed := 0
	for _, kind := range []string{"facts", "judgements"} {
		for _, item := range b[kind].([]any) {
			m := item.(map[string]any)
			if m["marking"] == nil {
				continue
			}
			changed++
			for _, key := range []string{"best", "low", "high"} {
				if v, ok := m[key].(float64); ok {
					m[key] = v + 7000
				}
			}
			for _, key := range []string{"statement", "note", "text"} {
				if m[key] != nil {
					m[key] = "Quite another claim."
				}
			}
		}
	}
	for _, s := range b["sources"].(map[string]any) {
		if m := s.(map[string]any); m["marking"] != nil {
			changed++
			m["title"], m["publisher"], m["published"] = "Another title", "Another house", "2024"
		}
	}
	if changed < 10 {
		t.Fatalf("only %d things were changed", changed)
	}
	other, problems := Make(load(t, b), Options{Label: facts.Marking{}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if !bytes.Equal(plain.File.Canonical(), other.File.Canonical()) {
		t.Errorf("the releases differ:\n%s\n%s", plain.File.Canonical(), other.File.Canonical())
	}
}

// A release of a release under its own label is the same; under each label all
// that is left is marked no higher, and what a stricter label leaves a milder one leaves too.
func TestLabels(t *testing.T) {
	f := load(t, sample(t, "cholera-outbreak"))
	before := -1
	for rank := range marking.TLP().Levels {
		most := marking.TLP().At(rank)
		r, problems := Make(f, Options{Label: most})
		if len(problems) > 0 {
			t.Fatal(most, problems)
		}
		if !r.File.Briefing.Marking.Same(most) {
			t.Errorf("%s: the whole is marked %s", most, r.File.Briefing.Marking)
		}
		for i := range r.File.Facts {
			if x := r.File.Facts[i]; x.Marking.Above(most) {
				t.Errorf("%s: the fact %s is %s", most, x.ID, x.Marking)
			}
		}
		again, _ := Make(r.File, Options{Label: most})
		if !bytes.Equal(again.File.Canonical(), r.File.Canonical()) || len(again.Removed) > 0 {
			t.Errorf("%s: the second release differs: %v", most, again.Removed)
		}
		if n := len(r.File.Facts); n < before {
			t.Errorf("%s has %d facts, fewer than the label below it (%d)", most, n, before)
		} else {
			before = n
		}
	}
	if before != len(f.Facts) {
		t.Errorf("TLP:RED has %d of %d facts", before, len(f.Facts))
	}
}

// Whatever is marked, a release is made or refused at a place, and holds no id of
// what is gone.
func TestAnyMarking(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	made, refused := 0, 0
	for round := range rounds(60) {
		b := sample(t, []string{"pacto-rusia-rpdc", "cholera-outbreak", "inundacion-desplazados"}[round%3])
		share := []float64{0.02, 0.1, 0.5, 1}[r.IntN(4)]
		for _, kind := range []string{"facts", "judgements"} {
			for _, item := range b[kind].([]any) {
				if r.Float64() < share {
					item.(map[string]any)["marking"] = "TLP:RED"
				}
			}
		}
		if r.IntN(2) == 0 {
			for _, s := range b["sources"].(map[string]any) {
				if r.Float64() < share {
					s.(map[string]any)["marking"] = "TLP:RED"
				}
			}
		}
		f := load(t, b)
		out, problems := Make(f, Options{Label: marking.TLP().At(3)})
		if len(problems) > 0 {
			refused++
			for _, p := range problems {
				if p.Code != "E603" && (p.Code != "E602" || p.Line < 2 || p.Pointer == "") {
					t.Errorf("round %d: %v", round, p)
				}
			}
		}
		if out == nil {
			continue
		}
		made++
		gone(t, f, out.File)
	}
	t.Logf("%d releases made, %d refused for what their words tell", made, refused)
	if made < rounds(15) || refused < rounds(5) {
		t.Error("the rounds try too little")
	}
}

func gone(t *testing.T, f, g *facts.File) {
	t.Helper()
	text := string(g.Canonical())
	check := func(id string, left bool) {
		if !left && (strings.Contains(text, fmt.Sprintf("%q", id)) || strings.Contains(text, "{{"+id+"}}") || strings.Contains(text, "[@"+id+"]")) {
			t.Errorf("%s is gone, and its id is still there", id)
		}
	}
	for i := range f.Facts {
		check(f.Facts[i].ID, g.Fact(f.Facts[i].ID) != nil)
	}
	for i := range f.Sources {
		check(f.Sources[i].ID, g.Source(f.Sources[i].ID) != nil)
	}
	for i := range f.Judgements {
		check(f.Judgements[i].ID, g.Judgement(f.Judgements[i].ID) != nil)
	}
}

const head = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-09"@H},
"measures": {"m": {"name": "Cases", "unit": "cases"}},
"origins": {"o": {"name": "Ministry", "kind": "government"}, "s": {"name": "Delta Clinics", "kind": "other"}, "n": {"name": "NIX", "kind": "other", "derived_from": ["s"]}},
"sources": {"open": {"title": "Bulletin of the week", "publisher": "P"}, "shut": {"title": "Minutes of the council", "publisher": "P", "marking": "TLP:AMBER"}},
"facts": [{"id": "a", "type": "estimate", "measure": "m", "as_of": "2025-08", "best": 1250, "origin": "o", "status": "reported", "sources": ["open"]},
{"id": "x", "type": "estimate", "measure": "m", "as_of": "2025-08", "best": 2175, "origin": "s", "status": "reported", "sources": ["shut"], "marking": "TLP:AMBER",
 "statement": "The clinics see far more than the ministry."}@F],
"judgements": [{"id": "j", "text": "It is worse.", "because": ["x"]}, {"id": "k", "text": "It is bad.", "because": ["a", "x"]}],
"sections": [{"id": "sec", "title": "Counts", "body": [@B]}@S]}`

func briefing(parts map[string]string) []byte {
	out := head
	for _, key := range []string{"@H", "@F", "@B", "@S"} {
		out = strings.ReplaceAll(out, key, parts[key])
	}
	return []byte(out)
}

// What rests on what is left out goes too, and nothing else.
func TestRests(t *testing.T) {
	for name, c := range map[string]struct{ key, with, gone, left string }{
		"a judgement on it alone":                       {"@B", `"t"`, `"j"`, `"k"`},
		"a text that writes it":                         {"@B", `"It is {{x}}.", "It is {{a}}."`, `{{x}}`, `{{a}}`},
		"a text that cites it":                          {"@B", `"So they say [@x].", "So they say [@a]."`, `[@x]`, `[@a]`},
		"a text that cites its source":                  {"@B", `"So they say [@shut].", "Yes."`, `[@shut]`, `Yes.`},
		"a callout":                                     {"@B", `{"callout": "It is {{x}}."}, "Yes."`, `callout`, `Yes.`},
		"a chart of it alone":                           {"@B", `{"chart": "ranges", "id": "fig", "select": {"ids": ["x"]}}, "Yes."`, `"fig"`, `Yes.`},
		"a chart of both":                               {"@B", `{"chart": "ranges", "id": "fig", "select": {"ids": ["x", "a"]}}`, `"x"`, `"fig"`},
		"a chart of its origin":                         {"@B", `{"chart": "ranges", "id": "fig", "select": {"origin": "s"}}, "Yes."`, `"fig"`, `Yes.`},
		"a chart of both origins":                       {"@B", `{"chart": "ranges", "id": "fig", "select": {"origin": ["s", "o"]}}`, `"s"`, `"fig"`},
		"a table of its origin":                         {"@B", `{"table": "facts", "select": {"origin": ["s"]}}, "Yes."`, `"table"`, `Yes.`},
		"a list of judgements":                          {"@B", `{"judgements": ["j"]}, "Yes."`, `{` + "\n" + `     "judgements"`, `Yes.`},
		"a section of it":                               {"@S", `, {"id": "more", "title": "More", "body": ["It is {{x}}."]}`, `"more"`, `"sec"`},
		"a section in one":                              {"@S", `, {"id": "more", "title": "More", "body": [], "sections": [{"id": "in", "title": "In", "body": ["It is {{x}}."]}]}`, `"in"`, `"sec"`},
		"a fact that derives from it":                   {"@F", `, {"id": "d", "type": "event", "date": "2025", "statement": "More.", "origin": "o", "status": "reported", "sources": ["open"], "derived_from": ["x"]}`, `"d"`, `"a"`},
		"a fact of its source alone":                    {"@F", `, {"id": "d", "type": "event", "date": "2025", "statement": "More.", "origin": "o", "status": "reported", "sources": ["shut"]}`, `"d"`, `"a"`},
		"a fact of two sources":                         {"@F", `, {"id": "d", "type": "event", "date": "2025", "statement": "More.", "origin": "o", "status": "reported", "sources": [{"source": "shut", "locator": "p. 2"}, "open"]}`, `p. 2`, `"d"`},
		"a fact that derives from one without a source": {"@F", `, {"id": "e", "type": "event", "date": "2025", "statement": "More.", "origin": "o", "status": "reported", "sources": ["shut"]}, {"id": "d", "type": "event", "date": "2025", "statement": "Still more.", "origin": "o", "status": "reported", "sources": ["open"], "derived_from": ["e"]}`, `"d"`, `"a"`},
		"a fact that it contradicts":                    {"@F", `, {"id": "d", "type": "event", "date": "2025", "statement": "More.", "origin": "o", "status": "reported", "sources": ["open"], "contradicts": ["x"]}`, `contradicts`, `"d"`},
		"a fact that replaces it":                       {"@F", `, {"id": "d", "type": "event", "date": "2025", "statement": "More.", "origin": "o", "status": "reported", "sources": ["open"], "supersedes": "x"}`, `supersedes`, `"d"`},
		"the summary":                                   {"@H", `, "summary": "It is {{x}}."`, `summary`, `"sec"`},
	} {
		parts := map[string]string{"@B": `"Plain."`}
		parts[c.key] = c.with
		r, problems := Make(load(t, briefing(parts)), Options{Label: marking.TLP().At(1)})
		if len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
			continue
		}
		text := string(r.File.Canonical())
		if strings.Contains(text, c.gone) || !strings.Contains(text, c.left) {
			t.Errorf("%s: %s is to go and %s to stay:\n%s", name, c.gone, c.left, text)
		}
	}
}

// What the words that are left tell of what is not is refused, at its place.
func TestLeaks(t *testing.T) {
	body, title := "/sections/0/body/0", "/sections/0/body/0/title"
	for text, want := range map[string]string{
		`"Ministry and others count 2,175 cases."`:                              body,
		`"Ministry counts 2,175 cases, {{a}}."`:                                 body,
		`"It counts {{a}}, but it may be 2.175 cases."`:                         body,
		`"They saw two thousand one hundred and seventy-five."`:                 body,
		`"Others say 47 cases."`:                                                body,
		`"The minutes of the council say so."`:                                  body,
		`"See the [Minutes of the *council*](https://example.org/)."`:           body,
		`"True: the clinics see far more than the ministry, they say."`:         body,
		`"Delta Clinics count more."`:                                           body,
		`"The **Delta** Clinics count more."`:                                   body,
		`"The Delta\nClinics count more."`:                                      body,
		`"DELTA CLINICS count more."`:                                           body,
		`"D&#101;lta Clinics count more."`:                                      body,
		`"So says the NIX."`:                                                    body,
		`"On 14 August 2025 the count began."`:                                  body,
		`{"chart": "ranges", "id": "fig", "title": "2,175 cases"}`:              title,
		`{"chart": "ranges", "id": "delta-clinics-fig"}`:                        "/sections/0/body/0/id",
		`{"chart": "ranges", "id": "fig", "note": "See raid-on-echo."}`:         "/sections/0/body/0/note",
		`{"text": "Delta Clinics count more.", "marking": "TLP:AMBER"}, "Yes."`: "",
		`"Ministry counts 1,250 cases, {{a}}."`:                                 "",
		`"There are clinics in the delta, and 47 of them."`:                     "",
		`"In August 2025 the rain began."`:                                      "",
		`"The bulletin of the week is short."`:                                  "",
	} {
		with := map[string]string{"@B": text, "@F": `, {"id": "raid-on-echo", "type": "event", "date": "2025-08-14", "statement": "A raid.", "origin": "n", "status": "reported", "sources": ["shut"], "marking": "TLP:RED"},
 {"id": "y", "type": "estimate", "measure": "m", "as_of": "2025-08", "best": 47, "origin": "s", "status": "reported", "sources": ["shut"], "marking": "TLP:RED"}`}
		_, problems := Make(load(t, briefing(with)), Options{Label: marking.TLP().At(1)})
		switch {
		case want == "" && len(problems) > 0, want != "" && len(problems) != 1:
			t.Errorf("%s: %v", text, problems)
		case want != "" && (problems[0].Code != "E602" || problems[0].Pointer != want || problems[0].Line != 10):
			t.Errorf("%s: %v at %s", text, problems[0], problems[0].Pointer)
		}
	}
}

// The head, names outside texts and ids are searched too, and what stands there
// is told with a hint that can be followed; what the record that is left says
// itself is no leak, nor is an id that another table has too.
func TestLeaksElsewhere(t *testing.T) {
	for head, want := range map[string]string{
		`, "authors": ["Delta Clinics liaison"]`:               "/briefing/authors/0",
		`, "publisher": "Delta Clinics"`:                       "/briefing/publisher",
		`, "edition": "for Delta Clinics"`:                     "/briefing/edition",
		`, "subtitle": "After the minutes of the council"`:     "/briefing/subtitle",
		`, "summary": "The clinics, by the delta, count some"`: "",
		`, "publisher": "Ministry"`:                            "",
	} {
		_, problems := Make(load(t, briefing(map[string]string{"@H": head, "@B": `"Plain."`})), Options{Label: marking.TLP().At(1)})
		if want == "" && len(problems) > 0 || want != "" && (len(problems) != 1 || problems[0].Pointer != want || strings.Contains(problems[0].Hint, "mark this")) {
			t.Errorf("%s: %v", head, problems)
		}
	}
	b := strings.NewReplacer(`"id": "b"`, `"id": "a"`, `"title": "T"`, `"title": "Delta Clinics count more"`).Replace(string(briefing(map[string]string{"@B": `"Plain."`})))
	if _, problems := Make(load(t, []byte(b)), Options{Label: marking.TLP().At(1)}); len(problems) != 1 || problems[0].Pointer != "/briefing/title" {
		t.Errorf("a briefing with the id of a fact: %v", problems)
	}
	b = strings.Replace(string(briefing(map[string]string{"@B": `"Plain."`})), `{"o": {"name": "Ministry"`, `{"o": {"name": "Ministry and Delta Clinics"`, 1)
	if _, problems := Make(load(t, []byte(b)), Options{Label: marking.TLP().At(1)}); len(problems) > 0 {
		t.Errorf("a name that another origin bears: %v", problems)
	}
}

// A briefing that is marked as a whole and in no part is not released below that.
func TestWhole(t *testing.T) {
	b := sample(t, "inundacion-desplazados")
	b["briefing"].(map[string]any)["marking"] = "TLP:RED"
	f := load(t, b)
	if _, problems := Make(f, Options{Label: marking.TLP().At(1)}); len(problems) != 1 || problems[0].Code != "E603" || problems[0].Pointer != "/briefing/marking" {
		t.Errorf("%v", problems)
	}
	if _, problems := Make(f, Options{Label: marking.TLP().At(4)}); len(problems) > 0 {
		t.Errorf("%v", problems)
	}
}

// What stays with less is told, and only that.
func TestLess(t *testing.T) {
	r, problems := Make(load(t, briefing(map[string]string{"@B": `"Plain."`, "@F": `, {"id": "y", "type": "event", "date": "2025", "statement": "More.", "origin": "o", "status": "reported", "sources": ["open"], "supersedes": "x"}`})), Options{Label: marking.TLP().At(1)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, o := range r.Weakened {
		got = append(got, o.What+" "+o.ID)
	}
	if strings.Join(got, ", ") != "fact y, judgement k" {
		t.Errorf("with less stay %q", got)
	}
	if i := slices.IndexFunc(r.Removed, func(o Item) bool { return o.ID == "j" }); i < 0 || r.Removed[i].Line != 8 {
		t.Errorf("left out: %v", r.Removed)
	}
}

// A fact that has lost its last source is listed with the reason.
func TestWithoutSources(t *testing.T) {
	r, problems := Make(load(t, briefing(map[string]string{"@B": `"Plain."`, "@F": `, {"id": "d", "type": "event", "date": "2025", "statement": "More.", "origin": "o", "status": "reported", "sources": ["shut"]}`})), Options{Label: marking.TLP().At(1)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if i := slices.IndexFunc(r.Removed, func(o Item) bool { return o.ID == "d" }); i < 0 || r.Removed[i].Why != "nothing is left of what it rests on" {
		t.Errorf("left out: %v", r.Removed)
	}
}

// An allowance that silences nothing any more is not printed.
func TestAllowances(t *testing.T) {
	data := strings.Replace(string(briefing(map[string]string{"@B": `"Plain."`})), `"sections"`, `"allow": [{"code": "W206", "id": "a", "why": "The two differ."}, {"code": "W502", "why": "On paper."}], "sections"`, 1)
	r, problems := Make(load(t, []byte(data)), Options{Label: marking.TLP().At(1)})
	if len(problems) > 0 || strings.Contains(string(r.File.Canonical()), "W206") {
		t.Errorf("%v\n%s", problems, r.File.Canonical())
	}
}

// Long chains and many texts take time in proportion: no link costs a round.
func TestChain(t *testing.T) {
	b := sample(t, "mini")
	all, one := b["facts"].([]any), b["facts"].([]any)[0].(map[string]any)
	for i := range 3000 {
		f := maps.Clone(one)
		f["id"], f["derived_from"] = fmt.Sprint("c", i), []string{fmt.Sprint("c", i-1)}
		if i == 0 {
			f["marking"] = "TLP:RED"
			delete(f, "derived_from")
		}
		all = append(all, f)
	}
	b["facts"] = all
	m := newRedactor(load(t, b), marking.TLP().At(1))
	m.above()
	if g, problems := m.draft.Load(); g == nil || len(g.Facts) != 2 {
		t.Errorf("the chain is not cut at once: %v", problems[:min(3, len(problems))])
	}
}
