package html

import (
	"slices"
	"strings"
	"testing"

	"sitrep/report/chart"
	"sitrep/report/doc"
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
	many := &chart.Chart{ID: "fig-many", Title: "Many claims of one place", Unit: "soldiers", Language: d.Language,
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
