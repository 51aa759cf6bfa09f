package html

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sitrep/report/chart"
	"sitrep/report/date"
	"sitrep/report/doc"
	"sitrep/report/lang"
)

// A showing is what a reader sees of one figure: the texts of the picture for
// that width, and of the twin's canvas, key, chips and list of events.
type showing struct {
	ID                       string
	Still, Live, Keys, Flags []string
}

const showings = `[...document.querySelectorAll('figure')].map((f) => {
	const texts = (selector) => [...f.querySelectorAll(selector)].map((e) => e.textContent);
	return { ID: f.id, Still: texts((innerWidth <= 640 ? '.narrow' : '.wide') + ' text'), Live: texts('.canvas svg text'),
		Keys: texts('.above .key, .above > .chips button'), Flags: texts('.flags li') };
})`

// The live figure says what the printed one says: every word of the picture is
// on the canvas, in the key or in the list of events, and the canvas has no
// word, number or date that the picture has not, at every width and in every language.
func TestLiveSaysTheSame(t *testing.T) {
	ctx := browser(t)
	pages := map[string]*doc.Document{"sample": sample(t), "hard": hard(t, "en"), "hard-es": hard(t, "es-MX"), "briefing": briefing(t, "es-MX")}
	for name, d := range pages {
		url := pageFile(t, render(t, d))
		for _, width := range []int64{1280, 360} {
			t.Run(fmt.Sprint(name, "/", width), func(t *testing.T) {
				b := open(t, ctx, url, state{width: width})
				b.settle()
				for _, s := range ask[[]showing](b, showings) {
					s.compare(t, d.Language)
				}
				b.check()
			})
		}
	}
}

func (s showing) compare(t *testing.T, l *lang.Language) {
	t.Helper()
	still, live := wordsOf(s.Still), wordsOf(s.Live, s.Keys, s.Flags)
	if out := l.Count("chart.more.origins", 1); strings.Contains(strings.Join(s.Still, " "), out) { // on a screen there is room for every name
		live = wordsOf(s.Live, s.Keys, s.Flags, []string{out})
	}
	cut := false
	for w := range still {
		if cut = cut || strings.HasSuffix(w, "…"); strings.HasSuffix(w, "…") {
			continue
		}
		if live[w] == 0 {
			t.Errorf("%s: only the picture says %q", s.ID, w)
		}
	}
	for w, n := range wordsOf(s.Live) {
		if n > still[w] && !cut { // where the picture cuts a text the twin may have all of it
			t.Errorf("%s: the canvas says %q %d times, the picture %d times", s.ID, w, n, still[w])
		}
		if strings.HasSuffix(w, "…") && still[w] == 0 {
			t.Errorf("%s: only the twin cuts %q", s.ID, w)
		}
	}
	if len(s.Live) == 0 || len(s.Still) == 0 {
		t.Errorf("%s: %d texts, live %d", s.ID, len(s.Still), len(s.Live))
	}
}

// wordsOf counts words, without the marks that only a picture's list of events has.
func wordsOf(all ...[]string) map[string]int {
	words := map[string]int{}
	for _, texts := range all {
		for _, s := range texts {
			for _, w := range strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")) {
				words[strings.TrimSuffix(w, ":")]++
			}
		}
	}
	return words
}

// Events are numbered in the order of the printed figure, which is that of the
// middle of their dates, and as many of them; what is left out is counted in the same words.
func TestLiveEvents(t *testing.T) {
	d := hard(t, "en")
	b := open(t, browser(t), pageFile(t, render(t, d)), state{width: 360})
	b.settle()
	c := d.Body[0].(*doc.Section).Blocks[0].(*doc.Figure).Chart
	var want []string
	for _, s := range layout(t, c) {
		for _, shape := range s.Shapes {
			if text, ok := shape.(*chart.Text); ok && text.Role == "event-text" {
				want = append(want, strings.Replace(text.S, ": ", " ", 1))
			}
		}
	}
	got := ask[[]string](b, `[...document.querySelectorAll('#`+c.ID+` .flags li')].map((e) => e.textContent)`)
	if !slices.Equal(got, want) || len(want) != 15 || !strings.Contains(want[14], "3") {
		t.Errorf("the twin lists\n%q\nthe figure\n%q", got, want)
	}
	b.check()
}

// On a logarithmic axis zero stands before the first decade, and a break says that there is no way between.
func TestLiveZero(t *testing.T) {
	d := hard(t, "en")
	b := open(t, browser(t), pageFile(t, render(t, d)), states[0])
	b.settle()
	type place struct{ Zero, One, Slashes float64 }
	got := ask[place](b, `(() => {
		const s = document.querySelector('#hard-2 .canvas svg'), x = (text) => [...s.querySelectorAll('text')].find((e) => e.textContent === text).getBoundingClientRect();
		const zero = x('0'), one = x('1'), between = [...s.querySelectorAll('path')].map((p) => p.getBoundingClientRect()).filter((b) => b.width > 0 && b.width < 5 && b.left > zero.right && b.right < one.left);
		return { Zero: zero.left, One: one.left, Slashes: between.length };
	})()`)
	if got.One-got.Zero < 20 || got.Slashes != 2 {
		t.Errorf("%+v", got)
	}
	b.check()
}

// hard is a document of the figures in which the two ways of drawing differ most easily.
func hard(t testing.TB, tag string) *doc.Document {
	t.Helper()
	l, err := lang.For(tag)
	if err != nil {
		t.Fatal(err)
	}
	d := sample(t)
	d.Language, d.Summary = l, nil
	s := &doc.Section{ID: "hard", Title: "Hard figures"}
	for i, p := range hardPlots(t, l) {
		id := "hard-" + number(i+1)
		c := &chart.Chart{ID: id, Title: "A figure", Unit: "soldiers", Language: l, Plot: p}
		s.Blocks = append(s.Blocks, &doc.Figure{ID: id, Label: l.Say("doc.figure", number(i+1)), Chart: c})
	}
	d.Body = []doc.Block{s, &doc.Section{ID: "notes", Title: "Notes", Blocks: []doc.Block{&doc.Endnotes{}}}}
	return d
}

// hardPlots are: more events than flags, two of one date and one of a month; a
// logarithmic zero; large numbers; months that replace each other; amounts up to
// and about; whole numbers below three; spans beside months.
func hardPlots(t testing.TB, l *lang.Language) []chart.Plot {
	t.Helper()
	var events []chart.Event
	for i := range 17 {
		e := chart.Event{ID: fmt.Sprint("e", i), Date: date.Date{Year: 2024, Month: 11, Day: 1 + i}, Text: fmt.Sprint("Event ", i), Status: []string{"confirmed", "claimed"}[i%2]}
		if i == 3 {
			e.Date.Day = 0
		}
		if i == 7 {
			e.Date.Day = 7
		}
		e.DateText = l.ShortDate(e.Date)
		events = append(events, e)
	}
	spans := []chart.Event{
		{ID: "t1", Date: date.Date{Year: 2019}, DateText: "2019", Text: "A year", Status: "confirmed", StatusText: "confirmed"},
		{ID: "t2", Date: date.Date{Year: 2020, Month: 3}, Until: date.Date{Year: 2021, Month: 6, Day: 2}, DateText: l.ShortSpan(date.Date{Year: 2020, Month: 3}, date.Date{Year: 2021, Month: 6, Day: 2}), Text: "A span", Status: "reported", StatusText: "reported"},
		{ID: "t3", Date: date.Date{Year: 2020, Month: 5, Day: 9}, DateText: "9 May 2020", Text: "A day", Status: "reported", StatusText: "reported"},
	}
	months := hardRows(l, "2024-01", []float64{0, 2500, 0}, []float64{0, 3100, 0}, []float64{2000, 2900, 4000}, []float64{0, 2700, 0})
	for i := range months {
		months[i].Label, months[i].Origin, months[i].Superseded = "Ministry", "m", i == 1
		months[i].Date.Month += i / 2
	}
	return []chart.Plot{
		&chart.Trend{Rows: hardRows(l, "2024-11-01", []float64{0, 1500, 0}, []float64{1200, 0, 1900}, []float64{0, 1700, 0}, []float64{0, 0, 900}), Events: events},
		&chart.Ranges{Rows: append(hardRows(l, "2024-11-01", []float64{0, 7, 0}, []float64{40, 160, 800}), hardZero(l)), Log: true},
		&chart.Ranges{Rows: hardRows(l, "2024-11-01", []float64{2e9, 0, 0}, []float64{0, 125e7, 0}, []float64{9e8, 0, 14e8})},
		&chart.Trend{Rows: months},
		&chart.Bars{Rows: hardRows(l, "2024-11-01", []float64{0, 0, 500}, []float64{300, 360, 450}, []float64{0, 310, 0})},
		&chart.Ranges{Rows: append(hardRows(l, "2024-11-01", []float64{0, 0, 2}), hardZero(l))},
		&chart.Timeline{Events: spans},
		&chart.Bars{Rows: hardRows(l, "2024-11-01", []float64{0, 0, 5e5}, []float64{300, 2000, 45000}), Log: true},
	}
}

// hardRows are rows of low, best and high, 0 where they were not given; dates
// are a week apart, or equal if only the month is known.
func hardRows(l *lang.Language, first string, values ...[]float64) []chart.Row {
	var rows []chart.Row
	for i, v := range values {
		d, _ := date.Parse(first)
		if d.Day > 0 {
			d = date.FromDays(d.First() + 7*i)
		}
		a := lang.Amount{Low: given0(v[0]), Best: given0(v[1]), High: given0(v[2]), Approx: v[1] == 310}
		rows = append(rows, chart.Row{ID: fmt.Sprint("c", first, i, v[1]), Label: fmt.Sprint("Origin of a claim ", i), Origin: fmt.Sprint(i), Date: d, DateText: l.ShortDate(d),
			Low: a.Low, Best: a.Best, High: a.High, Approx: a.Approx, Value: l.Short(a), Words: l.Words(a), Status: "reported", StatusText: l.Say("status.reported"), Grade: "B2"})
	}
	return rows
}

func hardZero(l *lang.Language) chart.Row {
	r := hardRows(l, "2024-10-01", []float64{0, 1, 0})[0]
	zero := 0.0
	r.ID, r.Label, r.Origin, r.Best, r.Value = "c-zero", "Origin of nothing", "zero", &zero, "0"
	return r
}
