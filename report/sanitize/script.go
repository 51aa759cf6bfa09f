package sanitize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joined are the scripts whose letters take other forms beside a joiner (The
// Unicode Standard, 23.2, "Cursive Connection and Ligatures").
var joined = []*unicode.RangeTable{unicode.Arabic, unicode.Syriac, unicode.Mongolian, unicode.Nko, unicode.Mandaic, unicode.Manichaean,
	unicode.Phags_Pa, unicode.Hanifi_Rohingya, unicode.Adlam, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati,
	unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Khmer, unicode.Myanmar,
	unicode.Tibetan, unicode.Balinese, unicode.Javanese}

// unspaced are the scripts that write no spaces between words, and mark where a
// line may break with a space of no width (The Unicode Standard, 23.2, "Zero Width Space").
var unspaced = []*unicode.RangeTable{unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tai_Tham, unicode.New_Tai_Lue}

// spelt reports whether a script is spelt with the hidden character r between what
// stands before and after it.
func spelt(before, r rune, rest string) bool {
	after, _ := utf8.DecodeRuneInString(rest)
	if kindOf(after) != shown || after == utf8.RuneError {
		after = 0
	}
	switch {
	case before == utf8.RuneError:
		return false
	case r == '\u200d' && pictured(before):
		return pictured(after)
	case r == '\u200c' || r == '\u200d':
		return unicode.In(before, joined...)
	case r == '\u200b':
		return unicode.In(before, unspaced...) && unicode.In(after, unspaced...)
	case unicode.Is(unicode.Variation_Selector, r) && unicode.Is(unicode.Mongolian, r):
		return unicode.Is(unicode.Mongolian, before)
	case unicode.Is(unicode.Variation_Selector, r):
		return unicode.In(before, unicode.Han, unicode.So, unicode.Sm, unicode.Myanmar, unicode.Phags_Pa) ||
			strings.ContainsRune("#*0123456789‼⁉〰〽", before) && before != 0
	case r == '\u115f' || r == '\u1160':
		return jamo(before) || jamo(after)
	}
	return false
}

// jamo reports whether r is a letter of Hangul that joins others into a syllable,
// which a filler may complete (The Unicode Standard, 18.6).
func jamo(r rune) bool {
	return kindOf(r) == shown && (r >= 0x1100 && r <= 0x11ff || r >= 0xa960 && r <= 0xa97f || r >= 0xd7b0 && r <= 0xd7ff)
}

// pictured reports whether r is an emoji, or belongs to one.
func pictured(r rune) bool {
	return r != utf8.RuneError && unicode.In(r, unicode.So, unicode.Sk) || r == '\ufe0f' || r >= 0x1f3fb && r <= 0x1f3ff ||
		strings.ContainsRune("♀♂↔↕", r)
}

// tagged returns the length of the flag of a region that s begins with: a black
// flag, tag letters, and their end (Unicode Technical Standard 51, 1.4.6); 0 where
// there is none.
func tagged(s string) int {
	const flag, end, longest = "\U0001f3f4", '\U000e007f', 6
	if !strings.HasPrefix(s, flag) {
		return 0
	}
	letters := 0
	for i, r := range s[len(flag):] {
		switch {
		case r == end && letters >= 3:
			return len(flag) + i + utf8.RuneLen(r)
		case letters == longest || (r < 0xe0061 || r > 0xe007a) && (r < 0xe0030 || r > 0xe0039):
			return 0
		}
		letters++
	}
	return 0
}
