package html

import (
	"math"

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
	Unit     string            `json:"unit,omitempty"` // as it stands over the axis
	Said     []said            `json:"said,omitempty"` // what the chart says of its groups
	More     string            `json:"more,omitempty"` // what the chart says of events that it leaves out
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
		t.Kind, t.Log, t.Option = "ranges", p.Log, boardOption(c, "range", p.Rows, p.Log)
		t.shade(c, p.Rows)
	case *chart.Bars:
		t.Kind, t.Log, t.Option = "bars", p.Log, barsOption(c, p)
	case *chart.Trend:
		t.Kind, t.Log, t.More, t.Option = "trend", p.Log, leftOut(scenes), trendOption(c, p)
		t.Order = t.Order[:len(p.Rows)] // the table tells the events, too
	case *chart.Timeline:
		t.Kind, t.Option = "timeline", timelineOption(c, p)
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

// statements reads from the scenes what they say of each group.
func statements(scenes []*chart.Scene) []said {
	var all []said
	seen := map[string]bool{}
	group := ""
	for _, s := range scenes {
		for _, shape := range s.Shapes {
			t, ok := shape.(*chart.Text)
			switch {
			case !ok:
			case t.Role == "group":
				group = t.S
			case t.Role == "statement" && !seen[group]:
				seen[group] = true
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

// frame makes an empty chart with its axes, in the theme's colours.
func frame(c *chart.Chart, x opts.XAxis, y opts.YAxis) *charts.Custom {
	e := charts.NewCustom()
	e.ChartID = c.ID
	var palette opts.Colors
	for i := range theme.SeriesCount {
		palette = append(palette, colour(theme.Series(i)))
	}
	x.AxisLabel, y.AxisLabel = axisLabel(), axisLabel()
	line := &opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: colour(theme.Grid)}}
	if x.Type != "category" {
		x.SplitLine = line
	}
	if y.Type != "category" {
		y.SplitLine = line
	}
	e.SetGlobalOptions(charts.WithXAxisOpts(x), charts.WithYAxisOpts(y), charts.WithColorsOpts(palette), charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{Trigger: "item"}))
	return e
}

func axisLabel() *opts.AxisLabel { return &opts.AxisLabel{Color: colour(theme.Muted), FontSize: 11} }

// colour names a token of the theme; page.js resolves it to the colour of the reader's scheme.
func colour(t theme.Token) string { return "var(--" + string(t) + ")" }

// drawn sets a series' paint and colour and its items.
func drawn(by paint, t theme.Token, items []mark, encode *opts.Encode) charts.SeriesOpts {
	return charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Data = items
		if by != "" {
			s.RenderItem = types.FuncStr(by)
		}
		s.ItemStyle = &opts.ItemStyle{Color: colour(t)}
		s.Encode = encode
	})
}

func done(e *charts.Custom) map[string]any {
	e.Validate()
	return e.JSON()
}

// given returns a number for an option; nil where there is none that JSON could carry.
func given(v *float64) any {
	if v == nil || math.IsNaN(*v) || math.IsInf(*v, 0) {
		return nil
	}
	return *v
}
