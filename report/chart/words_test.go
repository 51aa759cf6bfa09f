package chart

import (
	"encoding/xml"
	"io"
	"math"
	"strings"
	"testing"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// TestAlt holds what a chart says of itself.
func TestAlt(t *testing.T) {
	for _, c := range []struct{ tag, name, want string }{
		{"en", "ranges", "Range chart: 11 estimates from 10 origins, 23 October 2024 to 2026. The lowest is 2,000 soldiers (1,000 to 3,000) (NIS; Yonhap y JoongAng Ilbo, 27 Feb 2025, refuerzo); the highest, 11,000 soldiers (10,000 to 12,500) (Estado Mayor de Rusia, 2026). Planned: up to 15,000 soldiers (Ministerio de Defensa de Ucrania, 5 Nov 2024, total previsto)."},
		{"es-MX", "ranges-agreed", "Gráfica de intervalos: 4 estimaciones de 4 orígenes, 2024. La más baja es al menos 9,000 soldados (HUR, 21 nov 2024); la más alta, alrededor de 10,900 soldados (10,000 a 12,000) (NIS, 20 nov 2024). Compatible con todas: entre 10,000 y 11,500 soldados (sin lo negado). Negado: entre 2,000 y 3,000 soldados (TASS, 2024)."},
	} {
		if got := gallery(language(t, c.tag))[c.name].Alt(); got != c.want {
			t.Errorf("%s %s:\n got %s\nwant %s", c.tag, c.name, got, c.want)
		}
	}
}

// TestAgreement holds when ranges are said to overlap.
func TestAgreement(t *testing.T) {
	l := language(t, "en")
	for _, c := range []struct {
		name string
		rows []said
		want string
	}{
		{"one says nothing", []said{{low: 1, high: 2}}, ""},
		{"overlap", []said{{low: 1, high: 3}, {low: 2, high: 4}}, "Compatible with every claim: between 2 and 3 ships"},
		{"touch", []said{{low: 1, high: 2}, {low: 2, high: 4}}, "Compatible with every claim: 2 ships"},
		{"apart", []said{{low: 1, high: 2}, {low: 3, high: 4}}, "The ranges do not overlap"},
		{"some agree", []said{{low: 1000, high: 5000}, {low: 4000, high: 8000}, {low: 7000, high: 9000}}, "No value lies in all of them"},
		{"open above", []said{{low: 3}, {low: 5}}, "Compatible with every claim: at least 5 ships"},
		{"open both ways", []said{{low: 3}, {high: 5}}, "Compatible with every claim: between 3 and 5 ships"},
		{"open and apart", []said{{low: 6}, {high: 5}}, "The ranges do not overlap"},
		{"points", []said{{best: 3}, {best: 5}}, "The figures differ: between 3 and 5"},
		{"same point", []said{{best: 3}, {best: 3}}, "All give the same figure"},
		{"denied is left out", []said{{low: 1, high: 3}, {low: 2, high: 4}, {best: 9, status: "denied"}}, "Compatible with every claim: between 2 and 3 ships (without denied claims)"},
		{"denied and planned are left out", []said{{low: 1, high: 3}, {low: 2, high: 4}, {best: 9, status: "denied"}, {best: 8, status: "planned"}},
			"Compatible with every claim: between 2 and 3 ships (without denied and planned claims)"},
		{"approximate figures agree", []said{{best: 11000, approx: true}, {best: 10900, approx: true}}, "Compatible with every claim: roughly between 10,900 and 11,000 ships"},
		{"an approximate figure fits", []said{{best: 8200}, {best: 8000, approx: true}, {low: 7000, high: 9000}}, "Compatible with every claim: about 8,200 ships"},
		{"near an approximate range", []said{{low: 7000, high: 9000}, {best: 6500, approx: true}}, "Compatible with every claim: roughly between 7,000 and 7,200 ships"},
		{"too far for about", []said{{best: 100, approx: true}, {best: 130, approx: true}}, "The figures differ: roughly between 100 and 130"},
		{"a year is its beginning", []said{{origin: "x", best: 100, date: "2025"}, {origin: "x", best: 500, date: "2025-11-20"}, {low: 450, high: 600, date: "2025-11-20"}},
			"Compatible with every claim: 500 ships (latest claim of each origin)"},
		{"two of one date", []said{{origin: "x", best: 5, date: "2025-01-01"}, {origin: "x", best: 7, date: "2025-01-01"}, {best: 6, date: "2025-01-02"}}, "The figures differ: between 5 and 7"},
		{"range of one origin", []said{{origin: "x", best: 10, date: "2025-01-01"}, {origin: "x", best: 120, date: "2025-01-01"}, {low: 40, high: 60}}, "No value fits every claim"},
		{"months apart", []said{{best: 5, date: "2024-10-30"}, {low: 7, date: "2026-02-12"}}, "No value fits every claim (Oct 2024 – Feb 2026)"},
		{"a month apart", []said{{best: 5, date: "2024-10-30"}, {low: 7, date: "2024-11"}}, "No value fits every claim"},
		{"years apart, latest", []said{{origin: "x", best: 9, date: "2019"}, {origin: "x", best: 5, date: "2020"}, {low: 7, date: "2024-11"}}, "No value fits every claim (latest claim of each origin, 2020 – Nov 2024)"},
		{"about a point", []said{{low: 1, high: 3}, {best: 2, approx: true}}, "Compatible with every claim: about 2 ships"},
		{"a range holds the rest", []said{{low: 1, high: 9}, {best: 5}, {best: 6}}, "All lie within the range of , but no value fits every claim"},
		{"a range holds ranges apart", []said{{low: 1, high: 4}, {low: 1, high: 2}, {low: 3, high: 4}}, "All lie within the range of , but no value lies in all of them"},
		{"point out of a range", []said{{low: 1, high: 3}, {best: 5}}, "No value fits every claim"},
		{"one origin twice", []said{{origin: "x", low: 1, high: 3}, {origin: "x", low: 5, high: 6}}, ""},
		{"other places", []said{{low: 1, high: 3}, {low: 5, high: 6, detail: "elsewhere"}}, ""},
		{"latest of each", []said{{origin: "x", low: 1, high: 3, date: "2024-01-01"}, {origin: "x", low: 5, high: 7, date: "2024-02-01"}, {low: 6, high: 9}},
			"Compatible with every claim: between 6 and 7 ships (latest claim of each origin)"},
		{"in a chain", []said{{low: 1000, high: 5000}, {low: 4000, high: 8000}, {low: 7000, high: 9000}}, "No value lies in all of them"},
		{"point in a range", []said{{low: 1, high: 3}, {best: 2}}, "Compatible with every claim: 2 ships"},
	} {
		rows := rowsOf(l, "ships", c.rows)
		for i := range rows {
			if rows[i].Origin == "" {
				rows[i].Origin = string(rune('a' + i))
			}
		}
		if got, _ := agreement(l, lang.Noun("ships"), rows); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestStretches holds what a figure says of claims over unequal stretches of time.
func TestStretches(t *testing.T) {
	day := func(s string) date.Date { d, _ := date.Parse(s); return d }
	span := func(from, to string) date.Span { return date.Span{From: day(from), To: day(to)} }
	row := func(origin, thing string, best string, p date.Span, text string) Row {
		n, err := quantity.Parse(best)
		if err != nil {
			t.Fatal(err)
		}
		return Row{Origin: origin, Label: strings.ToUpper(origin), Thing: thing, Detail: thing + text, Date: day("2024-12-31"), Best: n,
			Value: best, Status: claim.Reported, Period: p, PeriodText: text}
	}
	june, summer, autumn := span("2024-06", "2024-06"), span("2024-06", "2024-08"), span("2024-08", "2024-10")
	for _, c := range []struct {
		kind quantity.Kind
		rows []Row
		want string
	}{
		{"", []Row{row("a", "", "30", june, "June"), row("b", "", "10", summer, "summer")},
			"Cannot both be right: 30 (A, June) is more than 10 (B, summer), which includes it"},
		{"", []Row{row("a", "", "10", june, "June"), row("b", "", "30", summer, "summer")}, "The stretches of time differ; no part is more than its whole"},
		{"", []Row{row("a", "", "10", summer, "summer"), row("b", "", "30", autumn, "autumn")},
			"The stretches of time overlap and differ: the numbers are not compared"},
		{quantity.Level, []Row{row("a", "", "30", june, "June"), row("b", "", "10", summer, "summer")},
			"The stretches of time overlap and differ: the numbers are not compared"},
		{"", []Row{row("a", "", "30", june, "June"), row("b", "", "10", autumn, "autumn")}, ""},
		{"", []Row{row("a", "north", "30", june, "June"), row("b", "south", "10", summer, "summer")}, ""},
		{"", []Row{row("a", "", "30", june, "June"), row("b", "", "10", date.Span{}, "")}, ""},
		{"", []Row{row("a", "", "100", june, "June"), row("b", "", "900", june, "June"), row("c", "", "950", summer, "summer")},
			"June: The figures differ: between 100 and 900. The stretches of time differ; no part is more than its whole"},
		{"", []Row{row("a", "", "9", june, "June"), row("b", "", "9", june, "June"), row("c", "", "5", autumn, "autumn"), row("d", "", "7", autumn, "autumn")},
			"autumn: The figures differ: between 5 and 7"},
	} {
		if got, _ := agreement(language(t, "en"), lang.Unit{Kind: c.kind}, c.rows); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestTicks holds the numbers at axes.
func TestTicks(t *testing.T) {
	es := language(t, "es-MX")
	for _, c := range []struct {
		values []float64
		n      int
		log    bool
		kind   quantity.Kind
		want   string
	}{
		{[]float64{12000, 3000}, 4, false, "", "0 5,000 10,000 15,000"},
		{[]float64{0.3}, 3, false, "", "0 0.1 0.2 0.3"},
		{[]float64{9e6}, 5, false, "", "0 2 millones 4 millones 6 millones 8 millones 10 millones"},
		{[]float64{1.5e6}, 4, false, "", "0 500,000 1 millón 1.5 millones"},
		{[]float64{0}, 4, false, "", "0 1"},
		{[]float64{2}, 4, false, "", "0 1 2"},
		{[]float64{1.5}, 4, false, "", "0 0.5 1 1.5"},
		{[]float64{300, 4e12}, 4, true, "", "1,000 1 millón 1,000 millones 1 billón"},
		{[]float64{-3, 5}, 4, false, "", "−4 −2 0 2 4 6"},
		{[]float64{1000, 100000}, 7, true, "", "1,000 2,000 5,000 10,000 20,000 50,000 100,000"},
		{[]float64{1, 1e12}, 4, true, "", "1 1,000 1 millón 1,000 millones 1 billón"},
		{[]float64{0, 20}, 4, true, "", "0 10 20 50 100"},
		{[]float64{4e-7, 1.2e-6}, 4, false, "", "0 0.0000005 0.000001 0.0000015"},
		{[]float64{9007199254740993}, 4, false, "", "0 5,000 billones 10,000 billones"},
		{[]float64{4e20}, 4, false, "", "0 1 × 10^20 2 × 10^20 3 × 10^20 4 × 10^20"},
		{[]float64{1e-12}, 2, false, "", "0 5 × 10^−13 1 × 10^−12"},
		{[]float64{36.4, 38.1}, 4, false, quantity.Level, "36 36.5 37 37.5 38 38.5"},
		{[]float64{14}, 4, false, quantity.Level, "13 14 15"},
		{[]float64{-12, 4.1}, 4, false, quantity.Change, "−15 −10 −5 0 +5"},
		{[]float64{4.1}, 4, false, quantity.Change, "0 +2 +4 +6"},
		{[]float64{85}, 4, false, quantity.Percent, "0 % 50 % 100 %"},
	} {
		s := axis{c.kind, c.log}.scale(c.values, c.n)
		if got := strings.Join(tickLabels(es, c.kind, s.ticks), " "); strings.ReplaceAll(got, "\u00a0", " ") != c.want {
			t.Errorf("%v: %q, want %q", c.values, got, c.want)
		}
	}
}

// TestTimeTicks holds the dates at axes, from days to centuries.
func TestTimeTicks(t *testing.T) {
	en := language(t, "en")
	for _, c := range []struct{ from, to, want string }{
		{"2024-10-23", "2024-10-27", "23/Oct 2024 24 25 26 27"},
		{"2024-10-03", "2024-11-28", "11/Oct 2024 21 1/Nov 11 21"},
		{"2024-10-20", "2025-03-10", "Nov/2024 Dec Jan/2025 Feb Mar"},
		{"2023-09-13", "2025-12-31", "Jan/2024 Jul Jan/2025 Jul"},
		{"1925-01-01", "2025-06-01", "1940 1960 1980 2000 2020"},
		{"1025-01-01", "2025-06-01", "1200 1400 1600 1800 2000"},
		{"0001-01-01", "9999-12-31", "1 5000"},
	} {
		a, _ := date.Parse(c.from)
		b, _ := date.Parse(c.to)
		var got []string
		for _, k := range timeTicks(en, float64(a.First()), float64(b.First()), 5) {
			got = append(got, strings.TrimSuffix(k.label+"/"+k.sub, "/"))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s to %s: %q, want %q", c.from, c.to, s, c.want)
		}
	}
}

// TestSpread holds how labels are moved apart.
func TestSpread(t *testing.T) {
	for _, c := range []struct {
		want, heights []float64
		tops          []float64
	}{
		{[]float64{5, 50}, []float64{10, 10}, []float64{0, 45}},
		{[]float64{50, 50}, []float64{10, 10}, []float64{40, 50}},
		{[]float64{99, 99, 99}, []float64{10, 10, 10}, []float64{70, 80, 90}},
		{[]float64{0, 0}, []float64{10, 20}, []float64{0, 10}},
		{nil, nil, nil},
	} {
		got := spread(c.want, c.heights, 0, 100)
		for i := range got {
			if math.Abs(got[i]-c.tops[i]) > 1e-9 {
				t.Errorf("%v: %v, want %v", c.want, got, c.tops)
			}
		}
	}
}

// TestStacks holds which amounts add up in one bar.
func TestStacks(t *testing.T) {
	rows := strength(language(t, "en"))
	got := (&Bars{Rows: rows}).Stacks()
	if len(got) != 4 || len(got[0]) != 2 || len(got[1]) != 3 || len(got[3]) != 1 {
		t.Errorf("stacks %v", got)
	}
	rows[1].Whole = "Kursk" // and the first is not of Kursk
	if got := (&Bars{Rows: rows}).Stacks(); len(got[0]) != 1 {
		t.Errorf("amounts of two places are stacked: %v", got)
	}
	rows[1].Whole = ""
	rows[1].Superseded = true
	if got := (&Bars{Rows: rows}).Stacks(); len(got) != 5 {
		t.Errorf("what was superseded is stacked: %v", got)
	}
	for i := range rows {
		rows[i].Group = ""
	}
	if got := (&Bars{Rows: rows}).Stacks(); got != nil {
		t.Errorf("stacked without groups: %v", got)
	}
}

// FuzzChart lays out charts of hostile names and numbers: nothing panics, every
// number is one, and the SVG is well-formed.
func FuzzChart(f *testing.F) {
	f.Add("NIS", "Kursk", 3000.0, 11000.0, 12000.0, "2024-10-23", byte(0))
	f.Add("</text><script>", "\x00\xff\u202e", math.NaN(), math.Inf(1), -1.0, "", byte(1))
	f.Add("\u0301\u0301 \u200d", strings.Repeat("W", 300), 1e308, -1e308, 5e-324, "9999-12-31", byte(2))
	f.Add("", "", 0.0, 0.0, 0.0, "0001", byte(3))
	f.Add("김정은", "\u00a0", 1e16, 2e16, 3e17, "2024-10", byte(4))
	f.Add("Kursk", "Pole", 90.0, math.NaN(), 180.0, "2024", byte(5))
	f.Add("Kursk", "Date line", -17.0, 179.9, -179.9, "2024", byte(11))
	en, fonts, th := language(f, "en"), fonts(f), plain(f)
	f.Fuzz(func(t *testing.T, a, b string, low, best, high float64, when string, kind byte) {
		d, _ := date.Parse(when)
		c := &Chart{ID: a, Title: b, Subtitle: a, Source: b, Note: a, Unit: lang.Noun(b), Language: en, Plot: hostile(en, a, b, low, best, high, d, kind)}
		for _, width := range []float64{0, 330, math.Inf(1), math.NaN()}[:2+kind%2] {
			frame := Frame{Width: min(width, 2000), MaxHeight: float64(kind) * 10, Theme: th, Fonts: fonts}
			scenes := append(c.Layout(frame), c.Poster(frame))
			for _, s := range scenes {
				check(t, s)
				wellFormed(t, s.SVG(SVGOptions{Theme: th, Title: a, Desc: b}))
			}
		}
		c.Table()
		c.Alt()
	})
}

func hostile(l *lang.Language, a, b string, low, best, high float64, d date.Date, kind byte) Plot {
	rows := []Row{{ID: a, Label: a, Origin: b, Group: b, Date: d, DateText: a, Low: quantity.FromFloat(low), Best: quantity.FromFloat(best), High: quantity.FromFloat(high), Value: b, Status: claim.Status(a), Grade: b},
		{ID: b, Label: b, Detail: a, Date: d, Low: quantity.FromFloat(high), Value: a, Status: "denied", Approx: true},
		{ID: b, Label: a, Origin: a, Date: d, High: quantity.FromFloat(best), Status: "planned", Superseded: true}, {}}
	events := []Event{{ID: a, Date: d, DateText: a, Text: b, Status: claim.Status(b)}, {ID: b, Until: d, Text: a}, {Date: d, Until: date.Date{Year: 2024}}}
	switch kind % 6 {
	case 5:
		return &Map{Places: []Place{{ID: a, Name: b, Lat: low, Lon: high, Rows: rows}, {ID: b, Name: a, Lat: best, Lon: low, Rows: rows[:1]}}}
	case 0:
		return &Ranges{Rows: rows, Log: kind > 99}
	case 1:
		return &Trend{Rows: rows, Events: events, Log: kind > 99}
	case 2:
		return &Bars{Rows: rows, Log: kind > 99}
	case 3:
		return &Timeline{Events: events}
	}
	return &Exchange{Parties: []Party{{a, b}}, Flows: []Flow{{ID: a, From: a, To: b, Item: a, Value: b, Category: claim.Category(b)}, {From: b, To: a, Item: b, Category: "arms"}, {}}}
}

// check holds that all coordinates are numbers.
func check(t *testing.T, s *Scene) {
	t.Helper()
	for _, v := range []float64{s.Width, s.Height} {
		if math.IsNaN(v) || math.IsInf(v, 0) || v <= 0 {
			t.Fatalf("scene of %v by %v", s.Width, s.Height)
		}
	}
	for _, sh := range s.Shapes {
		if p, ok := sh.(*Path); ok {
			for _, g := range p.Segments {
				for _, v := range g.Points {
					if math.IsNaN(v) || math.Abs(v) > 1e7 {
						t.Fatalf("%s at %v", p.Role, g.Points)
					}
				}
			}
		}
	}
}

func wellFormed(t *testing.T, svg []byte) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(string(svg))); ; {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%v in %.200s", err, svg)
		}
	}
}

// TestStatement holds that what is said of a group is told in full, however narrow the frame.
func TestStatement(t *testing.T) {
	for _, tag := range []string{"en", "es-MX"} {
		l := language(t, tag)
		rows := rowsOf(l, "", []said{{origin: "x", low: 1, high: 3, date: "2024-01-01"}, {origin: "x", best: 7, date: "2024-02-01"}, {origin: "y", low: 16, high: 19, date: "2024"}})
		want, _ := agreement(l, lang.Unit{}, rows)
		for _, width := range []float64{200, 280, 360, 420} {
			c := &Chart{Language: l, Plot: &Ranges{Rows: rows}}
			var said []string
			for _, sh := range c.Layout(Frame{Width: width, Fonts: fonts(t)})[0].Shapes {
				if x, ok := sh.(*Text); ok && x.Role == "statement" {
					said = append(said, x.S)
				}
			}
			whole, _ := agreement(c.Language, c.Unit, rows)
			if got := strings.Join(said, " "); got != want || want == "" || whole != want {
				t.Errorf("%s at %v: %q, want %q", tag, width, got, want)
			}
		}
	}
}

// An alternative text has at most sixty words beside the names in it, and counts what it leaves out.
func TestAltIsBrief(t *testing.T) {
	l := language(t, "en")
	x := &Exchange{Parties: []Party{{"a", "Russia"}, {"b", "North Korea"}}}
	m := &Map{}
	for i := range 41 {
		id := string(rune('a'+i%26)) + string(rune('a'+i/26))
		x.Flows = append(x.Flows, Flow{ID: id, From: "a", To: "b", Item: "Artillery shells of one calibre", Category: claim.Arms})
		m.Places = append(m.Places, Place{ID: id, Name: "Place " + id, Rows: []Row{{ID: id, Label: "NIS", Value: "3,000"}}})
	}
	for _, c := range []struct {
		plot Plot
		more string
	}{{x, "more items are in the data only."}, {m, "more places are in the data only."}} {
		alt := (&Chart{Language: l, Plot: c.plot}).Alt()
		if n := len(strings.Fields(alt)); n > 60 || !strings.Contains(alt, c.more) {
			t.Errorf("%d words: %s", n, alt)
		}
	}
}

// TestAltHasNotes: who does not see a figure reads the author's words at its marks and dates too.
func TestAltHasNotes(t *testing.T) {
	day := func(s string) date.Date { d, _ := date.Parse(s); return d }
	c := &Chart{ID: "c", Language: language(t, "en"), Notes: []Note{{At: "a", Text: "A first count"}, {Date: day("2024-10-20"), Text: "The border closes."}},
		Plot: &Trend{Rows: []Row{{ID: "a", Label: "Ministry", Origin: "m", DateText: "1 Oct 2024", Date: day("2024-10-01"), Value: "5"}}}}
	for _, want := range []string{": A first count.", "20 Oct 2024: The border closes."} {
		if got := c.Alt(); !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
}
