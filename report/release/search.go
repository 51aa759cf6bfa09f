package release

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"sitrep/report/facts"
)

// search returns what words in g, the release of r.f, still tell of what was removed.
// What something left bears as its name, or gives as its number of the same measure,
// is no leak. Not found are numbers under ten, those under a hundred without the unit
// behind them, what is only computed from a number (a share, a rounded form), months
// and years, and what is paraphrased.
func search(r *redactor, g *facts.File, redact bool) []facts.Problem {
	s := &searcher{r: r, f: r.f, g: g, draft: r.draft, redact: redact, marks: r.marks}
	s.above = func(pointer string) bool { return r.marks[pointer].Marking.Above(r.label) }
	s.surfaces = s.read()
	s.phrases()
	s.figures()
	slices.SortStableFunc(s.out, func(a, b facts.Problem) int { return cmp.Or(a.Line-b.Line, a.Col-b.Col) })
	return slices.CompactFunc(s.out, func(a, b facts.Problem) bool { return a.Line == b.Line && a.Col == b.Col })
}

// A searcher searches one release.
type searcher struct {
	r        *redactor
	f, g     *facts.File
	draft    *facts.Draft
	redact   bool
	marks    map[string]facts.Marked   // of f, by pointer
	above    func(pointer string) bool // a part bears or has a marking above the label
	surfaces []*surface                // the words that are left
	out      []facts.Problem
}

// most is how many leaks are told of one passage.
const most = 5

// tell notes a leak at a byte of a surface.
func (s *searcher) tell(at *surface, off int, what, of string) {
	written := s.draft.Written(at.p.Pointer)
	if n := len(s.out); n >= most && s.out[n-most].Pointer == written {
		return
	}
	line, col := s.g.LocateIn(at.p.Pointer, max(at.at(off), 0))
	hint := "write it without"
	for _, list := range []string{"/sections/", "/judgements/", "/facts/"} {
		if strings.HasPrefix(at.p.Pointer, list) {
			hint = "mark this as high as what it tells of, or write it without"
		}
	}
	if !s.redact {
		what = belonging(what, of)
	}
	s.out = append(s.out, facts.Problem{File: s.g.Name, Line: line, Col: col, Code: "E602", Pointer: written,
		Message: "the text still tells of what is removed: " + what, Hint: hint})
}

// tables are those whose members are referred to by name: the name of what is left
// is no secret, wherever it stands.
var tables = []string{"/origins/", "/actors/", "/places/", "/measures/", "/sources/"}

// named reports whether a passage is the name of a record that is left.
func named(p facts.Passage) bool {
	return p.Key != "definition" && slices.ContainsFunc(tables, func(t string) bool { return strings.HasPrefix(p.Pointer, t) })
}

// read returns the words that are left, but for names of records: texts, what facts
// state, note and quote, and the ids that readers see as anchors and names of files.
func (s *searcher) read() []*surface {
	var out []*surface
	for p := range s.g.Printed() {
		if !named(p) {
			out = append(out, surfaceOf(p))
		}
	}
	add := func(text, key, pointer string) {
		if text != "" {
			out = append(out, surfaceOf(facts.Passage{S: text, Key: key, Pointer: pointer}))
		}
	}
	add(s.g.Briefing.ID, "id", "/briefing/id")
	add(s.g.Briefing.Logo, "id", "/briefing/logo")
	facts.EachSection(s.g.Sections, func(sec *facts.Section) {
		add(sec.ID, "id", sec.Pointer+"/id")
		for i := range sec.Body {
			switch b := &sec.Body[i]; {
			case b.Chart != nil:
				add(b.Chart.ID, "id", b.Pointer+"/id")
			case b.Table != nil:
				add(b.Table.ID, "id", b.Pointer+"/id")
			case b.Cells != nil:
				add(b.Cells.ID, "id", b.Pointer+"/id")
			case b.Image != nil:
				add(b.Image.ID, "id", b.Pointer+"/id")
				add(b.Image.Path, "id", b.Pointer+"/image")
			}
		}
	})
	for m := range s.draft.Marked() {
		add(m.Marking.Caveats(), "marking", m.Pointer)
	}
	for pointer, id := range s.records {
		add(id, "record", pointer)
	}
	for i := range s.g.Sources { // what travels in the file and is printed nowhere
		src := &s.g.Sources[i]
		for k, f := range src.Record {
			add(f.Name, "name", at("/sources/"+src.ID+"/record", k)+"/name")
			add(f.Value, "value", at("/sources/"+src.ID+"/record", k)+"/value")
		}
	}
	return out
}

// records gives the ids of the records that are left, which programs and addresses of pages show.
func (s *searcher) records(yield func(pointer, id string) bool) {
	ids := func(list string, n int, id func(i int) string) bool {
		for i := range n {
			if !yield(list+id(i), id(i)) {
				return false
			}
		}
		return true
	}
	g := s.g
	_ = ids("/origins/", len(g.Origins), func(i int) string { return g.Origins[i].ID }) &&
		ids("/sources/", len(g.Sources), func(i int) string { return g.Sources[i].ID }) &&
		ids("/measures/", len(g.Measures), func(i int) string { return g.Measures[i].ID }) &&
		ids("/places/", len(g.Places), func(i int) string { return g.Places[i].ID }) &&
		ids("/actors/", len(g.Actors), func(i int) string { return g.Actors[i].ID }) &&
		ids("/hypotheses/", len(g.Hypotheses), func(i int) string { return g.Hypotheses[i].ID })
	for i := range g.Facts {
		if !yield(g.FactPointer(i)+"/id", g.Facts[i].ID) {
			return
		}
	}
	for i := range g.Judgements {
		if !yield(at("/judgements", i)+"/id", g.Judgements[i].ID) {
			return
		}
	}
}

// names gives the names of the records that are left, and the addresses of sources.
func (s *searcher) names(yield func(*surface) bool) {
	for p := range s.g.Printed() {
		if named(p) && !yield(surfaceOf(p)) {
			return
		}
	}
	for i := range s.g.Sources {
		src := &s.g.Sources[i]
		if !yield(surfaceOf(facts.Passage{S: src.URL + "\n" + src.Archived, Pointer: "/sources/" + src.ID})) {
			return
		}
	}
}

// phrases searches for wordings that only what was removed gives.
func (s *searcher) phrases() {
	x := s.secrets()
	for own := range s.names {
		for p := range x.in(own) {
			p.known = true
			s.repeats(own, p)
		}
	}
	same := map[*surface]bool{}
	for _, text := range s.surfaces {
		same[text] = x.same(text)
	}
	for _, text := range s.surfaces {
		var best *phrase // the longest at a place
		place, told := -1, -1
		tell := func() {
			if best != nil && place >= told {
				s.tellPhrase(text, place, best)
				told = place + best.words[len(best.words)-1].off - best.words[0].off
			}
			best = nil
		}
		for p, off := range x.in(text) {
			if off != place {
				tell()
			}
			if place = off; !p.known && !(p.part && same[text]) && !(p.key == "id" && text.p.Key == "record") { // "count-1", "count-12"
				best = p
			}
		}
		tell()
	}
}

// repeats notes a record that stays and bears a name that is removed, which is open thereby.
func (s *searcher) repeats(own *surface, p *phrase) {
	if !p.name || s.redact || !strings.HasPrefix(p.what, "the name of ") {
		return
	}
	owner := recordOf(own.p.Pointer)
	item := s.r.placed(owner, s.r.describe(owner, "it bears "+belonging(p.what, p.of)+", which is removed: the name counts as open"))
	if !slices.Contains(s.r.weak, item) {
		s.r.weak = append(s.r.weak, item)
	}
}

// belonging names what a phrase belongs to: "the name of the origin gov" for "the name of an origin".
func belonging(what, of string) string {
	if i := max(strings.LastIndex(what, " a "), strings.LastIndex(what, " an ")); of != "" && i >= 0 {
		return what[:i] + " the" + strings.TrimPrefix(strings.TrimPrefix(what[i:], " a"), "n") + " " + of
	}
	return what
}

func (s *searcher) tellPhrase(text *surface, off int, p *phrase) {
	what := p.what
	if p.part {
		what = "a part of " + what
	}
	s.tell(text, off, what, p.of)
}

// gone reports whether what stands at a pointer of f as it was written is removed.
func (s *searcher) gone(pointer string) bool { return !s.draft.Holds(pointer) }

// secrets collects the wordings of what was removed. What the file defined and never
// used is none, unless it is marked above the label.
func (s *searcher) secrets() *index {
	x := newIndex()
	idle := set{}
	for _, w := range judged(s.f.Draft()) {
		idle[w.Pointer] = unusedCodes[w.Code] != "" && !s.above(w.Pointer)
	}
	add := func(text facts.Passage, what, of string, name bool) {
		if surface := surfaceOf(text); !name {
			for line := range strings.Lines(surface.text) {
				whole := wordsOf(line)
				x.add(&phrase{words: whole, what: what, key: text.Key, of: of}, true)
				for _, sentence := range sentences(whole, line) {
					x.add(&phrase{words: sentence, what: what, of: of}, false)
				}
			}
		} else {
			words := surface.words()
			x.add(&phrase{words: words, what: what, key: text.Key, of: of, name: true}, false)
			one := strings.ReplaceAll(joined(words), " ", "") // #HarbourLine, harbourline.example
			if len(words) > 1 && allSpaced(words) && len(one) >= jointed {
				x.add(&phrase{words: []word{{raw: one}}, what: what, key: text.Key, of: of, name: true, joint: true}, false)
			}
		}
	}
	for p := range s.f.Printed() {
		record := recordOf(p.Pointer)
		if !s.gone(p.Pointer) || idle[record] {
			continue
		}
		kind, key := kindOf(p)
		if kind == "measure" && key == "unit" {
			continue // a common noun
		}
		add(p, "the "+key+" of "+kind, p.Owner, isName(p, key))
	}
	s.idsAndAddresses(add, idle)
	s.caveats(add)
	return x
}

// isName reports whether a passage is a name that is found however short.
func isName(p facts.Passage, key string) bool {
	for _, t := range []string{"/origins/", "/actors/", "/places/"} {
		if strings.HasPrefix(p.Pointer, t) {
			return true
		}
	}
	return key == "publisher"
}

// recordOf returns the pointer of the record of a table that a pointer lies in.
func recordOf(pointer string) string {
	t := strings.SplitN(pointer, "/", 4)
	return strings.Join(t[:min(3, len(t))], "/")
}

// kindOf says in words what a passage belongs to, and the key that it stands under.
func kindOf(p facts.Passage) (kind, key string) {
	t := strings.Split(p.Pointer, "/")
	kind = map[string]string{"facts": "a fact", "sources": "a source", "judgements": "a judgement", "origins": "an origin",
		"actors": "an actor",
		"places": "a place", "measures": "a measure", "sections": "a section", "briefing": "the briefing", "allow": "an allowance",
		"dimensions": "a dimension", "hypotheses": "a hypothesis"}[t[1]]
	switch {
	case kind == "":
		kind = "a record"
	case strings.Contains(p.Pointer, "/body/"):
		kind = "a block of"
	}
	return kind, cmp.Or(p.Key, t[len(t)-1])
}

// idsAndAddresses adds what is removed and no printed text: addresses, and ids of more
// than one word.
func (s *searcher) idsAndAddresses(add func(facts.Passage, string, string, bool), idle set) {
	for i := range s.f.Facts {
		x := &s.f.Facts[i]
		if s.gone(s.f.FactPointer(i)) && strings.Contains(x.ID, "-") && len(x.ID) >= shortest {
			add(facts.Passage{S: x.ID, Key: "id"}, "the id of a fact", x.ID, true)
		}
	}
	for i := range s.f.Sources {
		src := &s.f.Sources[i]
		if pointer := "/sources/" + src.ID; s.gone(pointer) && !idle[pointer] {
			add(facts.Passage{S: strings.TrimRight(src.URL, "/")}, "the address of a source", src.ID, false)
			add(facts.Passage{S: strings.TrimRight(src.Archived, "/")}, "the address of a source", src.ID, false)
		}
	}
}

// caveats adds those of what is removed that nothing which is left bears.
func (s *searcher) caveats(add func(facts.Passage, string, string, bool)) {
	left := " " + joined(wordsOf(s.g.Briefing.Marking.Caveats()))
	for m := range s.draft.Marked() {
		left += "/ " + joined(wordsOf(m.Marking.Caveats()))
	}
	for _, pointer := range slices.Sorted(maps.Keys(s.marks)) {
		m := s.marks[pointer]
		if !m.Own || !s.gone(pointer) {
			continue
		}
		for caveat := range strings.SplitSeq(m.Marking.Caveats(), "//") {
			if !strings.Contains(left, " "+joined(wordsOf(caveat))) {
				add(facts.Passage{S: caveat}, "the caveat of a part", "", true)
			}
		}
	}
}

// wordsOf divides a line of a surface.
func wordsOf(line string) []word { return (&surface{text: line}).words() }

// sentences divides the words of a line at full stops, question marks and the like.
func sentences(words []word, line string) [][]word {
	var out [][]word
	from := 0
	for i := 1; i <= len(words); i++ {
		if i == len(words) || strings.ContainsAny(line[words[i-1].off+len(words[i-1].raw):words[i].off], ".!?;:…。") {
			if from > 0 || i < len(words) {
				out = append(out, words[from:i])
			}
			from = i
		}
	}
	return out
}
