package markdown

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"sitrep/report/chart"
	"sitrep/report/date"
	"sitrep/report/doc"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

var update = flag.Bool("update", false, "write testdata/documents.txtar anew")

func ptr(v float64) *quantity.Number { return quantity.FromFloat(v) }

func text(s string) []doc.Inline { return []doc.Inline{doc.Text(s)} }

func paragraph(inlines ...doc.Inline) *doc.Paragraph { return &doc.Paragraph{Inlines: inlines} }

// documents are the cases of TestDocuments, by the name of what is expected.
func documents(t *testing.T) map[string]*doc.Document {
	english := english(t)
	rows := []chart.Row{
		{ID: "a", Label: "Ministry | press", Origin: "gov", Date: date.Date{Year: 2025, Month: 5}, DateText: "May 2025", Low: ptr(3000), High: ptr(12000), Value: "3,000–12,000", Status: "claimed", StatusText: "claimed", Grade: "B2", Sources: "Bulletin *12*"},
		{ID: "b", Label: "University", Origin: "uni", Date: date.Date{Year: 2025, Month: 6}, DateText: "June 2025", Low: ptr(10000), Value: "≥\u00a010,000", Status: "assessed", StatusText: "assessed", Grade: "C3", Sources: "Survey"},
	}
	figure := &doc.Figure{ID: "fig-1", Label: "Figure 1", Marking: "TLP:GREEN", Source: text("Sources: Bulletin, Survey"), Note: text("Note: rounded"),
		Chart: &chart.Chart{ID: "fig-1", Title: "Two counts do not agree", Subtitle: "People displaced", Unit: lang.Noun("people"), Language: english, Plot: &chart.Ranges{Rows: rows}}}
	docs := map[string]*doc.Document{
		"head.md": {ID: "x", Title: "Floods", Subtitle: "What is known?", Marking: "TLP:AMBER+STRICT", Masthead: []doc.Entry{{Label: "As of", Value: text("1 May 2025")}},
			Editions: []doc.Edition{{Tag: "es", Name: "español", Base: "x.es"}}, Summary: []doc.Block{paragraph(doc.Text("In short."))}},
		"inlines.md": {Title: "Inlines", Body: []doc.Block{paragraph(
			doc.Text("Plain, "), &doc.Emphasis{Inlines: text("stressed")}, doc.Text(", "), &doc.Strong{Inlines: text("strong.")}, doc.Text(" In"), &doc.Strong{Inlines: text("side")},
			doc.Text(" "), &doc.Foreign{Tag: "ru", Inlines: text("слово")}, doc.Break{}, doc.Text("1. not a list "), &doc.Link{URL: "https://example.org/a_(b)?c=1&d=2", Inlines: text("a [link]")},
			doc.Text(", "), &doc.Link{URL: "javascript:alert(1)", Inlines: text("no link")}, doc.Text(", "), &doc.Value{Text: "between 3,000 and 12,000", Card: "a"},
			&doc.NoteRef{Number: 1}, &doc.NoteRef{Number: 2, Locator: "p. 4"}, doc.Text(", see "), &doc.Reference{Anchor: "fig-1", Inlines: text("Figure 1")}, doc.Text("."))}},
		"blocks.md": {Title: "Blocks", Body: []doc.Block{
			&doc.Section{ID: "one", Title: "One # two", Marking: "TLP:RED", Blocks: []doc.Block{
				&doc.List{Items: [][]doc.Block{{paragraph(doc.Text("a"))}, {paragraph(doc.Text("b")), &doc.List{Numbers: []int{9, 10}, Items: [][]doc.Block{{paragraph(doc.Text("i"))}, {paragraph(doc.Text("ii"))}}}}}},
				&doc.List{Items: [][]doc.Block{{paragraph(doc.Text("another list"))}}},
				&doc.List{Numbers: []int{23, 25, 26}, Items: [][]doc.Block{{paragraph(doc.Text("left"))}, {paragraph(doc.Text("came"))}, {paragraph(doc.Text("stayed"))}}},
				&doc.Quote{Blocks: []doc.Block{paragraph(doc.Text("said")), paragraph(doc.Text("again"))}},
				&doc.Callout{Caution: true, Label: "Caution", Marking: "TLP:RED", Blocks: []doc.Block{paragraph(doc.Text("Mind."))}},
				&doc.Paragraph{Marking: "TLP:RED", Inlines: text("Secret.")},
				&doc.Section{ID: "deeper", Title: "Deeper", Blocks: []doc.Block{paragraph(doc.Text("Text."))}}}}}},
		"judgements.md": {Title: "Judgements", Body: []doc.Block{
			&doc.Judgements{Items: []doc.Judgement{
				{ID: "j1", Number: 1, Blocks: []doc.Block{paragraph(doc.Text("It rained.")), paragraph(doc.Text("A lot."))}, Likelihood: text("Likelihood: likely"), Confidence: text("Confidence: low"), Basis: text("Rests on: a")},
				{ID: "j2", Number: 2, Marking: "TLP:GREEN", Blocks: []doc.Block{&doc.Quote{Blocks: []doc.Block{paragraph(doc.Text("quoted"))}}}}}},
			&doc.KeyFigures{Items: []doc.KeyFigure{{What: "in camps", Unit: "people", Claims: []doc.KeyClaim{{Value: text("3,000–12,000"), Who: []doc.Inline{doc.Text("Ministry, May 2025"), &doc.NoteRef{Number: 1}}, Standing: "claimed, B2"}}}, {Claims: []doc.KeyClaim{{Value: text("≥ 7"), Marking: "TLP:GREEN"}}}}}}},
		"figures.md": {Title: "Figures", Body: []doc.Block{figure,
			&doc.Table{ID: "tab-1", Label: "Table 1", Title: "All | facts", Columns: []doc.Column{{Title: "Who"}, {Title: "How many", Numeric: true}},
				Rows: []doc.Row{{Cells: [][]doc.Inline{{doc.Text("a|b"), doc.Break{}, doc.Text("c")}, text("5")}}, {Marking: "TLP:RED", Cells: [][]doc.Inline{text("short")}}}, Note: text("Note: all")},
			&doc.Table{Title: "Nothing"}}},
		"notes.md": {Title: "Notes", Body: []doc.Block{&doc.Endnotes{}}, Notes: []doc.Note{
			{Number: 1, ID: "note-1", Title: "Bulletin *12*", Publisher: "Ministry", URL: "https://example.org/12", Archived: "https://archive.example/12", Details: []doc.Entry{{Label: "Published", Value: text("May 2025")}}},
			{Number: 2, ID: "note-2", Title: "On paper", Marking: "TLP:AMBER"}}},
		"empty.md": {},
	}
	for _, d := range docs {
		d.Language = english
	}
	return docs
}

// TestDocuments compares documents with testdata/documents.txtar, which shows each
// as it is written; go test -update writes it anew, for a person to review.
func TestDocuments(t *testing.T) {
	const file = "testdata/documents.txtar"
	want, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	docs := documents(t)
	if len(want.Files) != len(docs) {
		t.Errorf("%s has %d files, want %d", file, len(want.Files), len(docs))
	}
	for i, f := range want.Files {
		d, ok := docs[f.Name]
		if !ok {
			t.Errorf("%s: no such document", f.Name)
			continue
		}
		got := Render(d)
		if *update {
			want.Files[i].Data = got
		} else if string(got) != string(f.Data) {
			t.Errorf("%s:\n%s\nwant:\n%s", f.Name, got, f.Data)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// No text of a document can reorder what stands beside it.
func TestNothingReorders(t *testing.T) {
	const controls = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
	odd := "a" + controls + "b"
	d := &doc.Document{ID: odd, Language: english(t), Title: odd, Subtitle: odd, Publisher: odd, Masthead: []doc.Entry{{Label: odd, Value: text(odd)}},
		Body: []doc.Block{
			&doc.Section{ID: odd, Title: odd, Blocks: []doc.Block{paragraph(doc.Text(odd), &doc.Link{URL: "https://example.org/" + odd, Inlines: text(odd)}, &doc.Value{Text: odd, Card: odd}, &doc.NoteRef{Number: 1, Locator: odd})}},
			&doc.Table{ID: odd, Label: odd, Title: odd, Columns: []doc.Column{{Title: odd}}, Rows: []doc.Row{{ID: odd, Cells: [][]doc.Inline{text(odd)}}}, Note: text(odd)},
			&doc.KeyFigures{Items: []doc.KeyFigure{{What: odd, Unit: odd, Finding: odd, Claims: []doc.KeyClaim{{Value: text(odd), Who: text(odd), Standing: odd}}}}},
			&doc.Callout{Label: odd, Blocks: []doc.Block{paragraph(doc.Text(odd))}}, &doc.Endnotes{}},
		Notes: []doc.Note{{Number: 1, ID: odd, Title: odd, Publisher: odd, URL: "https://example.org/" + odd, Archived: "https://example.org/" + odd, Details: []doc.Entry{{Label: odd, Value: text(odd)}}}}}
	page := Render(d)
	if i := bytes.IndexAny(page, controls); i >= 0 {
		t.Errorf("the text holds %q", page[max(0, i-60):min(i+10, len(page))])
	}
	if n := bytes.Count(page, []byte("ab")); n < 15 {
		t.Errorf("only %d of the texts are there: %s", n, page)
	}
}
