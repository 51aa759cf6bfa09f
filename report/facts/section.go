package facts

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/facts/tree"
)

var (
	sectionShape = shape{"a section", []string{"id", "title", "body"}, []string{"sections", "marking"}}
	selectShape  = shape{"a selection", nil, []string{"type", "measure", "origin", "place", "actor", "status", "category", "from", "to", "ids"}}
)

// blockKinds are the keys that name the kind of a block, and blockShapes the keys of each.
var (
	blockKinds  = []string{"text", "chart", "table", "judgements", "callout"}
	blockShapes = map[string]*shape{
		"text":       {"a text block", []string{"text"}, []string{"marking"}},
		"chart":      {"a chart", []string{"chart", "id"}, []string{"title", "note", "select", "sort", "latest", "group", "scale", "events", "marking"}},
		"table":      {"a table", []string{"table"}, []string{"select", "columns", "title", "marking"}},
		"judgements": {"a block of judgements", []string{"judgements"}, []string{"marking"}},
		"callout":    {"a callout", []string{"callout"}, []string{"tone", "marking"}},
	}
)

func (l *loader) section(n *tree.Node) Section {
	o := l.open(n, &sectionShape)
	if o == nil {
		return Section{}
	}
	o.owner = l.id(o.get("id"), "section")
	s := Section{ID: o.owner, Title: l.need(o, "title", marked), Marking: l.marking(o.get("marking")), Pointer: l.f.root.Pointer(n.Off)}
	l.items(o.get("body"), "blocks", func(n *tree.Node) { s.Body = append(s.Body, l.block(n, o.owner)) })
	l.items(o.get("sections"), "sections", func(n *tree.Node) { s.Sections = append(s.Sections, l.section(n)) })
	return s
}

// block reads a block; a bare string or array of strings is a text. The key of
// the kind need not come first: members of a JSON object have no order (RFC 8259,
// section 4).
func (l *loader) block(n *tree.Node, owner string) Block {
	b := Block{Pointer: l.f.root.Pointer(n.Off)}
	if n.Kind == tree.String || n.Kind == tree.Array {
		t := l.wording(n, owner, "text", markdown)
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
	o := &object{n, owner}
	b.Marking = l.marking(o.get("marking"))
	switch kind {
	case "text":
		t := l.need(o, "text", markdown)
		b.Text = &t
	case "chart":
		b.Chart = l.chart(o)
	case "table":
		b.Table = l.table(o)
	case "judgements":
		ids := l.references(o.get("judgements"), "judgement", "")
		b.Judgements = &ids
	case "callout":
		b.Callout = &Callout{l.need(o, "callout", markdown), one(l, o.get("tone"), "a tone", claim.Tones())}
	}
	return b
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
	for _, other := range blockKinds {
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
		Group:  one(l, o.get("group"), "a grouping", claim.Groupings()),
		Scale:  one(l, o.get("scale"), "a scale", claim.AxisScales()),
		Events: l.flag(o.get("events")),
	}
	c.Select = l.selection(o, c.Kind, c.Kind != "")
	return c
}

func (l *loader) table(o *object) *Table {
	t := &Table{Title: l.text(o, "title", marked)}
	if l.word(o.get("table"), "a kind of table", []string{"facts"}) != "" {
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
			l.choices = append(l.choices, choice{o.n, kind, Selection{}})
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
		From:     l.date(in.get("from")),
		To:       l.date(in.get("to")),
	}
	if !s.From.IsZero() && !s.To.IsZero() && s.To.Last() < s.From.First() {
		l.at(in.get("to"), "E505", "to ("+s.To.String()+") is before from ("+s.From.String()+")", "")
	}
	if try && len(l.found) == before {
		l.choices = append(l.choices, choice{n, kind, s})
	}
	return s
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

// EachSection calls do for every section, those in others too, in the order of the file.
func EachSection(sections []Section, do func(*Section)) {
	for i := range sections {
		do(&sections[i])
		EachSection(sections[i].Sections, do)
	}
}
