package check

import (
	"fmt"
	"strings"
)

// fontUse is a font and the codes that are drawn in it.
type fontUse struct {
	dict   dict
	used   map[int]bool
	widths map[int]float64 // by code, thousandths of the size
	other  float64         // of all other codes
}

// newFont reads the widths of a composite font whose codes are its characters
// (ISO 32000-1, 9.7.4.3).
func (c *checker) newFont(v any) *fontUse {
	f := &fontUse{dict: c.f.dict(v), used: map[int]bool{}, widths: map[int]float64{}, other: 1000}
	d := c.f.dict(first(c.f.array(f.dict["DescendantFonts"])))
	if w, ok := d["DW"].(float64); ok {
		f.other = w
	}
	w := c.f.array(d["W"])
	for i := 0; i+1 < len(w); {
		from, _ := w[i].(float64)
		if list := c.f.array(w[i+1]); list != nil {
			for k, v := range list {
				f.widths[int(from)+k], _ = v.(float64)
			}
			i += 2
			continue
		}
		to, _ := w[i+1].(float64)
		for code := int(from); i+2 < len(w) && code <= min(int(to), 0xffff); code++ {
			f.widths[code], _ = w[i+2].(float64)
		}
		i += 3
	}
	return f
}

// width returns the width of a code, thousandths of the size.
func (f *fontUse) width(code int) float64 {
	if w, ok := f.widths[code]; ok {
		return w
	}
	return f.other
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
