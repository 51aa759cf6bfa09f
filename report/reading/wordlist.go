package reading

import (
	"iter"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"sitrep/assets"
	"sitrep/report/facts/tree"
	"sitrep/report/lang"
)

// A WordList is what the words of a language mean to the checks, by word: the
// contents of assets/lint/TAG.json turned round.
type WordList struct {
	lexicon map[string]*lexeme
	phrases []phrase  // of all words, in the order of the list
	room    []lexeme  // memory for those that come
	senses  []meaning // memory for what they mean
	Plurals []string  // endings
	forms   forms     // of verbs
	roles   roles     // by word, who it is
	kin     kinship   // words that exclude each other
}

// Empty reports whether the language has no words here: no check finds any.
func (w *WordList) Empty() bool { return len(w.lexicon) == 0 }

// wordlists reads each list once, when it is first asked for.
var wordlists = sync.OnceValue(func() map[string]func() *WordList {
	out := map[string]func() *WordList{}
	for _, tag := range lang.Tags() {
		out[tag] = sync.OnceValue(func() *WordList { return readList(tag) })
	}
	return out
})

// WordsFor returns the list for a BCP 47 tag; where there is none, an empty one, in
// which no check finds anything.
func WordsFor(tag string) *WordList {
	t, err := language.Parse(tag)
	if err != nil {
		return &WordList{}
	}
	base, _ := t.Base()
	if read := wordlists()[base.String()]; read != nil {
		return read()
	}
	return &WordList{}
}

// readList reads a list. Its keys are explained where their words are entered.
func readList(tag string) *WordList {
	w := &WordList{lexicon: map[string]*lexeme{}}
	data, err := assets.Lint.ReadFile("lint/" + tag + ".json")
	if err != nil {
		return w
	}
	w.lexicon = make(map[string]*lexeme, len(data)/24)
	w.phrases = make([]phrase, 1, len(data)/11) // the first stands for none
	root, _ := tree.Parse(string(data))
	for i := range root.Kids {
		w.key(&root.Kids[i])
	}
	return w
}

// key enters the words of one key of a list.
func (w *WordList) key(k *tree.Node) {
	switch k.Key {
	case "months":
		for m := range k.Kids {
			w.each(&k.Kids[m], func(x *meaning) { x.Month = m + 1 })
		}
	case "units": // names of units that exclude each other
		for u := range k.Kids {
			w.each(&k.Kids[u], func(x *meaning) { x.Unit = k.Kids[u].Key })
		}
	case "powers": // square metres, metros cúbicos
		for u := range k.Kids {
			w.each(&k.Kids[u], func(x *meaning) { x.power = k.Kids[u].Key })
		}
	case "phrases":
		for c := range k.Kids {
			w.class(&k.Kids[c])
		}
	case "periodWords":
		for u := range k.Kids {
			w.each(&k.Kids[u], func(x *meaning) { x.Period = k.Kids[u].Key })
		}
	case "weekdays": // from Monday
		for d := range k.Kids {
			w.each(&k.Kids[d], func(x *meaning) { x.Weekday = d + 1 })
		}
	case "ratios": // twice, a third of
		w.valued(k, "ratio")
	case "yearParts": // first half (12: the first of two), third quarter (34)
		w.valued(k, "yearPart")
	case "opposites": // pairs of lists: the side is the sign of the phrase's value
		for kind := range k.Kids {
			for i := range k.Kids[kind].Kids {
				w.opposites(&k.Kids[kind].Kids[i], float64(i+1)+float64(kind)*Turns)
			}
		}
	case "plurals":
		for p := range k.Kids {
			w.Plurals = append(w.Plurals, k.Kids[p].Text)
		}
	default:
		w.single(k)
	}
}

// Turns is from where the values of opposites are those of words that turn a sentence round
// (before and after, accepted and rejected); below it are names of things (imports and exports).
const Turns = 1000

// valued enters phrases that have a value.
func (w *WordList) valued(list *tree.Node, class string) {
	for i := range list.Kids {
		v, _ := strconv.ParseFloat(list.Kids[i].Text, 64)
		w.begin(list.Kids[i].Key, class, v)
	}
}

// opposites enters a pair of lists of phrases that say the opposite of each other.
func (w *WordList) opposites(pair *tree.Node, value float64) {
	for side := range pair.Kids {
		for i := range pair.Kids[side].Kids {
			w.begin(pair.Kids[side].Kids[i].Text, "opposite", value)
		}
		value = -value
	}
}

// groups enters the forms of verbs, the words that exclude each other, and those who take part in what is told (judges, juries,
// prosecutors).
func (w *WordList) groups(k *tree.Node) {
	switch k.Key {
	case "forms":
		w.forms = readForms(k)
		return
	case "kin":
		w.kin = readKin(k)
		return
	}
	w.roles = roles{}
	for p := range k.Kids {
		w.roles.add(k.Kids[p].Text, p+1)
	}
}

// each does something with the meaning of every word of a list.
func (w *WordList) each(list *tree.Node, do func(*meaning)) {
	for i := range list.Kids {
		do(w.sense(list.Kids[i].Text))
	}
}

// class enters the phrases of one class.
func (w *WordList) class(n *tree.Node) {
	for i := range n.Kids {
		w.begin(n.Kids[i].Text, n.Key, 0)
	}
}

// begin enters the phrases that an entry of a list stands for, each under its first word.
func (w *WordList) begin(entry, class string, value float64) {
	if !strings.Contains(entry, "|") {
		w.phrase(entry, class, value)
		return
	}
	spread(nil, entry, func(text string) { w.phrase(text, class, value) })
}

func (w *WordList) phrase(text, class string, value float64) {
	first, more, _ := strings.Cut(text, " ")
	x, at := w.entry(first), int32(len(w.phrases))
	p := phrase{more: more, class: class, value: value, length: int32(strings.Count(text, " ")) + 1}
	w.phrases = append(w.phrases, p)
	if x.first == 0 {
		x.first = at
	} else {
		w.phrases[x.last].follow = at
	}
	x.last = at
}

// beginning gives the phrases that begin with a word, in the order of the list, with their words.
func (w *WordList) beginning(word string) iter.Seq2[string, *phrase] {
	return func(yield func(string, *phrase) bool) {
		for at := w.Look(word).first; at > 0; at = w.phrases[at].follow {
			if p := &w.phrases[at]; !yield(strings.TrimSuffix(word+" "+p.more, " "), p) {
				return
			}
		}
	}
}

// spread gives the phrases that an entry stands for: "is|are said" is "is said"
// and "are said", and "the |very end" is "the end" and "the very end". What was begun of them stands before each.
func spread(begun []byte, entry string, give func(string)) {
	word, rest, more := strings.Cut(entry, " ")
	for choice := range strings.SplitSeq(word, "|") {
		text := begun
		if len(text) > 0 && choice != "" {
			text = append(text, ' ')
		}
		if text = append(text, choice...); more {
			spread(text, rest, give)
		} else {
			give(string(text))
		}
	}
}

// single enters the lists of single words, and the words that are numbers.
func (w *WordList) single(n *tree.Node) {
	switch n.Key {
	case "forms", "roles", "kin":
		w.groups(n)
	case "numerals": // two, twenty, doscientos
		w.numbers(n, func(x *meaning, v float64) { x.Value = v })
	case "hundreds": // multiply what stands before
		w.numbers(n, func(x *meaning, v float64) { x.hundred = v })
	case "scales": // thousand, millones
		w.numbers(n, func(x *meaning, v float64) { x.By = v })
	case "suffixes": // 15m, 120k, 3.4bn
		w.numbers(n, func(x *meaning, v float64) { x.Suffix = v })
	case "halves": // half a million, dos millones y medio
		w.numbers(n, func(x *meaning, v float64) { x.half = v })
	case "ordinals": // the first of May
		for i := range n.Kids {
			w.sense(n.Kids[i].Text).ordinal = i + 1
		}
	case "common": // months that are other words in small letters
		w.each(n, func(x *meaning) { x.Common = true })
	case "joins": // two hundred and six
		w.each(n, func(x *meaning) { x.Joining = true })
	case "of": // 3 de mayo de 2024
		w.each(n, func(x *meaning) { x.Of = true })
	case "through": // 3 to 5 May
		w.each(n, func(x *meaning) { x.through = true })
	case "abbreviations":
		w.each(n, func(x *meaning) { x.short = true })
	case "numbered": // abbreviations that stand before a number
		w.each(n, func(x *meaning) { x.numbered = true })
	case "bodies": // the ministry, la policía
		w.each(n, func(x *meaning) { x.body = true })
	case "stateBodies": // bodies of a state
		w.each(n, func(x *meaning) { x.state = true })
	case "acronyms": // oms: who
		for i := range n.Kids {
			w.sense(n.Kids[i].Key).acronym = n.Kids[i].Text
		}
	case "function": // words by which a language is known
		w.each(n, func(x *meaning) { x.Tiny = true })
	}
}

func (w *WordList) numbers(n *tree.Node, set func(*meaning, float64)) {
	for i := range n.Kids {
		v, _ := strconv.ParseFloat(n.Kids[i].Text, 64)
		set(w.sense(n.Kids[i].Key), v)
	}
}

// entry returns the lexeme of a word, to be added to.
func (w *WordList) entry(s string) *lexeme {
	x := w.lexicon[s]
	if x == nil {
		if len(w.room) == 0 {
			w.room = make([]lexeme, 400)
		}
		x, w.room = &w.room[0], w.room[1:]
		x.meaning = &plain
		w.lexicon[s] = x
	}
	return x
}

// sense returns the meaning of a word, to be added to.
func (w *WordList) sense(s string) *meaning {
	x := w.entry(s)
	if x.meaning == &plain {
		if len(w.senses) == 0 {
			w.senses = make([]meaning, 100)
		}
		x.meaning, w.senses = &w.senses[0], w.senses[1:]
	}
	return x.meaning
}

// Opposites returns the pairs of phrases of a word list that say the opposite of each other.
func Opposites(tag string) [][2][]string {
	by := map[float64]*[2][]string{}
	w := WordsFor(tag)
	for word := range w.lexicon {
		for text, p := range w.beginning(word) {
			if p.class != "opposite" {
				continue
			}
			side := 0
			if p.value < 0 {
				side = 1
			}
			pair := by[math.Abs(p.value)]
			if pair == nil {
				pair = &[2][]string{}
				by[math.Abs(p.value)] = pair
			}
			pair[side] = append(pair[side], text)
		}
	}
	var out [][2][]string
	for _, v := range slices.Sorted(maps.Keys(by)) {
		slices.Sort(by[v][0])
		slices.Sort(by[v][1])
		out = append(out, *by[v])
	}
	return out
}

// Listed returns the phrases of a word list by class, spread out, and the
// words that are numbers or months.
func Listed(tag string) map[string][]string {
	out := map[string][]string{}
	list := WordsFor(tag)
	for w, x := range list.lexicon {
		for text, p := range list.beginning(w) {
			if !slices.Contains(out[p.class], text) {
				out[p.class] = append(out[p.class], text)
			}
		}
		for class, is := range map[string]bool{"month": x.Month > 0, "numeral": x.Value > 0, "hundred": x.hundred > 0, "scale": x.By > 0,
			"suffix": x.Suffix > 0, "half": x.half > 0, "ordinal": x.ordinal > 0} {
			if is {
				out[class] = append(out[class], w)
			}
		}
	}
	return out
}
