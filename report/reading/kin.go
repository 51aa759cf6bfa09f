package reading

import (
	"strings"

	"sitrep/report/facts/tree"
)

// A Sense is what the members of a group of kin are.
type Sense uint8

// The senses, by the keys of a word list.
const (
	KinThing  Sense = iota // what is told of: exports and imports, men and women, Monday to Sunday
	KinTurn                // what is told of it: opened and closed, provisional and final
	KinAmount              // what stands beside a number: minutes and hours, more and fewer
)

// A Kin is the place of a word among words of which no two can be true of one thing at once: opposites, and the species of one kind.
type Kin struct {
	Group, Member int   // by position in the list
	Sense         Sense // of the group
}

// Apart reports whether two words exclude each other.
func (k Kin) Apart(o Kin) bool { return k.Group == o.Group && k.Member != o.Member }

// A kinship holds the groups of a language by word, and by how words begin.
type kinship struct {
	words, begin map[string][]Kin
	groups       int
}

// fewestBegin is how many bytes of a word tell it by its beginning.
const fewestBegin = 3

// readKin reads the key "kin" of a word list: by sense, groups of members parted by bars, each member its words; the beginning of words
// ends in a hyphen.
func readKin(n *tree.Node) kinship {
	out := kinship{words: map[string][]Kin{}, begin: map[string][]Kin{}}
	senses := map[string]Sense{"things": KinThing, "turns": KinTurn, "amounts": KinAmount}
	for i := range n.Kids {
		for j := range n.Kids[i].Kids {
			out.groups++
			member := 0
			for words := range strings.SplitSeq(n.Kids[i].Kids[j].Text, "|") {
				member++
				for w := range strings.FieldsSeq(words) {
					out.add(w, Kin{out.groups, member, senses[n.Kids[i].Key]})
				}
			}
		}
	}
	return out
}

func (x kinship) add(w string, k Kin) {
	if begin, ok := strings.CutSuffix(w, "-"); ok {
		x.begin[begin] = append(x.begin[begin], k)
		return
	}
	x.words[w] = append(x.words[w], k)
}

// Kin returns the groups in which a word in small letters stands, by itself or by its beginning.
func (w *WordList) Kin(word string) []Kin {
	out := w.kin.words[word]
	if len(w.kin.begin) == 0 {
		return out
	}
	for i := range word {
		if i < fewestBegin {
			continue
		}
		if more := w.kin.begin[word[:i]]; more != nil {
			out = append(out[:len(out):len(out)], more...)
		}
	}
	if more := w.kin.begin[word]; more != nil {
		out = append(out[:len(out):len(out)], more...)
	}
	return out
}
