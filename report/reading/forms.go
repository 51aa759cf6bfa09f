package reading

import (
	"slices"
	"strings"

	"sitrep/report/facts/tree"
)

// A form is a form of verbs.
type form uint8

// The forms of verbs, by the keys of a word list.
const (
	participle form = 1 << iota // done, hecho
	past                        // did, hizo
	future                      // hará
	infinitive                  // hacer
)

// formOf is the form that a key of a word list names, or 0.
func formOf(key string) form {
	return map[string]form{"participle": participle, "past": past, "future": future, "infinitive": infinitive}[key]
}

// A forms holds how the verbs of a language are told apart: by endings, and by words that
// have the form without the ending, or the ending without the form.
type forms struct {
	endings map[form][]string
	with    map[string]form
	without map[string]form
}

// readForms reads the key "forms" of a word list: by form, its endings (-ed), its words
// (made), and the words that look like it and are not (!bed).
func readForms(n *tree.Node) forms {
	out := forms{map[form][]string{}, map[string]form{}, map[string]form{}}
	for i := range n.Kids {
		f := formOf(n.Kids[i].Key)
		for j := range n.Kids[i].Kids {
			for word := range strings.FieldsSeq(n.Kids[i].Kids[j].Text) {
				switch word[0] {
				case '-':
					out.endings[f] = append(out.endings[f], word[1:])
				case '!':
					out.without[word[1:]] |= f
				default:
					out.with[word] |= f
				}
			}
		}
	}
	return out
}

// is reports whether a word in small letters has a form. An ending stands behind a letter
// at least.
func (x forms) is(word string, f form) bool {
	if x.with[word]&f != 0 || x.without[word]&f != 0 {
		return x.with[word]&f != 0
	}
	return slices.ContainsFunc(x.endings[f], func(end string) bool { return len(word) > len(end) && strings.HasSuffix(word, end) })
}

// Participle reports whether a word may be the participle of the perfect.
func (w *WordList) Participle(word string) bool { return w.forms.is(word, participle) }

// Past reports whether a word may be a verb in the past tense.
func (w *WordList) Past(word string) bool { return w.forms.is(word, past) }

// Future reports whether a word is a verb in the future or the conditional by its form.
func (w *WordList) Future(word string) bool { return w.forms.is(word, future) }

// Infinitive reports whether a word is an infinitive by its form.
func (w *WordList) Infinitive(word string) bool { return w.forms.is(word, infinitive) }

// Any reports whether there is a word list for the language.
func (w *WordList) Any() bool { return len(w.lexicon) > 0 }

// A roles holds words by the number of the part that they name. Beginnings of words end in a
// hyphen.
type roles map[string]int

func (x roles) add(words string, n int) {
	for w := range strings.FieldsSeq(words) {
		x[w] = n
	}
}

// Part returns the number of the part that a word names, of those that take part in the
// matters of the news (judge, jury, prosecution, …), or 0.
func (w *WordList) Part(word string) int {
	if n := w.roles[word]; n > 0 || len(w.roles) == 0 {
		return n
	}
	for i := range word + "-" {
		if n := w.roles[word[:i]+"-"]; i > 2 && n > 0 {
			return n
		}
	}
	return 0
}
