// Package site makes the pages of a folder to publish: an index with a search, a page of changes, an Atom feed.
//
// The briefings themselves are built by package report; here they are listed. All
// links are relative, so that the folder works from disk; only the sitemap, and
// addresses in the feed, need to know where it will stand.
package site

import (
	"encoding/json"
	"fmt"
	"html"
	"slices"
	"strings"

	"sitrep/assets"
	"sitrep/report/lang"
	"sitrep/report/sanitize"
)

// A Site is what is published.
type Site struct {
	Title    string         // of the index; empty: in the words of the language
	Language *lang.Language // that the pages speak
	Base     string         // address of the folder, with a slash at its end; empty: not known
	Open     bool           // nothing in it is marked above the lowest label: search engines may come
	Editions []Edition      // in the order in which they are listed
}

// An Edition is one edition of a briefing.
type Edition struct {
	ID        string   // of the briefing
	Folder    string   // of its files, relative to the index, with a slash at its end
	Title     string   // in the language of the site, else in its first
	Subtitle  string   // may be empty
	Lang      string   // BCP 47 of title and subtitle
	Publisher string   // may be empty
	Edition   string   // as the briefing says; may be empty
	AsOf      string   // ISO 8601
	Date      string   // the same in words
	Marking   string   // the label it bears
	Files     []Output // in the order in which they are listed
	Changes   []string // since the edition before it, a sentence each; empty where it is the first
	Items     []Item   // what the search finds in it
}

// An Output is one file of an edition.
type Output struct {
	Name, Lang, Format string // file name, BCP 47 tag and format
	Media              string // type of what it holds (RFC 6838): "text/html"
}

// language is the name of the output's language, in that language and told apart from those of the edition's other files.
func (e *Edition) language(o Output) string {
	l, err := lang.For(o.Lang)
	if err != nil {
		return o.Lang
	}
	var tags []string
	for _, f := range e.Files {
		tags = append(tags, f.Lang)
	}
	return l.NameAmong(tags)
}

// An Item is what the search finds.
type Item struct {
	Kind   string // "title", "judgement", "fact"
	Text   string // as shown
	Lang   string // BCP 47
	Page   string // file of the edition
	Anchor string // place in it; may be empty
}

// A File is one file of the folder.
type File struct {
	Name string // with slashes, from the folder
	Data []byte // the bytes
}

// Pages returns the files that stand beside the briefings, in the order of their
// names.
func Pages(s Site) ([]File, error) {
	s.Editions = slices.Clone(s.Editions)
	slices.SortStableFunc(s.Editions, func(a, b Edition) int { return strings.Compare(b.AsOf, a.AsOf) })
	if s.Title == "" {
		s.Title = s.Language.Say("site.title")
	}
	search, err := s.search()
	if err != nil {
		return nil, err
	}
	files := []File{{"changes.html", s.changes()}, {"feed.xml", s.feed()}, {"index.html", s.index()}, {"robots.txt", s.robots()},
		{"search-index.js", search}, {"site.css", assets.SiteStyle}, {"site.js", assets.SiteScript}}
	if s.Base != "" {
		files = append(files, File{"sitemap.xml", s.sitemap()})
	}
	return files, nil
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
			list = append(list, entry{s.kind(i.Kind), sanitize.Line(i.Text), sanitize.Line(e.Title), i.Lang, url})
		}
	}
	data, err := json.MarshalIndent(list, "", " ") // escapes < and &, and U+2028
	if err != nil {
		return nil, err
	}
	return append(append([]byte("window.sitrepIndex = "), data...), ";\n"...), nil
}

// kind is what the search calls an item; a title needs no word.
func (s Site) kind(kind string) string {
	switch kind {
	case "judgement":
		return s.Language.Say("site.kind.judgement")
	case "fact":
		return s.Language.Say("site.kind.fact")
	}
	return ""
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
		fmt.Fprintf(&b, "<url><loc>%s</loc></url>\n", html.EscapeString(s.Base+page))
	}
	for _, e := range s.Editions {
		for _, f := range e.Files {
			fmt.Fprintf(&b, "<url><loc>%s</loc>", html.EscapeString(s.Base+e.Folder+f.Name))
			if isDate(e.AsOf) {
				fmt.Fprintf(&b, "<lastmod>%s</lastmod>", e.AsOf)
			}
			b.WriteString("</url>\n")
		}
	}
	return []byte(b.String() + "</urlset>\n")
}

func isDate(s string) bool { return s != "" && strings.Trim(s, "0123456789-") == "" }
