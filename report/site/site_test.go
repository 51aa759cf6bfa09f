package site

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sitrep/report/lang"
)

func sample(t *testing.T) Site {
	t.Helper()
	english, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	return Site{Title: "Briefings", Language: english, Open: true, Editions: []Edition{
		{ID: "b", Folder: "b/2024-05/", Title: "Old", Lang: "en", AsOf: "2024-05", Marking: "TLP:CLEAR",
			Files: []Output{{"b.en.html", "en", "html", "text/html"}}},
		{ID: "b", Folder: "b/2024-Q4/", Title: `</script><b>&"` + "\u202e", Subtitle: "S", Lang: "es", AsOf: "2024-Q4", Publisher: "P",
			Marking: "TLP:CLEAR", Changes: []string{"Compared.", "a <b> is now c", "d"},
			Files: []Output{{"b.es.html", "es", "html", "text/html"}, {"b.es.pdf", "es", "pdf", "application/pdf"}},
			Items: []Item{{"judgement", "</script>\u2028x", "es", "b.es.html", "j1"}}},
	}}
}

func files(t *testing.T, s Site) map[string]string {
	t.Helper()
	list, err := Pages(s)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range list {
		out[f.Name] = string(f.Data)
	}
	return out
}

// TestPages holds that the newest stands first, that no text becomes markup, that
// every link is relative, and that the feed and the index of the search can be read.
func TestPages(t *testing.T) {
	p := files(t, sample(t))
	index := p["index.html"]
	if strings.Index(index, "2024-Q4") > strings.Index(index, "2024-05") {
		t.Error("the oldest stands first")
	}
	for name, text := range p {
		if strings.HasSuffix(name, ".html") {
			if strings.Contains(text, "<b>") || strings.Contains(text, "\u202e") {
				t.Errorf("%s: text becomes markup", name)
			}
			links(t, name, text)
		}
	}
	var list []map[string]string
	if err := json.Unmarshal([]byte(strings.TrimSuffix(strings.TrimPrefix(p["search-index.js"], "window.sitrepIndex = "), ";\n")),
		&list); err != nil || list[0]["url"] != "b/2024-Q4/b.es.html#j1" {
		t.Error(err, list)
	}
	if strings.Contains(p["search-index.js"], "</script>") {
		t.Error("the index of the search closes its script")
	}
	var f feed
	if err := xml.Unmarshal([]byte(p["feed.xml"]), &f); err != nil || len(f.Entries) != 2 || f.Updated != "2024-01-01T00:00:00Z" ||
		f.Entries[1].Updated != "2024-05-01T00:00:00Z" {
		t.Errorf("%v %+v", err, f)
	}
	if _, there := p["sitemap.xml"]; there || p["robots.txt"] != "User-agent: *\nAllow: /\n" {
		t.Error(p["robots.txt"])
	}
}

// links holds every link of a page to be relative.
func links(t *testing.T, name, text string) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if (a.Key == "href" || a.Key == "src") && (strings.Contains(a.Val, ":") || strings.HasPrefix(a.Val, "/")) {
				t.Errorf("%s: %s leads out of the folder", name, a.Val)
			}
		}
	}
}

// TestMarked holds that search engines are kept out of what is marked, and that an
// address makes a sitemap.
func TestMarked(t *testing.T) {
	s := sample(t)
	s.Open, s.Base = false, "https://example.org/b/"
	p := files(t, s)
	if p["robots.txt"] != "User-agent: *\nDisallow: /\n" || !strings.Contains(p["index.html"], "noindex") {
		t.Error(p["robots.txt"])
	}
	if err := xml.Unmarshal([]byte(p["sitemap.xml"]), &struct{}{}); err != nil ||
		!strings.Contains(p["sitemap.xml"], "<loc>https://example.org/b/b/2024-Q4/b.es.pdf</loc>") {
		t.Error(err, p["sitemap.xml"])
	}
}
