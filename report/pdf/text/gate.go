package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Replacement stands for what cannot be drawn: an empty square, which the fonts
// have.
const Replacement = '□'

// A Loss is a rune that was not drawn, and where.
type Loss struct {
	Rune   rune // as it stood in the text; utf8.RuneError for a byte that is not UTF-8
	Reason Reason
	Place  string // anchor or title of what it stands in
	Text   string // the beginning of the text, as it is shown
}

// A Reason says why a rune was not drawn.
type Reason uint8

// The reasons.
const (
	NoGlyph  Reason = iota // a sign that no font has
	NoScript               // a letter of a script that no font has, or that cannot be set rightly: right to left, or shaped
	NoText                 // a control character, or no Unicode at all
)

// A Gate is what all text passes on its way to the page: it lets through only
// what the fonts can draw, and keeps account of what they cannot.
type Gate struct {
	Metrics *Metrics
	// Foreign stands for words in a script that cannot be set: "[…]" in words.
	Foreign string
	// Place names what is being written; losses are reported under it.
	Place  string
	Losses []Loss
	known  map[Loss]bool // without text
}

// Clean returns s composed (Unicode Standard Annex 15, form C) and without
// anything that cannot be drawn: white space of any kind is a space, invisible
// formatting is dropped, words in a script that cannot be set are one remark,
// and other signs that cannot be drawn are one replacement character.
func (g *Gate) Clean(s string) string {
	if plainASCII(s) {
		return s
	}
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	c := cleaner{out: make([]byte, 0, len(s)), foreign: g.Foreign}
	var lost []Loss
	for i, r := range s {
		out, v := g.judge(r)
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			v = noText
		}
		c.add(out, v)
		if v >= noGlyph {
			lost = append(lost, Loss{Rune: r, Reason: v.reason(), Place: g.Place})
		}
	}
	c.pause()
	g.report(lost, string(c.out))
	return string(c.out)
}

// A verdict on a rune.
type verdict uint8

const (
	drawn verdict = iota
	blank
	dropped
	noGlyph // from here on, lost
	noScript
	noText
)

func (v verdict) reason() Reason { return Reason(v - noGlyph) }

// A cleaner writes what a gate lets through.
type cleaner struct {
	out     []byte
	foreign string
	last    verdict
	spaces  int // not written yet: they may stand between two foreign words
}

func (c *cleaner) add(r rune, v verdict) {
	switch {
	case v == dropped:
		return
	case v == blank && c.last == noScript && r == ' ':
		c.spaces++
		return
	case v == noScript && c.last == noScript:
		c.spaces = 0
		return
	}
	c.pause()
	switch {
	case v == noScript:
		c.out = append(c.out, c.foreign...)
	case v >= noGlyph && c.last != v:
		c.out = utf8.AppendRune(c.out, Replacement)
	case v < noGlyph:
		c.out = utf8.AppendRune(c.out, r)
	}
	c.last = v
}

func (c *cleaner) pause() {
	for ; c.spaces > 0; c.spaces-- {
		c.out = append(c.out, ' ')
	}
}

// report notes each rune once for each place.
func (g *Gate) report(lost []Loss, text string) {
	for _, l := range lost {
		if g.known[l] {
			continue
		}
		if g.known == nil {
			g.known = map[Loss]bool{}
		}
		g.known[l] = true
		l.Text = excerpt(text)
		g.Losses = append(g.Losses, l)
	}
}

func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// judge returns what is drawn for r, and whether anything is.
func (g *Gate) judge(r rune) (rune, verdict) {
	switch {
	case r == '\u00a0' || r == '\u202f' || r == '\u2007':
		return '\u00a0', blank
	case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
		return ' ', blank
	case unicode.Is(unicode.Cc, r):
		return 0, noText
	case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r):
		return 0, dropped
	case g.Metrics.FaceFor(Regular, r) != None:
		return r, drawn
	case unicode.IsLetter(r) || unicode.IsMark(r) && !unicode.Is(unicode.Inherited, r) || unicode.IsDigit(r):
		return 0, noScript
	}
	return 0, noGlyph
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
