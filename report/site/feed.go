package site

import (
	"encoding/xml"

	"github.com/google/uuid"

	"sitrep/report/sanitize"
)

// The elements of a feed (RFC 4287).
type (
	feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Base    string   `xml:"xml:base,attr,omitempty"`
		Lang    string   `xml:"xml:lang,attr,omitempty"`
		ID      string   `xml:"id"`
		Title   string   `xml:"title"`
		Updated string   `xml:"updated"`
		Links   []link   `xml:"link"`
		Author  author   `xml:"author"`
		Entries []entry  `xml:"entry"`
	}
	link struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
		Type string `xml:"type,attr,omitempty"`
		Lang string `xml:"hreflang,attr,omitempty"`
	}
	author struct {
		Name string `xml:"name"`
	}
	entry struct {
		ID       string   `xml:"id"`
		Title    string   `xml:"title"`
		Updated  string   `xml:"updated"`
		Author   author   `xml:"author"`
		Links    []link   `xml:"link"`
		Category category `xml:"category"`
		Summary  string   `xml:"summary,omitempty"`
	}
	category struct {
		Term string `xml:"term,attr"`
	}
)

// feed writes an entry for each edition, the newest first.
func (s Site) feed() []byte {
	f := feed{Base: s.Base, Lang: s.Language.Tag, ID: urn("site/" + s.Base + s.Title), Title: sanitize.Line(s.Title), Updated: stamp(""),
		Author: author{"sitrep"},
		Links:  []link{{Rel: "self", Href: "feed.xml", Type: "application/atom+xml"}, {Rel: "alternate", Href: "index.html", Type: "text/html"}}}
	for i, e := range s.Editions {
		if i == 0 {
			f.Updated = stamp(e.AsOf)
		}
		n := entry{ID: urn(e.ID + "/" + e.Folder), Title: sanitize.Line(e.Title), Updated: stamp(e.AsOf),
			Author:   author{sanitize.Line(e.Publisher)},
			Category: category{e.Marking}, Summary: sanitize.Line(e.Subtitle)}
		if e.Publisher == "" {
			n.Author.Name = "sitrep"
		}
		for j, o := range e.Files {
			rel := "enclosure"
			if o.Format == "html" || j == 0 && e.Files[len(e.Files)-1].Format == o.Format {
				rel = "alternate"
			}
			n.Links = append(n.Links, link{Rel: rel, Href: e.Folder + o.Name, Type: o.Media, Lang: o.Lang})
		}
		f.Entries = append(f.Entries, n)
	}
	data, err := xml.MarshalIndent(f, "", " ")
	if err != nil {
		panic(err) // strings alone: cannot fail
	}
	return append([]byte(xml.Header), append(data, '\n')...)
}

// urn is an identifier that is the same for the same name (RFC 9562, UUIDv5).
func urn(name string) string {
	return uuid.NewSHA1(uuid.NewSHA1(uuid.NameSpaceURL, []byte("sitrep")), []byte(name)).URN()
}

// stamp is the beginning of a date as RFC 3339 writes it; of a quarter or week, of its year.
func stamp(iso string) string {
	switch {
	case len(iso) < 4:
		iso = "1970-01-01"
	case !isDate(iso), len(iso) == 4:
		iso = iso[:4] + "-01-01"
	case len(iso) == 7:
		iso += "-01"
	}
	return iso[:10] + "T00:00:00Z"
}
