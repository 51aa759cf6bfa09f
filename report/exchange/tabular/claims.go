package tabular

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// again notes a row that says of one thing what a row before says, and is told apart
// by its place in the table alone.
func (f *record) again(wish string) {
	i, ok := f.at[wish]
	if !ok || claimOf(&f.facts[i]) != claimOf(&f.fact) {
		return
	}
	if !slices.ContainsFunc([]string{"until", "category", "statement"}, func(key string) bool {
		return value.Text(&f.facts[i], key) != value.Text(&f.fact, key)
	}) {
		f.repeats = append(f.repeats, f.line)
	}
}

// idOf returns the id of the same claim in the facts file, so that a table that is
// imported again changes its facts: of one that was read in the same source, whatever it
// is called by then, else of one that is called like the wish; or an id that nothing has.
func (f *record) idOf(wish string) string {
	claim := claimOf(&f.fact) + firstSource(&f.fact)
	for len(f.known.ids[claim]) > 0 {
		id := f.known.ids[claim][0]
		f.known.ids[claim] = f.known.ids[claim][1:]
		if _, made := f.at[id]; !made {
			return id
		}
	}
	id, i := wish, 2
	if len(f.known.facts) == 0 { // no number that was passed can be its own
		i = max(i, f.names.next[wish])
	}
	for ; f.names.taken[id] && !f.same(id); i++ {
		id = wish + "-" + strconv.Itoa(i)
	}
	f.names.taken[id], f.names.next[wish] = true, i
	return id
}

// same reports whether the facts file has the claim under that id, and no row before is it.
func (f *record) same(id string) bool {
	_, made := f.at[id]
	known := f.known.facts[id]
	return !made && known != nil && claimOf(known) == claimOf(&f.fact)
}

// claimOf is what makes a claim another one: who says it of what, where and when.
func claimOf(fact *tree.Node) string {
	var parts []string
	for _, key := range []string{"type", "origin", "measure", "place", "as_of", "date", "from", "to", "item"} {
		parts = append(parts, value.Text(fact, key))
	}
	for _, key := range []string{"by", "period"} {
		n := fact.Get(key)
		if n == nil {
			n = &tree.Node{}
		}
		for _, k := range slices.SortedFunc(slices.Values(n.Kids), func(a, b tree.Node) int { return strings.Compare(a.Key, b.Key) }) {
			parts = append(parts, k.Key, k.Text)
		}
		parts = append(parts, n.Text)
	}
	return strings.Join(parts, "\x00")
}

// firstSource is the id of the first source of a fact.
func firstSource(fact *tree.Node) string {
	list := fact.Get("sources")
	if list == nil || len(list.Kids) == 0 {
		return ""
	}
	first := &list.Kids[0]
	return cmp.Or(first.Text, value.Text(first, "source"))
}

// claims are the facts of a facts file.
type claims struct {
	ids   map[string][]string   // by what they claim and where it was read, in the order of the file
	facts map[string]*tree.Node // by their ids
}

func claimsOf(base *tree.Node) claims {
	out := claims{map[string][]string{}, map[string]*tree.Node{}}
	if base == nil || base.Get("facts") == nil {
		return out
	}
	facts := base.Get("facts").Kids
	for i := range facts {
		if id := value.Text(&facts[i], "id"); id != "" {
			claim := claimOf(&facts[i]) + firstSource(&facts[i])
			out.ids[claim], out.facts[id] = append(out.ids[claim], id), &facts[i]
		}
	}
	return out
}

// taken reports whether an id was given before in this table, and takes it.
func (f *record) taken(id string) bool {
	_, made := f.at[id]
	f.names.taken[id] = true
	return made
}
