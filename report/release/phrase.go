package release

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"sitrep/report/facts"
	"sitrep/report/prose"
)

// A word is a run of letters and digits of a text, as readers see it.
type word struct {
	raw, low string // raw is empty in an id, which is written small
	off      int    // byte of the passage's S; of what is bound -1
}

// words reads a passage. Of Markdown it is what is shown, without its markup;
// what is bound stands between words as one that no text has.
func words(p facts.Passage) []word {
	if !p.Markdown {
		out := appendWords(nil, p.S, func(i int) int { return i })
		for i := range out {
			if p.Key == "id" {
				out[i].raw = ""
			}
		}
		return out
	}
	var out []word
	prose.Walk(p.Blocks, func(in prose.Inline) {
		switch in := in.(type) {
		case *prose.Text:
			out = appendWords(out, in.S, in.At)
		case *prose.Link:
			out = append(appendWords(out, in.URL, func(int) int { return in.Off }), word{off: -1})
		case *prose.Value, *prose.Cite:
			out = append(out, word{off: -1})
		}
	})
	return out
}

func appendWords(out []word, s string, at func(int) int) []word {
	start := -1
	add := func(end int) {
		if start >= 0 {
			out = append(out, word{s[start:end], strings.ToLower(s[start:end]), at(start)})
		}
		start = -1
	}
	for i, c := range s {
		switch {
		case !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c):
			add(i)
		case start < 0:
			start = i
		}
	}
	add(len(s))
	return out
}

// A phrase is a wording that was left out, word by word.
type phrase struct {
	words []word
	of    string // what it is: "title of the source minutes"
	name  bool   // found as it is written or in capitals: in small letters a name may be a common noun
}

// at reports whether the phrase stands at the beginning of words.
func (p *phrase) at(words []word) bool {
	if len(words) < len(p.words) {
		return false
	}
	for i, w := range p.words {
		is := words[i]
		if w.low != is.low || is.off < 0 || p.name && is.raw != "" && is.raw != w.raw && is.raw != strings.ToUpper(w.raw) {
			return false
		}
	}
	return true
}

// An index finds phrases by their first words, in one walk through a text.
type index map[string][]*phrase

func (x index) add(p *phrase) {
	if len(p.words) > 0 {
		x[p.words[0].low] = append(x[p.words[0].low], p)
	}
}

// in gives the phrases that the words say, each with the place of its first word.
func (x index) in(words []word) iter.Seq2[*phrase, int] {
	return func(yield func(*phrase, int) bool) {
		for i, w := range words {
			for _, p := range x[w.low] {
				if p.at(words[i:]) && !yield(p, w.off) {
					return
				}
			}
		}
	}
}

// without returns the index without the phrases that passages say.
func (x index) without(passages iter.Seq[facts.Passage]) index {
	said := map[*phrase]bool{}
	for p := range passages {
		for found := range x.in(words(p)) {
			said[found] = true
		}
	}
	out := index{}
	for first, list := range x {
		if list = slices.DeleteFunc(list, func(p *phrase) bool { return said[p] }); len(list) > 0 {
			out[first] = list
		}
	}
	return out
}
