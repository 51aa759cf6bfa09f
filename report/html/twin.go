package html

import (
	"math"
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"sitrep/report/chart"
	"sitrep/report/theme"
)

// A twin is what page.js makes a chart's interactive twin from.
type twin struct {
	Kind     string            `json:"kind"` // ranges, trend, bars, timeline, exchange
	Language string            `json:"language"`
	Unit     string            `json:"unit,omitempty"`   // as it stands over the axis
	Said     []said            `json:"said,omitempty"`   // what the chart says of its groups
	More     string            `json:"more,omitempty"`   // what the chart says of events that it leaves out
	Links    [][2]int          `json:"links,omitempty"`  // a trend: the rows that lines join, as indices into Order
	Scales   []scale           `json:"scales,omitempty"` // the words of large numbers, the largest first
	Months   string            `json:"months,omitempty"` // short names, for an axis of time
	Log      bool              `json:"log,omitempty"`
	Order    []string          `json:"order"`             // ids of the items as the figure shows them
	Parties  map[string]string `json:"parties,omitempty"` // exchange: names by id
	Option   map[string]any    `json:"option"`            // the option of ECharts: pure data
}

// A said is what a chart says of a group of rows: that their ranges overlap, or
// do not. Band is what they share, which is shaded: low and high, null where it
// is open; empty where nothing is shaded.
type said struct {
	Group string `json:"group,omitempty"`
	Text  string `json:"text"`
	Band  []any  `json:"band,omitempty"`
}

// A mark is one item of a series. Its Value holds the numbers and places;
// a number that was not given is null. What else it has, page.js writes at the mark.
type mark struct {
	opts.CustomData
	ID         string   `json:"id"`
	Group      string   `json:"group,omitempty"`
	Detail     string   `json:"detail,omitempty"`
	End        string   `json:"end,omitempty"`    // what stands at the row's end: date and grade
	Text       string   `json:"text,omitempty"`   // the value as shown
	Origin     string   `json:"origin,omitempty"` // shown name, to filter by
	Status     string   `json:"status,omitempty"`
	Approx     bool     `json:"approx,omitempty"`
	Superseded bool     `json:"superseded,omitempty"`
	Lasted     bool     `json:"lasted,omitempty"` // an event that was a span
	Meta       string   `json:"meta,omitempty"`   // an event's small line: origin, status, grade
	Stack      string   `json:"stack,omitempty"`  // the bar that it is a part of
	Glyph      string   `json:"glyph,omitempty"`  // the mark in a part of a bar
	Facts      []string `json:"facts,omitempty"`  // ids of the rows that a place stands for
	Gives      string   `json:"gives,omitempty"`  // a flow's heading: who gives to whom
	Span       []int64  `json:"span,omitempty"`   // first and last moment that an imprecise date may mean
}

// A paint is how page.js draws a series; it stands in the option's renderItem.
type paint string

// newTwin builds the twin; scenes are the chart's own, for what they say of it.
func newTwin(c *chart.Chart, scenes []*chart.Scene) *twin {
	t := &twin{Language: c.Language.Tag, Unit: c.Language.Cap(c.Unit), Said: statements(scenes), Order: c.Table().IDs}
	switch p := c.Plot.(type) {
	case *chart.Ranges:
		t.Kind, t.Log, t.Option = "ranges", p.Log, boardOption(c, "range", p.Rows)
		t.words(c, p.Rows, false)
		t.shade(c, p.Rows)
	case *chart.Bars:
		t.Kind, t.Log, t.Option = "bars", p.Log, barsOption(c, p)
		t.words(c, p.Rows, false)
		if p.Log {
			t.Kind = "ranges" // without a zero there is no bar to draw: marks alone
		}
	case *chart.Trend:
		t.Kind, t.Log, t.More, t.Option = "trend", p.Log, leftOut(scenes), trendOption(c, p)
		t.Order = t.Order[:len(p.Rows)] // the table tells the events, too
		t.Links = p.Links()
		t.words(c, p.Rows, true)
	case *chart.Timeline:
		t.Kind, t.Option = "timeline", timelineOption(c, p)
		t.words(c, nil, true)
	case *chart.Exchange:
		t.Kind, t.Parties, t.Option = "exchange", partyNames(p), exchangeOption(c, p, t.Order)
	case *chart.Map:
		t.Kind, t.Option = "map", mapOption(c, p)
		t.Order = nil
		for i := range p.Places {
			t.Order = append(t.Order, p.Places[i].ID)
		}
	default:
		return nil
	}
	if t.Log {
		t.Unit = c.Language.Cap(join(", ", c.Unit, c.Language.Say("chart.log")))
	}
	return t
}

// statements reads from the scenes what they say of each group, in as many lines as it takes there.
func statements(scenes []*chart.Scene) []said {
	var all []said
	for _, s := range scenes {
		group := ""
		for _, shape := range s.Shapes {
			t, ok := shape.(*chart.Text)
			switch {
			case !ok:
			case t.Role == "group":
				group = t.S
			case t.Role == "statement" && len(all) > 0 && all[len(all)-1].Group == group:
				all[len(all)-1].Text += " " + t.S
			case t.Role == "statement":
				all = append(all, said{Group: group, Text: t.S})
			}
		}
	}
	return all
}

// leftOut reads from the scenes what a trend says of the events that had no room.
func leftOut(scenes []*chart.Scene) string {
	for _, s := range scenes {
		for _, shape := range s.Shapes {
			if t, ok := shape.(*chart.Text); ok && t.Role == "event-text" && t.Owner == "" {
				return t.S
			}
		}
	}
	return ""
}

// shade adds to what is said of each group what its ranges share.
func (t *twin) shade(c *chart.Chart, rows []chart.Row) {
	for i := range t.Said {
		var group []chart.Row
		for _, r := range rows {
			if t.Said[i].Group == "" || r.Group == t.Said[i].Group {
				group = append(group, r)
			}
		}
		if low, high, shaded := chart.Shared(c, group); shaded {
			t.Said[i].Band = []any{given(&low), given(&high)}
		}
	}
}

// A scale is a word for large numbers: from By on, that are counted in it.
type scale struct {
	By    float64 `json:"by"`
	One   string  `json:"one"`   // " million", after 1
	Other string  `json:"other"` // after any other number
}

// words gives the twin what its axes say in the chart's language: the short
// months, and of large numbers the words that its values reach.
func (t *twin) words(c *chart.Chart, rows []chart.Row, dated bool) {
	l := c.Language
	if dated {
		months := make([]string, 12)
		for i := range months {
			months[i] = l.MonthShort(i + 1)
		}
		t.Months = strings.Join(months, " ")
	}
	for _, by := range []float64{1e12, 1e9, 1e6} {
		one, isWord := strings.CutPrefix(l.Large(by), l.Number(1)+" ")
		reached := slices.ContainsFunc(rows, func(r chart.Row) bool {
			return slices.ContainsFunc([]*float64{r.Low, r.Best, r.High}, func(v *float64) bool { return v != nil && 10*math.Abs(*v) >= by })
		})
		if isWord && reached { // an axis reaches further than its values
			t.Scales = append(t.Scales, scale{by, " " + one, strings.TrimPrefix(l.Large(2*by), l.Number(2))})
		}
	}
}

// frame makes an empty chart in the theme's colours. It has no axes of the
// engine's: its ticks are others than the picture's, so the script draws them.
func frame(c *chart.Chart) *charts.Custom {
	e := charts.NewCustom()
	e.ChartID = c.ID
	e.SetGlobalOptions(charts.WithAnimation(false), charts.WithTooltipOpts(opts.Tooltip{Trigger: "item"}))
	return e
}

// colour names a token of the theme; page.js resolves it to the colour of the reader's scheme.
func colour(t theme.Token) string { return "var(--" + string(t) + ")" }

// drawn sets a series' paint and colour and its items.
func drawn(by paint, t theme.Token, items []mark) charts.SeriesOpts {
	return charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Data = items
		if by != "" {
			s.RenderItem = types.FuncStr(by)
		}
		s.ItemStyle = &opts.ItemStyle{Color: colour(t)}
	})
}

func done(e *charts.Custom) map[string]any {
	e.Validate()
	option := e.JSON()
	for _, part := range []string{"color", "legend", "title", "toolbox", "xAxis", "yAxis"} {
		delete(option, part) // the page has them outside the canvas, or the script draws them
	}
	return option
}

// given returns a number for an option; nil where there is none that JSON could carry.
func given(v *float64) any {
	if v == nil || math.IsNaN(*v) || math.IsInf(*v, 0) {
		return nil
	}
	return *v
}
