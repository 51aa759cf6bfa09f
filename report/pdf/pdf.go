// Package pdf writes the document as PDF: tagged, archivable, with the facts inside.
//
// Setting (flow) places the document on pages, painting (page) draws them with
// gofpdf, writing (archive) makes the finished file. Text passes one gate
// (text), structure is built on the way (tag).
package pdf

import (
	"fmt"

	"sitrep/report/doc"
	"sitrep/report/font"
	"sitrep/report/pdf/archive"
	"sitrep/report/pdf/flow"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// Options are what the file depends on beside the document.
type Options struct {
	Paper    string       // "a4" (also where empty) or "letter"
	Theme    *theme.Theme // its light look is used
	Fonts    *font.Set    // what text is set in
	Producer string       // name and version of the program
	// Record is what else the report was built with, for the manifest.
	Record map[string]string
}

// A Result is a finished file and what is to be said of it.
type Result struct {
	Data  []byte      // the file
	Pages int         // how many
	Lost  []text.Loss // text that could not be drawn
}

// Render returns d as a PDF file. Equal documents and options give equal bytes.
func Render(d *doc.Document, o Options) ([]byte, error) {
	r, err := Build(d, o)
	if err != nil {
		return nil, err
	}
	return r.Data, nil
}

// Build returns d as a PDF file, with the number of its pages and what of the
// text could not be drawn.
func Build(d *doc.Document, o Options) (*Result, error) {
	size, ok := page.Paper(o.Paper)
	if !ok {
		return nil, fmt.Errorf("no paper is called %q: a4 or letter", o.Paper)
	}
	attached, err := attachments(d, o)
	if err != nil {
		return nil, err
	}
	s := flow.Set(d, flow.Options{Size: size, Theme: o.Theme, Fonts: o.Fonts})
	painting, err := page.Paint(s.Pages, size, o.Fonts, o.Theme, s.Tree)
	if err != nil {
		return nil, err
	}
	data, err := archive.Write(&archive.Document{
		Painting: painting, Size: size, Tree: s.Tree, Outline: outline(s), Anchors: places(s),
		Attachments: attached, Metadata: metadata(d, o)})
	if err != nil {
		return nil, err
	}
	return &Result{data, len(s.Pages), s.Losses}, nil
}

func outline(s *flow.Setting) []archive.Heading {
	out := make([]archive.Heading, len(s.Headings))
	for i, h := range s.Headings {
		out[i] = archive.Heading{Level: h.Level, Title: h.Title, Place: archive.Place(h.Spot)}
	}
	return out
}

func places(s *flow.Setting) map[string]archive.Place {
	out := make(map[string]archive.Place, len(s.Anchors))
	for k, v := range s.Anchors {
		out[k] = archive.Place(v)
	}
	return out
}

func metadata(d *doc.Document, o Options) archive.Metadata {
	return archive.Metadata{Title: flow.Title(d), Subject: d.Subtitle, Language: d.Language.Tag, Publisher: d.Publisher,
		Authors: d.Authors, Date: d.Date, Producer: o.Producer}
}
