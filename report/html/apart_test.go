package html

import "testing"

// TestApart: an arrow between two names points from the giver to the receiver, whatever way the names run.
func TestApart(t *testing.T) {
	for _, c := range []struct {
		text string
		back bool // the text around it runs from right to left
		want string
	}{
		{"\u2068ישראל\u2069 → \u2068ירדן\u2069: \u2068מים\u2069 (1,200 people)", false, "ltr"},
		{"\u2068إيران\u2069 → \u2068سوريا\u2069", false, "ltr"},
		{"ישראל", false, "rtl"},
		{"1,200", false, ""},
		{"1,200", true, "ltr"},
		{"Iran → Syria", true, "ltr"},
	} {
		if got := (&page{back: c.back}).apart(c.text); got != c.want {
			t.Errorf("%q: %q, not %q", c.text, got, c.want)
		}
	}
}
