package site

import (
	"fmt"
	"html"
	"net/url"
	"strings"

	"sitrep/report/lang"
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
<html lang="%s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="%s">
`, s.Language.Tag, "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'none'; base-uri 'none'")
	if !s.Open {
		m.put(`<meta name="robots" content="noindex, nofollow">` + "\n")
	}
	m.put(`<link rel="stylesheet" href="site.css">
<link rel="alternate" type="application/atom+xml" href="feed.xml" title="%s">
`, sanitize.Line(s.Title))
}

// state says a marking, a date and what is behind them.
func (m *markup) state(l *lang.Language, e *Edition, publisher string) {
	m.put(`<p class="muted">`)
	if e.Marking != "" {
		m.put(`<span class="label">%s</span> `, sanitize.Line(e.Marking))
	}
	m.put("%s", l.Say("site.asof", e.Date))
	if e.Edition != "" {
		m.put(" · %s", l.Say("site.edition", sanitize.Line(e.Edition)))
	}
	if publisher != "" {
		m.put(" · %s", sanitize.Line(publisher))
	}
	m.put("</p>\n")
}

// title ends the head of a page and begins its body, up to the links.
func (m *markup) title(s *Site, title, heading string) {
	m.put(`<title>%s</title>
</head>
<body>
<header>
<h1>%s</h1>
<nav aria-label="%s"><ul>`, title, heading, s.Language.Say("site.menu"))
}

// index is the page that lists the editions.
func (s *Site) index() []byte {
	m, l := &markup{}, s.Language
	m.head(s)
	m.title(s, sanitize.Line(s.Title), sanitize.Line(s.Title))
	m.put(`<li><a href="changes.html">%s</a></li><li><a href="feed.xml">%s</a></li></ul></nav>
</header>
<main>
`, l.Say("site.changes"), l.Say("site.feed"))
	m.put(`<form id="search" role="search" data-one="%s" data-other="%s" data-shown="%s" hidden>
<label for="query">%s</label>
<input id="query" type="search" autocomplete="off">
<p id="count" class="muted" role="status"></p>
<ul id="found"></ul>
</form>
`, l.Say("site.found.one", "{1}"), l.Say("site.found.other", "{1}"), l.Say("site.shown", "{1}", "{2}"), l.Say("site.search"))
	for i := range s.Editions {
		m.edition(l, &s.Editions[i])
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
func (m *markup) edition(l *lang.Language, e *Edition) {
	m.put("<article>\n<h2 lang=\"%s\">%s</h2>\n", e.Lang, sanitize.Line(e.Title))
	if e.Subtitle != "" {
		m.put("<p lang=\"%s\">%s</p>\n", e.Lang, sanitize.Line(e.Subtitle))
	}
	m.state(l, e, e.Publisher)
	m.put("<ul>\n")
	for _, f := range e.Files {
		at := &url.URL{Path: e.Folder + f.Name}
		m.put(`<li><a href="%s" hreflang="%s"><span lang="%s">%s</span> %s</a></li>`+"\n",
			at.String(), f.Lang, f.Lang, e.language(f), strings.ToUpper(f.Format))
	}
	m.put("</ul>\n</article>\n")
}

// changes is the page that says what each edition changed.
func (s *Site) changes() []byte {
	m, l := &markup{}, s.Language
	m.head(s)
	m.title(s, l.Say("site.changes")+": "+sanitize.Line(s.Title), l.Say("site.changes"))
	m.put(`<li><a href="index.html">%s</a></li></ul></nav>
</header>
<main>
`, sanitize.Line(s.Title))
	for i := range s.Editions {
		e := &s.Editions[i]
		m.put("<article aria-label=\"%s\">\n<h2 lang=\"%s\">%s</h2>\n",
			l.Say("site.changed", e.Date, sanitize.Line(e.Title)), e.Lang, sanitize.Line(e.Title))
		m.state(l, e, "")
		if len(e.Changes) == 0 {
			m.put("<p>%s</p>\n", l.Say("site.first"))
		}
		for k, text := range e.Changes {
			switch k {
			case 0:
				m.put("<p lang=\"%s\">%s</p>\n<ul lang=\"%s\">\n", e.Lang, sanitize.Line(text), e.Lang)
			default:
				m.put("<li>%s</li>\n", sanitize.Line(text))
			}
		}
		if len(e.Changes) > 0 {
			m.put("</ul>\n")
		}
		m.put("</article>\n")
	}
	m.put("</main>\n</body>\n</html>\n")
	return []byte(m.String())
}
