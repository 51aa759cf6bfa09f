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
