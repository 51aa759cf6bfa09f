package facts

import (
	"iter"
	"slices"
	"strings"

	"sitrep/report/facts/tree"
	"sitrep/report/prose"
)

// A Text is a string, paragraphs, or either per language. The zero Text says nothing.
type Text struct {
	any *wording
	by  []wording
}

// A wording is a text in one language.
type wording struct {
	tag        string // empty: the same in every language
	paragraphs []string
	blocks     []prose.Block
}

func (t Text) in(tag string) *wording {
	for i := range t.by {
		if t.by[i].tag == tag {
			return &t.by[i]
		}
	}
	return t.any
}

// all returns the text in every language that it has.
func (t Text) all() []*wording {
	if t.any != nil {
		return []*wording{t.any}
	}
	out := make([]*wording, len(t.by))
	for i := range t.by {
		out[i] = &t.by[i]
	}
	return out
}

// In returns the paragraphs of t in the language tag, or the ones that are the
// same in every language; nil where there are none. Whoever appends to them has a list of his own.
func (t Text) In(tag string) []string {
	if w := t.in(tag); w != nil {
		return slices.Clip(w.paragraphs)
	}
	return nil
}

// Blocks returns the blocks of a text that is Markdown, as [prose.Parse] read
// them when the file was loaded, all paragraphs one after the other. A plain text
// that holds markers has a paragraph for each string with one ([prose.Line]).
func (t Text) Blocks(tag string) []prose.Block {
	if w := t.in(tag); w != nil {
		return w.blocks
	}
	return nil
}

// Line returns t in the language tag as one line.
func (t Text) Line(tag string) string {
	switch p := t.In(tag); len(p) {
	case 0:
		return ""
	case 1:
		return p[0]
	default:
		return strings.Join(p, " ")
	}
}

// Inlines returns t in the language tag as one line, its markers read.
func (t Text) Inlines(tag string) []prose.Inline {
	var out []prose.Inline
	for i, p := range t.In(tag) {
		if i > 0 {
			out = append(out, &prose.Text{S: " "})
		}
		in, _ := prose.Line(p) // its faults forbade to load
		out = append(out, in...)
	}
	return out
}

// IsZero reports whether no text was given.
func (t Text) IsZero() bool { return t.any == nil && t.by == nil }

// A Passage is one string of the file that readers see: a paragraph, in one language.
type Passage struct {
	Pointer  string        // JSON pointer of the string
	Owner    string        // id of what it belongs to: a fact, source, judgement, section, chart, actor …; the briefing's id for its head
	Key      string        // the key it stands under: title, text, note …
	Lang     string        // BCP 47; empty: the same in every language
	S        string        // what the string says
	Markdown bool          // read as Markdown; else shown letter for letter, but for markers
	Blocks   []prose.Block // of Markdown, or of a line that holds markers; the offsets in it count bytes of S
}

// passage is a Passage before its pointer is asked for.
type passage struct {
	node             *tree.Node
	owner, key, lang string
	manner           manner
	blocks           []prose.Block
	pointer          string // JSON pointer; once all is read
}

// Texts gives every string that readers see, in file order. Plain strings that
// are the same in every language by nature (a source's title, an author) are not
// among them: they are names.
func (f *File) Texts() iter.Seq[Passage] {
	return func(yield func(Passage) bool) {
		for i := range f.passages {
			p := &f.passages[i]
			if !yield(Passage{Pointer: p.pointer, Owner: p.owner, Key: p.key, Lang: p.lang,
				S: p.node.Text, Markdown: p.manner.marksUp(), Blocks: p.blocks}) {
				return
			}
		}
	}
}
