package html

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// A reached is a mark, and where the middle of its shape stands in the window.
type reached struct {
	ID   string
	Card bool // there is one
	X, Y float64
}

// marksOf lists the marks of a figure by what is drawn of them.
const marksOf = `((f) => {
	f.scrollIntoView({ behavior: 'instant', block: 'center' });
	const chart = echarts.getInstanceByDom(f.querySelector('.canvas')), at = f.querySelector('.canvas').getBoundingClientRect(), all = [];
	for (const s of chart.getModel().getSeries()) {
		const data = s.getData();
		for (let i = 0; i < data.count(); i++) {
			const { id } = data.getRawDataItem(i), drawn = data.getItemGraphicEl(i);
			if (!id || !drawn) continue;
			let loud = null;
			drawn.traverse((e) => { if (e.isGroup || e.silent) return; loud = loud || e; });
			if (!loud) { all.push({ ID: id + ' (nothing of it answers)', X: -1, Y: -1 }); continue; }
			const r = loud.getPaintRect ? loud.getPaintRect() : loud.getBoundingRect();
			all.push({ ID: id, Card: !!document.getElementById('_card-' + (data.getRawDataItem(i).facts || [id])[0]), X: at.left + r.x + r.width / 2, Y: at.top + r.y + r.height / 2 });
		}
	}
	return all;
})`

// Where a mark of any kind of figure is drawn, the pointer gets its tip and a
// press opens its card, with a mouse as with a finger's tap.
func TestPointer(t *testing.T) {
	ctx := browser(t)
	for _, s := range []state{states[0], {width: 360}} {
		b := open(t, ctx, pageFile(t, samplePage.of(t)), s)
		b.settle()
		cards := 0
		for _, id := range ask[[]string](b, `[...document.querySelectorAll('figure')].map((f) => f.id)`) {
			marks := ask[[]reached](b, marksOf+`(document.getElementById('`+id+`'))`)
			if len(marks) == 0 {
				t.Errorf("%d: %s has no marks", s.width, id)
			}
			for i, m := range marks {
				if m.X < 0 {
					t.Errorf("%d: %s: %s", s.width, id, m.ID)
					continue
				}
				if i > 2 && i < len(marks)-1 {
					continue
				}
				b.run(chromedp.MouseEvent("mouseMoved", m.X-1, m.Y), chromedp.MouseEvent("mouseMoved", m.X, m.Y))
				if !ask[bool](b, `(async () => { for (let n = 0; n < 40; n++) { if (document.querySelector('#`+id+` .tip')?.checkVisibility()) return true; await new Promise((done) => setTimeout(done, 10)); } return false; })()`) {
					t.Errorf("%d: %s: no tip at %s (%.0f, %.0f)", s.width, id, m.ID, m.X, m.Y)
				}
				if !m.Card {
					continue
				}
				cards++
				b.run(chromedp.MouseClickXY(m.X, m.Y))
				if !ask[bool](b, `(async () => { for (let n = 0; n < 40; n++) { if (document.querySelector('.panel').matches(':popover-open')) { document.querySelector('.panel').hidePopover(); return true; } await new Promise((done) => setTimeout(done, 10)); } return false; })()`) {
					t.Errorf("%d: %s: no card at %s", s.width, id, m.ID)
				}
			}
		}
		if cards < 10 {
			t.Errorf("%d: only %d cards were opened", s.width, cards)
		}
		b.check()
	}
}
