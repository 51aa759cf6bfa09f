package check

import (
	"fmt"
	"slices"
	"strings"
)

// standard lists the structure types that a report may use (ISO 32000-1, 14.8.4).
const standard = " Document Sect Div P L LI Lbl LBody BlockQuote Table THead TBody TR TH TD Caption Figure Note Reference Link Span TOC " +
	"TOCI H1 H2 H3 H4 H5 H6 "

// An element is a structure element with what was found in it.
type element struct {
	ref    ref
	dict   dict
	role   name
	parent *element
	kids   []*element
	own    string  // its text, but for that of its kids
	text   string  // with that of its kids, in order
	inner  string  // the same with what a voice is told of its kids
	told   string  // and of itself
	places []place // of it and its kids, in order
	links  []link
}

// walk checks an element and all in it.
func (c *checker) walk(v any, parent *element) *element {
	r, _ := v.(ref)
	d := c.f.dict(v)
	role, _ := d["S"].(name)
	e := &element{ref: r, dict: d, role: role, parent: parent}
	c.elements = append(c.elements, e)
	if !strings.Contains(standard, " "+string(role)+" ") {
		c.say("element %q is of no standard type", role)
	}
	if parent != nil && d["P"] != any(parent.ref) {
		c.say("%s does not point back to its parent", role)
	}
	kids := c.f.array(d["K"])
	if kids == nil && d["K"] != nil {
		kids = array{d["K"]}
	}
	for _, k := range kids {
		c.kid(e, k)
	}
	if e.told = e.inner; parent != nil { // the root's language is that of the file
		e.told = c.told(e)
	}
	c.role(e)
	return e
}

// kid follows one entry of /K.
func (c *checker) kid(e *element, k any) {
	switch k := k.(type) {
	case float64:
		c.content(e, e.dict["Pg"], int(k))
		return
	case ref:
		child := c.walk(k, e)
		e.kids = append(e.kids, child)
		e.places = append(e.places, child.places...)
		if child.role == "Figure" {
			child.text = c.f.text(child.dict["Alt"])
			child.told = child.text
		}
		e.text += child.text
		e.inner += child.told
		return
	case dict:
		switch k["Type"] {
		case name("MCR"):
			id, _ := k["MCID"].(float64)
			c.content(e, k["Pg"], int(id))
			return
		case name("OBJR"):
			c.annotation(e, k)
			return
		}
	}
	c.say("%s has a kid of no known kind", e.role)
}

// told returns what stands in an element with what a voice is told of it: its
// language, and what is to be said instead (ISO 32000-1, 14.9.2 to 14.9.5).
func (c *checker) told(e *element) string {
	s := e.inner
	for _, key := range []name{"Lang", "Alt", "ActualText", "E"} {
		if v := c.f.text(e.dict[key]); v != "" && e.role != "Figure" {
			s = fmt.Sprintf("{%s %s=%s}", strings.TrimSpace(s), key, v)
		}
	}
	return s
}

// content ties marked content to the element that claims it.
func (c *checker) content(e *element, pg any, id int) {
	r, _ := pg.(ref)
	p := c.pages[r]
	if p == nil {
		c.say("%s has content on no page", e.role)
		return
	}
	if _, ok := p.roles[id]; !ok {
		c.say("page %d: %s claims MCID %d, which is not there", p.index+1, e.role, id)
	}
	if p.roles[id] != e.role {
		c.say("page %d: MCID %d is marked %s but belongs to %s", p.index+1, id, p.roles[id], e.role)
	}
	if owner := c.owner(p.index, id); owner != e.ref {
		c.say("page %d: the parent tree gives MCID %d to another element", p.index+1, id)
	}
	c.claimed[[2]int{p.index, id}]++
	e.places = append(e.places, place{p, id})
	text := p.text(id)
	e.own += text
	e.text += text
	e.inner += text
}

// owner looks marked content up in the parent tree.
func (c *checker) owner(page, id int) ref {
	row := c.f.array(c.parents[float64(page)])
	if id >= len(row) {
		return -1
	}
	r, _ := row[id].(ref)
	return r
}

// role checks what a role asks for.
func (c *checker) role(e *element) {
	attr := c.f.dict(e.dict["A"])
	switch e.role {
	case "Figure":
		alt := c.f.text(e.dict["Alt"])
		if strings.TrimSpace(alt) == "" || strings.HasSuffix(alt, ".png") || strings.HasSuffix(alt, ".svg") {
			c.say("a figure has no alternate text")
		}
		c.figure(e, numbers(c.f.array(attr["BBox"])))
	case "TH", "TD":
		if e.role == "TH" && attr["Scope"] == nil {
			c.say("a head cell has no scope")
		}
		for _, h := range c.f.array(attr["Headers"]) {
			if c.ids[h] == nil {
				c.say("a cell's head %v is not there", h)
			}
		}
	case "Note":
		if e.dict["ID"] == nil {
			c.say("a note has no id")
		}
	case "Table":
		c.table(e)
	case "L", "LI", "TOC", "TR":
		c.children(e)
		c.numbering(e)
	case "Link":
		c.link(e)
	}
	if id := e.dict["ID"]; id != nil && c.ids[id] != any(e.ref) {
		c.say("id %v does not lead to its element", id)
	}
}

// children checks what may stand in what (ISO 32000-1, tables 336 and 337).
func (c *checker) children(e *element) {
	allowed := map[name]string{"L": " LI Caption L ", "LI": " Lbl LBody ", "TOC": " TOCI TOC Caption ", "TR": " TH TD "}[e.role]
	for _, k := range e.kids {
		if !strings.Contains(allowed, " "+string(k.role)+" ") {
			c.say("%s stands in %s", k.role, e.role)
		}
	}
}

// table checks that all rows have as many cells, and that there is a head.
func (c *checker) table(e *element) {
	width, heads := -1, 0
	for _, part := range e.kids {
		if part.role == "THead" {
			heads++
		}
		for _, row := range part.kids {
			if row.role != "TR" || part.role == "Caption" {
				continue
			}
			if width < 0 {
				width = len(row.kids)
			}
			if len(row.kids) != width {
				c.say("a table has rows of %d and of %d cells", width, len(row.kids))
			}
			c.heads(part, row)
		}
	}
	if width >= 0 && heads != 1 {
		c.say("a table has %d heads", heads)
	}
}

// heads checks that the head cells of the first rows are those of columns, and
// any other that of its row, which all other cells of the row name.
func (c *checker) heads(part, row *element) {
	scope := name("Column")
	if part.role != "THead" {
		scope = "Row"
	}
	for _, h := range row.kids {
		if h.role != "TH" {
			continue
		}
		if got := c.f.dict(h.dict["A"])["Scope"]; got != any(scope) {
			c.say("a head cell in %s has the scope %v", part.role, got)
		}
		for _, cell := range row.kids {
			if cell.role == "TD" && !slices.Contains(c.f.array(c.f.dict(cell.dict["A"])["Headers"]), h.dict["ID"]) {
				c.say("a cell does not name the head of its row")
			}
		}
	}
}

// headings checks that levels begin at one and none is left out.
func (c *checker) headings() {
	last := 0
	for _, e := range c.elements {
		if !e.heading() {
			continue
		}
		if level := e.level(); level > last+1 {
			c.say("a heading of level %d follows one of level %d", level, last)
		}
		if strings.TrimSpace(e.text) == "" {
			c.say("a heading is empty")
		}
		last = e.level()
	}
}

// numbering checks that a list with labels says how they count (ISO 14289-1, 7.6).
func (c *checker) numbering(e *element) {
	if e.role != "L" || c.f.dict(e.dict["A"])["ListNumbering"] != nil {
		return
	}
	for _, item := range e.kids {
		if len(item.kids) > 0 && item.kids[0].role == "Lbl" {
			c.say("a list does not say how its labels count")
		}
	}
}
