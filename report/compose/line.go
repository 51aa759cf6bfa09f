package compose

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/prose"
)

// A liner writes the inlines of one paragraph or line. It knows the characters on both
// sides, for capitals and quotation marks.
type liner struct {
	c      *composer
	before rune // last character written; '\n' at the beginning
	after  rune // what follows the inlines that are being written; '\n' at the end
	stop   bool // a sentence has ended before the last space

	abbr    map[string]bool // abbreviations written out so far; nil: none are told
	literal bool            // every letter stands as it is written
	double  int             // quotation marks that are open
	single  int
	amid    bool // a straight mark stood between Hebrew letters
	prime   bool // minutes or feet stand in the word: seconds or inches may follow
}

func (w *liner) inlines(in []prose.Inline) []doc.Inline {
	var out []doc.Inline
	for i, n := range in {
		switch n := n.(type) {
		case *prose.Text:
			s := n.S
			if i+1 < len(in) {
				if _, cite := in[i+1].(*prose.Cite); cite {
					s = strings.TrimRight(s, " ")
				}
			}
			out = append(out, w.c.abbreviated(w.typographic(s, w.following(in[i+1:])), w.abbr)...)
		case *prose.Emphasis:
			out = append(out, &doc.Emphasis{Inlines: w.nested(n.Inlines, in[i+1:])})
		case *prose.Strong:
			out = append(out, &doc.Strong{Inlines: w.nested(n.Inlines, in[i+1:])})
		case *prose.Link:
			out = append(out, &doc.Link{URL: address(n.URL), Inlines: w.nested(n.Inlines, in[i+1:])})
		case *prose.Value:
			out = append(out, w.value(n))
		case *prose.Cite:
			out = cluster(out, w.c.cite(n.ID, n.Locator))
		case *prose.Ref:
			out = append(out, w.c.reference(n.ID))
			w.saw('x')
		case *prose.Break:
			out = append(out, doc.Break{})
			w.saw('\n')
		}
	}
	return joined(out)
}

// nested writes inlines that rest follows.
func (w *liner) nested(in, rest []prose.Inline) []doc.Inline {
	after := w.after
	w.after = w.following(rest)
	out := w.inlines(in)
	w.after = after
	return out
}

// following returns the first character of inlines, or a letter where that is written later.
func (w *liner) following(rest []prose.Inline) rune {
	if len(rest) == 0 {
		return w.after
	}
	switch n := rest[0].(type) {
	case *prose.Text:
		for _, r := range n.S {
			return r
		}
	case *prose.Emphasis:
		return w.following(n.Inlines)
	case *prose.Strong:
		return w.following(n.Inlines)
	case *prose.Link:
		return w.following(n.Inlines)
	case *prose.Value, *prose.Ref:
		return 'x'
	}
	return '\n'
}

// cluster adds references to notes to those that stand right before them: each
// once, in the order of their numbers.
func cluster(out, refs []doc.Inline) []doc.Inline {
	at := len(out)
	for at > 0 {
		if _, ok := out[at-1].(*doc.NoteRef); !ok {
			break
		}
		at--
	}
	all := append(slices.Clone(out[at:]), refs...)
	slices.SortStableFunc(all, func(a, b doc.Inline) int { return a.(*doc.NoteRef).Number - b.(*doc.NoteRef).Number })
	all = slices.CompactFunc(all, func(a, b doc.Inline) bool { return *a.(*doc.NoteRef) == *b.(*doc.NoteRef) })
	return append(out[:at], all...)
}

// joined writes references that follow each other as one where their numbers do: "3–5".
func joined(in []doc.Inline) []doc.Inline {
	var out []doc.Inline
	for i := 0; i < len(in); {
		end := i + 1
		for bare(in[i]) && end < len(in) && bare(in[end]) && in[end].(*doc.NoteRef).Number == in[i].(*doc.NoteRef).Number+end-i {
			end++
		}
		if end-i < 3 {
			out = append(out, in[i])
			i++
			continue
		}
		first := in[i].(*doc.NoteRef)
		out = append(out, &doc.NoteRef{Number: first.Number, Through: first.Number + end - i - 1})
		i = end
	}
	return out
}

// bare reports whether an inline is a reference to one note without a locator.
func bare(n doc.Inline) bool {
	ref, ok := n.(*doc.NoteRef)
	return ok && ref.Locator == "" && ref.Through == 0
}

// sorted sorts references by their numbers, each once, and joins them.
func sorted(refs []doc.Inline) []doc.Inline { return joined(cluster(nil, refs)) }

// value writes a fact's value, with a capital at the beginning of a sentence.
func (w *liner) value(n *prose.Value) doc.Inline {
	f := w.c.f.Fact(n.ID)
	s := w.c.w.Part(f, claim.Part(n.Part))
	if w.begins() {
		s = w.c.l.Cap(s)
	}
	for _, r := range s {
		w.saw(r)
	}
	w.c.stands(f)
	if slices.Contains([]claim.Part{"", claim.PartLow, claim.PartBest, claim.PartHigh}, claim.Part(n.Part)) {
		s = w.c.changed(f, s)
	}
	return &doc.Value{Text: s, Card: f.ID}
}

func (w *liner) begins() bool {
	return w.before == '\n' || w.stop || strings.ContainsRune("¿¡", w.before)
}

func (w *liner) saw(r rune) {
	if r == ' ' {
		w.stop = w.stop || strings.ContainsRune(".?!", w.before)
	} else if !strings.ContainsRune("“‘¿¡(", r) {
		w.stop = false
	}
	w.before = r
}
