package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"sitrep/data"
)

// A browser shows pages to the tests of this package.
type browser struct {
	t   *testing.T
	ctx context.Context
}

// startBrowser starts Chromium; without it the test is skipped, or fails where
// SITREP_TEST_REQUIRE says that nothing may be skipped.
func startBrowser(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil && path == "" {
			path = p
		}
	}
	switch {
	case path == "" && os.Getenv("SITREP_TEST_REQUIRE") == "all":
		t.Fatal("chromium is missing")
	case path == "":
		t.Skip("chromium is missing")
	}
	options := append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...)
	options = append(options, chromedp.WindowSize(1280, 900), chromedp.ExecPath(path))
	for _, flag := range []string{"no-sandbox", "disable-gpu", "no-first-run", "disable-background-networking"} {
		options = append(options, chromedp.Flag(flag, true))
	}
	// No window shows the browser's own tab strip, so its pages are not loaded ahead; the rest is chromedp's default.
	options = append(options, chromedp.Flag("disable-features", "Translate,BlinkGenPropertyTrees,PreloadTopChromeWebUI"))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	return ctx
}

// tab opens an address in a tab of its own.
func tab(t *testing.T, ctx context.Context, address string) *browser {
	t.Helper()
	ctx, stop := chromedp.NewContext(ctx)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, 9*time.Minute)
	t.Cleanup(stop)
	if err := chromedp.Do(ctx, chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
	return &browser{t, ctx}
}

// inPage evaluates an expression in the page; a promise is waited for.
func inPage[T any](b *browser, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

// until waits until an expression holds.
func (b *browser) until(expression string) {
	b.t.Helper()
	if !inPage[bool](b, `new Promise((done) => { const began = Date.now(); const look = () => (`+expression+`) ? done(true) : Date.now() - `+
		`began > 60000 ? done(false) : setTimeout(look, 2); look(); })`) {
		b.t.Fatalf("it never came that %s", expression)
	}
}

// accessible runs axe over the page, at WCAG 2.2 AA and its best practices, where axe is.
func (b *browser) accessible(what string) {
	b.t.Helper()
	source, err := os.ReadFile(os.Getenv("SITREP_AXE"))
	if err != nil {
		if os.Getenv("SITREP_TEST_REQUIRE") == "all" {
			b.t.Fatalf("axe-core is missing: %v", err)
		}
		b.t.Log("axe-core is missing, so nothing is said of accessibility")
		return
	}
	inPage[bool](b, "(() => { "+string(source)+"; return true; })()")
	for _, v := range inPage[[]string](b, `axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
		.then((r) => r.violations.map((v) => v.id + ': ' + v.help + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')))`) {
		b.t.Errorf("%s: axe %s", what, v)
	}
}

// TestServeInBrowser saves the sample ten times, or fifty with SITREP_TEST_LONG, with Chromium looking: each save is
// shown, with the place and the folds that the reader had; a half-saved file leaves the
// page; several tabs see the same; a problem copies as file:line:col. Run with -v it
// tells the times.
func TestServeInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	ctx := startBrowser(t)
	address, file, news := serving(t)
	go func() {
		for range news {
		}
	}()
	b := tab(t, ctx, address)
	b.until(`frame.dataset.version === '1' && frame.dataset.kept === '1'`)
	inPage[bool](b, `(() => { const w = frame.contentWindow, d = w.document;
		[...d.querySelectorAll('details')].slice(-1)[0].open = true; d.querySelectorAll('main section[id]')[3].scrollIntoView({ behavior: 'instant' }); w.scrollBy({ top: 40, behavior: 'instant' }); return true; })()`)
	where := `(() => { const d = frame.contentWindow.document; return Math.round(d.querySelectorAll('main ` +
		`section[id]')[3].getBoundingClientRect().top) + ' ' + [...d.querySelectorAll('details')].slice(-1)[0].open; })()`
	want := inPage[string](b, where)
	inPage[bool](b, `frame.contentWindow.lives = true`)
	saved(b, file, where, want)
	if !inPage[bool](b, `frame.contentWindow.lives === true`) {
		t.Error("the page was loaded anew for an edition")
	}
	b.until(`document.querySelectorAll('#problems .error').length > 0`)
	place := inPage[string](b, `(async () => { let copied = ''; Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (s) => { copied = s; } } });
		document.querySelector('#problems .error button').click(); await new Promise((done) => setTimeout(done, 10)); return copied; })()`)
	if parts := strings.Split(place, ":"); len(parts) < 3 || !strings.HasPrefix(place, filepath.ToSlash(file)) {
		t.Errorf("a problem copies as %q", place)
	}
	b.accessible("serve")
	others := []*browser{tab(t, ctx, address), tab(t, ctx, address)}
	text := bytes.Replace(data.Sample, []byte(`"low": 3000`), []byte(`"low": 2917`), 1)
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, o := range append(others, b) { // the figure first, then a page whose scripts know it
		o.until(`frame.contentDocument.body && frame.contentDocument.querySelector('figure .data')?.textContent.includes('2,917')`)
		o.until(`frame.dataset.version === document.body.dataset.version && frame.contentDocument.body && !frame.contentWindow.lives && frame.contentDocument.querySelector('figure .data')?.textContent.includes('2,917')`)
	}
	if got := inPage[string](b, where); got != want {
		t.Errorf("after a figure changed the reader is at %s, not at %s", got, want)
	}
}

// saved saves the sample many times, holds that each save is shown where the reader is, and tells the times.
func saved(b *browser, file, where, want string) {
	t := b.t
	t.Helper()
	var built, seen []time.Duration
	saves := 10
	if os.Getenv("SITREP_TEST_LONG") != "" {
		saves = 50
	}
	for i := range saves {
		text := bytes.Replace(data.Sample, []byte(`"edition": "`), fmt.Appendf(nil, `"edition": "save%d-`, i), 1)
		half := i%5 == 4
		shown := fmt.Sprintf(`frame.dataset.version === document.body.dataset.version && frame.contentDocument.body && `+
			`frame.contentDocument.body.textContent.includes('save%d-')`, i)
		if half {
			text, shown = text[:len(text)/2], `document.getElementById('state').textContent.startsWith('not built')`
		}
		began := time.Now()
		if err := os.WriteFile(file, text, 0o644); err != nil {
			t.Fatal(err)
		}
		b.until(shown)
		if !half {
			seen = append(seen, time.Since(began))
			built = append(built, time.Duration(inPage[float64](b,
				`parseFloat(document.getElementById('state').textContent.replace(/\D+/g, ' '))`))*time.Millisecond)
		}
		if got := inPage[string](b, where); got != want {
			t.Fatalf("save %d: the reader is at %s, not at %s", i, got, want)
		}
	}
	slices.Sort(built)
	slices.Sort(seen)
	t.Logf("%d saves: read, checked and judged in %v, the slowest %v; from the save to the page shown %v, the slowest %v",
		saves, built[len(built)/2], built[len(built)-1], seen[len(seen)/2], seen[len(seen)-1])
}

// TestSiteInBrowser opens a site from disk, in Spanish: axe finds nothing, and the
// search finds a fact with and without its accents, and leads to its page.
func TestSiteInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	ctx := startBrowser(t)
	dir := t.TempDir()
	for i, edition := range []string{"1", "2"} {
		text := bytes.Replace(data.Sample, []byte(`"edition": "`), []byte(`"edition": "`+edition+`-`), 1)
		if i == 0 {
			text = bytes.Replace(text, []byte(`"low": 3000`), []byte(`"low": 2900`), 1)
		}
		if err := os.WriteFile(filepath.Join(dir, edition+".json"), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(dir, "site")
	if said, err := exec.Command("sitrep", "site", out, filepath.Join(dir, "1.json"), filepath.Join(dir, "2.json"), "--marked", "--format",
		"html").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	for _, page := range []string{"index.html", "changes.html"} {
		b := tab(t, ctx, "file://"+filepath.ToSlash(filepath.Join(out, page)))
		b.accessible(page)
		if lang := inPage[string](b, `document.documentElement.lang`); !strings.HasPrefix(lang, "es") {
			t.Errorf("%s is in %q", page, lang)
		}
		if page == "changes.html" {
			if n := inPage[int](b, `document.querySelectorAll('article li').length`); n == 0 {
				t.Error("no change is told")
			}
			continue
		}
		for _, words := range []string{"Kursk", "munición", "municion"} {
			n := inPage[int](b, `(() => { query.value = '`+words+`'; query.dispatchEvent(new Event('input')); return `+
				`found.querySelectorAll('a').length; })()`)
			if n == 0 {
				t.Errorf("%q finds nothing", words)
			}
		}
		link := inPage[string](b, `found.querySelector('a').href`)
		if c := tab(t, ctx, link); inPage[string](c, `document.querySelector('h1').textContent`) == "" {
			t.Errorf("%s shows nothing", link)
		}
	}
}
