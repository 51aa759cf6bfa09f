package quantity

import (
	"errors"
	"math/big"
	"strings"
	"testing"
)

func TestParseKeepsDigits(t *testing.T) {
	for _, c := range []struct {
		in, text string
		decimals int
	}{
		{"0", "0", 0}, {"-0", "0", 0}, {"0.0500", "0.0500", 4}, {"4e-7", "0.0000004", 7},
		{"9007199254740993", "9007199254740993", 0}, {"1e3", "1000", 0}, {"1.50e6", "1500000", 0}, {"-12.0", "-12.0", 1},
		{"123456789012345678901234567890", "123456789012345678901234567890", 0},
		{"0.123456789012345678901234567891", "0.123456789012345678901234567891", 30}, {"1E+2", "100", 0}, {"0e5", "0", 0},
	} {
		n, err := Parse(c.in)
		if err != nil || n.Text() != c.text || n.Decimals() != c.decimals {
			t.Errorf("Parse(%s) = %v, %v; want %s with %d decimals", c.in, n, err, c.text, c.decimals)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for in, want := range map[string]error{
		"": ErrSyntax, "NaN": ErrSyntax, "Infinity": ErrSyntax, "1_000": ErrSyntax, "5.": nil,
		"1234567890123456789012345678901": ErrDigits, "0.1234567890123456789012345678901": ErrDigits,
		"1e301": ErrRange, "1e-301": ErrRange, "1e99999999999": ErrRange, "1e-99999999999": ErrRange, "1" + strings.Repeat("0", 3_000_000): ErrRange,
	} {
		if _, err := Parse(in); !errors.Is(err, want) {
			t.Errorf("Parse(%q): %v, want %v", in, err, want)
		}
	}
}

func must(t *testing.T, s string) *Number {
	t.Helper()
	n, err := Parse(s)
	if err != nil {
		t.Fatal(s, err)
	}
	return n
}

func TestArithmetic(t *testing.T) {
	for _, c := range []struct{ a, b, sum, diff string }{
		{"0.1", "0.2", "0.3", "-0.1"}, {"9007199254740993", "1", "9007199254740994", "9007199254740992"},
		{"1e30", "1e-30", "1000000000000000000000000000000.000000000000000000000000000001", "999999999999999999999999999999.999999999999999999999999999999"},
	} {
		a, b := must(t, c.a), must(t, c.b)
		if got := a.Add(b).Text(); got != c.sum {
			t.Errorf("%s + %s = %s, want %s", c.a, c.b, got, c.sum)
		}
		if got := a.Sub(b).Text(); got != c.diff {
			t.Errorf("%s - %s = %s, want %s", c.a, c.b, got, c.diff)
		}
	}
	if must(t, "1.0").Cmp(must(t, "1")) != 0 || must(t, "9007199254740993").Cmp(must(t, "9007199254740992")) != 1 {
		t.Error("Cmp does not compare the digits")
	}
}

func TestShift(t *testing.T) {
	for _, c := range []struct {
		in   string
		by   int
		want string
	}{{"12300000", -6, "12.3"}, {"12000000", -6, "12"}, {"1.50e6", -6, "1.5"}, {"2.50", 2, "250"}, {"0.050", -1, "0.0050"}, {"0", -6, "0"}, {"2.50", -2, "0.0250"}} {
		if got := must(t, c.in).Shift(c.by).Text(); got != c.want {
			t.Errorf("%s shifted by %d = %s, want %s", c.in, c.by, got, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"0", "-12.50", "4e-7", "1e300", "9007199254740993", "0.0500"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := Parse(s)
		if err != nil {
			return
		}
		want, ok := new(big.Rat).SetString(s)
		got, ok2 := new(big.Rat).SetString(n.Text())
		if !ok || !ok2 || want.Cmp(got) != 0 {
			t.Errorf("%q became %s", s, n.Text())
		}
		again, err := Parse(n.Text())
		if err != nil && !errors.Is(err, ErrDigits) || err == nil && again.Text() != n.Text() {
			t.Errorf("%q: %s does not read back: %v", s, n.Text(), err)
		}
	})
}
