// Package preview serves a briefing to the browsers of this machine, and tells them when it was built again.
//
// It answers on a loopback address alone, and only requests that name it: a page
// elsewhere that makes a browser ask for it by another name (DNS rebinding) is
// refused. What was built last is shown for as long as the facts cannot be built.
package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"sitrep/assets"
)

// A Page is one output by its file name.
type Page struct {
	Name  string `json:"name"`  // file name of the output: "floods.en.html"
	Label string `json:"label"` // "English"
	PDF   bool   `json:"pdf"`   // it is made when it is asked for
}

// A Problem is one line of what is wrong or doubtful.
type Problem struct {
	Place   string `json:"place"`          // "briefing.json:12:7"
	Text    string `json:"text"`           // what is wrong, in one sentence
	Hint    string `json:"hint,omitempty"` // how to mend it; empty where there is no hint
	Warning bool   `json:"warning"`        // it does not forbid to build
}

// A Build is what came of one build.
type Build struct {
	Pages    []Page    // none where the facts cannot be built
	Problems []Problem // in the order of the file; nil: not known yet, see [Server.Tell]
	// Open returns the bytes of a page.
	Open func(name string) ([]byte, error)
}

// A Server holds what was built last.
type Server struct {
	mu      sync.Mutex
	last    Build  // the last that has pages
	asked   string // the page that was asked for last: it will be again
	now     news
	changed chan struct{} // closed when there is news
}

// News is what the browsers are told.
type news struct {
	Version  int       `json:"version"` // of the pages
	Seen     int       `json:"seen"`    // builds until now whose problems are told, those without pages too
	Broken   bool      `json:"broken"`
	Millis   int64     `json:"ms"`
	Pages    []Page    `json:"pages"`
	Problems []Problem `json:"problems"`
}

// New returns a server that shows nothing yet.
func New() *Server {
	return &Server{changed: make(chan struct{}), now: news{Pages: []Page{}, Problems: []Problem{}}}
}

// Show puts a build on the pages of all browsers; it took so long. Where its problems
// are not known yet, the warnings of the build before stay until they are told.
func (s *Server) Show(b Build, took time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := news{Version: s.now.Version, Seen: s.now.Seen + 1, Broken: len(b.Pages) == 0, Millis: took.Milliseconds(), Pages: b.Pages,
		Problems: append([]Problem{}, b.Problems...)}
	if b.Problems == nil {
		n.Seen--
		n.Problems = slices.DeleteFunc(slices.Clone(s.now.Problems), func(p Problem) bool { return !p.Warning })
	}
	if n.Broken {
		n.Pages = append([]Page{}, s.last.Pages...)
	} else {
		s.last = b
		n.Version++
		if slices.ContainsFunc(b.Pages, func(p Page) bool { return p.Name == s.asked && !p.PDF }) {
			go func(name string) { _, _ = b.Open(name) }(s.asked) // whoever asks for it gets what came of it
		}
	}
	s.tell(n)
}

// Tell tells the problems of the build that was shown last.
func (s *Server) Tell(problems []Problem) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.now
	n.Seen, n.Problems = n.Seen+1, append([]Problem{}, problems...)
	s.tell(n)
}

// tell wakes those who wait for news; the server is held.
func (s *Server) tell(n news) {
	s.now = n
	close(s.changed)
	s.changed = make(chan struct{})
}

// Handler answers the requests to a server that stands at host, "127.0.0.1:8080".
func (s *Server) Handler(host string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) { send(w, "text/html; charset=utf-8", assets.PreviewPage) })
	for name, module := range map[string][]byte{"preview.js": assets.PreviewScript, "swap.js": assets.PreviewSwap} {
		mux.HandleFunc("GET /"+name, func(w http.ResponseWriter, _ *http.Request) { send(w, "text/javascript; charset=utf-8", module) })
	}
	mux.HandleFunc("GET /events", s.events)
	mux.HandleFunc("GET /page/{name}", s.page)
	return guard(host, mux)
}

// guard refuses requests that name another host or come from another site.
func guard(host string, next http.Handler) http.Handler {
	_, port, _ := strings.Cut(host, ":")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		site := r.Header.Get("Sec-Fetch-Site")
		if r.Host != host && r.Host != "localhost:"+port || site == "cross-site" {
			http.Error(w, "this preview is for this machine alone", http.StatusForbidden)
			return
		}
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}

func send(w http.ResponseWriter, kind string, data []byte) {
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; frame-src 'self'; "+
		"connect-src 'self'; frame-ancestors 'none'; base-uri 'none'")
	_, _ = w.Write(data) // the browser may be gone: nobody to tell
}

// page sends one output. Only names of pages are known: no path leads to a file.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	s.mu.Lock()
	last := s.last
	if path.Ext(name) == ".html" {
		s.asked = name
	}
	s.mu.Unlock()
	for _, p := range last.Pages {
		if p.Name != name {
			continue
		}
		data, err := last.Open(name)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", map[string]string{".html": "text/html; charset=utf-8", ".pdf": "application/pdf"}[path.Ext(name)])
		_, _ = w.Write(data) // the browser may be gone: nobody to tell
		return
	}
	http.NotFound(w, r)
}

// events tells the news as they come (HTML standard, server-sent events).
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no streaming", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	for {
		s.mu.Lock()
		now, changed := s.now, s.changed
		s.mu.Unlock()
		data, err := json.Marshal(now)
		if err != nil {
			return
		}
		if _, err := fmt.Fprintf(w, "data: %s\n\n", data); err != nil {
			return
		}
		flusher.Flush()
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		}
	}
}
