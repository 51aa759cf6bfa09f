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
	Plurals       []string            `json:"plurals"` // endings
	Units         map[string][]string `json:"units"`   // names of units that exclude each other
	Phrases       map[string][]string `json:"phrases"` // by class
	Function      []string            `json:"function"`

	phrases     map[string][]phrase // by first word
	terms       map[string][]term   // of likelihood, by first word
	month       map[string]int
	unit        map[string]string
	short, tiny map[string]bool // abbreviations; function words
	of, through map[string]bool
	joins       map[string]bool
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
	w.phrases = map[string][]phrase{}
	for _, class := range sorted(w.Phrases) {
		for _, p := range w.Phrases[class] {
			split := strings.Fields(p)
			w.phrases[split[0]] = append(w.phrases[split[0]], phrase{split, class})
		}
	}
	w.month = map[string]int{}
	for i, names := range w.Months {
		for _, n := range names {
			w.month[n] = i + 1
		}
	}
	w.unit = map[string]string{}
	for name, forms := range w.Units {
		for _, form := range forms {
			w.unit[form] = name
		}
	}
	w.short, w.tiny, w.of, w.through, w.joins = set(w.Abbreviations), set(w.Function), set(w.Of), set(w.Through), set(w.Joins)
	w.terms = terms(tag)
	return w
}

// terms returns the expressions of every scale, by their first word.
func terms(tag string) map[string][]term {
	l, err := lang.For(tag)
	if err != nil {
		return nil
	}
	out := map[string][]term{}
	for _, scale := range []string{"icd203", "phia"} {
		for _, t := range facts.Scale(scale) {
			split := strings.Fields(l.Say("likelihood." + t.Name))
			out[split[0]] = append(out[split[0]], term{split, t.Name, scale, t.Row})
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
