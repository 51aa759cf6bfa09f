package html

import (
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// rest waits until the page has been still for a while and its near figures are alive.
const rest = `const rest = async () => { for (let last = '', same = 0, i = 0; same < 6 && i < 400; i++) {
	await new Promise((done) => setTimeout(done, 50));
	const now = [scrollY, document.documentElement.scrollHeight, document.querySelectorAll('.alive').length].join(' ');
	same = now === last ? same + 1 : 0;
	last = now;
} }; `

// A link of the contents ends where its section begins, though figures come to
// life on the way: at once after opening, smoothly or not, and upwards.
func TestContentsLand(t *testing.T) {
	ctx := browser(t)
	url := pageFile(t, briefingPage.of(t))
	for name, s := range map[string]state{"desktop": states[0], "phone": {width: 360}, "smooth": {width: 1280}} {
		t.Run(name, func(t *testing.T) {
			b := open(t, ctx, url, s)
			if name == "smooth" {
				b.run(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "no-preference"}}}))
			}
			for _, i := range []int{6, 9, 4} {
				off := ask[float64](b, `(async () => { `+rest+`
					const a = document.querySelectorAll('.contents details > ol > li > a')[`+number(i)+`];
					a.click();
					await rest();
					return document.querySelector(a.hash).getBoundingClientRect().top - 16;
				})()`)
				if off < -2 || off > 2 {
					t.Errorf("link %d ends %.0f px off", i, off)
				}
			}
			if n := ask[int](b, `document.querySelectorAll('.alive').length`); n == 0 {
				t.Error("no figure came to life")
			}
			b.check()
		})
	}
}

// Without script a link lands as well.
func TestContentsLandWithoutScript(t *testing.T) {
	b := open(t, browser(t), pageFile(t, briefingPage.of(t)), state{width: 360, noScript: true})
	for _, i := range []int{6, 9, 4} {
		link := `document.querySelectorAll('.contents details > ol > li > a')[` + number(i) + `]`
		do(b, link+`.click()`)
		b.run(chromedp.Sleep(500 * time.Millisecond))
		if off := ask[float64](b, `document.querySelector(`+link+`.hash).getBoundingClientRect().top - 16`); off < -2 || off > 2 {
			t.Errorf("link %d ends %.0f px off", i, off)
		}
	}
	b.check()
}

// A figure that comes to life has its room already: nothing about it moves, whatever kind it is, on a desk as on a telephone.
func TestLifeMovesNothing(t *testing.T) {
	ctx := browser(t)
	url := pageFile(t, briefingPage.of(t))
	for _, width := range []int64{1280, 360, 320} {
		b := open(t, ctx, url, state{width: width})
		type moved struct {
			ID string
			By float64
		}
		all := ask[[]moved](b, `(async () => {
			const all = [...document.querySelectorAll('figure')], pause = () => new Promise((done) => setTimeout(done, 20));
			document.querySelectorAll('main > section').forEach((s) => s.classList.add('laid'));
			const high = new Map(all.filter((f) => !f.querySelector('.alive')).map((f) => [f, f.getBoundingClientRect().height]));
			for (const f of all) {
				f.scrollIntoView({ behavior: 'instant' });
				for (let i = 0; i < 200 && !f.querySelector('.alive'); i++) await pause();
			}
			return [...high].map(([f, h]) => ({ ID: f.id, By: f.getBoundingClientRect().height - h }));
		})()`)
		if len(all) < 8 {
			t.Errorf("%d px: only %d figures slept at first", width, len(all))
		}
		for _, m := range all {
			if m.By < -0.1 || m.By > 0.1 {
				t.Errorf("%d px: %s grows by %.1f px", width, m.ID, m.By)
			}
		}
		b.check()
	}
}

// The contents tell which section is read.
func TestContentsFollow(t *testing.T) {
	b := open(t, browser(t), pageFile(t, samplePage.of(t)), states[0])
	for _, id := range []string{"why", "judgements", "figures"} {
		current := ask[string](b, `(async () => { `+rest+`
			document.getElementById('`+id+`').scrollIntoView({ behavior: 'instant' });
			await rest();
			return [...document.querySelectorAll('.contents [aria-current]')].map((a) => a.hash).join(' ');
		})()`)
		if current != "#"+id {
			t.Errorf("at %s the contents tell %q", id, current)
		}
		edition := ask[string](b, `(() => { const a = document.querySelector('.editions a'); a.addEventListener('click', (e) => e.preventDefault()); a.click(); return a.href.split("/").pop(); })()`)
		if edition != "flood.es-MX.html#"+id {
			t.Errorf("at %s the other edition is %q", id, edition)
		}
	}
	b.check()
}
