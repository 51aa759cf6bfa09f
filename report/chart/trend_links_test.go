package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"sitrep/report/claim"
)

// TestLinks holds where a trend's lines are broken.
func TestLinks(t *testing.T) {
	l := language(t, "en")
	months := func(origin string, dates ...string) (all []said) {
		for i, d := range dates {
			all = append(all, said{id: fmt.Sprint(origin, i), origin: origin, date: d, best: float64(10 + i), status: "claimed"})
		}
		return all
	}
	steady := months("x", "2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01")
	with := func(i int, change func(c *said)) []said {
		all := slices.Clone(steady)
		change(&all[i])
		return all
	}
	for _, c := range []struct {
		name   string
		claims []said
		want   string
	}{
		{"one after the other", steady, "0-1 1-2 2-3"},
		{"a long silence", months("x", "2020-01-01", "2020-02-01", "2025-02-01"), "0-1"},
		{"a silence beside another's rhythm", append(months("x", "2024-01-01", "2024-12-01"), months("y", "2024-01-01", "2024-02-01", "2024-03-01")...), "2-3 3-4"},
		{"two alone", months("x", "2020-01-01", "2025-02-01"), "0-1"},
		{"every year", months("x", "2020", "2021", "2022", "2024"), "0-1 1-2 2-3"},
		{"a bound", with(1, func(c *said) { c.best, c.low = 0, 10 }), "2-3"},
		{"a range", with(1, func(c *said) { c.best, c.low, c.high = 0, 10, 12 }), "2-3"},
		{"a denial", with(3, func(c *said) { c.status = "denied" }), "0-1 1-2"},
		{"another place", with(3, func(c *said) { c.detail = "elsewhere" }), "0-1 1-2"},
	} {
		var got []string
		for _, k := range (&Trend{Rows: rowsOf(l, "", c.claims)}).Links() {
			got = append(got, fmt.Sprintf("%d-%d", k[0], k[1]))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
	rows := rowsOf(l, "", steady)
	rows[1].Superseded = true
	if got := (&Trend{Rows: rows}).Links(); fmt.Sprint(got) != "[[0 2] [2 3]]" {
		t.Errorf("the line goes through what was superseded: %v", got)
	}
}

// TestBeside holds that marks of one date stand beside each other, about their
// date, that none passes an event's line, and that the key says so where one leaves its date.
func TestBeside(t *testing.T) {
	l := language(t, "en")
	event := func(when string) Event {
		e := eventsOf(l)[0]
		e.Date = rowsOf(l, "", []said{{date: when}})[0].Date
		return e
	}
	for _, c := range []struct {
		origins int
		event   Event
		told    bool
	}{{1, Event{}, false}, {2, Event{}, false}, {4, Event{}, true}, {4, event("2024-03-17"), true}, {2, event("2024-03-15"), false}} {
		var claims []said
		for i := range c.origins {
			claims = append(claims, said{id: fmt.Sprint("m", i), origin: fmt.Sprint("o", i), date: "2024-03-15", best: 100, status: "claimed"})
		}
		claims = append(claims, said{id: "first", origin: "z", date: "2024-03-01", best: 500, status: "claimed"}, said{id: "last", origin: "z", date: "2024-03-31", best: 500, status: "claimed"})
		p := &Trend{Rows: rowsOf(l, "", claims)}
		if !c.event.Date.IsZero() {
			p.Events = []Event{c.event}
		}
		s := (&Chart{Language: l, Plot: p}).Layout(Frame{Width: 490, Fonts: fonts(t)})[0]
		at, line := middles(s)
		true0 := (at["first"]*16 + at["last"]*14) / 30
		mean := 0.0
		for i := range c.origins {
			x := at[fmt.Sprint("m", i)]
			mean += x / float64(c.origins)
			for k := range i {
				if math.Abs(x-at[fmt.Sprint("m", k)]) < 2*markRadius-0.1 {
					t.Errorf("%d marks: two at %v", c.origins, x)
				}
			}
			if line > true0+1 && x >= line-markRadius/2 {
				t.Errorf("a mark of 15 March stands at %v, an event of the 17th at %v", x, line)
			}
		}
		if line == 0 && math.Abs(mean-true0) > 0.3 {
			t.Errorf("%d marks stand about %v, their date is at %v", c.origins, mean, true0)
		}
		texts, _, _ := keyOf(s)
		if told := slices.Contains(texts, l.Say("chart.key.beside")); told != c.told {
			t.Errorf("%d marks, event %v: the key tells it: %v", c.origins, c.event.Date, told)
		}
	}
}

// middles returns where the marks of a trend stand, by owner, and the line of its event.
func middles(s *Scene) (at map[string]float64, line float64) {
	at = map[string]float64{}
	for _, sh := range s.Shapes {
		if p, ok := sh.(*Path); ok && p.Role == "dot" {
			b := pathBoxes(p)[0]
			at[p.Owner] = (b.x0 + b.x1) / 2
		} else if ok && p.Role == "event" {
			line = p.Segments[len(p.Segments)-1].Points[0]
		}
	}
	return at, line
}

// TestEventStatus holds that an event on a trend tells its status, in words and
// by its flag, and that one which lasted shows how long.
func TestEventStatus(t *testing.T) {
	l := language(t, "en")
	rows := rowsOf(l, "", []said{{id: "a", origin: "x", date: "2024-01-01", best: 1, status: "claimed"}, {id: "b", origin: "x", date: "2024-12-31", best: 2, status: "claimed"}})
	day := func(s string) Row { return rowsOf(l, "", []said{{date: s}})[0] }
	p := &Trend{Rows: rows}
	for _, st := range []string{"confirmed", "planned", "denied"} {
		d := day("2024-03-01")
		p.Events = append(p.Events, Event{ID: st, Date: d.Date, DateText: d.DateText, Text: "Text", Status: claim.Status(st), StatusText: st})
	}
	p.Events[0].Until = day("2024-06-01").Date
	text, flags, spans := map[string]string{}, map[string]string{}, map[string]int{}
	for _, sh := range (&Chart{Language: l, Plot: p}).Layout(Frame{Width: 490, Fonts: fonts(t)})[0].Shapes {
		switch sh := sh.(type) {
		case *Text:
			if sh.Role == "event-text" {
				text[sh.Owner] = sh.S
			}
		case *Path:
			if sh.Role == "flag" {
				flags[sh.Owner] += fmt.Sprint(len(sh.Dash), " ")
			}
			if sh.Role == "event-span" {
				spans[sh.Owner]++
			}
		}
	}
	for id, want := range map[string]string{"confirmed": "1 Mar 2024: Text", "planned": "1 Mar 2024 (planned): Text", "denied": "1 Mar 2024 (denied): Text"} {
		if text[id] != want {
			t.Errorf("%q, want %q", text[id], want)
		}
	}
	if flags["confirmed"] == flags["planned"] || flags["confirmed"] == flags["denied"] || flags["planned"] == flags["denied"] {
		t.Errorf("flags %v", flags)
	}
	if spans["confirmed"] != 2 || len(spans) != 1 {
		t.Errorf("spans %v", spans)
	}
}
