package facts

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts/tree"
)

var (
	sectionShape = shapeOf("section")
	selectShape  = shapeOf("selection")
	noteShape    = shapeOf("chartNote")
)

// blockKinds are the keys that name the kind of a block, and blockShapes the keys of each.
var (
	blockKinds  = []string{"text", "chart", "table", "judgements", "outcomes", "callout", "image"}
	blockShapes = map[string]*shape{
		"text": ownShape("textBlock"), "chart": ownShape("chart"), "table": ownShape("table"), "cells": ownShape("cells"),
		"judgements": ownShape("judgementsBlock"), "outcomes": ownShape("outcomesBlock"), "callout": ownShape("callout"),
		"image": ownShape("imageBlock"),
	}
)

// section reads a section, which lies within something of that marking.
func (l *loader) section(n *tree.Node, within Marking) Section {
	o := l.open(n, &sectionShape)
	if o == nil {
		return Section{}
	}
	o.owner = l.id(o.get("id"), "section")
	s := Section{ID: o.owner, Title: l.need(o, "title", marked), Pointer: l.f.root.Pointer(n.Off)}
	s.Marking, s.Marked = l.marking(o.get("marking"), within)
	l.items(o.get("body"), "blocks", func(n *tree.Node) { s.Body = append(s.Body, l.block(n, &s)) })
	l.items(o.get("sections"), "sections", func(n *tree.Node) { s.Sections = append(s.Sections, l.section(n, s.Marking)) })
	return s
}

// block reads a block of a section; a bare string or array of strings is a text. The
// key of the kind need not come first: members of a JSON object have no order (RFC
// 8259, section 4).
func (l *loader) block(n *tree.Node, s *Section) Block {
	b := Block{Pointer: l.f.root.Pointer(n.Off), Marking: s.Marking}
	if n.Kind == tree.String || n.Kind == tree.Array {
		t := l.wording(n, s.ID, "text", markdown)
		l.says(n, t)
		b.Text = &t
		return b
	}
	if !l.is(n, tree.Object, "a block: a text or an object") {
		return b
	}
	kind := l.blockKind(n)
	if kind == "" {
		return b
	}
	l.missing(n, blockShapes[kind])
	o := &object{n, s.ID}
	b.Marking, b.Marked = l.marking(o.get("marking"), s.Marking)
	l.content(o, kind, &b)
	return b
}

// content reads what makes the kind of a block.
func (l *loader) content(o *object, kind string, b *Block) {
	switch kind {
	case "text":
		t := l.need(o, "text", markdown)
		b.Text = &t
	case "chart":
		b.Chart = l.chart(o)
	case "table":
		b.Table = l.table(o)
	case "cells":
		b.Cells = l.cells(o)
	case "judgements":
		ids := l.references(o.get("judgements"), "judgement", "")
		b.Judgements = &ids
	case "outcomes":
		ids := l.references(o.get("outcomes"), "judgement", "")
		b.Outcomes = &ids
	case "callout":
		b.Callout = &Callout{l.need(o, "callout", markdown), one(l, o.get("tone"), "a tone", claim.Tones())}
	case "image":
		b.Image = l.picture(o)
	}
}

// picture reads an image block.
func (l *loader) picture(o *object) *Image {
	img := Image{Alt: l.need(o, "alt", plain), Title: l.text(o, "title", marked), Credit: l.text(o, "credit", plain),
		Sources: l.references(o.get("sources"), "source", "")}
	if id := o.get("id"); id != nil {
		img.ID = l.id(id, "image")
	}
	if n := o.get("image"); n != nil {
		img.Path = l.image(n, img)
		img.Pointer = l.f.root.Pointer(n.Off)
	}
	return &img
}

// blockKind finds the one key that names the kind and reports keys of others.
func (l *loader) blockKind(n *tree.Node) string {
	kind := ""
	for i := range n.Kids {
		k := &n.Kids[i]
		switch {
		case !slices.Contains(blockKinds, k.Key):
		case kind == "":
			kind = k.Key
		default:
			l.report(k.KeyOff, "E501", "a block is of one kind, and this one is already a "+kind, "make two blocks of it")
		}
	}
	if t := n.Get("table"); kind == "table" && t.Kind == tree.String && t.Text == "cells" {
		kind = "cells"
	}
	if kind == "" && !n.Cut {
		l.at(n, "E501", "the block has no kind: one of the keys "+strings.Join(blockKinds, ", "), l.kindHint(n))
	}
	for i := range n.Kids {
		if k := &n.Kids[i]; kind != "" && !blockShapes[kind].has(k.Key) && !slices.Contains(blockKinds, k.Key) {
			l.strayOption(k, blockShapes[kind])
		}
	}
	return kind
}

func (l *loader) kindHint(n *tree.Node) string {
	for i := range n.Kids {
		if slices.Contains(l.declared, n.Kids[i].Key) {
			return `a text in several languages is written {"text": {…}}`
		}
		if k := l.spell.nearest(n.Kids[i].Key, blockKinds); k != "" {
			return "did you mean " + quote(k) + "?"
		}
	}
	return ""
}

// strayOption reports a key that the kind of block does not take.
func (l *loader) strayOption(k *tree.Node, s *shape) {
	for _, other := range append(blockKinds, "cells") {
		if blockShapes[other].has(k.Key) {
			l.report(k.KeyOff, "E502", s.what+" has no key "+quote(k.Key)+": it belongs to "+blockShapes[other].what, "")
			return
		}
	}
	l.unknown(k, s)
}

// chart reads a chart block. Any kind of chart takes any option; one that does
// not fit its kind has no effect.
func (l *loader) chart(o *object) *Chart {
	o.owner = l.id(o.get("id"), "chart")
	c := &Chart{
		Kind:   one(l, o.get("chart"), "a kind of chart", claim.ChartKinds()),
		ID:     o.owner,
		Title:  l.text(o, "title", marked),
		Note:   l.text(o, "note", marked),
		Sort:   one(l, o.get("sort"), "an order", claim.Orders()),
		Latest: l.flag(o.get("latest")),
		Group:  l.grouping(o.get("group")),
		Scale:  one(l, o.get("scale"), "a scale", claim.AxisScales()),
		Events: l.flag(o.get("events")),
		Lead:   l.flag(o.get("lead")),
	}
	c.Select = l.selection(o, c.Kind, c.Kind != "")
	l.items(o.get("notes"), "notes", func(n *tree.Node) { c.Notes = append(c.Notes, l.chartNote(n, c)) })
	return c
}

// chartNote reads the author's words at a mark: at a fact, where one has that id, else at a date.
func (l *loader) chartNote(n *tree.Node, c *Chart) ChartNote {
	o := l.open(n, &noteShape)
	if o == nil {
		return ChartNote{}
	}
	o.owner = c.ID
	note := ChartNote{Text: l.need(o, "text", marked)}
	at := o.get("at")
	if at == nil || at.Kind != tree.String && !l.is(at, tree.String, "the id of a fact, or a date") {
		return note
	}
	if d, err := date.Parse(at.Text); err == nil && !l.isFact(at.Text) {
		note.Date = d
		if c.Kind != "" && c.Kind != claim.Trend {
			l.at(at, "E506", "a figure of kind "+quote(string(c.Kind))+" has no axis of time for a note at a date",
				"give the id of a fact that it shows, or write the words in \"note\"")
		}
		return note
	}
	note.Fact = l.reference(at, "fact", "")
	l.ats = append(l.ats, noteAt{at, c})
	return note
}

// isFact reports whether a fact has the id.
func (l *loader) isFact(id string) bool {
	if l.factIDs == nil {
		l.factIDs = make(map[string]bool, len(l.f.Facts))
		for i := range l.f.Facts {
			l.factIDs[l.f.Facts[i].ID] = true
		}
	}
	return l.factIDs[id]
}

func (l *loader) table(o *object) *Table {
	t := &Table{Title: l.text(o, "title", marked)}
	if id := o.get("id"); id != nil {
		t.ID = l.id(id, "table")
	}
	if l.word(o.get("table"), "a kind of table", []string{"facts", "cells"}) != "" {
		t.Select = l.selection(o, "", true)
	}
	l.items(o.get("columns"), "columns", func(n *tree.Node) { t.Columns = append(t.Columns, one(l, n, "a column", claim.Columns())) })
	return t
}

// selection reads what a chart or table shows, and notes it to be tried when
// all facts are known; try is false where the kind is not known.
func (l *loader) selection(o *object, kind claim.ChartKind, try bool) Selection {
	n := o.get("select")
	if n == nil {
		if try {
			l.choices = append(l.choices, choice{n: o.n, kind: kind, log: logarithmic(o)})
		}
		return Selection{}
	}
	before := len(l.found)
	in := l.open(n, &selectShape)
	s := Selection{
		Type:     values(l, in.get("type"), func(n *tree.Node) claim.FactType { return one(l, n, "a type of fact", claim.FactTypes()) }),
		Status:   values(l, in.get("status"), func(n *tree.Node) claim.Status { return one(l, n, "a status", claim.Statuses()) }),
		Category: values(l, in.get("category"), func(n *tree.Node) claim.Category { return one(l, n, "a category", claim.Categories()) }),
		Measure:  l.chosen(in.get("measure"), "measure"),
		Origin:   l.chosen(in.get("origin"), "origin"),
		Place:    l.chosen(in.get("place"), "place"),
		Actor:    l.chosen(in.get("actor"), "actor"),
		IDs:      l.chosen(in.get("ids"), "fact"),
		By:       l.chosenBy(in.get("by")),
		From:     l.date(in.get("from")),
		To:       l.date(in.get("to")),
	}
	if !s.From.IsZero() && !s.To.IsZero() && s.To.Last() < s.From.First() {
		l.at(in.get("to"), "E505", "to ("+s.To.String()+") is before from ("+s.From.String()+")", "")
	}
	if try && len(l.found) == before {
		l.choices = append(l.choices, choice{n: n, kind: kind, s: s, log: logarithmic(o)})
	}
	return s
}

// logarithmic returns the scale of a chart where it is logarithmic.
func logarithmic(o *object) *tree.Node {
	if n := o.get("scale"); n != nil && n.Kind == tree.String && claim.AxisScale(n.Text) == claim.Logarithmic {
		return n
	}
	return nil
}

// values reads a value or an array of values.
func values[T any](l *loader, n *tree.Node, read func(*tree.Node) T) []T {
	if n == nil || n.Kind == tree.Invalid {
		return nil
	}
	if n.Kind != tree.Array {
		return []T{read(n)}
	}
	if len(n.Kids) == 0 && !n.Cut {
		l.at(n, "E221", n.Key+" is empty", "leave the key out to take all")
	}
	out := make([]T, 0, len(n.Kids))
	for i := range n.Kids {
		out = append(out, read(&n.Kids[i]))
	}
	return out
}

func (l *loader) chosen(n *tree.Node, want string) []string {
	return values(l, n, func(n *tree.Node) string { return l.reference(n, want, "") })
}

// chosenBy reads, for each dimension, a value or an array of values.
func (l *loader) chosenBy(n *tree.Node) []Coordinate {
	if n == nil || n.Kind != tree.Object && !l.is(n, tree.Object, "an object from dimension to value") {
		return nil
	}
	var out []Coordinate
	for i := range n.Kids {
		k := &n.Kids[i]
		l.refs = append(l.refs, ref{n: k, want: "dimension", key: true})
		values(l, k, func(n *tree.Node) string {
			if n.Kind == tree.String || l.is(n, tree.String, "the id of a value (a string)") {
				l.refs = append(l.refs, ref{n: n, want: "value", owner: k.Key})
				out = append(out, Coordinate{k.Key, n.Text})
			}
			return ""
		})
	}
	return out
}

// EachSection calls do for every section, those in others too, in the order of the file.
func EachSection(sections []Section, do func(*Section)) {
	for i := range sections {
		do(&sections[i])
		EachSection(sections[i].Sections, do)
	}
}

// EachBlock calls do for every block of the sections, in the order of the file.
func EachBlock(sections []Section, do func(*Block)) {
	EachSection(sections, func(s *Section) {
		for i := range s.Body {
			do(&s.Body[i])
		}
	})
}

// grouping reads by what a chart groups its rows: one of a list, or a dimension of the file.
func (l *loader) grouping(n *tree.Node) claim.Grouping {
	if n != nil && n.Kind == tree.String && len(l.f.Dimensions) > 0 && !claim.Known(claim.Grouping(n.Text), claim.Groupings()) {
		return claim.Grouping(l.reference(n, "dimension", ""))
	}
	return one(l, n, "a grouping", claim.Groupings())
}
