package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A link is an annotation that an element encloses: where it can be clicked and
// where it leads in the file.
type link struct {
	page  *page
	lines [][4]float64 // left, bottom, right, top of each line
	label string
	to    *page // nil where it leads out of the file
	top   float64
}

// annotation checks a link: enclosed, described, printed, going somewhere.
func (c *checker) annotation(e *element, k dict) {
	a := c.f.dict(k["Obj"])
	n, _ := a["StructParent"].(float64)
	if c.parents[n] != any(e.ref) {
		c.say("a link's way back to the structure is wrong")
	}
	if e.role != "Link" {
		c.say("a link stands in %s", e.role)
	}
	if c.f.text(a["Contents"]) == "" {
		c.say("a link does not say where it leads")
	}
	if a["F"] != 4.0 {
		c.say("a link is not printed")
	}
	if a["A"] == nil && len(c.f.array(a["Dest"])) == 0 {
		c.say("a link leads nowhere")
	}
	if uri, _ := c.f.dict(a["A"])["URI"].(string); a["A"] != nil && !strings.Contains(uri, ":") {
		c.say("a link has no address")
	}
	c.linked[k["Obj"]] = true
	pg := k["Pg"]
	if pg == nil {
		pg = e.dict["Pg"]
	}
	r, _ := pg.(ref)
	l := link{page: c.holders[k["Obj"]], label: c.f.text(a["Contents"])}
	if l.page == nil || l.page.ref != r {
		c.say("a link is on another page than the structure says")
		return
	}
	l.lines = c.lines(l.page, a)
	if d := c.f.array(a["Dest"]); len(d) > 0 {
		if l.to, l.top = c.destination(d); l.to == nil {
			c.say("a link leads to no page")
		}
	}
	e.links = append(e.links, l)
}

// destination reads where a link or bookmark leads: a page and a height on it.
func (c *checker) destination(d array) (*page, float64) {
	r, _ := first(d).(ref)
	p := c.pages[r]
	if p == nil || len(d) < 4 || d[1] != name("XYZ") {
		return nil, 0
	}
	top, ok := d[3].(float64)
	if !ok || top < 0 || top > p.box[3]+1 {
		return nil, 0
	}
	return p, top
}

// lines reads where a link can be clicked: its rectangle, or the lines within
// (ISO 32000-1, table 173).
func (c *checker) lines(p *page, a dict) [][4]float64 {
	var out [][4]float64
	if n := numbers(c.f.array(a["Rect"])); len(n) == 4 {
		out = append(out, [4]float64(n))
	}
	if q := numbers(c.f.array(a["QuadPoints"])); len(q) > 0 && len(q)%8 == 0 {
		out = out[:0]
		for ; len(q) > 0; q = q[8:] {
			out = append(out, [4]float64{
				min(q[0], q[2], q[4], q[6]), min(q[1], q[3], q[5], q[7]), max(q[0], q[2], q[4], q[6]), max(q[1], q[3], q[5], q[7])})
		}
	}
	for _, b := range out {
		if b[2]-b[0] < 1 || b[3]-b[1] < 1 {
			c.say("page %d: a link has no room to be clicked", p.index+1)
		}
		if b[0] < p.box[0]-1 || b[1] < p.box[1]-1 || b[2] > p.box[2]+1 || b[3] > p.box[3]+1 {
			c.say("page %d: a link stands beyond the edge", p.index+1)
		}
	}
	return out
}

// link checks that a link lies over its own words, all of them and nothing else.
func (c *checker) link(e *element) {
	if len(e.links) == 0 {
		c.say("a link element has no annotation")
		return
	}
	over := map[[2]int]bool{} // lines that lie over something
	for _, p := range e.places {
		for _, r := range p.runs() {
			if !e.covers(p.page, r, over) && strings.TrimSpace(r.text) != "" {
				c.say("page %d: a link does not lie over its words %q", p.page.index+1, r.text)
			}
		}
	}
	for i, l := range e.links {
		for k := range l.lines {
			if !over[[2]int{i, k}] {
				c.say("page %d: a link %q lies over nothing of its own", l.page.index+1, l.label)
			}
		}
	}
}

// covers reports whether the middle of a run is under a line of the link, and notes which.
func (e *element) covers(p *page, r run, over map[[2]int]bool) bool {
	const near = 1.5
	x, y, found := r.x+r.width/2, r.y+r.size/4, false
	for i, l := range e.links {
		for k, b := range l.lines {
			if l.page == p && x > b[0]-near && x < b[2]+near && y > b[1]-near && y < b[3]+near {
				over[[2]int{i, k}] = true
				found = true
			}
		}
	}
	return found
}

// A target is what a link or bookmark may lead to: the beginning of a block.
type target struct {
	e    *element
	page *page
	line run // its first
}

// targets lists the beginnings of blocks.
func (c *checker) targets() []target {
	var out []target
	for _, e := range c.elements {
		switch e.role {
		case "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "Note", "LI", "TR", "P", "Lbl":
			if p, r, ok := e.beginning(); ok {
				out = append(out, target{e, p, r})
			}
		}
	}
	return out
}

// above is how far over the letters of what it leads to a link may go.
const above = 14

// reaches reports whether a destination is at the beginning of a block: its first
// line is the first that is seen below.
func (t target) reaches(p *page, top float64) bool {
	over := top - t.line.y - t.line.size
	return t.page == p && over > -t.line.size/10 && over < above
}

// named is what a figure or table is called: "Figure 3".
var named = regexp.MustCompile(`^\p{L}+\s\d+$`)

// number is what a reference to a note begins with.
var number = regexp.MustCompile(`^\s*(\d+)`)

// destinations checks that links lead to what they speak of: an entry of the
// contents to its heading, a note's number to the note, the name of a figure or
// table to its caption, and any other to the beginning of a block.
func (c *checker) destinations() {
	all := c.targets()
	for _, e := range c.elements {
		if e.role != "Link" {
			continue
		}
		for _, l := range e.links {
			if l.to == nil {
				continue
			}
			want := c.meant(e, l)
			found := false
			for _, t := range all {
				found = found || t.reaches(l.to, l.top) && (want == nil || want(t.e))
			}
			if !found {
				c.say("page %d: the link %q does not lead to what it names", l.page.index+1, l.label)
			}
		}
	}
}

// meant returns what a link must lead to; nil for the beginning of any block.
func (c *checker) meant(e *element, l link) func(*element) bool {
	text := strings.TrimSpace(e.text)
	switch {
	case e.parent.role == "Reference" && e.parent.parent.role == "TOCI":
		return func(to *element) bool { return to.heading() && to.titled(l.label) }
	case e.parent.role == "Reference" && number.MatchString(text):
		n := number.FindStringSubmatch(text)[1]
		return func(to *element) bool {
			return to.role == "Note" && len(to.kids) > 0 && strings.TrimSpace(to.kids[0].text) == n
		}
	}
	own := e
	for own != nil && own.role != "Caption" {
		own = own.parent
	}
	var captions []*element // the first page may show a figure that stands later, and leads there
	for _, caption := range c.elements {
		if caption.role == "Caption" && caption != own && named.MatchString(text) && strings.HasPrefix(caption.text, text+" ") {
			captions = append(captions, caption)
		}
	}
	if len(captions) > 0 {
		return func(to *element) bool { return slices.Contains(captions, to) }
	}
	return nil
}

// squeeze takes out white space: lines end where the page is full.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// heading reports whether an element is a heading.
func (e *element) heading() bool { return e.level() > 0 }

// level is 1 to 6 of a heading, else 0.
func (e *element) level() int {
	n, _ := strconv.Atoi(strings.TrimPrefix(string(e.role), "H")) // 0 where it is no number
	return n
}
