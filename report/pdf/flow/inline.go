package flow

import (
	"strings"

	"sitrep/report/doc"
	"sitrep/report/font"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// An inliner turns inlines into spans. It is the document's visitor of inlines.
type inliner struct {
	w       *writer
	spans   []text.Span
	style   text.Style
	elem    *tag.Element
	link    *text.Link
	url     bool
	after   bool          // a note number was written last
	located bool          // and it has a locator
	foreign bool          // the language has been told
	isolate *text.Isolate // of a quoted name or title, or a value
}

// spans writes inlines in a style, as content of e.
func (w *writer) spans(inlines []doc.Inline, st style, e *tag.Element) []text.Span {
	n := inliner{w: w, style: st.Style, elem: e}
	doc.VisitInlines(&n, inlines)
	return n.spans
}

// say writes plain text in a style, as content of e.
func (w *writer) say(s string, st style, e *tag.Element) []text.Span {
	return w.spans([]doc.Inline{doc.Text(s)}, st, e)
}

// cellSpans writes the inlines of a cell. Where it holds nothing but note
// numbers they stand on the line, not above it.
func (w *writer) cellSpans(inlines []doc.Inline, e *tag.Element) []text.Span {
	spans := w.spans(inlines, cellStyle(), e)
	for i := range spans {
		if spans[i].Style.Rise == 0 {
			return spans
		}
	}
	for i := range spans {
		spans[i].Style.Rise, spans[i].Style.Size = 0, cellStyle().Size-0.6
		switch spans[i].Text {
		case ",", ";\u00a0":
			spans[i].Text = spans[i].Text[:1] + " "
		}
	}
	return spans
}

func (n *inliner) write(s string) {
	if s == "" {
		return
	}
	n.after = false
	for _, p := range n.w.doc.Language.Speak(n.w.sanitizer.Clean(s)) {
		e := n.elem
		if p.Say != "" || p.Lang != "" && !n.foreign { // ISO 32000-1, 14.9.5 and 14.9.2
			e = tag.New(n.elem, tag.Span)
			e.Expansion, e.Lang = p.Say, p.Lang
		}
		n.append(text.Span{Text: p.Text, Style: n.style, Elem: e, Link: n.link, URL: n.url, Isolate: n.isolate})
	}
}

// append adds spans, or the text of one to the last where nothing tells them apart.
func (n *inliner) append(spans ...text.Span) {
	for _, s := range spans {
		if last := len(n.spans) - 1; last >= 0 && s.Text != "\n" {
			p := &n.spans[last]
			if p.Style == s.Style && p.Elem == s.Elem && p.Link == s.Link && p.URL == s.URL && p.Isolate == s.Isolate && p.Text != "\n" {
				p.Text += s.Text
				continue
			}
		}
		n.spans = append(n.spans, s)
	}
}

// in visits inlines as they look after change, and then looks as before.
func (n *inliner) in(inlines []doc.Inline, change func()) {
	style, elem, link := n.style, n.elem, n.link
	change()
	doc.VisitInlines(n, inlines)
	n.style, n.elem, n.link = style, elem, link
}

func (n *inliner) Text(t doc.Text) { n.write(string(t)) }

func (n *inliner) Emphasis(e *doc.Emphasis) {
	n.in(e.Inlines, func() {
		if n.style.Face == text.Regular {
			n.style.Face = text.Italic
		} else if n.style.Face == text.Italic {
			n.style.Face = text.Regular
		}
	})
}

func (n *inliner) Strong(e *doc.Strong) {
	n.in(e.Inlines, func() { n.style.Face = text.Bold })
}

// Foreign text is a Span with its language (ISO 14289-1, 7.2).
func (n *inliner) Foreign(e *doc.Foreign) {
	outer := n.foreign
	n.apart(func() {
		n.in(e.Inlines, func() {
			n.elem = tag.New(n.elem, tag.Span)
			n.elem.Lang, n.foreign = e.Tag, true
		})
	})
	n.foreign = outer
}

// apart writes what leaves the direction of the text around it alone.
func (n *inliner) apart(write func()) {
	around := n.isolate
	n.isolate = &text.Isolate{Around: around}
	write()
	n.isolate = around
}

// A Link that shows its own address shows what can be set of it.
func (n *inliner) Link(e *doc.Link) {
	said := doc.Plain(e.Inlines)
	inlines, shown := e.Inlines, said == e.URL || strings.Contains(said, "://")
	if shown {
		inlines = []doc.Inline{doc.Text(n.w.sanitizer.Address(said))}
	}
	n.in(inlines, func() {
		if !allowed(e.URL) || n.link != nil {
			return
		}
		n.style.Color = theme.Link
		n.open(&text.Link{URL: e.URL, Label: n.w.sanitizer.Clean(doc.Plain(inlines))})
		n.url = shown
	})
	n.url = false
}

// A Value leads to its evidence: the table row of its fact, else its first endnote.
func (n *inliner) Value(v *doc.Value) {
	to := ""
	if w := n.w; w.known.rows[v.Card] {
		to = v.Card
	} else if note := w.notes[v.Card]; note > 0 {
		to = w.noteAnchor(note)
	}
	write := func() {
		n.in([]doc.Inline{doc.Text(v.Text)}, func() {
			if to != "" && n.link == nil {
				n.open(&text.Link{Anchor: to, Label: v.Text})
			}
		})
	}
	if n.isolate == nil && !font.RunsBack(v.Text) {
		write()
		return
	}
	n.apart(write)
}

// leastRaised is the size below which raised numbers cannot be read.
const leastRaised = 6

// hair is a hair space: no line ends at it.
const hair = "\u200a"

// shortLocator is how many words a locator may have to stay on one line with its number: "p. 3".
const shortLocator = 2

// A NoteRef is a raised number that leads to its note; neighbours are parted by commas.
func (n *inliner) NoteRef(r *doc.NoteRef) {
	number := r.Numbers()
	label := number
	if r.Locator != "" {
		label = n.w.doc.Language.Say("doc.locator", number, r.Locator)
	}
	style, elem, link, after := n.style, n.elem, n.link, n.after
	n.style.Rise = n.style.Size * 0.34
	n.style.Size = max(n.style.Size*0.66, leastRaised)
	n.style.Face = text.Regular
	if n.located && after {
		n.write(";\u00a0")
	} else if after {
		n.write(",")
	} else if last := len(n.spans) - 1; last >= 0 && n.spans[last].Text != "\n" {
		n.spans[last].Text += hair // or "2025" and note 4 would be read as one number
	}
	n.style.Color = theme.Link
	n.elem = tag.New(n.elem, tag.Reference)
	if to := n.w.noteAnchor(r.Number); to != "" && link == nil {
		n.open(&text.Link{Anchor: to, Label: n.w.doc.Language.Say("pdf.note", label)})
		n.elem.Alt = n.link.Label
	}
	if len(strings.Fields(r.Locator)) <= shortLocator {
		label = strings.ReplaceAll(label, " ", "\u00a0")
	}
	if n.isolate == nil && !font.RunsBack(label) {
		n.write(label)
	} else {
		n.apart(func() { n.write(label) })
	}
	n.style, n.elem, n.link, n.after, n.located = style, elem, link, true, r.Locator != ""
}

// An Abbreviation is written out where it is used first, and said in full wherever it stands
// (ISO 32000-1, 14.9.5).
func (n *inliner) Abbreviation(a *doc.Abbreviation) {
	if a.First {
		n.write(a.Meaning + " (" + a.Short + ")")
		return
	}
	elem := n.elem
	n.elem = tag.New(n.elem, tag.Span)
	n.elem.Expansion = a.Meaning
	n.write(a.Short)
	n.elem = elem
}

func (n *inliner) Reference(r *doc.Reference) {
	n.in(r.Inlines, func() {
		if n.link == nil && n.w.known.all[r.Anchor] {
			n.open(&text.Link{Anchor: r.Anchor, Label: doc.Plain(r.Inlines)})
		}
	})
}

func (n *inliner) Break(doc.Break) {
	n.spans = append(n.spans, text.Span{Text: "\n", Style: n.style, Elem: n.elem})
}

// open starts a link: what follows is content of a Link element.
func (n *inliner) open(l *text.Link) {
	n.elem = tag.New(n.elem, tag.Link)
	l.Elem = n.elem
	n.link = l
}

// allowed reports whether an address may be a link: nothing that runs or opens files.
func allowed(url string) bool {
	scheme, _, ok := strings.Cut(url, ":")
	if !ok {
		return false
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
		return true
	}
	return false
}

// noteAnchor returns the anchor of an endnote; empty where there is none.
func (w *writer) noteAnchor(number int) string {
	if number < 1 || number > len(w.doc.Notes) || !w.known.all[endnotes] {
		return ""
	}
	return w.doc.Notes[number-1].ID
}
