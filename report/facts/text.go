package facts

import "strings"

// In returns the paragraphs of t in the language tag, or the ones that are the
// same in every language; nil where there are none.
func (t Text) In(tag string) []string {
	if t.by != nil {
		return t.by[tag]
	}
	return t.any
}

// Line returns t in the language tag as one line.
func (t Text) Line(tag string) string { return strings.Join(t.In(tag), " ") }

// IsZero reports whether no text was given.
func (t Text) IsZero() bool { return t.any == nil && t.by == nil }

// Same makes a text that is the same in every language.
func Same(paragraphs ...string) Text { return Text{any: paragraphs} }
