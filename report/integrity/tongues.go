package integrity

import (
	"slices"
	"strings"
	"unicode"

	"sitrep/report/facts"
)

// languages judges whether every language says the same.
func (c *checker) languages() {
	tags := c.f.Briefing.Languages
	if len(tags) < 2 {
		return
	}
	lists := make([]*wordlist, len(tags))
	for i, t := range tags {
		lists[i] = c.reader.tongue(t).list
	}
	for _, p := range c.texts {
		switch {
		case p.Key == "name" || p.Key == "short" || p.Key == "unit":
		case p.Lang != "":
			c.foreign(p, tags, lists)
		case sentenceLike(p, lists):
			c.warn("W512", p.Pointer, []string{p.Owner}, "the text stands in one language; the briefing is in "+strings.Join(tags, ", "),
				`write {"`+tags[0]+`": …, "`+tags[1]+`": …}`)
		}
	}
	c.sameEvidence()
}

// function counts the words of s, and how many are function words of each list.
func function(s string, lists []*wordlist) (words int, each []int) {
	each = make([]int, len(lists))
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return !unicode.IsLetter(c) }) {
		words++
		if len(w) > 5 {
			continue
		}
		w = strings.ToLower(w)
		for i, l := range lists {
			if l.look(w).tiny {
				each[i]++
			}
		}
	}
	return words, each
}

// begins reports whether a function word of the list is among the first words of s.
func begins(s string, list *wordlist) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if list.look(w).tiny {
			return true
		}
		if n++; n == 12 {
			break
		}
	}
	return false
}

// sentenceLike reports whether the text is words of a language, and no name.
func sentenceLike(p facts.Passage, lists []*wordlist) bool {
	words, each := function(p.S, lists)
	return words >= 4 && slices.Max(each)*4 >= words
}

// foreign judges a text that reads as another of the briefing's languages.
func (c *checker) foreign(p facts.Passage, tags []string, lists []*wordlist) {
	own := slices.Index(tags, p.Lang)
	if own < 0 || len(p.S) < 15 || begins(p.S, lists[own]) {
		return
	}
	n, each := function(p.S, lists)
	if n < 5 || each[own] > 0 {
		return
	}
	for i, other := range tags {
		if each[i]*6 >= n && each[i] >= 2 {
			c.warn("W513", p.Pointer, []string{p.Owner}, "the text under "+quote(p.Lang)+" reads as "+quote(other), "translate it")
			return
		}
	}
}

// sameEvidence judges texts that bind or cite something in one language and not
// in another: the readers of the two are told different things.
func (c *checker) sameEvidence() {
	type version struct {
		r   *reading
		ids map[string]bool
	}
	texts, order := map[string][]version{}, []string{}
	for i := range c.told {
		r := &c.told[i]
		if !r.p.Markdown || r.p.Lang == "" {
			continue
		}
		key := r.p.Pointer[:max(0, strings.LastIndex(r.p.Pointer, "/"+r.p.Lang))]
		list := texts[key]
		if list == nil {
			order = append(order, key)
		}
		if n := len(list); n == 0 || list[n-1].r.p.Lang != r.p.Lang {
			list = append(list, version{r, map[string]bool{}})
		}
		for _, s := range r.sentences {
			for _, t := range s.tokens {
				if t.kind == value || t.kind == cite {
					list[len(list)-1].ids[t.id] = true
				}
			}
		}
		texts[key] = list
	}
	for _, key := range order {
		list := texts[key]
		for _, b := range list[1:] {
			c.differ(list[0].r, b.r, list[0].ids, b.ids)
			c.differ(b.r, list[0].r, b.ids, list[0].ids)
		}
	}
}

// differ reports what text a refers to and text b does not.
func (c *checker) differ(a, b *reading, in, out map[string]bool) {
	for _, id := range sorted(in) {
		if !out[id] {
			c.warn("W514", b.p.Pointer, []string{b.p.Owner, id}, "the text in "+a.p.Lang+" refers to "+quote(id)+", this one in "+b.p.Lang+" does not",
				"say the same in every language")
		}
	}
}
