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
}

func (b box) over(c box) bool {
	const e = 0.05 // rounding
	return b.x0+e < c.x1 && c.x0+e < b.x1 && b.y0+e < c.y1 && c.y0+e < b.y1
}

// ground holds the roles that texts may stand on.
var ground = map[string]bool{"grid": true, "axis": true, "tick-mark": true, "rule": true, "band": true, "flow": true, "flag": true,
	"leader": true, "event": true, "date-extent": true, "land": true, "border": true, "graticule": true, "water": true, "swatch": true, "backing": true}

// boxes returns the boxes of a scene's texts and marks. A line counts by its
// segments, anything else by its bounds.
func boxes(s *Scene, fonts *font.Set) []box {
	p := &pen{fonts: fonts}
	var all []box
	for _, sh := range s.Shapes {
		switch sh := sh.(type) {
		case *Text:
			w := p.measure(face{size: sh.Size, bold: sh.Bold, italic: sh.Italic}, sh.S)
			x := sh.X - w*float64(sh.Anchor)/2
			all = append(all, box{x, sh.Y - ascent*sh.Size, x + w, sh.Y + descent*sh.Size, sh.Role + " " + sh.S, true, sh})
		case *Path:
			all = append(all, pathBoxes(sh)...)
		}
	}
	return all
}

func pathBoxes(p *Path) []box {
	h := p.Width / 2
	if p.Stroke == "" {
		h = 0
	}
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1), p.Role, false, p}
	for _, g := range p.Segments {
		for i := 0; i+1 < len(g.Points); i += 2 {
			b.x0, b.x1 = min(b.x0, g.Points[i]-h), max(b.x1, g.Points[i]+h)
			b.y0, b.y1 = min(b.y0, g.Points[i+1]-h), max(b.y1, g.Points[i+1]+h)
		}
	}
	if p.Role != "line" && p.Role != "hatch" {
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
			if (t.text || b.text) && !stands(t) && !stands(b) && t.over(b) {
				bad = append(bad, fmt.Sprintf("%q %v is over %q %v", t.what, t.bounds(), b.what, b.bounds()))
			}
		}
	}
	return bad
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
