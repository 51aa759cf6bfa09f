package sanitize

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// What readers get, and what messages say of it.
func TestText(t *testing.T) {
	for s, want := range map[string][2]string{
		"plain\tand\nlines":                {"plain\tand\nlines", "plain and lines"},
		"gross \u202enoillim\u202c":        {"gross noillim", "gross <U+202E>noillim<U+202C>"},
		"a\u2066b\u2069\u200e\u200f\u061c": {"ab", "a<U+2066>b<U+2069><U+200E><U+200F><U+061C>"},
		"co\u00adop\u2060er\ufeffate":      {"cooperate", "co<U+00AD>op<U+2060>er<U+FEFF>ate"},
		"12\u200b000":                      {"12000", "12<U+200B>000"},
		"bell\a\x1b[31m\u009b":             {"bell\ufffd\ufffd[31m\ufffd", "bell<U+0007><U+001B>[31m<U+009B>"},
		"a\u0085b\u2028c\rd":               {"a b c d", "a b c d"},
		"\xff\ufffe\U0001fffe":             {"\ufffd\ufffd\ufffd", "<U+FFFD><U+FFFE><U+1FFFE>"},
		"می\u200cخواهم":                    {"می\u200cخواهم", "می\u200cخواهم"},
		"क\u094d\u200dष":                   {"क\u094d\u200dष", "क\u094d\u200dष"},
		"a\u200cb\u200dc":                  {"abc", "a<U+200C>b<U+200D>c"},
		"👩\u200d👧 👩🏽\u200d🚀 ❤\ufe0f":       {"👩\u200d👧 👩🏽\u200d🚀 ❤\ufe0f", "👩\u200d👧 👩🏽\u200d🚀 ❤\ufe0f"},
		"😀\ufe0f\ufe01\U000e0150":          {"😀\ufe0f", "😀\ufe0f<U+FE01><U+E0150>"},
		"🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f": {"🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
			"🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"},
		"x\U000e0073\U000e0065": {"x", "x<U+E0073><U+E0065>"},
		"ភាសា\u200bខ្មែរ":       {"ភាសា\u200bខ្មែរ", "ភាសា\u200bខ្មែរ"},
		"\u0600١٢":              {"\u0600١٢", "\u0600١٢"},
		"한\u3164글":              {"한글", "한<U+3164>글"},
		"葛\U000e0100飾":          {"葛\U000e0100飾", "葛\U000e0100飾"},
		"1\u00a0000 km\u202f2":  {"1\u00a0000 km\u202f2", "1\u00a0000 km\u202f2"},
	} {
		if got := Text(s); got != want[0] {
			t.Errorf("%+q is shown as %+q, want %+q", s, got, want[0])
		}
		if got := Visible(s); got != want[1] {
			t.Errorf("a message says %+q of %+q, want %+q", got, s, want[1])
		}
	}
	if got := Line(" a \n\t b\u00a0c \u200b "); got != "a b\u00a0c" {
		t.Errorf("%q", got)
	}
}

func TestBlank(t *testing.T) {
	for _, s := range []string{"", " \t", "\u200b", "\u202e\u2066", "\u3164\u115f", "\u2800", "\u00ad\u00a0\u3000", "\ufe0f\u034f"} {
		if !Blank(s) {
			t.Errorf("%+q shows something", s)
		}
	}
	for _, s := range []string{"a", "\u200ba", "\a", "\xff", "한"} {
		if Blank(s) {
			t.Errorf("%+q shows nothing", s)
		}
	}
}

func TestHidden(t *testing.T) {
	if got := Hidden("a\u202eb\u202ec\x00 👩\u200d👧"); !slices.Equal(got, []rune{'\u202e', 0}) {
		t.Errorf("%+q", got)
	}
}

// What is shown once is shown the same again, holds nothing that is hidden, and
// JSON says the same after the escaping.
func FuzzText(f *testing.F) {
	for _, s := range []string{"a\u202eb", "\xff\x00", "می\u200cخواهم", "🏴\U000e0067\U000e0062\U000e0073\U000e007f", "\u115f\u1160", "👩\u200d\u200d👧", "ภ\u200b\u200bา"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Text(s)
		if !utf8.ValidString(once) || Text(once) != once {
			t.Errorf("%+q → %+q → %+q", s, once, Text(once))
		}
		if strings.ContainsAny(once, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u009b\x1b\x00\r") {
			t.Errorf("%+q", once)
		}
		if len(Hidden(once)) > 0 || len(Hidden(Visible(s))) > 0 {
			t.Errorf("%+q: hidden are still %+q, %+q", s, Hidden(once), Hidden(Visible(s)))
		}
		data, _ := json.Marshal(s)
		var back string
		if err := json.Unmarshal(JSON(data), &back); err != nil || back != strings.ToValidUTF8(s, "\ufffd") && utf8.ValidString(s) {
			t.Errorf("%+q is read back as %+q: %v", s, back, err)
		}
		if strings.ContainsAny(string(JSON(data)), "\u202e\u200b\u009b\x7f") {
			t.Errorf("%+q", JSON(data))
		}
	})
}

// TestIsolates holds which marks of isolates come through: those that end in the text and set something apart.
func TestIsolates(t *testing.T) {
	for in, want := range map[string]string{
		Isolate("مصر") + " · 3": "\u2068مصر\u2069 · 3", Isolate("Misr"): "Misr", Isolate("\u2067ab\u2069"): "ab",
		"\u2068a\u2069": "a", "\u2068مصر": "مصر", "مصر\u2069": "مصر", "\u2067مصر\u2069": "مصر", "\u2068\u2068مصر\u2069\u2069": "\u2068\u2068مصر\u2069\u2069",
	} {
		if got := Text(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := Hidden("\u2068مصر\u2069"); len(got) != 2 {
		t.Errorf("an author's own isolate is not told: %q", got)
	}
	got := Balanced([]string{"a \u2068ب", "ت\u2069 c", "d"})
	if got[0] != "a \u2068ب\u2069" || got[1] != "\u2068ت\u2069 c" || got[2] != "d" {
		t.Errorf("lines %q", got)
	}
}
