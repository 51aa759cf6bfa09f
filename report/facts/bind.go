package facts

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/facts/tree"
	"sitrep/report/prose"
)

// A bind is a value, a citation or a reference in prose, noted to be resolved.
type bind struct {
	off   int // in the file
	value *prose.Value
	cite  *prose.Cite
	ref   *prose.Ref
	other *prose.Mention // what another program would read as one
}

// bind notes the values and citations of a Markdown string.
func (l *loader) bind(n *tree.Node, blocks []prose.Block) {
	cursor := tree.NewCursor(l.f.source, n)
	prose.Walk(blocks, func(in prose.Inline) {
		switch in := in.(type) {
		case *prose.Value:
			l.binds = append(l.binds, bind{off: cursor.At(in.Off), value: in})
		case *prose.Cite:
			l.binds = append(l.binds, bind{off: cursor.At(in.Off), cite: in})
		case *prose.Ref:
			l.binds = append(l.binds, bind{off: cursor.At(in.Off), ref: in})
		}
	})
}

// mentions notes what other programs would read as citations or values in a Markdown string.
func (l *loader) mentions(n *tree.Node) {
	found := prose.Mentions(n.Text)
	cursor := tree.NewCursor(l.f.source, n)
	for i := range found {
		l.binds = append(l.binds, bind{off: cursor.At(found[i].Off), other: &found[i]})
	}
}

// mentioned judges what looks like a citation or a value to other programs, and would be printed as it stands.
func (l *loader) mentioned(off int, m *prose.Mention) {
	text := m.Text
	_, fact := l.f.index.facts[m.ID]
	_, source := l.f.index.sources[m.ID]
	switch {
	case fact && text[0] == '{':
		l.report(off, "E414", quote(text)+" is not read as a value", "write {{"+m.ID+"}}; a plain brace is written \\{")
	case fact || source:
		l.report(off, "E414", quote(text)+" is not read as a citation", "write [@"+m.ID+"]; the plain sign is written \\"+text[:1])
	}
}

// bound judges one.
func (l *loader) bound(b *bind) {
	if b.other != nil {
		l.mentioned(b.off, b.other)
		return
	}
	if b.ref != nil {
		l.referred(b.off, b.ref.ID)
		return
	}
	if b.cite != nil {
		l.cited(b.off, b.cite.ID)
		return
	}
	i, ok := l.f.index.facts[b.value.ID]
	if !ok {
		l.notFact(b)
		return
	}
	f := &l.f.Facts[i]
	if f.Has(claim.Part(b.value.Part)) {
		return
	}
	n := l.f.nodes[i]
	if n.Get(b.value.Part) != nil || b.value.Part == string(claim.PartDate) && (n.Get("date") != nil || n.Get("as_of") != nil) {
		return // it has a problem of its own
	}
	hint := ""
	if parts := f.parts(); len(parts) > 0 {
		hint = "it has " + strings.Join(parts, ", ")
	}
	l.report(b.off, "E411", "the fact "+quote(f.ID)+" has no "+b.value.Part, hint)
}

func (l *loader) notFact(b *bind) {
	id := b.value.ID
	before := len(l.found)
	l.unresolved(b.off, id, "fact", "E409", "E409")
	if _, ok := l.f.index.sources[id]; ok {
		l.found[before].hint = "a source is cited: [@" + id + "]"
	}
}

func (l *loader) cited(off int, id string) {
	if _, ok := l.f.index.sources[id]; ok {
		return
	}
	i, ok := l.f.index.facts[id]
	switch {
	case !ok:
		l.unresolved(off, id, "source", "E410", "E410")
	case len(l.f.Facts[i].Sources) == 0:
		l.report(off, "E410", "the fact "+quote(id)+" has no sources to cite", "")
	}
}

// referable are the kinds of things that [#id] can refer to.
var referable = []string{"section", "chart", "table", "image", "judgement"}

// referred judges a reference to a part of the document.
func (l *loader) referred(off int, id string) {
	what := l.shared[id]
	if slices.Contains(referable, what) {
		return
	}
	hint := ""
	switch what {
	case "fact":
		hint = "a value is written {{" + id + "}}"
	case "source":
		hint = "a source is cited: [@" + id + "]"
	}
	var known []string
	for _, n := range l.named {
		if slices.Contains(referable, n.what) {
			known = append(known, n.id)
		}
	}
	slices.Sort(known)
	l.report(off, "E417", "no figure, table, section or judgement has the id "+quote(id), l.spell.meant(id, known, hint))
}

// Has reports whether the fact has the part that {{id.part}} asks for: low, best,
// high, date (an event's date, else as_of), origin, statement. The empty part,
// for {{id}}, is always there: an amount, an event's date, a transfer's item or a
// statement.
func (f *Fact) Has(part claim.Part) bool {
	switch part {
	case claim.PartLow:
		return f.Low != nil
	case claim.PartBest:
		return f.Best != nil
	case claim.PartHigh:
		return f.High != nil
	case claim.PartDate:
		return !f.When().IsZero()
	case claim.PartStatement:
		return !f.Statement.IsZero()
	}
	return part == "" || part == claim.PartOrigin
}

func (f *Fact) parts() []string {
	var out []string
	for _, p := range claim.Parts() {
		if f.Has(p) {
			out = append(out, string(p))
		}
	}
	return out
}

var proseCodes = map[prose.Kind]string{
	prose.HTML: "E401", prose.Heading: "E402", prose.Code: "E403", prose.Image: "E404", prose.Rule: "E405",
	prose.Address: "E406", prose.BadValue: "E407", prose.BadCite: "E408", prose.Tangled: "E412", prose.Definition: "E413",
	prose.Unread: "E414", prose.BadTable: "E415", prose.BadRef: "E416",
}
