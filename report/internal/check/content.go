package check

import (
	"strings"
)

// A page is what its content stream says.
type page struct {
	ref       ref
	index     int
	box       [4]float64    // MediaBox
	runs      map[int][]run // by marked-content id
	artifacts []artifact
	pictures  map[name]bool
	roles     map[int]name
	outside   int // operators that paint outside marked content
}

// A run is text drawn by one operator, with its place in page space.
type run struct {
	x, y, width, size float64 // of the baseline
	text              string
}

// text returns what is drawn as marked content.
func (p *page) text(id int) string {
	var b strings.Builder
	for _, r := range p.runs[id] {
		b.WriteString(r.text)
	}
	return b.String()
}

// An artifact is content that belongs to no element (ISO 32000-1, 14.8.2.2).
type artifact struct {
	subtype name // Header, Footer; empty for what is not of pagination
	runs    []run
}

// painting lists the operators that leave ink (ISO 32000-1, annex A).
const painting = " f F f* B B* b b* S s Tj TJ ' \" Do sh BI "

// none, outer: no marked content is open, or that of an artifact.
const (
	unmarked = -2
	outer    = -1
)

// read interprets a content stream as far as marks and text go.
func (c *checker) read(p *page, data []byte, fonts map[name]*fontUse) {
	l := &lexer{text: data}
	var args []any
	var open []int // marked content: its id, or outer
	t := newTypist(fonts)
	for l.more() {
		v := l.next(0)
		op, ok := v.(word)
		if !ok {
			args = append(args, v)
			continue
		}
		inside := unmarked
		if len(open) > 0 {
			inside = open[0]
		}
		switch op {
		case "BMC", "BDC":
			open = append(open, c.begin(p, args))
		case "EMC":
			if len(open) == 0 {
				c.say("page %d: marked content ends that did not begin", p.index+1)
			} else {
				open = open[:len(open)-1]
			}
		case "Tj", "TJ":
			c.show(p, args, inside, t)
		case "Do":
			if n, _ := first(args).(name); !p.pictures[n] {
				c.say("page %d: a picture that is not there", p.index+1)
			}
		default:
			t.operator(op, args)
		}
		if strings.Contains(painting, " "+string(op)+" ") && inside == unmarked {
			p.outside++
		}
		if len(open) > 1 {
			c.say("page %d: marked content within marked content", p.index+1)
			return
		}
		args = args[:0]
	}
	if len(open) > 0 {
		c.say("page %d: marked content does not end", p.index+1)
	}
}

// begin notes marked content and returns its id.
func (c *checker) begin(p *page, args []any) int {
	if len(args) == 0 {
		return outer
	}
	role, _ := args[0].(name)
	var props dict
	if len(args) > 1 {
		props, _ = args[1].(dict)
	}
	if role == "Artifact" {
		subtype, _ := props["Subtype"].(name)
		p.artifacts = append(p.artifacts, artifact{subtype: subtype})
		return outer
	}
	id, ok := props["MCID"].(float64)
	if !ok {
		c.say("page %d: %s without MCID", p.index+1, role)
		return outer
	}
	if _, twice := p.roles[int(id)]; twice {
		c.say("page %d: MCID %d twice", p.index+1, int(id))
	}
	p.roles[int(id)] = role
	return int(id)
}

// show notes what is drawn, in what marked content, and that it is on the page.
func (c *checker) show(p *page, args []any, inside int, t *typist) {
	if t.font == nil || len(args) == 0 {
		c.say("page %d: text without a font", p.index+1)
		return
	}
	r := t.show(args[0])
	if r.x < p.box[0]-1 || r.x+r.width > p.box[2]+1 || r.y < p.box[1] || r.y+r.size/2 > p.box[3] {
		c.say("page %d: text beyond the edge", p.index+1)
	}
	if n := len(p.artifacts) - 1; inside == outer && n >= 0 {
		p.artifacts[n].runs = append(p.artifacts[n].runs, r)
	} else if inside >= 0 {
		p.runs[inside] = append(p.runs[inside], r)
	}
}
