package flow

import "sitrep/report/doc"

// anchors finds what links inside the document can lead to, before anything is
// written: a link to nowhere is not written as one.
type anchors struct {
	all  map[string]bool
	rows map[string]bool // those of table rows
}

func findAnchors(d *doc.Document) *anchors {
	a := &anchors{all: map[string]bool{}, rows: map[string]bool{}}
	doc.Visit(a, d.Summary)
	doc.Visit(a, d.Body)
	return a
}

func (a *anchors) add(id string) {
	if id != "" {
		a.all[id] = true
	}
}

// Section and the other methods visit the blocks that bear or hold anchors.
func (a *anchors) Section(b *doc.Section) { a.add(b.ID); doc.Visit(a, b.Blocks) }

// Paragraph bears none.
func (a *anchors) Paragraph(*doc.Paragraph) {}

// List holds blocks.
func (a *anchors) List(b *doc.List) {
	for _, item := range b.Items {
		doc.Visit(a, item)
	}
}

// Quote holds blocks.
func (a *anchors) Quote(b *doc.Quote) { doc.Visit(a, b.Blocks) }

// Callout holds blocks.
func (a *anchors) Callout(b *doc.Callout) { doc.Visit(a, b.Blocks) }

// Judgements bear one each.
func (a *anchors) Judgements(b *doc.Judgements) {
	for i := range b.Items {
		a.add(b.Items[i].ID)
		doc.Visit(a, b.Items[i].Blocks)
	}
}

// Image bears one.
func (a *anchors) Image(b *doc.Image) { a.add(b.ID) }

// KeyFigures bear none.
func (a *anchors) KeyFigures(*doc.KeyFigures) {}

// Table bears one, and one for each row.
func (a *anchors) Table(b *doc.Table) {
	a.add(b.ID)
	for i := range b.Rows {
		if id := b.Rows[i].ID; id != "" && len(b.Columns) > 0 {
			a.all[id], a.rows[id] = true, true
		}
	}
}

// Figure bears one.
func (a *anchors) Figure(b *doc.Figure) {
	if b.Chart != nil && b.Chart.Plot != nil {
		a.add(b.ID)
	}
}

// Endnotes show the notes: they are told apart from other anchors by number.
func (a *anchors) Endnotes(*doc.Endnotes) { a.all[endnotes] = true }

// endnotes is the anchor that says that the notes are shown. No id holds a space.
const endnotes = "the notes"
