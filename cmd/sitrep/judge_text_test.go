package main

import (
	"regexp"
	"strings"
	"testing"

	"sitrep/data"
	"sitrep/report"
	drawn "sitrep/report/chart"
	"sitrep/report/compose"
	"sitrep/report/doc"
)

// spoken holds that pdftotext finds in the sample's PDF every heading,
// judgement and caption in reading order, and every number of the document.
func spoken(t *testing.T, files []string) {
	pdftotext := need(t, "pdftotext")
	f, _ := report.Load(data.SampleName, data.Sample)
	if f == nil {
		t.Fatal("the sample has problems")
	}
	for _, file := range files {
		for _, tag := range f.Briefing.Languages {
			if !strings.HasSuffix(file, f.Briefing.ID+"."+tag+".pdf") {
				continue
			}
			d, err := compose.Document(f, compose.Options{Lang: tag})
			if err != nil {
				t.Fatal(err)
			}
			page := bare(furniture.ReplaceAllString(output(t, pdftotext, "-raw", file, "-"), ""))
			r := &reader{}
			doc.Visit(r, d.Body)
			inOrder(t, file, page, r.text)
			inOrder(t, file, page, r.figures)
			inOrder(t, file, page, r.tables)
			for _, n := range digits.FindAllString(allText(d), -1) {
				if !strings.Contains(page, n) {
					t.Errorf("%s lacks the number %s", file, n)
				}
			}
		}
	}
}

// furniture is what stands at the head and foot of a page, and what breaks it.
var furniture = regexp.MustCompile(`(?m)^\f?(Page \d+ of \d+|Página \d+ de \d+|TLP:[A-Z+]+|.*…|.*· (edition|edición) \d+)$|\f`)

var digits = regexp.MustCompile(`\d[\d,.]*\d`)

// bare takes all white space away, for lines end where the page is full.
func bare(s string) string { return strings.Join(strings.Fields(s), "") }

func inOrder(t *testing.T, file, page string, parts []string) {
	t.Helper()
	if len(parts) < 3 {
		t.Fatalf("%s: only %d parts to look for", file, len(parts))
	}
	at := 0
	for _, p := range parts {
		i := strings.Index(page[at:], bare(p))
		if i < 0 {
			where := "missing"
			if strings.Contains(page, bare(p)) {
				where = "out of order"
			}
			t.Errorf("%s: %s: %q", file, where, p)
			continue
		}
		at += i
	}
}

// A reader goes through a document as a person does, and keeps three lists in
// reading order: the text, by its judgements and the beginnings of its
// sections, and the captions of figures and of tables, since a figure may stand
// after the text and the tables that follow it.
type reader struct{ text, figures, tables []string }

var _ doc.Visitor = (*reader)(nil)

func (r *reader) Section(b *doc.Section) {
	if len(b.Blocks) > 0 {
		if p, ok := b.Blocks[0].(*doc.Paragraph); ok {
			r.text = append(r.text, b.Title+opening(p))
		}
	}
	doc.Visit(r, b.Blocks)
}

// opening is the text of a paragraph up to its first note.
func opening(p *doc.Paragraph) string {
	for i, n := range p.Inlines {
		if _, ok := n.(*doc.NoteRef); ok {
			return doc.Plain(p.Inlines[:i])
		}
	}
	return doc.Plain(p.Inlines)
}

func (r *reader) Judgements(b *doc.Judgements) {
	for _, j := range b.Items {
		for _, block := range j.Blocks {
			if p, ok := block.(*doc.Paragraph); ok {
				r.text = append(r.text, opening(p))
			}
		}
		r.text = append(r.text, doc.Plain(j.Likelihood), doc.Plain(j.Confidence))
	}
}

func (r *reader) Table(b *doc.Table)         { r.tables = append(r.tables, b.Label+b.Title) }
func (r *reader) Image(*doc.Image)           {}
func (r *reader) Figure(b *doc.Figure)       { r.figures = append(r.figures, b.Label+b.Chart.Title) }
func (r *reader) Callout(b *doc.Callout)     { doc.Visit(r, b.Blocks) }
func (r *reader) Quote(b *doc.Quote)         { doc.Visit(r, b.Blocks) }
func (r *reader) Paragraph(*doc.Paragraph)   {}
func (r *reader) List(*doc.List)             {}
func (r *reader) KeyFigures(*doc.KeyFigures) {}
func (r *reader) Endnotes(*doc.Endnotes)     {}

// allText is the text of every paragraph, list and table, and of the rows of every chart.
func allText(d *doc.Document) string {
	var b strings.Builder
	var walk func([]doc.Block)
	cells := func(rows [][]string) {
		for _, row := range rows {
			b.WriteString(strings.Join(row, " ") + "\n")
		}
	}
	walk = func(blocks []doc.Block) {
		for _, block := range blocks {
			switch n := block.(type) {
			case *doc.Section:
				walk(n.Blocks)
			case *doc.Paragraph:
				b.WriteString(doc.Plain(n.Inlines) + "\n")
			case *doc.List:
				for _, item := range n.Items {
					walk(item)
				}
			case *doc.Quote:
				walk(n.Blocks)
			case *doc.Callout:
				walk(n.Blocks)
			case *doc.Table:
				for _, row := range n.Rows {
					for _, c := range row.Cells {
						b.WriteString(doc.Plain(c) + "\n")
					}
				}
			case *doc.Figure:
				if _, is := n.Chart.Plot.(*drawn.Matrix); !is { // whose table says how far each claim tells apart, beside what is drawn
					cells(n.Chart.Table().Rows)
				}
			}
		}
	}
	walk(d.Summary)
	walk(d.Body)
	return b.String()
}
