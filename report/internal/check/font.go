package check

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// fontUse is a font and the codes that are drawn in it.
type fontUse struct {
	dict   dict
	used   map[int]bool
	spaces [][2]string     // first and last of each range of codes that there can be
	cids   map[int]int     // characters of the font by code
	meant  map[int]string  // texts by code
	widths map[int]float64 // by character, thousandths of the size
	other  float64         // of all other characters
}

// newFont reads the codes and widths of a composite font (ISO 32000-1, 9.7.4.3, 9.7.5).
func (c *checker) newFont(v any) *fontUse {
	f := &fontUse{dict: c.f.dict(v), used: map[int]bool{}, widths: map[int]float64{}, other: 1000}
	encoding, _ := c.f.get(f.dict["Encoding"]).(stream)
	unicode, _ := c.f.get(f.dict["ToUnicode"]).(stream)
	f.spaces, f.cids = spacesOf(string(encoding.data)), characters(string(encoding.data))
	f.meant = meanings(string(unicode.data))
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
	if w, ok := f.widths[f.cids[code]]; ok {
		return w
	}
	return f.other
}

// next returns the code that s begins with, and its length; a code that there
// cannot be is one byte.
func (f *fontUse) next(s string) (code, n int) {
	for _, space := range f.spaces {
		n = len(space[0])
		inside := n <= len(s) && n == len(space[1])
		for i := 0; inside && i < n; i++ {
			inside = s[i] >= space[0][i] && s[i] <= space[1][i]
		}
		if !inside {
			continue
		}
		for i := range n {
			code = code<<8 | int(s[i])
		}
		return code, n
	}
	return -1 - int(s[0]), 1
}

// spacesOf reads the ranges of codes of a CMap.
func spacesOf(cmap string) [][2]string {
	_, rest, _ := strings.Cut(cmap, "begincodespacerange")
	rest, _, _ = strings.Cut(rest, "endcodespacerange")
	var out [][2]string
	for line := range strings.Lines(rest) {
		var low, high string
		if n, _ := fmt.Sscanf(line, "<%X> <%X>", &low, &high); n == 2 && low != "" {
			out = append(out, [2]string{low, high})
		}
	}
	return out
}

// glyphs checks that every code drawn has a glyph and a character: what veraPDF
// does not see behind a CIDToGIDMap.
func (c *checker) glyphs(f *fontUse, n name) {
	descendants := c.f.array(f.dict["DescendantFonts"])
	if len(descendants) == 0 {
		c.say("font %s has no descendant", n)
		return
	}
	outlines := c.f.dict(c.f.dict(descendants[0])["FontDescriptor"])["FontFile3"] != nil // of Adobe: its characters have their own numbers
	m, ok := c.f.get(c.f.dict(descendants[0])["CIDToGIDMap"]).(stream)
	if !ok && !outlines {
		c.say("font %s has no glyph map", n)
		return
	}
	for code := range f.used {
		cid, ok := f.cids[code]
		if !ok || !outlines && (2*cid+1 >= len(m.data) || m.data[2*cid] == 0 && m.data[2*cid+1] == 0) {
			c.say("font %s: no glyph for %q", n, f.meant[code])
		}
		if to, ok := f.meant[code]; !ok || to == "" || code <= 0xff && to != string(rune(code)) { // a Latin letter is its own code
			c.say("font %s: no character for code %04X", n, code)
		}
	}
}

// characters reads the ranges of a CMap of an encoding: the character of the font that each code leads to.
func characters(cmap string) map[int]int {
	out := map[int]int{}
	for line := range strings.Lines(cmap) {
		var low, high, to int
		if n, _ := fmt.Sscanf(line, "<%X> <%X> %d", &low, &high, &to); n == 3 {
			for code := low; code <= min(high, low+0xff); code++ {
				out[code] = to + code - low
			}
		}
	}
	return out
}

// meanings reads the ranges of a ToUnicode map: the text of each code, in UTF-16. The last unit counts up within a range.
func meanings(cmap string) map[int]string {
	out := map[int]string{}
	for line := range strings.Lines(cmap) {
		var low, high int
		var to string
		if n, _ := fmt.Sscanf(line, "<%X> <%X> <%X>", &low, &high, &to); n != 3 {
			continue
		}
		units := make([]uint16, len(to)/2)
		for i := range units {
			units[i] = uint16(to[2*i])<<8 | uint16(to[2*i+1])
		}
		for code := low; code <= min(high, low+0xff) && len(units) > 0; code++ {
			out[code] = string(utf16.Decode(units))
			units[len(units)-1]++
		}
	}
	return out
}
