package diff

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/wording"
)

// words are what both editions are told in: English where the new one has it,
// else its first language.
type words struct {
	l       *lang.Language
	was, is *side
	now     func(string) string // a text of the old edition with the ids of the new one; nil where they are the same
	shared  [][2]string         // the languages in which texts are compared: the old tag and the new one
}

// A side is one of the editions, with the language that it is told in.
type side struct {
	f   *facts.File
	l   *lang.Language
	tag string
	w   wording.Words
}

func newSide(f *facts.File, l *lang.Language, tag string) *side {
	return &side{f, l, tag, wording.Words{File: f, Language: l, Tag: tag}}
}

func newWords(old, new *facts.File) (*words, error) {
	tag := english(new.Briefing.Languages)
	l, err := lang.For(tag)
	if err != nil {
		return nil, err
	}
	oldTag := tag
	if !slices.Contains(old.Briefing.Languages, tag) {
		oldTag = english(old.Briefing.Languages)
	}
	w := &words{l: l, was: newSide(old, l, oldTag), is: newSide(new, l, tag)}
	for _, t := range new.Briefing.Languages {
		if slices.Contains(old.Briefing.Languages, t) {
			w.shared = append(w.shared, [2]string{t, t})
		}
	}
	if w.shared == nil {
		w.shared = [][2]string{{oldTag, tag}}
	}
	return w, nil
}

// english returns the first tag that is English, else the first of all.
func english(tags []string) string {
	for _, t := range tags {
		if t == "en" || strings.HasPrefix(t, "en-") {
			return t
		}
	}
	return tags[0]
}

func (s *side) line(t facts.Text) string { return t.Line(s.tag) }

func (s *side) edition() Edition {
	b := &s.f.Briefing
	return Edition{b.ID, s.line(b.Title), b.Edition, b.AsOf.String(), s.f.Highest().String()}
}

// claim says in a line what a fact claims, and who says it, of when and where, and how
// firmly.
func (s *side) claim(f *facts.Fact) string {
	from := []string{s.w.Origin(f.Origin), s.w.When(f), s.w.Place(f.Place), s.w.Status(f.Status), s.grade(f)}
	return s.w.Claim(f) + " — " + strings.Join(slices.DeleteFunc(from, empty), ", ")
}

// grade writes the Admiralty grade of a fact with its origin's, "B2"; a part that
// was not graded is named instead.
func (s *side) grade(f *facts.Fact) string {
	letter := string(s.f.Origin(f.Origin).Reliability)
	switch {
	case letter != "" && f.Credibility > 0:
		return letter + strconv.Itoa(f.Credibility)
	case letter != "":
		return "reliability " + letter
	case f.Credibility > 0:
		return "credibility " + strconv.Itoa(f.Credibility)
	}
	return ""
}

// changes collects the differences of one thing.
type changes []Change

// either compares what may be given or not; how is told where both are given.
func (c *changes) either(field, old, new string, how Direction, f form) {
	switch {
	case old == new:
		return
	case old == "":
		how = Given
	case new == "":
		how = Gone
	}
	*c = append(*c, Change{Field: field, Directions: []Direction{how}, Old: old, New: new, form: f})
}

// term compares ids and terms of the format.
func (c *changes) term(field, old, new string) { c.either(field, old, new, Other, bare) }

// name compares what people or things are called.
func (c *changes) name(field, old, new string) { c.either(field, old, new, Reworded, quoted) }

// ranked compares terms of a list that has an order.
func (c *changes) ranked(field, old, new string, list []string, up, down Direction) {
	c.either(field, old, new, ranked(list, old, new, up, down), bare)
}

// portion compares the markings of a part, where one of the two bears its own: what
// changes for all alike is said of the briefing.
func (c *changes) portion(old facts.Marking, oldOwn bool, new facts.Marking, newOwn bool) {
	if oldOwn || newOwn {
		c.marking(old, new)
	}
}

func (c *changes) marking(old, new facts.Marking) {
	how := Other
	switch {
	case new.Above(old):
		how = Raised
	case old.Above(new):
		how = Lowered
	}
	c.either("marking", old.String(), new.String(), how, bare)
}

func (c *changes) date(field string, old, new date.Date) {
	if old != new {
		*c = append(*c, Change{Field: field, Directions: []Direction{dateHow(old, new)}, Old: old.String(), New: new.String(), form: dated})
	}
}

// ids compares lists whose order says nothing.
func (c *changes) ids(field string, old, new []string) {
	only := func(a, b []string) (out []string) {
		seen := make(map[string]bool, len(b))
		for _, id := range b {
			seen[id] = true
		}
		for _, id := range a {
			if !seen[id] {
				seen[id] = true
				out = append(out, id)
			}
		}
		return out
	}
	if in := only(new, old); in != nil {
		*c = append(*c, Change{Field: field, Directions: []Direction{Into}, IDs: in})
	}
	if out := only(old, new); out != nil {
		*c = append(*c, Change{Field: field, Directions: []Direction{OutOf}, IDs: out})
	}
}

// texts compares several texts as one.
func (c *changes) texts(w *words, field string, old, new []facts.Text) {
	c.paragraphs(w, field, written(old), written(new))
}

// text compares a text.
func (c *changes) text(w *words, field string, old, new facts.Text) {
	c.paragraphs(w, field, old.In, new.In)
}

// paragraphs compares the paragraphs of a text in the languages that both editions
// have, and shows it in the one that the rest is told in, if it changed there.
func (c *changes) paragraphs(w *words, field string, old, new func(tag string) []string) {
	ch := Change{Field: field, Directions: []Direction{Reworded}, form: quoted}
	for _, t := range w.shared {
		a, b := w.named(old(t[0])), new(t[1])
		if slices.Equal(a, b) {
			continue
		}
		if ch.Langs == nil || t[1] == w.is.tag {
			ch.Old, ch.New = strings.Join(a, " "), strings.Join(b, " ")
		}
		ch.Langs = append(ch.Langs, t[1])
		switch {
		case a == nil:
			ch.Directions = []Direction{Given}
		case b == nil:
			ch.Directions = []Direction{Gone}
		}
	}
	switch {
	case ch.Langs == nil:
		return
	case len(w.shared) == 1:
		ch.Langs = nil
	}
	*c = append(*c, ch)
}

// named are paragraphs of the old edition that name facts and sources by their new ids.
func (w *words) named(paragraphs []string) []string {
	if w.now == nil {
		return paragraphs
	}
	out := slices.Clone(paragraphs)
	for i := range out {
		out[i] = w.now(out[i])
	}
	return out
}
