// Package theme holds the tokens of a look: colours for light and dark, marks and sizes. Values, no switches.
package theme

import (
	"encoding/json"
	"fmt"
	"strconv"

	"sitrep/assets"
)

// A Token names a colour by its use.
type Token string

// The tokens. Series0 to Series7 tell origins apart, Status… how sure a claim is.
const (
	Paper     Token = "paper"     // the page
	Ink       Token = "ink"       // running text
	Muted     Token = "muted"     // captions, dates, source lines
	Rule      Token = "rule"      // lines between rows
	Grid      Token = "grid"      // grid lines of charts
	Axis      Token = "axis"      // axis lines
	Panel     Token = "panel"     // boxes, table heads
	Accent    Token = "accent"    // titles, key judgements
	Link      Token = "link"      // addresses
	Caution   Token = "caution"   // the edge of a caution
	Band      Token = "band"      // the band where all ranges overlap
	Confirmed Token = "confirmed" // status colours of marks
	Reported  Token = "reported"
	Claimed   Token = "claimed"
	Assessed  Token = "assessed"
	Planned   Token = "planned"
	Denied    Token = "denied"
)

// Tokens lists every token that a theme must colour.
var tokens = []Token{Paper, Ink, Muted, Rule, Grid, Axis, Panel, Accent, Link, Caution, Band,
	Confirmed, Reported, Claimed, Assessed, Planned, Denied}

// Tokens returns every token that a theme must colour, series included.
func Tokens() []Token {
	all := append([]Token(nil), tokens...)
	for i := range SeriesCount {
		all = append(all, Series(i))
	}
	return all
}

// SeriesCount is the number of series colours.
const SeriesCount = 8

// Series returns the token of the i-th series colour; it wraps round.
func Series(i int) Token { return Token("series" + strconv.Itoa(i%SeriesCount)) }

// A Color is opaque sRGB.
type Color struct{ R, G, B uint8 }

// A Theme is a look.
type Theme struct {
	Name  string
	Light map[Token]Color
	Dark  map[Token]Color
}

// Plain returns the look that is used where none is chosen.
func Plain() (*Theme, error) { return Parse(assets.PlainTheme) }

// Parse reads a theme from JSON: {"name", "light": {token: "#rrggbb"}, "dark": {…}}.
// Every token must have a colour in both.
func Parse(data []byte) (*Theme, error) {
	var t Theme
	if err := json.Unmarshal(data, &t); err != nil {
		return nil, fmt.Errorf("theme: %w", err)
	}
	for _, k := range Tokens() {
		if _, ok := t.Light[k]; !ok {
			return nil, fmt.Errorf("theme %s: light has no colour for %s", t.Name, k)
		}
		if _, ok := t.Dark[k]; !ok {
			return nil, fmt.Errorf("theme %s: dark has no colour for %s", t.Name, k)
		}
	}
	return &t, nil
}

// UnmarshalText reads #rrggbb.
func (c *Color) UnmarshalText(text []byte) error {
	n, err := strconv.ParseUint(string(text[min(1, len(text)):]), 16, 32)
	if err != nil || len(text) != 7 || text[0] != '#' {
		return fmt.Errorf("%q is not a colour: write #rrggbb", text)
	}
	*c = Color{uint8(n >> 16), uint8(n >> 8), uint8(n)}
	return nil
}

// String writes #rrggbb.
func (c Color) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
