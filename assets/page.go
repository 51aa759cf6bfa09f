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
	// ChartScript draws what the figures' options say; KindScript lays out each
	// kind, and LiveScript brings the figures to life. They run in this order, after ECharts.
	//go:embed chart.js
	ChartScript string
	//go:embed kinds.js
	KindScript string
	//go:embed live.js
	LiveScript string
	// ChartEngine is ECharts, compressed (gzip); ChartEngineSums has the SHA-256
	// of what it unpacks to, under the name echarts.min.js.
	//go:embed echarts/echarts.min.js.gz
	ChartEngine string
	//go:embed echarts/SHA256SUMS
	ChartEngineSums string
)
