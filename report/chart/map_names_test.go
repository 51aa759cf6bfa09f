package chart

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"sitrep/report/atlas"
	"sitrep/report/theme"
)

// countriesOf returns the names of countries on a scene.
func countriesOf(s *Scene) (names []*Text) {
	for _, sh := range s.Shapes {
		if t, ok := sh.(*Text); ok && t.Role == "country" {
			names = append(names, t)
		}
	}
	return names
}

// TestMapCountries holds which names a map has, in whose language, and that a map full of labels keeps those.
func TestMapCountries(t *testing.T) {
	event := func(id string, lat, lon float64) Place {
		return Place{ID: id, Name: id, Lat: lat, Lon: lon, Rows: []Row{{ID: id, Detail: "x", Status: "claimed"}}}
	}
	russia := &Map{Places: []Place{event("Kursk", 51.7, 36.2), event("Vladivostok", 43.1, 131.9)}}
	gaza := &Map{Places: []Place{event("North", 31.55, 34.53), event("South", 31.28, 34.25)}}
	crimea := &Map{Places: []Place{event("Dzhankoy", 45.7, 34.4)}}
	for _, c := range []struct {
		m        *Map
		tag      string
		has, not []string
	}{
		{russia, "en", []string{"RUSSIA", "CHINA", "UKRAINE", "NORTH KOREA"}, []string{"RUSIA", "KAZAKHSTAN"}},
		{russia, "es-MX", []string{"RUSIA", "CHINA", "UCRANIA", "COREA DEL NORTE"}, []string{"RUSSIA"}},
		{gaza, "en", []string{"PALESTINE", "ISRAEL"}, nil},
		{&Map{Places: []Place{event("Kyiv", 50.4, 30.5), event("Zürich", 47.4, 8.5)}, Actors: []string{"Slovenia", "Nobody", "hungary"}}, "en",
			[]string{"UKRAINE", "SWITZERLAND", "SLOVENIA", "HUNGARY"}, nil},
		{crimea, "en", []string{"UKRAINE"}, nil},
		{&Map{Places: []Place{event("Kyiv", 50.4, 30.5), event("Tokyo", 35.7, 139.7), event("Lima", -12, -77)}}, "en", []string{"UKRAINE", "JAPAN", "PERU"}, []string{"ANTARCTICA"}},
		{&Map{Places: []Place{event("Kyiv", 50.4, 30.5), event("Delhi", 28.6, 77.2), event("Tokyo", 35.7, 139.7), event("Lima", -12, -77), event("Ottawa", 45.4, -75.7)}},
			"en", []string{"RUSSIA", "BRAZIL", "UNITED STATES"}, []string{"ANTARCTICA"}},
		{&Map{Places: []Place{event("Pacific", 0, -150)}}, "en", nil, []string{"RUSSIA", "UNITED STATES"}},
	} {
		var got []string
		for _, x := range countriesOf((&Chart{Language: language(t, c.tag), Plot: c.m}).Layout(Frame{Width: 490, Fonts: fonts(t)})[0]) {
			got = append(got, x.S)
		}
		for _, n := range c.has {
			if !slices.Contains(got, n) {
				t.Errorf("%s is not named: %q", n, got)
			}
		}
		if len(got) > mostPanels*mostNames || slices.ContainsFunc(c.not, func(n string) bool { return slices.Contains(got, n) }) {
			t.Errorf("%q", got)
		}
	}
}

// TestMapCountriesYield holds that names of countries touch nothing, keep within
// the frame, stand on their country, and are none twice, whatever is on the map.
func TestMapCountriesYield(t *testing.T) {
	l, f := language(t, "es-MX"), fonts(t)
	d := rand.New(rand.NewPCG(7, 7))
	named := 0
	for i := range 150 {
		m, lat, lon, spread := &Map{}, d.Float64()*130-60, d.Float64()*360-180, math.Exp(d.Float64()*4)
		for n := range 1 + d.IntN(14) {
			m.Places = append(m.Places, Place{ID: fmt.Sprint(n), Name: strings.Repeat("lugar ", 1+d.IntN(3)), Lat: lat + (d.Float64()-0.5)*spread, Lon: math.Remainder(lon+(d.Float64()-0.5)*spread, 360),
				Rows: []Row{{ID: fmt.Sprint(n), Detail: strings.Repeat("suceso ", d.IntN(9)), Status: "claimed"}}})
		}
		g := &mapLayout{pen: pen{fonts: f}, width: []float64{490, 320}[i%2], chart: &Chart{Language: l, Plot: m}}
		g.part(m, 0)
		s := g.chart.Layout(Frame{Width: g.width, Fonts: f})[0]
		for _, bad := range touched(s, boxes(s, f)) {
			t.Errorf("map %d: %s", i, bad)
		}
		seen := map[string]bool{}
		for _, x := range countriesOf(s) {
			named++
			y := x.Y + descent*nameFace.size - (ascent+descent)*nameFace.size/2
			n := slices.IndexFunc(framesOf(s), func(f box) bool { return x.X > f.x0 && x.X < f.x1 && y > f.y0 && y < f.y1 })
			if n < 0 {
				t.Fatalf("map %d: %s stands on no panel", i, x.S)
			}
			p, frame := g.panels[n], framesOf(s)[n]
			u, v := p.midX+(x.X-(frame.x0+frame.x1)/2)/p.scale, p.midY-(y-(frame.y0+frame.y1)/2)/p.scale
			name := fmt.Sprint(n, x.S)
			if lon, lat, ok := p.projection.Invert(u, v); seen[name] || ok && !lies(x.S, lon, lat) {
				t.Errorf("map %d: %s stands at %.1f, %.1f (again: %v)", i, x.S, lon, lat, seen[name])
			}
			seen[name] = true
		}
	}
	if named < 180 {
		t.Errorf("only %d names", named)
	}
}

// framesOf returns the frames of a map's panels: borders that are drawn in the colour of rules.
func framesOf(s *Scene) (frames []box) {
	for _, sh := range s.Shapes {
		if p, ok := sh.(*Path); ok && p.Role == "border" && p.Stroke == theme.Rule {
			frames = append(frames, pathBoxes(p)[0])
		}
	}
	return frames
}

// touched says which names of countries touch anything but the base map, or leave the frame.
func touched(s *Scene, all []box) (bad []string) {
	frames := framesOf(s)
	for _, n := range all {
		if x, ok := n.shape.(*Text); !ok || x.Role != "country" {
			continue
		}
		if !slices.ContainsFunc(frames, func(f box) bool { return n.x0 >= f.x0 && n.y0 >= f.y0 && n.x1 <= f.x1 && n.y1 <= f.y1 }) {
			bad = append(bad, n.what+" leaves the frame")
		}
		for _, b := range all {
			p, ok := b.shape.(*Path)
			if b.shape != n.shape && !(ok && (p.Role == "land" || p.Role == "border" || p.Role == "graticule" || p.Role == "leader")) && n.over(b) {
				bad = append(bad, n.what+" is over "+b.what)
			}
			if !ok || p.Role != "leader" {
				continue
			}
			for _, c := range steps(&Path{Role: "line", Segments: p.Segments}, b) {
				if n.over(c) {
					bad = append(bad, n.what+" is over a leader")
				}
			}
		}
	}
	return bad
}

// lies reports whether a place lies in or beside a round of the country of that name.
func lies(name string, lon, lat float64) bool {
	for _, c := range atlas.Countries() {
		for _, r := range c.Rounds {
			north, east := lat-r.Lat, math.Remainder(lon-r.Lon, 360)*math.Cos(lat*math.Pi/180)
			if strings.ToUpper(c.Name("es")) == name && math.Hypot(north, east) < r.Radius*1.4+1 {
				return true
			}
		}
	}
	return false
}

// BenchmarkCountries is what the names of countries add to a map.
func BenchmarkCountries(b *testing.B) {
	c := &Chart{Language: language(b, "es-MX"), Plot: placesOf(language(b, "es-MX"))}
	m := c.Plot.(*Map)
	g := &mapLayout{pen: pen{fonts: fonts(b)}, chart: c, width: 490}
	g.part(m, 20)
	p := g.panels[0]
	p.seen = p.simplifier()
	b.ReportAllocs()
	for b.Loop() {
		g.shapes = nil
		p.countries(nil)
	}
}

// TestMapHomes holds that the countries of all places are named on a map or under it, however small they are on it, unless a place has their name.
func TestMapHomes(t *testing.T) {
	at := func(name string, lat, lon float64) Place {
		return Place{ID: name, Name: name, Lat: lat, Lon: lon, Rows: []Row{{ID: name, Detail: "x", Status: "claimed"}}}
	}
	m := &Map{Places: []Place{at("Dhaka", 23.81, 90.41), at("Goma", -1.66, 29.2), at("Kigali", -1.94, 30.06), at("Haiti", 18.9, -72.3), at("Banjul", 13.4, -16.2)}}
	s := (&Chart{Language: language(t, "en"), Plot: m}).Layout(Frame{Width: 490, Fonts: fonts(t)})[0]
	said := ""
	for _, sh := range s.Shapes {
		if x, ok := sh.(*Text); ok && (x.Role == "country" || x.Role == "more") {
			said += strings.ToUpper(x.S) + "\n"
		}
	}
	for _, name := range []string{"BANGLADESH", "CONGO (DRC)", "RWANDA", "GAMBIA"} {
		if !strings.Contains(said, name) {
			t.Errorf("%s is not named:\n%s", name, said)
		}
	}
	if strings.Contains(said, "HAITI") {
		t.Errorf("Haiti is named beside the place of that name:\n%s", said)
	}
}
