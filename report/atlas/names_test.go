package atlas

import (
	"math"
	"strings"
	"testing"
)

// TestCountries holds that every country has its names, and that its rounds lie on land and in no other country.
func TestCountries(t *testing.T) {
	all := Countries()
	if len(all) < 190 {
		t.Fatalf("%d countries", len(all))
	}
	a := Read()
	rings := make([][]float64, len(a.Land))
	for i, l := range a.Land {
		rings[i] = Unroll(l.Degrees())
	}
	for _, c := range all {
		if strings.TrimSpace(c.Name("en")) == "" || c.Name("es") == "" || c.Name("fr") != c.Name("en") || len(c.Rounds) == 0 {
			t.Errorf("%q, %q: %d rounds", c.Name("en"), c.Name("es"), len(c.Rounds))
		}
		for _, r := range c.Rounds {
			n := 0
			for i, ring := range rings {
				if l := a.Land[i]; l.South <= r.Lat && r.Lat <= l.North && l.West <= r.Lon && r.Lon <= l.East && Holds(ring, r.Lon, r.Lat) {
					n++
				}
			}
			if n%2 == 0 || !(r.Radius > 0 && r.Radius < 20) {
				t.Errorf("%s: %v lies in %d rings", c.Name("en"), r, n)
			}
			if other := holder(all, r.Lon, r.Lat); other != c.Name("en") {
				t.Errorf("%s: the middle of %v lies in %q", c.Name("en"), r, other)
			}
		}
	}
	for _, at := range []struct {
		lon, lat float64
		want     string
	}{{100, 62, "Russia"}, {35, 48.5, "Ukraine"}, {34.2, 45.3, ""}, {-100, 40, "United States"}, {-53, 4, ""}, {25, -2, "Congo (DRC)"}, {104, 46.5, "Mongolia"}, {0, -85, ""}} {
		if got := holder(all, at.lon, at.lat); got != at.want {
			t.Errorf("%v, %v lies in %q, want %q", at.lon, at.lat, got, at.want)
		}
	}
}

// holder names the country whose round holds a place; two are joined.
func holder(all []Country, lon, lat float64) string {
	var in []string
	for _, c := range all {
		for _, r := range c.Rounds {
			if math.Abs(lat-r.Lat) > r.Radius {
				continue
			}
			cos := math.Sin(radians(lat))*math.Sin(radians(r.Lat)) + math.Cos(radians(lat))*math.Cos(radians(r.Lat))*math.Cos(radians(lon-r.Lon))
			if math.Acos(min(1, cos)) <= radians(r.Radius) {
				in = append(in, c.Name("en"))
				break
			}
		}
	}
	return strings.Join(in, ", ")
}
