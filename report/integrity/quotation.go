package integrity

import (
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// quotations judges quotations against what is recorded of the sources that the sentence
// cites, word by word. A quotation that is like none of them is another.
func (c *pass) quotations(a *assertion) {
	spans := quotes(a.s)
	if len(spans) == 0 {
		return
	}
	recorded := c.recorded(a)
	for _, q := range spans {
		said := wordsOf(a.s, q.From, q.To)
		if len(said) < 4 {
			c.shortQuotation(a, q, said)
			continue
		}
		var nearest []string
		common := 0
		for _, r := range recorded {
			if at := runs(said, r); at == 0 || at > 0 && !c.deniedBefore(a, q, r[at-1]) {
				nearest = nil
				common = len(said)
				break
			}
			if n := lcs(said, r); n > common {
				common, nearest = n, r
			}
		}
		if nearest == nil && common == 0 {
			nearest, common = c.quotedElsewhere(said)
		}
		if nearest != nil && (common*10 >= len(said)*6 || common*10 >= len(said)*5 && len(recorded) == 1 && len(nearest) == len(said)) {
			c.warnAt("W319", a, q.From, factIDsOf(a), a.words(q.From, q.To)+" is not what the source says: "+quote(strings.Join(nearest, " ")),
				"quote it as it is recorded, or leave the quotation marks out")
		}
	}
}

// shortQuotation judges a quotation of up to three words that nothing recorded of the facts cited has, where a quotation as short is
// recorded, or one with a word in common.
func (c *pass) shortQuotation(a *assertion, q reading.Match, said []string) {
	if len(said) == 0 || a.allNames(q) {
		return
	}
	var like []string
	for _, f := range a.evidenceAt(q.From) {
		for _, text := range c.wordsAbout(f, a.r) {
			if runs(said, text) >= 0 {
				return
			}
		}
		for _, words := range c.quotationsOf(f, a.r.Tag()) {
			if len(words) <= 4 || lcs(said, words) > 0 && len(said) > 1 && len(words) <= 12 {
				like = words
			}
		}
	}
	if like != nil {
		c.warnAt("W319", a, q.From, factIDsOf(a), a.words(q.From, q.To)+" is not what the source says: "+quote(strings.Join(like, " ")),
			"quote it as it is recorded, or leave the quotation marks out")
	}
}

// allNames reports whether each word between two quotation marks begins with a capital: the name of something.
func (a *assertion) allNames(q reading.Match) bool {
	return !slices.ContainsFunc(a.s.Tokens[q.From:q.To], func(t reading.Token) bool {
		return t.Kind == reading.Word && !t.Capital &&
			!t.Word.Tiny
	})
}

// wordsAbout returns the words of all that is recorded of a fact, text by text.
func (c *pass) wordsAbout(f *facts.Fact, r *reading.Text) [][]string {
	tag := c.tagOf(r)
	texts := notedOf(f, tag)
	if m := c.f.Measure(f.Measure); m != nil {
		texts = append(texts, m.Name.Line(tag), m.Definition.Line(tag))
	}
	for _, s := range f.Sources {
		texts = append(texts, s.Quote, c.f.Source(s.Source).Title, s.Locator)
	}
	var out [][]string
	for s := range c.sentences(texts, tag) {
		out = append(out, wordsOf(s, 0, len(s.Tokens)))
	}
	return out
}

func factIDsOf(a *assertion) []string {
	var out []string
	for _, f := range a.s.Facts {
		out = append(out, f.ID)
	}
	return out
}

// recorded returns the quotations of the facts of a sentence that are in its language,
// as words.
func (c *pass) recorded(a *assertion) [][]string {
	var out [][]string
	for _, f := range a.s.Facts {
		out = append(out, c.quotationsOf(f, a.r.Tag())...)
	}
	return out
}

// quotationsOf returns the quotations that are recorded of a fact in a language, as words: those of its sources, and what stands
// between quotation marks in its statement and its note.
func (c *pass) quotationsOf(f *facts.Fact, tag string) [][]string {
	var out [][]string
	for _, s := range f.Sources {
		if s.Quote != "" && c.sameLanguage(c.f.Source(s.Source).Language, tag) {
			var words []string
			in := c.reader.Skim(s.Quote, tag)
			for i := range in.Sentences {
				words = append(words, wordsOf(&in.Sentences[i], 0, len(in.Sentences[i].Tokens))...)
			}
			out = append(out, words)
		}
	}
	for _, text := range notedOf(f, tag) {
		if !strings.ContainsAny(text, "“«\"„") {
			continue
		}
		in := c.reader.Skim(text, tag)
		for i := range in.Sentences {
			for _, q := range quotes(&in.Sentences[i]) {
				if words := wordsOf(&in.Sentences[i], q.From, q.To); len(words) > 1 {
					out = append(out, words)
				}
			}
		}
	}
	return out
}

// quotedElsewhere returns the quotation, of whatever fact, that five quoted words or more are like, four in five of them in its order,
// and are no part of.
func (c *pass) quotedElsewhere(said []string) (nearest []string, common int) {
	if len(said) < 5 {
		return nil, 0
	}
	for i := range c.f.Facts {
		for _, tag := range c.f.Briefing.Languages {
			for _, r := range c.quotationsOf(&c.f.Facts[i], tag) {
				if runs(said, r) >= 0 {
					return nil, 0
				}
				if n := lcs(said, r); n > common && n*10 >= len(said)*8 && len(r) <= len(said)+4 {
					nearest, common = r, n
				}
			}
		}
	}
	return nearest, common
}

// sameLanguage reports whether two tags are of one language; an empty tag is that of
// the briefing.
func (c *pass) sameLanguage(a, b string) bool {
	base := func(tag string) string {
		if tag == "" {
			tag = c.f.Briefing.Languages[0]
		}
		tag, _, _ = strings.Cut(tag, "-")
		return tag
	}
	return base(a) == base(b)
}

// wordsOf returns the words and numbers from one token to before another.
func wordsOf(s *reading.Sentence, from, to int) []string {
	var out []string
	for i := from; i < to; i++ {
		if t := &s.Tokens[i]; t.Kind == reading.Word || t.Kind == reading.Numeral {
			out = append(out, t.Low)
		}
	}
	return out
}

// quotes returns what stands between quotation marks; an ellipsis ends a quotation and
// begins another.
func quotes(s *reading.Sentence) []reading.Match {
	const opening, closing = "“«\"„‘", "”»\"“’"
	var out []reading.Match
	begin := -1
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Kind != reading.Punct {
			continue
		}
		switch {
		case begin >= 0 && (strings.Contains(closing, t.Low) || t.Low == "…" || t.Low == "["):
			if i > begin {
				out = append(out, reading.Match{From: begin, To: i})
			}
			if begin = -1; t.Low == "…" {
				begin = i + 1
			}
		case begin < 0 && (strings.Contains(opening, t.Low) || t.Low == "]"):
			begin = i + 1
		}
	}
	return out
}

// deniedBefore reports whether the word before a part of a recorded quotation denies it, and
// the sentence that quotes the part does not.
func (c *pass) deniedBefore(a *assertion, q reading.Match, word string) bool {
	in := c.reader.Skim(word, c.tagOf(a.r))
	return len(in.Sentences) > 0 && in.Sentences[0].Has("plainNegation") && a.s.First(max(0, q.From-5), q.From, "plainNegation",
		"negative") < 0
}

// runs returns where words stand in others as one run, or -1.
func runs(part, whole []string) int {
	for i := 0; i+len(part) <= len(whole); i++ {
		if slices.Equal(part, whole[i:i+len(part)]) {
			return i
		}
	}
	return -1
}

// lcs returns the length of the longest common subsequence of two runs of words.
func lcs(a, b []string) int {
	a, b = a[:min(len(a), 200)], b[:min(len(b), 200)]
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}
