package theme

import (
	"strings"
	"testing"

	"sitrep/assets"
)

func TestParse(t *testing.T) {
	good := string(assets.PlainTheme)
	for _, c := range []struct{ name, data, want string }{
		{"no JSON", "{", "unexpected EOF"},
		{"an unknown key", strings.Replace(good, `"light"`, `"paper": "a4", "light"`, 1), "unknown field \"paper\""},
		{"something behind", good + "{}", "something stands behind it"},
		{"a token missing", strings.Replace(good, `"ink"`, `"inc"`, 1), "light: \"inc\" is no token"},
		{"a bad colour", strings.Replace(good, "#ffffff", "#ffff", 1), "write #rrggbb"},
		{"pale text", strings.Replace(good, `"muted": "#565b63"`, `"muted": "#8a8f96"`, 1), "light: muted (#8a8f96) on paper (#ffffff) has a contrast of 3.2: less than 4.5; make muted darker"},
		{"a pale mark", strings.Replace(good, `"series1": "#7b828c"`, `"series1": "#f0b080"`, 1), "light: series1 (#f0b080) on paper (#ffffff) has a contrast of 1.8: less than 3.0; make series1 darker"},
		{"a link like a status", `{"name": "x", "light": {"link": "#4781b1"}}`, "E902: theme x: light: reported (#4781b1) and link (#4781b1) look alike"},
		{"a strong grid", `{"name": "x", "light": {"rule": "#565b63"}}`, "E903: theme x: light: rule (#565b63) is stronger on paper than axis"},
		{"both looks", `{"name": "x", "light": {"denied": "#eeeeee"}, "dark": {"ink": "#333333"}}`, "dark: ink (#333333) on paper"},
		{"a word", strings.Replace(good, "#ffffff", "white", 1), "write #rrggbb"},
	} {
		if _, err := Parse([]byte(c.data)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// A theme that sets one colour has the others of the plain one.
func TestInherit(t *testing.T) {
	th, err := Parse([]byte(`{"name": "own", "light": {"accent": "#1d3557"}}`))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := Plain()
	if err != nil {
		t.Fatal(err)
	}
	if th.Light[Accent].String() != "#1d3557" || th.Light[Ink] != plain.Light[Ink] || th.Dark[Accent] != plain.Dark[Accent] {
		t.Errorf("%v", th.Light)
	}
}

// TestTokens holds that a theme colours every token, soft ones included, light and dark.
func TestTokens(t *testing.T) {
	th, err := Plain()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[Token]bool{}
	for _, k := range Tokens() {
		if seen[k] {
			t.Errorf("%s twice", k)
		}
		seen[k] = true
		for _, colors := range []map[Token]Color{th.Light, th.Dark} {
			if _, ok := colors[k]; !ok {
				t.Errorf("no colour for %s", k)
			}
		}
	}
	if !seen[Soft(Claimed)] || !seen[Series(0)] || seen[Soft(Paper)] || Series(9) != Series(1) {
		t.Error("tokens are not what they should be")
	}
}

func FuzzColor(f *testing.F) {
	for _, s := range []string{"#1b4f73", "", "#", "#12345", "red", "#ggggggg"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var c Color
		if err := c.UnmarshalText([]byte(s)); err == nil && !strings.EqualFold(c.String(), s) {
			t.Errorf("%q is read as %s", s, c)
		}
	})
}
