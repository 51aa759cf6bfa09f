package atlas

import (
	"sync"

	"sitrep/assets"
)

// A World is the base map. It is shared: nobody may change it.
type World struct {
	Land    []Line   // rings; holes run the other way round
	Borders []Border // between countries, in the order of the data
}

// A Border is a boundary between two countries, or a part of one.
type Border struct {
	Line
	Disputed bool // the states on either side do not agree on it
}

// A Line is a ring or a boundary, kept as it is embedded, in hundredths of a
// degree, and the box about it in degrees. What spans more than half of the globe
// may run over the date line: its box spans all longitudes. That of a ring round a pole reaches to the pole.
type Line struct {
	points                   []int16 // longitude and latitude, in turn
	West, South, East, North float64 // degrees of the box about it
}

// Hundredths returns the points, longitude and latitude in turn, in hundredths of a degree. Nobody may change them.
func (l Line) Hundredths() []int16 { return l.points }

// Degrees returns the points in degrees.
func (l Line) Degrees() []float64 {
	out := make([]float64, len(l.points))
	for i, p := range l.points {
		out[i] = float64(p) / 100
	}
	return out
}

// world is the base map, decoded when it is first asked for: most reports have no map.
var world = sync.OnceValue(decode)

// Read returns the embedded base map.
func Read() *World { return world() }

// A decoder reads the embedded base map; assets/maps/build.py describes its form.
type decoder struct {
	data   string
	at     int
	points []int16 // of all lines, one after the other
}

func decode() *World {
	data := assets.WorldMap
	d := &decoder{data: data, at: len("map1"), points: make([]int16, 0, len(data))}
	a := &World{Land: make([]Line, 0, 1500)}
	for range d.varint() {
		a.Land = append(a.Land, d.line())
	}
	a.Borders = make([]Border, 0, 500)
	for range d.varint() {
		disputed := d.varint() == 1
		a.Borders = append(a.Borders, Border{d.line(), disputed})
	}
	return a
}

// varint reads a number; at the end of the data it is 0.
func (d *decoder) varint() int {
	n := 0
	for shift := 0; d.at < len(d.data) && shift < 63; shift += 7 {
		b := d.data[d.at]
		d.at++
		n |= int(b&127) << shift
		if b < 128 {
			break
		}
	}
	return n
}

func (d *decoder) line() Line {
	n, start := min(d.varint(), len(d.data)-d.at), len(d.points)
	x, y, turn := 0, 0, 0
	west, south, east, north := 18000, 9000, -18000, -9000
	for i := range n {
		step := unzigzag(d.varint())
		x += step
		y += unzigzag(d.varint())
		if i > 0 {
			turn += turned(step)
		}
		west, east, south, north = min(west, x), max(east, x), min(south, y), max(north, y)
		d.points = append(d.points, int16(x), int16(y))
	}
	if east-west > 18000 {
		west, east = -18000, 18000
	}
	if n > 0 && turn+turned(int(d.points[start])-x) != 0 {
		south, north = min(south, 9000*sign(y)), max(north, 9000*sign(y))
	}
	l := Line{points: d.points[start:len(d.points):len(d.points)]}
	l.West, l.South, l.East, l.North = float64(west)/100, float64(south)/100, float64(east)/100, float64(north)/100
	return l
}

// turned says whether a step leads over the date line: 1 to the west, -1 to the east.
func turned(step int) int {
	switch {
	case step > 18000:
		return 1
	case step < -18000:
		return -1
	}
	return 0
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

func unzigzag(n int) int { return n>>1 ^ -(n & 1) }
