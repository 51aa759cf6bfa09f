package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Replacement stands for what cannot be drawn.
const Replacement = '\uFFFD'

// A Loss is a rune that was not drawn, and where.
type Loss struct {
	Rune  rune   // as it stood in the text; utf8.RuneError for a broken byte
	Count int    // how often at that place
	Place string // anchor or title of what it stands in
	Text  string // its surroundings, cleaned
}

// A Gate is what all text passes on its way to the page: it lets through only
// what the fonts can draw, and keeps account of what they cannot.
type Gate struct {
	Metrics *Metrics
	// Place names what is being written; losses are reported under it.
	Place  string
	Losses []Loss
}

// Clean returns s composed (Unicode Standard Annex 15, form C) and without
// anything that cannot be drawn: white space of any kind is a space, invisible
// formatting is dropped, and what no font covers, or no font can set rightly,
// is replaced and reported.
func (g *Gate) Clean(s string) string {
	if plainASCII(s) {
		return s
	}
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	lost := map[rune]int{}
	var order []rune
	for i, r := range s {
		out, keep := g.rune(r)
		if !keep {
			continue
		}
		if out == Replacement && r != Replacement || broken(r, s[i:]) {
			if lost[r]++; lost[r] == 1 {
				order = append(order, r)
			}
		}
		b.WriteRune(out)
	}
	for _, r := range order {
		g.Losses = append(g.Losses, Loss{r, lost[r], g.Place, excerpt(b.String())})
	}
	return b.String()
}

func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// broken reports whether r came from a byte that is not UTF-8.
func broken(r rune, rest string) bool {
	if r != utf8.RuneError {
		return false
	}
	_, n := utf8.DecodeRuneInString(rest)
	return n == 1
}

// rune returns what is drawn for r, and whether anything is.
func (g *Gate) rune(r rune) (rune, bool) {
	switch {
	case r == '\u00a0' || r == '\u202f' || r == '\u2007':
		return '\u00a0', true
	case r == '\n' || r == '\t' || r == '\r' || unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
		return ' ', true
	case unicode.Is(unicode.Cc, r):
		return Replacement, true
	case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r):
		return 0, false
	case g.Metrics.FaceFor(Regular, r) == None:
		return Replacement, true
	}
	return r, true
}

// excerpt is the beginning of a text, forty runes at most.
func excerpt(s string) string {
	n := 0
	for i := range s {
		if n++; n > 40 {
			return s[:i] + "…"
		}
	}
	return s
}
