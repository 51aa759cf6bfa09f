// Package pdf writes the document as PDF: tagged, archivable, with the facts inside.
//
// Setting (flow) places the document on pages, painting (page) draws them with
// gofpdf, writing (archive) makes the finished file. Text passes one gate
// (text), structure is built on the way (tag).
package pdf

import (
	"fmt"
	"slices"
	"strings"

	"sitrep/report/doc"
	"sitrep/report/font"
	"sitrep/report/lang"
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
	Fonts    *font.Set
	Producer string // name and version of the program
	// Record is what else the report was built with, for the manifest.
	Record map[string]string
}

// A Result is a finished file and what is to be said of it.
type Result struct {
	Data  []byte
	Pages int
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

// A Refusal says that text is in a script that would be set wrongly: written
// from right to left, or with letters that join or change places. No file is
// better than one that misquotes.
type Refusal struct {
	Words []string // as they stand in the text, Unicode form C
}

// Error names the scripts and the first word.
func (r *Refusal) Error() string {
	var scripts []string
	for _, w := range r.Words {
		if s := lang.ShapedScriptOf(w); !slices.Contains(scripts, s) {
			scripts = append(scripts, s)
		}
	}
	return fmt.Sprintf("the PDF cannot set %s (%s)", strings.Join(scripts, ", "), r.Words[0])
}

// refusal returns an error where something would be set wrongly.
func refusal(losses []text.Loss) error {
	r := &Refusal{}
	for _, l := range losses {
		if l.Reason == text.NoShape && !slices.Contains(r.Words, l.Word) {
			r.Words = append(r.Words, l.Word)
		}
	}
	if len(r.Words) == 0 {
		return nil
	}
	return r
}

// Build returns d as a PDF file, with the number of its pages and what of the
// text could not be drawn. The error is a [Refusal] where text would be set wrongly.
func Build(d *doc.Document, o Options) (*Result, error) {
	size, ok := page.Paper(o.Paper)
	if !ok {
		return nil, fmt.Errorf("no paper is called %q: a4 or letter", o.Paper)
	}
	attached, err := attachments(d, o)
	if err != nil {
		return nil, err
	}
	engine := page.Start(size, o.Fonts)
	s := flow.Set(d, flow.Options{Size: size, Theme: o.Theme, Fonts: o.Fonts})
	if err := refusal(s.Losses); err != nil {
		return nil, err
	}
	painting, err := engine.Paint(s.Pages, o.Theme, s.Tree)
	if err != nil {
		return nil, err
	}
	data, err := archive.Write(&archive.Document{
		Painting: painting, Size: size, Tree: s.Tree, Outline: outline(s), Anchors: places(s),
		Attachments: attached, Fonts: fontNames(o.Fonts), Metadata: metadata(d, o)})
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

func fontNames(f *font.Set) []string {
	return []string{text.Regular: f.Regular.Name, text.Bold: f.Bold.Name, text.Italic: f.Italic.Name, text.Hangul: f.Hangul.Name}
}

func metadata(d *doc.Document, o Options) archive.Metadata {
	return archive.Metadata{Title: flow.Title(d), Subject: d.Subtitle, Language: d.Language.Tag, Publisher: d.Publisher,
		Authors: d.Authors, Date: d.Date, Producer: o.Producer}
}
