package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/doc"
	"sitrep/report/sanitize"
)

// A script is one that tells the language, or at least that it is another than the text's.
type script struct {
	letters *unicode.RangeTable
	tag     string // of the language, else of the script alone (BCP 47, 2.2.3)
}

func scripts() []script {
	return []script{{unicode.Hangul, "ko"}, {unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Han, "und-Hani"},
		{unicode.Cyrillic, "und-Cyrl"}, {unicode.Greek, "el"}, {unicode.Hebrew, "und-Hebr"}, {unicode.Arabic, "und-Arab"},
		{unicode.Armenian, "hy"}, {unicode.Georgian, "ka"}, {unicode.Thai, "th"}, {unicode.Devanagari, "und-Deva"}}
}

// firstOther is the first letter of a script that is not Latin (Greek): nothing below need be looked up.
const firstOther = 0x0370

// letterTag returns the tag that a letter tells; "" for Latin and for what is no letter.
func letterTag(r rune) string {
	if r < firstOther {
		return ""
	}
	for _, s := range scripts() {
		if unicode.Is(s.letters, r) {
			return s.tag
		}
	}
	return ""
}

// scriptTag returns the language of a name where its script tells it, else the
// script alone; "" for what reads as any Latin text.
func scriptTag(name string) string {
	for _, r := range name {
		if tag := letterTag(r); tag != "" {
			return tag
		}
	}
	return ""
}

// text writes s, words in other scripts marked with the language that their script tells
// (WCAG 2.2, 3.1.2).
func (c *composer) text(s string) []doc.Inline {
	if s == "" {
		return nil
	}
	var out []doc.Inline
	from := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if n := isolated(s[i:]); n > 0 {
			out = append(append(out, letters(s[from:i])...), c.apart(s[i:i+n])...)
			i += n
			from = i
			continue
		}
		tag := letterTag(r)
		if tag == "" || tag == c.script {
			i += size
			continue
		}
		n, tag := foreignRun(s[i:], tag)
		end := i + n
		if tag == "el" && n == size { // a letter alone is a sign: Ω, σ
			i = end
			continue
		}
		out = append(out, letters(s[from:i])...)
		out = append(out, &doc.Foreign{Tag: tag, Inlines: letters(s[i:end])})
		i, from = end, end
	}
	return directed(append(out, letters(s[from:])...))
}

// isolated is how long the isolate at the beginning of s is, with its marks; 0 where none begins.
func isolated(s string) int {
	if !strings.HasPrefix(s, string(sanitize.FirstStrong)) {
		return 0
	}
	before, _, closed := strings.Cut(s, string(sanitize.PopIsolate))
	if !closed {
		return 0
	}
	return len(before) + len(string(sanitize.PopIsolate))
}

// apart writes an isolate as one piece, so that its numbers and signs stay in it: in the language of its
// script, but where it has Latin letters too.
func (c *composer) apart(s string) []doc.Inline {
	tag := scriptTag(s)
	if tag == "" || tag == c.script || strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
		return letters(s)
	}
	return []doc.Inline{&doc.Foreign{Tag: tag, Inlines: letters(s)}}
}

// foreignRun returns how long the words of the script at the beginning of s are, up to
// the last letter of it before one of another script or before brackets and quotation
// marks, and the tag of all of them: Han letters beside kana are Japanese.
func foreignRun(s, tag string) (int, string) {
	end := 0
	for i, r := range s {
		t := letterTag(r)
		switch {
		case t == tag, end > 0 && unicode.In(r, unicode.Mn, unicode.Lm):
			end = i + utf8.RuneLen(r)
		case tag == "ja" && t == "und-Hani", tag == "und-Hani" && t == "ja":
			end, tag = i+utf8.RuneLen(r), "ja"
		case unicode.IsLetter(r), strings.ContainsRune("“”«»()[]\"", r):
			return end, tag
		}
	}
	return end, tag
}
