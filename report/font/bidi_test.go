package font

import (
	"fmt"
	"strings"
	"testing"
)

// TestLevels: numbers and isolates keep their places (Unicode Standard Annex 9).
func TestLevels(t *testing.T) {
	for text, want := range map[string]string{
		"say שלום 12, 7 (b)":             "0000 11111 22 11 2 0000",
		"say \u2068שלום 12\u2069, 7 (b)": "0000 0 11111 22 0 0000000",
		"שלום 12 said":                   "11111 22 00000",
		"abc \u2068def\u2069 g":          "0000 0 222 0 00",
		"אב 12.5% c":                     "111 22222 00",
	} {
		got := strings.Trim(fmt.Sprint(Levels([]rune(text), LeftToRight)), "[]")
		if got = strings.ReplaceAll(got, " ", ""); got != strings.ReplaceAll(want, " ", "") {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	if got := fmt.Sprint(Levels([]rune("אב cd 12"), RightToLeft)); got != "[1 1 1 2 2 2 2 2]" {
		t.Error(got)
	}
}
