package html

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	goruntime "runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// without skips a test for want of a tool, or fails it where nothing may be skipped.
func without(t testing.TB, tool string) {
	t.Helper()
	if os.Getenv("SITREP_TEST_REQUIRE") == "all" {
		t.Fatalf("%s is missing", tool)
	}
	t.Skipf("%s is missing", tool)
}

// started is the browser that all tests share, each with windows of its own; it starts when the first needs it.
var started = sync.OnceValues(startBrowser)

// stopBrowser ends it.
var stopBrowser = func() {}

// vacant are the windows that no test looks at: the next test goes on in one of them, in which the engine is compiled already.
var vacant = make(chan *window, 8)

// lanes is how many tests look at pages at a time: one more than a small machine has processors, for some wait.
const lanes = "3"

func TestMain(m *testing.M) {
	flag.Parse()
	if goruntime.GOMAXPROCS(0) < 3 {
		flag.Set("test.parallel", lanes)
	}
	code := m.Run()
	stopBrowser()
	os.Exit(code)
}

var errNoBrowser = errors.New("chromium is missing")

func startBrowser() (context.Context, error) {
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil && path == "" {
			path = p
		}
	}
	if path == "" {
		return nil, errNoBrowser
	}
	options := append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...)
	options = append(options, chromedp.WindowSize(1280, 900))
	for _, flag := range []string{"no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync"} {
		options = append(options, chromedp.Flag(flag, true))
	}
	// No window shows the browser's own tab strip, so its pages are not loaded ahead; the rest is chromedp's default.
	options = append(options, chromedp.Flag("disable-features", "Translate,BlinkGenPropertyTrees,PreloadTopChromeWebUI"))
	ctx, stopAllocator := chromedp.NewExecAllocator(context.Background(), append(options, chromedp.ExecPath(path))...)
	ctx, stop := chromedp.NewContext(ctx)
	stopBrowser = func() { stop(); stopAllocator() }
	return ctx, chromedp.Do(ctx)
}

// browser is the shared browser; the test goes on beside the others that use it.
func browser(t *testing.T) context.Context {
	t.Helper()
	t.Parallel()
	ctx, err := started()
	switch {
	case errors.Is(err, errNoBrowser):
		without(t, "chromium")
	case err != nil:
		t.Fatal(err)
	}
	return ctx
}

// A state is how a page is looked at.
type state struct {
	name     string
	width    int64
	scheme   string // light where it is empty
	media    string
	forced   bool // forced colours
	noScript bool
	once     bool // shown only to the sample, which is quicker
	sameInk  bool // its colours are those of another state
}

// still reports whether figures are pictures in that state.
func (s state) still() bool { return s.noScript || s.forced || s.media == "print" }

// states are all the ways in which a page must hold.
var states = []state{
	{name: "desktop", width: 1280}, {name: "desktop-dark", width: 1280, scheme: "dark", once: true}, {name: "tablet", width: 768, once: true, sameInk: true},
	{name: "phone", width: 360, once: true}, {name: "phone-dark", width: 360, scheme: "dark"}, {name: "narrowest", width: 320, sameInk: true},
	{name: "print", width: 794, media: "print"}, {name: "forced", width: 1280, forced: true, once: true},
	{name: "noscript", width: 1280, noScript: true, once: true}, {name: "phone-noscript", width: 360, noScript: true, sameInk: true},
}

// A window is one of the browser's, which one test after the other looks at.
type window struct {
	ctx  context.Context
	stop context.CancelFunc
	mu   sync.Mutex
	user *tab // that hears what happens in it; nil where no test looks
}

// hear passes on what happens in the window.
func (w *window) hear(event any) {
	w.mu.Lock()
	user := w.user
	w.mu.Unlock()
	if user != nil {
		user.listen(event)
	}
}

// look makes b the one that hears.
func (w *window) look(b *tab) {
	w.mu.Lock()
	w.user = b
	w.mu.Unlock()
}

// take returns a vacant window, or a new one.
func take(ctx context.Context) (*window, error) {
	select {
	case w := <-vacant:
		return w, nil
	default:
	}
	w := &window{}
	w.ctx, w.stop = chromedp.NewContext(ctx, chromedp.WithListener(w.hear), chromedp.WithNewWindow(true))
	return w, chromedp.Do(w.ctx)
}

// leave empties a window for the next test; what a test has failed in is closed.
func (w *window) leave(failed bool) {
	w.look(nil)
	if failed || chromedp.Do(w.ctx, call(emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{}), chromedp.Navigate("about:blank")) != nil {
		w.stop()
		return
	}
	select {
	case vacant <- w:
	default:
		w.stop()
	}
}

// A tab is one page open in the browser, and what it has complained of.
type tab struct {
	t          testing.TB
	ctx        context.Context
	mu         sync.Mutex
	complaints []string
}

// pageFile puts a page where the browser can open it, as a file like any other.
func pageFile(t testing.TB, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}

// open opens a page in a window that the test has for itself.
func open(t *testing.T, ctx context.Context, url string, s state) *tab {
	t.Helper()
	w, err := take(ctx)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(w.ctx, 5*time.Minute) // the machine may be busy with all else
	t.Cleanup(func() { stop(); w.leave(t.Failed()) })
	b := &tab{t: t, ctx: ctx}
	w.look(b)
	scheme := s.scheme
	if scheme == "" {
		scheme = "light"
	}
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}
	if s.forced {
		features = append(features, &emulation.MediaFeature{Name: "forced-colors", Value: "active"})
	}
	b.run(call(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}),
		call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: s.noScript}),
		call(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: s.width, Height: 900, DeviceScaleFactor: 1, Mobile: s.width < 500}),
		call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: s.media, Features: features}),
		chromedp.Navigate(url))
	return b
}

// call makes an action of a command of the protocol.
func call[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, params)
		return err
	})
}

func (b *tab) listen(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		for _, a := range e.Args {
			b.complain("console %s: %s", e.Type, a.Value)
		}
	case *runtime.EventExceptionThrown:
		b.complain("exception: %s %+v", e.ExceptionDetails.Text, e.ExceptionDetails.Exception)
	case *log.EventEntryAdded:
		b.complain("log %s: %s", e.Entry.Level, e.Entry.Text)
	case *cdppage.EventJavascriptDialogOpening:
		b.complain("dialog: %s", e.Message)
		go chromedp.Do(b.ctx, call(cdppage.HandleJavaScriptDialog, cdppage.HandleJavaScriptDialogParams{})) // else the page would wait for ever
	case *cdppage.EventFrameRequestedNavigation:
		b.complain("navigation to %s", e.URL)
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, "file:///") && !strings.HasPrefix(u, "data:font/") && !strings.HasPrefix(u, "blob:") {
			b.complain("request: %.120s", u)
		}
	}
}

func (b *tab) complain(format string, args ...any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.complaints = append(b.complaints, fmt.Sprintf(format, args...))
}

// check reports the complaints, and forgets them.
func (b *tab) check() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.complaints {
		b.t.Error(c)
	}
	b.complaints = nil
}

func (b *tab) run(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// ask evaluates an expression in the page; a promise is waited for.
func ask[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

// do evaluates an expression for what it does.
func do(b *tab, expression string) {
	b.t.Helper()
	ask[bool](b, "(() => { "+expression+"; return true; })()")
}

// settle scrolls through the page so that every figure comes to life, and waits for it. The page's clock leaps, so that it
// takes the reader for rested at each.
func (b *tab) settle() {
	b.t.Helper()
	ask[bool](b, `(async () => {
		const now = performance.now.bind(performance);
		let leaps = 0;
		performance.now = () => now() + 1000 * ++leaps;
		const pause = (ms) => new Promise((done) => setTimeout(done, ms));
		for (const f of document.querySelectorAll('figure')) {
			f.scrollIntoView({ behavior: 'instant' });
			for (let i = 0; i < 100 && !f.querySelector('.canvas svg :is(path, rect)') && !matchMedia('(forced-colors: active)').matches; i++) await pause(20);
		}
		for (let i = 0; i < 100 && document.querySelector('.js main > :not(.laid)'); i++) await pause(20);
		scrollTo({ top: 0, behavior: 'instant' });
		await pause(50);
		return true;
	})()`)
}

// TestSchemeIsBesideTheBanner: on a phone, the button of light and dark lies on no letter of a long marking.
func TestSchemeIsBesideTheBanner(t *testing.T) {
	ctx := browser(t)
	page := render(t, trialled(t, "cholera-outbreak"))
	for _, width := range []int64{390, 1440} {
		b := open(t, ctx, pageFile(t, page), state{width: width})
		over := ask[float64](b, `(() => { const r = document.createRange(), p = document.querySelector('.banner .tlp');
			p.textContent = 'CONFIDENTIEL UE/EU CONFIDENTIAL // REL TO UA AND TO OTHERS';
			r.selectNodeContents(p);
			return document.querySelector('.scheme').getBoundingClientRect().right - Math.min(...[...r.getClientRects()].map((c) => c.left)); })()`)
		if over > 0 {
			t.Errorf("at %d px, the button lies on %.0f px of the marking", width, over)
		}
	}
}
