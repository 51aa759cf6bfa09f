package check

import (
	"fmt"
	"slices"
	"strings"
)

// standard lists the structure types that a report may use (ISO 32000-1, 14.8.4).
const standard = " Document Sect Div P L LI Lbl LBody BlockQuote Table THead TBody TR TH TD Caption Figure Note Reference Link Span TOC TOCI H1 H2 H3 H4 H5 H6 "

// An element is a structure element with what was found in it.
type element struct {
	ref    ref
	dict   dict
	role   name
	parent *element
	kids   []*element
	text   string // its own, in order, with that of its kids
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
	var b strings.Builder
	kids := c.f.array(d["K"])
	if kids == nil && d["K"] != nil {
		kids = array{d["K"]}
	}
	for _, k := range kids {
		b.WriteString(c.kid(e, k))
	}
	e.text = b.String()
	c.role(e)
	return e
}

// kid follows one entry of /K and returns its text.
func (c *checker) kid(e *element, k any) string {
	switch k := k.(type) {
	case float64:
		return c.content(e, e.dict["Pg"], int(k))
	case ref:
		child := c.walk(k, e)
		e.kids = append(e.kids, child)
		if child.role == "Figure" {
			return c.f.text(child.dict["Alt"])
		}
		return child.text
	case dict:
		switch k["Type"] {
		case name("MCR"):
			id, _ := k["MCID"].(float64)
			return c.content(e, k["Pg"], int(id))
		case name("OBJR"):
			c.annotation(e, k)
			return ""
		}
	}
	c.say("%s has a kid of no known kind", e.role)
	return ""
}

// content ties marked content to the element that claims it.
func (c *checker) content(e *element, pg any, id int) string {
	r, _ := pg.(ref)
	p := c.pages[r]
	if p == nil {
		c.say("%s has content on no page", e.role)
		return ""
	}
	if _, ok := p.marked[id]; !ok {
		c.say("page %d: %s claims MCID %d, which is not there", p.index+1, e.role, id)
	}
	if p.roles[id] != e.role {
		c.say("page %d: MCID %d is marked %s but belongs to %s", p.index+1, id, p.roles[id], e.role)
	}
	if owner := c.owner(p.index, id); owner != e.ref {
		c.say("page %d: the parent tree gives MCID %d to another element", p.index+1, id)
	}
	c.claimed[[2]int{p.index, id}]++
	return p.marked[id]
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
	if d := c.f.array(a["Dest"]); len(d) > 0 {
		if r, _ := d[0].(ref); c.pages[r] == nil {
			c.say("a link leads to no page")
		}
	}
	c.linked[k["Obj"]] = true
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
		if len(c.f.array(attr["BBox"])) != 4 {
			c.say("a figure has no place")
		}
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
	case "Link":
		c.link(e)
	}
	if id := e.dict["ID"]; id != nil && c.ids[id] != any(e.ref) {
		c.say("id %v does not lead to its element", id)
	}
}

func (c *checker) link(e *element) {
	for _, k := range c.f.array(e.dict["K"]) {
		if d, ok := k.(dict); ok && d["Type"] == name("OBJR") {
			return
		}
	}
	c.say("a link element has no annotation")
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
		var level int
		if n, _ := fmt.Sscanf(string(e.role), "H%d", &level); n != 1 {
			continue
		}
		if level > last+1 {
			c.say("a heading of level %d follows one of level %d", level, last)
		}
		if strings.TrimSpace(e.text) == "" {
			c.say("a heading is empty")
		}
		last = level
	}
}
