package pdf_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"sitrep/report/chart"
	"sitrep/report/doc"
)

// hostile are texts that break what is not made for them.
func hostile() map[string]string {
	return map[string]string{
		"empty": "", "space": " \t\n ", "emoji": "Flood 🌊🌊 and 👩‍👩‍👧‍👦 family", "invalid": "tail \xc3", "invalid middle": "a\xff\xfeb",
		"control": "bell\x07 null\x00 escape\x1b[31m", "rtl": "quoted \u202eevil\u202c שלום עולם said", "arabic": "قال المتحدث باسم الوزارة today",
		"hangul": "국가정보원 said", "jamo": "\u1100\u1161\u11a8", "combining": "e\u0301a\u0300 x\u0361y", "long word": strings.Repeat("anticonstitutional", 200),
		"long cyrillic": strings.Repeat("щ", 1000), "marks only": strings.Repeat("\u0301", 500), "pdf": "(a) \\(b\\ )) EMC BT /F0 Tf ET endstream endobj",
		"xml": "<script>&amp;</script>]]>", "surrogate": string([]rune{0xd800, 0xdfff}), "private": "\ue000\uf8ff", "plane 16": "\U0010fffd",
		"soft": "co\u00adop\u00aderation\u200b\u200d\ufeff", "nbsp": strings.Repeat("a\u00a0", 400), "percent": "%PDF-1.7 %%EOF", "dashes": strings.Repeat("a–b—c-d/", 300),
		"ranges": strings.Repeat("–", 50) + "1–2–3–", "han": "北京 said",
		"indic": "कि क्ष क\u200dष कु्", "thai": strings.Repeat("น้ำท่วม", 60), "mixed": "שלום (abc [דעה] 12) أ١٢ b", "unknown": "𒀀 said",
	}
}

// dressed puts a text in every place that text has.
func dressed(t testing.TB, s string) *doc.Document {
	d := rich(t)
	in := words(doc.Text(s))
	d.Title, d.Subtitle, d.Publisher, d.Edition, d.Authors = s, s, s, s, []string{s}
	d.Masthead = []doc.Entry{{Label: s, Value: in}, {}}
	d.Source.Name = s
	d.Notes[0] = doc.Note{Number: 1, ID: "note " + s, Title: s, Publisher: s, URL: s, Archived: "https://example.org/" + s, Language: "ar", Details: []doc.Entry{{Label: s, Value: in}}}
	d.Body = append(d.Body, &doc.Section{ID: s, Title: s, Marking: doc.Marking(s), Blocks: []doc.Block{
		&doc.Paragraph{Inlines: words(doc.Text(s), &doc.Link{URL: "https://example.org/" + s, Inlines: in}, &doc.Value{Text: s, Card: s},
			&doc.NoteRef{Number: 1, Locator: s}, &doc.NoteRef{Number: -7}, &doc.Abbreviation{Short: s, Meaning: s, First: true}, &doc.Abbreviation{Short: s}, &doc.Reference{Anchor: s, Inlines: in}, &doc.Link{URL: "javascript:alert(1)", Inlines: in}), Marking: doc.Marking(s)},
		&doc.List{Items: [][]doc.Block{nil, {para(s)}, {}}}, &doc.Callout{Label: s, Blocks: []doc.Block{para(s)}}, &doc.Quote{},
		&doc.KeyFigures{Items: []doc.KeyFigure{{What: s, Unit: s, Finding: s, Claims: []doc.KeyClaim{{Value: in, Who: in, Standing: s}, {}}}, {}}}, &doc.KeyFigures{}, &doc.Image{}, &doc.Image{ID: s, Label: s, Title: s, Alt: s, Credit: s, Source: in},
		&doc.Table{ID: s, Label: s, Title: s, Columns: []doc.Column{{Title: s}, {Title: s, Numeric: true}}, Rows: []doc.Row{{ID: s, Cells: [][]doc.Inline{in, in, in}}, {}}},
		&doc.Table{}, &doc.Figure{}, &doc.Figure{ID: s, Label: s, Chart: ranges(d.Language, 1), Source: in}, &doc.Judgements{},
		&doc.Judgements{Items: []doc.Judgement{{ID: s, Blocks: []doc.Block{para(s)}, Likelihood: in, Confidence: in, Basis: in}, {}}}, &doc.Section{},
	}})
	return d
}

// TestHostile: whatever the text, the file is sound and stays within its pages.
func TestHostile(t *testing.T) {
	t.Parallel()
	for name, s := range hostile() {
		t.Run(name, func(t *testing.T) {
			d := dressed(t, s)
			checked(t, build(t, d).Data)
			set, size := setting(t, d, "a4")
			inside(t, set, size)
		})
	}
}

// TestLost: what no font has is told with its place, and is found in the text.
func TestLost(t *testing.T) {
	d := rich(t)
	d.Body = []doc.Block{&doc.Section{ID: "here", Title: "Title", Blocks: []doc.Block{para("a 𒀀 b"), para("said 𓀀 today")}}}
	r := build(t, d)
	got := map[string]bool{}
	for _, l := range r.Lost {
		got[fmt.Sprintf("%s %U", l.Place, l.Rune)] = true
	}
	for _, want := range []string{"here U+12000", "here U+13000"} {
		if !got[want] {
			t.Errorf("%s is not reported: %v", want, r.Lost)
		}
	}
	c := ranges(d.Language, 2)
	c.Plot.(*chart.Ranges).Rows[0].Label = "Origin 𒀀"
	d.Body = []doc.Block{&doc.Figure{ID: "chart", Label: "Figure 1", Chart: c}}
	inChart := build(t, d)
	checked(t, inChart.Data)
	for _, l := range inChart.Lost {
		if l.Place != "chart" {
			t.Errorf("%U is lost at %q", l.Rune, l.Place)
		}
	}
	if len(inChart.Lost) == 0 {
		t.Error("what a chart loses is not reported")
	}
	text := checked(t, r.Data).Text
	for _, want := range []string{"P\ta 𒀀 b", "P\tsaid 𓀀 today"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not shown:\n%s", want, text)
		}
	}
}

// TestAddresses: what would change places in an address stands as the bytes it is made of.
func TestAddresses(t *testing.T) {
	d := rich(t)
	address := "https://ar.wikipedia.org/wiki/دمشق"
	d.Body = []doc.Block{&doc.Paragraph{Inlines: words(&doc.Link{URL: address, Inlines: words(doc.Text(address))})}}
	if text := checked(t, build(t, d).Data).Text; !strings.Contains(text, "https://ar.wikipedia.org/wiki/%D8%AF%D9%85%D8%B4%D9%82") {
		t.Errorf("the address is not shown:\n%s", text)
	}
}

func TestEmpty(t *testing.T) {
	for _, d := range []*doc.Document{{Language: language(t, "en")}, {Language: language(t, "es"), Title: "t", Body: []doc.Block{&doc.Section{}, &doc.Endnotes{}}}} {
		if _, err := build(t, d), error(nil); err != nil {
			t.Fatal(err)
		}
	}
}

// TestDeep: nesting has no end, the page has.
func TestDeep(t *testing.T) {
	d := rich(t)
	var list, quote doc.Block = para("the bottom"), para("the bottom")
	var section doc.Block = para("the bottom")
	for i := range 500 {
		var numbers []int
		if i%2 == 0 {
			numbers = []int{0}
		}
		list = &doc.List{Numbers: numbers, Items: [][]doc.Block{{para("level"), list}}}
		quote = &doc.Quote{Blocks: []doc.Block{quote}}
		section = &doc.Section{ID: fmt.Sprint("deep", i), Title: "level", Blocks: []doc.Block{section}}
	}
	d.Body = []doc.Block{list, quote, section, &doc.Callout{Label: "n", Blocks: []doc.Block{quote}}}
	checked(t, build(t, d).Data)
	s, size := setting(t, d, "a4")
	inside(t, s, size)
}

// TestTables: rows that are higher than a page, and tables of many columns.
func TestTables(t *testing.T) {
	d := rich(t)
	cells := func(n int, s string) [][]doc.Inline {
		out := make([][]doc.Inline, n)
		for i := range out {
			out[i] = words(doc.Text(s))
		}
		return out
	}
	d.Body = nil
	for _, n := range []int{1, 2, 8, 20} {
		tab := &doc.Table{ID: fmt.Sprint("t", n), Label: "Table", Title: fmt.Sprint(n), Columns: make([]doc.Column, n)}
		for i := range tab.Columns {
			tab.Columns[i] = doc.Column{Title: "Column", Numeric: i%2 == 1}
		}
		tab.Rows = []doc.Row{{Cells: cells(n, lorem(4))}, {Cells: cells(n, lorem(600/n))}, {Cells: cells(n, lorem(2))}}
		d.Body = append(d.Body, tab)
	}
	checked(t, build(t, d).Data)
	s, size := setting(t, d, "a4")
	inside(t, s, size)
	headsRepeat(t, s)
}

// TestLinear: six times the text takes about six times the memory, never the square of it.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	cost := func(n int) uint64 {
		d := long(t, n)
		build(t, d) // what is made once in the life of the program
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		build(t, d)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if small, large := cost(10), cost(60); large > 6*2*small {
		t.Errorf("10 sections take %d bytes, 60 take %d", small, large)
	}
}
