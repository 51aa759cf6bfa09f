// Package atlas holds the base map of the world, and lays the globe flat.
//
// Why our own: a map of a page's width needs two projections, two ways to cut
// and a reader of one embedded file; libraries for this bring geodesy or a database with them.
package atlas

import (
	"math"
	"slices"
)

// A Projection lays the globe flat. Lengths are in radii of the globe, y grows to the north.
type Projection struct {
	lon, lat float64 // the middle, radians
	sin, cos float64 // of its latitude
	World    bool    // Equal Earth rather than Lambert
}

// The azimuthal projection serves where no place is further than widest from the
// middle, and the places span no more than spanned of longitude unless all lie beyond arctic; in degrees.
const (
	widest  = 55.0
	spanned = 130.0
	arctic  = 60.0
)

// Project returns where a point lies: in Lambert's azimuthal equal-area
// projection about the middle of the map, or, for places further apart, in
// Equal Earth (Šavrič, Patterson and Jenny, 2018). Both keep areas.
func (p Projection) Project(lon, lat float64) (x, y float64) {
	if p.World {
		return equalEarth(radians(p.off(lon)), radians(lat))
	}
	sinLat, cosLat := math.Sincos(radians(lat))
	sinLon, cosLon := math.Sincos(radians(lon) - p.lon)
	k := math.Sqrt(2 / max(1+p.sin*sinLat+p.cos*cosLat*cosLon, 1e-6))
	return k * cosLat * sinLon, k * (p.cos*sinLat - p.sin*cosLat*cosLon)
}

// Invert returns the place that Project puts there in the azimuthal projection; ok
// is false beyond the edge of the globe.
func (p Projection) Invert(x, y float64) (lon, lat float64, ok bool) {
	rho := math.Hypot(x, y)
	if rho >= 2 || p.World {
		return 0, 0, false
	}
	if rho == 0 {
		return degrees(p.lon), degrees(p.lat), true
	}
	sin, cos := math.Sincos(2 * math.Asin(rho/2))
	lat = math.Asin(min(1, max(-1, cos*p.sin+y*sin*p.cos/rho)))
	lon = p.lon + math.Atan2(x*sin, rho*p.cos*cos-y*p.sin*sin)
	return math.Remainder(degrees(lon), 360), degrees(lat), true
}

// off is how many degrees a place lies east of the middle meridian of a map of the world; what lies on an edge stays on it.
func (p Projection) off(lon float64) float64 {
	const edge = 180 + 1e-6
	d := lon - degrees(p.lon)
	for d > edge {
		d -= 360
	}
	for d < -edge {
		d += 360
	}
	return d
}

func equalEarth(lon, lat float64) (x, y float64) {
	const a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
	t := math.Asin(math.Sqrt(3) / 2 * math.Sin(lat))
	t2 := t * t
	t6 := t2 * t2 * t2
	x = 2 * math.Sqrt(3) * lon * math.Cos(t) / (3 * (9*a4*t6*t2 + 7*a3*t6 + 3*a2*t2 + a1))
	return x, t * (a4*t6*t2 + a3*t6 + a2*t2 + a1)
}

func degrees(r float64) float64 { return r * 180 / math.Pi }

func radians(d float64) float64 { return d * math.Pi / 180 }

// Middle returns the middle of the map, longitude and latitude in degrees.
func (p Projection) Middle() (lon, lat float64) { return p.lon * 180 / math.Pi, p.lat * 180 / math.Pi }

// Centred returns the projection for places, given by longitude and latitude in turn.
func Centred(places []float64) Projection {
	var x, y, z float64
	for i := 0; i+1 < len(places); i += 2 {
		lon, lat := radians(places[i]), radians(places[i+1])
		x, y, z = x+math.Cos(lat)*math.Cos(lon), y+math.Cos(lat)*math.Sin(lon), z+math.Sin(lat)
	}
	p := Projection{lon: math.Atan2(y, x), lat: math.Atan2(z, math.Hypot(x, y))}
	p.sin, p.cos = math.Sincos(p.lat)
	for i := 0; i+1 < len(places); i += 2 {
		lon, lat := radians(places[i]), radians(places[i+1])
		c := p.sin*math.Sin(lat) + p.cos*math.Cos(lat)*math.Cos(lon-p.lon)
		p.World = p.World || c < math.Cos(radians(widest))
	}
	if p.World = p.World || span(places) > spanned; p.World {
		p = Projection{World: true, lon: radians(meridian(places))}
	}
	return p
}

// The middles of the usual maps of the world, which are cut where least land is: at the date line, or in the Atlantic.
const (
	greenwich = 0.0
	pacific   = 150.0
)

// meridian is the middle of a map of the world that is not cut between places which lie near each other across its edge: a usual one
// where that cuts the widest gap between them, else the middle of the arc that holds all.
func meridian(places []float64) float64 {
	west, arc := around(places)
	for _, middle := range [...]float64{greenwich, pacific} {
		if cut := math.Mod(middle+180-west+720, 360); cut > arc {
			return middle
		}
	}
	return math.Round(Between(places))
}

// span returns the shortest arc of longitude that holds all places; 0 where all are arctic.
func span(places []float64) float64 {
	north := 90.0
	for i := 1; i < len(places); i += 2 {
		north = min(north, math.Abs(places[i]))
	}
	if north > arctic {
		return 0
	}
	_, arc := around(places)
	return arc
}

// Between returns the middle, in degrees of longitude, of the shortest arc that holds all places, given by longitude and
// latitude in turn.
func Between(places []float64) float64 {
	west, arc := around(places)
	return math.Remainder(west+arc/2, 360)
}

// around returns the shortest arc of longitude that holds all places: where it begins in the west, and how long it is.
func around(places []float64) (west, arc float64) {
	var lons []float64
	for i := 0; i+1 < len(places); i += 2 {
		lons = append(lons, places[i])
	}
	if len(lons) == 0 {
		return 0, 0
	}
	slices.Sort(lons)
	west, gap := lons[0], lons[0]+360-lons[len(lons)-1]
	for i := 1; i < len(lons); i++ {
		if d := lons[i] - lons[i-1]; d > gap {
			west, gap = lons[i], d
		}
	}
	return west, 360 - gap
}

// Unroll makes longitudes run on across the date line, so that a ring is whole
// on a flat map. A ring round a pole is led along its edge. It writes into the memory of the ring that it is given.
func Unroll(ring []float64) []float64 {
	out := ring[:0]
	turn := 0.0
	for i := 0; i+1 < len(ring); i += 2 {
		lon := ring[i] + turn
		if i > 0 {
			d := math.Round((lon-out[len(out)-2])/360) * 360
			lon, turn = lon-d, turn-d
		}
		out = append(out, lon, ring[i+1])
	}
	if first, last := ring[0], out[len(out)-2]; math.Abs(last-first) > 180 {
		pole := math.Copysign(90, ring[1])
		out = append(out, last, pole, first, pole)
	}
	return out
}

// Holds reports whether a ring holds a point. The ring must be unrolled.
func Holds(ring []float64, lon, lat float64) bool {
	in := false
	for _, lon := range [...]float64{lon - 360, lon, lon + 360} {
		for i, j := 0, len(ring)-2; i+1 < len(ring); i, j = i+2, i {
			xi, yi, xj, yj := ring[i], ring[i+1], ring[j], ring[j+1]
			if (yi > lat) != (yj > lat) && lon < (xj-xi)*(lat-yi)/(yj-yi)+xi {
				in = !in
			}
		}
	}
	return in
}

// Sheets cuts an unrolled ring at the edges of a flat map of the whole world about a meridian; one that reaches none of them is returned
// as it is.
func Sheets(ring []float64, middle float64) [][]float64 {
	var all [][]float64
	west, east := math.Inf(1), math.Inf(-1)
	for i := 0; i < len(ring); i += 2 {
		west, east = min(west, ring[i]), max(east, ring[i])
	}
	for _, shift := range [...]float64{-720, -360, 0, 360, 720} {
		if east+shift < middle-180 || west+shift > middle+180 {
			continue
		}
		moved := ring
		if shift != 0 {
			moved = make([]float64, len(ring))
			for i := range ring {
				moved[i] = ring[i] + shift*float64(1-i%2)
			}
		}
		if cut := ClipRing(moved, Box{middle - 180, -90, middle + 180, 90}); cut != nil {
			all = append(all, cut)
		}
	}
	return all
}

// Strips cuts a line at the edge of a flat map of the whole world about a meridian; one that does not meet it is returned as it is.
func Strips(line []float64, middle float64) [][]float64 {
	edge := math.Remainder(middle+180, 360)
	meets := false
	for i := 2; i+1 < len(line); i += 2 {
		a, b := math.Remainder(line[i-2]-edge, 360), math.Remainder(line[i]-edge, 360)
		meets = meets || (a > 0) != (b > 0) && math.Abs(a-b) < 180
	}
	if !meets {
		return [][]float64{line}
	}
	var all [][]float64
	for _, turn := range [...]float64{-360, 0, 360} {
		moved := make([]float64, len(line))
		for i := range line {
			if moved[i] = line[i]; i%2 == 0 {
				moved[i] = edge + math.Remainder(line[i]-edge, 360) + turn // whole about the edge
			}
		}
		all = append(all, ClipLine(moved, Box{middle - 180, -90, middle + 180, 90})...)
	}
	return all
}

// ClipRing cuts a ring to a box (Sutherland and Hodgman); what is left may run along its edges.
func ClipRing(ring []float64, to Box) []float64 {
	for edge := range 4 {
		if to.holds(edge, ring) {
			continue
		}
		out := make([]float64, 0, len(ring)+16)
		for i, j := 0, len(ring)-2; i+1 < len(ring); i, j = i+2, i {
			a, b := to.Depth(edge, ring[j], ring[j+1]), to.Depth(edge, ring[i], ring[i+1])
			if (a >= 0) != (b >= 0) {
				f := a / (a - b)
				out = append(out, ring[j]+(ring[i]-ring[j])*f, ring[j+1]+(ring[i+1]-ring[j+1])*f)
			}
			if b >= 0 {
				out = append(out, ring[i], ring[i+1])
			}
		}
		if ring = out; len(ring) < 6 {
			return nil
		}
	}
	return ring
}

// A Box is a rectangle of a flat map, X0 < X1 and Y0 < Y1.
type Box struct {
	X0, Y0, X1, Y1 float64 // map units: those of the projection
}

// Depth is how far inside of an edge a point lies: 0 left, 1 right, 2 top, 3 bottom.
func (b Box) Depth(edge int, x, y float64) float64 {
	switch edge {
	case 0:
		return x - b.X0
	case 1:
		return b.X1 - x
	case 2:
		return y - b.Y0
	}
	return b.Y1 - y
}

// holds reports whether no point of a ring lies beyond an edge.
func (b Box) holds(edge int, ring []float64) bool {
	for i := 0; i+1 < len(ring); i += 2 {
		if b.Depth(edge, ring[i], ring[i+1]) < 0 {
			return false
		}
	}
	return true
}

// ClipLine cuts a line to a box; it may fall into several (Liang and Barsky).
func ClipLine(line []float64, to Box) [][]float64 {
	var all [][]float64
	var run []float64
	for i := 2; i+1 < len(line); i += 2 {
		x0, y0, x1, y1 := line[i-2], line[i-1], line[i], line[i+1]
		from, until := 0.0, 1.0
		for edge := range 4 {
			a, b := to.Depth(edge, x0, y0), to.Depth(edge, x1, y1)
			switch {
			case a < 0 && b < 0:
				from = 2
			case a < 0:
				from = max(from, a/(a-b))
			case b < 0:
				until = min(until, a/(a-b))
			}
		}
		if from < until {
			if from > 0 || run == nil {
				run = []float64{x0 + (x1-x0)*from, y0 + (y1-y0)*from}
			}
			run = append(run, x0+(x1-x0)*until, y0+(y1-y0)*until)
		}
		if until < 1 || from >= until || i+3 >= len(line) {
			if len(run) > 2 {
				all = append(all, run)
			}
			run = nil
		}
	}
	return all
}
