package html

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"sitrep/report/chart"
)

// A liveFigure is what the page's script brings a figure to life with: the option of ECharts. The shapes are
// in the page already, as the figure's picture, and the numbers as attributes of its table's rows.
type liveFigure struct {
	Option map[string]any `json:"option"` // pure data
}

// A mark is one item of the series: what a reader can point at.
type mark struct {
	opts.CustomData
	ID     string   `json:"id"`               // data-id of its shapes in the picture
	Origin string   `json:"origin,omitempty"` // shown name
	Status string   `json:"status,omitempty"`
	Group  string   `json:"group,omitempty"`
	Facts  []string `json:"facts,omitempty"` // ids of its rows in the table; none: its own
}

// live makes the option of a figure, of whatever kind: one custom series with an item for each mark. It has no
// axes of the engine's, for the picture has them.
func live(c *chart.Chart) *liveFigure {
	e := charts.NewCustom()
	e.ChartID = c.ID
	e.SetGlobalOptions(charts.WithAnimation(false), charts.WithTooltipOpts(opts.Tooltip{Trigger: "item"}))
	var items []mark
	for _, m := range c.Marks() {
		item := mark{ID: m.ID, Origin: m.Origin, Status: string(m.Status), Group: m.Group, Facts: m.Facts}
		item.Name = m.Name
		items = append(items, item)
	}
	e.AddSeries(c.Title, nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Data, s.RenderItem = items, types.FuncStr("mark")
	}))
	e.Validate()
	option := e.JSON()
	for _, part := range []string{"color", "legend", "title", "toolbox", "xAxis", "yAxis"} {
		delete(option, part) // the picture and the page have them
	}
	return &liveFigure{option}
}
