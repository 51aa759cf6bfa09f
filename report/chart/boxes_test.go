package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"sitrep/report/font"
)

// A box is what a shape covers.
type box struct {
	x0, y0, x1, y1 float64
	what           string
	text           bool
	shape          Shape
	n              int // its place in the painting order
}

func (b box) over(c box) bool {
	const e = 0.05 // rounding
	return b.x0+e < c.x1 && c.x0+e < b.x1 && b.y0+e < c.y1 && c.y0+e < b.y1
}

// ground holds the roles that texts may stand on. An axis is none: a text on it must have paper of its own.
var ground = map[string]bool{"grid": true, "event-span": true, "tick-mark": true, "rule": true, "band": true, "flow": true, "flag": true,
	"leader": true, "event": true, "date-extent": true, "land": true, "border": true, "graticule": true, "panel": true, "locator": true, "water": true, "swatch": true, "backing": true}

// boxes returns the boxes of a scene's texts and marks. A line counts by its
// segments, anything else by its bounds.
func boxes(s *Scene, fonts *font.Set) []box {
	p := &pen{fonts: fonts}
	var all []box
	for n, sh := range s.Shapes {
		from := len(all)
		switch sh := sh.(type) {
		case *Text:
			w := p.measure(face{size: sh.Size, bold: sh.Bold, italic: sh.Italic}, sh.S)
			x := sh.X - w*float64(sh.Anchor)/2
			all = append(all, box{x, sh.Y - ascent*sh.Size, x + w, sh.Y + descent*sh.Size, sh.Role + " " + sh.S, true, sh, 0})
		case *Path:
			all = append(all, pathBoxes(sh)...)
		}
		for i := range all[from:] {
			all[from+i].n = n
		}
	}
	return all
}

func pathBoxes(p *Path) []box {
	h := p.Width / 2
	if p.Stroke == "" {
		h = 0
	}
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1), p.Role, false, p, 0}
	for _, g := range p.Segments {
		for i := 0; i+1 < len(g.Points); i += 2 {
			b.x0, b.x1 = min(b.x0, g.Points[i]-h), max(b.x1, g.Points[i]+h)
			b.y0, b.y1 = min(b.y0, g.Points[i+1]-h), max(b.y1, g.Points[i+1]+h)
		}
	}
	if p.Role != "line" && p.Role != "hatch" && p.Role != "axis" {
		return []box{b}
	}
	return steps(p, b)
}

// steps cuts slanting lines into short boxes.
func steps(p *Path, b box) []box {
	var all []box
	var x, y float64
	for _, g := range p.Segments {
		nx, ny := g.Points[0], g.Points[1]
		if g.Op == 'L' {
			n := int(math.Hypot(nx-x, ny-y)/3) + 1
			for i := range n {
				f0, f1 := float64(i)/float64(n), float64(i+1)/float64(n)
				c := b
				c.x0, c.x1 = min(x+(nx-x)*f0, x+(nx-x)*f1), max(x+(nx-x)*f0, x+(nx-x)*f1)
				c.y0, c.y1 = min(y+(ny-y)*f0, y+(ny-y)*f1), max(y+(ny-y)*f0, y+(ny-y)*f1)
				all = append(all, c)
			}
		}
		x, y = nx, ny
	}
	return all
}

// flaws says what is wrong with a scene: shapes that leave it, numbers that are
// none, texts on texts or on marks.
func flaws(s *Scene, fonts *font.Set) []string {
	var bad []string
	all := boxes(s, fonts)
	for _, b := range all {
		if !(b.x0 >= -0.6 && b.y0 >= -0.6 && b.x1 <= s.Width+0.6 && b.y1 <= s.Height+0.6) {
			bad = append(bad, fmt.Sprintf("%q leaves the frame %vx%v: %v", b.what, s.Width, s.Height, b.bounds()))
		}
	}
	slices.SortStableFunc(all, func(a, b box) int { return compare(a.y0, b.y0) })
	for i, t := range all {
		for _, b := range all[i+1:] {
			if b.y0 >= t.y1 {
				break
			}
			if (t.text || b.text) && !stands(t) && !stands(b) && t.over(b) && !papered(all, t, b) {
				bad = append(bad, fmt.Sprintf("%q %v is over %q %v", t.what, t.bounds(), b.what, b.bounds()))
			}
		}
	}
	return bad
}

// papered reports whether one of the two is an axis and paper lies between it and the other, a text.
func papered(all []box, a, b box) bool {
	if a.text {
		a, b = b, a
	}
	return a.what == "axis" && slices.ContainsFunc(all, func(p box) bool {
		return p.what == "backing" && p.n > a.n && p.n < b.n && p.x0 <= max(a.x0, b.x0) && p.x1 >= min(a.x1, b.x1) && p.y0 <= b.y0+0.05 && p.y1 >= b.y1-0.05
	})
}

// unmarked returns the rows that give a number and own no mark in the plot of any scene.
func unmarked(c *Chart, scenes []*Scene) []string {
	marked := map[string]bool{}
	for _, s := range scenes {
		left := math.Inf(1)
		for _, sh := range s.Shapes {
			if p, ok := sh.(*Path); ok && (p.Role == "grid" || p.Role == "axis") {
				left = min(left, pathBoxes(p)[0].x0)
			}
		}
		for _, sh := range s.Shapes {
			p, ok := sh.(*Path)
			if !ok || p.Owner == "" || ground[p.Role] {
				continue
			}
			for _, b := range pathBoxes(p) {
				ink := max(b.x1-b.x0, b.y1-b.y0) >= 2 && min(b.x1-b.x0, b.y1-b.y0) >= 0.5
				if x := (b.x0 + b.x1) / 2; ink && x >= left-overhang && x <= s.Width {
					marked[p.Owner] = true
				}
			}
		}
	}
	var bad []string
	_, dated := c.Plot.(*Trend)
	for _, r := range rowsOfPlot(c.Plot) {
		if !r.extent().none && !marked[r.ID] && !(dated && r.Date.IsZero()) {
			bad = append(bad, r.ID+" "+r.Value)
		}
	}
	return bad
}

// rowsOfPlot returns the rows of ranges, bars and trends.
func rowsOfPlot(p Plot) []Row {
	switch p := p.(type) {
	case *Ranges:
		return p.Rows
	case *Bars:
		return p.Rows
	case *Trend:
		return p.Rows
	}
	return nil
}

// stands reports whether texts may stand on the shape.
func stands(b box) bool {
	p, ok := b.shape.(*Path)
	return ok && ground[p.Role]
}

func (b box) bounds() string { return fmt.Sprintf("[%.1f %.1f %.1f %.1f]", b.x0, b.y0, b.x1, b.y1) }

// drawn counts, by owner, the texts of a role.
func drawn(scenes []*Scene, role string) map[string]int {
	n := map[string]int{}
	for _, s := range scenes {
		seen := map[string]bool{}
		for _, sh := range s.Shapes {
			if t, ok := sh.(*Text); ok && t.Role == role && !seen[t.Owner] {
				seen[t.Owner] = true
				n[t.Owner]++
			}
		}
	}
	return n
}

func summary(bad []string) string { return strings.Join(bad[:min(len(bad), 6)], "\n") }
