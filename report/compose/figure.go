package compose

import (
	"cmp"
	"sort"
	"strings"

	"sitrep/report/chart"
	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/doc"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/quantity"
)

// figure writes the chart that a block asks for.
func (c *composer) figure(b *facts.Chart, m facts.Marking) *doc.Figure {
	title, heading := c.title(b.Title)
	return c.titledFigure(b, m, title, heading)
}

// titledFigure writes a chart under a title.
func (c *composer) titledFigure(b *facts.Chart, m facts.Marking, title string, heading []doc.Inline) *doc.Figure {
	chosen := c.f.Select(b.Kind, b.Select)
	c.figures++
	note := c.unplaced(c.marked(b.Note), b, chosen)
	if b.Latest {
		chosen = c.latest(chosen, false)
	}
	note = c.unghosted(note, b.Kind, chosen)
	ch := &chart.Chart{ID: c.anchor(b.ID), Title: title, Note: doc.Plain(note), Language: c.l}
	if b.Kind == claim.Trend {
		parted := *b
		parted.Group = c.parted(chosen, b.Group)
		b = &parted
	}
	for _, n := range b.Notes {
		ch.Notes = append(ch.Notes, chart.Note{At: n.Fact, Date: n.Date, Text: c.named(c.marked(n.Text))})
	}
	ch.Plot = chart.KindOf(b.Kind).Plot(c.content(chosen, b))
	c.caption(ch, b.Kind, chosen)
	fig := &doc.Figure{ID: ch.ID, Label: c.l.Say("doc.figure", c.plain(c.figures)), Heading: heading, Chart: ch, Note: note,
		Marking: c.own(c.shows(m, chosen))}
	fig.Source = c.sourceLine(chosen)
	ch.Source = doc.Plain(fig.Source)
	if b.Lead && c.chosenLead == nil {
		c.chosenLead = fig
	}
	return fig
}

// caption gives the chart its unit, a subtitle from its data and, where the
// author gave none, a title that says what is shown.
func (c *composer) caption(ch *chart.Chart, kind claim.ChartKind, chosen []*facts.Fact) {
	if len(chosen) == 0 {
		return
	}
	counts := map[string]int{}
	for _, f := range chosen {
		counts[f.Origin]++
	}
	origins := c.l.Count("figure.origins", len(counts))
	period := c.period(chosen)
	m := c.f.Measure(measureOf(chosen))
	if m == nil || !kind.OneMeasure() { // events, statements, items
		k := chart.KindOf(kind)
		if m, ok := ch.Plot.(*chart.Matrix); ok {
			c.titled(ch, m.Headline(c.l))
		}
		c.titled(ch, c.l.Say(c.toldAs(k.Title, chosen)))
		ch.Subtitle = dotted(c.l.Count(k.Counts, len(chosen)), period, origins)
		return
	}
	name := c.l.Cap(c.w.Line(m.Name))
	ch.Unit = c.w.Unit(m.ID)
	own := ch.Title == "" // the title names what is counted
	if t, ok := ch.Plot.(*chart.Trend); ok && own {
		c.titled(ch, t.Headline(c.l, name))
	}
	c.titled(ch, name)
	what := c.l.UnitName(ch.Unit)
	if !own && ch.Title != name {
		what = c.counted(m.ID)
	}
	alike := func(of func(*facts.Fact) string) string {
		if differ(chosen, of) {
			return ""
		}
		return of(chosen[0])
	}
	over, where := alike(c.w.ShortPeriod), ""
	if kind != claim.Map { // whose marks are its places
		where = alike(func(f *facts.Fact) string { return c.w.Place(f.Place) })
	}
	if over == period { // counted over May, as of May
		over = ""
	}
	ch.Subtitle = dotted(what, where, alike(c.w.Parts), over, c.interval(chosen), period, origins)
}

// spreads are the measures that the file counts in several places, or in one and everywhere.
func spreads(f *facts.File) map[string]bool {
	out, first := map[string]bool{}, map[string]string{}
	for i := range f.Facts {
		x := &f.Facts[i]
		if place, seen := first[x.Measure]; !seen {
			first[x.Measure] = x.Place
		} else if place != x.Place {
			out[x.Measure] = true
		}
	}
	delete(out, "")
	return out
}

// content is what a chart of the chosen facts may be made of.
func (c *composer) content(chosen []*facts.Fact, b *facts.Chart) chart.Content {
	return chart.Content{
		Rows:   func() []chart.Row { return c.rows(chosen, b) },
		Events: func() []chart.Event { return c.events(chosen) },
		Beside: func() []chart.Event {
			if !b.Events {
				return nil
			}
			return c.events(c.f.Select(claim.Timeline, facts.Selection{}))
		},
		Exchange: func() *chart.Exchange { return c.exchange(chosen) },
		Places:   func() []chart.Place { return c.places(chosen, b) },
		Actors:   c.actors,
		Matrix:   func() *chart.Matrix { return c.matrix(chosen) },
		Lineage:  func() *chart.Lineage { return c.lineage(chosen) },
		Log:      b.Scale == claim.Logarithmic,
	}
}

// counted names a measure and its unit, whose letters stay as they are: "People displaced (people)".
func (c *composer) counted(measure string) string {
	return c.l.Cap(c.w.Line(c.f.Measure(measure).Name)) + c.inBrackets(c.l.UnitName(c.w.Unit(measure)))
}

func (c *composer) titled(ch *chart.Chart, title string) {
	if ch.Title == "" {
		ch.Title = title
	}
}

// period says from when to when the facts speak.
func (c *composer) period(chosen []*facts.Fact) string {
	var from, to date.Date
	for _, f := range chosen {
		begin, end := f.When(), f.When()
		if f.Type == claim.Event && !f.Until.IsZero() {
			end = f.Until
		}
		if begin.IsZero() {
			continue
		}
		if from.IsZero() || begin.Compare(from) < 0 {
			from = begin
		}
		if to.IsZero() || end.Last() > to.Last() {
			to = end
		}
	}
	a, b := c.l.ShortDate(from), c.l.ShortDate(to)
	if a == b {
		return a
	}
	return a + " – " + b
}

// dotted joins the parts that there are by middle dots.
func dotted(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " · ")
}

// rows turns facts with amounts into a chart's rows, in the order asked for.
func (c *composer) rows(chosen []*facts.Fact, b *facts.Chart) []chart.Row {
	return c.rowsApart(chosen, c.contrastOf(b, chosen))
}

// rowsApart turns some of a figure's facts into rows that say what tells them from all that it shows.
func (c *composer) rowsApart(chosen []*facts.Fact, apart *contrast) []chart.Row {
	b, sorted := apart.chart, append([]*facts.Fact(nil), chosen...)
	c.order(sorted, b)
	var rows []chart.Row
	for _, f := range sorted {
		r := chart.Row{
			ID: f.ID, Label: c.w.Origin(f.Origin), Origin: f.Origin, Group: c.group(f, b.Group),
			Date: f.When(), DateText: c.w.ShortWhen(f), Low: f.Low, Best: f.Best, High: f.High, Approx: f.Approx,
			Value: c.w.Short(f), Words: c.w.Value(f), Status: f.Status, StatusText: c.w.Status(f.Status),
			Grade: c.w.Grade(f), Sources: c.publishers(f), Superseded: evidence.Superseded(c.f, f), Old: c.earlier(f),
		}
		c.tellApart(&r, f, apart)
		rows = append(rows, r)
		c.stands(f)
	}
	return rows
}

// measureOf returns the measure of the first fact that has one.
func measureOf(chosen []*facts.Fact) string {
	for _, f := range chosen {
		if f.Measure != "" {
			return f.Measure
		}
	}
	return ""
}

// order sorts by date, value or origin; facts that tie keep the file's order.
func (c *composer) order(all []*facts.Fact, b *facts.Chart) {
	less := func(x, y *facts.Fact) bool { return x.When().Compare(y.When()) < 0 }
	switch {
	case b.Sort == claim.ByValue:
		less = func(x, y *facts.Fact) bool { return size(x) > size(y) }
	case b.Sort == claim.ByOrigin:
		less = func(x, y *facts.Fact) bool { return c.w.Origin(x.Origin) < c.w.Origin(y.Origin) }
	case b.Sort == "" && b.Kind.FileOrder():
		less = nil
	}
	if less != nil {
		sort.SliceStable(all, func(i, j int) bool { return less(all[i], all[j]) })
	}
	if b.Group == claim.GroupStatus { // from the firmest
		sort.SliceStable(all, func(i, j int) bool { return chart.Firmness(all[i].Status) < chart.Firmness(all[j].Status) })
	} else if b.Group != "" { // groups stand in the order of their first row
		first := map[string]int{}
		for i, f := range all {
			if g := c.group(f, b.Group); first[g] == 0 {
				first[g] = i + 1
			}
		}
		sort.SliceStable(all, func(i, j int) bool { return first[c.group(all[i], b.Group)] < first[c.group(all[j], b.Group)] })
	}
}

// size is what an amount is sorted by: its best value, else its upper, else its lower bound.
func size(f *facts.Fact) float64 {
	for _, v := range []*float64{quantity.FloatOf(f.Best), quantity.FloatOf(f.High), quantity.FloatOf(f.Low)} {
		if v != nil {
			return *v
		}
	}
	return 0
}

func (c *composer) group(f *facts.Fact, by claim.Grouping) string {
	switch by {
	case claim.GroupOrigin:
		return c.w.Origin(f.Origin)
	case claim.GroupStatus:
		return c.l.Cap(c.w.Status(f.Status))
	case claim.GroupPlace:
		if p := c.w.Place(f.Place); p != "" {
			return p
		}
		return c.l.Say("figure.noplace")
	case byGroup:
		if s := c.w.Apart(f); s != "" {
			return s
		}
		return c.l.Cap(c.l.Say(c.lacking(f)))
	case bySeries:
		if s := c.series(f); s != "" {
			return c.l.Cap(s)
		}
		return c.l.Cap(c.l.Say(c.lacking(f)))
	case claim.GroupCategory:
		if f.Category != "" {
			return c.l.Cap(c.l.Say("category." + string(f.Category)))
		}
	}
	if c.f.Dimension(string(by)) != nil {
		if s := c.w.By(f, string(by)); s != "" {
			return c.l.Cap(s)
		}
		return c.l.Say("figure.nopart")
	}
	return ""
}

// latest keeps the latest claims of each origin; of sums over stretches of time, those of each stretch, but of a total that
// runs on the newest, if they are asked for.
func (c *composer) latest(all []*facts.Fact, periods bool) []*facts.Fact {
	claims := make([]evidence.Claim, len(all))
	for i, f := range all {
		claims[i] = evidence.ClaimOf(c.f, f)
		if !periods {
			claims[i].Period = date.Span{}
		}
	}
	var kept []*facts.Fact
	for _, i := range evidence.Latest(claims) {
		kept = append(kept, all[i])
	}
	return kept
}

// publishers names where a fact was read.
func (c *composer) publishers(f *facts.Fact) string {
	var names []string
	seen := map[string]bool{}
	for _, s := range f.Sources {
		p := c.w.Name(c.f.Source(s.Source).Publisher)
		if !seen[p] {
			names = append(names, p)
		}
		seen[p] = true
	}
	return strings.Join(names, "; ")
}

// sourceLine names the publishers behind a figure, with their notes, and says on
// how many independent lines it rests.
func (c *composer) sourceLine(chosen []*facts.Fact) []doc.Inline {
	var order, ids []string
	notes := map[string][]doc.Inline{}
	seen := map[string]bool{}
	for _, f := range chosen {
		ids = append(ids, f.ID)
		for _, s := range f.Sources {
			if seen[s.Source] {
				continue
			}
			seen[s.Source] = true
			p := c.w.Name(c.f.Source(s.Source).Publisher)
			if notes[p] == nil {
				order = append(order, p)
			}
			notes[p] = append(notes[p], c.notes.ref(s.Source, ""))
		}
	}
	if order == nil {
		return nil
	}
	key := "doc.sources"
	if len(order) == 1 {
		key = "doc.source"
	}
	out := []doc.Inline{doc.Text(c.l.Say(key, ""))}
	for i, p := range order {
		if i > 0 {
			out = append(out, doc.Text("; "))
		}
		out = append(append(out, doc.Text(p)), sorted(notes[p])...)
	}
	return append(out, doc.Text(". "+c.l.Cap(c.independence(ids))+"."))
}

// events turns event facts into a timeline's events, in order of date.
func (c *composer) events(chosen []*facts.Fact) []chart.Event {
	sorted := append([]*facts.Fact(nil), chosen...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].Date.Compare(sorted[j].Date) < 0 })
	var out []chart.Event
	for _, f := range sorted {
		e := chart.Event{ID: f.ID, Date: f.Date, Until: f.Until, DateText: c.l.ShortSpan(f.Date, f.Until),
			Text:   c.expanded(c.w.Line(f.Statement)),
			Status: f.Status, StatusText: c.statusOf(f), Grade: c.w.Grade(f), Origin: c.w.Origin(f.Origin), Sources: c.publishers(f)}
		out = append(out, e)
		c.stands(f)
	}
	return out
}

// exchange turns transfers into flows between parties, in the order they first appear.
func (c *composer) exchange(chosen []*facts.Fact) *chart.Exchange {
	x := &chart.Exchange{}
	known := map[string]bool{}
	for _, f := range chosen {
		for _, id := range []string{f.From, f.To} {
			if !known[id] {
				known[id] = true
				x.Parties = append(x.Parties, chart.Party{ID: id, Name: c.w.Actor(id)})
			}
		}
		flow := chart.Flow{ID: f.ID, From: f.From, To: f.To, Item: c.w.Line(f.Item), Category: f.Category,
			CategoryText: c.l.Say("category." + string(f.Category)), Low: f.Low, Best: f.Best, High: f.High,
			Approx: f.Approx, Date: f.AsOf.String(), DateText: c.l.ShortDate(f.AsOf),
			Status: f.Status, StatusText: c.w.Status(f.Status), Grade: c.w.Grade(f),
			Origin: c.w.Origin(f.Origin), Sources: c.publishers(f), Superseded: evidence.Superseded(c.f, f)}
		if f.HasAmount() {
			a := c.w.Amount(f)
			flow.Value, flow.Unit = c.l.ShortUnit(a), cmp.Or(a.Unit.Currency, c.l.UnitName(a.Unit))
		}
		x.Flows = append(x.Flows, flow)
		c.stands(f)
	}
	return x
}
