package compose

import (
	"sitrep/report/chart"
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
	for _, id := range order {
		p := c.f.Place(id)
		all = append(all, chart.Place{ID: id, Name: c.w.Place(id), Lat: *p.Lat, Lon: *p.Lon, Rows: c.rowsAmong(by[id], b, chosen)})
	}
	return all
}
