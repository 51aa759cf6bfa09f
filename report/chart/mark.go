package chart

import (
	"slices"

	"sitrep/report/claim"
)

// A Mark is what a reader can point at in a figure: a claim, an event, something that is given, or a
// place with all that is claimed there. The shapes of a [Scene] whose Owner is the mark's ID are drawn of it.
type Mark struct {
	ID     string       // the id of the fact or place
	Name   string       // its heading: the origin, the event, the item or the place
	Origin string       // shown name of who says it; empty where that tells nothing apart
	Status claim.Status // of the claim; empty where the mark is not to be told by it
	Group  string       // heading of its group; empty where rows are not grouped
	Facts  []string     // ids of its rows in the [Table]; nil: its own ID
}

// Marks returns what can be pointed at, in the order of the table.
func (c *Chart) Marks() []Mark { return c.Plot.marks(c) }

// rowMarks makes a mark of each row.
func rowMarks(rows []Row) []Mark {
	all := make([]Mark, 0, len(rows))
	for i := range rows {
		r := &rows[i]
		name, _, _ := r.Shown()
		all = append(all, Mark{ID: r.ID, Name: name, Origin: r.Label, Status: r.Status, Group: r.Group})
	}
	return all
}

func (r *Ranges) marks(*Chart) []Mark { return rowMarks(r.Rows) }

func (b *Bars) marks(*Chart) []Mark { return rowMarks(b.Rows) }

// marks are the claims and, after them, the events, which no filter hides.
func (t *Trend) marks(c *Chart) []Mark {
	rows := slices.DeleteFunc(slices.Clone(t.Rows), func(r Row) bool { return r.Date.IsZero() })
	all := rowMarks(rows)
	for _, e := range t.shown(c) {
		all = append(all, Mark{ID: e.ID, Name: e.Text})
	}
	return all
}

func (t *Timeline) marks(*Chart) []Mark {
	var all []Mark
	for _, e := range t.sorted() {
		all = append(all, Mark{ID: e.ID, Name: e.Text, Origin: e.Origin, Status: e.Status})
	}
	return all
}

func (e *Exchange) marks(c *Chart) []Mark {
	var all []Mark
	for _, p := range e.pairs() {
		for _, g := range p {
			for _, f := range g.flows {
				all = append(all, Mark{ID: f.ID, Name: f.Item, Origin: f.Origin, Status: f.Status, Group: c.Language.Cap(f.CategoryText)})
			}
		}
	}
	return all
}

func (m *Map) marks(*Chart) []Mark {
	var all []Mark
	for i := range m.Places {
		p := &m.Places[i]
		mark := Mark{ID: p.ID, Name: p.Name}
		for k := range p.Rows {
			mark.Facts = append(mark.Facts, p.Rows[k].ID)
		}
		all = append(all, mark)
	}
	return all
}
