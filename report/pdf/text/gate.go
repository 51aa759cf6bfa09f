package text

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sitrep/report/lang"
	"sitrep/report/sanitize"
)

// Replacement stands for what cannot be drawn: an empty square, which the fonts
// have.
const Replacement = '□'

// A Loss is a rune that was not drawn, and where.
type Loss struct {
	Rune   rune // as it stood in the text; utf8.RuneError for a control character, or a byte that is not UTF-8
	Reason Reason
	Word   string // of NoShape: the letters that stand together, form C; Rune is the first
	Place  string // anchor or title of what it stands in
	Text   string // the beginning of the text, as it is shown
}

// A Reason says why a rune was not drawn.
type Reason uint8

// The reasons.
const (
	NoGlyph  Reason = iota // a sign that no font has
	NoScript               // a letter of a script that no font has
	NoShape                // a word of a script that would be set wrongly: right to left, or shaped (see lang.ShapedScript)
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
// anything that cannot be drawn: another form of letters is those letters, white space of any kind is a space, invisible
// formatting is dropped, words in a script that cannot be set are one remark,
// and other signs that cannot be drawn are one replacement character.
func (g *Gate) Clean(s string) string {
	if plainASCII(s) {
		return s
	}
	s = sanitize.Text(s)
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	c := cleaner{out: make([]byte, 0, len(s)), foreign: g.Foreign}
	var lost []Loss
	for _, r := range s {
		out, v := g.judge(r)
		if v == noGlyph || v == noScript {
			if plain := g.plainer(r); plain != "" {
				for _, p := range plain {
					c.add(p, drawn)
				}
				continue
			}
		}
		c.add(out, v)
		if v >= noGlyph && v != noShape {
			lost = append(lost, Loss{Rune: r, Reason: v.reason(), Place: g.Place})
		}
	}
	c.pause()
	for _, word := range lang.ShapedWords(s) {
		r, _ := utf8.DecodeRuneInString(word)
		lost = append(lost, Loss{Rune: r, Reason: NoShape, Place: g.Place, Word: word})
	}
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
	noShape
	noText
)

func (v verdict) reason() Reason { return Reason(v - noGlyph) }

// foreign reports whether what is lost is shown as a remark.
func (v verdict) foreign() bool { return v == noScript || v == noShape }

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
	case v == blank && c.last.foreign() && r == ' ':
		c.spaces++
		return
	case v.foreign() && c.last.foreign():
		c.spaces = 0
		return
	}
	c.pause()
	switch {
	case v.foreign():
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

// plainer returns the letters, figures or stops that r is another form of (Unicode
// Standard Annex 15, form KC), as U+FB01 is of "fi"; empty where they cannot be drawn either.
func (g *Gate) plainer(r rune) string {
	if !unicode.In(r, unicode.L, unicode.Nd, unicode.P) {
		return ""
	}
	plain := norm.NFKC.String(string(r))
	for _, p := range plain {
		if p == r || g.Metrics.FaceFor(Regular, p) == None {
			return ""
		}
	}
	return plain
}

// Address returns a web address as it can be shown: letters that cannot be set
// stand as the bytes that the address is made of anyway (RFC 3986, 2.5).
func (g *Gate) Address(url string) string {
	if plainASCII(url) {
		return url
	}
	var b strings.Builder
	for len(url) > 0 {
		r, n := utf8.DecodeRuneInString(url)
		if _, v := g.judge(r); v >= noGlyph {
			for _, c := range []byte(url[:n]) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		} else {
			b.WriteString(url[:n])
		}
		url = url[n:]
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

// judge returns what is drawn for r, and whether anything is.
func (g *Gate) judge(r rune) (rune, verdict) {
	switch {
	case r == '\u00a0' || r == '\u202f' || r == '\u2007':
		return '\u00a0', blank
	case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
		return ' ', blank
	case r == utf8.RuneError:
		return 0, noText
	case sanitize.Invisible(r):
		return 0, dropped
	case g.Metrics.FaceFor(Regular, r) != None:
		return r, drawn
	case lang.ShapedScript(r) != "":
		return 0, noShape
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
