package html

import (
	"context"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// How long a page takes from opening to being usable is measured, and said: its
// text is painted in its own letters, and its values and links answer. The page
// opens as a reader's does, with no developer's tools attached, which would slow
// it, and alone; afterwards it is asked. What is laid out later, when there is
// time, is not in it. Where everything is required each page
// is opened five times.
func TestOpening(t *testing.T) {
	ctx := browser(t)
	times := 3
	if os.Getenv("SITREP_TEST_REQUIRE") == "all" {
		times = 5
	}
	for _, tag := range []string{"es-MX", "en"} {
		url := pageFile(t, render(t, briefing(t, tag)))
		var all []float64
		for range times {
			all = append(all, usable(t, ctx, url))
		}
		slices.Sort(all)
		t.Logf("%s: usable after %.0f ms (median of %d; %.0f–%.0f)", tag, all[times/2], times, all[0], all[times-1])
	}
}

// usable opens a page and returns after how many milliseconds its largest text
// was painted and its script had run, whichever was later.
func usable(t *testing.T, ctx context.Context, url string) float64 {
	t.Helper()
	id, err := chromedp.Run(ctx, chromedp.Action[target.ID](func(ctx context.Context, t *chromedp.Target) (target.ID, error) {
		made, err := cdp.Call(ctx, t, target.CreateTarget, target.CreateTargetParams{URL: url})
		return made.TargetID, err
	}))
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(1500 * time.Millisecond) // until it rests
	ctx, stop := chromedp.NewContext(ctx, chromedp.WithTargetID(id))
	defer stop()
	return ask[float64](&tab{t: t, ctx: ctx}, `(async () => {
		const painted = await new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }));
		return Math.max(painted, performance.getEntriesByType('navigation')[0].domInteractive);
	})()`)
}

// As the page opens only what is in view is laid out, and nothing is unpacked:
// the rest is laid out when there is time, until all of it is.
func TestLayoutWaits(t *testing.T) {
	ctx := browser(t)
	url := pageFile(t, render(t, briefing(t, "en")))
	laid := `[...document.querySelectorAll('main > section > :last-child')].filter((e) => e.checkVisibility({ contentVisibilityAuto: true })).length`
	sections := `document.querySelectorAll('main > section').length`
	without := open(t, ctx, url, state{width: 1280, noScript: true})
	if n, of := ask[int](without, laid), ask[int](without, sections); n > 3 || of < 10 {
		t.Errorf("%d of %d sections are laid out at first", n, of)
	}
	b := open(t, ctx, url, states[0])
	n := ask[int](b, `(async () => {
		for (let i = 0; i < 100 && `+laid+` < `+sections+`; i++) await new Promise((done) => setTimeout(done, 50));
		return `+sections+` - `+laid+`;
	})()`)
	if n != 0 {
		t.Errorf("%d sections were never laid out", n)
	}
	if ask[bool](b, `!!window.echarts || typeof sitrepFigures !== 'undefined'`) {
		t.Error("the engine was started though no figure is near")
	}
	b.check()
}
