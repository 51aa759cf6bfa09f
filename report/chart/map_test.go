package chart

import (
	"math"
	"slices"
	"testing"

	"sitrep/report/claim"
	"sitrep/report/quantity"
)

// shape is a path without its place: what it is drawn with.
func shape(p *Path) string {
	s := string(p.Fill) + " " + string(p.Stroke) + " "
	for _, g := range p.Segments {
		s += string(rune(g.Op))
	}
	return s
}

// keyOf returns the texts of a scene's key, and the shapes of its marks and of the marks on the map.
func keyOf(s *Scene) (texts, samples, marks []string) {
	for _, sh := range s.Shapes {
		switch sh := sh.(type) {
		case *Text:
			if sh.Role == "key" {
				texts = append(texts, sh.S)
			}
		case *Path:
			if sh.Role == "key" {
				samples = append(samples, shape(sh))
			}
			if sh.Role == "dot" {
				marks = append(marks, shape(sh))
			}
		}
	}
	return texts, samples, marks
}

// TestMapStatus holds that every mark of a map has an outline and colour that
// its key explains, that the key explains nothing else, and that a mark bears the status of the first row.
func TestMapStatus(t *testing.T) {
	l := language(t, "en")
	event := func(statuses ...string) (rows []Row) {
		for _, s := range statuses {
			rows = append(rows, Row{ID: s, Detail: s, Status: claim.Status(s)})
		}
		return rows
	}
	world, lone := &Map{}, &Map{Places: []Place{{ID: "a", Name: "Lisboa", Lat: 38.7, Lon: -9.1, Rows: event("claimed", "confirmed")}}}
	for i, s := range claim.Words(claim.Statuses()) {
		world.Places = append(world.Places, Place{ID: s, Name: s, Lat: 30, Lon: 20 * float64(i), Rows: event(s)})
	}
	near := &Map{Places: []Place{{ID: "a", Name: "A", Lat: 50, Lon: 30, Rows: event("claimed")}, {ID: "b", Name: "B", Lat: 50.01, Lon: 30, Rows: event("reported")},
		{ID: "c", Name: "C", Lat: 55, Lon: 20, Rows: event("denied", "denied")}, {ID: "d", Name: "D", Lat: 55.01, Lon: 20, Rows: event("denied")}}}
	for _, c := range []struct {
		m     *Map
		kinds int // of marks
		want  []string
	}{
		{near, 2, []string{l.Say("status.denied"), l.Say("chart.map.mixed")}}, // two share a mark and differ, two share one and agree
		{lone, 1, []string{l.Say("chart.map.mixed")}},                         // no disputed boundary is in view
		{world, len(claim.Statuses()), append(claim.Words(claim.Statuses()), l.Say("chart.map.disputed"))},
	} {
		chart := &Chart{Language: l, Plot: c.m}
		texts, samples, marks := keyOf(chart.Layout(Frame{Width: 490, Fonts: fonts(t)})[0])
		if !slices.Equal(texts, c.want) {
			t.Errorf("the key says %q, want %q", texts, c.want)
		}
		for _, m := range marks {
			if !slices.Contains(samples, m) {
				t.Errorf("no sample %q in the key %q", m, samples)
			}
		}
		if n := len(slices.Compact(slices.Sorted(slices.Values(marks)))); n != c.kinds {
			t.Errorf("%d kinds of marks, want %d", n, c.kinds)
		}
	}
}

// TestMapMixed holds that rows of a mark say their status where they differ, and not otherwise.
func TestMapMixed(t *testing.T) {
	l := language(t, "en")
	for _, c := range []struct {
		second claim.Status
		want   string
	}{{"denied", "Lisboa a b · denied"}, {"claimed", "Lisboa a b"}} {
		m := &Map{Places: []Place{{ID: "a", Name: "Lisboa", Lat: 38.7, Lon: -9.1, Rows: []Row{
			{ID: "1", Detail: "a", Status: "claimed"}, {ID: "2", Detail: "b", Status: c.second, StatusText: string(c.second)}}}}}
		got := ""
		for _, sh := range (&Chart{Language: l, Plot: m}).Layout(Frame{Width: 490, Fonts: fonts(t)})[0].Shapes {
			if x, ok := sh.(*Text); ok && x.Role == "label" {
				got = join(" ", got, x.S)
			}
		}
		if got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestMapAtLeast holds that a newer, larger "at least" at a place has the ring, and decides the size: the disc alone was of
// the older, smaller number, under a key that speaks of the highest.
func TestMapAtLeast(t *testing.T) {
	row := func(id string, a Row) Row {
		a.ID, a.Status, a.DateText = id, "reported", id
		return a
	}
	m := &Map{Places: []Place{
		{ID: "ankara", Name: "Ankara", Lat: 39.9, Lon: 32.9, Rows: []Row{row("jan", Row{Best: quantity.Whole(35000), Value: "35,000"}), row("apr", Row{Low: quantity.Whole(175000), Value: "≥ 175,000"})}},
		{ID: "amman", Name: "Amman", Lat: 31.9, Lon: 35.9, Rows: []Row{row("may", Row{Best: quantity.Whole(22000), Value: "22,000"})}}}}
	wide := map[string]float64{}
	for _, sh := range (&Chart{Language: language(t, "en"), Plot: m}).Layout(Frame{Width: 490, Theme: plain(t), Fonts: fonts(t)})[0].Shapes {
		if p, ok := sh.(*Path); ok && (p.Role == "ring" || p.Role == "disc") && p.Owner != "" {
			wide[p.Owner+" "+p.Role] = p.Segments[0].Points[0] - p.Segments[2].Points[4]
		}
	}
	if got := wide["ankara ring"] / wide["ankara disc"]; math.Abs(got-math.Sqrt(5)) > 0.01 || math.Abs(wide["ankara ring"]-2*discRadius) > 0.01 {
		t.Errorf("ring and disc of 175,000 and 35,000: %v, %v times", wide, got)
	}
}
