package evidence

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"sitrep/report/date"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// TestExceedingPair holds what is found by stretches of time to what a look at every pair finds.
func TestExceedingPair(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	pair := func(claims []Claim) (int, int) {
		for i := range claims {
			least, _ := claims[i].Amount.Bounds()
			for k := range claims {
				_, most := claims[k].Amount.Bounds()
				if Exceeds(claims[i].Period, claims[k].Period, least, most) && claims[k].Date.Last() >= claims[i].Period.Last() {
					return i, k
				}
			}
		}
		return -1, -1
	}
	written := []string{"", "2024", "2024-Q1", "2024-01/2024-03", "2024-H1", "2024-02", "2024-05", "2023-11/2024-04"}
	found := 0
	for range 3000 {
		claims := make([]Claim, 1+r.IntN(6))
		for i := range claims {
			n, err := quantity.Parse(fmt.Sprint(r.IntN(40)))
			if err != nil {
				t.Fatal(err)
			}
			claims[i] = Claim{Claimant: fmt.Sprint(r.IntN(3)), Amount: lang.Amount{Best: n, Approx: r.IntN(4) == 0}}
			if r.IntN(5) == 0 {
				claims[i].Amount = lang.Amount{Low: n}
			}
			claims[i].Date, _ = date.Parse([]string{"2024", "2024-03-31", "2024-07", "2025-01-02"}[r.IntN(4)])
			claims[i].Period = spanOf(t, written[r.IntN(len(written))])
		}
		i, k := pair(claims)
		part, whole := Exceeding(claims)
		switch {
		case (i < 0) != (part == nil):
			t.Fatalf("pairs find %d and %d, Exceeding %v, of %+v", i, k, part, claims)
		case i >= 0 && (part != &claims[i] || whole != &claims[k]):
			t.Fatalf("pairs find %d and %d, Exceeding %+v and %+v", i, k, part, whole)
		case i >= 0:
			found++
		}
	}
	if found < 300 {
		t.Errorf("only %d of the cases have a pair", found)
	}
}

func spanOf(t *testing.T, written string) (s date.Span) {
	t.Helper()
	if written == "" {
		return s
	}
	from, to, apart := strings.Cut(written, "/")
	if !apart {
		to = from
	}
	var err, other error
	s.From, err = date.Parse(from)
	s.To, other = date.Parse(to)
	if err != nil || other != nil {
		t.Fatal(err, other)
	}
	return s
}
