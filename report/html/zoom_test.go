package html

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A map is enlarged by its buttons and by keys, and moved by dragging: picture and marks together, and what is saved is whole.
func TestZoom(t *testing.T) {
	b := open(t, browser(t), pageFile(t, render(t, sample(t))), states[0])
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
