package html

import "testing"

// In forced colours, light or dark, every text of a picture stands on another
// colour than its own, and what is tinted is unlike what is solid.
func TestForcedColours(t *testing.T) {
	ctx := browser(t)
	url := pageFile(t, samplePage.of(t))
	for _, scheme := range []string{"light", "dark"} {
		b := open(t, ctx, url, state{width: 1280, scheme: scheme, forced: true})
		type report struct {
			Texts  int
			Hidden []string
			Fills  map[string]string
		}
		got := ask[report](b, `(async () => {
			document.querySelectorAll('main > section').forEach((s) => s.classList.add('laid'));
			const hidden = [], texts = [...document.querySelectorAll('.wide svg text')], fills = {};
			for (const e of texts) {
				e.scrollIntoView({ block: 'center', behavior: 'instant' });
				const r = e.getBoundingClientRect(), at = document.elementsFromPoint(r.left + r.width / 2, r.top + r.height / 2);
				const under = at.slice(at.indexOf(e) + 1).find((x) => x.tagName === 'path' && getComputedStyle(x).fill !== 'none');
				const ground = under ? getComputedStyle(under).fill : getComputedStyle(document.documentElement).backgroundColor;
				if (ground === getComputedStyle(e).fill) hidden.push(e.textContent);
			}
			for (const name of ['confirmed', 'confirmed-soft', 'paper', 'grid']) {
				const e = document.createElementNS('http://www.w3.org/2000/svg', 'path');
				e.setAttribute('class', 'f-' + name);
				document.querySelector('.wide svg').append(e);
				fills[name] = getComputedStyle(e).fill;
			}
			return { Texts: texts.length, Hidden: hidden, Fills: fills };
		})()`)
		if got.Texts < 100 || len(got.Hidden) > 0 {
			t.Errorf("%s: of %d texts are not to be seen: %q", scheme, got.Texts, got.Hidden)
		}
		if got.Fills["confirmed"] == got.Fills["confirmed-soft"] || got.Fills["confirmed-soft"] != got.Fills["paper"] {
			t.Errorf("%s: fillings are %v", scheme, got.Fills)
		}
		b.check()
	}
}
