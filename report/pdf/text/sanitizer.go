package text

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sitrep/report/font"
	"sitrep/report/sanitize"
)

// A Loss is a rune that no font has, and where it stands.
type Loss struct {
	Rune  rune   // utf8.RuneError for a control character, or a byte that is not UTF-8
	Place string // where what it stands in was read, as file:line:column: pointer; else its anchor
	Text  string // the beginning of the text, as it is shown
}

// A Sanitizer is what all text passes on its way to the page: it lets through only what has a look, and keeps account of what no font has.
type Sanitizer struct {
	Fonts *font.Set // what is asked for characters
	// Place says where what is being written was read, or names it: see [Loss].
	Place  string
	Losses []Loss        // in the order in which they were met
	known  map[Loss]bool // without text
}

// Clean returns s as every output shows it (see package sanitize), composed (Unicode Standard Annex 15, form C), with
// white space of any kind as a space. What no font has stays, and is reported: the page shows its number in a box.
func (z *Sanitizer) Clean(s string) string {
	if plainASCII(s) {
		return s
	}
	s = sanitize.Text(s)
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	out := make([]byte, 0, len(s))
	var lost []Loss
	for _, r := range s {
		switch {
		case r == '\u00a0' || r == '\u202f' || r == '\u2007':
			r = '\u00a0'
		case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
			r = ' '
		case r == utf8.RuneError || r > 0x2ff && !z.Fonts.Covers(r):
			lost = append(lost, Loss{Rune: r, Place: z.Place})
		}
		out = utf8.AppendRune(out, r)
	}
	z.report(lost, string(out))
	return string(out)
}

// report notes each rune once for each place.
func (z *Sanitizer) report(lost []Loss, text string) {
	for _, l := range lost {
		if z.known[l] {
			continue
		}
		if z.known == nil {
			z.known = map[Loss]bool{}
		}
		z.known[l] = true
		l.Text = excerpt(text)
		z.Losses = append(z.Losses, l)
	}
}

// Address returns a web address as it can be shown: letters that no font has
// stand as the bytes that the address is made of anyway (RFC 3986, 2.5), and so do those that run from right to left:
// its parts would change places.
func (z *Sanitizer) Address(url string) string {
	if plainASCII(url) {
		return url
	}
	var b strings.Builder
	for len(url) > 0 {
		r, n := utf8.DecodeRuneInString(url)
		if r == utf8.RuneError || unicode.In(r, unicode.C, unicode.Z) || !z.Fonts.Covers(r) || font.RunsBack(url[:n]) {
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
