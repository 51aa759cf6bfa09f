package compose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/doc"
	"sitrep/report/font"
	"sitrep/report/sanitize"
)

// directed makes one piece of what runs from right to left, with the signs, numbers, values and notes that stand in it: parted
// there, its clauses would follow each other from left to right. A text that begins so, and is so for the most part, is one
// piece as a whole (Unicode Standard Annex 9, rules P2 and P3).
func directed(in []doc.Inline) []doc.Inline {
	if !slices.ContainsFunc(in, back) {
		return in
	}
	if runsBack(in) {
		return []doc.Inline{piece(in)}
	}
	var out []doc.Inline
	for len(in) > 0 {
		end := slices.IndexFunc(in, lineEnd)
		switch {
		case end == 0:
			out, in = append(out, in[0]), in[1:]
			continue
		case end < 0:
			end = len(in)
		}
		out = append(out, directedLine(in[:end])...)
		in = in[end:]
	}
	return out
}

func runsBack(in []doc.Inline) bool {
	return font.Leftward(doc.Own(in))
}

// directedLine makes pieces of the parts of a line that run from right to left, or one of the whole.
func directedLine(in []doc.Inline) []doc.Inline {
	if runsBack(in) {
		return []doc.Inline{piece(in)}
	}
	var out []doc.Inline
	for len(in) > 0 {
		if !back(in[0]) {
			out, in = append(out, in[0]), in[1:]
			continue
		}
		end := 1
		for i := end; i < len(in) && !forth(in[i]); i++ {
			if back(in[i]) {
				end = i + 1
			}
		}
		one := in[:end]
		if in = in[end:]; end > 1 {
			one, in = closed(one, in)
			one = []doc.Inline{piece(one)}
		}
		out = append(out, one...)
	}
	return out
}

func lineEnd(n doc.Inline) bool {
	_, ok := n.(doc.Break)
	return ok
}

// back reports whether all letters of an inline, of which there are some, run from right to left.
func back(n doc.Inline) bool {
	return !forth(n) && strings.ContainsFunc(doc.Own([]doc.Inline{n}), sanitize.RunsBack)
}

// forth reports whether an inline has letters that run from left to right, but in values and notes.
func forth(n doc.Inline) bool {
	return strings.ContainsFunc(doc.Own([]doc.Inline{n}), func(r rune) bool { return unicode.IsLetter(r) && !sanitize.RunsBack(r) })
}

// closed moves the brackets and quotation marks that close what a piece has opened from the text behind into it.
func closed(one, rest []doc.Inline) ([]doc.Inline, []doc.Inline) {
	if len(rest) == 0 {
		return one, rest
	}
	after, ok := rest[0].(doc.Text)
	if !ok {
		return one, rest
	}
	said, n := doc.Own(one), 0
	for _, r := range string(after) {
		at := strings.IndexRune(closers, r)
		if at < 0 || strings.Count(said, pairOf(at)) <= strings.Count(said, string(r)) {
			break
		}
		said += string(r)
		n += utf8.RuneLen(r)
	}
	if n == 0 {
		return one, rest
	}
	return append(slices.Clone(one), after[:n]), append(letters(string(after[n:])), rest[1:]...)
}

// openers and closers are brackets and quotation marks, in pairs.
const openers, closers = "([{«“‘‹", ")]}»”’›"

func pairOf(at int) string {
	return string([]rune(openers)[utf8.RuneCountInString(closers[:at])])
}

// piece is inlines in the language of the first that has one of another script; those within that have the same are part of it.
func piece(in []doc.Inline) *doc.Foreign {
	out := &doc.Foreign{Tag: tagOf(in)}
	for _, n := range in {
		if f, ok := n.(*doc.Foreign); ok && f.Tag == out.Tag {
			for _, part := range f.Inlines {
				out.Inlines = joinText(out.Inlines, part)
			}
			continue
		}
		out.Inlines = joinText(out.Inlines, n)
	}
	return out
}

// tagOf is the language tag of the first letter that runs from right to left.
func tagOf(in []doc.Inline) string {
	for _, r := range doc.Own(in) {
		if sanitize.RunsBack(r) && unicode.IsLetter(r) {
			return letterTag(r)
		}
	}
	return ""
}

// joinText adds an inline, a text to the text before it.
func joinText(out []doc.Inline, n doc.Inline) []doc.Inline {
	if t, ok := n.(doc.Text); ok && len(out) > 0 {
		if before, ok := out[len(out)-1].(doc.Text); ok {
			out[len(out)-1] = before + t
			return out
		}
	}
	return append(out, n)
}
