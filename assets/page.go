package assets

import _ "embed"

// What the page is made of beside its fonts.
var (
	// Style is the style sheet, without fonts and colours.
	//go:embed style.css
	Style string
	// PageScript is the comfort of the page's text: cards, contents, regions.
	//go:embed page.js
	PageScript string
	// ChartScript is the twins' ground: shapes, scales, words. BoardScript,
	// TrendScript and StoryScript lay out the kinds, and LiveScript brings the
	// figures to life. They run in this order.
	//go:embed chart.js
	ChartScript string
	//go:embed board.js
	BoardScript string
	//go:embed trend.js
	TrendScript string
	//go:embed story.js
	StoryScript string
	// MapScript lays out maps; it runs with the other kinds.
	//go:embed map.js
	MapScript string
	//go:embed live.js
	LiveScript string
	// ChartEngine is ECharts, compressed (gzip); ChartEngineSums has the SHA-256
	// of what it unpacks to, under the name echarts.min.js.
	//go:embed echarts/echarts.min.js.gz
	ChartEngine string
	//go:embed echarts/SHA256SUMS
	ChartEngineSums string
)
