package font

import (
	"cmp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// lettersOf returns the letters of a ligature that Unicode has for older standards alone (block Alphabetic Presentation Forms), and which
// comes into texts that are copied out of typeset pages: "ff" of U+FB00; of any other rune nothing.
func lettersOf(r rune) string {
	if r >= 0xFB00 && r <= 0xFB06 || r >= 0xFB13 && r <= 0xFB17 {
		return norm.NFKD.String(string(r))
	}
	return ""
}

// spells reports whether a face that lacks a ligature has all its letters.
func (f *Face) spells(r rune) bool {
	letters := lettersOf(r)
	return letters != "" && !strings.ContainsFunc(letters, func(l rune) bool { return !f.Covers(l) })
}

// spelled sets each ligature by its letters, and what stands beside it as it is. The text of the cluster is the ligature: what is
// copied out is what was written.
func spelled(f *Face, text string) []Cluster {
	var out []Cluster
	for _, r := range text {
		c := Cluster{Text: string(r)}
		for _, l := range kerned(f, cmp.Or(lettersOf(r), string(r))) {
			c.Parts = append(c.Parts, Part{Glyph: l.Parts[0].Glyph, X: c.Advance})
			c.Advance += l.Advance
		}
		out = append(out, c)
	}
	return out
}
