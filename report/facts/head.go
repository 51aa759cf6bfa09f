package facts

import (
	"slices"
	"strconv"
	"sync"

	"sitrep/report/claim"
	"sitrep/report/facts/tree"
)

var (
	topShape        = shapeOf("file")
	briefingShape   = shapeOf("briefing")
	revisionShape   = shapeOf("revision")
	schemeShape     = shapeOf("ownScheme")
	levelShape      = shapeOf("level")
	actorShape      = shapeOf("actor")
	placeShape      = shapeOf("place")
	dimensionShape  = shapeOf("dimension")
	valueShape      = shapeOf("value")
	originShape     = shapeOf("origin")
	sourceShape     = shapeOf("source")
	fieldShape      = shapeOf("field")
	hypothesisShape = shapeOf("hypothesis")
	judgementShape  = shapeOf("judgement")
	outcomeShape    = shapeOf("outcome")
	allowShape      = shapeOf("allowance")
)

// top reads the whole. The briefing comes first, wherever it stands: its
// languages and its scale are what texts and judgements are held to.
func (l *loader) top(n *tree.Node) {
	o := l.open(n, &topShape)
	if o == nil {
		return
	}
	f := l.f
	l.str(o.get("$schema"))
	l.format(o.get("format"))
	if b := o.get("briefing"); b != nil {
		l.briefing(b, &f.Briefing)
	}
	l.entries(o.get("actors"), "actor", func(id string, n *tree.Node) { f.Actors = append(f.Actors, l.actor(id, n)) })
	l.entries(o.get("places"), "place", func(id string, n *tree.Node) { f.Places = append(f.Places, l.place(id, n)) })
	l.entries(o.get("measures"), "measure", func(id string, n *tree.Node) { f.Measures = append(f.Measures, l.measure(id, n)) })
	l.entries(o.get("dimensions"), "dimension", func(id string, n *tree.Node) { f.Dimensions = append(f.Dimensions, l.dimension(id, n)) })
	l.entries(o.get("hypotheses"), "hypothesis", func(id string, n *tree.Node) {
		f.Hypotheses = append(f.Hypotheses, Hypothesis{id, l.need(l.entry(id, n, &hypothesisShape), "name", plain)})
	})
	l.entries(o.get("origins"), "origin", func(id string, n *tree.Node) { f.Origins = append(f.Origins, l.origin(id, n)) })
	l.entries(o.get("sources"), "source", func(id string, n *tree.Node) { f.Sources = append(f.Sources, l.source(id, n)) })
	l.facts(o.get("facts"))
	l.items(o.get("judgements"), "judgements", func(n *tree.Node) { f.Judgements = append(f.Judgements, l.judgement(n)) })
	l.items(o.get("allow"), "allowances", func(n *tree.Node) { f.Allow = append(f.Allow, l.allowance(n)) })
	l.items(o.get("sections"), "sections", func(n *tree.Node) { f.Sections = append(f.Sections, l.section(n, l.whole())) })
	f.index = newIndex(f)
	f.references = sync.OnceValue(func() *References { return newReferences(f) })
	f.namesakes = sync.OnceValue(func() *Namesakes { return newNamesakes(f) })
}

func (l *loader) format(n *tree.Node) {
	if n == nil || !l.is(n, tree.Number, "the number 1") {
		return
	}
	if v, err := strconv.ParseFloat(n.Text, 64); err != nil || v != 1 {
		l.at(n, "E222", "this program reads format 1, not "+short(n.Text), "")
	}
}

// briefing reads the head into b.
func (l *loader) briefing(n *tree.Node, b *Briefing) {
	o := l.open(n, &briefingShape)
	if o == nil {
		return
	}
	o.owner = l.bare(o.get("id"))
	b.ID = o.owner
	b.Languages = l.languages(o.get("languages"))
	b.AsOf = l.date(o.get("as_of"))
	b.Edition, b.Publisher = l.str(o.get("edition")), l.str(o.get("publisher"))
	b.MarkingScheme, b.LevelNames = l.scheme(o)
	b.Marking, _ = l.marking(o.get("marking"), b.MarkingScheme.At(0))
	b.LikelihoodScale = one(l, o.get("likelihood_scale"), "a scale of likelihood", claim.LikelihoodScales())
	b.Scales = one(l, o.get("scales"), "a detail of keys", claim.KeyDetails())
	b.StaleAfterDays = l.days(o.get("stale_after_days"))
	l.items(o.get("authors"), "names", func(n *tree.Node) { b.Authors = append(b.Authors, l.str(n)) })
	b.Title = l.need(o, "title", marked)
	b.Subtitle = l.text(o, "subtitle", marked)
	b.Summary = l.text(o, "summary", markdown)
	b.BottomLine = l.text(o, "bottom_line", marked)
	b.Contact = l.text(o, "contact", plain)
	b.Disclaimer = l.text(o, "disclaimer", marked)
	l.items(o.get("distribution"), "texts", func(n *tree.Node) {
		b.Distribution = append(b.Distribution, l.wording(n, o.owner, "distribution", plain))
	})
	if logo := o.get("logo"); logo != nil {
		b.Logo = l.image(logo, Image{})
	}
	l.items(o.get("history"), "editions", func(n *tree.Node) { b.History = append(b.History, l.revision(n, o.owner)) })
	l.abbreviations(o, b)
}

func (l *loader) revision(n *tree.Node, owner string) Revision {
	o := l.open(n, &revisionShape)
	if o == nil {
		return Revision{}
	}
	o.owner = owner
	return Revision{l.str(o.get("edition")), l.date(o.get("date")), l.need(o, "note", marked)}
}

// abbreviations reads an object from abbreviation to meaning.
func (l *loader) abbreviations(o *object, b *Briefing) {
	n := o.get("abbreviations")
	if n == nil || n.Kind != tree.Object && !l.is(n, tree.Object, "an object from abbreviation to meaning") {
		return
	}
	for i := range n.Kids {
		k := &n.Kids[i]
		if blank(k.Key) {
			l.report(k.KeyOff, "E220", "the abbreviation says nothing", "")
		}
		b.Abbreviations = append(b.Abbreviations, Abbreviation{k.Key, l.wording(k, o.owner, "abbreviations", plain)})
	}
}

// days reads a number of days.
func (l *loader) days(n *tree.Node) int {
	return l.integer(n, "a whole number of days, 0 or more", 0, 1e6)
}

// bare reads the briefing's id, which is outside the shared namespace.
func (l *loader) bare(n *tree.Node) string {
	id := l.str(n)
	if n != nil && n.Kind == tree.String {
		l.form(id, n.Off)
		if reserved(id) {
			l.at(n, "E206", quote(id)+" cannot name files on Windows, where it is a device", "add a word to it")
		}
	}
	return id
}

// reserved reports whether Windows takes files of that name, with any ending, for a
// device (Naming Files, Paths, and Namespaces).
func reserved(id string) bool {
	if len(id) == 4 && (id[:3] == "com" || id[:3] == "lpt") && id[3] >= '0' && id[3] <= '9' {
		return true
	}
	return slices.Contains([]string{"con", "prn", "aux", "nul"}, id)
}
