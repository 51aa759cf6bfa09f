package integrity

import (
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// parts adds what origins are called for short in running text: the government, for
// "Government of Chad", or the acronym in brackets. Only what no other origin may be
// called by counts.
func (c *pass) parts(names map[string][]reading.Name, tag string) {
	owner, order := map[string]string{}, []string{}
	for i := range c.f.Origins {
		o := &c.f.Origins[i]
		for _, alias := range aliases(o.Name.Line(tag), c.reader.ModelOf(tag).List) {
			switch other, taken := owner[alias]; {
			case !taken:
				owner[alias] = o.ID
				order = append(order, alias)
			case other != o.ID:
				owner[alias] = ""
			}
		}
	}
	for _, alias := range order {
		if id := owner[alias]; id != "" {
			words := strings.Fields(alias)
			names[words[0]] = append(names[words[0]], reading.Name{Words: words, Origin: id, Noun: c.namesMany(alias, id, tag)})
		}
	}
}

// namesMany reports whether an alias is a noun for bodies of many kinds, "agency", "organización", by which another origin
// may be meant: one whose name has no word for a body of its own.
func (c *pass) namesMany(alias, id, tag string) bool {
	list := c.reader.ModelOf(tag).List
	if company := 8; !list.Body(alias) || list.State(alias) || list.Part(alias) > 0 && list.Part(alias) != company {
		return false
	}
	return slices.ContainsFunc(c.f.Origins, func(o facts.Origin) bool {
		return o.ID != id && !slices.ContainsFunc(strings.Fields(strings.ToLower(o.Name.Line(tag))), func(w string) bool {
			return list.Body(strings.Trim(w, ",.()"))
		})
	})
}

// aliases returns what may stand for a name: what is in brackets, what stands before
// "of", and the first word of a name of several that says what the origin is.
func aliases(name string, list *reading.WordList) []string {
	lower := strings.ToLower(name)
	var out []string
	if _, in, ok := strings.Cut(lower, "("); ok {
		short, _, _ := strings.Cut(in, ")")
		if short = strings.TrimSpace(short); short != "" {
			out = append(out, short)
		}
		lower, _, _ = strings.Cut(lower, " (")
	}
	words := strings.Fields(lower)
	if len(words) < 2 {
		return out
	}
	for i, w := range words {
		if i > 0 && list.Look(w).Of {
			out = append(out, strings.Join(words[:i], " "))
			break
		}
	}
	if n := len(words); n > 2 && !list.Look(words[n-2]).Tiny && !list.Look(words[n-2]).Of {
		out = append(out, strings.Join(words[n-2:], " "))
	}
	for _, w := range []string{words[0], words[len(words)-1]} {
		if list.Body(w) {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
