package integrity

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"sitrep/report/facts"
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
	i := l.at[ids[0]]
	if meet(l.roots[i], roots) {
		return best
	}
	for _, s := range l.f.Facts[i].Sources {
		if d := l.documents[s.Source]; !slices.Contains(documents, d) {
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

// TestLinesInTime holds that facts which meet in every way cost no more than time
// allows, and that the count is then still that of lines that are apart.
func TestLinesInTime(t *testing.T) {
	f, _ := facts.Load("web.json", []byte(drawn(rand.New(rand.NewPCG(3, 4)), 400, 300, 10_000)))
	l := Independent(f)
	var ids []string
	for i := range f.Facts {
		ids = append(ids, f.Facts[i].ID)
	}
	begin := time.Now()
	groups := l.Groups(ids...)
	if d := time.Since(begin); d > 5*time.Second {
		t.Errorf("10,000 facts took %v", d)
	}
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
