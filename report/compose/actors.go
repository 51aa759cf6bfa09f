package compose

import "sitrep/report/doc"

// nativeNames lists the actors of the facts used that have a name in a script of
// their own: the name by which the original sources can be searched.
func (c *composer) nativeNames() []doc.Block {
	named := map[string]bool{}
	for id := range c.used {
		f := c.f.Fact(id)
		named[f.From], named[f.To] = true, true
		for _, a := range f.Actors {
			named[a] = true
		}
	}
	var rows []doc.Row
	for i := range c.f.Actors {
		a := &c.f.Actors[i]
		name := c.w.Actor(a.ID)
		if named[a.ID] && a.Native != "" && a.Native != name {
			native := c.foreign(scriptTag(a.Native), doc.Text(a.Native))
			rows = append(rows, doc.Row{Cells: [][]doc.Inline{c.text(name), {native}}})
		}
	}
	if rows == nil {
		return nil
	}
	t := c.keyTable(c.l.Say("key.actors"), c.l.Say("key.native"))
	t.Columns[0].Title, t.Rows = c.l.Say("key.actor"), rows
	return []doc.Block{t}
}
