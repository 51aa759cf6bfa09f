package html

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// BenchmarkOpening measures how long a page takes from opening to being usable: its
// text is painted in its own letters, and its values and links answer. The page
// opens as a reader's does, with no developer's tools attached, which would slow
// it, and alone; afterwards it is asked. What is laid out later, when there is
// time, is not in it. The benchmark's own time has the start and the rest of the page, and is not what is measured.
func BenchmarkOpening(b *testing.B) {
	ctx, err := started()
	if err != nil {
		b.Skip(err)
	}
	for _, tag := range []string{"es-MX", "en"} {
		b.Run(tag, func(b *testing.B) {
			url := pageFile(b, render(b, briefing(b, tag)))
			var all []float64
			for b.Loop() {
				all = append(all, usable(b, ctx, url))
			}
			slices.Sort(all)
			b.ReportMetric(all[len(all)/2], "usable-ms")
		})
	}
}

// usable opens a page and returns after how many milliseconds its largest text
// was painted and its script had run, whichever was later.
func usable(t testing.TB, ctx context.Context, url string) float64 {
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
