package exchange

import (
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"sitrep/report/exchange/tabular"
)

// workbook fills the cells of a workbook.
func workbook(t *testing.T, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func row(t *testing.T, f *excelize.File, sheet, at string, cells ...any) {
	t.Helper()
	if err := f.SetSheetRow(sheet, at, &cells); err != nil {
		t.Fatal(err)
	}
}

func style(t *testing.T, f *excelize.File, sheet, from, to, format string) {
	t.Helper()
	id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err == nil {
		err = f.SetCellStyle(sheet, from, to, id)
	}
	if err != nil {
		t.Fatal(err)
	}
}

var soldiers = map[string]string{"status": "reported", "source": "Annex", "source.publisher": "Archive", "measure": "Soldiers", "measure.unit": "soldiers"}

// TestWorkbookHabits imports a workbook as people make them: a title over joined
// cells, a head of two lines, joined cells down the side, days as numbers, a total,
// a note, a hidden sheet and one of other things.
func TestWorkbookHabits(t *testing.T) {
	book := workbook(t, func(f *excelize.File) {
		const s = "Sheet1"
		row(t, f, s, "A1", "Estimates of soldiers, by origin")
		row(t, f, s, "A3", "Origin", "Date", "Estimate", nil)
		row(t, f, s, "A4", nil, nil, "Low", "High")
		row(t, f, s, "A5", "NIS", time.Date(2024, 10, 23, 0, 0, 0, 0, time.UTC), 3000, 12000)
		row(t, f, s, "A6", nil, time.Date(2024, 11, 1, 0, 0, 0, 0, time.UTC), 10000, 11000.5)
		row(t, f, s, "A7", "Total", nil, 13000, 23000)
		row(t, f, s, "A9", "Provisional.")
		for _, area := range [][2]string{{"A1", "D1"}, {"A3", "A4"}, {"B3", "B4"}, {"C3", "D3"}, {"A5", "A6"}} {
			if err := f.MergeCell(s, area[0], area[1]); err != nil {
				t.Fatal(err)
			}
		}
		style(t, f, s, "B5", "B5", "dd/mm/yyyy")
		style(t, f, s, "B6", "B6", "mmm yy")
		for _, name := range []string{"Old", "Readme"} {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		row(t, f, "Old", "A1", "Origin", "Date", "Value")
		row(t, f, "Readme", "A1", "Ask Ana before you use this.")
		if err := f.SetSheetVisible("Old", false); err != nil {
			t.Fatal(err)
		}
	})
	got := said(Import([]File{{"book.xlsx", book}}, Options{Mapping: tabular.Mapping{Set: soldiers, Columns: map[string]string{"Estimate Low": "low", "Estimate High": "high"}}}))
	const want = `measures soldiers{"name":"Soldiers","unit":"soldiers"}
origins nis{"name":"NIS","kind":"other"}
sources annex{"title":"Annex","publisher":"Archive"}
facts {"id":"nis-2024-10-23","type":"estimate","measure":"soldiers","origin":"nis","as_of":"2024-10-23","low":3000,"high":12000,"status":"reported","sources":["annex"]}
facts {"id":"nis-2024-11","type":"estimate","measure":"soldiers","origin":"nis","as_of":"2024-11","low":10000,"high":11000.5,"status":"reported","sources":["annex"]}
book.xlsx:1:1: warning W701 Sheet1!A1: this line stands above the head and is left out: “Estimates of soldiers, by origin”
book.xlsx:7:1: warning W701 Sheet1!A7: this row is left out: a total: “Total 13000 23000”
book.xlsx:9:1: warning W701 Sheet1!A9: this row is left out: a note: “Provisional.”
book.xlsx:5:1: warning W703 Sheet1!A5: the kind of new origins is taken to be “other”: "NIS"
  hint: name a column “origin kind”, or mend it in the facts file
book.xlsx:1:1: warning W701 Old: this sheet is not shown and is left out
  hint: say --sheet to read it
book.xlsx:1:1: warning W701 Readme: no line of this sheet names columns that are known: it is left out
  hint: say --sheet to read it
`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestWorkbookCells holds how numbers of a workbook are read: days counted from
// 1904, shares in percent, halves of a cent, errors of formulas.
func TestWorkbookCells(t *testing.T) {
	book := workbook(t, func(f *excelize.File) {
		const s = "Sheet1"
		row(t, f, s, "A1", "Origin", "Date", "Value", "Status")
		row(t, f, s, "A2", "A", 44126, 0.1+0.2, "reported")
		row(t, f, s, "A3", "B", "2024", 0.85, "reported")
		row(t, f, s, "A4", "C", "2024", "#N/A", "reported")
		row(t, f, s, "A5", "D", 44126.5, 1, "reported")
		style(t, f, s, "B2", "B2", "yyyy\\-mm\\-dd;@")
		style(t, f, s, "B5", "B5", "d/m/yy h:mm")
		style(t, f, s, "C3", "C3", "0.0%")
		yes := true
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
			t.Fatal(err)
		}
	})
	got := said(Import([]File{{"book.xlsx", book}}, Options{Mapping: tabular.Mapping{Set: soldiers}}))
	for _, want := range []string{`C3: the number is in percent`, `C4: the formula of this cell failed: #N/A`, `B5: times of day are left out of dates`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is missing in\n%s", want, got)
		}
	}
	if strings.Contains(got, "B2") || strings.Contains(got, "C2") {
		t.Error(got)
	}
}

// TestWorkbookTraps holds what a workbook shows otherwise than its cells hold it, and
// what a locale of texts must not do to numbers: none is read wrong in silence.
func TestWorkbookTraps(t *testing.T) {
	book := workbook(t, func(f *excelize.File) {
		const s = "Sheet1"
		row(t, f, s, "A1", "Origin", "Date", "Value", "Grade")
		row(t, f, s, "A2", "A", "2024", 1.234)
		row(t, f, s, "A3", "B", "2024", "1.234")
		row(t, f, s, "A4", "C", "2024", 1.2)
		row(t, f, s, "A5", "D", "2024", 900)
		row(t, f, s, "A6", "E", "2024")
		row(t, f, s, "A7", "F", "2024")
		row(t, f, s, "A8", "G", "2024", 1200000)
		row(t, f, s, "A9", "H", "2024", 12, "B2")
		style(t, f, s, "C4", "C4", `0.0" million"`)
		style(t, f, s, "C5", "C5", `#,##0 [$€-407]`)
		style(t, f, s, "C8", "C8", `0.0,,"m"`)
		if err := f.SetCellFormula(s, "C6", "SUM(C2:C5)"); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellRichText(s, "C7", []excelize.RichTextRun{{Text: "3.000"}, {Text: "1", Font: &excelize.Font{VertAlign: "superscript"}}}); err != nil {
			t.Fatal(err)
		}
		if err := f.AddComment(s, excelize.Comment{Cell: "C2", Author: "Ana", Paragraph: []excelize.RichTextRun{{Text: "not yet confirmed"}}}); err != nil {
			t.Fatal(err)
		}
		if err := f.SetColVisible(s, "D", false); err != nil {
			t.Fatal(err)
		}
	})
	refused := said(Import([]File{{"book.xlsx", book}}, Options{Mapping: tabular.Mapping{Set: soldiers, Locale: "de-DE"}}))
	for _, want := range []string{`C4: "1.2 million" has a word`, `C5: the number bears the currency "€"`, `C6: the file has the formula of this cell and not its value`,
		`C7: "3.000[1]" bears the mark of a footnote`, `C2: a comment on this cell is left out: “not yet confirmed”`, `D1: the column "Grade", which the sheet does not show, is read too`} {
		if !strings.Contains(refused, want) {
			t.Errorf("%s is missing in\n%s", want, refused)
		}
	}
	for _, c := range []string{"C2: \"", "C3", "C8", "C9"} {
		if strings.Contains(refused, c) {
			t.Errorf("%s is refused:\n%s", c, refused)
		}
	}
	book = workbook(t, func(f *excelize.File) {
		const s = "Sheet1"
		row(t, f, s, "A1", "Origin", "Date", "Value")
		row(t, f, s, "A2", "A", "2024", 1.234)
		row(t, f, s, "A3", "B", "2024", "1.234")
		row(t, f, s, "A4", "C", "2024", 0.12345)
		style(t, f, s, "A4", "C4", `0.00E+00`)
	})
	read := said(Import([]File{{"book.xlsx", book}}, Options{Mapping: tabular.Mapping{Set: soldiers, Locale: "de-DE"}}))
	for _, want := range []string{`"origin":"a","as_of":"2024","best":1.234,`, `"origin":"b","as_of":"2024","best":1234,`, `"origin":"c","as_of":"2024","best":0.12345,`} {
		if !strings.Contains(read, want) {
			t.Errorf("%s is missing in\n%s", want, read)
		}
	}
}

// TestWorkbookSheets holds that sheets named after places are read as such where that
// is said, and that it is told where it is not.
func TestWorkbookSheets(t *testing.T) {
	book := workbook(t, func(f *excelize.File) {
		for _, name := range []string{"Sheet1", "Uganda"} {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
			row(t, f, name, "A1", "Origin", "Date", "Value")
			row(t, f, name, "A2", "A", "2024", 12)
		}
		if err := f.SetSheetName("Sheet1", "Kenya"); err != nil {
			t.Fatal(err)
		}
	})
	set := maps.Clone(soldiers)
	if got := said(Import([]File{{"book.xlsx", book}}, Options{Mapping: tabular.Mapping{Set: set}})); !strings.Contains(got, "W703 Uganda: several sheets are read") {
		t.Error(got)
	}
	set["place"] = "@sheet"
	got := said(Import([]File{{"book.xlsx", book}}, Options{Mapping: tabular.Mapping{Set: set}}))
	if !strings.Contains(got, `"place":"kenya"`) || !strings.Contains(got, `"place":"uganda"`) || strings.Contains(got, "several sheets") {
		t.Error(got)
	}
}
