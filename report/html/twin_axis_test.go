package html

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sitrep/report/chart"
	"sitrep/report/date"
	"sitrep/report/lang"
)

// An axis says where a number or a day stands on the page. It is read from the
// ticks of a scene and the words at them, and from nothing else.
type axis struct {
	from, per float64 // where 0 (or 1, if it is logarithmic) stands, and how long 1 (or a decade) is
	log       bool
	zero      float64 // logarithmic: where zero stands
	ok        bool    // there were two ticks at least
}

func (a axis) at(v float64) float64 {
	switch {
	case a.log && v <= 0:
		return a.zero
	case a.log:
		return a.from + a.per*math.Log10(v)
	}
	return a.from + a.per*v
}

// A tick is a word on an axis, and where it stands.
type tick struct{ place, value float64 }

// offBy is how far from its place a shape may stand, in points: coordinates have two decimals.
const offBy = 0.08

// through lays an axis through ticks, all of which must stand on it.
func through(t *testing.T, ticks []tick, log bool) axis {
	t.Helper()
	a := axis{log: log}
	own := slices.DeleteFunc(slices.Clone(ticks), func(k tick) bool { return log && k.value <= 0 })
	for _, k := range ticks {
		if k.value <= 0 {
			a.zero = k.place
		}
	}
	if len(own) < 2 {
		return a
	}
	on := func(k tick) float64 {
		if log {
			return math.Log10(k.value)
		}
		return k.value
	}
	first, last := own[0], own[len(own)-1]
	a.per = (last.place - first.place) / (on(last) - on(first))
	a.from, a.ok = first.place-a.per*on(first), true
	for _, k := range own {
		if math.Abs(a.at(k.value)-k.place) > offBy {
			t.Errorf("the tick %g stands at %.2f, its place is %.2f", k.value, k.place, a.at(k.value))
		}
	}
	return a
}

// numerals reads numbers back from the words that the language has for them.
func numerals(l *lang.Language) map[string]float64 {
	words := map[string]float64{l.Large(0): 0}
	for e := -4; e <= 13; e++ {
		for k := 1; k <= 110; k++ {
			v := float64(k) * math.Pow10(e)
			if e < 0 {
				v = float64(k) / math.Pow10(-e)
			}
			if s := l.Large(v); words[s] == 0 {
				words[s] = v
			}
		}
	}
	return words
}

// across reads the value axis of ranges and bars: each number belongs to the line of the grid that is nearest.
func across(t *testing.T, s *chart.Scene, words map[string]float64, log bool) axis {
	t.Helper()
	var lines []float64
	for _, p := range paths(s, "", "grid", "axis") {
		x0, x1, _, _ := bounds(p)
		lines = append(lines, (x0+x1)/2)
	}
	var ticks []tick
	for _, w := range texts(s, "tick") {
		v, ok := words[w.S]
		if !ok {
			t.Errorf("no number is written as %q", w.S)
			continue
		}
		near := slices.MinFunc(lines, func(a, b float64) int { return int(math.Copysign(1, math.Abs(a-w.X)-math.Abs(b-w.X))) })
		ticks = append(ticks, tick{near, v})
	}
	return through(t, ticks, log)
}

// upwards reads the value axis of a trend: a number's middle is at its tick.
func upwards(t *testing.T, s *chart.Scene, words map[string]float64, log bool) axis {
	t.Helper()
	var ticks []tick
	for _, w := range texts(s, "tick") {
		if v, ok := words[w.S]; ok && w.Anchor == chart.End {
			ticks = append(ticks, tick{w.Y - w.Size*0.36, v})
		}
	}
	return through(t, ticks, log)
}

// A calendar reads days back from the words at the ticks of an axis of time, one
// after the other: what a tick does not say, the one before has said.
type calendar struct {
	l      *lang.Language
	common date.Precision // of all claims, if it is the month or the year: then ticks stand in its middle
	at     date.Date
}

func (c *calendar) read(words string) (day float64, ok bool) {
	var d date.Date
	for _, w := range strings.Fields(words) {
		n, err := strconv.Atoi(w)
		switch {
		case err == nil && n > 31:
			d.Year = n
		case err == nil:
			d.Day = n
		default:
			for m := 1; m <= 12; m++ {
				if c.l.MonthShort(m) == w {
					d.Month = m
				}
			}
			if d.Month == 0 {
				return 0, false
			}
		}
	}
	if d.Year == 0 && c.at.Year == 0 {
		return 0, false
	}
	said := d
	switch {
	case d.Month > 0 && d.Year == 0:
		if d.Year = c.at.Year; d.Month < c.at.Month {
			d.Year++
		}
	case d.Month == 0 && d.Year == 0:
		if d.Year, d.Month = c.at.Year, c.at.Month; d.Day <= c.at.Day {
			d.Month++
		}
	}
	d.Month, d.Day = max(d.Month, 1), max(d.Day, 1)
	c.at = d
	if said.Day == 0 && (c.common == date.Year && said.Month == 0 || c.common == date.Month && said.Month > 0) {
		return date.Date{Year: d.Year, Month: said.Month}.Middle(), true
	}
	return float64(d.First()), true
}

// along reads the time axis of a trend: words begin left of their tick, and what stands under a word belongs to the same.
func along(t *testing.T, s *chart.Scene, c calendar) axis {
	t.Helper()
	var marks []float64
	bottom := 0.0
	for _, p := range paths(s, "", "axis") {
		if x0, x1, y0, y1 := bounds(p); x1-x0 < 0.01 && y1 > y0 {
			marks = append(marks, x0)
			bottom = y0
		}
	}
	slices.Sort(marks)
	said := make([]string, len(marks))
	for _, w := range texts(s, "tick") {
		if w.Anchor == chart.End || w.Y < bottom {
			continue
		}
		if i := slices.IndexFunc(marks, func(x float64) bool { return x >= w.X-0.02 }); i >= 0 {
			said[i] = strings.TrimSpace(said[i] + " " + w.S)
		}
	}
	var ticks []tick
	for i, words := range said {
		if day, ok := c.read(words); ok && words != "" {
			ticks = append(ticks, tick{marks[i], day})
		}
	}
	return through(t, ticks, false)
}

// down reads the rail of a timeline.
func down(t *testing.T, s *chart.Scene, c calendar) axis {
	t.Helper()
	var places []float64
	var said []string
	for _, shape := range s.Shapes { // the words of a tick follow it
		switch k := shape.(type) {
		case *chart.Path:
			if k.Role == "tick-mark" {
				_, _, y, _ := bounds(k)
				places, said = append(places, y), append(said, "")
			}
		case *chart.Text:
			if k.Role == "tick" {
				said[len(said)-1] += " " + k.S
			}
		}
	}
	var ticks []tick
	for i, words := range said {
		if day, ok := c.read(words); ok {
			ticks = append(ticks, tick{places[i], day})
		}
	}
	return through(t, ticks, false)
}

// paths returns what an owner has of the roles.
func paths(s *chart.Scene, owner string, roles ...string) []*chart.Path {
	var all []*chart.Path
	for _, shape := range s.Shapes {
		if p, ok := shape.(*chart.Path); ok && p.Owner == owner && slices.Contains(roles, p.Role) {
			all = append(all, p)
		}
	}
	return all
}

// texts returns what is written in a role.
func texts(s *chart.Scene, role string) []*chart.Text {
	var all []*chart.Text
	for _, shape := range s.Shapes {
		if w, ok := shape.(*chart.Text); ok && w.Role == role {
			all = append(all, w)
		}
	}
	return all
}

func bounds(p *chart.Path) (x0, x1, y0, y1 float64) {
	x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, g := range p.Segments {
		for i := 0; i+1 < len(g.Points); i += 2 {
			x0, x1 = min(x0, g.Points[i]), max(x1, g.Points[i])
			y0, y1 = min(y0, g.Points[i+1]), max(y1, g.Points[i+1])
		}
	}
	return x0, x1, y0, y1
}
