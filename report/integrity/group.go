package integrity

import "strings"

// A group is one warning for many of a kind.
type group struct {
	told     bool
	at, more int      // where in found it stands, and how many others there are
	pairs    []string // of the others, the first few in words
}

// fewPairs is how many pairs of a group are named.
const fewPairs = 5

// once warns of the first of a group, and counts the others.
func (c *pass) once(g *group, code, at string, ids []string, message, hint string) {
	if g.told {
		g.more++
		if len(g.pairs) < fewPairs {
			g.pairs = append(g.pairs, quote(ids[0])+" and "+quote(ids[1]))
		}
		c.found[g.at].ids = append(c.found[g.at].ids, ids...)
		return
	}
	*g = group{told: true, at: len(c.found)}
	c.warn(code, at, ids, message, hint)
}

// count adds to the one warning of a group which others there are: a few by name, and how many more.
func (c *pass) count(groups ...group) {
	for _, g := range groups {
		if g.more == 0 {
			continue
		}
		named := g.pairs
		if rest := g.more - len(g.pairs); rest > 0 {
			named = append(named, plural(rest, "other pair", "other pairs"))
		}
		c.found[g.at].Message += "; the same holds of " + strings.Join(named, ", of ")
		c.found[g.at].Hint += ", and likewise for each pair"
	}
}
