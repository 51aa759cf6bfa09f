package reading

import "slices"

// Leads reports whether nothing but articles, words for "about" and two others
// stand from token i to the value at b: "frente a la costa, y a {{x}}" does not
// compare with x.
func (s *Sentence) Leads(i, b int) bool {
	others := 0
	for ; i < b; i++ {
		switch {
		case s.Tokens[i].Kind != Word:
			return false
		case s.First(i, i+1, "article", "approx") < 0:
			others++
		}
	}
	return others <= 2
}

// SameClause reports whether something bound or cited stands in the clause of the
// phrase; a comma at once behind the phrase ends none ("No doubt, {{count}} came").
func (s *Sentence) SameClause(h Match) bool {
	refers := func(t *Token) bool { return t.Kind == Value || t.Kind == Cite }
	for i := h.To; i < len(s.Tokens) && (i == h.To || !s.pauses(i)); i++ {
		if refers(&s.Tokens[i]) {
			return true
		}
	}
	for i := h.From - 1; i >= 0 && !s.pauses(i); i-- {
		if refers(&s.Tokens[i]) {
			return true
		}
	}
	return false
}

// pauses reports whether a clause ends at token i.
func (s *Sentence) pauses(i int) bool {
	t := &s.Tokens[i]
	return t.Kind == Punct && (t.Low == "," || t.Low == ";" || t.Low == ":")
}

// Speaks reports whether a phrase of one of the classes stands between two tokens
// that is not part of a longer one of another: "death toll" is no toll of any kind.
func (s *Sentence) Speaks(from, to int, classes ...string) bool {
	for _, h := range s.Matches {
		if h.From < from || h.To > to || !slices.Contains(classes, h.Class) {
			continue
		}
		longer := func(o Match) bool {
			return o.Class == "killed" && h.Class != "killed" && o.From <= h.From && o.To >= h.To && o.To-o.From > h.To-h.From
		}
		if !slices.ContainsFunc(s.Matches, longer) {
			return true
		}
	}
	return false
}

// Stops reports whether a clause ends at token i, or another number begins.
func (s *Sentence) Stops(i int) bool {
	t := &s.Tokens[i]
	return t.Kind == Value || t.Kind == Numeral && !t.Dated || t.Kind == Punct && (t.Low == "," || t.Low == ";" || t.Low == "." ||
		t.Low == ":")
}

// Nested reports whether the phrase is part of a longer one of its class.
func (s *Sentence) Nested(h Match) bool {
	for _, o := range s.Matches {
		if o.Class == h.Class && o.From <= h.From && o.To >= h.To && o.To-o.From > h.To-h.From {
			return true
		}
	}
	return false
}
