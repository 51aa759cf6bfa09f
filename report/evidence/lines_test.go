package evidence

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// web is a briefing in which origins and facts repeat each other: nato and radio
// repeat nis, msmt repeats jcs and dod, copy repeats a fact of osc.
const web = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2024-12-31"},
"measures": {"m": {"name": "Soldiers", "unit": "soldiers"}},
"origins": {
 "nis": {"name": "NIS", "kind": "intelligence", "reliability": "B"}, "nato": {"name": "NATO", "kind": "international", "reliability": "B", "derived_from": ["nis"]},
 "radio": {"name": "Radio", "kind": "media", "reliability": "C", "derived_from": ["nato"]},
 "jcs": {"name": "JCS", "kind": "military", "reliability": "B"}, "dod": {"name": "DoD", "kind": "military", "reliability": "B"},
 "msmt": {"name": "MSMT", "kind": "international", "reliability": "B", "derived_from": ["jcs", "dod"]},
 "osc": {"name": "OSC", "kind": "research", "reliability": "B"}, "paper": {"name": "Paper", "kind": "media", "reliability": "D"}},
"sources": {"s1": {"title": "1", "publisher": "P", "published": "2024-12-01"}, "s2": {"title": "2", "publisher": "P", "published": "2024-12-21"},
 "s3": {"title": "3", "publisher": "P", "published": "2024-11-01"}},
"facts": [
 {"id": "f-nis", "type": "estimate", "measure": "m", "origin": "nis", "as_of": "2024-11-01", "best": 100, "status": "assessed", "credibility": 2, "sources": ["s1"]},
 {"id": "f-nato", "type": "estimate", "measure": "m", "origin": "nato", "as_of": "2024-11-02", "best": 100, "status": "reported", "credibility": 2, "sources": ["s2"]},
 {"id": "f-radio", "type": "estimate", "measure": "m", "origin": "radio", "as_of": "2024-11-03", "best": 100, "status": "reported", "credibility": 3, "sources": ["s1", "s3"]},
 {"id": "f-jcs", "type": "estimate", "measure": "m", "origin": "jcs", "as_of": "2024-10-01", "best": 300, "status": "assessed", "credibility": 2, "sources": ["s3"], "contradicts": ["f-osc"]},
 {"id": "f-msmt", "type": "estimate", "measure": "m", "origin": "msmt", "as_of": "2024-10-03", "best": 300, "status": "assessed", "sources": ["s2"]},
 {"id": "f-osc", "type": "estimate", "measure": "m", "origin": "osc", "as_of": "2024-10-01", "best": 200, "status": "assessed", "credibility": 2, "sources": ["s3"]},
 {"id": "f-copy", "type": "estimate", "measure": "m", "origin": "paper", "as_of": "2024-10-02", "best": 200, "status": "reported", "credibility": 4, "sources": ["s1"], "derived_from": ["f-osc"]}],
"judgements": [{"id": "j1", "text": "One.", "because": ["f-nis", "f-radio"]}, {"id": "j2", "text": "Two.", "because": ["f-nis", "f-osc"]}],
"sections": [{"id": "x", "title": "X", "body": ["So {{f-osc}} [@s3].", {"chart": "ranges", "id": "fig", "select": {"origin": ["osc", "paper"]}}]}]}`

func loaded(t *testing.T, data string) *facts.File {
	t.Helper()
	f, problems := facts.Load("web.json", []byte(data))
	if f == nil {
		t.Fatal(problems)
	}
	return f
}

func TestLines(t *testing.T) {
	wider := strings.Replace(web, ` {"id": "f-osc", "type"`, ` {"id": "f-dod", "type": "statement", "statement": "They are there.", "origin": "dod", "status": "assessed", "sources": ["s1"]},
 {"id": "f-osc", "type"`, 1)
	l := Independent(loaded(t, wider))
	for _, c := range []struct {
		ids              string
		citations, lines int
	}{
		{"", 0, 0}, {"nobody", 0, 0}, {"f-nis", 1, 1}, {"f-nis f-nis", 1, 1}, {"f-nis f-nato f-radio", 3, 1},
		{"f-msmt", 1, 1}, {"f-msmt f-jcs", 2, 1}, {"f-jcs f-osc f-copy", 2, 2}, {"f-nis f-jcs f-osc f-msmt", 3, 3},
		{"f-jcs f-osc", 1, 1}, {"f-jcs f-dod", 2, 2}, {"f-jcs f-dod f-msmt", 3, 2}, {"f-msmt f-dod f-jcs f-nato", 3, 3}, // one document; what repeats two
	} {
		if citations, lines := l.Of(strings.Fields(c.ids)...); citations != c.citations || lines != c.lines {
			t.Errorf("%q: %d citations, %d lines; want %d, %d", c.ids, citations, lines, c.citations, c.lines)
		}
	}
	if g := l.Groups("f-copy", "f-msmt", "f-osc"); !reflect.DeepEqual(g, [][]string{{"jcs", "dod"}, {"osc"}}) {
		t.Errorf("groups %v", g)
	}
}

func TestWithout(t *testing.T) {
	f := loaded(t, web)
	if _, ok := Without(f, "j1"); ok {
		t.Error("a judgement is no source")
	}
	claim, ok := Without(f, "f-osc") // and with it what derives from it
	if !ok || len(claim.Facts) != 2 || claim.Facts[1].ID != "f-copy" || len(claim.Figures) != 1 || !claim.Figures[0].Falls() || len(claim.Passages) != 1 {
		t.Errorf("without f-osc: %+v", claim)
	}
	got, ok := Without(f, "s3")
	want := Impact{ID: "s3",
		Facts: []Loss{{ID: "f-radio", Pointer: "/facts/2", Of: "sources", Lost: 1, Left: 1}, {ID: "f-jcs", Pointer: "/facts/3", Of: "sources", Lost: 1},
			{ID: "f-osc", Pointer: "/facts/5", Of: "sources", Lost: 1}, {ID: "f-copy", Pointer: "/facts/6", Of: "sources", Lost: 1}},
		Judgements: []Loss{{ID: "j2", Pointer: "/judgements/1", Of: "facts", Lost: 1, Left: 1, Before: 2, After: 1}},
		Figures:    []Loss{{ID: "fig", Pointer: "/sections/0/body/1", Of: "facts", Lost: 2}},
		Passages:   []string{"/sections/0/body/0"}}
	if !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("without s3: %+v", got)
	}
	got, _ = Without(f, "nis") // and with it nato and radio
	if len(got.Facts) != 3 || !got.Judgements[0].Falls() || got.Judgements[1].Falls() || got.Figures != nil {
		t.Errorf("without nis: %+v", got)
	}
	if got, _ := Without(f, "jcs"); len(got.Facts) != 1 || !slices.Equal(got.Origins, []Loss{{ID: "msmt", Pointer: "/origins/msmt", Of: OfOrigins, Lost: 1, Left: 1}}) {
		t.Errorf("msmt stands on dod, and says what it lost: %+v", got)
	}
}

func TestSummarise(t *testing.T) {
	f := loaded(t, web)
	l := Independent(f)
	s := Summarise(f, l)
	if s.Facts != 7 || s.Origins != 7 || s.Sources != 3 || s.Lines != 3 || len(s.Repeating) != 3 || s.HalfSince.String() != "2024-12-01" {
		t.Errorf("%+v", s)
	}
	if !slices.Equal(s.SingleJudgements, []string{"j1"}) || s.SingleMeasures != nil {
		t.Errorf("single %v %v", s.SingleJudgements, s.SingleMeasures)
	}
	if !reflect.DeepEqual(s.Conflicts, []Conflict{{"m", [][2]string{{"f-jcs", "f-osc"}}}}) {
		t.Errorf("conflicts %v", s.Conflicts)
	}
	if !reflect.DeepEqual(s.Reliability, []Tally{{"B", 5}, {"C", 1}, {"D", 1}}) || !reflect.DeepEqual(s.Credibility, []Tally{{"2", 4}, {"3", 1}, {"4", 1}, {"", 1}}) {
		t.Errorf("grades %v %v", s.Reliability, s.Credibility)
	}
	if !reflect.DeepEqual(s.Statuses, []Tally{{"reported", 3}, {"assessed", 4}}) || !reflect.DeepEqual(s.Carry, []Tally{{"intelligence", 1}, {"military", 1}, {"international", 1}, {"media", 2}, {"research", 1}}) {
		t.Errorf("states %v, sources %v", s.Statuses, s.Carry)
	}
	en, _ := lang.For("en")
	want := []string{"The facts go back to 3 independent lines of information.",
		"These origins repeat others and add no line of their own: NATO, Radio and MSMT.",
		"Facts by the reliability of their origin: 5 at B, 1 at C and 1 at D.",
		"Facts by their credibility: 4 at 2, 1 at 3, 1 at 4 and 1 not graded.",
		"Half of the dated sources or more appeared within 30 days of the cut-off.",
		"Judgement 1 rests on a single line.",
		"Estimates of the same or an adjoining date conflict on “Soldiers”."}
	if got := s.Sentences(en); !slices.Equal(got, want) {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	es, _ := lang.For("es")
	if part := Summarise(f, l, "f-nis", "f-radio").Sentences(es); !slices.Equal(part, []string{
		"Los datos se remontan a 1 línea de información independiente.",
		"Estos orígenes repiten a otros y no suman una línea propia: Radio.",
		"Datos según la fiabilidad de su origen: 1 con B y 1 con C.",
		"Datos según su credibilidad: 1 con 2 y 1 con 3.",
		"La mitad o más de las fuentes fechadas apareció a 30 días o menos del cierre.",
		"El juicio 1 descansa en una sola línea.",
		"De esta medida, una sola línea da todas las estimaciones: “Soldiers”.",
		"No hay dos estimaciones en conflicto para una misma medida y fecha."}) {
		t.Errorf("%s", strings.Join(part, "\n"))
	}
	if Summarise(loaded(t, strings.Replace(web[:strings.Index(web, `"judgements"`)]+`"allow": []}`, "x", "x", 1)), l).Facts != 7 {
		t.Error("without judgements")
	}
}

// TestSummaryOfLittle holds what is not said where there is too little to say it
// of: one estimate conflicts with none, and of two origins with as many facts none
// gives the most. What is missing is said.
func TestSummaryOfLittle(t *testing.T) {
	wider := strings.NewReplacer(`"published": "2024-12-01"`, `"published": "2024", "url": "https://example.org/1"`).Replace(web)
	f := loaded(t, wider)
	en, _ := lang.For("en")
	if got := Summarise(f, Independent(f), "f-nis").Sentences(en); !slices.Equal(got, []string{
		"The facts go back to 1 independent line of information.",
		"Facts by the reliability of their origin: 1 at B.",
		"Facts by their credibility: 1 at 2.",
		"1 source is not dated to the day.",
		"None of the sources has an archived copy.",
		"Of this measure a single estimate stands: “Soldiers”."}) {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	got := strings.Join(Summarise(f, Independent(f), "f-nis", "f-jcs", "f-osc").Sentences(en), "\n")
	if strings.Contains(got, "alone gives") {
		t.Error(got)
	}
	f = loaded(t, strings.Replace(wider, `"id": "f-jcs", "type": "estimate", "measure": "m", "origin": "jcs"`, `"id": "f-jcs", "type": "estimate", "measure": "m", "origin": "osc"`, 1))
	got = strings.Join(Summarise(f, Independent(f), "f-nis", "f-jcs", "f-osc").Sentences(en), "\n")
	if !strings.Contains(got, "OSC alone gives 2 of the 3 facts.") {
		t.Error(got)
	}
	f = loaded(t, strings.Replace(web, `"best": 300, "status": "assessed", "credibility": 2, "sources": ["s3"], "contradicts"`, `"best": 300, "status": "assessed", "sources": ["s3"], "supersedes": "f-osc", "contradicts"`, 1))
	if s := Summarise(f, Independent(f), "f-jcs", "f-osc"); s.Conflicts != nil || s.Compared || !slices.Equal(s.LoneMeasures, []string{"m"}) {
		t.Errorf("what was corrected conflicts: %+v", s)
	}
}

// TestAgainst holds that what stands against a judgement is told when it falls,
// and comes to speak for it never.
func TestAgainst(t *testing.T) {
	f := loaded(t, strings.Replace(web, `"because": ["f-nis", "f-osc"]`, `"because": ["f-nis", "f-jcs", "f-osc"]`, 1))
	if got, _ := Without(f, "osc"); !slices.Equal(got.Judgements, []Loss{{ID: "j2", Pointer: "/judgements/1", Of: "facts", Left: 2, Before: 2, After: 2, Against: 1}}) {
		t.Errorf("without osc: %+v", got.Judgements)
	}
	if got, _ := Without(f, "jcs"); !slices.Equal(got.Judgements, []Loss{{ID: "j2", Pointer: "/judgements/1", Of: "facts", Lost: 1, Left: 1, Before: 2, After: 1}}) {
		t.Errorf("without jcs: %+v", got.Judgements)
	}
}

// TestContradict holds which sums over stretches of time cannot both be right.
func TestContradict(t *testing.T) {
	for _, c := range []struct {
		kind, a, b string // the kind, and what two estimates of two origins say
		want       bool
	}{
		{"count", `"best": 30, "period": "2024-06"`, `"best": 10, "period": {"from": "2024-06", "to": "2024-08"}`, true},
		{"count", `"best": 10, "period": {"from": "2024-06", "to": "2024-08"}`, `"low": 30, "period": "2024-07"`, true},
		{"amount", `"best": 10.5, "period": "2024-06"`, `"best": 10, "period": "2024-Q2"`, false}, // a tenth for rounding
		{"count", `"best": 10, "period": "2024-06"`, `"best": 30, "period": "2024-Q2"`, false},
		{"count", `"best": 10, "period": "2024-06"`, `"high": 5, "period": {"from": "2024-06-10", "to": "2024-08"}`, false}, // in part
		{"level", `"best": 30, "period": "2024-06"`, `"best": 10, "period": "2024-Q2"`, false},
		{"money", `"best": 30, "period": "2024-06"`, `"best": 10, "period": "2024-Q2"`, false},                        // some of it may be below zero
		{"count", `"best": 30, "period": "2024-06"`, `"best": 10, "period": "2024-Q2", "as_of": "2024-05-01"`, false}, // the whole so far
		{"count", `"best": 30, "period": "2024-06"`, `"best": 10, "period": "2024-06", "as_of": "2025-03"`, true},
		{"count", `"best": 30, "period": "2024-06"`, `"best": 10`, false},
		{"count", `"best": 30, "period": "2024-06"`, `"best": 10, "period": "2024-05"`, false},
	} {
		unit := `, "unit": "t"`
		if c.kind == "money" {
			unit = `, "currency": "EUR"`
		}
		fact := func(id, more string) string {
			if !strings.Contains(more, "as_of") {
				more += `, "as_of": "2024-12-31"`
			}
			return `{"id": "` + id + `", "type": "estimate", "measure": "m", "origin": "` + id + `", "status": "reported", "sources": ["s"], ` + more + `}`
		}
		f := loaded(t, `{"format": 1, "briefing": {"id": "x", "title": "T", "languages": ["en"], "as_of": "2025"}, "measures": {"m": {"name": "M", "kind": "`+
			c.kind+`"`+unit+`}}, "origins": {"a": {"name": "A", "kind": "media"}, "b": {"name": "B", "kind": "media"}},
"sources": {"s": {"title": "T", "publisher": "P"}}, "facts": [`+fact("a", c.a)+`,`+fact("b", c.b)+`]}`)
		for _, swapped := range []bool{false, true} {
			a, b := f.Fact("a"), f.Fact("b")
			if swapped {
				a, b = b, a
			}
			if got := InConflict(f, a, b); got != c.want {
				t.Errorf("%s: %s and %s: %v", c.kind, c.a, c.b, got)
			}
		}
	}
}

// TestLatest holds that claims of one origin over several stretches of time stand together, but those in a newer one.
func TestLatest(t *testing.T) {
	claim := func(of, period, from string) Claim {
		parse := func(s string) date.Date {
			d, err := date.Parse(s)
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		n, _ := quantity.Parse("1")
		return Claim{Claimant: "a", Date: parse(of), Period: date.Span{From: parse(from), To: parse(period)}, Amount: lang.Amount{Best: n}, Status: "reported"}
	}
	all := []Claim{claim("2024-04", "2024-03", "2024-01"), claim("2024-07", "2024-06", "2024-01"), claim("2024-10", "2024-09", "2024-07"),
		claim("2024-11", "2024-03", "2024-02")}
	if got := Latest(all); !slices.Equal(got, []int{1, 2, 3}) {
		t.Errorf("%v", got)
	}
}

// TestCarries holds the reverse index.
func TestCarries(t *testing.T) {
	f := loaded(t, web)
	origins, sources := Carries(f, Independent(f))
	if want := []Dependence{{ID: "nis", Falls: []int{0}, Loses: []int{1}}, {ID: "osc", Loses: []int{1}}}; !reflect.DeepEqual(origins, want) {
		t.Errorf("origins %+v", origins)
	}
	if want := []Dependence{{ID: "s1", Loses: []int{1}}, {ID: "s3", Loses: []int{1}}}; !reflect.DeepEqual(sources, want) {
		t.Errorf("sources %+v", sources)
	}
}

// TestSampleSentences holds that the real briefing has something to say in each language.
func TestSampleSentences(t *testing.T) {
	data, err := os.ReadFile("../../data/pacto-rusia-rpdc.json")
	if err != nil {
		t.Fatal(err)
	}
	f := loaded(t, string(data))
	for _, tag := range f.Briefing.Languages {
		l, err := lang.For(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range Summarise(f, Independent(f)).Sentences(l) {
			if strings.Contains(s, "integrity.") || strings.Contains(s, "{") || !strings.HasSuffix(s, ".") {
				t.Errorf("%s: %q", tag, s)
			}
		}
	}
}
