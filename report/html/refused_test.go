package html

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// strict is what Jenkins sends with every file of a build, by default: no script and no style of the page's own.
const strict = "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self';"

// Where a server refuses the page's style and scripts, every figure is seen with its colours, and the marking and the text are there.
func TestStrictPolicy(t *testing.T) {
	data := render(t, sample(t))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Security-Policy", strict)
		w.Header().Set("Content-Type", "text/html")
		w.Write(data)
	}))
	t.Cleanup(server.Close)
	b := open(t, browser(t), server.URL, states[0])
	type seen struct {
		ID                          string
		Wide, Fills, Texts, Overlap int
	}
	for _, f := range ask[[]seen](b, `[...document.querySelectorAll('figure')].map((f) => {
		const s = [...f.querySelectorAll('svg')].filter((e) => e.getBoundingClientRect().width > 100), first = s[0];
		return { ID: f.id, Wide: s.length, Fills: new Set(first ? [...first.querySelectorAll('path, text')].map((e) => getComputedStyle(e).fill) : []).size,
			Texts: first ? first.querySelectorAll('text').length : 0, Overlap: f.getBoundingClientRect().width > innerWidth ? 1 : 0 }; })`) {
		if f.Wide != 1 || f.Fills < 3 || f.Texts < 5 || f.Overlap > 0 {
			t.Errorf("%s: %+v", f.ID, f)
		}
	}
	if ask[bool](b, `document.body.classList.contains('js') || getComputedStyle(document.querySelector('.banner')).position === 'sticky'`) {
		t.Error("the policy was not held")
	}
	if got := ask[bool](b, `document.body.innerText.includes('TLP:AMBER') && document.body.innerText.includes('More people are displaced than the ministry counts.')`); !got {
		t.Error("marking or text is missing")
	}
}
