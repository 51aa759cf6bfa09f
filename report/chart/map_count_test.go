package chart

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// TestMapCounts: what is named neither on the map nor under it is counted by places, not by marks that several share.
func TestMapCounts(t *testing.T) {
	m := &Map{}
	for i := range 60 {
		name := fmt.Sprintf("Q%02dQ", i)
		m.Places = append(m.Places, Place{ID: name, Name: name, Lat: 48 + float64(i/2)*0.05, Lon: 30 + float64(i/2%6)*0.3 + float64(i%2)*0.001,
			Rows: []Row{{ID: name, Detail: "shelled", Label: "Ministry", Status: "reported"}}})
	}
	l := language(t, "en")
	sc := (&Chart{Language: l, Plot: m}).Layout(Frame{Width: 490, MaxHeight: 420, Fonts: fonts(t)})
	named, more := map[string]bool{}, 0
	for _, x := range append(textsOf(sc, "label"), textsOf(sc, "more")...) {
		for _, name := range regexp.MustCompile(`Q\d\dQ`).FindAllString(x, -1) {
			named[name] = true
		}
		for _, part := range strings.Split(x, " — ") {
			n := 0
			if _, err := fmt.Sscanf(part, "%d more place", &n); err == nil {
				more += n
			}
		}
	}
	if more == 0 || len(named)+more != 60 {
		t.Errorf("%d places are named and %d counted, of 60", len(named), more)
	}
}
