package chart

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// TestOutline holds that an outlined figure has no text, that the outline of each
// letter is written once, that each letter shown uses one, and that nothing outside is referred to.
func TestOutline(t *testing.T) {
	l, f := language(t, "es-MX"), fonts(t)
	s := gallery(l)["ranges"].Poster(Frame{Width: 490, Theme: plain(t), Fonts: f})
	svg := string(s.SVG(SVGOptions{Theme: plain(t), Outline: f}))
	wellFormed(t, []byte(svg))
	letters, distinct := 0, map[string]bool{}
	for _, sh := range s.Shapes {
		x, ok := sh.(*Text)
		if !ok {
			continue
		}
		for _, r := range x.S {
			if strings.TrimSpace(string(r)) != "" {
				letters++
				distinct[fmt.Sprint(x.Bold, x.Italic, string(r))] = true
			}
		}
	}
	defined := regexp.MustCompile(`<path id="(g\d+)" d="[^"]+"/>`).FindAllStringSubmatch(svg, -1)
	known := map[string]bool{}
	for _, d := range defined {
		known[d[1]] = true
	}
	uses := regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(svg, -1)
	for _, u := range uses {
		if !known[strings.TrimPrefix(u[1], "#")] {
			t.Fatalf("%s is used and not there", u[1])
		}
	}
	if len(defined) != len(known) || len(defined) != len(distinct) || len(uses) != letters || strings.Contains(svg, "<text") {
		t.Errorf("%d outlines for %d letters, %d uses of %d", len(defined), len(distinct), len(uses), letters)
	}
	if len(svg) > 80_000 {
		t.Errorf("%d bytes for eleven rows", len(svg))
	}
}

// TestRail holds that a timeline's first date bears its month and year, and that
// what is said of an event is never cut.
func TestRail(t *testing.T) {
	l := language(t, "en")
	long := strings.Repeat("Joint Commission for the Counting of Birds ", 3)
	var events []Event
	for _, d := range []string{"2025-03-16", "2025-03-20"} {
		r := rowsOf(l, "", []said{{date: d}})[0]
		events = append(events, Event{ID: d, Date: r.Date, DateText: r.DateText, Text: "Text", Status: "claimed", StatusText: "claimed", Grade: "B2", Origin: strings.TrimSpace(long)})
	}
	for _, width := range []float64{280, 490} {
		var ticks, meta []string
		for _, sh := range (&Chart{Language: l, Plot: &Timeline{Events: events}}).Layout(Frame{Width: width, Fonts: fonts(t)})[0].Shapes {
			if x, ok := sh.(*Text); ok && x.Role == "tick" {
				ticks = append(ticks, x.S)
			} else if ok && x.Role == "meta" && x.Owner == events[0].ID {
				meta = append(meta, x.S)
			}
		}
		if first := strings.Join(ticks[:min(2, len(ticks))], " "); !strings.Contains(first, "Mar 2025") {
			t.Errorf("%v wide: the axis says %q", width, ticks)
		}
		if want := join(" · ", long, "claimed", "B2"); strings.Join(meta, " ") != want {
			t.Errorf("%v wide: %q, want %q", width, meta, want)
		}
	}
}
