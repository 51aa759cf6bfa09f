package chart

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/theme"
)

// The measures of a timeline, in points.
const (
	railX     = 41.0 // the rail, true to time, where nothing runs side by side
	laneStep  = 6.5  // between spans that run side by side
	lanes     = 3    // as many spans side by side; further ones share the last lane
	dateWidth = 68.0
	entryPad  = 7.0
)

// A timelineLayout is a timeline being laid out.
type timelineLayout struct {
	pen
	chart   *Chart
	frame   Frame
	narrow  bool
	width   float64
	rail    float64 // where the time axis stands
	lanes   int     // for spans, the rail's own included
	markX   float64 // of the mark before each entry
	textX   float64 // of its date
	entries []entry
	legend  []sample
	least   float64 // days: a month or year that is shorter is a point on the rail
}

// An entry is an event with its text in lines.
type entry struct {
	event  *Event
	date   []string
	text   []string
	meta   []string
	note   []string // the author's words
	height float64
}

func (t *Timeline) layout(c *Chart, f Frame) []*Scene {
	s := &timelineLayout{pen: pen{fonts: f.Fonts}, chart: c, frame: f, width: max(f.Width, narrowest)}
	s.narrow = s.width < wideFrom
	events := t.sorted()
	s.least = 0.008 * duration(events)
	s.lanes = s.laneCount(events)
	s.rail = railX + float64(s.lanes-1)*laneStep
	s.markX, s.textX = s.rail+28, s.rail+38
	if s.narrow {
		s.markX, s.textX = s.rail+17, s.rail+26
	}
	s.enter(events)
	s.legend = s.samples()
	return s.paginate()
}

// sorted returns the events by date; those of one date keep their order.
func (t *Timeline) sorted() []Event {
	events := slices.Clone(t.Events)
	slices.SortStableFunc(events, func(a, b Event) int { return a.Date.Compare(b.Date) })
	return events
}

// enter breaks the texts into lines.
func (s *timelineLayout) enter(events []Event) {
	textX, dateRoom := s.textX, s.width-s.textX
	if !s.narrow {
		textX, dateRoom = s.textX+dateWidth, dateWidth-6
	}
	for i := range events {
		e := &events[i]
		n := entry{event: e, date: s.dates(e.DateText, dateRoom), text: s.wrap(bodyFace, e.Text, s.width-textX, 6)}
		n.meta = s.wrap(smallFace, join(" · ", e.Origin, e.StatusText, e.Grade), s.width-textX, 3)
		if note := s.chart.note(e.ID); note != "" {
			n.note = s.wrap(noteFace, note, s.width-textX, 4)
		}
		texts := float64(len(n.text))*bodyLead + float64(len(n.meta)+len(n.note))*smallLead
		dates := float64(len(n.date)) * bodyLead
		if s.narrow {
			n.height = dates + texts + s.frame.pad(entryPad)
		} else {
			n.height = max(dates, texts) + s.frame.pad(entryPad)
		}
		s.entries = append(s.entries, n)
	}
}

// dates breaks a date, and a span before its dash.
func (s *timelineLayout) dates(text string, room float64) []string {
	if s.measure(dateFace, clean(text)) > room {
		text = strings.Replace(text, " – ", " –\u00a0", 1)
	}
	return s.wrap(dateFace, text, room, 0)
}

// join puts a mark between the texts that are not empty.
func join(mark string, texts ...string) string {
	var some []string
	for _, t := range texts {
		if t = clean(t); t != "" {
			some = append(some, t)
		}
	}
	return strings.Join(some, mark)
}

// samples explains the marks that the events use.
func (s *timelineLayout) samples() []sample {
	var key []sample
	uses := func(f func(e *Event) bool) bool {
		return slices.ContainsFunc(s.entries, func(n entry) bool { return f(n.event) })
	}
	for _, st := range claim.Statuses() {
		if uses(func(e *Event) bool { return e.Status == st }) {
			key = append(key, statusSample(st, s.chart.Language.Say("status."+string(st))))
		}
	}
	extent := func(l look) func(p *pen, x, y float64) {
		return func(p *pen, x, y float64) { p.rect("key", l, x-7, y-2, 14, 4) }
	}
	if uses((*Event).lasted) {
		key = append(key, sample{text: s.chart.Language.Say("chart.key.span"), width: 15,
			draw: extent(look{fill: theme.Muted, stroke: theme.Muted, width: 0.8})})
	}
	if uses(func(e *Event) bool { return !e.lasted() && s.extended(e) }) {
		key = append(key, sample{text: s.chart.Language.Say("chart.key.imprecise"), width: 15,
			draw: extent(look{fill: theme.Paper, stroke: theme.Muted, width: 0.8})})
	}
	return key
}

// lasted reports whether the event was a span.
func (e *Event) lasted() bool { return !e.Until.IsZero() && e.Until != e.Date }

// paginate fills page after page; each holds at least one entry.
func (s *timelineLayout) paginate() []*Scene {
	head := (&pen{fonts: s.fonts, dry: true}).key(s.legend, s.width)
	var scenes []*Scene
	for i := 0; i < len(s.entries); {
		j, h, limit := i, head+4, s.frame.limit(len(scenes))
		for j < len(s.entries) && (j == i || limit <= 0 || h+s.entries[j].height <= limit) {
			h += s.entries[j].height
			j++
		}
		scenes = append(scenes, s.page(s.entries[i:j], h))
		i = j
	}
	if scenes == nil {
		scenes = []*Scene{s.page(nil, head+10)}
	}
	return scenes
}

// page draws the rail, true to time, and the entries beside it: each as near to
// its place in time as the others leave room, and joined to it by a line.
func (s *timelineLayout) page(entries []entry, height float64) *Scene {
	top := s.key(s.legend, s.width)
	r := newRail(entries, top+4, height-4)
	s.axis(r, entries)
	want, heights := make([]float64, len(entries)), make([]float64, len(entries))
	for i, n := range entries {
		want[i], heights[i] = r.y(float64(n.event.Date.First())), n.height
	}
	for i, y := range spread(want, heights, top+2, height-2) {
		s.entry(r, entries[i], y)
	}
	s.owner = ""
	scene := s.scene(s.width, height)
	s.shapes = nil
	return scene
}

// A rail is the time axis of one page.
type rail struct{ lo, hi, y0, y1 float64 }

func newRail(entries []entry, y0, y1 float64) rail {
	r := rail{math.Inf(1), math.Inf(-1), y0 + 6, y1 - 6}
	for _, n := range entries {
		if n.event.Date.IsZero() {
			continue
		}
		from, to := n.event.bounds()
		r.lo, r.hi = min(r.lo, from), max(r.hi, to)
	}
	if r.lo > r.hi {
		r.lo, r.hi = 0, 1
	}
	if r.hi-r.lo < 1 {
		r.hi = r.lo + 1
	}
	return r
}

// bounds returns the first day that an event may cover and the last.
func (e *Event) bounds() (from, to float64) {
	if e.lasted() {
		return float64(e.Date.First()), math.Max(float64(e.Until.Last()), float64(e.Date.First()))
	}
	return float64(e.Date.First()), float64(e.Date.Last())
}

func (r rail) y(day float64) float64 {
	return r.y0 + clamp((day-r.lo)/(r.hi-r.lo), 0, 1)*(r.y1-r.y0)
}

// axis draws the rail, its dates, and what lasted or is known only to the month or year.
func (s *timelineLayout) axis(r rail, entries []entry) {
	if r.hi-r.lo <= 1 { // one day: its date stands beside it
		return
	}
	s.line("axis", look{stroke: theme.Axis, width: 0.8}, s.rail, r.y0, s.rail, r.y1)
	end := math.Inf(-1)
	for _, t := range timeTicks(s.chart.Language, r.lo, r.hi, int(clamp((r.y1-r.y0)/22, 2, 14))) {
		y, text := r.y(t.day), join(" ", t.label, t.sub)
		if d := date.FromDays(int(t.day)); t.sub != "" && d.Day == 1 && (d.Month == 1 || strings.Contains(t.sub, " ")) {
			text = t.sub // "2025" for January, "oct 2024" for its first day
		}
		lines := []string{text}
		if s.measure(smallFace, text) > railX-3.5 { // its month and year under the day, or over it at the foot
			lines = []string{t.label, t.sub}
		}
		top := min(y-smallLead/2, r.y1+smallLead/2-float64(len(lines))*smallLead)
		if y-smallSize*0.4 < end || top < end-3 {
			continue
		}
		s.line("tick-mark", look{stroke: theme.Axis, width: 0.6}, s.rail-3, y, s.rail, y)
		for i, line := range lines {
			s.text("tick", smallFace, Start, 0, top+float64(i)*smallLead+smallFace.base(), s.cut(smallFace, line, railX-3.5))
		}
		end = top + float64(len(lines))*smallLead
	}
	s.spans(r, entries)
}

// lanePacking are the lanes in which spans run side by side: where each is free again.
type lanePacking struct {
	ends  [lanes]float64
	used  int
	limit int // further spans share the last lane
}

// lane returns the first lane that is free from a place on, and takes it.
func (s *lanePacking) lane(from, to float64) int {
	n := 0
	for n < min(s.used, s.limit-1) && s.ends[n] > from {
		n++
	}
	s.used = max(s.used, n+1)
	s.ends[n] = to
	return n
}

// laneCount returns how many lanes the events need, at least one.
func (s *timelineLayout) laneCount(events []Event) int {
	side := lanePacking{used: 1, limit: lanes}
	for i := range events {
		if e := &events[i]; s.extended(e) {
			from, to := e.bounds()
			side.lane(from, to+60) // about what two points are on a page of years
		}
	}
	return side.used
}

// extended reports whether the event covers more than a day, or may, and so much of the rail that it can be seen.
func (s *timelineLayout) extended(e *Event) bool {
	if e.Date.IsZero() || e.lasted() {
		return e.lasted() && !e.Date.IsZero()
	}
	from, to := e.bounds()
	return e.Date.Precision() < date.Day && to-from >= s.least
}

// duration returns the days from the first event to the end of the last.
func duration(events []Event) float64 {
	lo, hi := math.Inf(1), math.Inf(-1)
	for i := range events {
		if !events[i].Date.IsZero() {
			from, to := events[i].bounds()
			lo, hi = min(lo, from), max(hi, to)
		}
	}
	return max(hi-lo, 0)
}

// spans draws the times that events cover, side by side where they run together.
func (s *timelineLayout) spans(r rail, entries []entry) {
	taken := lanePacking{limit: s.lanes}
	for _, n := range entries {
		if !s.extended(n.event) {
			continue
		}
		from, to := n.event.bounds()
		y0, y1 := r.y(from), r.y(to)
		lane := taken.lane(y0, y1+2)
		s.owner = n.event.ID
		t := StatusToken(n.event.Status)
		l := look{fill: theme.Paper, stroke: t, width: 0.8}
		switch {
		case n.event.Status.Future() && y1-y0 > 8: // a shorter one would be all corners
			l.dash = []float64{2.4, 1.8}
		case n.event.lasted() && !n.event.Status.Future():
			l.fill = t
		}
		x := s.rail - float64(lane)*laneStep
		s.rect("span", l, x-2, y0, 4, max(y1-y0, 3))
	}
	s.owner = ""
}

// entry draws an event's text, its mark, and the line to its place in time.
func (s *timelineLayout) entry(r rail, n entry, y float64) {
	s.owner = n.event.ID
	t := StatusToken(n.event.Status)
	line := y + s.frame.pad(entryPad)/2 + bodyLead/2
	if !n.event.Date.IsZero() {
		at := r.y(float64(n.event.Date.First()))
		s.path("leader", look{stroke: theme.Rule, width: 0.7}, []Segment{{'M', []float64{s.rail, at}},
			{'C', []float64{(s.rail + s.markX) / 2, at, (s.rail + s.markX) / 2, line, s.markX - 5, line}}})
		s.path("rail-dot", look{fill: t, stroke: theme.Paper, width: 0.5}, circle(s.rail, at, 2))
	}
	s.dot("dot", statusGlyph(n.event.Status), t, state{status: n.event.Status}, s.markX, line, markRadius)
	s.lines("date", dateFace, Start, s.textX, y+s.frame.pad(entryPad)/2, n.date)
	x, top := s.textX+dateWidth, y+s.frame.pad(entryPad)/2
	if s.narrow {
		x, top = s.textX, top+float64(len(n.date))*bodyLead
	}
	s.lines("label", bodyFace, Start, x, top, n.text)
	s.lines("meta", smallFace, Start, x, top+float64(len(n.text))*bodyLead, n.meta)
	s.lines("note", noteFace, Start, x, top+float64(len(n.text))*bodyLead+float64(len(n.meta))*smallLead, n.note)
}

func (t *Timeline) table(c *Chart) Table {
	l := c.Language
	events := t.sorted()
	out := Table{Head: []string{l.Say("column.date"), l.Say("column.event"), l.Say("column.origin"), l.Say("column.status"),
		l.Say("column.grade"), l.Say("column.sources")}}
	out.Numeric = make([]bool, len(out.Head))
	for _, e := range events {
		out.Rows = append(out.Rows, []string{e.DateText, e.Text, e.Origin, e.StatusText, e.Grade, e.Sources})
		out.IDs = append(out.IDs, e.ID)
		out.Values = append(out.Values, &Values{Date: e.Date.String(), Until: e.Until.String()})
	}
	return out.trim()
}

func (t *Timeline) alt(c *Chart) string {
	l, events := c.Language, t.sorted()
	if len(events) == 0 {
		return l.Say("chart.alt.empty")
	}
	first, last := events[0], events[len(events)-1]
	var dates []Row // of which only the dates are read
	for _, e := range events {
		dates = append(dates, Row{Date: e.Date}, Row{Date: e.Until})
	}
	said := []string{l.Say("chart.alt.timeline", l.Count("chart.events", len(events)), period(c, dates)) + "."}
	when := func(e Event) string { return join(", ", clean(e.DateText), e.unsure()) }
	said = append(said, l.Say("chart.alt.first", shortened(first.Text), when(first))+".")
	if len(events) > 1 {
		said = append(said, l.Say("chart.alt.last", shortened(last.Text), when(last))+".")
	}
	return within(said)
}

// unsure names the status of an event that a sentence cannot tell as it is; else it is empty.
func (e *Event) unsure() string {
	if e.Status.Plain() {
		return ""
	}
	return clean(e.StatusText)
}

// shortened is the beginning of a text, of sixteen words at most.
func shortened(s string) string {
	const most = 16
	words := strings.Fields(clean(s))
	if len(words) <= most {
		return sentence(s)
	}
	return strings.TrimRight(strings.Join(words[:most], " "), ".,;: ") + "…"
}

// sentence takes the full stop off a text that goes on.
func sentence(s string) string { return strings.TrimRight(clean(s), ". ") }
