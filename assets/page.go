package assets

import _ "embed"

// What the page is made of beside its fonts.
var (
	// Style is the style sheet, without fonts and colours.
	//go:embed style.css
	Style string
	// PageScript is the comfort of the page's text: cards, contents, regions. It is bundled
	// from the modules of js/, as FigureScript is.
	//go:embed js/page.min.js
	PageScript string
	// FigureScript brings figures to life.
	//go:embed js/figures.min.js
	FigureScript string
	// ChartEngine is ECharts, compressed (gzip); ChartEngineSums has the SHA-256
	// of what it unpacks to, under the name echarts.min.js.
	//go:embed echarts/echarts.min.js.gz
	ChartEngine string
	//go:embed echarts/SHA256SUMS
	ChartEngineSums string
)
