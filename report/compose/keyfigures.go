package compose

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"sitrep/report/chart"
	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/doc"
	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// byGroup groups the rows of a figure by what tells claims apart that are no rivals.
const byGroup claim.Grouping = "comparable"

// bySeries groups the claims of a trend by place and by the values of dimensions.
const bySeries claim.Grouping = "series"

// panels returns by what the claims of a trend are parted, so that a line is of one series: by
// place and part where these differ, by the stretch of time too where an origin tells of two of
// them at one date; "" where nothing parts them.
func (c *composer) panels(all []*facts.Fact) claim.Grouping {
	at := map[string]string{}
	for _, f := range all {
		k := f.Origin + " " + f.Series() + " " + f.When().String()
		if period, seen := at[k]; seen && period != c.w.ShortPeriod(f) {
			return byGroup
		}
		at[k] = c.w.ShortPeriod(f)
	}
	if differ(all, c.series) {
		return bySeries
	}
	return ""
}

// parted returns by what a trend that the author groups is parted, so that a line is of one series in every group.
func (c *composer) parted(all []*facts.Fact, by claim.Grouping) claim.Grouping {
	groups := map[string][]*facts.Fact{}
	for _, f := range all {
		groups[c.group(f, by)] = append(groups[c.group(f, by)], f)
	}
	for _, list := range groups {
		switch finer := c.panels(list); finer {
		case byGroup:
			return byGroup
		case bySeries:
			by = bySeries
		}
	}
	return by
}

// series names the place and the values of dimensions of a fact.
func (c *composer) series(f *facts.Fact) string {
	return strings.Join(withoutEmpty(c.w.Place(f.Place), c.w.Parts(f)), ", ")
}

// mostStrips is how many strips of claims the key figures have; what is left is named.
const mostStrips = 12

// comparable divides claims of one measure into those that are rivals of each other, see [evidence.Rivals]. Where of claims
// whose stretches of time touch not all are rivals (two quarters and the half-year), those of each stretch stand alone,
// unless one of them is more than a whole that it is a part of. The order is that of the file.
func (c *composer) comparable(all []*facts.Fact) [][]*facts.Fact {
	at := map[*facts.Fact]int{}
	of := map[string][]*facts.Fact{} // by what is counted, and whether over a stretch of time
	for i, f := range all {
		at[f] = i
		key := f.Series() + strconv.FormatBool(f.Period.IsZero())
		of[key] = append(of[key], f)
	}
	inOrder := func(a, b *facts.Fact) int { return at[a] - at[b] }
	var out [][]*facts.Fact
	for _, list := range of {
		for _, group := range touching(list) {
			slices.SortFunc(group, inOrder)
			out = append(out, c.rivals(group)...)
		}
	}
	slices.SortFunc(out, func(a, b []*facts.Fact) int { return inOrder(a[0], b[0]) })
	return out
}

// touching divides claims of one series into those whose stretches of time have a day in common, one way or by others; it
// sorts the list by where they begin. Those without a stretch stand together.
func touching(list []*facts.Fact) (groups [][]*facts.Fact) {
	if list[0].Period.IsZero() {
		return [][]*facts.Fact{list}
	}
	slices.SortStableFunc(list, func(a, b *facts.Fact) int { return a.Period.First() - b.Period.First() })
	last := 0
	for n, f := range list {
		if n == 0 || f.Period.First() > last {
			groups, last = append(groups, nil), f.Period.Last()
		}
		groups[len(groups)-1], last = append(groups[len(groups)-1], f), max(last, f.Period.Last())
	}
	return groups
}

// rivals leaves claims together that are all rivals, or that cannot all be right, and else divides them by stretch of time.
func (c *composer) rivals(group []*facts.Fact) (out [][]*facts.Fact) {
	if allRivals(group) || c.exceeds(c.current(group)) {
		return [][]*facts.Fact{group}
	}
	at := map[[2]int]int{}
	for _, f := range group {
		days := [2]int{f.Period.First(), f.Period.Last()}
		n, seen := at[days]
		if !seen {
			n = len(out)
			at[days], out = n, append(out, nil)
		}
		out[n] = append(out[n], f)
	}
	return out
}

// allRivals reports whether claims of one series all have a day in common, and no origin tells of two stretches of time but
// of a total that runs on.
func allRivals(group []*facts.Fact) bool {
	first, last := group[0].Period.First(), group[0].Period.Last()
	of := map[string]date.Span{}
	for _, f := range group {
		p, seen := of[f.Origin]
		if seen && p != f.Period && !evidence.Running(p, f.Period) {
			return false
		}
		of[f.Origin] = f.Period
		first, last = max(first, f.Period.First()), min(last, f.Period.Last())
	}
	return first <= last
}

// current keeps the claims that stand: the latest of each origin, neither denied nor
// planned nor replaced.
func (c *composer) current(all []*facts.Fact) []*facts.Fact { return c.latest(c.unrefuted(all), true) }

// unrefuted keeps the claims that are neither denied nor planned nor replaced.
func (c *composer) unrefuted(all []*facts.Fact) []*facts.Fact {
	var out []*facts.Fact
	for _, f := range all {
		if evidence.Current(c.f, f) {
			out = append(out, f)
		}
	}
	return out
}

// A tile is one thing that is counted, as the key figures may show it.
type tile struct {
	group, current []*facts.Fact // the claims of it, and those of them that stand
	shown          bool
}

// newest is the day of the newest claim.
func (t *tile) newest() int {
	day := 0
	for _, f := range t.current {
		day = max(day, f.When().First())
	}
	return day
}

// tiles are the things that are counted of a measure, of which a claim stands.
func (c *composer) tiles(all []*facts.Fact) []*tile {
	var out []*tile
	for _, group := range c.comparable(all) {
		if current := c.current(group); len(current) > 0 {
			out = append(out, &tile{group: group, current: current})
		}
	}
	return out
}

// choose marks the tiles that are shown: of each measure in turn one, as long as there is room. The whole goes before its
// parts, and the newest before what is older.
func choose(measures [][]*tile) {
	room := mostStrips
	order := make([][]*tile, len(measures))
	for i, tiles := range measures {
		part := func(t *tile) int { return len(t.current[0].By) + len(t.current[0].Place) }
		order[i] = slices.SortedStableFunc(slices.Values(tiles), func(a, b *tile) int {
			return cmp.Or(min(part(a), 1)-min(part(b), 1), b.newest()-a.newest())
		})
	}
	for turn := 0; room > 0; turn++ {
		before := room
		for i := range order {
			if turn < len(order[i]) && room > 0 {
				order[i][turn].shown = true
				room--
			}
		}
		if room == before {
			return
		}
	}
}

// keyFigures shows the current claims of each thing that is counted, and names what has no room. Of different places
// or parts none stand together, and none is larger than another.
func (c *composer) keyFigures() []doc.Block {
	estimates := func(m *facts.Measure) []*facts.Fact {
		return c.f.Select(claim.Ranges, facts.Selection{Measure: []string{m.ID}, Type: []claim.FactType{claim.Estimate}})
	}
	claims, measures := make([][]*facts.Fact, len(c.f.Measures)), make([][]*tile, len(c.f.Measures))
	for i := range measures {
		claims[i] = estimates(&c.f.Measures[i])
		measures[i] = c.tiles(claims[i])
	}
	choose(measures)
	out := &doc.KeyFigures{}
	var left, unstanding []string
	for i := range c.f.Measures {
		m := &c.f.Measures[i]
		name, all := c.w.Line(m.Name), claims[i]
		strips := c.strips(m, all, measures[i])
		switch n := len(measures[i]) - len(strips); {
		case n == 0 && len(strips) == 0 && len(all) > 0:
			unstanding = append(unstanding, name)
		case n > 0 && len(strips) > 0:
			left = append(left, c.l.Count("auto.more", n, name))
		case n > 0:
			left = append(left, name)
		}
		out.Items = append(out.Items, strips...)
	}
	var blocks []doc.Block
	if len(out.Items) > 0 {
		blocks = append(blocks, out)
	}
	for _, said := range []struct {
		key   string
		names []string
	}{{"auto.left", left}, {"auto.unstanding", unstanding}} {
		if said.names != nil {
			blocks = append(blocks, &doc.Paragraph{Inlines: c.text(c.l.Say(said.key, c.l.List(said.names)))})
		}
	}
	return blocks
}

// strips are the tiles of a measure that are shown, all over one axis.
func (c *composer) strips(m *facts.Measure, all []*facts.Fact, tiles []*tile) []doc.KeyFigure {
	var out []doc.KeyFigure
	var rows []chart.Row
	for _, t := range tiles {
		if !t.shown {
			continue
		}
		k := c.strip(m, t.current)
		if t.current[0].Period.IsZero() && slices.ContainsFunc(all, func(f *facts.Fact) bool {
			return f.Series() == t.current[0].Series() && !f.Period.IsZero()
		}) {
			k.What += ", " + c.l.Say("figure.noperiod")
		}
		if but := c.reservations(t.group); but != "" {
			if k.Finding == "" {
				k.Finding = c.finding(t.current, c.w.Unit(m.ID))
			}
			k.Finding = c.but(k.Finding, but)
		}
		if k.Finding != "" {
			k.Marking = c.own(c.shows(evidence.Marked(c.f, t.group[0]), t.group))
		}
		for i := range k.Claims {
			rows = append(rows, k.Claims[i].Row)
		}
		out = append(out, k)
	}
	for i := range out {
		if len(out) > 1 {
			out[i].Beside = rows
		}
	}
	return out
}

// strip shows rival claims of one thing.
func (c *composer) strip(m *facts.Measure, current []*facts.Fact) doc.KeyFigure {
	unit := c.w.Unit(m.ID)
	k := doc.KeyFigure{What: c.l.Cap(c.w.Line(m.Name)), Unit: c.l.UnitName(unit), Counted: unit}
	where, periods := c.w.Apart(current[0]), differ(current, c.w.ShortPeriod)
	if periods { // each claim says its own
		where = c.series(current[0])
	}
	if where != "" {
		k.What += ", " + where
	}
	if len(current) > 1 {
		k.Finding = c.finding(current, unit)
	}
	rows := c.rows(current, &facts.Chart{Kind: claim.Ranges})
	byID := map[string]int{}
	for i := range rows {
		byID[rows[i].ID] = i
	}
	for _, f := range current {
		over := ""
		if periods {
			over = c.w.ShortPeriod(f)
		}
		who := c.text(strings.Join(withoutEmpty(c.w.Origin(f.Origin), over, c.l.ShortDate(f.When())), ", "))
		k.Claims = append(k.Claims, doc.KeyClaim{Value: []doc.Inline{c.valueOf(f, c.w.Short(f))}, Who: append(who, sorted(c.refs(f))...),
			Standing: c.standing(f), Row: rows[byID[f.ID]], Marking: c.own(evidence.Marked(c.f, f))})
	}
	return k
}

// reservations says which claims a finding leaves out: what an origin said before, and those denied, planned or forecast; ""
// where there are none.
func (c *composer) reservations(group []*facts.Fact) string {
	var but []string
	if n := len(c.current(group)); n > 1 && len(c.unrefuted(group)) > n {
		but = append(but, c.l.Say("chart.latest"))
	}
	return strings.Join(append(but, chart.LeftOut(c.l, func(status claim.Status) bool {
		return slices.ContainsFunc(group, func(f *facts.Fact) bool { return f.Status == status && !evidence.Superseded(c.f, f) })
	})...), ", ")
}

// but writes what to know of a finding behind it, in brackets or, where it ends in some, behind these.
func (c *composer) but(finding, but string) string {
	if strings.HasSuffix(finding, ")") {
		return finding + "; " + but
	}
	return c.l.Say("chart.said", finding, but)
}

// standing says how firm a claim is: "assessed, B2".
func (c *composer) standing(f *facts.Fact) string {
	return strings.Join(withoutEmpty(c.w.Status(f.Status), c.w.Grade(f)), ", ")
}

// withoutEmpty returns the strings that say something.
func withoutEmpty(all ...string) []string {
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
