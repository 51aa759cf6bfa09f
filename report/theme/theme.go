// Package theme holds the tokens of a look: colours for light and dark, marks and sizes. Values, no switches.
package theme

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"sitrep/assets"
)

// A Token names a colour by its use.
type Token string

// The tokens. Status owns hue: no other meaning has one, but links, which are underlined. The series are tints of
// one neutral, and with their shapes and names tell origins apart.
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
	Forecast  Token = "forecast"
)

// tokens lists the tokens that are not series.
var tokens = []Token{Paper, Ink, Muted, Rule, Grid, Axis, Panel, Accent, Link, Caution, Band,
	Confirmed, Reported, Claimed, Assessed, Planned, Denied, Forecast}

// Tokens returns every token that a theme colours: those that its file names,
// and then the soft ones.
func Tokens() []Token {
	all := named()
	for _, k := range named() {
		if isMark(k) {
			all = append(all, Soft(k))
		}
	}
	return all
}

// named returns the tokens that a theme's file must colour.
func named() []Token {
	all := append([]Token(nil), tokens...)
	for i := range SeriesCount {
		all = append(all, Series(i))
	}
	return all
}

// Soft returns the token of the tint that fills a mark of that colour: the
// colour itself thinned with the paper's. Every status and series colour, ink,
// muted and accent have one.
func Soft(t Token) Token { return t + "-soft" }

func isMark(t Token) bool {
	switch t {
	case Paper, Rule, Grid, Axis, Panel, Link, Caution, Band:
		return false
	}
	return true
}

// softPart is how much of a colour is left in its soft tint.
const softPart = 0.2

// SeriesCount is the number of series colours.
const SeriesCount = 4

// Series returns the token of the i-th series colour; it wraps round.
func Series(i int) Token { return Token("series" + strconv.Itoa(i%SeriesCount)) }

// A Color is opaque sRGB.
type Color struct {
	R, G, B uint8 // 0 to 255
}

// A Theme is a look.
type Theme struct {
	Name   string          // as the file says it
	Light  map[Token]Color // colours on paper, and on a light screen
	Dark   map[Token]Color // colours on a dark screen
	SHA256 string          `json:"-"` // of the file that it was read from, in hexadecimal
}

// Plain returns the look that is used where none is chosen.
func Plain() (*Theme, error) { return Parse(assets.PlainTheme) }

// Parse reads a theme from JSON: {"name", "light": {token: "#rrggbb"}, "dark": {…}}.
// A theme may set any colour alone: what it leaves out is that of the plain one. Text and marks
// must stand out from what they stand on, and no colour may mean two things: a theme that breaks this is refused, with all
// its [Faults].
func Parse(data []byte) (*Theme, error) {
	var t, plain Theme
	strict := json.NewDecoder(bytes.NewReader(data))
	strict.DisallowUnknownFields()
	if err := strict.Decode(&t); err != nil {
		return nil, fmt.Errorf("theme: %w", err)
	}
	if _, err := strict.Token(); err != io.EOF {
		return nil, errors.New("theme: something stands behind it")
	}
	if err := json.Unmarshal(assets.PlainTheme, &plain); err != nil {
		return nil, fmt.Errorf("theme: %w", err)
	}
	for i, colors := range []map[Token]Color{t.Light, t.Dark} {
		for k := range colors {
			if !known(k) {
				return nil, fmt.Errorf("theme %s: %s: %q is no token", t.Name, [...]string{"light", "dark"}[i], k)
			}
		}
	}
	t.Light, t.Dark = inherit(t.Light, plain.Light), inherit(t.Dark, plain.Dark)
	soften(t.Light)
	soften(t.Dark)
	if err := judge(&t); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	t.SHA256 = hex.EncodeToString(sum[:])
	return &t, nil
}

// known reports whether a file may colour the token. Themes of the first format had eight series; those past the fourth are not used.
func known(k Token) bool {
	bare := Token(strings.TrimSuffix(string(k), "-soft"))
	return slices.Contains(named(), bare) || strings.HasPrefix(string(bare), "series") && bare <= "series7"
}

// inherit adds the colours that a theme leaves out.
func inherit(own, from map[Token]Color) map[Token]Color {
	all := map[Token]Color{}
	for _, k := range named() {
		all[k] = from[k]
	}
	for k, c := range own {
		all[k] = c
	}
	return all
}

// soften adds the soft tokens that the file leaves out.
func soften(colors map[Token]Color) {
	for _, k := range named() {
		if _, ok := colors[Soft(k)]; isMark(k) && !ok {
			colors[Soft(k)] = mix(colors[k], colors[Paper], softPart)
		}
	}
}

// mix returns a colour of part a and the rest b.
func mix(a, b Color, part float64) Color {
	m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x)*part + float64(y)*(1-part))) }
	return Color{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B)}
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
func (c Color) String() string {
	const digits = "0123456789abcdef"
	return string([]byte{'#', digits[c.R>>4], digits[c.R&15], digits[c.G>>4], digits[c.G&15], digits[c.B>>4], digits[c.B&15]})
}
