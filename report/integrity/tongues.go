package integrity

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// lists returns the word lists of the briefing's languages, where it has several.
func (c *pass) lists() []*reading.WordList {
	if len(c.f.Briefing.Languages) < 2 {
		return nil
	}
	var out []*reading.WordList
	for _, tag := range c.f.Briefing.Languages {
		out = append(out, c.reader.ModelOf(tag).List)
	}
	return out
}

// untranslated judges sentences that stand in one language only.
func (c *pass) untranslated() {
	lists, tags := c.lists(), c.f.Briefing.Languages
	for _, p := range c.texts.all {
		if lists != nil && p.Lang == "" && !isLabel(p) && sentenceLike(p, lists) {
			c.warn("W512", p.Pointer, []string{p.Owner}, "the text stands in one language; the briefing is in "+strings.Join(tags, ", "),
				`write {"`+tags[0]+`": …, "`+tags[1]+`": …}`)
		}
	}
}

// misplaced judges texts that read as another of the briefing's languages.
func (c *pass) misplaced() {
	lists := c.lists()
	for _, p := range c.texts.all {
		if lists != nil && p.Lang != "" && !isLabel(p) {
			c.foreign(p, c.f.Briefing.Languages, lists)
		}
	}
}

// isLabel reports whether a passage names something: names are alike in many languages.
func isLabel(p facts.Passage) bool { return p.Key == "name" || p.Key == "short" || p.Key == "unit" }

// unbound takes out values and references, whose ids are words of no language.
func unbound(s string) string {
	for _, ends := range [][2]string{{"{{", "}}"}, {"[@", "]"}, {"[#", "]"}} {
		for {
			before, rest, opened := strings.Cut(s, ends[0])
			_, after, closed := strings.Cut(rest, ends[1])
			if !opened || !closed {
				break
			}
			s = before + " " + after
		}
	}
	return s
}

// function counts the words of s, and how many are function words of each list.
func function(s string, lists []*reading.WordList) (words int, each []int) {
	each = make([]int, len(lists))
	for w := range strings.FieldsFuncSeq(unbound(s), func(c rune) bool { return !unicode.IsLetter(c) }) {
		words++
		if len(w) > 5 {
			continue
		}
		w = strings.ToLower(w)
		for i, l := range lists {
			if l.Look(w).Tiny {
				each[i]++
			}
		}
	}
	return words, each
}

// begins reports whether a function word of the list is among the first words of s.
func begins(s string, list *reading.WordList) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if list.Look(w).Tiny {
			return true
		}
		if n++; n == 12 {
			break
		}
	}
	return false
}

// sentenceLike reports whether the text is words of a language, and no name.
func sentenceLike(p facts.Passage, lists []*reading.WordList) bool {
	words, each := function(p.S, lists)
	return words >= 4 && slices.Max(each)*4 >= words
}

// foreign judges a text that reads as another of the briefing's languages.
func (c *pass) foreign(p facts.Passage, tags []string, lists []*reading.WordList) {
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
func (c *pass) sameEvidence() {
	type version struct {
		r   *reading.Text
		ids map[string]bool
	}
	texts, order := map[string][]version{}, []string{}
	for i := range c.texts.told {
		r := &c.texts.told[i]
		if !r.Passage.Markdown || r.Passage.Lang == "" {
			continue
		}
		key := r.Passage.Pointer[:max(0, strings.LastIndex(r.Passage.Pointer, "/"+r.Passage.Lang))]
		list := texts[key]
		if list == nil {
			order = append(order, key)
		}
		if n := len(list); n == 0 || list[n-1].r.Passage.Lang != r.Passage.Lang {
			list = append(list, version{r, map[string]bool{}})
		}
		for _, s := range r.Sentences {
			for _, t := range s.Tokens {
				if t.Kind == reading.Value || t.Kind == reading.Cite {
					list[len(list)-1].ids[t.ID] = true
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
func (c *pass) differ(a, b *reading.Text, in, out map[string]bool) {
	for _, id := range slices.Sorted(maps.Keys(in)) {
		if !out[id] {
			c.warn("W514", b.Passage.Pointer, []string{b.Passage.Owner, id}, "the text in "+a.Passage.Lang+" refers to "+quote(id)+", this one in "+
				b.Passage.Lang+" does not",
				"say the same in every language")
		}
	}
}
