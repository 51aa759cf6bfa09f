package html

import (
	"os"
	"slices"
	"testing"
)

// How long a page takes from opening to being usable is measured, and said: its
// text is painted, and its values and links answer. Where everything is required
// each page is opened ten times.
func TestOpening(t *testing.T) {
	ctx := browser(t)
	times := 3
	if os.Getenv("SITREP_TEST_REQUIRE") == "all" {
		times = 10
	}
	for _, tag := range []string{"es-MX", "en"} {
		url := pageFile(t, render(t, briefing(t, tag)))
		var all []float64
		for range times {
			b := open(t, ctx, url, states[0])
			all = append(all, ask[float64](b, `(async () => {
				while (!performance.getEntriesByName('first-contentful-paint').length) await new Promise((done) => setTimeout(done, 10));
				return Math.max(performance.getEntriesByType('navigation')[0].domInteractive, performance.getEntriesByName('first-contentful-paint')[0].startTime);
			})()`))
			b.check()
		}
		slices.Sort(all)
		t.Logf("%s: usable after %.0f ms (median of %d; %.0f–%.0f)", tag, (all[(times-1)/2]+all[times/2])/2, times, all[0], all[times-1])
	}
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
	if ask[bool](b, `!!window.echarts || typeof twins !== 'undefined'`) {
		t.Error("the engine was started though no figure is near")
	}
	b.check()
}
