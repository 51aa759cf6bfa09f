package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A labelled is a number that is recorded of a fact, and the words that it is recorded with and no other number of its text is: 244 of
// "244 hombres y 17 mujeres" has hombres.
type labelled struct {
	value  float64
	labels []string // stems
}

// paired judges the numbers of a sentence that the note or the statement of what it cites gives, too: each must stand nearest to a word of
// its own there, not of another's.
func (c *pass) paired(a *assertion) {
	list := a.s.Facts
	if len(list) == 0 && a.before != nil && a.before.r == a.r {
		list = a.before.s.Facts
	}
	if len(a.s.Amounts) == 0 || c.warned(a, 0, len(a.s.Tokens), "W303", "W310", "W317") {
		return
	}
	for _, f := range list {
		record := c.labelledOf(f, c.tagOf(a.r))
		if len(record) < 2 {
			continue
		}
		for _, n := range a.s.Amounts {
			if own, other, at := a.otherLabel(n, record); other >= 0 {
				c.warnAt("W303", a, n.From, []string{f.ID}, a.words(n.From, n.To)+" is told of "+a.words(at, at+1)+", and what is recorded of "+
					quote(f.ID)+" gives "+show(record[other].value)+" for it and "+show(record[own].value)+" for another",
					"tell each number of what it is recorded for")
				return
			}
		}
	}
}

// otherLabel says which number of a record a number is, and which other one the nearest word of the record round it belongs to; other is
// -1 where it is its own, or none.
func (a *assertion) otherLabel(n reading.Amount, record []labelled) (own, other, at int) {
	own = slices.IndexFunc(record, func(x labelled) bool { return x.value == n.Value })
	if own < 0 || a.s.Tokens[n.From].Dated || a.at(n.From) != nil && a.at(n.From).bound {
		return own, -1, 0
	}
	other, at = -1, 0
	for far := 1; far <= 6; far++ {
		for _, i := range []int{n.To - 1 + far, n.From - far} {
			if i < 0 || i >= len(a.s.Tokens) || a.numbersBetween(n, i) {
				continue
			}
			k := slices.IndexFunc(record, func(x labelled) bool { return slices.Contains(x.labels, a.label(i)) })
			switch {
			case k < 0:
			case slices.Contains(record[own].labels, a.label(i)) || record[k].value == n.Value:
				return own, -1, 0
			case far <= 2 || a.s.Tokens[i].Capital:
				if other < 0 {
					other, at = k, i
				}
			}
		}
		if other >= 0 {
			return own, other, at
		}
	}
	return own, -1, 0
}

// numbersBetween reports whether a citation, another number, or a mark other than a comma stands between a number and a token.
func (a *assertion) numbersBetween(n reading.Amount, i int) bool {
	from, to := n.To, i
	if i < n.From {
		from, to = i+1, n.From
	}
	return slices.ContainsFunc(a.s.Tokens[from:to], func(t reading.Token) bool {
		return t.Kind == reading.Cite || t.Kind == reading.Value || t.Kind == reading.Numeral || t.Word.Value > 1 ||
			t.Kind == reading.Punct && t.Low != "," && t.Low != "%" || t.Word.Joining
	})
}

// label returns the stem of a token, or the sign of the dead for what is a word of dying.
func (a *assertion) label(i int) string { return labelOf(a.s, i) }

func labelOf(s *reading.Sentence, i int) string {
	if s.At(i, "killed") > 0 {
		return "†"
	}
	t := &s.Tokens[i]
	word := meaningful(t) || t.Capital && len(t.Low) > 2 && !t.Word.Tiny
	if !word || t.Word.By > 0 || t.Word.Unit != "" || t.Word.Value > 0 || t.Word.Month > 0 {
		return ""
	}
	return stem(reading.Possessor(t.Low))
}

// labelledOf reads the numbers of a fact's note and statement with the words that each stands with.
func (c *pass) labelledOf(f *facts.Fact, tag string) []labelled {
	var out []labelled
	for s := range c.sentences(notedOf(f, tag), tag) {
		if list := labelledIn(s); len(list) > 1 {
			out = append(out, list...)
		}
	}
	return distinct(out)
}

// labelledIn divides a sentence at what stands between its numbers; nil where it is not clear where.
func labelledIn(s *reading.Sentence) []labelled {
	var out []labelled
	var list []reading.Amount
	for _, n := range s.Amounts {
		if !s.Tokens[n.From].Dated && reading.YearOf(&s.Tokens[n.From]) == 0 && !s.Named(n) {
			list = append(list, n)
		}
	}
	from := 0
	for k, n := range list {
		to := len(s.Tokens)
		if k+1 < len(list) {
			if to = divider(s, n.To, list[k+1].From); to < 0 {
				return nil
			}
		}
		x := labelled{value: n.Value}
		for i := from; i < to; i++ {
			if w := labelOf(s, i); w != "" && (i < n.From || i >= n.To) {
				x.labels = append(x.labels, w)
			}
		}
		out = append(out, x)
		from = to + 1
	}
	return out
}

// divider returns where what is said of one number ends and what is said of the next begins: a semicolon, an "and", or the one comma.
func divider(s *reading.Sentence, from, to int) int {
	at, commas := -1, 0
	for i := from; i < to; i++ {
		switch t := &s.Tokens[i]; {
		case t.Low == ";" || t.Low == "(" || t.Low == ":":
			return i
		case t.Word.Joining:
			at, commas = i, -9
		case t.Low == ",":
			if commas++; at < 0 || commas < 0 {
				at = i
			}
		}
	}
	if commas > 1 {
		return -1
	}
	return at
}

// distinct leaves to each number the words that no other has.
func distinct(list []labelled) []labelled {
	out := slices.Clone(list)
	for i := range out {
		out[i].labels = slices.DeleteFunc(slices.Clone(list[i].labels), func(w string) bool {
			return slices.ContainsFunc(list, func(o labelled) bool { return o.value != list[i].value && slices.Contains(o.labels, w) })
		})
	}
	return out
}
