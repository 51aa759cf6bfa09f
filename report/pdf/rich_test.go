package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/report/chart"
	"sitrep/report/date"
	"sitrep/report/doc"
	"sitrep/report/font"
	"sitrep/report/lang"
	"sitrep/report/pdf"
	"sitrep/report/quantity"
	"sitrep/report/theme"
)

func language(t testing.TB, tag string) *lang.Language {
	t.Helper()
	l, err := lang.For(tag)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// options are A4 in the plain look.
func options(t testing.TB) pdf.Options {
	t.Helper()
	th, err := theme.Plain()
	if err != nil {
		t.Fatal(err)
	}
	fonts, err := font.Load()
	if err != nil {
		t.Fatal(err)
	}
	return pdf.Options{Theme: th, Fonts: fonts, Producer: "sitrep test"}
}

func build(t testing.TB, d *doc.Document) *pdf.Result {
	t.Helper()
	r, err := pdf.Build(d, options(t))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func words(s ...doc.Inline) []doc.Inline { return s }

func para(s string) *doc.Paragraph { return &doc.Paragraph{Inlines: words(doc.Text(s))} }

// lorem is n words of running text that tell where they stand.
func lorem(n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%s%d", []string{"river", "crossing", "of", "the", "northern", "district", "was", "reported"}[i%8], i)
	}
	return b.String() + "."
}

// ranges is a chart of n rival estimates.
func ranges(l *lang.Language, n int) *chart.Chart {
	rows := make([]chart.Row, n)
	for i := range rows {
		low, high := float64(1000*(i%5+1)), float64(1000*(i%5+4))
		a := lang.Amount{Low: quantity.FromFloat(low), High: quantity.FromFloat(high)}
		rows[i] = chart.Row{ID: fmt.Sprintf("row-%d", i), Label: fmt.Sprintf("Origin %d", i), Origin: fmt.Sprintf("o%d", i%9),
			Date: date.Date{Year: 2024, Month: 10, Day: i%28 + 1}, DateText: "Oct 2024", Low: quantity.FromFloat(low), High: quantity.FromFloat(high),
			Value: l.Short(a), Words: l.Words(a), Status: "reported", StatusText: "reported", Grade: "B2", Sources: "Reuters"}
	}
	return &chart.Chart{ID: "c", Title: "Two counts differ by a factor of three", Subtitle: "Soldiers, October 2024", Unit: lang.Noun("soldiers"),
		Language: l, Plot: &chart.Ranges{Rows: rows}}
}

// rich is a document that holds every kind of block and inline.
func rich(t testing.TB) *doc.Document {
	t.Helper()
	l := language(t, "en")
	return &doc.Document{
		ID: "rich", Language: l, Title: "A river crossing, and what is known of it", Subtitle: "Three counts, two origins",
		Authors: []string{"A. Author", "B. Writer"}, Publisher: "Desk", Edition: "2", Marking: "TLP:AMBER", Date: "2024-11",
		Masthead: []doc.Entry{{Label: "Information as of", Value: words(doc.Text("November 2024"))}, {Label: "Edition", Value: words(doc.Text("2"))}},
		Summary:  []doc.Block{para("A summary of one sentence.")},
		Body:     []doc.Block{richJudgements(), richProse(), richData(l), &doc.Section{ID: "notes", Title: "Notes", Blocks: []doc.Block{&doc.Endnotes{}}}},
		Notes: []doc.Note{
			{Number: 1, ID: "note-1", Title: "Un artículo largo", Language: "es", Publisher: "Diario", URL: "https://example.org/a/very/long/path/that-goes-on-and-on/until/it/must/break?query=yes&more=1", Site: "example.org",
				Archived: "https://web.archive.org/web/20241101000000/https://example.org/a", Archive: "web.archive.org", Details: []doc.Entry{{Label: "Published", Value: words(doc.Text("1 November 2024"))}}},
			{Number: 2, ID: "note-2", Title: "A bulletin", Publisher: "Ministry", Marking: "TLP:GREEN"},
		},
		Cards:  []doc.Card{{ID: "f1", Claim: "about 3,000", Note: 1}, {ID: "f2", Claim: "none", Note: 2}},
		Source: doc.Payload{Name: "rich.json", Data: []byte(`{"format":1}`)},
	}
}

func richJudgements() *doc.Section {
	return &doc.Section{ID: "judgements", Title: "Key judgements", Blocks: []doc.Block{&doc.Judgements{Items: []doc.Judgement{
		{ID: "j1", Number: 1, Blocks: []doc.Block{para("The crossing took place.")}, Likelihood: words(doc.Text("Likelihood: almost certain (95–99 %)")),
			Confidence: words(doc.Text("Confidence: high")), Basis: words(doc.Text("Rests on: Ministry"), &doc.NoteRef{Number: 2})},
		{ID: "j2", Number: 2, Blocks: []doc.Block{para("It will not be repeated.")}, Marking: "TLP:RED", Likelihood: words(doc.Text("Likelihood: unlikely (20–45 %)"))},
	}}}}
}

func richProse() *doc.Section {
	return &doc.Section{ID: "prose", Title: "Prose", Marking: "TLP:GREEN", Blocks: []doc.Block{
		&doc.Paragraph{Inlines: words(doc.Text("Plain, "), &doc.Emphasis{Inlines: words(doc.Text("stressed"))}, doc.Text(", "),
			&doc.Strong{Inlines: words(doc.Text("strong"))}, doc.Text(" and "), &doc.Foreign{Tag: "ko", Inlines: words(doc.Text("국가정보원"))},
			doc.Text("; "), &doc.Value{Text: "3,000–12,000", Card: "f1"}, &doc.NoteRef{Number: 1, Locator: "p. 4"}, &doc.NoteRef{Number: 2},
			doc.Text(" soldiers; see "), &doc.Link{URL: "https://example.org/", Inlines: words(doc.Text("the site"))}, doc.Text(" and "),
			&doc.Reference{Anchor: "tab", Inlines: words(doc.Text("the table"))}, doc.Text("."), doc.Break{}, doc.Text("After a break."))},
		&doc.List{Numbers: []int{3, 4}, Items: [][]doc.Block{{para("Third.")}, {para("Fourth."), &doc.List{Items: [][]doc.Block{{para("Inner.")}}}}}},
		&doc.Quote{Blocks: []doc.Block{para("Quoted words.")}},
		&doc.Callout{Label: "Caution", Caution: true, Blocks: []doc.Block{para("Not confirmed.")}, Marking: "TLP:RED"},
		&doc.Section{ID: "inner", Title: "An inner section", Blocks: []doc.Block{&doc.Paragraph{Marking: "TLP:CLEAR", Inlines: words(doc.Text("Marked."))}}},
	}}
}

func richData(l *lang.Language) *doc.Section {
	cell := func(s string) []doc.Inline { return words(doc.Text(s)) }
	return &doc.Section{ID: "data", Title: "Data", Blocks: []doc.Block{
		&doc.KeyFigures{Items: []doc.KeyFigure{
			{What: "In the north", Unit: "soldiers", Claims: []doc.KeyClaim{{Value: words(&doc.Value{Text: "3,000–12,000", Card: "f1"}), Who: cell("Ministry"), Standing: "claimed, B2"}}},
			{What: "Blown up", Unit: "bridges", Finding: "Two counts differ", Marking: "TLP:RED",
				Claims: []doc.KeyClaim{{Value: cell("≥ 5"), Who: cell("Observers")}, {Value: cell("3"), Who: cell("Ministry"), Marking: "TLP:RED"}}}}},
		&doc.Figure{ID: "fig", Label: "Figure 1", Chart: ranges(l, 6), Source: words(doc.Text("Source: Ministry"), &doc.NoteRef{Number: 2}), Note: cell("Bounds as given.")},
		&doc.Table{ID: "tab", Label: "Table 1", Title: "All counts", Note: cell("Grades as in the key."),
			Columns: []doc.Column{{Title: "Date"}, {Title: "Claim", Weight: 3, Names: true}, {Title: "Count", Numeric: true}, {Title: "Sources"}},
			Rows: []doc.Row{
				{ID: "f1", Cells: [][]doc.Inline{cell("23 Oct 2024"), cell(lorem(20)), cell("3,000"), words(&doc.NoteRef{Number: 1}, &doc.NoteRef{Number: 2})}},
				{ID: "f2", Cells: [][]doc.Inline{cell("2024"), nil, cell("≈ 12,000")}, Marking: "TLP:RED"},
			}},
	}}
}

// long is a document of many pages.
func long(t testing.TB, sections int) *doc.Document {
	t.Helper()
	d := rich(t)
	d.Body = nil
	for i := range sections {
		rows := make([]doc.Row, 12)
		for r := range rows {
			rows[r].Cells = [][]doc.Inline{words(doc.Text(fmt.Sprint(i, r))), words(doc.Text(lorem(9 + (i+r)%30))), words(doc.Text("1,000"))}
		}
		d.Body = append(d.Body, &doc.Section{ID: fmt.Sprintf("s%d", i), Title: fmt.Sprintf("Section %d", i), Blocks: []doc.Block{
			para(lorem(60 + i%70)), para(lorem(30 + i%40)),
			&doc.Section{ID: fmt.Sprintf("s%d-a", i), Title: "Inner", Blocks: []doc.Block{para(lorem(80))}},
			&doc.Table{ID: fmt.Sprintf("t%d", i), Label: "Table", Title: "Rows", Columns: []doc.Column{{Title: "No"}, {Title: "What"}, {Title: "Count", Numeric: true}}, Rows: rows},
		}})
	}
	return d
}
