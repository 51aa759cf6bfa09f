package release

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// A spacing says how a script parts its words.
type spacing uint8

const (
	spaced    spacing = iota // by spaces: a word is a run of letters and digits
	syllables                // by spaces, with endings on names: Hangul
	ideograms                // by nothing: Han, kana
	letters                  // by nothing, of letters: Thai, Khmer and others
)

// noSpaces are the scripts of letters that write no spaces between words (Unicode Standard Annex 14, class SA, and the
// scripts of class AK).
var noSpaces = []*unicode.RangeTable{unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan, unicode.Tai_Tham,
	unicode.New_Tai_Lue, unicode.Tai_Le, unicode.Tai_Viet, unicode.Javanese, unicode.Balinese}

// spacingOf returns how the script of a letter parts words.
func spacingOf(r rune) spacing {
	switch {
	case r < 0xe00:
		return spaced
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == 'ー':
		return ideograms
	case unicode.Is(unicode.Hangul, r):
		return syllables
	case unicode.In(r, noSpaces...):
		return letters
	}
	return spaced
}

// A word is a run of letters and digits; of a script without spaces, and of Hangul, one letter with its marks, or one syllable.
type word struct {
	raw         string // as it is written
	off         int    // byte of the surface
	by          spacing
	first, last bool // nothing of the same spacing touches it before, behind
}

// words divides a surface; a sign that stands for what is bound is a word that no text has.
func (s *surface) words() []word {
	var out []word
	start, cur := -1, spaced
	first := false
	add := func(end int, last bool) {
		if start >= 0 {
			out = append(out, word{s.text[start:end], start, cur, first, last})
		}
		start = -1
	}
	for i, c := range s.text {
		by := spacingOf(c)
		switch mark := unicode.IsMark(c); {
		case c == '\uFFFC':
			add(i, true)
			out = append(out, word{"\uFFFC", i, spaced, true, true})
		case !mark && !unicode.IsLetter(c) && !unicode.IsDigit(c):
			add(i, true)
		case start < 0:
			start, cur, first = i, by, true
		case mark, by == cur && (by == spaced || joinsSyllable(c)):
		default:
			add(i, by != cur)
			start, first = i, by != cur
			cur = by
		}
	}
	add(len(s.text), true)
	return out
}

// joinsSyllable reports whether a letter of Hangul is a vowel or a final consonant, which belongs to the syllable before it
// (The Unicode Standard, 3.12).
func joinsSyllable(r rune) bool { return r >= 0x1160 && r <= 0x11ff || r >= 0xd7b0 && r <= 0xd7ff }

// weight is how much a word counts towards the words and the letters of a wording: what of a script without spaces
// is as long as a word of one with spaces has about two signs of Han, or four letters of Thai.
func (w word) weight() (quarters, size int) {
	size = len([]rune(w.raw))
	switch w.by {
	case syllables:
		if w.last {
			return 4, 2
		}
		return 0, 2
	case ideograms:
		return 2, 2
	case letters:
		return 1, size
	}
	return 4, size
}

// lettersOf is how many letters words have, as weight counts them.
func lettersOf(words []word) int {
	n := 0
	for _, w := range words {
		_, size := w.weight()
		n += size
	}
	return n
}

// plainLetters are letters that no decomposition of Unicode parts into a plain one and its mark, and what is written for
// them where a keyboard has none.
var plainLetters = strings.NewReplacer("ł", "l", "Ł", "L", "ø", "o", "Ø", "O", "đ", "d", "Đ", "D", "ð", "d", "Ð", "D", "ħ", "h", "Ħ", "H",
	"þ", "th", "Þ", "Th", "æ", "ae", "Æ", "Ae", "œ", "oe", "Œ", "Oe", "ı", "i", "ß", "ss", "ẞ", "Ss")

// bare returns a word without the marks that writers leave out (accents, points of vowels), its capitals kept. The marks
// of scripts whose vowels are marks stay, and those of kana.
func bare(raw string) string {
	return plainLetters.Replace(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) && unicode.In(r, unicode.Inherited, unicode.Cyrillic, unicode.Hebrew, unicode.Arabic, unicode.Syriac) &&
			r != '\u3099' && r != '\u309a' {
			return -1
		}
		return r
	}, norm.NFKD.String(raw)))
}

// folded returns a word as words are compared: without marks, and by full case folding (The Unicode Standard, 3.13).
func folded(raw string) string {
	for i := 0; i < len(raw); i++ {
		if raw[i] >= 0x80 {
			return cases.Fold().String(bare(raw))
		}
	}
	return strings.ToLower(raw)
}

// capitals reports whether a word is written in capitals, where its script has some; ß stands among them.
func capitals(raw string) bool {
	return !strings.ContainsFunc(raw, func(r rune) bool { return unicode.IsLower(r) && r != 'ß' && unicode.ToUpper(r) != r })
}

// allSpaced reports whether words are all of scripts with spaces.
func allSpaced(words []word) bool {
	return !slices.ContainsFunc(words, func(w word) bool { return w.by != spaced })
}
