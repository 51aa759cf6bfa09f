package assets

import "embed"

// Lang holds the word lists, lang/TAG.json.
//
//go:embed lang/*.json
var Lang embed.FS

// PlainTheme is the theme that is used where none is chosen.
//
//go:embed themes/plain.json
var PlainTheme []byte

// Lint holds what the words of a language mean to the checks, lint/TAG.json.
//
//go:embed lint/*.json
var Lint embed.FS

// Columns holds what people name the columns of their tables, and the rows of totals.
//
//go:embed columns.json
var Columns []byte

// PreviewPage and its modules PreviewScript and PreviewSwap are the page of sitrep serve, which shows the
// briefing in a frame and changes it there.
var (
	//go:embed preview.html
	PreviewPage []byte
	//go:embed preview.js
	PreviewScript []byte
	//go:embed swap.js
	PreviewSwap []byte
)

// SiteStyle and SiteScript are what the index of sitrep site looks like, and its search.
var (
	//go:embed site.css
	SiteStyle []byte
	//go:embed site.js
	SiteScript []byte
)
