package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// office judges the body whose officer somebody is called beside a citation, where nothing
// about the fact names that body: "Hans Kluge, UNICEF's regional director", of what a
// director of WHO said.
func (c *pass) office(a *assertion) {
	if len(a.segments) == 0 || c.warned(a, 0, len(a.s.Tokens), "W310") {
		return
	}
	for _, h := range a.s.Matches {
		if h.Class != "officer" {
			continue
		}
		if m, ok := a.bodyOf(h); ok && c.foreignBody(a, m) {
			return
		}
	}
	for i := range a.s.Tokens {
		m, ok := a.belongs(i)
		if !ok {
			m, ok = a.run(i)
		}
		if ok && c.foreignBody(a, m) {
			return
		}
	}
}

// run returns what a person is said to head: "said Josef Aschbacher, who runs Arianespace".
func (a *assertion) run(i int) (reading.Mention, bool) {
	t := a.s.Tokens
	to := a.s.At(i, "heads")
	if to < 0 || i < 3 || a.s.At(i-1, "relative") < 0 || t[i-2].Low != "," {
		return reading.Mention{}, false
	}
	from := i - 2
	for from > 0 && isName(t, from-1) {
		from--
	}
	if from == i-2 || a.s.UpTo(from, "said") < 0 {
		return reading.Mention{}, false
	}
	if to < len(t) && a.s.At(to, "article") > 0 {
		to++
	}
	end := to
	for end < len(t) && isName(t, end) {
		end++
	}
	return reading.Mention{From: to, To: end}, end > to
}

// foreignBody warns of a body that nothing recorded of the facts cited names.
func (c *pass) foreignBody(a *assertion, m reading.Mention) bool {
	list := a.evidenceAt(m.From)
	if a.quoted(m.From) || len(list) == 0 || slices.ContainsFunc(list, func(f *facts.Fact) bool { return c.related(a, &m, f) }) {
		return false
	}
	c.warnAt("W310", a, m.From, []string{list[0].ID, list[0].Origin}, a.words(m.From, m.To)+" is named nowhere about "+quotedIDs(list)+
		", which is from "+quote(c.list([]string{list[0].Origin})), "name whose word it is")
	return true
}

// bodyOf returns the body whose officer a phrase names: in the genitive before it, with
// three words between at most, or behind it and "of".
func (a *assertion) bodyOf(h reading.Match) (reading.Mention, bool) {
	if m, named, ok := a.possessorOf(h); named {
		return m, ok
	}
	return a.bodyBehind(h)
}

// possessorOf returns the name in the genitive before a phrase, whether there is one, and whether it names a body.
func (a *assertion) possessorOf(h reading.Match) (m reading.Mention, named, ok bool) {
	t := a.s.Tokens
	for i := h.From - 1; i >= max(0, h.From-4) && t[i].Kind == reading.Word; i-- {
		if !t[i].Capital || a.s.At(i, "article") > 0 || t[i].Word.Tiny {
			continue
		}
		if reading.Possessor(t[i].Low) == t[i].Low && i+2 < h.From {
			continue
		}
		from := i
		for from > 0 && isName(t, from-1) {
			from--
		}
		return reading.Mention{From: from, To: i + 1}, true, a.isBody(from, i+1)
	}
	return reading.Mention{}, false, false
}

// bodyBehind returns the body that "of" joins to a phrase: "director of UNICEF".
func (a *assertion) bodyBehind(h reading.Match) (reading.Mention, bool) {
	t := a.s.Tokens
	for i := h.To; i < min(len(t), h.To+4); i++ {
		if !t[i].Word.Of && a.s.At(i, "officeOf") < 0 {
			if !isName(t, i) && t[i].Kind == reading.Word && !t[i].Word.Tiny {
				continue
			}
			return reading.Mention{}, false
		}
		if i++; i < len(t) && a.s.At(i, "article") > 0 {
			i++
		}
		to := i
		for to < len(t) && isName(t, to) {
			to++
		}
		return reading.Mention{From: i, To: to}, to > i && a.isBody(i, to)
	}
	return reading.Mention{}, false
}

// belongs returns the body that a person is said to be of: "Hans Kluge, de UNICEF," or
// "Hans Kluge of UNICEF".
func (a *assertion) belongs(i int) (reading.Mention, bool) {
	t := a.s.Tokens
	if !t[i].Word.Of || i < 2 {
		return reading.Mention{}, false
	}
	end := i
	if t[end-1].Low == "," {
		end--
	}
	from := end
	for from > 0 && isName(t, from-1) {
		from--
	}
	to := i + 1
	if to < len(t) && a.s.At(to, "article") > 0 {
		to++
	}
	begin := to
	for to < len(t) && isName(t, to) {
		to++
	}
	return reading.Mention{From: begin, To: to}, end-from > 1 && to > begin && !a.isBody(from, end) && a.isBody(begin, to) &&
		(t[end].Low == "," || to < len(t) && a.saying(to))
}

// isBody reports whether a run of capitalised words names a body: by an acronym or a word
// for one.
func (a *assertion) isBody(from, to int) bool {
	for i := from; i < to; i++ {
		w := reading.Possessor(a.s.Tokens[i].Low)
		if a.r.List.Body(w) || len(w) >= 3 && a.capitals(i, len(w)) {
			return true
		}
	}
	return false
}

// capitals reports whether the first n bytes of a token are capitals.
func (a *assertion) capitals(i, n int) bool {
	for _, c := range a.r.Words(a.s, i, i+1)[:n] {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

// played judges the part that the subject of a clause plays in a matter, where what is
// recorded of the fact cited gives it to another: "the jury had sought", of what the
// prosecution sought; "the union offered", of an employer's offer.
func (c *pass) played(a *assertion) {
	if len(a.segments) == 0 || c.warned(a, 0, len(a.s.Tokens), "W310") {
		return
	}
	for i := range a.s.Tokens {
		part := a.part(i)
		if part == 0 {
			continue
		}
		list := a.evidenceAt(i)
		if g := a.segmentAt(i); len(list) == 0 || a.quoted(i) || i >= g.cites || g.cites == g.to {
			continue
		}
		speak, appear := map[int]bool{}, map[int]bool{}
		for _, f := range list {
			c.partsIn(a, c.speakersOf(f), speak)
			c.partsIn(a, append(c.namesAbout(f), c.measureNames(f)...), appear)
		}
		if speak[part] || appear[part] || len(speak) == 0 && c.ofGovernment(part, list) {
			continue
		}
		if len(speak) > 0 && !shared(part) || c.partElsewhere(a, part) || c.kindApart(part, list) && !c.namedToo(c.wideMentions(a), list[0]) {
			c.warnAt("W310", a, i, []string{list[0].ID, list[0].Origin}, a.words(i, i+1)+" has no part in "+quotedIDs(list)+
				", which is from "+quote(c.list([]string{list[0].Origin})), "name who it was: {{"+list[0].ID+".origin}}")
			return
		}
	}
}

// shared reports whether a part in a matter may be that of who has another: the organisers may be a union, the auditor a court.
func shared(part int) bool { return part >= 17 && part <= 19 || part >= 21 }

// partElsewhere reports whether an origin of the file has a part in its name.
func (c *pass) partElsewhere(a *assertion, part int) bool {
	of := map[int]bool{}
	for i := range c.f.Origins {
		c.partsIn(a, []string{c.f.Origins[i].Name.Line(c.tagOf(a.r))}, of)
	}
	return of[part]
}

// part returns the part that a token names, where it begins a clause and a verb of saying
// or asking follows; else 0.
func (a *assertion) part(i int) int {
	t := a.s.Tokens
	if t[i].Kind != reading.Word || a.r.List.Part(t[i].Low) == 0 {
		return 0
	}
	j := i - 1
	if j >= 0 && a.s.First(j, j+1, "article") == j {
		j--
	}
	if a.s.UpTo(j+1, "accordingTo") >= 0 {
		return a.r.List.Part(t[i].Low)
	}
	if a.toldBy(j) {
		return a.r.List.Part(t[i].Low)
	}
	if j >= 0 && t[j].Kind == reading.Word && !t[j].Word.Joining || i+1 >= len(t) {
		return 0
	}
	if slices.ContainsFunc(a.claims, func(cl stated) bool { return a.hands(i+1, cl.from) }) {
		return 0
	}
	k := a.behindPlace(i + 1)
	for _, j := range []int{i + 1, k, i + 2} { // "the defence lawyer explained"
		if (j <= k || meaningful(&t[i+1]) && !t[i+1].Capital) && (a.saying(j) || a.s.At(j, "acts") >= 0) {
			return a.r.List.Part(t[i].Low)
		}
	}
	return 0
}

// toldBy reports whether a token ends a verb of saying behind a quotation or a comma, so that what follows is who says it: "…», le dijo
// el fiscal".
func (a *assertion) toldBy(i int) bool {
	v := a.s.UpTo(i+1, "said")
	if v > 0 && a.s.Tokens[v-1].Kind == reading.Word && len(a.s.Tokens[v-1].Low) < 4 { // le, lo
		v--
	}
	return v > 0 && a.s.Tokens[v-1].Kind == reading.Punct
}

// partsIn takes the parts that texts name into a set.
func (c *pass) partsIn(a *assertion, texts []string, into map[int]bool) {
	for _, text := range texts {
		in := c.reader.Skim(text, c.tagOf(a.r))
		for i := range in.Sentences {
			for _, t := range in.Sentences[i].Tokens {
				if p := in.List.Part(reading.Possessor(t.Low)); p > 0 {
					into[p] = true
				}
			}
		}
	}
}

// speakersOf returns the names of who may be said to say a fact: its origin, what that draws
// on, its actors, and the publishers of its sources.
func (c *pass) speakersOf(f *facts.Fact) []string {
	var out []string
	var origin func(id string, depth int)
	origin = func(id string, depth int) {
		o := c.f.Origin(id)
		for _, tag := range c.f.Briefing.Languages {
			out = append(out, o.Name.Line(tag), o.Short.Line(tag))
		}
		for _, from := range o.DerivedFrom {
			if depth < 5 {
				origin(from, depth+1)
			}
		}
	}
	origin(f.Origin, 0)
	for _, s := range f.Sources {
		out = append(out, c.f.Source(s.Source).Publisher)
	}
	for _, id := range append([]string{f.From, f.To}, f.Actors...) {
		if x := c.f.Actor(id); x != nil {
			out = append(out, x.Name.Line(c.f.Briefing.Languages[0]))
		}
	}
	return out
}

// measureNames returns the names of the measure of a fact in the briefing's languages.
func (c *pass) measureNames(f *facts.Fact) []string {
	var out []string
	if m := c.f.Measure(f.Measure); m != nil {
		for _, tag := range c.f.Briefing.Languages {
			out = append(out, m.Name.Line(tag))
		}
	}
	return out
}

// opened judges the name of an origin that begins a sentence or a segment as who says what
// is cited there, however much stands between it and the number.
func (c *pass) opened(a *assertion) {
	if len(a.segments) == 0 || c.warned(a, 0, len(a.s.Tokens), "W310") {
		return
	}
	list := c.wideMentions(a)
	for k := range a.segments {
		g := &a.segments[k]
		f := onlyFact(g)
		if f == nil || g.sourced || g.cites == g.to || a.negates(g.from, g.cites) || a.s.First(g.from, g.cites, "accordingTo") >= 0 {
			continue
		}
		m := a.subject(list, g)
		if m == nil || !a.governsAll(m, g) || c.speaksFor(m, f, a.s.Facts) || c.related(a, m, f) {
			continue
		}
		c.warnSpeaker(a, m, f)
		return
	}
}

// governsAll reports whether what stands in a segment is the object of the verb behind a name:
// it is no aside to what was
// cited before, and no semicolon or colon stands between.
func (a *assertion) governsAll(m *reading.Mention, g *segment) bool {
	end, begin := a.saidUpTo(m.To), m.From
	if begin > g.from && a.s.At(begin-1, "article") > 0 {
		begin--
	}
	if end < 0 || end >= g.cites || begin > 0 && a.s.Tokens[begin-1].Low == "," {
		return false
	}
	for i := range a.claims {
		if a.claims[i].from >= end && a.hands(m.To, a.claims[i].from) {
			return false
		}
	}
	return !slices.ContainsFunc(a.s.Tokens[end:g.cites], func(t reading.Token) bool { return t.Low == ";" || t.Low == ":" })
}
