package html

import (
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

const drawings = `(async () => { await new Promise((done) => setTimeout(done, 400));
	return [...document.querySelectorAll('figure')].map((f) => {
		const origin = f.querySelector('.canvas').getBoundingClientRect(), at = (e) => { const r = e.getBoundingClientRect(); return [r.left - origin.left, r.top - origin.top, r.width, r.height].map(Math.round).join(' '); };
		return f.id + '\n' + [...f.querySelectorAll('.canvas svg :is(path, text, circle, rect, polyline)')].map((e) => e.tagName + ' ' + at(e) + ' ' + e.textContent + ' ' + (e.getAttribute('fill') || '')).join('\n');
	}); })()`

// A live figure whose window changes its width, past the width at which the
// narrow picture takes over and back, is that of a page opened at that width.
func TestResize(t *testing.T) {
	ctx, url := browser(t), pageFile(t, samplePage.of(t))
	fresh := map[int64][]string{}
	var b *tab
	for _, width := range []int64{380, 1280} {
		b = open(t, ctx, url, state{width: width})
		b.settle()
		fresh[width] = ask[[]string](b, drawings)
	}
	for _, width := range []int64{380, 1280} {
		b.run(call(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 900, DeviceScaleFactor: 1, Mobile: width < 500}))
		if got := ask[[]string](b, drawings); !slices.Equal(got, fresh[width]) {
			for i := range got {
				if got[i] != fresh[width][i] {
					t.Errorf("after a change to %d px:\n%.600s\nopened at it:\n%.600s", width, got[i], fresh[width][i])
				}
			}
		}
	}
	b.check()
}
