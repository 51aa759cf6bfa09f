// Package html writes a document as one web page that needs nothing else: no
// network, no server, and no script for anything but comfort.
//
// [Render] makes the page, [Extract] takes the facts out of it again.
//
// Without script the page holds every text, the charts as SVG, their data as
// tables, the notes and a card of evidence for each value, all linked. With
// script a value opens its card beside it, and a figure comes to life when the
// reader rests near it: its picture stays, and the marks that stand in it are handed to ECharts, which draws
// them over the picture, tells what is under the pointer and lets the others fade. Arrow keys walk the marks. The policy in the
// page's head (Content Security Policy Level 3) allows exactly the scripts and the style that the page carries, by their SHA-256,
// and no connection at all.
//
// A page opens with one small script, and a line that has its fonts decoded
// early. The chart engine, the script that draws with it and the figures' data
// stand in it compressed, and are unpacked when a figure comes near; sections
// out of view are laid out when there is time.
//
// One option serves figures of every kind. It is built of the parts of go-echarts and is pure data: a "custom" series with an item
// for each mark. ECharts draws such a series by a function, renderItem, and words a tooltip by another;
// go-echarts can carry functions only as source text that its own page inserts
// into a script, which is what lets a text become code there. So the option
// carries what the marks are, their shapes are in the picture, and the functions, the same for
// every page, are in assets/js. JSON-LD describes the page as a Report; no
// ClaimReview is written, because a judgement says what the analysts conclude
// and does not rate somebody else's claim.
//
// Why the markup is written by our own writer and not by html/template: blocks
// and inlines are closed sets whose visitors the compiler checks, which a
// template loses, and a run of the command would parse and escape its templates
// anew: the cards alone take html/template 2.9 ms and this writer 0.8 ms
// (BenchmarkTemplate, BenchmarkCards). The price is that escaping must be right
// in one place, the type markup, which a corpus of hostile texts drives through
// a browser.
package html

import (
	"errors"

	"sitrep/report/doc"
	"sitrep/report/font"
	"sitrep/report/theme"
)

// Options say how the page looks.
type Options struct {
	Theme *theme.Theme // nil: theme.Plain
	Fonts *font.Set    // nil: the embedded fonts
}

// Render writes the document as one HTML page in UTF-8. The same document and
// options give the same bytes.
func Render(d *doc.Document, o Options) ([]byte, error) {
	if d == nil || d.Language == nil {
		return nil, errors.New("html: the document has no language")
	}
	p := &page{doc: d, say: d.Language.Say, used: map[string]bool{}, references: map[int]int{}, markup: markup{foreign: map[foreign]bool{}}}
	if err := p.prepare(o); err != nil {
		return nil, err
	}
	if err := p.write(); err != nil {
		return nil, err
	}
	return p.b, nil
}

// prepare fills in what the options leave out.
func (p *page) prepare(o Options) error {
	var err error
	if o.Theme == nil {
		if o.Theme, err = theme.Plain(); err != nil {
			return err
		}
	}
	if o.Fonts == nil {
		if o.Fonts, err = font.Load(); err != nil {
			return err
		}
	}
	p.options = o
	return nil
}
