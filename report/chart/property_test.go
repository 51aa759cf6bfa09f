package chart

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// A source of random charts.
type dice struct {
	*rand.Rand
	l *lang.Language
}

func (d dice) one(items ...string) string { return items[d.IntN(len(items))] }

var alphabets = []string{"abcdefghijklmnñopqrstuvwxyzáéíóúü", "абвгдежзиклмнопрстуфхцчшщюя", "WMQÁ", "il.,'", "김정은러시아"}

// name makes a name of 1 to n letters, mostly with spaces.
func (d dice) name(n int) string {
	letters := []rune(alphabets[d.IntN(len(alphabets))])
	var b strings.Builder
	spaces := d.IntN(4) > 0
	for range 1 + d.IntN(n) {
		if spaces && d.IntN(7) == 0 {
			b.WriteByte(' ')
			continue
		}
		b.WriteRune(letters[d.IntN(len(letters))])
	}
	if strings.TrimSpace(b.String()) == "" {
		return "x"
	}
	return b.String()
}

// value makes a number from 0 to 10^12, of few digits as claims are.
func (d dice) value(most int) float64 {
	v := math.Pow(10, float64(d.IntN(most+1)))
	switch d.IntN(5) {
	case 0:
		return 0
	case 1:
		return v
	case 2:
		return math.Round(v * d.Float64() * 10)
	}
	return math.Round(v*d.Float64()*20) / 2
}

func (d dice) date() date.Date {
	t := date.Date{Year: 2024 + d.IntN(2), Month: 1 + d.IntN(12), Day: 1 + d.IntN(28)}
	switch d.IntN(8) {
	case 0:
		t.Year -= 100
	case 1:
		t.Day = 0
	case 2:
		t.Month, t.Day = 0, 0
	case 3:
		return date.Date{Year: 2024, Month: 10, Day: 23}
	}
	return t
}

// count is how many rows a chart has: 1 to 500, mostly few.
func (d dice) count() int {
	switch d.IntN(40) {
	case 0:
		return 1 + d.IntN(500)
	case 1, 2:
		return 60
	}
	return 1 + d.IntN(14)
}

func (d dice) row(i, most int, places []string) Row {
	a := lang.Amount{Approx: d.IntN(3) == 0}
	if d.IntN(12) == 0 {
		most = 0 // next to nothing beside the others
	}
	v := [3]float64{d.value(most), d.value(most), d.value(most)}
	lo, best, hi := min(v[0], v[1], v[2]), v[0]+v[1]+v[2]-min(v[0], v[1], v[2])-max(v[0], v[1], v[2]), max(v[0], v[1], v[2])
	switch d.IntN(6) {
	case 0:
		a.Low = quantity.FromFloat(lo)
	case 1:
		a.High = quantity.FromFloat(hi)
	case 2:
		a.Low, a.High = quantity.FromFloat(lo), quantity.FromFloat(hi)
	case 3:
		a.Low, a.Best, a.High = quantity.FromFloat(lo), quantity.FromFloat(best), quantity.FromFloat(hi)
	case 4:
		a.Low, a.Best = quantity.FromFloat(lo), quantity.FromFloat(best)
	default:
		a.Best = quantity.FromFloat(best)
	}
	t := d.date()
	r := Row{ID: fmt.Sprint("r", i), Label: d.name(80), Date: t, DateText: d.l.ShortDate(t), Low: a.Low, Best: a.Best, High: a.High,
		Approx: a.Approx, Value: d.l.Short(a), Status: claim.Status(d.one(claim.Words(claim.Statuses())...)), Superseded: d.IntN(6) == 0, Grade: d.one("", "B2", "F6")}
	if d.IntN(2) == 0 {
		r.Detail = places[d.IntN(len(places))]
	}
	return r
}

func (d dice) rows() []Row {
	names := []string{d.name(80), d.name(40), d.name(20), d.name(12), d.name(80), d.name(30)}
	most, grouped := 1+d.IntN(12), d.IntN(3) == 0
	rows := make([]Row, d.count())
	for i := range rows {
		rows[i] = d.row(i, most, names)
		if d.IntN(4) > 0 {
			k := d.IntN(len(names))
			rows[i].Label, rows[i].Origin = names[k], fmt.Sprint("o", k)
		} else {
			rows[i].Origin = fmt.Sprint("u", i)
		}
		if grouped {
			rows[i].Group = names[i*3/len(rows)]
		}
	}
	return rows
}

func (d dice) events() []Event {
	events := make([]Event, d.count())
	for i := range events {
		t := d.date()
		events[i] = Event{ID: fmt.Sprint("e", i), Date: t, DateText: d.l.ShortDate(t), Text: d.name(200), Status: claim.Status(d.one(claim.Words(claim.Statuses())...)), Origin: d.name(40), Grade: "B2"}
		if d.IntN(4) == 0 {
			events[i].Until = d.date()
			events[i].DateText += " – " + d.l.ShortDate(events[i].Until)
		}
	}
	return events
}

func (d dice) exchange() *Exchange {
	x := &Exchange{}
	for i := range 2 + d.IntN(4) {
		x.Parties = append(x.Parties, Party{fmt.Sprint("p", i), d.name(80)})
	}
	for i := range d.count() {
		k := d.IntN(len(x.Parties))
		f := Flow{ID: fmt.Sprint("f", i), From: x.Parties[k].ID, To: x.Parties[(k+1+d.IntN(len(x.Parties)-1))%len(x.Parties)].ID, Item: d.name(120),
			Category: claim.Category(d.one(claim.Words(claim.Categories())...)), Status: claim.Status(d.one(claim.Words(claim.Statuses())...)), Origin: d.name(60), DateText: "23 oct 2024"}
		f.CategoryText = d.name(30)
		if d.IntN(2) == 0 {
			f.Value = d.l.Number(d.value(12)) + " " + d.name(30)
		}
		x.Flows = append(x.Flows, f)
	}
	return x
}

// places are scattered over the globe, over a country, or all but in one spot.
func (d dice) places() []Place {
	lon, lat := d.Float64()*360-180, d.Float64()*180-90
	spread := d.Float64() * d.Float64() * 90
	if d.IntN(4) == 0 {
		spread = 0.1
	}
	all := make([]Place, 1+d.IntN(20))
	for i := range all {
		all[i] = Place{ID: fmt.Sprint("p", i), Name: d.name(80), Lon: lon + (d.Float64()-0.5)*spread*2, Lat: lat + (d.Float64()-0.5)*spread}
		for k := range 1 + d.IntN(4) {
			r := d.row(100*i+k, 6, []string{d.name(40)})
			if d.IntN(3) == 0 {
				r.Low, r.Best, r.High, r.Value, r.Detail = nil, nil, nil, "", d.name(60)
			}
			all[i].Rows = append(all[i].Rows, r)
		}
	}
	return all
}

// matrix weighs claims on two hypotheses to nine.
func (d dice) matrix() *Matrix {
	m := &Matrix{Lead: d.Float64() * 5}
	for i := range 2 + d.IntN(8) {
		m.Hypotheses = append(m.Hypotheses, Hypothesis{ID: fmt.Sprint("h", i), Name: d.name(80), Score: d.Float64() * 30, Least: i == 1 || d.IntN(9) == 0})
	}
	for i := range min(d.count(), 80) {
		w := WeighedClaim{ID: fmt.Sprint("c", i), Text: d.name(200), Meta: d.name(60), Origin: d.name(40), Diagnosticity: float64(max(0, 40-i))}
		for range m.Hypotheses {
			w.Weights = append(w.Weights, append(claim.Weights(), "")[d.IntN(6)])
		}
		m.Claims = append(m.Claims, w)
	}
	return m
}

// lineage has origins that repeat others, in circles too, and documents that carry several.
func (d dice) lineage() *Lineage {
	n := &Lineage{}
	for i := range d.IntN(12) {
		n.Judgements = append(n.Judgements, JudgementNode{ID: fmt.Sprint("j", i), Number: fmt.Sprint(i + 1), Lines: d.IntN(4)})
	}
	count := min(d.count(), 70)
	for i := range count {
		o := OriginNode{ID: fmt.Sprint("o", i), Name: d.name(80), Meta: d.name(30)}
		for d.IntN(3) == 0 {
			o.From = append(o.From, fmt.Sprint("o", d.IntN(count)))
		}
		if d.IntN(9) == 0 {
			o.Some = append(o.Some, fmt.Sprint("o", d.IntN(count)))
		}
		for k := range d.IntN(4) * d.IntN(5) {
			doc := DocumentNode{ID: fmt.Sprint("s", i, "-", k), Name: d.name(60)}
			if d.IntN(5) == 0 {
				doc.Also = []string{d.name(30)}
			}
			for range n.Judgements {
				doc.Weighs = append(doc.Weighs, Weighs(d.IntN(3)))
			}
			o.Documents = append(o.Documents, doc)
		}
		n.Origins = append(n.Origins, o)
	}
	return n
}

func (d dice) plot() Plot {
	switch d.IntN(6) {
	case 5:
		return &Map{Places: d.places()}
	case 0:
		return &Ranges{Rows: d.rows(), Log: d.IntN(3) == 0}
	case 1:
		t := &Trend{Rows: d.rows(), Log: d.IntN(3) == 0}
		if d.IntN(2) == 0 {
			t.Events = d.events()
		}
		return t
	case 2:
		return &Bars{Rows: d.rows(), Log: d.IntN(4) == 0}
	case 3:
		return &Timeline{Events: d.events()}
	}
	return d.exchange()
}

// annotate gives some charts another kind of numbers, the author's notes, and what was said in the edition before.
func (d dice) annotate(c *Chart) {
	if d.IntN(3) == 0 {
		c.Unit.Kind = quantity.Kinds()[d.IntN(len(quantity.Kinds()))]
	}
	if d.IntN(3) > 0 {
		return
	}
	for range 1 + d.IntN(4) {
		n := Note{Text: d.name(120)}
		if facts := c.Table().IDs; len(facts) > 0 && d.IntN(4) > 0 {
			n.At = facts[d.IntN(len(facts))]
		} else {
			n.Date = d.date()
		}
		c.Notes = append(c.Notes, n)
	}
	if r, ok := c.Plot.(*Ranges); ok {
		for i := range r.Rows {
			if d.IntN(2) == 0 {
				r.Rows[i].Old = &Earlier{Low: r.Rows[i].High, Best: r.Rows[i].Best}
			}
		}
	}
}

// TestProperty lays out random charts: no text covers another text or a mark,
// nothing leaves the frame, pages are as high as they may be, and the same chart gives the same scenes.
func TestProperty(t *testing.T) {
	fonts, languages := fonts(t), []*lang.Language{language(t, "es-MX"), language(t, "en"), language(t, "es-ES")}
	theme := plain(t)
	n := 2000
	if testing.Short() {
		n = 400
	}
	scenes := 0
	for i := range n {
		d := dice{rand.New(rand.NewPCG(uint64(i), 7)), languages[i%3]}
		c := &Chart{Unit: lang.Noun(d.one("", "soldados", d.name(40))), Language: d.l}
		switch i % 8 {
		case 6:
			c.Plot = d.matrix()
		case 7:
			c.Plot = d.lineage()
		default:
			c.Plot = d.plot()
		}
		d.annotate(c)
		f := Frame{Width: 160 + float64(d.IntN(500)), Theme: theme, Fonts: fonts, Loose: []float64{0, 0, -4, 12}[d.IntN(4)]}
		if d.IntN(2) == 0 {
			f.MaxHeight = 300 + float64(d.IntN(500))
		}
		pages := c.Layout(f)
		scenes += len(pages)
		for k, s := range pages {
			if bad := flaws(s, fonts); bad != nil {
				t.Errorf("chart %d (%T, frame %vx%v), scene %d: %d flaws\n%s", i, c.Plot, f.Width, f.MaxHeight, k, len(bad), summary(bad))
			}
			if f.MaxHeight > 0 && s.Height > f.MaxHeight {
				t.Fatalf("chart %d (%T): scene %d is %v high, more than %v", i, c.Plot, k, s.Height, f.MaxHeight)
			}
		}
		if bad := unmarked(c, pages); bad != nil {
			t.Errorf("chart %d (%T): %d rows without a mark: %s", i, c.Plot, len(bad), summary(bad))
		}
		complete(t, i, c, pages)
		answering(t, i, c, pages)
		if t.Failed() {
			return
		}
		again := c.Layout(f)
		for k := range pages {
			if !bytes.Equal(pages[k].SVG(SVGOptions{Theme: theme}), again[k].SVG(SVGOptions{Theme: theme})) {
				t.Fatalf("chart %d: scene %d differs the second time", i, k)
			}
		}
	}
	fmt.Printf("tried %d charts, %d scenes\n", n, scenes)
}

// answering holds that each owner of shapes is a mark, each mark has facts that the table has, and, but on a map
// where places share one, or in a trend where claims without a number or events without room are not drawn, has shapes.
func answering(t *testing.T, i int, c *Chart, pages []*Scene) {
	t.Helper()
	marks, facts, owners := map[string]bool{}, c.Table().IDs, map[string]bool{}
	for _, s := range pages {
		for _, sh := range s.Shapes {
			owners[Owner(sh)] = true
		}
	}
	for _, m := range c.Marks() {
		marks[m.ID] = true
		for _, id := range append(slices.Clip(m.Facts), m.ID)[:max(len(m.Facts), 1)] {
			if !slices.Contains(facts, id) {
				t.Fatalf("chart %d (%T): the table has no %s of mark %s", i, c.Plot, id, m.ID)
			}
		}
		switch c.Plot.(type) {
		case *Trend, *Map:
		default:
			if !owners[m.ID] {
				t.Fatalf("chart %d (%T): nothing is drawn of mark %s", i, c.Plot, m.ID)
			}
		}
	}
	for id := range owners {
		if id != "" && !marks[id] {
			t.Fatalf("chart %d (%T): what is drawn of %s is of no mark", i, c.Plot, id)
		}
	}
}

// complete holds that every row, event and item is named exactly once, and that the table has it.
func complete(t *testing.T, i int, c *Chart, pages []*Scene) {
	t.Helper()
	table := c.Table()
	if len(table.IDs) != len(table.Rows) || len(table.Head) != len(table.Numeric) || c.Alt() == "" {
		t.Fatalf("chart %d: table with %d rows, %d ids", i, len(table.Rows), len(table.IDs))
	}
	switch c.Plot.(type) {
	case *Trend, *Map: // which name origins and places
		return
	}
	labels := drawn(pages, "label")
	if b, ok := c.Plot.(*Bars); ok {
		for _, s := range b.Stacks() {
			for _, i := range s[1:] {
				labels[b.Rows[i].ID]++ // parts of a bar that bears the label of the first
			}
		}
	}
	for _, id := range table.IDs {
		if labels[id] != 1 {
			t.Fatalf("chart %d (%T): %s is named %d times", i, c.Plot, id, labels[id])
		}
	}
}
