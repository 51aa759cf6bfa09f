package html

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"sitrep/report/chart"
	"sitrep/report/doc"
	"sitrep/report/lang"
)

// A tipped is what a mark tells who points at it.
type tipped struct{ Figure, ID, Tip string }

const tips = `(async () => {
	const all = [];
	for (const f of document.querySelectorAll('figure')) {
		const chart = echarts.getInstanceByDom(f.querySelector('.canvas'));
		for (const s of chart.getModel().getSeries()) {
			const data = s.getData();
			for (let i = 0; i < data.count(); i++) {
				const { id } = data.getRawDataItem(i);
				if (!id) continue;
				chart.dispatchAction({ type: 'showTip', seriesIndex: s.seriesIndex, dataIndex: i });
				for (let n = 0; n < 50 && !f.querySelector('.tip'); n++) await new Promise((done) => setTimeout(done, 5));
				all.push({ Figure: f.id, ID: id, Tip: (f.querySelector('.tip') || f).textContent });
				f.querySelectorAll('.tip').forEach((e) => e.remove());
				chart.dispatchAction({ type: 'hideTip' });
			}
		}
	}
	return all;
})()`

// Every mark of every kind of figure tells what the table of its figure has of
// it: value, origin, date, grade and source, each under its heading. A place
// tells the first four of its claims, and how many more there are.
func TestTips(t *testing.T) {
	d := sample(t)
	many := &chart.Chart{ID: "fig-many", Title: "Many claims of one place", Unit: lang.Noun("soldiers"), Language: d.Language,
		Plot: &chart.Map{Places: []chart.Place{{ID: "kursk", Name: "Kursk", Lat: 51.7, Lon: 36.2, Rows: rows(t, d.Language)}}}}
	d.Body[3].(*doc.Section).Blocks = append(d.Body[3].(*doc.Section).Blocks, &doc.Figure{ID: "fig-many", Label: "Figure 9", Chart: many})
	b := open(t, browser(t), pageFile(t, render(t, d)), states[0])
	b.settle()
	told, kinds := ask[[]tipped](b, tips), map[string]int{}
	charts := chartsOf(d.Body)
	for _, tip := range told {
		c := charts[slices.IndexFunc(charts, func(c *chart.Chart) bool { return c.ID == tip.Figure })]
		kinds[tip.Figure]++
		tip.compare(t, c)
	}
	for _, c := range charts {
		if kinds[c.ID] == 0 {
			t.Errorf("%s tells nothing", c.ID)
		}
	}
	b.check()
}

func (tip tipped) compare(t *testing.T, c *chart.Chart) {
	t.Helper()
	table, ids, name := c.Table(), []string{tip.ID}, ""
	if m, ok := c.Plot.(*chart.Map); ok {
		for _, p := range m.Places {
			if p.ID != tip.ID {
				continue
			}
			ids, name = nil, p.Name
			for _, r := range p.Rows {
				ids = append(ids, r.ID)
			}
		}
		if more := c.Language.Count("html.moreRefs", max(len(ids)-4, 1)); strings.Contains(tip.Tip, more) != (len(ids) > 4) {
			t.Errorf("%s of %s has %d claims, but %q is said: %q", tip.ID, c.ID, len(ids), more, tip.Tip)
		}
		ids = ids[:min(4, len(ids))]
	}
	for _, id := range ids {
		i := slices.Index(table.IDs, id)
		if i < 0 {
			t.Fatalf("%s is not in the table of %s", id, c.ID)
		}
		for k, cell := range table.Rows[i] {
			want := table.Head[k] + cell
			if cell == "" || cell == name || strings.HasPrefix(tip.Tip, cell) { // it is the heading
				continue
			}
			if !strings.Contains(tip.Tip, want) {
				t.Errorf("%s of %s does not tell %q: %q", id, c.ID, want, tip.Tip)
			}
		}
	}
}

func chartsOf(blocks []doc.Block) []*chart.Chart {
	var all []*chart.Chart
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Section:
			all = append(all, chartsOf(b.Blocks)...)
		case *doc.Figure:
			all = append(all, b.Chart)
		}
	}
	return all
}

// The option is pure data: it has no function's source, nor go-echarts' marks of one.
func TestOptionIsData(t *testing.T) {
	for _, b := range figures(t, sample(t).Language).Blocks {
		text, err := json.Marshal(live(b.(*doc.Figure).Chart, b.(*doc.Figure).Chart.Marks()))
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range []string{"__f__", "function", "=>", "<", ">"} {
			if strings.Contains(string(text), code) {
				t.Errorf("%s: the option holds %q", b.(*doc.Figure).ID, code)
			}
		}
	}
}

// A shown is what a reader sees of a figure: the texts of the picture for that width; and when it is
// alive those that stay in the picture and those that the engine draws.
type shown struct {
	ID                  string
	Picture, Rest, Live []string
}

const showing = `[...document.querySelectorAll('figure')].map((f) => {
	const texts = (selector) => [...f.querySelectorAll(selector)].map((e) => e.textContent).sort(), still = innerWidth <= 640 ? '.narrow' : '.wide';
	return { ID: f.id, Picture: texts(still + ' text'), Rest: texts(still + ' svg > text'), Live: texts('.canvas svg text') };
})`

// pictured holds that each live figure is its picture: the same texts, each once, in the same places.
func pictured(b *tab) {
	b.t.Helper()
	for _, s := range ask[[]shown](b, showing) {
		all := append(s.Rest, s.Live...)
		slices.Sort(all)
		slices.Sort(s.Picture)
		if !slices.Equal(all, s.Picture) {
			b.t.Errorf("%s: the picture says\n%q\nalive\n%q", s.ID, s.Picture, all)
		}
	}
	for _, off := range ask[[]string](b, displaced) {
		b.t.Error(off)
	}
}

// displaced lists the live texts that stand elsewhere than the picture's.
const displaced = `[...document.querySelectorAll('figure')].flatMap((f) => {
	const box = (e) => { const r = e.getBoundingClientRect(); return [r.left, r.top + r.height / 2, r.width]; };
	const still = [...f.querySelectorAll((innerWidth <= 640 ? '.narrow' : '.wide') + ' g text')];
	return [...f.querySelectorAll('.canvas svg text')].filter((e) => !still.some((s) => s.textContent === e.textContent &&
		box(s).every((v, i) => Math.abs(v - box(e)[i]) < 1.6))).map((e) => f.id + ': ' + e.textContent + ' at ' + box(e).map(Math.round));
})`

// The arrow keys walk a figure's marks, each with its tip; Enter opens the card of the one shown, Escape leads back.
func TestWalk(t *testing.T) {
	b := open(t, browser(t), pageFile(t, samplePage.of(t)), states[0])
	b.settle()
	b.run(chromedp.Focus("#fig-1 .canvas"))
	const told = `(async () => { await new Promise((done) => setTimeout(done, 150));
		const tip = document.querySelector('#fig-1 .tip'), seen = tip && tip.checkVisibility({ visibilityProperty: true, opacityProperty: true });
		return (seen ? tip.querySelector('strong').textContent : 'nothing') + '|' + document.querySelector('#fig-1 [role=status].hidden').textContent.split(',')[0]; })()`
	for _, step := range []struct{ key, want string }{
		{kb.ArrowDown, "NIS (South Korea)"}, {kb.ArrowDown, "White House (USA)"}, {kb.ArrowUp, "NIS (South Korea)"},
		{kb.End, "Ministry of Foreign Affairs of the Democratic People’s Republic of Korea"}, {kb.Home, "NIS (South Korea)"}, {kb.ArrowRight, "White House (USA)"},
	} {
		b.run(chromedp.KeyEvent(step.key))
		if got := ask[string](b, told); got != step.want+"|"+step.want {
			t.Errorf("%q tells %q, want %q", step.key, got, step.want)
		}
	}
	b.run(chromedp.KeyEvent(kb.Enter))
	if got := ask[place](b, standing); !got.Open || got.At != "panel" || ask[string](b, `document.querySelector('.panel h3').textContent`) != "White House (USA)" {
		t.Errorf("Enter opens %+v", got)
	}
	b.run(chromedp.KeyEvent(kb.Escape))
	if got := ask[place](b, standing); got.Open || !ask[bool](b, `document.activeElement === document.querySelector('#fig-1 .canvas')`) {
		t.Errorf("Escape leads to %+v", got)
	}
	b.check()
}
