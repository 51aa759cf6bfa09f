package integrity

import (
	"strings"

	"sitrep/report/facts"
)

// rawMarkers judges markers where none is read: a name, a statement or an address of the head prints them letter for letter.
func (c *pass) rawMarkers() {
	known := c.markable()
	for p := range c.f.Printed() {
		if p.Markdown || p.Blocks != nil {
			continue
		}
		if at, marker := markerIn(p.S, known); at >= 0 {
			line, col := c.f.LocateIn(p.Pointer, at)
			c.add(line, col, "W528", p.Pointer, []string{p.Owner},
				"the marker "+quote(marker)+" is printed as it is written: none is read here",
				"write in words what it stands for, or move the sentence into a text, a note or a cell")
		}
	}
}

// markable are the ids that markers may name, by how a marker of them begins.
func (c *pass) markable() map[string]bool {
	known := map[string]bool{}
	for i := range c.f.Facts {
		known["{{"+c.f.Facts[i].ID], known["[@"+c.f.Facts[i].ID] = true, true
	}
	for i := range c.f.Sources {
		known["[@"+c.f.Sources[i].ID] = true
	}
	for i := range c.f.Judgements {
		known["[#"+c.f.Judgements[i].ID] = true
	}
	facts.EachSection(c.f.Sections, func(s *facts.Section) {
		known["[#"+s.ID] = true
		for i := range s.Body {
			switch b := &s.Body[i]; {
			case b.Chart != nil:
				known["[#"+b.Chart.ID] = true
			case b.Table != nil:
				known["[#"+b.Table.ID] = true
			case b.Cells != nil:
				known["[#"+b.Cells.ID] = true
			case b.Image != nil:
				known["[#"+b.Image.ID] = true
			}
		}
	})
	return known
}

// markerIn finds the first marker of a known id in a string, and where it begins; -1 where there is none.
func markerIn(s string, known map[string]bool) (at int, marker string) {
	for i := 0; i+2 < len(s); i++ {
		open := s[i : i+2]
		if open != "{{" && open != "[@" && open != "[#" {
			continue
		}
		id := s[i+2:]
		if end := strings.IndexFunc(id, func(r rune) bool { return r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') }); end > 0 {
			id = id[:end]
		}
		closing := "]"
		if open == "{{" {
			closing = "}}"
		}
		if end := strings.Index(s[i:], closing); end > 0 && known[open+id] {
			return i, s[i : i+end+len(closing)]
		}
	}
	return -1, ""
}
