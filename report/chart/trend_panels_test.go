package chart

import (
	"fmt"
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
