package site

import (
	"fmt"
	"html"
	"net/url"
	"strings"

	"sitrep/report/sanitize"
)

// A markup is a page that is being written. Every text comes onto it escaped.
type markup struct{ strings.Builder }

// put writes markup in which each verb %s stands for a text.
func (m *markup) put(format string, texts ...string) {
	escaped := make([]any, len(texts))
	for i, t := range texts {
		escaped[i] = html.EscapeString(t)
	}
	fmt.Fprintf(m, format, escaped...)
}

// head begins a page, up to its title.
func (m *markup) head(s *Site) {
	m.put(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="%s">
`, "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'none'; base-uri 'none'")
	if !s.Open {
		m.put(`<meta name="robots" content="noindex, nofollow">` + "\n")
	}
	m.put(`<link rel="stylesheet" href="site.css">
<link rel="alternate" type="application/atom+xml" href="feed.xml" title="%s">
`, sanitize.Line(s.Title))
}

// state says a marking, a date and what is behind them.
func (m *markup) state(e *Edition, publisher string) {
	m.put(`<p class="muted">`)
	if e.Marking != "" {
		m.put(`<span class="label">%s</span> `, sanitize.Line(e.Marking))
	}
	m.put("As of %s", e.AsOf)
	if e.Edition != "" {
		m.put(" · edition %s", sanitize.Line(e.Edition))
	}
	if publisher != "" {
		m.put(" · %s", sanitize.Line(publisher))
	}
	m.put("</p>\n")
}

// index is the page that lists the editions.
func (s *Site) index() []byte {
	m := &markup{}
	m.head(s)
	m.put(`<title>%s</title>
</head>
<body>
<header>
<h1>%s</h1>
<nav aria-label="Site"><ul><li><a href="changes.html">Changes</a></li><li><a href="feed.xml">Feed</a></li></ul></nav>
</header>
<main>
<form id="search" role="search" hidden>
<label for="query">Search titles, judgements and facts</label>
<input id="query" type="search" autocomplete="off">
<p id="count" class="muted" role="status"></p>
<ul id="found"></ul>
</form>
`, sanitize.Line(s.Title), sanitize.Line(s.Title))
	for i := range s.Editions {
		m.edition(&s.Editions[i])
	}
	m.put(`</main>
<script src="search-index.js"></script>
<script src="site.js"></script>
</body>
</html>
`)
	return []byte(m.String())
}

// edition is an edition with its files.
func (m *markup) edition(e *Edition) {
	m.put("<article>\n<h2 lang=\"%s\">%s</h2>\n", e.Lang, sanitize.Line(e.Title))
	if e.Subtitle != "" {
		m.put("<p lang=\"%s\">%s</p>\n", e.Lang, sanitize.Line(e.Subtitle))
	}
	m.state(e, e.Publisher)
	m.put("<ul>\n")
	for _, f := range e.Files {
		at := &url.URL{Path: e.Folder + f.Name}
		m.put(`<li><a href="%s" hreflang="%s"><span lang="%s">%s</span> %s</a></li>`+"\n",
			at.String(), f.Lang, f.Lang, f.Language(), strings.ToUpper(f.Format))
	}
	m.put("</ul>\n</article>\n")
}

// changes is the page that says what each edition changed.
func (s *Site) changes() []byte {
	m := &markup{}
	m.head(s)
	m.put(`<title>Changes: %s</title>
</head>
<body>
<header>
<h1>Changes</h1>
<nav aria-label="Site"><ul><li><a href="index.html">%s</a></li></ul></nav>
</header>
<main>
`, sanitize.Line(s.Title), sanitize.Line(s.Title))
	for i := range s.Editions {
		e := &s.Editions[i]
		m.put("<article>\n<h2 lang=\"%s\">%s</h2>\n", e.Lang, sanitize.Line(e.Title))
		m.state(e, "")
		if e.Changes == "" {
			m.put("<p>First edition here.</p>\n")
		} else {
			m.put(`<pre tabindex="0" role="region" aria-label="Changes as of %s: %s">%s</pre>`+"\n",
				e.AsOf, sanitize.Line(e.Title), sanitize.Text(e.Changes))
		}
		m.put("</article>\n")
	}
	m.put("</main>\n</body>\n</html>\n")
	return []byte(m.String())
}
