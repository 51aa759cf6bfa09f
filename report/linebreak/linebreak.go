// Package linebreak finds where lines may end: by the rules of Unicode Standard Annex 14, and by words in scripts that
// write no spaces.
//
// The rules are those of github.com/go-text/typesetting. They leave Thai, Lao, Khmer and Burmese (class SA) to
// dictionaries, which no library at hand brings in Go: the words are ICU's, and a stretch is cut into as few of them as
// can be.
package linebreak

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// Opportunities says before which runes a line may begin; one more stands for the end of the text.
func Opportunities(text []rune) []bool {
	out := make([]bool, len(text)+1)
	var s segmenter.Segmenter
	s.Init(text)
	for lines := s.LineIterator(); lines.Next(); {
		l := lines.Line()
		out[l.Offset+len(l.Text)] = true
	}
	for i := 0; i < len(text); {
		script := spaceless(text[i])
		k := i + 1
		for k < len(text) && script != nil && spaceless(text[k]) == script {
			k++
		}
		if script != nil {
			for _, at := range script.cut(text[i:k]) {
				out[i+at] = true
			}
		}
		i = k
	}
	return out
}

// BySpaces reports whether lines end at spaces alone beside r: so it is in Latin, Greek, Cyrillic, Georgian and Hangul.
// Beside any other letter, [Opportunities] says where.
func BySpaces(r rune) bool {
	return (r < 0x590 || r >= 0x10A0 && r <= 0x10FF || r >= 0x1E00 && r <= 0x2BFF || r >= 0xAC00 && r <= 0xD7A3) && r != 0x200F
}

// A Piece stands on one line where it fits.
type Piece struct {
	Text  string // without spaces at its ends
	Space bool   // a space parts it from the piece before it, where both stand on one line
}

// Pieces cuts a line of text where lines may end.
func Pieces(line string) []Piece {
	var out []Piece
	for word := range strings.SplitSeq(line, " ") {
		from := len(out)
		if strings.ContainsFunc(word, func(r rune) bool { return !BySpaces(r) }) {
			out = appendParts(out, []rune(word))
		} else {
			out = append(out, Piece{Text: word})
		}
		out[from].Space = from > 0
	}
	return out
}

// appendParts cuts a word without spaces beside letters that do not break by them.
func appendParts(out []Piece, word []rune) []Piece {
	from := 0
	for i, may := range Opportunities(word) {
		within := i > 0 && i < len(word)
		if i == len(word) || within && may && (!BySpaces(word[i-1]) || !BySpaces(word[i])) && !unicode.Is(unicode.M, word[i]) {
			out = append(out, Piece{Text: string(word[from:i])})
			from = i
		}
	}
	return out
}

// Letters returns where the letters of s end, in bytes, as readers know letters (Unicode Standard Annex 29): with their
// marks, conjuncts and modifiers.
func Letters(s string) []int {
	var text segmenter.Segmenter
	text.Init([]rune(s))
	var ends []int
	end := 0
	for letters := text.GraphemeIterator(); letters.Next(); {
		for _, r := range letters.Grapheme().Text {
			end += utf8.RuneLen(r)
		}
		ends = append(ends, end)
	}
	return ends
}

// A script writes no spaces between words.
type script struct {
	first, last rune
	leads       string // vowels that are written before the consonant they follow
	trails      string // signs that never begin a word
	joins       rune   // binds the consonant behind it to the one before it; 0: none
	kills       rune   // says that a consonant ends a syllable; 0: none
	words       func() dictionary
}

var (
	thai = &script{first: 0xE00, last: 0xE7F, leads: "\u0e40\u0e41\u0e42\u0e43\u0e44",
		trails: "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46", words: words(0xE00)}
	lao = &script{first: 0xE80, last: 0xEFF, leads: "\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4",
		trails: "\u0eaf\u0eb0\u0eb2\u0eb3\u0ebd\u0ec6", words: words(0xE80)}
	khmer   = &script{first: 0x1780, last: 0x17FF, trails: "\u17d7", joins: 0x17D2, words: words(0x1780)}
	burmese = &script{first: 0x1000, last: 0x109F, joins: 0x1039, kills: 0x103A, words: words(0x1000)}
)

// spaceless is the script of a letter or mark that is written without spaces; nil for any other.
func spaceless(r rune) *script {
	if r < thai.first || r > khmer.last || !unicode.In(r, unicode.L, unicode.M) && r != 0x0E2F && r != 0x0EAF {
		return nil
	}
	for _, s := range []*script{thai, lao, khmer, burmese} {
		if r >= s.first && r <= s.last {
			return s
		}
	}
	return nil
}

// begins reports whether a word may begin with the i-th letter.
func (s *script) begins(text []rune, i int) bool {
	in := func(set string, r rune) bool {
		for _, v := range set {
			if v == r {
				return true
			}
		}
		return false
	}
	switch r := text[i]; {
	case i == 0:
		return true
	case unicode.Is(unicode.M, r), in(s.trails, r), in(s.leads, text[i-1]):
		return false
	case s.joins != 0 && text[i-1] == s.joins:
		return false
	}
	for k := i + 1; k < len(text) && (s.joins != 0 || s.kills != 0) && unicode.Is(unicode.M, text[k]); k++ {
		if text[k] == s.kills && s.kills != 0 || text[k] == s.joins && s == burmese {
			return false // the consonant closes the syllable before it
		}
	}
	return true
}

// unknown is what a syllable costs that no word has: more than a word, less than breaking many words to reach it.
const unknown = 3

// cut returns where words begin, but for the first: as few words as can be, the longer first where there is a choice. What
// no word has stays together.
func (s *script) cut(text []rune) []int {
	n := len(text)
	known := s.words()
	starts := make([]bool, n+1)
	for i := range text {
		starts[i] = s.begins(text, i)
	}
	starts[n] = true
	cost, next, named := make([]int, n+1), make([]int, n+1), make([]bool, n+1)
	for i := n - 1; i >= 0; i-- {
		if !starts[i] {
			continue
		}
		end := i + 1
		for !starts[end] {
			end++
		}
		cost[i], next[i] = unknown+cost[end], end
		word := known.encode(text[i:min(i+known.longest, n)])
		for k := 1; k <= len(word); k++ {
			if !starts[i+k] || 1+cost[i+k] > cost[i] {
				continue
			}
			if _, ok := known.words[string(word[:k])]; ok {
				cost[i], next[i], named[i] = 1+cost[i+k], i+k, true
			}
		}
	}
	var out []int
	for i := 0; next[i] < n; i = next[i] {
		if named[i] || named[next[i]] {
			out = append(out, next[i])
		}
	}
	return out
}
