package preview

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// start serves what Show is given.
func start(t *testing.T) (*Server, *httptest.Server) {
	t.Helper()
	s := New()
	ts := httptest.NewUnstartedServer(nil)
	ts.Config.Handler = s.Handler(ts.Listener.Addr().String())
	ts.Start()
	t.Cleanup(func() { ts.CloseClientConnections(); ts.Close() })
	return s, ts
}

func built(text string) Build {
	return Build{Problems: []Problem{}, Pages: []Page{{Name: "b.en.html", Label: "English"}, {Name: "b.en.pdf", Label: "PDF", PDF: true}},
		Open: func(name string) ([]byte, error) {
			if name == "b.en.pdf" {
				return nil, errors.New("E601")
			}
			return []byte(text), nil
		}}
}

// get asks for a path by the name of a host, and returns status and body.
func get(t *testing.T, ts *httptest.Server, path, host string, header ...string) (int, string) {
	t.Helper()
	r, err := http.NewRequest("GET", ts.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if host != "" {
		r.Host = host
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	resp, err := ts.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

// TestRequests holds what is answered, and what is not.
func TestRequests(t *testing.T) {
	s, ts := start(t)
	s.Show(built("<p>one</p>"), time.Millisecond)
	_, port, _ := strings.Cut(strings.TrimPrefix(ts.URL, "http://"), ":")
	for _, c := range []struct {
		path, host string
		header     []string
		status     int
		body       string
	}{
		{"/", "", nil, 200, "<iframe"},
		{"/", "localhost:" + port, nil, 200, "<iframe"},
		{"/", "evil.example:" + port, nil, 403, "this machine alone"},
		{"/", "127.0.0.1:1", nil, 403, ""},
		{"/page/b.en.html", "", []string{"Sec-Fetch-Site", "cross-site"}, 403, ""},
		{"/preview.js", "", nil, 200, "EventSource"},
		{"/swap.js", "", nil, 200, "export function swap"},
		{"/page/b.en.html", "", nil, 200, "<p>one</p>"},
		{"/page/b.en.pdf", "", nil, 500, "E601"},
		{"/page/..%2f..%2fetc%2fpasswd", "", nil, 404, ""},
		{"/page/", "", nil, 404, ""},
		{"/etc/passwd", "", nil, 404, ""},
	} {
		status, body := get(t, ts, c.path, c.host, c.header...)
		if status != c.status || !strings.Contains(body, c.body) {
			t.Errorf("%s of %q: %d %.100q", c.path, c.host, status, body)
		}
	}
	resp, err := ts.Client().Post(ts.URL+"/", "text/plain", nil)
	if err == nil {
		defer func() { _ = resp.Body.Close() }()
	}
	if err != nil || resp.StatusCode != http.StatusMethodNotAllowed {
		t.Error(resp, err)
	}
}

// listen returns the news as one browser gets them.
func listen(t *testing.T, ts *httptest.Server) <-chan news {
	t.Helper()
	resp, err := ts.Client().Get(ts.URL + "/events") //nolint:bodyclose // closed by the reader below
	if err != nil {
		t.Fatal(err)
	}
	out := make(chan news, 10)
	go func() {
		defer func() { _ = resp.Body.Close() }()
		for lines := bufio.NewScanner(resp.Body); lines.Scan(); {
			var n news
			if text, ok := strings.CutPrefix(lines.Text(), "data: "); ok && json.Unmarshal([]byte(text), &n) == nil {
				out <- n
			}
		}
	}()
	return out
}

// TestEvents holds that every tab gets the state at once and each change after it,
// and that a build that fails keeps the pages.
func TestEvents(t *testing.T) {
	s, ts := start(t)
	tabs := []<-chan news{listen(t, ts), listen(t, ts), listen(t, ts)}
	each := func(what string, ok func(n news) bool) {
		t.Helper()
		for i, tab := range tabs {
			if n := <-tab; !ok(n) {
				t.Errorf("%s: tab %d is told %+v", what, i, n)
			}
		}
	}
	each("at first", func(n news) bool { return n.Version == 0 && n.Pages != nil && n.Problems != nil })
	s.Show(built("one"), 7*time.Millisecond)
	each("built", func(n news) bool { return n.Version == 1 && len(n.Pages) == 2 && !n.Broken && n.Millis == 7 })
	s.Show(Build{Problems: []Problem{{Place: "b.json:1:2", Text: "error E105"}}}, 0)
	each("half-saved", func(n news) bool {
		return n.Version == 1 && n.Broken && len(n.Pages) == 2 && n.Problems[0].Place == "b.json:1:2"
	})
	if _, body := get(t, ts, "/page/b.en.html", ""); body != "one" {
		t.Errorf("the page is gone: %q", body)
	}
	s.Show(built("two"), 0)
	each("mended", func(n news) bool { return n.Version == 2 && !n.Broken && len(n.Problems) == 0 && n.Seen == 3 })
	s.Tell([]Problem{{Place: "b.json:3:1", Text: "W201", Warning: true}, {Place: "b.json:4:1", Text: "error"}})
	each("judged", func(n news) bool { return n.Version == 2 && len(n.Problems) == 2 && n.Seen == 4 })
	b := built("three")
	b.Problems = nil
	s.Show(b, 0)
	each("shown first", func(n news) bool { return n.Version == 3 && len(n.Problems) == 1 && n.Seen == 4 })
	s.Tell([]Problem{})
	each("judged then", func(n news) bool { return n.Version == 3 && len(n.Problems) == 0 && n.Seen == 5 })
}
