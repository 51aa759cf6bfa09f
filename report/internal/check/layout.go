package check

// keeping checks what stands together on pages: rows up to half a page are
// whole; a caption stands with its figure or table, a figure with what is
// written under it.
func (c *checker) keeping() {
	for _, e := range c.elements {
		switch e.role {
		case "TR":
			c.row(e)
		case "Table":
			c.captionKept(e)
		case "Div":
			c.figureKept(e)
		}
	}
}

// row checks that a row that is divided is high: of more than a third of the
// sheet, which is about half of what stands between its margins.
func (c *checker) row(e *element) {
	first, last := e.firstPage(), e.lastPage()
	if first == nil {
		return
	}
	height, low, high := 0.0, map[*page]float64{}, map[*page]float64{}
	for _, p := range e.places {
		for _, r := range p.runs() {
			if _, ok := low[p.page]; !ok {
				low[p.page], high[p.page] = r.y, r.y+r.size
			}
			low[p.page], high[p.page] = min(low[p.page], r.y), max(high[p.page], r.y+r.size)
		}
		last = p.page
	}
	for _, p := range c.order {
		height += high[p] - low[p]
	}
	if len(low) > 1 && height < (first.box[3]-first.box[1])/3 {
		c.say("page %d: a row of %.0f points is divided", last.index+1, height)
	}
}

// captionKept checks that the rows of a table begin where its caption ends.
func (c *checker) captionKept(e *element) {
	for i, k := range e.kids {
		if k.role == "Caption" && i+1 < len(e.kids) {
			c.together(k, e.kids[i+1])
		}
	}
}

// figureKept checks the parts of a figure: all but a figure itself stand with
// what follows them, and the last figure with what is written under it.
func (c *checker) figureKept(e *element) {
	last := -1
	for i, k := range e.kids {
		if k.role == "Figure" {
			last = i
		}
	}
	for i, k := range e.kids {
		if last >= 0 && i+1 < len(e.kids) && (k.role != "Figure" || i == last) {
			c.together(k, e.kids[i+1])
		}
	}
}

func (c *checker) together(a, b *element) {
	if p, q := a.lastPage(), b.firstPage(); p != nil && q != nil && p != q {
		c.say("page %d: %s is parted from %s", p.index+1, a.role, b.role)
	}
}
