package html

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A map is enlarged by its buttons and by keys, and moved by dragging: picture and marks together, and what is saved is whole.
func TestZoom(t *testing.T) {
	b := open(t, browser(t), pageFile(t, samplePage.of(t)), states[0])
	b.settle()
	const figure = `document.querySelector('figure:has(.zoom)')`
	type seen struct {
		Apart, Left float64 // how far the mark's shape over the picture is from the one in the picture, and where that is
		Wide        float64 // of the map's picture
	}
	look := func() seen {
		return ask[seen](b, `(() => { const f = `+figure+`, still = [...f.querySelectorAll('.still')].find((e) => e.getClientRects().length);
			const text = (e) => [...e.querySelectorAll('text')].find((x) => x.textContent === 'Kursk').getBoundingClientRect();
			const a = text(still.querySelector('[data-id]').parentElement), c = text(f.querySelector('.canvas svg'));
			return { Apart: Math.hypot(a.left - c.left, a.top - c.top), Left: a.left, Wide: still.querySelector('svg').getBoundingClientRect().width }; })()`)
	}
	first := look()
	press := func(i string) { do(b, figure+`.querySelectorAll('.zoom button')[`+i+`].click()`) }
	press("0")
	press("0")
	if now := look(); now.Wide < 2*first.Wide || now.Apart > 4 {
		t.Errorf("enlarged, it is %+v; at first %+v", now, first)
	}
	press("2")
	pinch(b, figure)
	if now := look(); now.Wide < 1.5*first.Wide || now.Apart > 4 {
		t.Errorf("with two fingers it is %+v; at first %+v", now, first)
	}
	b.run(chromedp.ScrollIntoView(`figure:has(.zoom) .canvas`))
	do(b, figure+`.querySelector('.canvas').focus()`)
	b.run(chromedp.KeyEvent(kb.ArrowRight))
	if in := ask[bool](b, `(() => { const f = `+figure+`, c = f.querySelector('.canvas').getBoundingClientRect(), t = f.querySelector('.tip').getBoundingClientRect();
		return t.right > c.left && t.left < c.right && t.bottom > c.top - 200 && t.top < c.bottom; })()`); !in {
		t.Error("the mark that the keyboard goes to is not in the frame")
	}
	b.run(chromedp.KeyEvent("0"))
	if now := look(); now.Wide != first.Wide || now.Left != first.Left {
		t.Errorf("shown whole again, it is %+v; at first %+v", now, first)
	}
	b.check()
}

// pinch parts two fingers over a figure's middle, to twice as far apart.
func pinch(b *tab, figure string) {
	b.t.Helper()
	at := ask[[]float64](b, `(() => { const c = `+figure+`.querySelector('.canvas'); c.scrollIntoView({ block: 'center', behavior: 'instant' });
		const r = c.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })()`)
	touch := func(kind string, apart float64) {
		one, two, fingers := 1.0, 2.0, []*input.TouchPoint{}
		if apart > 0 {
			fingers = []*input.TouchPoint{{X: at[0] - apart, Y: at[1], ID: &one}, {X: at[0] + apart, Y: at[1], ID: &two}}
		}
		b.run(call(input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventType(kind), TouchPoints: fingers}))
	}
	touch("touchStart", 30)
	for apart := 30.0; apart <= 60; apart += 10 {
		touch("touchMove", apart)
	}
	touch("touchEnd", 0)
}
