package evidence

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// drawn makes a briefing of origins a0… that repeat some of those before them, and
// facts f0… of them read in some of the documents s0….
func drawn(r *rand.Rand, origins, documents, claims int) string {
	var o, s, f []string
	for i := range origins {
		from := ""
		if i > 1 && r.IntN(2) == 0 {
			from = fmt.Sprintf(`, "derived_from": ["a%d", "a%d"]`, r.IntN(i/2), i/2+r.IntN(i-i/2))
		}
		o = append(o, fmt.Sprintf(`"a%d": {"name": "A", "kind": "media"%s}`, i, from))
	}
	for i := range documents {
		s = append(s, fmt.Sprintf(`"s%d": {"title": "T", "publisher": "P"}`, i))
	}
	for i := range claims {
		read := []string{fmt.Sprintf(`"s%d"`, r.IntN(documents))}
		if r.IntN(3) == 0 {
			read = append(read, fmt.Sprintf(`{"source": "s%d", "locator": "p. 2"}`, r.IntN(documents)))
		}
		f = append(f, fmt.Sprintf(`{"id": "f%d", "type": "statement", "statement": "S.", "origin": "a%d", "status": "claimed", "sources": [%s]}`,
			i, r.IntN(origins), strings.Join(read, ", ")))
	}
	return `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025"}, "origins": {` + strings.Join(o, ",") +
		`}, "sources": {` + strings.Join(s, ",") + `}, "facts": [` + strings.Join(f, ",\n") + `]}`
}

// most counts the lines the long way: each fact is out, or in with one of its documents.
func most(l *Lines, ids []string, roots, documents []int) int {
	if len(ids) == 0 {
		return 0
	}
	best := most(l, ids[1:], roots, documents)
	i := l.f.FactAt(ids[0])
	if Meet(l.roots[i], roots) {
		return best
	}
	for _, s := range l.f.Facts[i].Sources {
		if d := l.f.SourceAt(s.Source); !slices.Contains(documents, d) {
			best = max(best, 1+most(l, ids[1:], merge(l.roots[i], roots), append(slices.Clone(documents), d)))
		}
	}
	return best
}

// TestLinesAreMost holds that the count is the highest that there is, that more
// facts never lower it, and that the groups named are as many.
func TestLinesAreMost(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		f := loaded(t, drawn(r, 2+r.IntN(8), 1+r.IntN(8), 8))
		l := Independent(f)
		var ids []string
		before := 0
		for i := range f.Facts {
			ids = append(ids, f.Facts[i].ID)
			_, n := l.Of(ids...)
			if want := most(l, ids, nil, nil); n != want || n < before || len(l.Groups(ids...)) != n {
				t.Fatalf("%v: %d lines, want %d, were %d\n%s", ids, n, want, before, f.Canonical())
			}
			before = n
		}
	}
}

// TestFewerLinesWithout holds that no withdrawal adds a line, and that the index
// says of each source and origin what withdrawing it says.
func TestFewerLinesWithout(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		f := loaded(t, strings.TrimSuffix(drawn(r, 2+r.IntN(8), 1+r.IntN(8), 8), "}")+
			`, "judgements": [{"id": "j", "text": "J.", "because": ["f0", "f1", "f2", "f3"]}, {"id": "k", "text": "K.", "because": ["f3", "f4"]}]}`)
		var got []Dependence
		for _, id := range append(slices.Sorted(maps.Keys(ids(f.Origins, func(o facts.Origin) string { return o.ID }))), slices.Sorted(maps.Keys(ids(f.Sources, func(s facts.Source) string { return s.ID })))...) {
			impact, ok := Without(f, id)
			d := Dependence{ID: id}
			for _, l := range impact.Judgements {
				at := strings.Index("jk", l.ID)
				switch {
				case !ok || l.After > l.Before || l.After > l.Left:
					t.Fatalf("without %s: %+v\n%s", id, l, f.Canonical())
				case l.Falls():
					d.Falls = append(d.Falls, at)
				case l.After < l.Before:
					d.Loses = append(d.Loses, at)
				}
			}
			if d.Falls != nil || d.Loses != nil {
				got = append(got, d)
			}
		}
		origins, sources := Carries(f, Independent(f))
		if want := append(origins, sources...); !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v, want %+v\n%s", got, want, f.Canonical())
		}
	}
}

// ids returns the ids of a list.
func ids[T any](list []T, id func(T) string) map[string]bool {
	out := map[string]bool{}
	for _, x := range list {
		out[id(x)] = true
	}
	return out
}

// TestManyLines counts facts that meet in every way, too many to try all, and holds that the count is
// still that of lines that are apart.
func TestManyLines(t *testing.T) {
	f, _ := facts.Load("web.json", []byte(drawn(rand.New(rand.NewPCG(3, 4)), 400, 300, 10_000)))
	l := Independent(f)
	var ids []string
	for i := range f.Facts {
		ids = append(ids, f.Facts[i].ID)
	}
	groups := l.Groups(ids...)
	seen := map[string]bool{}
	for _, g := range groups {
		for _, o := range g {
			if seen[o] {
				t.Fatalf("%s is in two lines", o)
			}
			seen[o] = true
		}
	}
	if len(groups) < 100 {
		t.Errorf("%d lines", len(groups))
	}
}

// TestCloseNumbers holds that numbers are compared by their digits, also where a double does not tell them apart.
func TestCloseNumbers(t *testing.T) {
	n := func(s string) *quantity.Number {
		v, err := quantity.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	const a, b = "9007199254740993", "9007199254740992"
	for name, c := range map[string]struct {
		one, other lang.Amount
		shared     bool
	}{
		"points":        {lang.Amount{Best: n(a)}, lang.Amount{Best: n(b)}, false},
		"a point alike": {lang.Amount{Best: n(a)}, lang.Amount{Best: n(a)}, true},
		"bounds":        {lang.Amount{Low: n(a)}, lang.Amount{High: n(b)}, false},
		"bounds meet":   {lang.Amount{High: n(a)}, lang.Amount{Low: n(b)}, true},
		"about":         {lang.Amount{Best: n(a), Approx: true}, lang.Amount{Best: n(b)}, true},
		"a zero more":   {lang.Amount{Best: n("0.10")}, lang.Amount{Best: n("0.1")}, true},
	} {
		got := Compare([]Claim{{Claimant: "x", Amount: c.one}, {Claimant: "y", Amount: c.other}})
		if got.Shared() != c.shared || c.one.Meets(c.other) != c.shared || c.other.Meets(c.one) != c.shared {
			t.Errorf("%s: shared %v, meet %v, want %v", name, got.Shared(), c.one.Meets(c.other), c.shared)
		}
	}
}

// TestSameDays holds that stretches of the same days are one, however they are written.
func TestSameDays(t *testing.T) {
	f, problems := facts.Load("days.json", []byte(`{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-06-30"},
 "measures": {"m": {"name": "M", "unit": "t", "kind": "amount"}}, "sources": {"s": {"title": "T", "publisher": "P"}},
 "origins": {"g": {"name": "G", "kind": "government"}, "h": {"name": "H", "kind": "other"}},
 "facts": [{"with": {"type": "estimate", "measure": "m", "as_of": "2025-04-10", "status": "reported", "sources": ["s"]}, "facts": [
  {"id": "a", "origin": "g", "best": 100, "period": {"from": "2025-01", "to": "2025-03"}}, {"id": "b", "origin": "h", "best": 101, "period": "2025-Q1"},
  {"id": "c", "origin": "h", "best": 90, "period": {"from": "2025-01", "to": "2025-04"}}]}]}`))
	if f == nil {
		t.Fatal(problems)
	}
	a, b, c := ClaimOf(f, f.Fact("a")), ClaimOf(f, f.Fact("b")), ClaimOf(f, f.Fact("c"))
	if part, _ := Exceeding([]Claim{a, b}); part != nil || Contradict(f, f.Fact("a"), f.Fact("b")) {
		t.Error("the first quarter is a part of January to March")
	}
	if part, _ := Exceeding([]Claim{b, c}); part == nil || part.Period != b.Period {
		t.Error("the first quarter is no part of January to April")
	}
}
