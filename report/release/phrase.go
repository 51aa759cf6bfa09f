package release

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// A phrase is a wording that was removed.
type phrase struct {
	words []word
	what  string // what it is, without a name: "the title of a source"
	key   string // that it stands under
	of    string // the id of what it belongs to; may be empty
	name  bool   // found as it is written or in capitals: in small letters a name may be a common noun
	joint bool   // a name of several words written as one
	part  bool   // one of the runs of a longer wording
	known bool   // something that is left bears it as its name
}

// How much of a wording is searched for.
const (
	shortest = 12 // letters that a wording has at least; a name has two
	longest  = 40 // words of a wording that are compared
	run      = 6  // words in a row of a longer wording that count as a part of it
	jointed  = 8  // letters that a name of several words has at least that is searched for as one word
	runSize  = 22 // letters that such a run has at least
	inside   = 4  // letters of Thai and the like that a name has at least to be found within a run of letters
)

// An index finds phrases in a text, in time in proportion to its words: it is a tree
// of words, in which a phrase is a way from the root.
type index struct {
	ids  map[string]int32    // of folded words
	next map[step]int32      // from a node by a word to a node
	ends map[int32][]*phrase // at a node; few, for equal ones are kept once
	fold map[string]int32    // of words as they are written, to spare the folding
}

type step struct{ node, word int32 }

func newIndex() *index {
	return &index{map[string]int32{}, map[step]int32{}, map[int32][]*phrase{}, map[string]int32{}}
}

// id returns the number of a word; of one that no phrase has -1, unless it is learnt.
func (x *index) id(raw string, learn bool) int32 {
	if id, ok := x.fold[raw]; ok && (id >= 0 || !learn) {
		return id
	}
	low := folded(raw)
	id, ok := x.ids[low]
	switch {
	case !ok && learn:
		id = int32(len(x.ids))
		x.ids[low] = id
	case !ok:
		id = -1
	}
	x.fold[raw] = id
	return id
}

// add adds a phrase as a whole and, where it is long, every run of its words.
func (x *index) add(p *phrase, parts bool) {
	count := 0
	for _, w := range p.words {
		count += utf8.RuneCountInString(w.raw)
	}
	if count < 2 || !p.name && lettersOf(p.words) < shortest {
		return
	}
	x.insert(p)
	for i := 0; parts && i < len(p.words); i++ {
		to := runFrom(p.words, i)
		if to == 0 || to-i == len(p.words) {
			continue
		}
		part := *p
		part.words, part.part = p.words[i:to], true
		if lettersOf(part.words) >= runSize && !strings.Contains(joined(part.words), "\uFFFC") {
			x.insert(&part)
		}
	}
}

// runFrom returns the end of the run of words that begins at one of them and counts as a part; 0 where too few follow, or
// the word is within a run of syllables.
func runFrom(words []word, from int) int {
	if words[from].by == syllables && !words[from].first {
		return 0
	}
	sum := 0
	for i := from; i < len(words); i++ {
		quarters, _ := words[i].weight()
		if sum += quarters; sum >= 4*run {
			return i + 1
		}
	}
	return 0
}

func joined(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.raw + " ")
	}
	return b.String()
}

func (x *index) insert(p *phrase) {
	node := int32(0)
	for _, w := range p.words[:min(len(p.words), longest)] {
		s := step{node, x.id(w.raw, true)}
		next, ok := x.next[s]
		if !ok {
			next = int32(len(x.next)) + 1
			x.next[s] = next
		}
		node = next
	}
	for _, q := range x.ends[node] {
		if !q.name || p.name && joined(p.words) == joined(q.words) {
			return
		}
	}
	const most = 8 // names that differ in their capitals alone
	if len(x.ends[node]) < most {
		x.ends[node] = append(x.ends[node], p)
	}
}

// in gives the phrases that a surface says, each with the byte of its first word.
func (x *index) in(s *surface) iter.Seq2[*phrase, int] {
	return func(yield func(*phrase, int) bool) {
		words := s.words()
		ids := make([]int32, len(words))
		for i, w := range words {
			ids[i] = x.id(w.raw, false)
		}
		for i := range words {
			node := int32(0)
			for k := i; k < len(words) && k < i+longest && ids[k] >= 0; k++ {
				next, ok := x.next[step{node, ids[k]}]
				if !ok {
					break
				}
				node = next
				for _, p := range x.ends[node] {
					if p.written(words[i:], s.p.Key) && !yield(p, words[i].off) {
						return
					}
				}
			}
		}
	}
}

// same notes the phrases that are all that a surface says, under the same key (two
// records say the same, and one of them may be shown), and reports whether there are any.
func (x *index) same(s *surface) bool {
	words := s.words()
	if len(words) > longest || !strings.HasPrefix(s.p.Pointer, "/facts/") {
		return false
	}
	node := int32(0)
	for _, w := range words {
		next, ok := x.next[step{node, x.id(w.raw, false)}]
		if !ok {
			return false
		}
		node = next
	}
	equal := false
	for _, p := range x.ends[node] {
		if !p.part && p.key == s.p.Key {
			p.known, equal = true, true
		}
	}
	return equal
}

// written reports whether words that are equal but for their capitals and marks are the phrase.
// A name of one word is found as it is written or in capitals; an id is written small.
// In running text of scripts without spaces a name is found anywhere, and one of Hangul where a word begins.
func (p *phrase) written(words []word, key string) bool {
	n := min(len(p.words), longest)
	if !p.name || p.joint {
		return true
	}
	switch whole := words[0].first && words[n-1].last; {
	case words[0].by == syllables && !words[0].first:
		return false
	case words[0].by == letters && n < inside && !whole:
		return false
	case n > 1 || key == "id" || key == "record":
		return true
	}
	return bare(words[0].raw) == bare(p.words[0].raw) || capitals(words[0].raw)
}
