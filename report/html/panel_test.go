package html

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A place is where the keyboard stands.
type place struct {
	Open     bool   // a panel is open
	At       string // the text of the element that has the focus
	Expanded int    // values that say that their panel is open
	Scroll   float64
}

const standing = `(async () => { await new Promise((done) => setTimeout(done, 100)); return {
	Open: document.querySelector('.panel').matches(':popover-open'), At: document.activeElement === document.body ? 'body' : document.activeElement.className === 'panel' ? 'panel' : document.activeElement.textContent,
	Expanded: document.querySelectorAll('a.value[aria-expanded="true"]').length, Scroll: scrollY }; })()`

// The keyboard goes through the panel and on from its value, and back to it.
func TestPanelInOrder(t *testing.T) {
	b := open(t, browser(t), pageFile(t, samplePage.of(t)), states[0])
	tab := func(mod ...chromedp.KeyOption) { b.run(chromedp.KeyEvent(kb.Tab, mod...)) }
	enter := func() { b.run(chromedp.Focus("a.value"), chromedp.KeyEvent(kb.Enter)) }
	value := "between 24,600 and 27,900 people"
	enter()
	start := ask[place](b, standing)
	for _, want := range []string{"×", "Situation bulletin 12", "1", "Judgement 1"} {
		tab()
		if got := ask[place](b, standing); got.At != want || !got.Open || got.Expanded != 1 {
			t.Fatalf("Tab leads to %+v, want %q in the panel", got, want)
		}
	}
	tab()
	if got, want := ask[place](b, standing), (place{false, "1", 0, start.Scroll}); got != want {
		t.Errorf("Tab leads out of the panel to %+v, want the note after the value: %+v", got, want)
	}
	enter()
	tab(chromedp.KeyModifiers(chromedp.ModifierShift))
	if got, want := ask[place](b, standing), (place{false, value, 0, start.Scroll}); got != want {
		t.Errorf("Shift and Tab lead out of the panel to %+v, want the value: %+v", got, want)
	}
	b.check()
}

// A link out of the panel leaves its value shut, and so does a second press of the value.
func TestPanelShuts(t *testing.T) {
	b := open(t, browser(t), pageFile(t, samplePage.of(t)), states[0])
	press := func(selector string) {
		at := ask[[]float64](b, `(() => { const r = document.querySelector('`+selector+`').getClientRects()[0]; return [r.left + r.width / 2, r.top + r.height / 2]; })()`)
		b.run(chromedp.MouseClickXY(at[0], at[1]))
	}
	press("a.value")
	press(".panel a[href=\"#j1\"]")
	if got := ask[place](b, standing); got.Open || got.Expanded != 0 || got.Scroll == 0 {
		t.Errorf("after a link was followed: %+v", got)
	}
	do(b, `scrollTo({ top: 0, behavior: 'instant' })`)
	press("a.value")
	if got := ask[place](b, standing); !got.Open || got.Expanded != 1 {
		t.Errorf("after a press: %+v", got)
	}
	press("a.value")
	if got := ask[place](b, standing); got.Open || got.Expanded != 0 {
		t.Errorf("after a second press: %+v", got)
	}
	b.check()
}

// One card leads to another, and the way back is the first value's.
func TestPanelLeadsOn(t *testing.T) {
	b := open(t, browser(t), pageFile(t, samplePage.of(t)), states[0])
	b.run(chromedp.Focus("a.value"), chromedp.KeyEvent(kb.Enter))
	do(b, `const v = [...document.querySelectorAll('main a.value')].find((e) => e.hash === '#_card-uni-may').cloneNode(true); document.querySelector('.panel').append(v); v.click()`)
	if got := ask[string](b, `document.querySelector('.panel h3').textContent`); got != "Technical University: at least 58,700 people" {
		t.Errorf("the value leads on to %q", got)
	}
	b.run(chromedp.KeyEvent(kb.Escape))
	if got := ask[place](b, standing); got.Open || got.Expanded != 0 || got.At != "between 24,600 and 27,900 people" {
		t.Errorf("Escape leads to %+v", got)
	}
	b.check()
}

// markLeadsOn holds that a card opened from a mark's card stands where that one
// stood, and that Escape leads back to the mark's figure, which has not moved.
func markLeadsOn(b *tab) {
	b.t.Helper()
	type at struct{ Left, Scroll float64 }
	const where = `(() => { const r = document.querySelector('.panel').getBoundingClientRect(); return { Left: r.left, Scroll: scrollY }; })()`
	before := ask[at](b, where)
	do(b, `const v = [...document.querySelectorAll('main a.value')].find((e) => e.hash === '#_card-uni-may').cloneNode(true); document.querySelector('.panel').append(v); v.click()`)
	after := ask[at](b, where)
	if title := ask[string](b, `document.querySelector('.panel h3').textContent`); title != "Technical University: at least 58,700 people" || before.Left != after.Left || before.Scroll != after.Scroll {
		b.t.Errorf("the card of a mark at %+v leads on to %q at %+v", before, title, after)
	}
	b.run(chromedp.KeyEvent(kb.Escape))
	if got := ask[place](b, standing); got.Open || got.Scroll != before.Scroll || !ask[bool](b, `document.activeElement === document.querySelector('#fig-1 .canvas')`) {
		b.t.Errorf("Escape leads to %+v, want the figure", got)
	}
}

// A mark opens its card by mouse and by touch, and the card stays; Escape puts a tip away.
func TestMarks(t *testing.T) {
	ctx := browser(t)
	url := pageFile(t, samplePage.of(t))
	point := `(async () => { document.querySelector('#fig-1 .canvas').scrollIntoView({ block: 'center', behavior: 'instant' }); await new Promise((done) => setTimeout(done, 400));
		const e = [...document.querySelectorAll('#fig-1 .canvas svg text')].find((e) => e.textContent.includes('12,000')), r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })()`
	for _, touch := range []bool{false, true} {
		s := states[0]
		if touch {
			s = state{width: 360}
		}
		b := open(t, ctx, url, s)
		if touch {
			b.run(call(emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true}))
		}
		b.settle()
		at := ask[[]float64](b, point)
		if touch {
			b.run(call(input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: "touchStart", TouchPoints: []*input.TouchPoint{{X: at[0], Y: at[1]}}}),
				call(input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: "touchEnd", TouchPoints: []*input.TouchPoint{}}))
		} else {
			b.run(chromedp.MouseEvent("mouseMoved", at[0]-1, at[1]), chromedp.MouseEvent("mouseMoved", at[0], at[1]), chromedp.WaitVisible("#fig-1 .tip"), chromedp.KeyEvent(kb.Escape))
			if ask[bool](b, `(async () => { await new Promise((done) => setTimeout(done, 300)); return !!document.querySelector('#fig-1 .tip').checkVisibility({ opacityProperty: true, visibilityProperty: true }); })()`) {
				t.Error("Escape leaves the tip")
			}
			b.run(chromedp.MouseClickXY(at[0], at[1]))
		}
		ask[bool](b, `new Promise((done) => setTimeout(() => done(true), 500))`)
		if got := ask[string](b, `document.querySelector('.panel:popover-open h3')?.textContent || 'no card'`); got != "HUR (Ukraine)" {
			t.Errorf("touch %v: the mark opens %q", touch, got)
		}
		markLeadsOn(b)
		b.check()
	}
}
