package html

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"sitrep/data"
	"sitrep/report/chart"
	"sitrep/report/doc"
	"sitrep/report/lang"
	"sitrep/report/theme"
)

// A readMark is what the page's script reads of an item.
type readMark struct {
	ID, Name, Group, Detail, End, Text, Origin, Status, Meta, Stack, Glyph, Gives string
	Facts                                                                         []string
	Value                                                                         []any
	Span                                                                          []int64
	Approx, Superseded, Lasted                                                    bool
}

// A reading is what the page's script reads of a twin.
type reading struct {
	Kind, Unit, More string
	Log, Read        bool // Read: every axis had ticks enough
	Order            []string
	Links            [][2]int
	Said             []said
	Parties          map[string]string
	Option           struct {
		Series []struct {
			Name       string
			RenderItem string
			ItemStyle  struct{ Color string }
			Data       []*readMark
		}
	}
}

// series is the place of an item's series; -1 where it has none.
func (r *reading) series(m *readMark) int {
	for i, s := range r.Option.Series {
		if slices.Contains(s.Data, m) {
			return i
		}
	}
	return -1
}

func (r *reading) token(m *readMark) theme.Token {
	return theme.Token(strings.TrimSuffix(strings.TrimPrefix(r.Option.Series[r.series(m)].ItemStyle.Color, "var(--"), ")"))
}

// inOrder returns the items as the script orders them, the parts of a bar one after the other.
func (r *reading) inOrder() []*readMark {
	at := map[string]*readMark{}
	for _, s := range r.Option.Series {
		for _, m := range s.Data {
			at[m.ID] = m
		}
	}
	var all []*readMark
	for _, id := range r.Order {
		m := at[id]
		switch {
		case m == nil || slices.Contains(all, m):
		case m.Stack == "":
			all = append(all, m)
		default:
			for _, id := range r.Order {
				if p := at[id]; p != nil && p.Stack == m.Stack {
					all = append(all, p)
				}
			}
		}
	}
	return all
}

// seriesMark names the mark of a series, as chart.js does.
func seriesMark(n int) string {
	return []string{"circle", "square", "diamond", "up", "down", "star", "hourglass", "slab"}[(n+n/8)%8]
}

// TestTwins reads every figure back from its scene and from its option: items
// and their order, texts, colours, marks, and where each mark, end and bound
// stands on the scene's own axis against the numbers and days of the option.
func TestTwins(t *testing.T) {
	tried, read := map[string]int{}, map[string]int{}
	words := map[string]map[string]float64{}
	for name, charts := range twinned(t) {
		for _, c := range charts {
			t.Run(name+"/"+c.ID, func(t *testing.T) {
				if words[c.Language.Tag] == nil {
					words[c.Language.Tag] = numerals(c.Language)
				}
				r := compareTwin(t, c, words[c.Language.Tag])
				if tried[r.Kind]++; r.Read {
					read[r.Kind]++
				}
			})
		}
	}
	t.Logf("tried %v, with the place of each mark on its axis %v", tried, read)
	for _, kind := range []string{"ranges", "bars", "trend", "timeline", "exchange", "map"} {
		if tried[kind] < 40 || read[kind]*6 < tried[kind]*5 {
			t.Errorf("of %d figures of kind %s %d were read", tried[kind], kind, read[kind])
		}
	}
}

func compareTwin(t *testing.T, c *chart.Chart, words map[string]float64) *reading {
	scenes := layout(t, c)
	r, s := read(t, c, scenes), scenes[0]
	unit := append(texts(s, "unit"), &chart.Text{})[0].S
	if r.Kind != "map" && r.Kind != "timeline" && r.Kind != "exchange" && !cutOf(unit, r.Unit) {
		t.Errorf("the scene's unit is %q, the twin's %q", unit, r.Unit)
	}
	switch r.Kind {
	case "ranges", "bars":
		r.board(t, c, s, words)
	case "trend":
		r.trend(t, c, s, words)
	case "timeline":
		r.timeline(t, c, s)
	case "exchange":
		r.exchange(t, s)
		r.Read = true // it has no axis
	case "map":
		r.places(t, c, s, words)
		r.Read = true // its scales are always there
	}
	return r
}

// twinned are the figures that the twins are compared over, by where they are from.
func twinned(t *testing.T) map[string][]*chart.Chart {
	t.Helper()
	gallery, err := os.ReadFile("../../data/gallery.json")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]*chart.Chart{}
	for _, tag := range []string{"en", "es-MX"} {
		l, err := lang.For(tag)
		if err != nil {
			t.Fatal(err)
		}
		all["sample-"+tag] = chartsOf(composed(t, data.Sample, tag).Body)
		all["gallery-"+tag] = chartsOf(composed(t, gallery, tag).Body)
		all["kinds-"+tag] = chartsOf([]doc.Block{figures(t, l)})
		all["hard-"+tag] = chartsOf(hard(t, tag).Body)
		d := dice{rand.New(rand.NewPCG(3, 14)), l}
		for i := range 200 {
			all["random-"+tag] = append(all["random-"+tag], d.chart(i))
		}
	}
	return all
}

func chartsOf(blocks []doc.Block) []*chart.Chart {
	var all []*chart.Chart
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Section:
			all = append(all, chartsOf(b.Blocks)...)
		case *doc.Figure:
			all = append(all, b.Chart)
		}
	}
	return all
}

func layout(t *testing.T, c *chart.Chart) []*chart.Scene {
	t.Helper()
	p := &page{}
	if err := p.prepare(Options{}); err != nil {
		t.Fatal(err)
	}
	return c.Layout(chart.Frame{Width: frameWidth, Theme: p.options.Theme, Fonts: p.options.Fonts})
}

// read makes the twin and reads it as JSON, the way that the page does.
func read(t *testing.T, c *chart.Chart, scenes []*chart.Scene) *reading {
	t.Helper()
	text, err := json.Marshal(newTwin(c, scenes))
	if err != nil {
		t.Fatal(err)
	}
	r := &reading{}
	if err := json.Unmarshal(text, r); err != nil {
		t.Fatal(err)
	}
	return r
}

// An option is pure data: it has no function's source, nor go-echarts' marks of one.
func TestOptionIsData(t *testing.T) {
	for _, b := range figures(t, sample(t).Language).Blocks {
		c := b.(*doc.Figure).Chart
		text, err := json.Marshal(newTwin(c, nil))
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range []string{"__f__", "function", "=>", "<", ">"} {
			if strings.Contains(string(text), code) {
				t.Errorf("%s: the option holds %q", c.ID, code)
			}
		}
	}
}
