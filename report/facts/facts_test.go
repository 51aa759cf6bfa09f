package facts

import (
	"slices"
	"strings"
	"testing"

	"sitrep/report/claim"
	"sitrep/report/date"
)

func load(t *testing.T, data []byte) *File {
	t.Helper()
	f, problems := Load("f.json", data)
	if f == nil {
		t.Fatal(printed(problems))
	}
	return f
}

// TestSelect holds what each kind takes, and what each key of a selection does.
func TestSelect(t *testing.T) {
	day := func(s string) date.Date {
		d, err := date.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	f := load(t, full(t))
	for _, c := range []struct {
		kind claim.ChartKind
		s    Selection
		want string
	}{
		{"ranges", Selection{}, "est old"},
		{"trend", Selection{}, "est old"},
		{"bars", Selection{}, "est old shells"},
		{"timeline", Selection{}, "pact"},
		{"exchange", Selection{}, "shells"},
		{"map", Selection{}, "est"},
		{"", Selection{}, "est old pact shells said"},
		{"nothing", Selection{}, ""},
		{"", Selection{Type: []claim.FactType{claim.Event, claim.Statement}}, "pact said"},
		{"", Selection{Measure: []string{"sent"}}, "est old shells"},
		{"", Selection{Origin: []string{"yna"}}, "old"},
		{"", Selection{Place: []string{"kursk"}}, "est"},
		{"", Selection{Actor: []string{"kp"}}, "est shells"},
		{"", Selection{Actor: []string{"ru"}}, "shells"},
		{"", Selection{Status: []claim.Status{"denied", "confirmed"}}, "old pact"},
		{"", Selection{Category: []claim.Category{"arms"}}, "shells"},
		{"", Selection{IDs: []string{"said", "est", "said", "none"}}, "est said"},
		{"", Selection{IDs: []string{"said", "est"}, Origin: []string{"yna"}}, ""},
		{"", Selection{From: day("2024-07")}, "est old shells said"},
		{"", Selection{To: day("2024-06-19")}, "old pact shells said"},
		{"", Selection{To: day("2024-06-18")}, "old shells said"},
		{"", Selection{From: day("2025")}, ""},
		{"", Selection{From: day("2024-06-30"), To: day("2024-06-30")}, "old pact shells said"},
	} {
		var got []string
		for _, fact := range f.Select(c.kind, c.s) {
			got = append(got, fact.ID)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s %+v: got %v, want %s", c.kind, c.s, got, c.want)
		}
	}
}

// TestScale holds that the ranges of a scale ascend and that its terms differ.
func TestScale(t *testing.T) {
	for id, terms := range map[claim.LikelihoodScale]int{claim.ICD203: 14, claim.PHIA: 8} {
		all := Scale(id)
		if len(all) != terms {
			t.Errorf("%s has %d terms", id, len(all))
		}
		seen := map[string]bool{}
		for i, term := range all {
			if seen[term.Name] || term.Low >= term.High || i > 0 && term.Low < all[i-1].Low {
				t.Errorf("%s: %+v", id, term)
			}
			seen[term.Name] = true
			if (term.Row != "") != (id == "icd203") {
				t.Errorf("%s: the row of %+v", id, term)
			}
		}
	}
	if Scale("kent") != nil {
		t.Error("a scale that does not exist")
	}
}

// TestTexts holds that every text comes by, in file order, with its owner, key
// and language, and that a pointer leads back to it.
func TestTexts(t *testing.T) {
	f := load(t, full(t))
	var got []string
	last := [2]int{}
	for p := range f.Texts() {
		if n := f.root.Find(p.Pointer); n == nil || n.Text != p.S {
			t.Errorf("%s is not where it is said to be", p.Pointer)
		}
		line, col := f.Locate(p.Pointer)
		if line < last[0] || line == last[0] && col <= last[1] {
			t.Errorf("%s is out of order", p.Pointer)
		}
		last = [2]int{line, col}
		if p.Markdown != (p.Blocks != nil) {
			t.Errorf("%s: Markdown without blocks, or blocks without", p.Pointer)
		}
		got = append(got, strings.Join([]string{p.Pointer, p.Owner, p.Key, p.Lang}, " "))
	}
	for _, want := range []string{
		"/briefing/title/es full title es", "/briefing/summary/0 full summary ", "/actors/ru/name ru name ", "/measures/sent/unit sent unit ",
		"/facts/0/note/en/1 est note en", "/facts/4/statement/es said statement es", "/judgements/0/text j text ", "/allow/0/why est why ",
		"/sections/0/title s1 title ", "/sections/0/body/0 s1 text ", "/sections/0/body/1/1 s1 text ", "/sections/0/body/2/text/es s1 text es",
		"/sections/0/body/3/note fig note ", "/sections/0/body/4/title s1 title ", "/sections/0/body/6/callout s1 callout ",
		"/sections/0/sections/0/title s2 title ",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%q does not come by", want)
		}
	}
	if len(got) != 36 {
		t.Errorf("%d texts: %q", len(got), got)
	}
}

// TestLocate holds places, also of bytes behind escapes and in a file of one long line.
func TestLocate(t *testing.T) {
	src := "{\"format\": 1,\n \"briefing\": {\"id\": \"b\", \"title\": \"año \\u00f1 \\\"x\\\"\\n[[\", \"languages\": [\"en\"], \"as_of\": " +
		"\"2024\"},\n \"facts\": []}"
	f := load(t, []byte(src))
	for _, c := range []struct {
		pointer   string
		off       int
		line, col int
	}{
		{"", -1, 1, 1}, {"/format", -1, 1, 12}, {"/briefing/title", -1, 2, 35}, {"/briefing/nothing", -1, 2, 14}, {"/facts/0", -1, 3, 11},
		{"/briefing/title", 0, 2, 36}, {"/briefing/title", len("añ"), 2, 38}, {"/briefing/title", len("año "), 2, 40},
		{"/briefing/title", len("año ñ"), 2, 46}, {"/briefing/title", len("año ñ \"x\"\n"), 2, 54}, {"/format", 3, 1, 12},
	} {
		line, col := f.LocateIn(c.pointer, c.off)
		if c.off < 0 {
			line, col = f.Locate(c.pointer)
		}
		if line != c.line || col != c.col {
			t.Errorf("%s %d: %d:%d, want %d:%d", c.pointer, c.off, line, col, c.line, c.col)
		}
	}
	long := load(t, []byte(base(`"sources": {"s": {"title": "`+strings.Repeat("ñ", 5000)+`", "publisher": "P"}}`)))
	if line, col := long.LocateIn("/sources/s/title", 2*5000); line != 1 || col != 5000+strings.Index(long.source, "ñ")+1 {
		t.Errorf("%d:%d", line, col)
	}
}

// TestLookUp holds that things are found by their ids and that others are not.
func TestLookUp(t *testing.T) {
	f := load(t, full(t))
	if f.Fact("est") == nil || f.Source("src") == nil || f.Origin("yna") == nil || f.Measure("sent") == nil ||
		f.Actor("kp") == nil || f.Place("kursk") == nil || f.Judgement("j") == nil {
		t.Error("something is not found")
	}
	if f.Fact("src") != nil || f.Source("") != nil || f.Place("est") != nil {
		t.Error("something is found that is not there")
	}
	if s := f.Fact("said").Statement; s.Line("es") != "t" || s.Line("fr") != "" || s.IsZero() || len(s.Blocks("es")) != 0 {
		t.Error("a text in two languages")
	}
	if s := f.Briefing.Summary; len(s.In("es")) != 2 || len(s.Blocks("en")) != 2 || s.Line("en") != "{{est}} *soldiers* [@src, p. 3]. x" {
		t.Error("a text of two paragraphs")
	}
	if f.Sections[0].Body[3].Pointer != "/sections/0/body/3" || f.Sections[0].Sections[0].Pointer != "/sections/0/sections/0" {
		t.Error("pointers of blocks")
	}
}

// TestCanonical holds the form to the letter.
func TestCanonical(t *testing.T) {
	f := load(t, full(t))
	golden(t, "canonical.json", string(f.Canonical()))
}
