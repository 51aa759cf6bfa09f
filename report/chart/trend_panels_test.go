package chart

import (
	"fmt"
	"slices"
	"testing"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/quantity"
)

// crops is a trend of three crops as two origins tell it.
func crops(t *testing.T) *Chart {
	t.Helper()
	plot := &Trend{}
	for _, crop := range []string{"Wheat", "Maize", "Rice"} {
		for i, origin := range []string{"gov", "uni"} {
			for year := range 4 {
				n := float64(len(crop)*(year+2) + 3*i)
				plot.Rows = append(plot.Rows, Row{ID: fmt.Sprint(crop, origin, year), Group: crop, Origin: origin, Label: origin,
					Date: date.Date{Year: 2020 + year}, DateText: fmt.Sprint(2020 + year), Best: quantity.FromFloat(n), Status: claim.Reported, Value: fmt.Sprint(n)})
			}
		}
	}
	return &Chart{ID: "c", Plot: plot, Language: language(t, "en")}
}

// TestPanels holds that groups stand in plots of their own, over one time, and that no mark is lost.
func TestPanels(t *testing.T) {
	c := crops(t)
	for _, limit := range []float64{0, 260} {
		scenes := c.Layout(Frame{Width: 500, MaxHeight: limit, Fonts: fonts(t), Theme: plain(t)})
		if limit == 0 && len(scenes) != 1 || limit > 0 && len(scenes) < 2 {
			t.Errorf("limit %g: %d scenes", limit, len(scenes))
		}
		ends, heads, marks := map[string]bool{}, 0, map[string]bool{}
		for _, s := range scenes {
			for _, shape := range s.Shapes {
				switch x := shape.(type) {
				case *Path:
					if x.Role == "grid" {
						ends[fmt.Sprint(x.Segments[0].Points[0], x.Segments[1].Points[0])] = true
					}
					if x.Role == "dot" {
						marks[x.Owner] = true
					}
				case *Text:
					if x.Role == "group" {
						heads++
					}
				}
			}
			if limit > 0 && s.Height > limit {
				t.Errorf("a scene of %g, over %g", s.Height, limit)
			}
		}
		if len(ends) != 1 || heads != 3 || len(marks) != 24 {
			t.Errorf("limit %g: grids end at %v; %d headings; %d marks", limit, ends, heads, len(marks))
		}
	}
}

// TestPanelsAreAlike holds that panels are equally high, so that equal slopes look equal, and that an event crosses all of them.
func TestPanelsAreAlike(t *testing.T) {
	c := crops(t)
	plot := c.Plot.(*Trend)
	plot.Events = []Event{{ID: "e", Date: date.Date{Year: 2021, Month: 6, Day: 1}, DateText: "1 Jun 2021", Text: "Rain", Status: claim.Confirmed}}
	for i := range plot.Rows[:4] { // many names at the lines of one panel
		plot.Rows[i].Origin, plot.Rows[i].Label = fmt.Sprint("o", i), fmt.Sprint("Origin ", i)
	}
	var heads []float64
	lines := 0
	for _, shape := range c.Layout(Frame{Width: 500, Fonts: fonts(t), Theme: plain(t)})[0].Shapes {
		switch x := shape.(type) {
		case *Path:
			if x.Role == "event" {
				lines++
			}
		case *Text:
			if x.Role == "group" {
				heads = append(heads, x.Y)
			}
		}
	}
	if len(heads) != 3 || lines != 3 {
		t.Fatalf("%d panels, %d lines of the event", len(heads), lines)
	}
}

// TestLoose: a chart that may be looser is higher, at most by what is asked for each row, and has the same words.
func TestLoose(t *testing.T) {
	for name, c := range gallery(language(t, "en")) {
		texts := func(s *Scene) (all []string) {
			for _, shape := range s.Shapes {
				if x, ok := shape.(*Text); ok && x.Owner != "" {
					all = append(all, x.S)
				}
			}
			slices.Sort(all)
			return all
		}
		in := Frame{Width: 480, Fonts: fonts(t), Theme: plain(t)}
		usual := c.Layout(in)
		in.Loose = 6
		loose := c.Layout(in)
		in.Loose = -4
		tight := c.Layout(in)
		if len(usual) != 1 || len(loose) != 1 || len(tight) != 1 {
			t.Fatalf("%s: %d, %d and %d scenes", name, len(usual), len(loose), len(tight))
		}
		if loose[0].Height < usual[0].Height || tight[0].Height > usual[0].Height {
			t.Errorf("%s: %g high, looser %g, closer %g", name, usual[0].Height, loose[0].Height, tight[0].Height)
		}
		if _, tells := c.Plot.(*Trend); !tells && !slices.Equal(texts(usual[0]), texts(loose[0])) {
			t.Errorf("%s: looser, it says other words", name)
		}
	}
}
