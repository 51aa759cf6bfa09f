package report

import (
	"cmp"
	"fmt"
	"strings"

	"sitrep/report/chart"
	"sitrep/report/compose"
	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/pdf"
)

// A Poster is a figure that stands alone, for slides.
type Poster struct {
	ID     string  // of the figure
	Format string  // "svg" or "pdf"
	Width  float64 // points; 0: a wide slide's
}

// posterWidth is that of a poster where none is asked for: two thirds of a
// slide of 960 points.
const posterWidth = 640

// A NoFigure error says that a briefing has no figure of that id.
type NoFigure struct {
	ID    string   // what was asked for
	Known []string // in the order of the briefing
}

// Error names the figures that there are.
func (e *NoFigure) Error() string {
	if len(e.Known) == 0 {
		return fmt.Sprintf("there is no figure %q, nor any other", e.ID)
	}
	return fmt.Sprintf("there is no figure %q; there are %s", e.ID, strings.Join(e.Known, ", "))
}

// Figure writes one figure of the briefing, in the first language of o, as it
// stands in a report: with title, source line and marking. The error is a
// [NoFigure] where there is none of that id, a [Refusal] where a PDF would misquote.
func Figure(f *facts.File, p Poster, o Options) (File, error) {
	tags, err := languages(f.Briefing.Languages, o.Languages)
	if err != nil {
		return File{}, err
	}
	l, err := newLook(f, o)
	if err != nil {
		return File{}, err
	}
	d, err := compose.Document(f, compose.Options{Lang: tags[0], Now: o.Now, Since: o.Since, Images: o.Images})
	if err != nil {
		return File{}, err
	}
	all := figures(d)
	var known []string
	for _, x := range all {
		if x.figure.ID == p.ID {
			file, err := x.write(d, p, l)
			return file, err
		}
		known = append(known, x.figure.ID)
	}
	return File{}, &NoFigure{p.ID, known}
}

// A marked figure is one with the marking of what encloses it.
type markedFigure struct {
	figure  *doc.Figure
	marking doc.Marking
}

// figures returns all figures of a document, in order.
func figures(d *doc.Document) []markedFigure {
	var all []markedFigure
	doc.Each(d.Body, d.Marking, func(b doc.Block, around doc.Marking) {
		if f, ok := b.(*doc.Figure); ok {
			all = append(all, markedFigure{f, cmp.Or(f.Marking, around)})
		}
	})
	return all
}

func (m *markedFigure) write(d *doc.Document, p Poster, l *look) (File, error) {
	if p.Width == 0 {
		p.Width = posterWidth
	}
	f := File{Name: d.ID + "." + d.Language.Tag + "." + p.ID + "." + p.Format, Format: p.Format, Lang: d.Language.Tag}
	switch p.Format {
	case "svg":
		c := m.figure.Chart
		ink, ground := d.Colours(m.marking)
		s := c.Poster(chart.Frame{Width: p.Width, Theme: l.theme, Fonts: l.fonts, Marking: string(m.marking), Ink: ink, Ground: ground})
		f.Data = s.SVG(chart.SVGOptions{Theme: l.theme, Title: c.Title, Desc: c.Alt(), Outline: l.fonts})
		return f, nil
	case "pdf":
		r, err := pdf.Poster(d, m.figure, p.Width, m.marking, pdf.Options{Theme: l.theme, Fonts: l.fonts, Producer: "sitrep"})
		if err != nil {
			return f, err
		}
		f.Data, f.Pages, f.Warnings = r.Data, r.Pages, lost(l, d.Language.Tag, r)
		return f, nil
	}
	return f, fmt.Errorf("a figure is written as svg or pdf, not as %q", p.Format)
}
