package chart

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestMapPanels holds which places share a panel, as in briefings of the kind: what lies far from the rest for its size has a panel
// of its own, and what is spread over a region has one map, also across the date line.
func TestMapPanels(t *testing.T) {
	type at struct {
		name     string
		lat, lon float64
	}
	for name, c := range map[string]struct {
		places []at
		want   string
	}{
		"front and rear":  {[]at{{"Kursk", 51.73, 36.19}, {"Pyongyang", 39.03, 125.75}, {"Vladivostok", 43.12, 131.89}}, "Kursk | Pyongyang Vladivostok"},
		"strip of 40 km":  {[]at{{"Gaza", 31.5, 34.46}, {"Rafah", 31.28, 34.25}, {"Khan Yunis", 31.34, 34.3}}, "Gaza Rafah Khan Yunis"},
		"islands":         {[]at{{"Suva", -18.14, 178.44}, {"Apia", -13.83, -171.76}, {"Tonga", -21.14, -175.2}, {"Funafuti", -8.52, 179.2}}, "Suva Apia Tonga Funafuti"},
		"across an ocean": {[]at{{"Iquique", -20.2, -70.2}, {"Miyako", 39.6, 142}, {"Talcahuano", -36.7, -73.1}, {"Kushiro", 43, 144.4}}, "Iquique Talcahuano | Miyako Kushiro"},
		"three":           {[]at{{"Lima", -12, -77}, {"Tokyo", 35.7, 139.7}, {"Kyiv", 50.4, 30.5}}, "Lima | Tokyo | Kyiv"},
		"everywhere":      {[]at{{"Lima", -12, -77}, {"Tokyo", 35.7, 139.7}, {"Kyiv", 50.4, 30.5}, {"Delhi", 28.6, 77.2}, {"Lagos", 6.5, 3.4}}, "Lima Tokyo Kyiv Delhi Lagos"},
		"one region":      {[]at{{"Khartoum", 15.5, 32.6}, {"N'Djamena", 12.1, 15.1}, {"Addis", 9, 38.7}, {"El Fasher", 13.6, 25.4}}, "Khartoum N'Djamena Addis El Fasher"},
		"one":             {[]at{{"Quito", -0.2, -78.5}}, "Quito"},
		"twice":           {[]at{{"Quito", -0.2, -78.5}, {"there", -0.2, -78.5}}, "Quito there"},
	} {
		m := &Map{}
		for _, p := range c.places {
			m.Places = append(m.Places, Place{ID: p.name, Name: p.name, Lat: p.lat, Lon: p.lon, Rows: []Row{{ID: p.name, Detail: "x", Status: "claimed"}}})
		}
		var groups []string
		for _, g := range clustered(m.Places) {
			var names []string
			for _, p := range g {
				names = append(names, p.Name)
			}
			groups = append(groups, strings.Join(names, " "))
		}
		if got := strings.Join(groups, " | "); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		everywhere(t, name, m, len(groups))
	}
}

// everywhere holds that every place is named on the map, or in the list under it, at both widths, and that several panels have
// letters, scales and a locator.
func everywhere(t *testing.T, name string, m *Map, panels int) {
	t.Helper()
	for _, width := range []float64{490, 236} {
		s := (&Chart{Language: language(t, "en"), Plot: m}).Layout(Frame{Width: width, Fonts: fonts(t)})[0]
		var said []string
		scales := 0
		for _, sh := range s.Shapes {
			if x, ok := sh.(*Text); ok {
				said = append(said, x.S)
				if x.Role == "scale" && strings.HasSuffix(x.S, "km") {
					scales++
				}
			}
		}
		all := strings.Join(said, " ")
		for _, p := range m.Places {
			if !strings.Contains(all, p.Name) {
				t.Errorf("%s at %.0f: %s is not on the map: %s", name, width, p.Name, all)
			}
		}
		if scales != panels || len(framesOf(s)) != panels {
			t.Errorf("%s at %.0f: %d scales and %d frames for %d panels", name, width, scales, len(framesOf(s)), panels)
		}
		for i := range panels {
			if letter := fmt.Sprintf("%c", 'A'+i); panels > 1 && !slices.Contains(said, letter) {
				t.Errorf("%s at %.0f: no panel is %s", name, width, letter)
			}
		}
	}
}
