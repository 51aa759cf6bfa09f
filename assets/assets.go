// Package assets embeds every file that ends up inside a report.
//
// Fonts, the chart engine and the bundles of the page's scripts are made by the recipes named below; a test holds each
// to the hash written beside it.
package assets

import "embed"

//go:generate fonts/build.sh
//go:generate echarts/build.sh
//go:generate js/build.sh

// Fonts for print: TrueType outlines cut to Latin, Greek and Cyrillic, with a `kern` table. See fonts/README.md.
var (
	//go:embed fonts/inter-regular.ttf
	InterRegular string
	//go:embed fonts/inter-semibold.ttf
	InterSemiBold string
	//go:embed fonts/inter-italic.ttf
	InterItalic string
	// NotoSansKR draws native names in Hangul, and nothing else.
	//go:embed fonts/noto-sans-kr.ttf
	NotoSansKR string
)

// Fonts for the page, as WOFF2: the same drawings and widths, fewer rare letters.
// The first three hold what Latin texts need, the others what a page carries only where it has such letters or signs.
var (
	//go:embed fonts/inter-regular.woff2
	InterRegularWeb string
	//go:embed fonts/inter-semibold.woff2
	InterSemiBoldWeb string
	//go:embed fonts/inter-italic.woff2
	InterItalicWeb string
	//go:embed fonts/inter-regular-cyrillic.woff2
	InterRegularCyrillic string
	//go:embed fonts/inter-semibold-cyrillic.woff2
	InterSemiBoldCyrillic string
	//go:embed fonts/inter-regular-more.woff2
	InterRegularMore string
	//go:embed fonts/inter-semibold-more.woff2
	InterSemiBoldMore string
)

// Licences holds the licence texts of everything embedded here, under their paths in this folder.
//
//go:embed fonts/OFL-*.txt echarts/LICENSE* echarts/NOTICE maps/LICENSE-* breaks/LICENSE-*
var Licences embed.FS
