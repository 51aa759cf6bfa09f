package html

import (
	"os"
	"testing"

	"sitrep/report/doc"
	"sitrep/report/lang"
)

// words makes a run of plain text.
func words(s string) []doc.Inline { return []doc.Inline{doc.Text(s)} }

func paragraph(inlines ...doc.Inline) *doc.Paragraph { return &doc.Paragraph{Inlines: inlines} }

// sample is a document that has every kind of block and inline.
func sample(t testing.TB) *doc.Document {
	t.Helper()
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{
		ID: "flood", Language: l, Title: "Flood displacement in the delta: what is known and who says so",
		Subtitle: "Two estimates of the displaced differ by a factor of two, and neither has been checked on the ground",
		Authors:  []string{"A. Analyst", "B. Bergström"}, Publisher: "Delta Observatory", Edition: "Third edition",
		Marking: "TLP:AMBER", Date: "2025-05-31",
		Masthead: []doc.Entry{{Label: "Information as of", Value: words("31 May 2025")}, {Label: "Edition", Value: words("3")}, {Label: "Authors", Value: words("A. Analyst and B. Bergström")}},
		Editions: []doc.Edition{{Tag: "en", Name: "English", Base: "flood.en"}, {Tag: "es-MX", Name: "español", Base: "flood.es-MX"}},
		Source:   doc.Payload{Name: "flood.json", Data: []byte(`{"format":1,"t":"</script><b>"}`)},
	}
	value := &doc.Value{Text: "between 24,600 and 27,900 people", Card: "gov-may"}
	d.Summary = []doc.Block{paragraph(doc.Text("The ministry counts "), value, doc.Text(" displaced"), &doc.NoteRef{Number: 1},
		doc.Text("; the university, from satellite pictures, "), &doc.Value{Text: "at least 58,700", Card: "uni-may"}, &doc.NoteRef{Number: 2, Locator: "p. 4"},
		doc.Text(". The two count different things, and both leave out the islands."))}
	d.Body = []doc.Block{
		&doc.Section{ID: "judgements", Title: "Key judgements", Blocks: []doc.Block{&doc.Judgements{Items: []doc.Judgement{
			{ID: "j1", Number: 1, Blocks: []doc.Block{paragraph(doc.Text("More people are displaced than the ministry counts."))},
				Likelihood: words("Likelihood: very likely (80–95 %)"), Confidence: words("Confidence: moderate"),
				Basis: []doc.Inline{doc.Text("Rests on: Ministry, "), &doc.Value{Text: "about 26,200", Card: "gov-may"}, &doc.NoteRef{Number: 1}, doc.Text(".")}},
			{ID: "j2", Number: 2, Blocks: []doc.Block{paragraph(doc.Text("The islands will be reached only after the water has fallen."))},
				Likelihood: words("Likelihood: likely (55–80 %)"), Confidence: words("Confidence: low"), Marking: "TLP:GREEN"}}}}},
		&doc.Section{ID: "keyfigures", Title: "Key figures", Blocks: []doc.Block{&doc.KeyFigures{Items: []doc.KeyFigure{
			{What: "displaced in the delta", Unit: "people", Finding: "Two counts do not overlap", Claims: []doc.KeyClaim{
				{Value: []doc.Inline{&doc.Value{Text: "24,600–27,900", Card: "gov-may"}}, Who: []doc.Inline{doc.Text("Ministry of the Interior, 30 May 2025"), &doc.NoteRef{Number: 1}}, Standing: "reported, B2"},
				{Value: words("≥ 58,700"), Who: words("Technical University, May 2025")}}}}}}},
		&doc.Section{ID: "why", Title: "Why the two numbers differ", Blocks: []doc.Block{
			paragraph(doc.Text("The ministry counts "), &doc.Emphasis{Inlines: words("people in shelters")}, doc.Text("; the university "),
				&doc.Strong{Inlines: words("roofs under water")}, doc.Text(", and says so in "), &doc.Link{URL: "https://example.org/a?b=c&d", Inlines: words("its note")},
				doc.Text(". The Spanish press speaks of "), &doc.Foreign{Tag: "es", Inlines: words("desplazados")}, doc.Text(". See "),
				&doc.Reference{Anchor: "tab-1", Inlines: words("Table 1")}, doc.Text("."), doc.Break{}, doc.Text("A new line.")),
			&doc.List{Items: [][]doc.Block{{paragraph(doc.Text("shelters only"))}, {paragraph(doc.Text("no islands")), &doc.List{Numbers: []int{3}, Items: [][]doc.Block{{paragraph(doc.Text("nested"))}}}}}},
			&doc.Quote{Blocks: []doc.Block{paragraph(doc.Text("We count who comes to us."))}},
			&doc.Callout{Caution: true, Label: "Caution", Blocks: []doc.Block{paragraph(doc.Text("Never add the two."))}},
			&doc.Section{ID: "table", Title: "The table", Blocks: []doc.Block{&doc.Table{ID: "tab-1", Label: "Table 1", Title: "What is claimed",
				Columns: []doc.Column{{Title: "Date"}, {Title: "Origin"}, {Title: "Value", Numeric: true}, {Title: "Status"}, {Title: "Grade"}, {Title: "Sources"}},
				Rows: []doc.Row{{ID: "r1", Cells: [][]doc.Inline{words("30 May 2025"), words("Ministry of the Interior"), {&doc.Value{Text: "26,200 (24,600–27,900)", Card: "gov-may"}}, words("reported"), words("B2"), {doc.Text("Ministry"), &doc.NoteRef{Number: 1}}}},
					{ID: "r2", Marking: "TLP:GREEN", Cells: [][]doc.Inline{words("May 2025"), words("Technical University"), {&doc.Value{Text: "≥ 58,700", Card: "uni-may"}}, words("assessed"), words("C3"), {doc.Text("Technical University"), &doc.NoteRef{Number: 2}}}}},
				Note: words("Note: grades after the Admiralty code.")}}},
		}},
		figures(t, l),
		&doc.Section{ID: "notes", Title: "Sources and notes", Blocks: []doc.Block{&doc.Endnotes{}}},
	}
	apparatus(d)
	return d
}

// apparatus gives the sample its notes and cards.
func apparatus(d *doc.Document) {
	d.Notes = []doc.Note{
		{Number: 1, ID: "note-1", Title: "Situation bulletin 12", Publisher: "Ministry of the Interior", URL: "https://example.org/bulletin-12", Archived: "https://archive.example.org/1", Details: []doc.Entry{{Label: "Published", Value: words("30 May 2025")}, {Label: "Grade", Value: words("B2")}}},
		{Number: 2, ID: "note-2", Title: "Estimación por satélite", Language: "es", Publisher: "Technical University", URL: "https://example.org/satellite"},
	}
	d.Cards = []doc.Card{
		{ID: "gov-may", Claim: "Ministry of the Interior: about 26,200 people", Note: 1, Entries: []doc.Entry{{Label: "Value", Value: words("26,200 people (24,600–27,900)")}, {Label: "As of", Value: words("30 May 2025")},
			{Label: "Origin", Value: words("Ministry of the Interior")}, {Label: "Grade", Value: words("B2: usually reliable; probably true")},
			{Label: "Sources", Value: []doc.Inline{doc.Text("Ministry: "), &doc.Link{URL: "https://example.org/bulletin-12", Inlines: words("Situation bulletin 12")}, &doc.NoteRef{Number: 1}}},
			{Label: "Judgements", Value: []doc.Inline{&doc.Reference{Anchor: "j1", Inlines: words("Judgement 1")}}}}},
		{ID: "uni-may", Claim: "Technical University: at least 58,700 people", Note: 2, Entries: []doc.Entry{{Label: "As of", Value: words("May 2025")}}},
	}
	for _, c := range claims {
		d.Cards = append(d.Cards, doc.Card{ID: c.id, Claim: c.origin, Note: 1, Entries: []doc.Entry{{Label: "As of", Value: words(c.date)}}})
	}
}

// TestWritePage writes the sample to the file that SITREP_PAGE names, to be looked at.
func TestWritePage(t *testing.T) {
	path := os.Getenv("SITREP_PAGE")
	if path == "" {
		t.Skip("SITREP_PAGE names no file")
	}
	page, err := Render(sample(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, page, 0o644); err != nil {
		t.Fatal(err)
	}
}
