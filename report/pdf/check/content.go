package check

import (
	"fmt"
	"strings"
)

// A page is what its content stream says.
type page struct {
	ref     ref
	index   int
	marked  map[int]string // text by marked-content id
	roles   map[int]name
	lastMC  int
	outside int // operators that paint outside marked content
}

// fontUse is a font and the codes that are drawn in it.
type fontUse struct {
	dict dict
	used map[int]bool
}

// painting lists the operators that leave ink (ISO 32000-1, annex A).
const painting = " f F f* B B* b b* S s Tj TJ ' \" Do sh BI "

// read interprets a content stream as far as marks and text go.
func (c *checker) read(p *page, data []byte, fonts map[name]*fontUse) {
	l := &lexer{text: data}
	var args []any
	var open []int // marked content: its id, or −1
	var font *fontUse
	for l.more() {
		v := l.next(0)
		op, ok := v.(word)
		if !ok {
			args = append(args, v)
			continue
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
		case "Tf":
			if len(args) > 0 {
				n, _ := args[0].(name)
				font = fonts[n]
			}
		case "Tj":
			c.show(p, []any{array(args)}, open, font)
		case "TJ":
			c.show(p, args, open, font)
		}
		if strings.Contains(painting, " "+string(op)+" ") && len(open) == 0 {
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
		return -1
	}
	role, _ := args[0].(name)
	if role == "Artifact" {
		return -1
	}
	var props dict
	if len(args) > 1 {
		props, _ = args[1].(dict)
	}
	id, ok := props["MCID"].(float64)
	if !ok {
		c.say("page %d: %s without MCID", p.index+1, role)
		return -1
	}
	if _, twice := p.roles[int(id)]; twice {
		c.say("page %d: MCID %d twice", p.index+1, int(id))
	}
	p.roles[int(id)] = role
	p.marked[int(id)] = ""
	return int(id)
}

// show notes the codes that are drawn. Codes are UTF-16 units.
func (c *checker) show(p *page, args []any, open []int, font *fontUse) {
	if font == nil || len(args) == 0 {
		c.say("page %d: text without a font", p.index+1)
		return
	}
	var b strings.Builder
	all, _ := args[0].(array)
	for _, v := range all {
		s, _ := v.(string)
		for i := 0; i+1 < len(s); i += 2 {
			code := int(s[i])<<8 | int(s[i+1])
			font.used[code] = true
			b.WriteRune(rune(code))
		}
	}
	if len(open) > 0 && open[0] >= 0 {
		p.marked[open[0]] += b.String()
	}
}

// glyphs checks that every code drawn has a glyph and a character: what veraPDF
// does not see behind a CIDToGIDMap.
func (c *checker) glyphs(f *fontUse, n name) {
	descendants := c.f.array(f.dict["DescendantFonts"])
	if len(descendants) == 0 {
		c.say("font %s has no descendant", n)
		return
	}
	m, ok := c.f.get(c.f.dict(descendants[0])["CIDToGIDMap"]).(stream)
	if !ok {
		c.say("font %s has no glyph map", n)
		return
	}
	unicode, _ := c.f.get(f.dict["ToUnicode"]).(stream)
	meant := meanings(string(unicode.data))
	for code := range f.used {
		if 2*code+1 >= len(m.data) || m.data[2*code] == 0 && m.data[2*code+1] == 0 {
			c.say("font %s: no glyph for U+%04X", n, code)
		}
		if to, ok := meant[code]; !ok || to != code {
			c.say("font %s: no character for code %04X", n, code)
		}
	}
}

// meanings reads the ranges of a ToUnicode map: what each code stands for.
func meanings(cmap string) map[int]int {
	out := map[int]int{}
	for line := range strings.Lines(cmap) {
		if !strings.HasPrefix(line, "<") {
			continue
		}
		var low, high, to int
		if n, _ := fmt.Sscanf(line, "<%04X> <%04X> <%04X>", &low, &high, &to); n != 3 {
			continue
		}
		for code := low; code <= min(high, 0xffff); code++ {
			out[code] = to + code - low
		}
	}
	return out
}
