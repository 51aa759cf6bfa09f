package atlas

import (
	"math"
	"slices"
	"sync"

	"sitrep/assets"
)

// A Country is the name of a state or territory of the base map, and where it lies.
type Country struct {
	languages []string // base languages, those of all countries; the first is English
	names     []string // in each of them
	Rounds    []Round  // the one that covers most first; without parts that are cut off by a disputed boundary
}

// A Round is a circle on the globe that lies within a country, in degrees.
type Round struct {
	Lon, Lat, Radius float64 // degrees, north and east positive; the radius is in degrees of arc
}

// Name returns the name in a base language, "en" or "es"; in one that the atlas does not
// have it is the English one.
func (c *Country) Name(language string) string {
	return c.names[max(0, slices.Index(c.languages, language))]
}

// Rounds lie within their countries and leave out some of them, so that near a boundary a point may lie in any country that is
// not further off than doubt; one that is further than shore from all of them is taken to lie at sea, and one that no more than
// a strip parts from the only country about lies in that. All are in degrees.
const (
	strip = 0.05
	shore = 0.2
	doubt = 0.45
)

// Holding returns the places in [Countries] of the country that a point lies in, or of all those that it may lie in, where the base map
// does not tell. There is none for a point at sea.
func Holding(lon, lat float64) (in []int) {
	nearest := doubt
	for i, c := range countries() {
		least := doubt
		for _, r := range c.Rounds {
			if math.Abs(lat-r.Lat) < r.Radius+doubt {
				least = min(least, arc(lon, lat, r.Lon, r.Lat)-r.Radius)
			}
		}
		switch {
		case least <= 0:
			return []int{i}
		case least < doubt:
			in, nearest = append(in, i), min(nearest, least)
		}
	}
	if nearest > shore || len(in) == 1 && nearest > strip {
		return nil
	}
	return in
}

// arc is the distance of two points on the globe in degrees (haversine formula).
func arc(lon0, lat0, lon1, lat1 float64) float64 {
	u, v := math.Sin(radians(lat1-lat0)/2), math.Sin(radians(lon1-lon0)/2)
	return degrees(2 * math.Asin(math.Sqrt(min(1, u*u+math.Cos(radians(lat0))*math.Cos(radians(lat1))*v*v))))
}

// countries are decoded when they are first asked for.
var countries = sync.OnceValue(decodeCountries)

// Countries returns those of the base map that have an ISO 3166 code and are
// large enough to be drawn. They are shared: nobody may change them.
func Countries() []Country { return countries() }

// decodeCountries reads the embedded names; assets/maps/names.py describes their form.
func decodeCountries() []Country {
	d := &decoder{data: assets.CountryNames, at: len("names2")}
	var languages []string
	for range d.varint() {
		languages = append(languages, d.text())
	}
	all := make([]Country, 0, 250)
	lon, lat := 0, 0
	for range d.varint() {
		c := Country{languages: languages}
		for range languages {
			c.names = append(c.names, d.text())
		}
		for range d.varint() {
			lon += unzigzag(d.varint())
			lat += unzigzag(d.varint())
			c.Rounds = append(c.Rounds, Round{float64(lon) / 100, float64(lat) / 100, float64(d.varint()) / 100})
		}
		all = append(all, c)
	}
	return all
}

// text reads a length and as many bytes.
func (d *decoder) text() string {
	n := min(d.varint(), len(d.data)-d.at)
	d.at += n
	return d.data[d.at-n : d.at]
}
