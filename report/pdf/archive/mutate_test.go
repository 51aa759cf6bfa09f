package archive

import (
	"bytes"
	"strings"
	"testing"

	"sitrep/report/chart"
	"sitrep/report/doc"
	"sitrep/report/font"
	"sitrep/report/internal/check"
	"sitrep/report/lang"
	"sitrep/report/pdf/flow"
	"sitrep/report/pdf/page"
	"sitrep/report/quantity"
	"sitrep/report/theme"
)

// small is a document with everything that a rule speaks of.
func small(t testing.TB) *Document {
	t.Helper()
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	low, high := 3000.0, 12000.0
	c := &chart.Chart{Title: "Rival counts", Language: l, Plot: &chart.Ranges{Rows: []chart.Row{{ID: "r", Label: "Ministry", Origin: "m",
		Low: quantity.FromFloat(low), High: quantity.FromFloat(high), Value: "3,000–12,000", Words: "between 3,000 and 12,000", Status: "reported"}}}}
	p := func(s string) doc.Block {
		return &doc.Paragraph{Inlines: []doc.Inline{doc.Text(s), &doc.NoteRef{Number: 1}}}
	}
	d := &doc.Document{ID: "small", Language: l, Title: "Small", Subtitle: "Sub", Publisher: "Desk", Authors: []string{"A"}, Marking: "TLP:GREEN", Date: "2024",
		Body: []doc.Block{
			&doc.Section{ID: "one", Title: "One", Blocks: []doc.Block{p("First."), &doc.List{Items: [][]doc.Block{{p("Item.")}}},
				&doc.Section{ID: "two", Title: "Two", Blocks: []doc.Block{p("Second."), &doc.Figure{ID: "f", Label: "Figure 1", Chart: c}}},
				&doc.Table{ID: "t", Label: "Table 1", Title: "Rows", Columns: []doc.Column{{Title: "A", Names: true}, {Title: "B"}},
					Rows: []doc.Row{{Cells: [][]doc.Inline{{doc.Text("1")}, {doc.Text("2")}}}}}}},
			&doc.Section{ID: "notes", Title: "Notes", Blocks: []doc.Block{&doc.Endnotes{}}}},
		Notes: []doc.Note{{Number: 1, ID: "note-1", Title: "Nota", Language: "es", URL: "https://example.org/"}}}
	return begin(t, d).paint(t)
}

// A work is a report on its way: set on pages, not yet painted.
type work struct {
	set   *flow.Setting
	size  page.Size
	theme *theme.Theme
	fonts *font.Set
	title string
}

func begin(t testing.TB, d *doc.Document) *work {
	t.Helper()
	th, err := theme.Plain()
	if err != nil {
		t.Fatal(err)
	}
	fonts, err := font.Load()
	if err != nil {
		t.Fatal(err)
	}
	size, _ := page.Paper("a4")
	return &work{flow.Set(d, flow.Options{Size: size, Theme: th, Fonts: fonts}), size, th, fonts, d.Title}
}

// paint goes on to what is written.
func (w *work) paint(t testing.TB) *Document {
	t.Helper()
	s := w.set
	painting, err := page.Paint(s.Pages, w.size, w.fonts, w.theme, s.Tree)
	if err != nil {
		t.Fatal(err)
	}
	out := &Document{Painting: painting, Size: w.size, Tree: s.Tree, Anchors: map[string]Place{},
		Metadata:    Metadata{Title: w.title, Language: "en", Date: "2024", Producer: "test"},
		Attachments: []Attachment{{Name: "facts.json", MIME: "application/json", Relationship: "Source", Data: []byte("{}")}}}
	for k, v := range s.Anchors {
		out.Anchors[k] = Place(v)
	}
	for _, h := range s.Headings {
		out.Outline = append(out.Outline, Heading{h.Level, h.Title, Place(h.Spot)})
	}
	return out
}

func problems(t *testing.T, data []byte) []string {
	t.Helper()
	r, err := check.File(data)
	if err != nil {
		return []string{err.Error()}
	}
	return r.Problems
}

// replace changes the first object or stream that holds from.
func replace(w *writer, from, to string) bool {
	for n := range w.file.objects {
		e := &w.file.objects[n]
		if bytes.Contains(e.text, []byte(from)) {
			e.text = bytes.Replace(e.text, []byte(from), []byte(to), 1)
			return true
		}
		if bytes.Contains(e.data, []byte(from)) {
			e.data = bytes.Replace(e.data, []byte(from), []byte(to), 1)
			return true
		}
		if e.compressed != nil && bytes.Contains(e.compressed.Data, []byte(from)) {
			data := bytes.Replace(e.compressed.Data, []byte(from), []byte(to), 1)
			e.compressed = w.file.compressor.Put(data)
			return true
		}
	}
	return false
}

// mutations are single changes of the finished file, and what is then said of it.
var mutations = []struct{ name, from, to, want string }{
	{"no alternate text", "/Alt (Range", "/Aux (Range", "no alternate text"},
	{"an empty alternate text", "/S /Figure ", "/S /Figure /Alt ( ) /Aux ", "no alternate text"},
	{"no place of a figure", "/BBox [", "/Box [", "no place"},
	{"no language", "/Lang (en) /ViewerPreferences", "/ViewerPreferences", "no language"},
	{"another language of the file", "/Lang (en) /ViewerPreferences", "/Lang (es) /ViewerPreferences", "another language"},
	{"another language of the structure", "/S /Document ", "/S /Document /Lang (es) /Aux ", "another language"},
	{"another language of the metadata", "<rdf:li>en</rdf:li>", "<rdf:li>es</rdf:li>", "another language"},
	{"a language that is none", "/Lang (es)", "/Lang (x_y)", "is no language"},
	{"pages called in roman", "/Nums [0 <</S /D>>]", "/Nums [0 <</S /r>>]", "at its foot"},
	{"pages called from five", "/Nums [0 <</S /D>>]", "/Nums [0 <</S /D /St 5>>]", "at its foot"},
	{"a link of no room", "/Border [0 0 0] /Rect [", "/Border [0 0 0] /Rect [0 0 0 0] /Aux [", "no room"},
	{"a link elsewhere on the page", "/Border [0 0 0] /Rect [", "/Border [0 0 0] /Rect [9 9 99 20] /Aux [", "over nothing"},
	{"a link beyond the page", "/Border [0 0 0] /Rect [", "/Border [0 0 0] /Rect [-90 9 -9 20] /Aux [", "beyond the edge"},
	{"a link to another place", "/XYZ null ", "/XYZ null 3 ", "does not lead"},
	{"text beyond the page", " Td ", " Td 9999 0 Td ", "beyond the edge"},
	{"list without numbering", "/ListNumbering /", "/Listing /", "labels count"},
	{"sign without words", "/E (", "/F (", "told nothing"},
	{"not marked as tagged", "/Marked true", "/Marked false", "not marked"},
	{"title not shown", "/DisplayDocTitle true", "/DisplayDocTitle false", "title is not shown"},
	{"head cell without scope", "/Scope /Column", "", "no scope"},
	{"head that is not there", "/Headers [(t1.2) (t1.r1) ]", "/Headers [(t9.2) (t1.r1) ]", "is not there"},
	{"head of a row for a column", "/Scope /Row", "/Scope /Column", "has the scope Column"},
	{"cell without the head of its row", "/Headers [(t1.2) (t1.r1) ]", "/Headers [(t1.2) ]", "head of its row"},
	{"heading skipped", "/S /H3 ", "/S /H4 ", "level"},
	{"no first heading", "/S /H1 ", "/S /P ", "level"},
	{"list item of a table", "/S /LI ", "/S /TD ", "stands in L"},
	{"cell of a list", "/S /TD ", "/S /LI ", "stands in TR"},
	{"a role that is no standard", "/S /LBody ", "/S /Body ", "no standard type"},
	{"a row too short", "/S /TR ", "/S /TR /K [] /Aux ", "cells"},
	{"no way back", "/K [0 ]", "/K [1 ]", "claimed"},
	{"no parent tree", "/ParentTree ", "/Forest ", "parent tree"},
	{"tab order", "/Tabs /S", "/Tabs /R", "tab order"},
	{"link without words", "/Contents (note 1)", "/Contents ()", "does not say"},
	{"link that is not printed", "/F 4 ", "/F 0 ", "not printed"},
	{"link to nowhere", "/Dest [", "/Nowhere [", "leads nowhere"},
	{"link outside the structure", "/Type /OBJR ", "/Type /None ", "outside the structure"},
	{"note without id", "/ID (note.1)", "/Di (note.1)", "no id"},
	{"no output intent", "/OutputIntents [", "/Intents [", "no output intent"},
	{"something run on opening", "/Type /Catalog ", "/Type /Catalog /OpenAction [0] ", "is run"},
	{"no relationship", "/AFRelationship /Source ", "", "no relationship"},
	{"no media type", "/Subtype /application#2Fjson ", "", "no media type"},
	{"conformance not claimed", "<pdfaid:conformance>A<", "<pdfaid:conformance>B<", "metadata lack"},
	{"no title", "<dc:title>", "<dc:name>", "metadata lack"},
	{"ink outside marked content", "EMC\n", "EMC\n0 0 1 1 re f\n", "ink outside"},
	{"marked content that does not end", "EMC\n", "", "marked content"},
	{"content twice", "<</MCID 1>>", "<</MCID 0>>", "twice"},
	{"marked as something else", "/H1 <</MCID", "/P <</MCID", "is marked"},
	{"character without meaning", "beginbfrange\n<20>", "beginbfrange\n<0000>", "no character"},
	{"bookmarks gone", "/Outlines ", "/Lines ", "no bookmarks"},
	{"bookmark that leads nowhere", "/Title (One) ", "/Title () ", "bookmark leads nowhere"},
}

// TestMutations: each fault that a change of the writer could bring in is found
// by reading the file back.
func TestMutations(t *testing.T) {
	d := small(t)
	data, err := Write(d)
	if err != nil {
		t.Fatal(err)
	}
	if found := problems(t, data); len(found) > 0 {
		t.Fatalf("the file is faulty before anything is changed: %v", found)
	}
	for _, m := range mutations {
		t.Run(strings.ReplaceAll(m.name, " ", "-"), func(t *testing.T) {
			w, err := compile(small(t))
			if err != nil {
				t.Fatal(err)
			}
			if !replace(w, m.from, m.to) {
				t.Fatalf("%q is nowhere in the file", m.from)
			}
			if found := problems(t, w.file.bytes(w.root, w.info)); !strings.Contains(strings.Join(found, "\n"), m.want) {
				t.Errorf("%q is not said, but %q", m.want, found)
			}
		})
	}
}

// TestGlyphs: a character that the font has no glyph for is found.
func TestGlyphs(t *testing.T) {
	w, err := compile(small(t))
	if err != nil {
		t.Fatal(err)
	}
	for n := range w.file.objects {
		e := &w.file.objects[n]
		if bytes.Contains(e.text, []byte("/CIDToGIDMap")) { // point it to a map of nothing
			i := bytes.Index(e.text, []byte("/CIDToGIDMap"))
			empty := w.file.reserve()
			w.file.setFlate(empty, nil, make([]byte, 1<<17))
			w.file.objects[n].text = append(bytes.Clone(w.file.objects[n].text[:i]), object("/CIDToGIDMap ").ref(empty).raw(">>")...)
			break
		}
	}
	if found := problems(t, w.file.bytes(w.root, w.info)); !strings.Contains(strings.Join(found, "\n"), "no glyph for \"A\"") {
		t.Errorf("boxes went unnoticed: %v", found)
	}
}
