package lang

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// inLine are the scripts whose letters stand one after the other from left to
// right, each in its one shape. Of any other script, one that Unicode adds some
// day too, that is not taken for granted.
var inLine = []*unicode.RangeTable{unicode.Common, unicode.Inherited, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hangul,
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Yi, unicode.Armenian, unicode.Georgian, unicode.Ethiopic,
	unicode.Cherokee, unicode.Canadian_Aboriginal, unicode.Coptic, unicode.Glagolitic, unicode.Gothic, unicode.Runic, unicode.Ogham,
	unicode.Deseret, unicode.Shavian, unicode.Osage, unicode.Lisu, unicode.Vai, unicode.Bamum, unicode.Ol_Chiki, unicode.Braille}

// firstShaped is the first rune of such a script (Hebrew): nothing below need be looked up.
const firstShaped = 0x0590

// ShapedScript returns the script of a letter, sign or digit ("Arabic"; Unicode
// Standard Annex 24) where that script is written from right to left, or its
// letters join, stack or change places; empty for every other rune. Without the
// rules of the script such letters would stand wrong, not merely plain.
func ShapedScript(r rune) string {
	if r < firstShaped || unicode.In(r, inLine...) || !unicode.In(r, unicode.L, unicode.M, unicode.N) {
		return ""
	}
	var names []string
	for name, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "a script of its own"
	}
	return strings.ReplaceAll(slices.Min(names), "_", " ")
}

// ShapedWords gives the offset of each run of such letters in s, and the run.
func ShapedWords(s string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		from := -1
		for i, r := range s {
			shaped := r >= firstShaped && ShapedScript(r) != ""
			switch {
			case shaped && from < 0:
				from = i
			case !shaped && from >= 0:
				if !yield(from, s[from:i]) {
					return
				}
				from = -1
			}
		}
		if from >= 0 {
			yield(from, s[from:])
		}
	}
}

// ShapedScriptOf returns the script of the beginning of s; see [ShapedScript].
func ShapedScriptOf(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	return ShapedScript(r)
}
