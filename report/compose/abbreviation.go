package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/doc"
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
	at = -1
	for _, a := range c.f.Briefing.Abbreviations {
		i := wordAt(s, a.Short)
		if i >= 0 && (at < 0 || i < at || i == at && len(a.Short) > len(short)) {
			at, short, meaning = i, a.Short, c.w.Line(a.Meaning)
		}
	}
	return at, short, meaning
}

// wordAt returns where word stands in s between characters that are no part of a word; −1 where it does not.
func wordAt(s, word string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], word)
		if i < 0 {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, size := utf8.DecodeRuneInString(s[i+len(word):])
		if (i == 0 || !inWord(before)) && (size == 0 || !inWord(after)) {
			return i
		}
		from = i + len(word)
	}
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' }
