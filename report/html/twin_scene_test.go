package html

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	"sitrep/report/chart"
	"sitrep/report/theme"
)

// A span is what numbers or days cover, and how: the ends and the best value.
type span struct {
	from, to, best             float64 // not a number: there is none
	openLow, openHigh, nothing bool
}

// spanOf says what a twin's numbers cover. It does not sort them.
func spanOf(low, best, high *float64) span {
	first := func(all ...*float64) float64 {
		for _, v := range all {
			if v != nil {
				return *v
			}
		}
		return math.NaN()
	}
	s := span{from: first(low, best, high), to: first(high, best, low), best: first(best), openLow: low == nil && high != nil, openHigh: high == nil && low != nil}
	s.nothing = math.IsNaN(s.from)
	if s.point() {
		s.best = s.from
	}
	return s
}

func (s span) point() bool { return !s.openLow && !s.openHigh && s.from == s.to }

// A reader compares one item of a twin with the shapes that belong to it.
type reader struct {
	*testing.T
	scene *chart.Scene
	m     *readMark
	token theme.Token
	glyph string // where marks tell origins apart

	start, end float64 // of the axis of time
}

func (r *reader) paths(roles ...string) []*chart.Path { return paths(r.scene, r.m.ID, roles...) }

// text is all that is written of the item in a role.
func (r *reader) text(role string) string {
	var all []string
	for _, w := range texts(r.scene, role) {
		if w.Owner == r.m.ID {
			all = append(all, w.S)
		}
	}
	return strings.Join(all, " ")
}

// at holds a shape to its place.
func (r *reader) at(what string, got, want, within float64) {
	r.Helper()
	if !(math.Abs(got-want) <= within) {
		r.Errorf("%s: the %s stands at %.2f, its place is %.2f", r.m.ID, what, got, want)
	}
}

func (r *reader) holds(what string, got, want bool) {
	r.Helper()
	if got != want {
		r.Errorf("%s: %s in the scene: %t, in the twin: %t", r.m.ID, what, got, want)
	}
}

// says compares texts without spaces; what a scene cannot hold it cuts.
func (r *reader) says(what, scene, twin string) {
	r.Helper()
	if !cutOf(scene, twin) {
		r.Errorf("%s: the scene's %s is %q, the twin's %q", r.m.ID, what, scene, twin)
	}
}

func cutOf(short, whole string) bool {
	tight := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, s)
	}
	a, b := tight(short), tight(whole)
	if c, ok := strings.CutSuffix(a, "…"); ok {
		return strings.HasPrefix(b, strings.TrimRight(c, ",;: "))
	}
	return a == b
}

// looks compares what colour, mark and outline say: status or origin, whether it is about, whether it was replaced.
func (r *reader) looks(glyph string, about bool) {
	r.Helper()
	replaced := slices.ContainsFunc(r.paths("dot", "end", "range", "bar", "bound", "arrow"), func(p *chart.Path) bool { return p.Stroke == theme.Axis })
	r.holds("replaced", replaced, r.m.Superseded)
	r.holds("about", len(r.paths("dot-approx", "end-approx", "torn")) > 0, about)
	for _, p := range r.paths("dot", "end") {
		if r.m.Status == "denied" {
			glyph = "cross"
		}
		if got := glyphOf(p); got != glyph {
			r.Errorf("%s: the scene's mark is a %s, the twin's a %s", r.m.ID, got, glyph)
		}
		r.holds("hollow", p.Fill == theme.Paper, (r.m.Status == "planned" || r.m.Superseded) && glyph != "cross")
	}
	for _, p := range r.paths("dot", "end", "range", "bar", "arrow") {
		for _, c := range []theme.Token{p.Fill, p.Stroke} {
			if c = theme.Token(strings.TrimSuffix(string(c), "-soft")); distinct(c) && c != r.token {
				r.Errorf("%s: the scene has colour %s, the twin %s", r.m.ID, c, r.token)
			}
		}
	}
}

// distinct reports whether a token tells items apart.
func distinct(t theme.Token) bool {
	switch t {
	case theme.Paper, theme.Axis, theme.Ink, "":
		return false
	}
	return true
}

// glyphOf names the outline of a mark.
func glyphOf(p *chart.Path) string {
	x0, x1, y0, y1 := bounds(p)
	corners := 0
	for _, g := range p.Segments {
		if g.Op == 'C' {
			return "circle"
		}
		corners += len(g.Points) / 2
	}
	first := p.Segments[0].Points
	switch {
	case p.Segments[2].Op == 'M':
		return "cross"
	case corners == 3 && first[1] == y0:
		return "up"
	case corners == 3:
		return "down"
	case corners == 10:
		return "star"
	case corners == 6:
		return "hourglass"
	case first[0] > x0+0.1:
		return "diamond"
	case x1-x0 > 1.5*(y1-y0):
		return "slab"
	}
	return "square"
}

// statusMark names the mark of a status, as chart.js does.
func statusMark(status string) string {
	if g := map[string]string{"reported": "square", "claimed": "diamond", "assessed": "up", "denied": "cross", "mixed": "hourglass"}[status]; g != "" {
		return g
	}
	return "circle"
}

// ends are the ends of a line.
func ends(p *chart.Path) (x0, y0, x1, y1 float64) {
	a, b := p.Segments[0].Points, p.Segments[len(p.Segments)-1].Points
	return a[0], a[1], b[0], b[1]
}

// row compares an estimate with the bar, bounds, arrow and mark that the scene draws of it.
func (r *reader) row(s span, a axis) {
	r.Helper()
	dots, bars, bounds0, arrows := r.paths("dot"), r.paths("range"), r.across("bound"), r.paths("arrow")
	r.holds("a mark", len(dots) > 0, !math.IsNaN(s.best))
	if len(dots) > 0 {
		x0, x1, _, _ := bounds(dots[0])
		r.at("mark", (x0+x1)/2, a.at(s.best), offBy)
	}
	if len(bars) > 0 {
		x0, x1, _, _ := bounds(bars[0])
		within := offBy
		if x1-x0 < 1.3 {
			within = 0.7 // no bar is thinner
		}
		r.at("low end", x0, a.at(s.from), within)
		r.at("high end", x1, a.at(s.to), within)
	} else if !s.nothing {
		r.at("span's length", a.at(s.to)-a.at(s.from), 0, 0.6)
	}
	r.open(s, a, bounds0, arrows)
	r.looks(statusMark(r.m.Status), r.m.Approx && len(dots) > 0 && !r.m.Superseded)
}

// across returns where the upright lines of a role stand.
func (r *reader) across(role string) []float64 {
	var all []float64
	for _, p := range r.paths(role) {
		x0, x1, _, _ := bounds(p)
		all = append(all, (x0+x1)/2)
	}
	slices.Sort(all)
	return all
}

// open compares which side is open: it has an arrow, or no bound.
func (r *reader) open(s span, a axis, bounds0 []float64, arrows []*chart.Path) {
	r.Helper()
	right := slices.IndexFunc(arrows, func(p *chart.Path) bool { x0, _, x1, _ := ends(p); return x1 > x0 })
	left := slices.IndexFunc(arrows, func(p *chart.Path) bool { x0, _, x1, _ := ends(p); return x1 < x0 })
	r.holds("open upwards", right >= 0, s.openHigh)
	r.holds("open downwards", len(bounds0) == 1 && right < 0, s.openLow)
	if right >= 0 {
		x0, _, _, _ := ends(arrows[right])
		r.at("arrow", x0, a.at(s.to), offBy)
	}
	if left >= 0 {
		x0, _, _, _ := ends(arrows[left])
		r.at("arrow", x0, a.at(s.from), offBy)
	}
	switch {
	case len(bounds0) == 2:
		r.at("low bound", bounds0[0], a.at(s.from), offBy)
		r.at("high bound", bounds0[1], a.at(s.to), offBy)
	case len(bounds0) == 1 && s.openHigh:
		r.at("bound", bounds0[0], a.at(s.from), offBy)
	case len(bounds0) == 1:
		r.at("bound", bounds0[0], a.at(s.to), offBy)
	}
}

// amount compares a bar from zero and its whisker.
func (r *reader) amount(s span, a axis) {
	r.Helper()
	if s.nothing {
		return
	}
	end := s.best
	if math.IsNaN(end) {
		end = s.from
	}
	x0, x1, _, _ := bounds(r.paths("bar")[0])
	r.at("bar's foot", x0, a.at(0), offBy)
	r.at("bar's end", x1, a.at(end), 0.25) // a shorter one is a line
	for _, p := range r.paths("whisker") {
		x0, x1, _, _ := bounds(p)
		r.at("low end", x0, a.at(s.from), offBy)
		r.at("high end", x1, a.at(s.to), offBy)
	}
	caps := r.across("bound")
	r.holds("a range", len(caps) > 0, !s.point())
	r.open(s, a, caps, r.paths("arrow"))
	torn := r.m.Approx && s.point() && a.at(end)-a.at(0) > 0.3
	r.looks("", torn)
}

// part compares a part of a bar, which begins where the one before it ends.
func (r *reader) part(start, end float64, a axis) {
	r.Helper()
	x0, x1, _, _ := bounds(r.paths("bar")[0])
	r.at("part's start", x0, a.at(start), offBy)
	r.at("part's end", x1, a.at(end), 0.25)
	r.looks("", false)
	for _, p := range r.paths("segment-mark") {
		r.holds("a mark of its group", true, r.m.Glyph != "")
		if got := glyphOf(p); got != r.glyph {
			r.Errorf("%s: the scene's part has a %s, the twin's a %s", r.m.ID, got, r.glyph)
		}
	}
}

// point compares a claim of a trend with its whisker, bounds, arrow and mark.
// It may stand aside by so much where another of the same date is.
func (r *reader) point(s span, values, days axis, aside float64) {
	r.Helper()
	only := math.IsNaN(s.best) && s.openLow == s.openHigh
	dots, two := r.paths("dot"), r.paths("end")
	r.holds("two marks", len(two) == 2, only)
	if r.holds("one mark", len(dots) == 1, !only); len(dots)+len(two) == 0 {
		return
	}
	x0, x1, y0, y1 := bounds(append(dots, two...)[0])
	if days.ok {
		r.at("date", (x0+x1)/2, days.at(r.m.number(0)/millis), max(aside, offBy))
	}
	if !only {
		best := s.best
		if math.IsNaN(best) {
			best = s.from
		}
		r.at("mark", (y0+y1)/2, values.at(best), 0.7) // a triangle's middle is a little off its point
	} else {
		_, _, h0, h1 := bounds(two[1])
		r.at("low mark", (y0+y1)/2, values.at(s.from), 0.7)
		r.at("high mark", (h0+h1)/2, values.at(s.to), 0.7)
	}
	for _, p := range r.paths("whisker") {
		_, _, y0, y1 := bounds(p)
		r.at("low end", y1, values.at(s.from), offBy)
		r.at("high end", y0, values.at(s.to), offBy)
	}
	r.upright(s, values)
	for _, p := range r.paths("date-extent") {
		x0, x1, _, _ := bounds(p)
		r.lasts("day", x0, x1, days)
	}
	r.looks(r.glyph, r.m.Approx && !r.m.Superseded)
}

// upright compares the bounds and the arrow of a trend's claim.
func (r *reader) upright(s span, a axis) {
	r.Helper()
	up, down := false, false
	for _, p := range r.paths("arrow") {
		_, y0, _, y1 := ends(p)
		if up, down = up || y1 < y0, down || y1 >= y0; y1 < y0 {
			r.at("arrow", y0, a.at(s.to), offBy)
		} else {
			r.at("arrow", y0, a.at(s.from), offBy)
		}
	}
	r.holds("open upwards", up, s.openHigh)
	r.holds("open downwards", down, s.openLow)
	for i, p := range r.paths("bound") {
		_, _, y, _ := bounds(p)
		want := s.from
		if s.openLow || i == 1 {
			want = s.to
		}
		r.at("bound", y, a.at(want), offBy)
	}
}

// lasts compares the first and the last day, as far as the axis reaches.
func (r *reader) lasts(what string, from, to float64, days axis) {
	r.Helper()
	if days.ok {
		r.at("first "+what, from, min(max(days.at(float64(r.m.Span[0])/millis), r.start), r.end), offBy)
		r.at("last "+what, to, min(max(days.at(float64(r.m.Span[1])/millis), r.start), r.end), offBy)
	}
}

// number returns a number of the item's value; not a number where there is none.
func (m *readMark) number(i int) float64 {
	if v, ok := m.Value[i].(float64); ok {
		return v
	}
	return math.NaN()
}

func (r *reader) span(first int) span {
	at := func(i int) *float64 {
		if v, ok := r.m.Value[i].(float64); ok {
			return &v
		}
		return nil
	}
	return spanOf(at(first), at(first+1), at(first+2))
}
