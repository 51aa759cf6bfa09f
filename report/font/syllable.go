package font

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Torn returns the first syllable of Hangul in text that no face joins: one of letters out of use, which Unicode has no sign for
// (The Unicode Standard, 18.6). Its letters stand side by side. Empty where there is none.
func (s *Set) Torn(text string) string {
	if !strings.ContainsFunc(text, joins) {
		return ""
	}
	text = norm.NFC.String(text)
	for from := 0; from < len(text); {
		r, size := utf8.DecodeRuneInString(text[from:])
		end := from + size
		for end < len(text) {
			next, n := utf8.DecodeRuneInString(text[end:])
			if !joins(next) {
				break
			}
			end += n
		}
		if face := s.For(s.Regular, r); face != nil && end > from+size {
			clusters, width := s.Shape(face, text[from:end], false, "ko"), 0
			for i := range clusters {
				width += clusters[i].Advance
			}
			if width > face.perEm*3/2 {
				return text[from:end]
			}
		}
		from = end
	}
	return ""
}

// joins reports whether r is a vowel or a final consonant of Hangul that belongs to the letters before it.
func joins(r rune) bool { return r >= 0x1160 && r <= 0x11FF || r >= 0xD7B0 && r <= 0xD7FF }
