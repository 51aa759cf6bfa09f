package compose

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/doc"
	"sitrep/report/facts"
)

// abbreviated writes s, the abbreviations in it told as such. What was not seen before is
// written out there.
func (c *composer) abbreviated(s string, seen map[string]bool) []doc.Inline {
	var out []doc.Inline
	for len(c.f.Briefing.Abbreviations) > 0 && seen != nil {
		at, short, meaning := c.nextAbbreviation(s)
		if at < 0 {
			break
		}
		out = append(out, c.text(s[:at])...)
		out = append(out, &doc.Abbreviation{Short: short, Meaning: meaning, First: !seen[short]})
		seen[short] = true
		s = s[at+len(short):]
	}
	return append(out, c.text(s)...)
}

// expanded writes s, its abbreviations written out where they were not before: for text that
// is no inlines, in figures and values.
func (c *composer) expanded(s string) string {
	if len(c.f.Briefing.Abbreviations) == 0 {
		return s
	}
	return doc.Plain(c.abbreviated(s, c.abbr))
}

// nextAbbreviation finds the first word of s that is an abbreviation; the longest where
// several begin there. It returns −1 where there is none.
func (c *composer) nextAbbreviation(s string) (at int, short, meaning string) {
	before := ' '
	for i, r := range s {
		if !inWord(before) {
			for _, a := range c.shorts()[begin(s[i:])] {
				if strings.HasPrefix(s[i:], a.Short) && !wordGoesOn(s[i+len(a.Short):]) {
					return i, a.Short, c.w.Line(a.Meaning)
				}
			}
		}
		before = r
	}
	return -1, "", ""
}

// shorts indexes the abbreviations by how they begin, the longest first.
func (c *composer) shorts() map[string][]facts.Abbreviation {
	if c.short == nil {
		c.short = map[string][]facts.Abbreviation{}
		for _, a := range c.f.Briefing.Abbreviations {
			c.short[begin(a.Short)] = append(c.short[begin(a.Short)], a)
		}
		for _, all := range c.short {
			slices.SortStableFunc(all, func(a, b facts.Abbreviation) int { return cmp.Compare(len(b.Short), len(a.Short)) })
		}
	}
	return c.short
}

// begin is the word that s begins with, or else its first character.
func begin(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !inWord(r) })
	switch {
	case end < 0:
		return s
	case end == 0:
		_, end = utf8.DecodeRuneInString(s)
	}
	return s[:end]
}

func wordGoesOn(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size > 0 && inWord(r)
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' }
