package reasoning

import (
	"fmt"
	"maps"
	"math"
	"math/rand"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/lang"
)

func loaded(t *testing.T, data string) *facts.File {
	t.Helper()
	f, problems := facts.Load("matrix.json", []byte(data))
	if f == nil {
		t.Fatal(problems)
	}
	return f
}

// weighed makes a briefing of claims that are weighed on hypotheses h1, h2 …; each line
// is the origin, its reliability, the credibility and the weights.
func weighed(lines ...string) string {
	var origins, claims []string
	seen := map[string]bool{}
	n := 0
	for i, l := range lines {
		p := strings.Fields(l)
		if !seen[p[0]] {
			seen[p[0]] = true
			origins = append(origins, fmt.Sprintf(`%q: {"name": "O %s", "kind": "other", "reliability": %q}`, p[0], p[0], p[1]))
		}
		var w []string
		for k, x := range p[3:] {
			if x == "n/a" {
				continue
			}
			w = append(w, fmt.Sprintf(`"h%d": %q`, k+1, x))
		}
		n = len(p) - 3
		claims = append(claims, fmt.Sprintf(`{"id": "e%d", "type": "statement", "statement": "E.", "origin": %q, "status": "reported", "credibility": %s, "sources": ["s%d"], "weighs": {%s}}`,
			i+1, p[0], p[2], i, strings.Join(w, ", ")))
	}
	var hypotheses, sources []string
	for k := range n {
		hypotheses = append(hypotheses, fmt.Sprintf(`"h%d": {"name": "H%d"}`, k+1, k+1))
	}
	for i := range lines {
		sources = append(sources, fmt.Sprintf(`"s%d": {"title": "T", "publisher": "P"}`, i))
	}
	return `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025", "likelihood_scale": "icd203"}, "hypotheses": {` + strings.Join(hypotheses, ", ") +
		`}, "origins": {` + strings.Join(origins, ", ") + `}, "sources": {` + strings.Join(sources, ", ") + `}, "facts": [` + strings.Join(claims, ", ") + `]}`
}

// TestHeuer holds the worked matrix of Heuer's chapter 8, would Iraq retaliate: six
// claims, and three hypotheses that come out in the order second, third, first.
func TestHeuer(t *testing.T) {
	f := loaded(t, weighed("a C 3 + + +", "b C 3 + + -", "c C 3 + + -", "d C 3 - + +", "e C 3 - + +", "g C 3 -- + +"))
	m := New(f, evidence.Independent(f))
	var got []float64
	for _, s := range m.Scores {
		if s.Inconsistency != s.Plain {
			t.Errorf("grade C3 counts for one: %+v", s)
		}
		got = append(got, s.Plain)
	}
	if !slices.Equal(got, []float64{4, 0, 2}) || !slices.Equal(m.Least, []string{"h2"}) || m.Lead != 2 {
		t.Errorf("scores %v, least %v, lead %v", got, m.Least, m.Lead)
	}
	if first, last := m.Rows[0], m.Rows[len(m.Rows)-1]; first.Fact != "e6" || last.Fact != "e1" || last.Diagnosticity != 0 {
		t.Errorf("the claim that tells most is %s, and least %s", first.Fact, last.Fact)
	}
}

// TestPrimer holds the worked matrix of the CIA's Tradecraft Primer (2009, p. 15), which scores are printed under: what
// was the group behind the attack in Tokyo in 1995. All four claims have the weight "medium". The primer writes scores
// as negative numbers, -1, -1, -2 and -3; here they count what speaks against.
func TestPrimer(t *testing.T) {
	f := loaded(t, weighed("journalists C 3 - 0 - -", "religious C 3 + - - -", "party C 3 0 0 + -", "leader C 3 + + + +"))
	m := New(f, evidence.Independent(f))
	var got []float64
	for _, s := range m.Scores {
		got = append(got, -s.Inconsistency)
	}
	if !slices.Equal(got, []float64{-1, -1, -2, -3}) || !slices.Equal(m.Least, []string{"h1", "h2"}) || m.Lead != 1 {
		t.Errorf("scores %v, least %v, lead %v", got, m.Least, m.Lead)
	}
	if last := m.Rows[3]; last.Fact != "e4" || last.Diagnosticity != 0 {
		t.Errorf("the leader fits all: %+v", last)
	}
}

// TestBurton holds the sample matrix in the manual of the program of M. Burton and J. Knowles (2010), with the scores in
// its heads: a claim that is not applicable counts nothing.
func TestBurton(t *testing.T) {
	f := loaded(t, weighed("a C 3 -- n/a", "b C 3 -- +", "c C 3 - +", "d C 3 - +"))
	m := New(f, evidence.Independent(f))
	if m.Scores[0].Inconsistency != 6 || m.Scores[1].Inconsistency != 0 || m.Scores[1].Weighed != 3 || m.Lead != 6 {
		t.Errorf("%+v, lead %v", m.Scores, m.Lead)
	}
}

// TestGrades holds that grades weigh, and that one origin may decide.
func TestGrades(t *testing.T) {
	f := loaded(t, weighed("a A 1 -- +", "b E 5 + --", "b E 5 + --"))
	m := New(f, evidence.Independent(f))
	if m.Scores[0].Inconsistency != 4 || math.Abs(m.Scores[1].Inconsistency-2) > 1e-9 || !slices.Equal(m.Least, []string{"h2"}) || !slices.Equal(m.Deciding, []string{"a"}) {
		t.Errorf("%+v %v %v", m.Scores, m.Least, m.Deciding)
	}
	if m := New(f, evidence.Independent(f), "e2"); !slices.Equal(m.Least, []string{"h1"}) {
		t.Errorf("of one claim: %v", m.Least)
	}
}

// TestHangs holds the least set whose loss leaves one line.
func TestHangs(t *testing.T) {
	f := loaded(t, weighed("a A 1 + +", "b A 1 + +", "c A 1 + +", "c A 1 + +"))
	l := evidence.Independent(f)
	for because, want := range map[string]string{"e1 e2 e3": "[[a b] [a c] [b c]] any of [a b c]", "e1 e2": "[[a] [b]] any of [a b]",
		"e3 e4": "[] any of []", "e1": "[] any of []", "e1 e3 e4": "[[a] [c]] any of [a c]"} {
		sets := Hangs(f, l, strings.Fields(because))
		if got := fmt.Sprint(sets, " any of ", AnyOf(sets)); got != want {
			t.Errorf("%s hangs on %s, want %s", because, got, want)
		}
	}
	many := make([]string, 60)
	for i := range many {
		many[i] = fmt.Sprintf("o%d A 1 + +", i)
	}
	f = loaded(t, weighed(many...))
	if sets := Hangs(f, evidence.Independent(f), []string{"e1", "e2", "e3", "e4", "e5", "e6", "e7"}); sets != nil {
		t.Errorf("seven lines hang on %v", sets)
	}
}

// TestTold holds that a trial says which hypotheses it moves, and of a judgement that what stays contradicts its own.
func TestTold(t *testing.T) {
	english, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		without, want string
		lines         []string
	}{
		{"b", "h1 is now contradicted least; h2 is no longer contradicted least; j keeps 1 of 2 facts, and 1 of 2 independent lines; all that is left contradicts its hypothesis",
			[]string{"a A 1 ++ -", "b A 1 -- ++"}},
		{"a", "j keeps 1 of 2 facts, and 1 of 2 independent lines", []string{"a A 1 ++ -", "b A 1 -- ++"}},
		{"b", "h1 is now contradicted as little as H2; j keeps 1 of 2 facts, and 1 of 2 independent lines", []string{"a A 1 + +", "b A 1 -- ++"}},
		{"e1", "h1 is weighed by no claim any more; h2 is weighed by no claim any more; j falls", []string{"a A 1 ++ -"}},
	} {
		f := loaded(t, strings.Replace(weighed(c.lines...), `"facts"`, `"judgements": [{"id": "j", "text": "It is so.", "hypothesis": "h2", "because": `+
			map[int]string{1: `["e1"]`, 2: `["e1", "e2"]`}[len(c.lines)]+`}], "facts"`, 1))
		impact, _ := evidence.Without(f, c.without)
		var got []string
		for _, l := range Told(f, impact, english) {
			if l.Kind == evidence.KindHypothesis || l.Kind == evidence.KindJudgement {
				got = append(got, l.ID+" "+l.Says)
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("without %s: %s\nwant %s", c.without, s, c.want)
		}
	}
}

// TestScore holds the Brier score against its definition and its parts against their sum,
// on random forecasts, and a worked set.
func TestScore(t *testing.T) {
	r := RecordOf([]Forecast{{0.9, true}, {0.9, true}, {0.9, false}, {0.3, false}, {0.3, true}})
	if math.Abs(r.Brier-(0.01+0.01+0.81+0.09+0.49)/5) > 1e-12 || math.Abs(r.Uncertainty-0.24) > 1e-12 || r.Enough || len(r.Groups) != 2 {
		t.Errorf("%+v", r)
	}
	rnd := rand.New(rand.NewSource(1))
	for range 300 {
		var list []Forecast
		mean := 0.0
		for range 1 + rnd.Intn(60) {
			x := Forecast{P: float64(rnd.Intn(11)) / 10, Happened: rnd.Intn(2) == 0}
			o := map[bool]float64{true: 1}[x.Happened]
			mean += (x.P - o) * (x.P - o)
			list = append(list, x)
		}
		r := RecordOf(list)
		if math.Abs(r.Brier-mean/float64(len(list))) > 1e-9 || math.Abs(r.Brier-(r.Reliability-r.Resolution+r.Uncertainty)) > 1e-9 {
			t.Fatalf("%+v of %v", r, list)
		}
		for _, g := range r.Groups {
			if f := float64(g.True) / float64(g.N); g.Low > f || g.High < f || g.Low < 0 || g.High > 1 {
				t.Fatalf("%+v", g)
			}
		}
	}
	if r := RecordOf(nil); r.N != 0 || r.Brier != 0 || r.Groups != nil {
		t.Errorf("%+v", r)
	}
	if low, high := wilson(8, 10); math.Abs(low-0.4901625) > 1e-6 || math.Abs(high-0.9433178) > 1e-6 { // as printed by R's prop.test without correction
		t.Errorf("wilson %v %v", low, high)
	}
}

// TestForecasts holds which judgements are scored.
func TestForecasts(t *testing.T) {
	data := strings.Replace(weighed("a A 1 + +"), `"facts": [`, `"judgements": [
{"id": "j1", "text": "A.", "likelihood": "likely", "because": ["e1"], "outcome": {"value": "true", "date": "2025", "text": "So."}},
{"id": "j2", "text": "B.", "likelihood": "unlikely", "because": ["e1"], "outcome": {"value": "open", "date": "2025", "text": "Open."}},
{"id": "j3", "text": "C.", "because": ["e1"], "outcome": {"value": "false", "date": "2025", "text": "No."}}], "facts": [`, 1)
	if got := Forecasts(Pasts(loaded(t, data))); !slices.Equal(got, []Forecast{{0.675, true}}) {
		t.Errorf("%v", got)
	}
}

// TestPasts holds that a judgement counts once over editions, with what was said before its outcome was known.
func TestPasts(t *testing.T) {
	edition := func(judgements string) *facts.File {
		return loaded(t, strings.Replace(weighed("a A 1 + +"), `"facts": [`, `"judgements": [`+judgements+`], "facts": [`, 1))
	}
	became := func(value string) string {
		return `, "outcome": {"value": "` + value + `", "date": "2025", "text": "So."}`
	}
	j := func(id, likelihood, more string) string {
		return `{"id": "` + id + `", "text": "A.", "likelihood": "` + likelihood + `", "because": ["e1"]` + more + `}`
	}
	first := edition(j("j1", "likely", "") + "," + j("gone", "unlikely", became("false")) + "," + j("j2", "likely", ""))
	second := edition(j("j2", "very likely", became("open")) + "," + j("j1", "almost certain", became("true")))
	var got []string
	for _, p := range Pasts(first, second) {
		got = append(got, p.Judgement.ID+" "+p.Likelihood+" "+string(p.Judgement.Outcome.Value))
	}
	if want := []string{"j2 very likely open", "j1 likely true", "gone unlikely false"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if f := Forecasts(Pasts(first, second)); len(f) != 2 || f[0] != (Forecast{0.675, true}) {
		t.Errorf("%v", f)
	}
	if Pasts() != nil {
		t.Error("no edition has judgements")
	}
}

// TestScikitLearn holds score and parts to a table that scikit-learn and numpy made: testdata/sklearn.py writes it.
func TestScikitLearn(t *testing.T) {
	data, err := os.ReadFile("testdata/sklearn.txt")
	if err != nil {
		t.Fatal(err)
	}
	sets := 0
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		sets++
		cells := strings.Split(strings.TrimSpace(line), " | ")
		var list []Forecast
		outcomes := strings.Fields(cells[1])
		for i, p := range strings.Fields(cells[0]) {
			list = append(list, Forecast{number(t, p), outcomes[i] == "1"})
		}
		r := RecordOf(list)
		for i, got := range []float64{r.Brier, r.Reliability, r.Resolution, r.Uncertainty} {
			if want := number(t, cells[2+i]); math.Abs(got-want) > 1e-9 {
				t.Errorf("set %d: %v, want %v", sets, got, want)
			}
		}
	}
	if sets != 40 {
		t.Errorf("%d sets", sets)
	}
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestPARC holds what a claim counts for against the rule of the program ACH 1.1 (PARC AI3 team with R. Heuer), as users
// of it report its technical description: of credibility and relevance each, low is one by the square root of two,
// medium one, high the square root of two, and the score their product with 2 for a strong contradiction and 1 for
// another. The reliability of the origin stands here in the place of relevance.
func TestPARC(t *testing.T) {
	low, high := 0.70710678, 1.41421356
	for grades, want := range map[string]float64{"A 1": high * high, "B 2": high * high, "A 3": high, "C 1": high, "C 3": 1, "F 6": 1, "A 5": high * low,
		"E 1": low * high, "D 3": low, "C 4": low, "E 5": low * low} {
		f := loaded(t, weighed("a "+grades+" -- -"))
		m := New(f, evidence.Independent(f))
		if math.Abs(m.Scores[0].Inconsistency-2*want) > 1e-6 || math.Abs(m.Scores[1].Inconsistency-want) > 1e-6 {
			t.Errorf("%s counts %v and %v, want %v", grades, m.Scores[0].Inconsistency, m.Scores[1].Inconsistency, want)
		}
	}
}

// TestAlike holds that only a claim that weighs the same on every hypothesis tells none from another: one that speaks
// against a single one decides by itself.
func TestAlike(t *testing.T) {
	f := loaded(t, weighed("a C 3 -- -- --", "b C 3 n/a -- n/a", "c C 3 - - n/a", "d C 3 0 n/a 0"))
	m := New(f, evidence.Independent(f))
	got := map[string]bool{}
	for _, r := range m.Rows {
		got[r.Fact] = r.Diagnosticity == 0
	}
	if want := map[string]bool{"e1": true, "e2": false, "e3": false, "e4": true}; !maps.Equal(got, want) {
		t.Errorf("alike: %v, want %v", got, want)
	}
}
