package check

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// deepest bounds how far bookmarks nest, for those of a stranger may have no end.
const deepest = 10000

// A bookmark is an entry of the outline.
type bookmark struct {
	title string
	depth int // from 0
	page  *page
	top   float64
}

// outline checks that bookmarks hang together, lead to pages and mirror the
// headings below the title: their words, their order, their nesting and their places.
func (c *checker) outline() {
	marks := c.bookmarks()
	var heads []*element
	for _, e := range c.elements {
		if e.level() > 1 {
			heads = append(heads, e)
		}
	}
	if len(marks) == 0 {
		if len(heads) > 1 {
			c.say("no bookmarks")
		}
		return
	}
	var open []int // levels that enclose the heading
	next := 0
	for _, h := range heads {
		if next == len(marks) || !h.titled(marks[next].title) {
			if !c.contentsTitle(h) {
				c.say("the bookmarks do not mirror the headings: %q", strings.TrimSpace(h.text))
			}
			continue
		}
		m := marks[next]
		next++
		for len(open) > 0 && open[len(open)-1] >= h.level() {
			open = open[:len(open)-1]
		}
		if m.depth != len(open) && h.level() < 6 { // any deeper heading is H6
			c.say("the bookmark %q is of depth %d, its heading of %d", m.title, m.depth, len(open))
		}
		open = append(open, h.level())
		if p, r, ok := h.beginning(); !ok || !(target{h, p, r}).reaches(m.page, m.top) {
			c.say("the bookmark %q does not lead to its heading", m.title)
		}
	}
	if next < len(marks) {
		c.say("the bookmark %q has no heading", marks[next].title)
	}
}

// titled reports whether a heading is of that title: its words, behind which a
// marking may stand. A long title may be cut.
func (e *element) titled(title string) bool {
	words := squeeze(e.text)
	title = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Co, r): // of private use: the page says that it is a sign, and not which
			return utf8.RuneError
		case r >= '\u2066' && r <= '\u2069': // isolates (Unicode Standard Annex 9, 2.4.2), which the page has obeyed
			return -1
		}
		return r
	}, title)
	if beginning, cut := strings.CutSuffix(title, "…"); cut && utf8.RuneCountInString(beginning) >= 200 {
		return strings.HasPrefix(words, squeeze(beginning))
	}
	title = squeeze(title)
	if n := len(e.kids); n > 0 && e.kids[n-1].dict["E"] != nil && words != title {
		words = strings.TrimSuffix(words, squeeze(e.kids[n-1].text))
	}
	return words == title
}

// contentsTitle reports whether a heading is that of the list of contents,
// which need not be in the outline.
func (c *checker) contentsTitle(h *element) bool {
	for i, k := range h.parent.kids {
		if k == h {
			return i+1 < len(h.parent.kids) && h.parent.kids[i+1].role == "TOC"
		}
	}
	return false
}

// bookmarks lists the outline in its order, and checks that it hangs together.
func (c *checker) bookmarks() []bookmark {
	var out []bookmark
	seen := map[any]bool{}
	var list func(first any, depth int)
	list = func(v any, depth int) {
		var prev any
		for v != nil && !seen[v] && depth < deepest {
			seen[v] = true
			d := c.f.dict(v)
			if d["Prev"] != prev {
				c.say("bookmarks do not hang together")
			}
			m := bookmark{title: c.f.text(d["Title"]), depth: depth}
			m.page, m.top = c.destination(c.f.array(d["Dest"]))
			if m.page == nil || m.title == "" {
				c.say("a bookmark leads nowhere")
			}
			out = append(out, m)
			list(d["First"], depth+1)
			prev, v = v, d["Next"]
		}
	}
	list(c.f.dict(c.root["Outlines"])["First"], 0)
	return out
}

// printed is a page's number at its foot, with that of the last.
var printed = regexp.MustCompile(`(\d+)\D+(\d+)\D*$`)

// labels checks that each page is called in the window what is printed at its
// foot (ISO 32000-1, 12.4.2). One page that has no foot, a poster, needs none.
func (c *checker) labels() {
	nums := c.f.tree(c.root["PageLabels"], "Nums")
	style, from, at := name(""), 1, 0
	for i, p := range c.order {
		if d := c.f.dict(nums[float64(i)]); d != nil {
			style, _ = d["S"].(name)
			from, at = 1, i
			if st, ok := d["St"].(float64); ok {
				from = int(st)
			}
		}
		foot := ""
		for _, a := range p.artifacts {
			for _, r := range a.runs {
				if a.subtype == "Footer" {
					foot += r.text + " "
				}
			}
		}
		label := ""
		if style == "D" {
			label = strconv.Itoa(from + i - at)
		}
		m := printed.FindStringSubmatch(foot)
		switch {
		case len(c.order) == 1 && foot == "":
		case m == nil:
			c.say("page %d: no number is printed at the foot", i+1)
		case m[1] != label || m[2] != fmt.Sprint(len(c.order)):
			c.say("page %d of %d is called %q, and %q at its foot", i+1, len(c.order), label, strings.TrimSpace(foot))
		}
	}
}
