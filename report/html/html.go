// Package html writes a document as one web page that needs nothing else: no
// network, no server, and no script for anything but comfort.
//
// [Render] makes the page, [Extract] takes the facts out of it again.
//
// Without script the page holds every text, the charts as SVG, their data as
// tables, the notes and a card of evidence for each value, all linked. With
// script a value opens its card beside it, and a chart turns into its
// interactive twin when it comes into view. The policy in the page's head
// (Content Security Policy Level 3) allows exactly the script and the style
// that the page carries, by their SHA-256, and no connection at all.
//
// The twin's options are built with go-echarts and are pure data. ECharts draws
// a "custom" series by a function, renderItem, and words a tooltip by another;
// go-echarts can carry functions only as source text that its own page inserts
// into a script, which is what lets a text become code there. So the options
// carry the numbers, names and colour tokens, and the functions, the same for
// every page, are in assets/page.js. JSON-LD describes the page as a Report; no
// ClaimReview is written, because a judgement says what the analysts conclude
// and does not rate somebody else's claim.
//
// Why the markup is written by our own writer and not by html/template: blocks
// and inlines are closed sets whose visitors the compiler checks, which a
// template loses; and parsing and escaping templates costs a short run more
// than the whole page does here (measured in BenchmarkTemplate). The price is that escaping must be right in
// one place, the type markup, which the hostile corpus drives through a browser.
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
	if o.Theme == nil {
		t, err := theme.Plain()
		if err != nil {
			return nil, err
		}
		o.Theme = t
	}
	if o.Fonts == nil {
		f, err := font.Load()
		if err != nil {
			return nil, err
		}
		o.Fonts = f
	}
	p := &page{doc: d, options: o, say: d.Language.Say, used: map[string]bool{}, references: map[int]int{}}
	if err := p.write(); err != nil {
		return nil, err
	}
	return p.b, nil
}
