package html

import (
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"sitrep/report/chart"
)

// A liveFigure is what the page's script brings a figure to life with: the option of ECharts. The shapes are
// in the page already, as the figure's picture, and the numbers as attributes of its table's rows.
type liveFigure struct {
	Option option `json:"option"` // pure data
}

// An option is what the engine draws: one custom series. It has no axes of the engine's, for the picture has them. The parts are
// go-echarts'; its package charts, which would put them together, holds a page's template, and with it every method of the
// program.
type option struct {
	Animation types.Bool   `json:"animation"`
	Series    []series     `json:"series"`
	Tooltip   opts.Tooltip `json:"tooltip"`
}

// A series is an item for each mark, and the name of the function that the page's script draws them with.
type series struct {
	Name       string        `json:"name,omitempty"`
	Type       string        `json:"type"`
	RenderItem types.FuncStr `json:"renderItem"`
	Data       []mark        `json:"data,omitempty"`
	Animation  types.Bool    `json:"animation"`
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

// live makes the option of a figure, of whatever kind.
func live(c *chart.Chart, marks []chart.Mark) *liveFigure {
	s := series{Name: c.Title, Type: types.ChartCustom, RenderItem: "mark", Animation: opts.Bool(false)}
	for _, m := range marks {
		item := mark{ID: m.ID, Origin: m.Origin, Status: string(m.Status), Group: m.Group, Facts: m.Facts}
		item.Name = m.Name
		s.Data = append(s.Data, item)
	}
	return &liveFigure{option{opts.Bool(false), []series{s}, opts.Tooltip{Trigger: "item"}}}
}
