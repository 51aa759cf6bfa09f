package integrity

import (
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"sitrep/assets"
	"sitrep/report/facts"
	"sitrep/report/facts/tree"
	"sitrep/report/lang"
)

// A wordlist is what the words of a language mean to the checks, by word: the
// contents of assets/lint/TAG.json turned round.
type wordlist struct {
	lexicon map[string]*lexeme
	plurals []string // endings
}

// A phrase is a run of words of one class.
type phrase struct {
	words []string
	class string
}

// A term is an expression of likelihood in the words of the language.
type term struct {
	words []string
	name  string // as in package facts
	scale string
	row   string
}

// A lexeme is all that one word means to the checks.
type lexeme struct {
	phrases              []phrase // that begin with it
	value, hundred, by   float64  // as a numeral, as a multiplier, as a scale
	month                int
	unit                 string
	short, tiny          bool // an abbreviation; a function word
	numbered             bool // an abbreviation before a number
	of, through, joining bool
	suffix               float64 // as a sign of scale glued to digits: 15m
	half                 float64 // as a part of a scale: half a million
	ordinal              int     // as a day of the month: first, primero
	common               bool    // a month that is another word in small letters: may
}

// nothing is what a word means that is on no list.
var nothing lexeme

// look returns what a word in small letters means.
func (w *wordlist) look(s string) *lexeme {
	if l := w.lexicon[s]; l != nil {
		return l
	}
	return &nothing
}

// wordlists reads each list once, when it is first asked for.
var wordlists = sync.OnceValue(func() map[string]func() *wordlist {
	out := map[string]func() *wordlist{}
	for _, tag := range lang.Tags() {
		out[tag] = sync.OnceValue(func() *wordlist { return load(tag) })
	}
	return out
})

// words returns the list for a BCP 47 tag; where there is none, an empty one, in
// which no check finds anything.
func words(tag string) *wordlist {
	t, err := language.Parse(tag)
	if err != nil {
		return &wordlist{}
	}
	base, _ := t.Base()
	if read := wordlists()[base.String()]; read != nil {
		return read()
	}
	return &wordlist{}
}

// load reads a list. Its keys are explained where their words are entered.
func load(tag string) *wordlist {
	w := &wordlist{lexicon: make(map[string]*lexeme, 1200)}
	data, err := assets.Lint.ReadFile("lint/" + tag + ".json")
	if err != nil {
		return w
	}
	root, _ := tree.Parse(string(data))
	for i := range root.Kids {
		switch k := &root.Kids[i]; k.Key {
		case "months":
			for m := range k.Kids {
				w.each(&k.Kids[m], func(x *lexeme) { x.month = m + 1 })
			}
		case "units": // names of units that exclude each other
			for u := range k.Kids {
				w.each(&k.Kids[u], func(x *lexeme) { x.unit = k.Kids[u].Key })
			}
		case "phrases":
			for c := range k.Kids {
				w.class(&k.Kids[c])
			}
		case "plurals":
			for p := range k.Kids {
				w.plurals = append(w.plurals, k.Kids[p].Text)
			}
		default:
			w.single(k)
		}
	}
	return w
}

// each does something with the lexeme of every word of a list.
func (w *wordlist) each(list *tree.Node, do func(*lexeme)) {
	for i := range list.Kids {
		do(w.entry(list.Kids[i].Text))
	}
}

// class enters the phrases of one class.
func (w *wordlist) class(n *tree.Node) {
	for i := range n.Kids {
		for _, words := range spread(n.Kids[i].Text) {
			x := w.entry(words[0])
			x.phrases = append(x.phrases, phrase{words, n.Key})
		}
	}
}

// spread returns the phrases that an entry stands for: "is|are said" is "is said"
// and "are said", and "the |very end" is "the end" and "the very end".
func spread(entry string) [][]string {
	if !strings.Contains(entry, "|") {
		return [][]string{strings.Fields(entry)}
	}
	out := [][]string{nil}
	for _, w := range strings.Fields(entry) {
		var next [][]string
		for _, begun := range out {
			for _, choice := range strings.Split(w, "|") {
				if p := begun[:len(begun):len(begun)]; choice != "" {
					next = append(next, append(p, choice))
				} else {
					next = append(next, p)
				}
			}
		}
		out = next
	}
	return out
}

// single enters the lists of single words, and the words that are numbers.
func (w *wordlist) single(n *tree.Node) {
	switch n.Key {
	case "numerals": // two, twenty, doscientos
		w.numbers(n, func(x *lexeme, v float64) { x.value = v })
	case "hundreds": // multiply what stands before
		w.numbers(n, func(x *lexeme, v float64) { x.hundred = v })
	case "scales": // thousand, millones
		w.numbers(n, func(x *lexeme, v float64) { x.by = v })
	case "suffixes": // 15m, 120k, 3.4bn
		w.numbers(n, func(x *lexeme, v float64) { x.suffix = v })
	case "halves": // half a million, dos millones y medio
		w.numbers(n, func(x *lexeme, v float64) { x.half = v })
	case "ordinals": // the first of May
		for i := range n.Kids {
			w.entry(n.Kids[i].Text).ordinal = i + 1
		}
	case "common": // months that are other words in small letters
		w.each(n, func(x *lexeme) { x.common = true })
	case "joins": // two hundred and six
		w.each(n, func(x *lexeme) { x.joining = true })
	case "of": // 3 de mayo de 2024
		w.each(n, func(x *lexeme) { x.of = true })
	case "through": // 3 to 5 May
		w.each(n, func(x *lexeme) { x.through = true })
	case "abbreviations":
		w.each(n, func(x *lexeme) { x.short = true })
	case "numbered": // abbreviations that stand before a number
		w.each(n, func(x *lexeme) { x.numbered = true })
	case "function": // words by which a language is known
		w.each(n, func(x *lexeme) { x.tiny = true })
	}
}

func (w *wordlist) numbers(n *tree.Node, set func(*lexeme, float64)) {
	for i := range n.Kids {
		v, _ := strconv.ParseFloat(n.Kids[i].Text, 64)
		set(w.entry(n.Kids[i].Key), v)
	}
}

// entry returns the lexeme of a word, to be added to.
func (w *wordlist) entry(s string) *lexeme {
	x := w.lexicon[s]
	if x == nil {
		x = &lexeme{}
		w.lexicon[s] = x
	}
	return x
}

// likelihoods returns the expressions of every scale, by their first word.
func likelihoods(l *lang.Language) map[string][]term {
	out := map[string][]term{}
	for _, scale := range []string{"icd203", "phia"} {
		for _, t := range facts.Scale(scale) {
			words := strings.Fields(l.Say("likelihood." + t.Name))
			out[words[0]] = append(out[words[0]], term{words, t.Name, scale, t.Row})
		}
	}
	return out
}

func set(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}
