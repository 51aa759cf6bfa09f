// Package site makes the pages of a folder to publish: an index with a search, a page of changes, an Atom feed.
//
// The briefings themselves are built by package report; here they are listed. All
// links are relative, so that the folder works from disk; only the sitemap, and
// addresses in the feed, need to know where it will stand.
package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"sitrep/assets"
	"sitrep/report/lang"
	"sitrep/report/sanitize"
)

// A Site is what is published.
type Site struct {
	Title    string
	Base     string // address of the folder, with a slash at its end; empty: not known
	Open     bool   // nothing in it is marked above the lowest label: search engines may come
	Editions []Edition
}

// An Edition is one edition of a briefing.
type Edition struct {
	ID        string // of the briefing
	Folder    string // of its files, relative to the index, with a slash at its end
	Title     string // in its first language
	Subtitle  string
	Lang      string // BCP 47 of title and subtitle
	Publisher string
	Edition   string // as the briefing says; may be empty
	AsOf      string // ISO 8601
	Marking   string
	Files     []Output
	Changes   string // since the edition before it, as text; empty where it is the first
	Items     []Item
}

// An Output is one file of an edition.
type Output struct {
	Name, Lang, Format string
}

// Language is the name of the output's language, in that language.
func (o Output) Language() string {
	if l, err := lang.For(o.Lang); err == nil {
		return l.Name
	}
	return o.Lang
}

// An Item is what the search finds.
type Item struct {
	Kind   string // "title", "judgement", "fact"
	Text   string
	Lang   string
	Page   string // file of the edition
	Anchor string // place in it; may be empty
}

// A File is one file of the folder.
type File struct {
	Name string
	Data []byte
}

// Pages returns the files that stand beside the briefings, in the order of their
// names.
func Pages(s Site) ([]File, error) {
	s.Editions = slices.Clone(s.Editions)
	slices.SortStableFunc(s.Editions, func(a, b Edition) int { return strings.Compare(b.AsOf, a.AsOf) })
	index, err := s.page("index")
	if err != nil {
		return nil, err
	}
	changes, err := s.page("changes")
	if err != nil {
		return nil, err
	}
	search, err := s.search()
	if err != nil {
		return nil, err
	}
	files := []File{{"changes.html", changes}, {"feed.xml", s.feed()}, {"index.html", index}, {"robots.txt", s.robots()},
		{"search-index.js", search}, {"site.css", assets.SiteStyle}, {"site.js", assets.SiteScript}}
	if s.Base != "" {
		files = append(files, File{"sitemap.xml", s.sitemap()})
	}
	return files, nil
}

var pages = template.Must(template.New("").Funcs(template.FuncMap{"line": sanitize.Line, "text": sanitize.Text,
	"upper": strings.ToUpper}).Parse(`
{{define "head"}}<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; form-action 'none'; ` +
	`base-uri 'none'">
{{if not .Open}}<meta name="robots" content="noindex, nofollow">
{{end}}<link rel="stylesheet" href="site.css">
<link rel="alternate" type="application/atom+xml" href="feed.xml" title="{{line .Title}}">
{{end}}
{{define "index"}}{{template "head" .}}<title>{{line .Title}}</title>
</head>
<body>
<header>
<h1>{{line .Title}}</h1>
<nav aria-label="Site"><ul><li><a href="changes.html">Changes</a></li><li><a href="feed.xml">Feed</a></li></ul></nav>
</header>
<main>
<form id="search" role="search" hidden>
<label for="query">Search titles, judgements and facts</label>
<input id="query" type="search" autocomplete="off">
<p id="count" class="muted" role="status"></p>
<ul id="found"></ul>
</form>
{{range .Editions}}{{$e := .}}<article>
<h2 lang="{{.Lang}}">{{line .Title}}</h2>
{{if .Subtitle}}<p lang="{{.Lang}}">{{line .Subtitle}}</p>
{{end}}<p class="muted">{{if .Marking}}<span class="label">{{line .Marking}}</span> {{end}}As of {{.AsOf}}{{if .Edition}} · edition ` +
	`{{line .Edition}}{{end}}{{if .Publisher}} · {{line .Publisher}}{{end}}</p>
<ul>
{{range .Files}}<li><a href="{{$e.Folder}}{{.Name}}" hreflang="{{.Lang}}"><span lang="{{.Lang}}">{{.Language}}</span> {{upper ` +
	`.Format}}</a></li>
{{end}}</ul>
</article>
{{end}}</main>
<script src="search-index.js"></script>
<script src="site.js"></script>
</body>
</html>
{{end}}
{{define "changes"}}{{template "head" .}}<title>Changes: {{line .Title}}</title>
</head>
<body>
<header>
<h1>Changes</h1>
<nav aria-label="Site"><ul><li><a href="index.html">{{line .Title}}</a></li></ul></nav>
</header>
<main>
{{range .Editions}}<article>
<h2 lang="{{.Lang}}">{{line .Title}}</h2>
<p class="muted">{{if .Marking}}<span class="label">{{line .Marking}}</span> {{end}}As of {{.AsOf}}{{if .Edition}} · edition {{line ` +
	`.Edition}}{{end}}</p>
{{if .Changes}}<pre tabindex="0" role="region" aria-label="Changes as of {{.AsOf}}: {{line .Title}}">{{text .Changes}}</pre>
{{else}}<p>First edition here.</p>
{{end}}</article>
{{end}}</main>
</body>
</html>
{{end}}`))

func (s Site) page(name string) ([]byte, error) {
	var b bytes.Buffer
	if err := pages.ExecuteTemplate(&b, name, s); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// search is the index of the search, as a script: a page on disk may load one, but
// no data.
func (s Site) search() ([]byte, error) {
	type entry struct {
		Kind string `json:"kind"`
		Text string `json:"text"`
		Of   string `json:"of"`
		Lang string `json:"lang"`
		URL  string `json:"url"`
	}
	list := []entry{}
	for _, e := range s.Editions {
		for _, i := range e.Items {
			url := e.Folder + i.Page
			if i.Anchor != "" {
				url += "#" + i.Anchor
			}
			list = append(list, entry{i.Kind, sanitize.Line(i.Text), sanitize.Line(e.Title), i.Lang, url})
		}
	}
	data, err := json.MarshalIndent(list, "", " ") // escapes < and &, and U+2028
	if err != nil {
		return nil, err
	}
	return append(append([]byte("window.sitrepIndex = "), data...), ";\n"...), nil
}

// robots keeps search engines out where anything is marked, and tells of the
// sitemap where there is one (RFC 9309).
func (s Site) robots() []byte {
	if !s.Open {
		return []byte("User-agent: *\nDisallow: /\n")
	}
	out := "User-agent: *\nAllow: /\n"
	if s.Base != "" {
		out += "Sitemap: " + s.Base + "sitemap.xml\n"
	}
	return []byte(out)
}

// sitemap lists every page (sitemaps.org, protocol 0.9).
func (s Site) sitemap() []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, page := range []string{"index.html", "changes.html"} {
		fmt.Fprintf(&b, "<url><loc>%s</loc></url>\n", template.HTMLEscapeString(s.Base+page))
	}
	for _, e := range s.Editions {
		for _, f := range e.Files {
			fmt.Fprintf(&b, "<url><loc>%s</loc>", template.HTMLEscapeString(s.Base+e.Folder+f.Name))
			if isDate(e.AsOf) {
				fmt.Fprintf(&b, "<lastmod>%s</lastmod>", e.AsOf)
			}
			b.WriteString("</url>\n")
		}
	}
	return []byte(b.String() + "</urlset>\n")
}

func isDate(s string) bool { return s != "" && strings.Trim(s, "0123456789-") == "" }
