package compose

import (
	"fmt"
	"strings"

	"sitrep/report/doc"
)

// dump writes a document as text that a person can read and compare.
func dump(d *doc.Document) string {
	p := &dumper{notes: d.Notes}
	p.line("# %s [%s] %s", d.Title, d.Language.Tag, d.Marking)
	if d.Subtitle != "" {
		p.line("subtitle: %s", d.Subtitle)
	}
	for _, e := range d.Masthead {
		p.line("%s: %s", e.Label, p.inlines(e.Value))
	}
	if f := d.Front; f != nil {
		doc.Visit(p, f.BottomLine)
		for _, h := range f.Judgements {
			p.line("%sheadline %d #%s %s · %s (%v–%v) · %s (%d)", mark(h.Marking), h.Number, h.Anchor, p.inlines(h.Text), h.Likelihood.Words, h.Likelihood.Low, h.Likelihood.High,
				h.Confidence.Words, h.Confidence.Level)
		}
		if f.Lead != nil {
			p.line("lead #%s", f.Lead.ID)
		}
	}
	doc.Visit(p, d.Summary)
	doc.Visit(p, d.Body)
	for _, c := range d.Cards {
		p.line("card %s [%d]: %s", c.ID, c.Note, c.Claim)
		for _, e := range c.Entries {
			p.line("  %s: %s", e.Label, p.inlines(e.Value))
		}
	}
	return p.String()
}

// A dumper visits a document and writes a line for each block.
type dumper struct {
	strings.Builder
	indent string
	notes  []doc.Note
}

func (p *dumper) line(format string, args ...any) {
	fmt.Fprintf(p, p.indent+format+"\n", args...)
}

func (p *dumper) nested(blocks []doc.Block) {
	p.indent += "  "
	doc.Visit(p, blocks)
	p.indent = p.indent[2:]
}

func (p *dumper) Section(s *doc.Section) {
	p.line("section #%s %s %s", s.ID, s.Title, s.Marking)
	p.nested(s.Blocks)
}

func (p *dumper) Paragraph(b *doc.Paragraph) { p.line("%s%s", mark(b.Marking), p.inlines(b.Inlines)) }

func (p *dumper) List(l *doc.List) {
	for i, item := range l.Items {
		if l.Numbers != nil {
			p.line("%d.", l.Numbers[i])
		} else {
			p.line("-")
		}
		p.nested(item)
	}
}

func (p *dumper) Quote(q *doc.Quote) { p.line(">"); p.nested(q.Blocks) }

func (p *dumper) Callout(c *doc.Callout) {
	p.line("%scallout %s", mark(c.Marking), c.Label)
	p.nested(c.Blocks)
}

func (p *dumper) Judgements(j *doc.Judgements) {
	for _, i := range j.Items {
		p.line("%sjudgement %d #%s", mark(i.Marking), i.Number, i.ID)
		p.nested(i.Blocks)
		for _, in := range [][]doc.Inline{i.Likelihood, i.Confidence, i.Basis} {
			if in != nil {
				p.line("  %s", p.inlines(in))
			}
		}
	}
}

func (p *dumper) KeyFigures(k *doc.KeyFigures) {
	for _, i := range k.Items {
		p.line("%skey figure %s (%s): %s", mark(i.Marking), i.What, i.Unit, i.Finding)
		for _, c := range i.Claims {
			p.line("  %s%s, %s, %s", mark(c.Marking), p.inlines(c.Value), p.inlines(c.Who), c.Standing)
		}
	}
}

func (p *dumper) Image(m *doc.Image) {
	p.line("%simage #%s %s: %s (%s, %d bytes), alt: %s, credit: %s, %s", mark(m.Marking), m.ID, m.Label, m.Title, m.Type, len(m.Data), m.Alt, m.Credit, p.inlines(m.Source))
}

func (p *dumper) Table(t *doc.Table) {
	p.line("%stable #%s %s: %s", mark(t.Marking), t.ID, t.Label, t.Title)
	var head []string
	for _, c := range t.Columns {
		head = append(head, c.Title)
	}
	p.line("  %s", strings.Join(head, " | "))
	for _, r := range t.Rows {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, p.inlines(c))
		}
		p.line("  %s%s", mark(r.Marking), strings.Join(cells, " | "))
	}
	if t.Note != nil {
		p.line("  %s", p.inlines(t.Note))
	}
}

func (p *dumper) Figure(f *doc.Figure) {
	p.line("%sfigure #%s %s: %s", mark(f.Marking), f.ID, f.Label, f.Chart.Title)
	p.line("  %s", f.Chart.Subtitle)
	t := f.Chart.Table()
	p.line("  %s", strings.Join(t.Head, " | "))
	for _, r := range t.Rows {
		p.line("  %s", strings.Join(r, " | "))
	}
	p.line("  alt: %s", f.Chart.Alt())
	if f.Note != nil {
		p.line("  note: %s", p.inlines(f.Note))
	}
	p.line("  %s", p.inlines(f.Source))
}

func (p *dumper) Endnotes(*doc.Endnotes) {
	for _, n := range p.notes {
		p.line("%s[%d] %s (%s). %s. %s %s", mark(n.Marking), n.Number, n.Title, n.Language, n.Publisher, n.URL, n.Archived)
		for _, e := range n.Details {
			p.line("  %s: %s", e.Label, p.inlines(e.Value))
		}
	}
}

func mark(m doc.Marking) string {
	if m == "" {
		return ""
	}
	return "(" + string(m) + ") "
}

func (p *dumper) inlines(in []doc.Inline) string {
	var w inlineDump
	doc.VisitInlines(&w, in)
	return w.String()
}

// An inlineDump writes inlines with their kinds in brackets.
type inlineDump struct{ strings.Builder }

func (w *inlineDump) wrap(open string, in []doc.Inline, end string) {
	w.WriteString(open)
	doc.VisitInlines(w, in)
	w.WriteString(end)
}

func (w *inlineDump) Text(n doc.Text)          { w.WriteString(string(n)) }
func (w *inlineDump) Emphasis(n *doc.Emphasis) { w.wrap("*", n.Inlines, "*") }
func (w *inlineDump) Strong(n *doc.Strong)     { w.wrap("**", n.Inlines, "**") }
func (w *inlineDump) Foreign(n *doc.Foreign)   { w.wrap("<"+n.Tag+">", n.Inlines, "</>") }
func (w *inlineDump) Link(n *doc.Link)         { w.wrap("[", n.Inlines, "]("+n.URL+")") }
func (w *inlineDump) Value(n *doc.Value)       { w.WriteString("{" + n.Card + "=" + n.Text + "}") }
func (w *inlineDump) Abbreviation(n *doc.Abbreviation) {
	if n.First {
		w.WriteString(n.Meaning + "=")
	}
	w.WriteString("<" + n.Short + ">")
}
func (w *inlineDump) Reference(n *doc.Reference) { w.wrap("[", n.Inlines, "](#"+n.Anchor+")") }
func (w *inlineDump) Break(doc.Break)            { w.WriteString(" / ") }
func (w *inlineDump) NoteRef(n *doc.NoteRef) {
	fmt.Fprintf(w, "[%s]", n.Numbers())
	if n.Locator != "" {
		fmt.Fprintf(w, "(%s)", n.Locator)
	}
}
