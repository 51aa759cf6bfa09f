package theme

import (
	"encoding/json"
	"regexp"
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
		{"pale text", strings.Replace(good, `"muted": "#565b63"`, `"muted": "#8a8f96"`, 1), "light: muted (#8a8f96) on series0-soft (#d3d4d5) has a contrast of 2.1: less than 4.5; make muted darker: #585c60 is enough"},
		{"a pale mark", strings.Replace(good, `"series1": "#7b828c"`, `"series1": "#f0b080"`, 1), "light: series1 (#f0b080) on grid (#e4e6e9) has a contrast of 1.4: less than 3.0; make series1 darker: #a67958 is enough"},
		{"a link like a status", `{"name": "x", "light": {"link": "#4781b1"}}`, "E902: theme x: light: reported (#4781b1) and link (#4781b1) look alike"},
		{"a strong grid", `{"name": "x", "light": {"rule": "#565b63"}}`, "E903: theme x: light: rule (#565b63) is stronger on paper than axis"},
		{"both looks", `{"name": "x", "light": {"denied": "#eeeeee"}, "dark": {"ink": "#333333"}}`, "dark: ink (#333333) on series3-soft"},
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

// hinted finds the token and the shade of a hint.
var hinted = regexp.MustCompile(`make (\w+) (?:darker|lighter): (#\w+) is enough`)

// TestHouses: an organisation's own colours, each alone, are taken as they are or refused with a shade that is.
func TestHouses(t *testing.T) {
	for house, colors := range map[string]map[Token]string{
		"United Nations":            {Accent: "#009edb"},
		"World Health Organization": {Accent: "#0093d5"},
		"NATO":                      {Accent: "#004990", Link: "#004990"},
		"Red Cross":                 {Accent: "#e30613"},
		"UNHCR":                     {Accent: "#0072bc"},
		"European Union":            {Accent: "#003399", Caution: "#ffcc00"},
		"a salmon paper":            {Paper: "#fff1e5", Accent: "#0d7680"},
		"a red weekly":              {Accent: "#e3120b", Ink: "#121317"},
	} {
		taken := false
		for range 3 {
			data, err := json.Marshal(map[string]any{"name": house, "light": colors})
			if err != nil {
				t.Fatal(err)
			}
			_, err = Parse(data)
			if taken = err == nil; taken {
				break
			}
			hints := hinted.FindAllStringSubmatch(err.Error(), -1)
			if len(hints) == 0 {
				t.Fatalf("%s: no shade is named: %v", house, err)
			}
			t.Logf("%s: %v", house, err)
			for _, h := range hints {
				colors[Token(h[1])] = h[2]
			}
		}
		if !taken {
			t.Errorf("%s: refused also in the shades that are named", house)
		}
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
