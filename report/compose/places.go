package compose

import (
	"slices"

	"sitrep/report/chart"
	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/facts"
)

// actors returns the names of the briefing's actors.
func (c *composer) actors() []string {
	var names []string
	for i := range c.f.Actors {
		names = append(names, c.f.Actors[i].Name.Line(c.tag))
	}
	return names
}

// unplaced adds to the note of a map how many claims of what it shows are of no place with coordinates.
func (c *composer) unplaced(note []doc.Inline, b *facts.Chart, chosen []*facts.Fact) []doc.Inline {
	if b.Kind != claim.Map || len(chosen) == 0 {
		return note
	}
	n := 0
	for _, f := range c.f.Select(claim.Ranges, b.Select) {
		if f.Type == claim.Estimate && f.Measure == measureOf(chosen) && !slices.Contains(chosen, f) {
			n++
		}
	}
	if n == 0 {
		return note
	}
	if note != nil {
		note = append(note, doc.Text(" "))
	}
	return append(note, doc.Text(c.l.Count("figure.unplaced", n)))
}

// places puts facts together by place, in the order of the file.
func (c *composer) places(chosen []*facts.Fact, b *facts.Chart) []chart.Place {
	var all []chart.Place
	by := map[string][]*facts.Fact{}
	var order []string
	for _, f := range chosen {
		if by[f.Place] == nil {
			order = append(order, f.Place)
		}
		by[f.Place] = append(by[f.Place], f)
	}
	apart := c.contrastOf(b, chosen)
	for _, id := range order {
		p := c.f.Place(id)
		all = append(all, chart.Place{ID: id, Name: c.w.Place(id), Lat: *p.Lat, Lon: *p.Lon, Rows: c.rowsApart(by[id], apart)})
	}
	return all
}
