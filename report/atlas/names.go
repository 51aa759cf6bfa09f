package atlas

import (
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
