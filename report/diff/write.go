package diff

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/markdown"
	"sitrep/report/sanitize"
)

// A Format is one way to write a Diff. Text and Markdown of an empty one are
// empty; JSON is always an object.
type Format struct {
	Name  string                      // as asked for: "text"
	Write func(*Diff) ([]byte, error) // a finished output
}

// Formats lists the formats.
func Formats() []Format {
	return []Format{{"text", text}, {"markdown", asMarkdown}, {"json", asJSON}}
}

// text writes one thing a line; each line begins with what it is of, and its id.
// The first line of each item says what became of it and what it says; the first of all how the whole is marked, if it is above TLP:CLEAR.
func text(d *Diff) ([]byte, error) {
	var b strings.Builder
	if !d.Empty() && d.Marking != (facts.Marking{}).String() {
		b.WriteString("briefing " + d.edited().ID + ": this comparison is marked " + d.Marking + "\n")
	}
	if d.one() {
		b.WriteString("briefing " + d.edited().ID + ": " + d.Status + ": " + clean(d.edited().Title) + "\n")
	}
	for _, list := range d.all() {
		for _, e := range list {
			e.lines(&b)
		}
	}
	return []byte(b.String()), nil
}

// all words the whole: the head, then each kind.
func (d *Diff) all() [][]entry {
	out := [][]entry{{d.headEntry()}}
	for _, k := range d.kinds() {
		out = append(out, d.entries(k))
	}
	return out
}

func (e *entry) lines(b *strings.Builder) {
	subject := e.kind + " " + e.id
	if e.marking != "" {
		subject += " (" + e.marking + ")"
	}
	if e.head != "" {
		b.WriteString(subject + ": " + e.head + ": " + e.says + "\n")
	}
	for _, p := range e.points {
		b.WriteString(subject + ": " + p + "\n")
	}
}

// one reports whether there is one edition alone: the briefing is new, or is no more.
func (d *Diff) one() bool { return d.Old.ID == "" || d.New.ID == "" }

// edited is the new edition or, if there is none, the old one.
func (d *Diff) edited() Edition {
	if d.New.ID == "" {
		return d.Old
	}
	return d.New
}

// MostCharacters is how many characters the Markdown of a Diff has at most: what
// GitHub takes for a comment on a pull request.
const MostCharacters = 65_536

// asMarkdown writes a document with one section a kind, one item a thing: as many as
// fit into a comment, and how many are left out.
func asMarkdown(d *Diff) ([]byte, error) {
	if d.Empty() && !d.one() {
		return nil, nil
	}
	all := 0
	for _, list := range d.all() {
		all += len(blocksOf(list))
	}
	out := d.markdown(all, all)
	if utf8.RuneCount(out) > MostCharacters {
		fits := sort.Search(all, func(n int) bool { return utf8.RuneCount(d.markdown(n+1, all)) > MostCharacters })
		out = d.markdown(fits, all)
	}
	return out, nil
}

// markdown writes the first most of all items.
func (d *Diff) markdown(most, all int) []byte {
	page := &doc.Document{Title: "What changed: " + clean(d.edited().Title), Marking: doc.Marking(d.Marking)}
	for _, e := range []struct {
		label string
		Edition
	}{{"Old edition", d.Old}, {"New edition", d.New}} {
		if e.ID != "" {
			page.Masthead = append(page.Masthead, doc.Entry{Label: e.label, Value: d.edition(e.Edition)})
		}
	}
	titles := []string{"Briefing"}
	for _, k := range d.kinds() {
		titles = append(titles, k.title)
	}
	left := most
	for i, list := range d.all() {
		items := blocksOf(list)
		items = items[:min(left, len(items))]
		if left -= len(items); len(items) > 0 {
			page.Body = append(page.Body, &doc.Section{Title: titles[i], Blocks: []doc.Block{&doc.List{Items: items}}})
		}
	}
	if all > most {
		page.Body = append(page.Body, paragraph("",
			doc.Text(fmt.Sprintf("%d more changes are not shown: they would not fit into a comment.", all-most))))
	}
	return markdown.Render(page)
}

// edition names an edition: "floods, edition 2, as of 31 May 2025".
func (d *Diff) edition(e Edition) []doc.Inline {
	s := e.ID
	if e.Edition != "" {
		s += ", edition " + e.Edition
	}
	return []doc.Inline{doc.Text(clean(s + ", as of " + d.dated(e.AsOf)))}
}

// blocksOf makes an item of a list of each entry that says something; the head of
// the briefing is its points alone.
func blocksOf(list []entry) (items [][]doc.Block) {
	for _, e := range list {
		var points [][]doc.Block
		for _, p := range e.points {
			points = append(points, []doc.Block{paragraph("", doc.Text(p))})
		}
		if e.kind == "briefing" {
			return points
		}
		item := []doc.Block{paragraph(e.marking, &doc.Strong{Inlines: []doc.Inline{doc.Text(e.id)}}, doc.Text(", "+e.head+": "+e.says))}
		if points != nil {
			item = append(item, &doc.List{Items: points})
		}
		items = append(items, item)
	}
	return items
}

func paragraph(marking string, inlines ...doc.Inline) doc.Block {
	return &doc.Paragraph{Inlines: inlines, Marking: doc.Marking(marking)}
}

// asJSON writes the Diff itself. What is hidden in its strings is escaped, so that
// it steers no terminal (RFC 8259, section 7).
func asJSON(d *Diff) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(d)
	return sanitize.JSON(b.Bytes()), err
}
