package integrity

import (
	"encoding/json"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"sitrep/assets"
	"sitrep/report/facts"
	"sitrep/report/lang"
)

// A wordlist is what the words of a language mean to the checks, as it stands in
// assets/lint/TAG.json.
type wordlist struct {
	Numerals      map[string]float64  `json:"numerals"` // two, twenty, doscientos
	Hundreds      map[string]float64  `json:"hundreds"` // multiply what stands before: hundred
	Scales        map[string]float64  `json:"scales"`   // thousand, millones
	Joins         []string            `json:"joins"`    // within a numeral: two hundred and six
	Months        [][]string          `json:"months"`   // of each month its names
	Of            []string            `json:"of"`       // 3 de mayo de 2024
	Through       []string            `json:"through"`  // 3 to 5 May
	Abbreviations []string            `json:"abbreviations"`
	Numbered      []string            `json:"numbered"` // abbreviations that stand before a number
	Plurals       []string            `json:"plurals"`  // endings
	Units         map[string][]string `json:"units"`    // names of units that exclude each other
	Phrases       map[string][]string `json:"phrases"`  // by class
	Function      []string            `json:"function"`

	lexicon map[string]*lexeme // all of it, by word
}

// A lexeme is all that one word means to the checks.
type lexeme struct {
	phrases              []phrase // that begin with it
	terms                []term   // of likelihood, that begin with it
	value, hundred, by   float64  // as a numeral, as a multiplier, as a scale
	month                int
	unit                 string
	short, tiny          bool // an abbreviation; a function word
	numbered             bool // an abbreviation before a number
	of, through, joining bool
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

func load(tag string) *wordlist {
	w := &wordlist{}
	data, err := assets.Lint.ReadFile("lint/" + tag + ".json")
	if err != nil || json.Unmarshal(data, w) != nil {
		return &wordlist{}
	}
	w.lexicon = make(map[string]*lexeme, 1200)
	w.name()
	for _, class := range sorted(w.Phrases) {
		for _, p := range w.Phrases[class] {
			split := strings.Fields(p)
			x := w.entry(split[0])
			x.phrases = append(x.phrases, phrase{split, class})
		}
	}
	w.likelihoods(tag)
	return w
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

// name enters the single words.
func (w *wordlist) name() {
	for s, v := range w.Numerals {
		w.entry(s).value = v
	}
	for s, v := range w.Hundreds {
		w.entry(s).hundred = v
	}
	for s, v := range w.Scales {
		w.entry(s).by = v
	}
	for i, names := range w.Months {
		for _, s := range names {
			w.entry(s).month = i + 1
		}
	}
	for name, forms := range w.Units {
		for _, s := range forms {
			w.entry(s).unit = name
		}
	}
	mark := func(words []string, set func(*lexeme)) {
		for _, s := range words {
			set(w.entry(s))
		}
	}
	mark(w.Abbreviations, func(x *lexeme) { x.short = true })
	mark(w.Numbered, func(x *lexeme) { x.numbered = true })
	mark(w.Function, func(x *lexeme) { x.tiny = true })
	mark(w.Of, func(x *lexeme) { x.of = true })
	mark(w.Through, func(x *lexeme) { x.through = true })
	mark(w.Joins, func(x *lexeme) { x.joining = true })
}

// likelihoods enters the expressions of every scale.
func (w *wordlist) likelihoods(tag string) {
	l, err := lang.For(tag)
	if err != nil {
		return
	}
	for _, scale := range []string{"icd203", "phia"} {
		for _, t := range facts.Scale(scale) {
			split := strings.Fields(l.Say("likelihood." + t.Name))
			x := w.entry(split[0])
			x.terms = append(x.terms, term{split, t.Name, scale, t.Row})
		}
	}
}

func set(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}
