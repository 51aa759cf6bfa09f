package assets

import _ "embed"

var (
	// Style is the style sheet of the page, without fonts and colours.
	//go:embed style.css
	Style string
	// PageScript is the script of the page.
	//go:embed page.js
	PageScript string
)
