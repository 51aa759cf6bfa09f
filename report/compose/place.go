package compose

import "sitrep/report/doc"

// place is where the value stands that a JSON pointer names.
func (c *composer) place(pointer string) doc.Place {
	line, col := c.f.Locate(pointer)
	return doc.Place{File: c.f.Name, Line: line, Col: col, Pointer: pointer}
}

// placed says of the blocks that one block of the facts file became where that stands.
func placed(at doc.Place, blocks []doc.Block) []doc.Block {
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			b.At = at
		case *doc.Table:
			b.At = at
		case *doc.Figure:
			b.At = at
		case *doc.Image:
			b.At = at
		case *doc.Callout:
			placed(at, b.Blocks)
		case *doc.Quote:
			placed(at, b.Blocks)
		}
	}
	return blocks
}
