package chart

import (
	"math"
	"slices"
	"strconv"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/theme"
)

// chooseEvents keeps the events within the period, so many as have room beside each other.
func (g *trendLayout) chooseEvents() {
	g.events = eventsWithin(g.lo, g.hi, slices.Concat(g.trend.Events, g.chart.dated()))
	for len(g.events) > min(maxFlags, int(g.width/(flagSize+2))) {
		g.dropEvent()
	}
}

// shown returns the events of the period that the claims and the author's notes span, by date.
func (t *Trend) shown(c *Chart) []Event {
	lo, hi := t.period(c.dated()...)
	return eventsWithin(lo, hi, t.Events)
}

// eventsWithin returns those of the events that are of a period, by date.
func eventsWithin(lo, hi float64, all []Event) []Event {
	var events []Event
	for _, e := range all {
		if m := e.Date.Middle(); !e.Date.IsZero() && m >= lo && m <= hi {
			events = append(events, e)
		}
	}
	slices.SortStableFunc(events, func(a, b Event) int { return compare(a.Date.Middle(), b.Date.Middle()) })
	return events
}

// dropEvent leaves one event out: of those that are not confirmed the latest, then of the others the latest, and of the
// author's notes only where there is nothing else.
func (g *trendLayout) dropEvent() {
	drop, least := 0, -1
	for i, e := range g.events {
		worth := 0
		switch {
		case e.ID == "":
			worth = 2
		case e.Status == claim.Confirmed:
			worth = 1
		}
		if least < 0 || worth <= least {
			drop, least = i, worth
		}
	}
	g.events = slices.Delete(g.events, drop, drop+1)
	g.lostEvents++
}

// spans shades the time of events that lasted, and marks above the plot how long
// that was and, dotted, between which days an event lies whose day is not known.
func (g *trendLayout) spans() {
	n := 0.0
	for _, e := range g.events {
		from, to := e.bounds()
		x0, x1 := g.px(from), g.px(to)
		if !e.lasted() && e.Date.Precision() == date.Day || x1-x0 < 2 {
			continue
		}
		g.owner = e.ID
		l := look{stroke: theme.Axis, width: 1.4}
		if e.lasted() {
			g.rect("event-span", look{fill: theme.Panel}, x0, g.y0-2, x1-x0, g.y1-g.y0+2)
		} else {
			l.dash = []float64{1.4, 1.4}
		}
		y := g.y0 - 2 + 2.6*math.Mod(n, 3) // those that run together do not cover each other
		g.line("event-span", l, x0, y, x1, y)
		n++
	}
	g.owner = ""
}

// flags numbers the events above the plot, each with a line down at its date.
func (g *trendLayout) flags(top float64) {
	if g.silent {
		for _, e := range g.events {
			g.owner = e.ID
			x := g.px(e.Date.Middle())
			g.line("event", look{stroke: theme.Axis, width: 0.5, dash: []float64{1.5, 1.5}}, x, g.y0-2, x, g.y1)
		}
		g.owner = ""
		return
	}
	want := make([]float64, len(g.events))
	sizes := make([]float64, len(g.events))
	for i, e := range g.events {
		want[i], sizes[i] = g.px(e.Date.Middle()), flagSize+2
	}
	for i, left := range spread(want, sizes, 0, g.width) {
		g.owner = g.events[i].ID
		x, y := left+sizes[i]/2, top-5-flagSize/2-3
		g.line("event", look{stroke: theme.Axis, width: 0.5, dash: []float64{1.5, 1.5}}, x, y+flagSize/2, want[i], top-2, want[i], g.y1)
		g.flag(x, y, i)
	}
	g.owner = ""
}

// flag draws an event's number: dashed round what is planned, struck through what is denied.
func (g *trendLayout) flag(x, y float64, i int) {
	l := look{fill: theme.Paper, stroke: theme.Muted, width: 0.7}
	if g.events[i].Status.Future() {
		l.width, l.dash = 0.9, []float64{1.6, 1.4}
	}
	g.path("flag", l, circle(x, y, flagSize/2))
	if g.events[i].Status == claim.Denied {
		const near, far = flagSize * 0.3, flagSize * 0.46
		for _, d := range []float64{-1, 1} { // the number itself stays clear
			g.line("flag", look{stroke: theme.Muted, width: 1.1}, x+d*near, y-d*near, x+d*far, y-d*far)
		}
	}
	g.text("flag", flagFace, Middle, x, y+flagFace.size*0.36, strconv.Itoa(i+1))
}

// eventLines words the events for the list under the plot.
func (g *trendLayout) eventLines() [][]string {
	var list [][]string
	for _, e := range g.listed() {
		text := clean(e.DateText) + ": " + clean(e.Text)
		if e.Status != claim.Confirmed && e.Status != "" && clean(e.StatusText) != "" {
			text = clean(e.DateText) + " (" + clean(e.StatusText) + "): " + clean(e.Text)
		}
		list = append(list, g.wrap(smallFace, text, g.width-18, 2))
	}
	if g.lostEvents > 0 && !g.silent {
		list = append(list, []string{g.cut(smallFace, g.chart.Language.Count("chart.more.events", g.lostEvents), g.width-18)})
	}
	if n := g.trend.undated(); n > 0 {
		list = append(list, []string{g.cut(smallFace, g.chart.Language.Count("chart.more.undated", n), g.width-18)})
	}
	return list
}

func (g *trendLayout) listHeight(list [][]string) float64 {
	h := 0.0
	for _, lines := range list {
		h += max(float64(len(lines))*smallLead, flagSize) + 2
	}
	return h
}

// listed are the events that are told under this plot.
func (g *trendLayout) listed() []Event {
	if g.silent {
		return nil
	}
	return g.events
}

func (g *trendLayout) listEvents(list [][]string, y float64) {
	for i, lines := range list {
		if i < len(g.listed()) {
			g.owner = g.events[i].ID
			g.flag(flagSize/2+1, y+flagSize/2, i)
		}
		g.lines("event-text", smallFace, Start, 18, y+1, lines)
		y += max(float64(len(lines))*smallLead, flagSize) + 2
		g.owner = ""
	}
}
