package check

import "strings"

// A place is a piece of marked content on a page.
type place struct {
	page *page
	id   int
}

func (p place) runs() []run { return p.page.runs[p.id] }

// box returns the sheet of a page, which it may have of its parent.
func (c *checker) box(page dict) (b [4]float64) {
	v := page["MediaBox"]
	if v == nil {
		v = c.f.dict(page["Parent"])["MediaBox"]
	}
	if n := numbers(c.f.array(v)); len(n) == 4 {
		return [4]float64(n)
	}
	c.say("a page has no size")
	return b
}

// beginning returns where an element begins: the page, and the first run there.
// Nothing is said of what has no text.
func (e *element) beginning() (*page, run, bool) {
	for _, p := range e.places {
		if runs := p.runs(); len(runs) > 0 {
			return p.page, runs[0], true
		}
	}
	return nil, run{}, false
}

// firstPage and lastPage are those that hold the beginning and the end of an
// element's content; nil where it has none.
func (e *element) firstPage() *page {
	if len(e.places) == 0 {
		return nil
	}
	return e.places[0].page
}

func (e *element) lastPage() *page {
	if len(e.places) == 0 {
		return nil
	}
	return e.places[len(e.places)-1].page
}

// figure checks that a figure has a place on its page, and that its words are in
// it (ISO 32000-1, 14.8.5.4.3).
func (c *checker) figure(e *element, box []float64) {
	if len(box) != 4 || box[2]-box[0] < 1 || box[3]-box[1] < 1 {
		c.say("a figure has no place")
		return
	}
	const near = 12 // a label may stand out a little
	for _, p := range e.places {
		if s := p.page.box; box[0] < s[0]-1 || box[1] < s[1]-1 || box[2] > s[2]+1 || box[3] > s[3]+1 {
			c.say("page %d: a figure stands beyond the edge", p.page.index+1)
		}
		for _, r := range p.runs() {
			if r.x < box[0]-near || r.x+r.width > box[2]+near || r.y < box[1]-near || r.y > box[3]+near {
				c.say("page %d: %q stands outside the place of its figure", p.page.index+1, r.text)
			}
		}
	}
}

// stray checks that no words are kept from a voice: what is no header or footer
// and belongs to no element is a head of a table, said once and drawn again.
func (c *checker) stray() {
	heads := map[string]bool{}
	for _, e := range c.elements {
		if e.role == "TH" {
			for _, p := range e.places {
				for _, r := range p.runs() {
					heads[r.text] = true
				}
			}
		}
	}
	for _, p := range c.order {
		for _, a := range p.artifacts {
			for _, r := range a.runs {
				if a.subtype == "" && !heads[r.text] && strings.TrimSpace(r.text) != "" {
					c.say("page %d: %q belongs to no element", p.index+1, r.text)
				}
			}
		}
	}
}
