package html

import (
	"slices"

	"sitrep/report/chart"
	"sitrep/report/theme"
)

// mapOption builds the option of a map: one series a status, no axes. An item's
// value is its longitude and latitude and the lowest and highest number claimed
// there, as the disc and the ring have them: of what is neither replaced, denied
// nor planned, and without the open side of a claim. Coast and borders are no data: the twin takes them from the picture.
func mapOption(c *chart.Chart, p *chart.Map) map[string]any {
	e := frame(c)
	var statuses []theme.Token
	items := map[theme.Token][]mark{}
	for i := range p.Places {
		place := &p.Places[i]
		m := mark{ID: place.ID}
		m.Name = place.Name
		var low, high *float64
		m.Status = place.Status()
		t := chart.StatusToken(m.Status)
		for j := range place.Rows {
			r := &place.Rows[j]
			m.Facts = append(m.Facts, r.ID)
			if !counts(r) {
				continue
			}
			if v := first(r.Low, r.Best, r.High); v != nil && (r.Low != nil || r.High == nil) && (low == nil || *v < *low) {
				low = v
			}
			if v := first(r.High, r.Best, r.Low); v != nil && (r.High != nil || r.Low == nil) && (high == nil || *v > *high) {
				high = v
			}
		}
		m.Value = []any{given(&place.Lon), given(&place.Lat), given(low), given(high)}
		if !slices.Contains(statuses, t) {
			statuses = append(statuses, t)
		}
		items[t] = append(items[t], m)
	}
	for _, t := range statuses {
		e.AddSeries(string(t), nil, drawn("place", t, items[t]))
	}
	return done(e)
}

// counts reports whether a row takes part when claims are compared.
func counts(r *chart.Row) bool {
	return !r.Superseded && r.Status != "denied" && r.Status != "planned"
}

// first is the first of the numbers that was given.
func first(all ...*float64) *float64 {
	for _, v := range all {
		if v != nil {
			return v
		}
	}
	return nil
}
