package date

import "testing"

func TestParse(t *testing.T) {
	for _, s := range []string{"2024", "2024-10", "2024-10-23", "2024-02-29", "0001", "9999-12-31"} {
		d, err := Parse(s)
		if err != nil || d.String() != s {
			t.Errorf("Parse(%q) = %q, %v", s, d, err)
		}
	}
	for _, s := range []string{"", "24", "2024-13", "2024-00", "2023-02-29", "2024-10-00", "2024/10/23", "2024-1-1", "0000", "-024", "2024-10-2x", "２０２４"} {
		if d, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %q, want an error", s, d)
		}
	}
}

func TestCompareAndDays(t *testing.T) {
	order := []string{"2023-12-31", "2024-01-01", "2024-01", "2024", "2024-01-02", "2024-02"}
	for i, a := range order {
		for j, b := range order {
			x, _ := Parse(a)
			y, _ := Parse(b)
			if got := x.Compare(y); (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("Compare(%s, %s) = %d", a, b, got)
			}
		}
	}
	feb, _ := Parse("2024-02")
	if n := feb.Last() - feb.First() + 1; n != 29 {
		t.Errorf("February 2024 has %d days", n)
	}
	if d := FromDays(feb.First()); d.String() != "2024-02-01" {
		t.Errorf("FromDays = %s", d)
	}
}

// TestForms holds that every form reads and is written again, and what days it means.
func TestForms(t *testing.T) {
	for _, c := range []struct {
		s, first, last string
		precision      Precision
	}{
		{"2024-Q4", "2024-10-01", "2024-12-31", Quarter}, {"2024-Q1", "2024-01-01", "2024-03-31", Quarter},
		{"2024-H2", "2024-07-01", "2024-12-31", Half}, {"2024-H1", "2024-01-01", "2024-06-30", Half},
		{"2024-W43", "2024-10-21", "2024-10-27", Week}, {"2021-W01", "2021-01-04", "2021-01-10", Week}, {"2020-W53", "2020-12-28", "2021-01-03", Week},
		{"2024-W01", "2024-01-01", "2024-01-07", Week}, {"2024-10-23T14:05+03:00", "2024-10-23", "2024-10-23", Minute}, {"2024-10-23T00:00Z", "2024-10-23", "2024-10-23", Minute},
	} {
		d, err := Parse(c.s)
		if err != nil || d.String() != c.s || d.Precision() != c.precision {
			t.Errorf("Parse(%q) = %q of precision %d, %v", c.s, d, d.Precision(), err)
			continue
		}
		if first, last := FromDays(d.First()).String(), FromDays(d.Last()).String(); first != c.first || last != c.last {
			t.Errorf("%s runs from %s to %s, want %s to %s", c.s, first, last, c.first, c.last)
		}
	}
	for _, s := range []string{"2024-Q5", "2024-Q0", "2024-H3", "2024-W00", "2021-W53", "2024-W54", "2024-q1", "2024-W1", "2024-10T10:00Z", "2024T10:00Z",
		"2024-10-23T24:00Z", "2024-10-23T10:60Z", "2024-10-23T10:00", "2024-10-23T10:00+3", "2024-10-23T10:00:00Z", "2024-10-23T10:00+16:00", "2024-10-23T", "2024-02-30T10:00Z"} {
		if d, err := Parse(s); err == nil || !d.IsZero() {
			t.Errorf("Parse(%q) = %q, %v", s, d, err)
		}
	}
}

// TestMoments holds that minutes are ordered by the moment that they are, wherever they were written.
func TestMoments(t *testing.T) {
	order := []string{"2024-Q4", "2024-10-24T00:30+03:00", "2024-10-23T23:00Z", "2024-10-24", "2024-10-24T00:10Z", "2024-W44"}
	for i, a := range order {
		for j, b := range order {
			x, _ := Parse(a)
			y, _ := Parse(b)
			if got := x.Compare(y); (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("Compare(%s, %s) = %d", a, b, got)
			}
		}
	}
}

// TestSpans holds when stretches of time have a day in common.
func TestSpans(t *testing.T) {
	of := func(from, to string) Span {
		x, _ := Parse(from)
		y, _ := Parse(to)
		return Span{x, y}
	}
	a := of("2024-06-01", "2024-Q3")
	if !a.Overlaps(of("2024-09-30", "2024-12")) || a.Overlaps(of("2024-10", "2024-12")) || !of("2024", "2024").Overlaps(a) || a.Days() != 122 || !(Span{}).IsZero() {
		t.Errorf("%v has %d days", a, a.Days())
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2024", "2024-10", "2024-10-23", "2024-Q4", "2024-H2", "2024-W43", "2024-10-23T14:05+03:00", "2024-10-23T14:05Z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			return
		}
		again, err := Parse(d.String())
		if err != nil || again != d || d.Last() < d.First() || d.Middle() < float64(d.First())-0.5 || d.Middle() > float64(d.Last())+0.5 {
			t.Errorf("%q became %q, from %d to %d, middle %g, %v", s, d, d.First(), d.Last(), d.Middle(), err)
		}
	})
}
