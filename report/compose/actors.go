package compose

import (
	"unicode"

	"sitrep/report/doc"
)

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
		name := a.Name.Line(c.tag)
		if named[a.ID] && a.Native != "" && a.Native != name {
			native := c.foreign(scriptTag(a.Native), doc.Text(a.Native))
			rows = append(rows, doc.Row{Cells: [][]doc.Inline{text(name), {native}}})
		}
	}
	if rows == nil {
		return nil
	}
	t := c.keyTable(c.l.Say("key.actors"), c.l.Say("key.native"))
	t.Columns[0].Title, t.Rows = c.l.Say("key.actor"), rows
	return []doc.Block{t}
}

// scriptTag returns the language of a name where its script tells it, else the
// script alone (BCP 47 section 2.2.3: "und-Cyrl"); "" for what reads as any Latin text.
func scriptTag(name string) string {
	for _, r := range name {
		for _, s := range []struct {
			letters *unicode.RangeTable
			tag     string
		}{
			{unicode.Hangul, "ko"}, {unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Han, "und-Hani"},
			{unicode.Cyrillic, "und-Cyrl"}, {unicode.Greek, "el"}, {unicode.Hebrew, "und-Hebr"}, {unicode.Arabic, "und-Arab"},
		} {
			if unicode.Is(s.letters, r) {
				return s.tag
			}
		}
	}
	return ""
}
