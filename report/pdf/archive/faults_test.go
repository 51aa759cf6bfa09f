package archive

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sitrep/report/chart"
	"sitrep/report/doc"
	"sitrep/report/internal/check"
	"sitrep/report/lang"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/quantity"
)

// words is running text.
func words(n int) string { return strings.Repeat("The crossing was counted twice. ", n) }

// full is a document of several pages with contents, whose figure, table and
// notes stand on different ones.
func full(t testing.TB) *doc.Document {
	t.Helper()
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	p := func(in ...doc.Inline) doc.Block { return &doc.Paragraph{Inlines: in} }
	low, high := 3000.0, 12000.0
	c := &chart.Chart{Title: "Rival counts", Language: l, Plot: &chart.Ranges{Rows: []chart.Row{{ID: "r", Label: "Ministry", Origin: "m",
		Low: quantity.FromFloat(low), High: quantity.FromFloat(high), Value: "3,000–12,000", Words: "between 3,000 and 12,000", Status: "reported"}}}}
	rows := make([]doc.Row, 14)
	for i := range rows {
		rows[i] = doc.Row{ID: fmt.Sprint("row", i), Cells: [][]doc.Inline{{doc.Text(fmt.Sprintf("Row %d", i))}, {doc.Text(words(8))}}}
	}
	d := &doc.Document{ID: "full", Language: l, Title: "Full", Publisher: "Desk", Marking: "TLP:GREEN", Date: "2024",
		Summary: []doc.Block{p(doc.Text("Between 3,000–12,000 crossed "), &doc.NoteRef{Number: 1}, doc.Text("."))},
		Notes: []doc.Note{{Number: 1, ID: "note-1", Title: "Nota", Language: "es", URL: "https://example.org/"},
			{Number: 2, ID: "note-2", Title: "A bulletin", Marking: "TLP:RED"}}}
	for i := range 3 {
		d.Body = append(d.Body, &doc.Section{ID: fmt.Sprint("s", i), Title: fmt.Sprintf("Section %d", i), Blocks: []doc.Block{p(doc.Text(words(40))),
			&doc.Section{ID: fmt.Sprint("s", i, "i"), Title: fmt.Sprintf("Inner %d", i), Blocks: []doc.Block{p(doc.Text(words(60)))}}}})
	}
	d.Body = append(d.Body,
		&doc.Section{ID: "data", Title: "Data", Blocks: []doc.Block{
			p(doc.Text("See "), &doc.Reference{Anchor: "tab", Inlines: []doc.Inline{doc.Text("Table 1")}}, doc.Text(" "), &doc.NoteRef{Number: 2}),
			&doc.List{Numbers: []int{1, 2}, Items: [][]doc.Block{{p(doc.Text("One."))}, {p(doc.Text("Two."))}}},
			&doc.Figure{ID: "fig", Label: "Figure 1", Chart: c, Source: []doc.Inline{doc.Text("Source: Ministry")}},
			&doc.Table{ID: "tab", Label: "Table 1", Title: "Rows", Columns: []doc.Column{{Title: "Name", Names: true}, {Title: "What", Weight: 4}}, Rows: rows}}},
		&doc.Section{ID: "notes", Title: "Notes", Blocks: []doc.Block{&doc.Endnotes{}}})
	return d
}

// element finds the n-th element of a tree for which ok is true, from 0.
func element(t *testing.T, root *tag.Element, n int, ok func(*tag.Element) bool) *tag.Element {
	t.Helper()
	var found *tag.Element
	var walk func(*tag.Element)
	walk = func(e *tag.Element) {
		if found == nil && ok(e) {
			if n--; n < 0 {
				found = e
			}
		}
		for _, k := range e.Kids {
			if k.Element != nil {
				walk(k.Element)
			}
		}
	}
	if walk(root); found == nil {
		t.Fatal("there is no such element")
	}
	return found
}

// is asks for a role.
func is(role tag.Role) func(*tag.Element) bool {
	return func(e *tag.Element) bool { return e.Role == role }
}

// within reports whether an element is or stands in another.
func within(e, in *tag.Element) bool {
	for ; e != nil; e = e.Parent {
		if e == in {
			return true
		}
	}
	return false
}

// carry takes from a page to the next the pieces for which ok is true, to its head.
func carry(t *testing.T, w *work, ok func(*page.Item) bool) {
	t.Helper()
	for n, pg := range w.set.Pages[:len(w.set.Pages)-1] {
		i := slices.IndexFunc(pg.Items, func(it page.Item) bool { return ok(&it) })
		if i < 0 {
			continue
		}
		it := pg.Items[i]
		pg.Items = slices.Delete(pg.Items, i, i+1)
		it.Y = 90
		next := w.set.Pages[n+1]
		next.Items = append(next.Items, it)
		return
	}
	t.Fatal("there is no such piece")
}

// sources returns the elements of the lines below figures.
func sources(e *tag.Element) bool {
	return e.Role == tag.P && e.Parent.Role == tag.Div && e.Parent.Kids[0].Element != nil && slices.ContainsFunc(e.Parent.Kids, func(k tag.Kid) bool {
		return k.Element != nil && k.Element.Role == tag.Figure
	})
}

// A fault is one thing that the writer might do wrong: in what is set on pages,
// or in what is written. Told stands for what no rule can know, and the text of
// what a voice is told shows.
type fault struct {
	name  string
	set   func(*testing.T, *work)
	write func(*testing.T, *Document)
	want  string
}

const told = "(told)"

// TestFaults: each single fault of the writer is found in the file that comes of
// it. They are brought into its own structures, so that the writer is as it is.
func TestFaults(t *testing.T) {
	good := begin(t, full(t)).paint(t)
	if len(good.Tree.Pages) < 5 {
		t.Fatalf("only %d pages", len(good.Tree.Pages))
	}
	whole := checked(t, good)
	if len(whole.Problems) > 0 {
		t.Fatalf("faulty before anything is changed: %q", whole.Problems)
	}
	for _, f := range slices.Concat(settingFaults, treeFaults, linkFaults, outlineFaults, metadataFaults) {
		t.Run(strings.ReplaceAll(f.name, " ", "-"), func(t *testing.T) {
			w := begin(t, full(t))
			if f.set != nil {
				f.set(t, w)
			}
			d := w.paint(t)
			if f.write != nil {
				f.write(t, d)
			}
			r := checked(t, d)
			if all := strings.Join(r.Problems, "\n"); f.want != told && !strings.Contains(all, f.want) {
				t.Errorf("%q is not said, but %q", f.want, all)
			} else if f.want == told && r.Told == whole.Told {
				t.Error("a voice is told the same")
			}
		})
	}
}

func checked(t *testing.T, d *Document) *check.Report {
	t.Helper()
	data, err := Write(d)
	if err != nil {
		t.Fatal(err)
	}
	r, err := check.File(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// settingFaults are those of setting: what stands where on the pages.
var settingFaults = []fault{
	{name: "another number at the foot", want: "at its foot", set: func(t *testing.T, w *work) {
		for i, it := range w.set.Pages[1].Items {
			if it.Kind == page.Footer && strings.HasPrefix(it.Run.Text, "Page ") {
				run := *it.Run
				run.Text = strings.Replace(run.Text, "2", "3", 1)
				w.set.Pages[1].Items[i].Run = &run
			}
		}
	}},
	{name: "no number at the foot", want: "no number is printed", set: func(t *testing.T, w *work) {
		pg := w.set.Pages[1]
		pg.Items = slices.DeleteFunc(pg.Items, func(it page.Item) bool { return it.Kind == page.Footer })
	}},
	{name: "text beyond the edge", want: "beyond the edge", set: func(t *testing.T, w *work) { w.set.Pages[0].Items[5].X = 590 }},
	{name: "words outside the structure", want: "belongs to no element", set: func(t *testing.T, w *work) {
		for i, it := range w.set.Pages[2].Items {
			if it.Elem != nil && it.Elem.Role == tag.P {
				w.set.Pages[2].Items[i].Elem = nil
				return
			}
		}
	}},
	{name: "lines in another order", want: told, set: func(t *testing.T, w *work) {
		items := w.set.Pages[2].Items
		first := slices.IndexFunc(items, func(it page.Item) bool { return it.Elem != nil && it.Elem.Role == tag.P })
		items[first], items[first+1] = items[first+1], items[first]
	}},
	{name: "a row divided", want: "is divided", set: func(t *testing.T, w *work) {
		row := element(t, w.set.Tree.Root, 3, is(tag.TR))
		lines := 0
		carry(t, w, func(it *page.Item) bool {
			if it.Run != nil && within(it.Elem, row) {
				lines++
			}
			return lines > 3
		})
	}},
	{name: "a source line on the next page", want: "is parted from P", set: func(t *testing.T, w *work) {
		source := element(t, w.set.Tree.Root, 0, sources)
		carry(t, w, func(it *page.Item) bool { return it.Elem == source })
	}},
	{name: "a figure on the page after its caption", want: "is parted from Figure", set: func(t *testing.T, w *work) {
		carry(t, w, func(it *page.Item) bool { return it.Scene != nil })
	}},
	{name: "a table on the page after its caption", want: "Caption is parted from THead", set: func(t *testing.T, w *work) {
		head := element(t, w.set.Tree.Root, 0, is(tag.THead))
		for range 2 {
			carry(t, w, func(it *page.Item) bool { return within(it.Elem, head) })
		}
	}},
	{name: "a figure beyond the edge", want: "a figure stands beyond", set: func(t *testing.T, w *work) {
		for _, pg := range w.set.Pages {
			for i := range pg.Items {
				if pg.Items[i].Scene != nil {
					pg.Items[i].X = 500
				}
			}
		}
	}},
}

// change makes a fault of a change of the first element of that role.
func change(name, want string, role tag.Role, f func(*tag.Element)) fault {
	return fault{name: name, want: want, write: func(t *testing.T, d *Document) { f(element(t, d.Tree.Root, 0, is(role))) }}
}

// treeFaults are those of the structure.
var treeFaults = []fault{
	change("no alternate text", "no alternate text", tag.Figure, func(e *tag.Element) { e.Alt = "" }),
	change("a file name for an alternate text", "no alternate text", tag.Figure, func(e *tag.Element) { e.Alt = "figure-1.png" }),
	change("no place of a figure", "no place", tag.Figure, func(e *tag.Element) { e.BBox = [4]float64{} }),
	change("another place of a figure", "outside the place", tag.Figure, func(e *tag.Element) { e.BBox = [4]float64{10, 10, 90, 30} }),
	change("head without scope", "no scope", tag.TH, func(e *tag.Element) { e.Scope = "" }),
	change("head of a row", "scope Row", tag.TH, func(e *tag.Element) { e.Scope = "Row" }),
	change("head without id", "is not there", tag.TH, func(e *tag.Element) { e.ID = "" }),
	change("cell without heads", "head of its row", tag.TD, func(e *tag.Element) { e.Headers = nil }),
	change("row without its last cell", "cells", tag.TR, func(e *tag.Element) { e.Kids = e.Kids[:1] }),
	change("level left out", "a heading of level", tag.Heading(3), func(e *tag.Element) { e.Role = tag.Heading(4) }),
	change("paragraph for a heading", "is marked H2", tag.Heading(2), func(e *tag.Element) { e.Role = tag.P }),
	change("heading of another level", "is of depth", tag.Heading(3), func(e *tag.Element) { e.Role = tag.Heading(2) }),
	change("list without numbering", "labels count", tag.L, func(e *tag.Element) { e.Numbering = "" }),
	change("note without id", "no id", tag.Note, func(e *tag.Element) { e.ID = "" }),
	change("two with one id", "does not lead to its element", tag.Note, func(e *tag.Element) { e.ID = "note.2" }),
	change("expansion gone", "told nothing", tag.Span, func(e *tag.Element) { e.Expansion = "" }),
	change("expansion of other words", told, tag.Span, func(e *tag.Element) { e.Expansion += " x" }),
	change("order turned round", told, tag.Sect, func(e *tag.Element) { slices.Reverse(e.Kids) }),
	change("element left out", "is claimed 0 times", tag.Sect, func(e *tag.Element) { e.Kids = e.Kids[:len(e.Kids)-1] }),
	change("element twice", "claimed 2 times", tag.Sect, func(e *tag.Element) { e.Kids = append(e.Kids, e.Kids[1]) }),
	{name: "language of a title gone", want: told, write: func(t *testing.T, d *Document) {
		element(t, d.Tree.Root, 0, func(e *tag.Element) bool { return e.Lang == "es" }).Lang = ""
	}},
	{name: "language of the structure gone", want: "another language", write: func(_ *testing.T, d *Document) { d.Tree.Root.Lang = "" }},
	{name: "parents of two pieces exchanged", want: "the parent tree gives", write: func(_ *testing.T, d *Document) {
		row := d.Tree.Pages[0]
		row[0], row[len(row)-1] = row[len(row)-1], row[0]
	}},
	{name: "page without parents", want: "the parent tree gives", write: func(_ *testing.T, d *Document) { d.Tree.Pages[1] = nil }},
	{name: "mark of another piece", want: "claimed", write: func(t *testing.T, d *Document) {
		e := element(t, d.Tree.Root, 0, is(tag.Heading(1)))
		e.Kids[0].MCID++
	}},
	{name: "piece on another page", want: "is claimed", write: func(t *testing.T, d *Document) {
		e := element(t, d.Tree.Root, 0, is(tag.Heading(1)))
		e.Kids[0].Page = 1
	}},
}

// eachLink makes a fault of a change of all annotations.
func eachLink(name, want string, f func(*Annotation)) fault {
	return fault{name: name, want: want, write: func(_ *testing.T, d *Document) {
		for i := range d.Painting.Annotations {
			a := &d.Painting.Annotations[i]
			link := *a.Link
			a.Link = &link
			f(a)
		}
	}}
}

// Annotation is what the faults of links change.
type Annotation = page.Annotation

// linkFaults are those of links: where they lie, what they say, where they lead.
var linkFaults = []fault{
	eachLink("rectangles empty", "no room", func(a *Annotation) { a.Rect, a.Quads = [4]float64{}, nil }),
	eachLink("rectangles a line too high", "does not lie over its words", func(a *Annotation) { a.Rect[1] += 12; a.Rect[3] += 12 }),
	eachLink("rectangles of the first letter", "does not lie over", func(a *Annotation) { a.Rect[2] = a.Rect[0] + 2 }),
	eachLink("rectangles beyond the edge", "beyond the edge", func(a *Annotation) { a.Rect[0] -= 600; a.Rect[2] -= 600 }),
	eachLink("links without words", "does not say", func(a *Annotation) { a.Link.Label, a.Link.URL = "", "" }),
	eachLink("links to anchors that are none", "leads nowhere", func(a *Annotation) { a.Link.Anchor = "none" }),
	eachLink("addresses without a scheme", "no address", func(a *Annotation) { a.Link.URL = strings.TrimPrefix(a.Link.URL, "https:") }),
	{name: "link on another page", want: "another page", write: func(_ *testing.T, d *Document) { d.Painting.Annotations[0].Page++ }},
	{name: "every place on page one", want: "does not lead to what it names", write: func(_ *testing.T, d *Document) {
		for k, p := range d.Anchors {
			p.Page = 0
			d.Anchors[k] = p
		}
	}},
	{name: "every place at the head of its page", want: "does not lead to what it names", write: func(_ *testing.T, d *Document) {
		for k, p := range d.Anchors {
			p.Y = 60
			d.Anchors[k] = p
		}
	}},
	{name: "a note taken for the figure", want: `the link "note 1" does not lead`, write: func(_ *testing.T, d *Document) {
		d.Anchors["note-1"] = d.Anchors["fig"] // the two notes stand beside each other
	}},
	{name: "table taken for the figure", want: `does not lead to what it names`, write: func(_ *testing.T, d *Document) {
		d.Anchors["tab"] = d.Anchors["fig"]
	}},
	{name: "links of two elements exchanged", want: "way back", write: func(_ *testing.T, d *Document) {
		l := d.Tree.Links
		l[0], l[1] = l[1], l[0]
	}},
}

// outlineFaults are those of bookmarks.
var outlineFaults = []fault{
	{name: "bookmarks of one level", want: "is of depth", write: func(_ *testing.T, d *Document) {
		for i := range d.Outline {
			d.Outline[i].Level = 1
		}
	}},
	{name: "bookmarks to page one", want: "does not lead to its heading", write: func(_ *testing.T, d *Document) {
		for i := range d.Outline {
			d.Outline[i].Page = 0
		}
	}},
	{name: "bookmark left out", want: "do not mirror", write: func(_ *testing.T, d *Document) { d.Outline = slices.Delete(d.Outline, 3, 4) }},
	{name: "bookmark of other words", want: "do not mirror", write: func(_ *testing.T, d *Document) { d.Outline[3].Title = "Other" }},
	{name: "bookmark too many", want: "has no heading", write: func(_ *testing.T, d *Document) {
		d.Outline = append(d.Outline, Heading{2, "More", Place{}})
	}},
	{name: "no bookmarks", want: "no bookmarks", write: func(_ *testing.T, d *Document) { d.Outline = nil }},
}

// metadataFaults are those of what the file says of itself and carries.
var metadataFaults = []fault{
	{name: "another language", want: "another language", write: func(_ *testing.T, d *Document) { d.Metadata.Language = "xx" }},
	{name: "no title", want: "metadata lack", write: func(_ *testing.T, d *Document) { d.Metadata.Title = "" }},
	{name: "file without a relationship", want: "no relationship", write: func(_ *testing.T, d *Document) { d.Attachments[0].Relationship = "" }},
	{name: "file without a media type", want: "no media type", write: func(_ *testing.T, d *Document) { d.Attachments[0].MIME = "" }},
	{name: "characters without meaning", want: "no character", write: func(_ *testing.T, d *Document) {
		clear(d.Painting.Fonts[0].Latin[:0x60])
	}},
}
