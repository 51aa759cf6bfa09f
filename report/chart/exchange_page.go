package chart

import (
	"slices"

	"sitrep/report/theme"
)

// paginate fills as few pages as can be, to about the same height: no pair is
// left alone on the last. Names and headings never end a page; where a pair goes
// on, its names are repeated.
func (t *exchangeLayout) paginate() []*Scene {
	head := (&pen{fonts: t.fonts, dry: true}).key(t.legend, t.width)
	if len(t.blocks) == 0 {
		return []*Scene{t.page(nil, head+10)}
	}
	pages := t.split(head, t.frame.limit)
	for lo, hi := 0.0, t.frame.MaxHeight; len(pages) > 1 && t.frame.First == 0 && hi-lo > 8; {
		mid := (lo + hi) / 2
		if even := t.split(head, func(int) float64 { return mid }); len(even) == len(pages) && t.highest(head, even) <= mid {
			pages, hi = even, mid
		} else {
			lo = mid
		}
	}
	var scenes []*Scene
	for _, page := range pages {
		scenes = append(scenes, t.page(page, t.height(head, page)))
	}
	return scenes
}

// height returns how high a page of those blocks is.
func (t *exchangeLayout) height(head float64, page []block) float64 {
	for _, b := range page {
		head += b.height
	}
	return head
}

func (t *exchangeLayout) highest(head float64, pages [][]block) float64 {
	most := 0.0
	for _, p := range pages {
		most = max(most, t.height(head, p))
	}
	return most
}

// split divides the blocks into pages that are no higher than the limit of each (0: one page), but for a band that alone is.
func (t *exchangeLayout) split(head float64, limitOf func(page int) float64) [][]block {
	var pages [][]block
	for i := 0; i < len(t.blocks); {
		var page []block
		y, bands, limit := head, 0, limitOf(len(pages))
		if !t.blocks[i].names {
			names := t.names(t.blocks[i].pair)
			page, y = append(page, names), y+names.height
		}
		for ; i < len(t.blocks); i++ {
			if bands > 0 && limit > 0 && y+t.needs(i) > limit {
				break
			}
			if t.blocks[i].band != nil {
				bands++
			}
			page = append(page, t.blocks[i])
			y += t.blocks[i].height
		}
		pages = append(pages, page)
	}
	return pages
}

// names returns the block that names a pair's parties.
func (t *exchangeLayout) names(pair int) block {
	i := slices.IndexFunc(t.blocks, func(b block) bool { return b.pair == pair && b.names })
	return t.blocks[i]
}

func (t *exchangeLayout) needs(i int) float64 {
	h := 0.0
	for ; i < len(t.blocks); i++ {
		h += t.blocks[i].height
		if t.blocks[i].band != nil {
			break
		}
	}
	return h
}

func (t *exchangeLayout) page(blocks []block, height float64) *Scene {
	y := t.key(t.legend, t.width)
	start := y
	for i, b := range blocks {
		switch {
		case b.names:
			t.pillars(start, y, i)
			top := y + b.height - 5 - float64(max(len(b.left), len(b.right)))*bodyLead
			t.lines("party", boldFace, Start, 0, top, b.left)
			t.lines("party", boldFace, End, t.width, top, b.right)
			start = y + b.height
		case b.heading != "":
			t.text("direction", smallFace, Middle, t.width/2, y+1+smallFace.base(), b.heading)
		default:
			t.band(b.band, y, b.height-t.frame.pad(bandGap))
		}
		y += b.height
	}
	t.pillars(start, y, len(blocks))
	s := t.scene(t.width, height)
	t.shapes = nil
	return s
}

// pillars draws the two posts between which the bands of a pair run.
func (t *exchangeLayout) pillars(y0, y1 float64, n int) {
	if n == 0 {
		return
	}
	for _, x := range []float64{0, t.width - pillar} {
		t.rect("pillar", look{fill: theme.Axis}, x, y0, pillar, y1-y0-t.frame.pad(bandGap)+2)
	}
}

// band draws what one party gives of one category: an arrow from the giver to
// the receiver with the items in it. Its height says how many lines it holds,
// and nothing of amounts, which are of different measures.
func (t *exchangeLayout) band(g *giving, y, h float64) {
	token := theme.Axis
	x0, x1 := pillar+4.0, t.width-pillar-4
	head, tail := x1-headWidth, x0
	tip, text := x1, x0+headWidth+7 // in one column, whichever way the band points
	if g.leftward {
		head, tail, tip = x0+headWidth, x1, x0
	}
	t.rect("flow", look{fill: theme.Panel}, min(tail, head), y, max(tail, head)-min(tail, head), h)
	t.path("flow", look{fill: token}, polygon(head, y, tip, y+h/2, head, y+h))
	stripe := tail
	if !g.leftward {
		stripe += tailWidth
	}
	t.rect("flow", look{fill: token}, stripe-tailWidth, y, tailWidth, h)
	t.icon(g.category, text+iconSize/2, y+bandPad+bodyLead/2)
	t.text("category", boldFace, Start, text+iconSize+4, y+bandPad+boldFace.base(), t.cut(boldFace, t.chart.Language.Cap(clean(g.title)),
		t.inner()-iconSize-4))
	y += bandPad + bodyLead
	for i := range g.items {
		t.owner = g.items[i].flow.ID
		t.item(&g.items[i], text, y)
		y += g.items[i].height
	}
	t.owner = ""
}

func (t *exchangeLayout) item(o *offer, x, y float64) {
	f, left, bottom := o.flow, x+12, y+o.height-2-float64(len(o.note))*smallLead
	t.dot("dot", statusGlyph(f.Status), StatusToken(f.Status), state{status: f.Status}, x+4, y+2+bodyLead/2, 2.8)
	t.lines("label", bodyFace, Start, x+12, y+2, o.text)
	x, y = x+12, y+2
	if t.narrow {
		y += float64(len(o.text)) * bodyLead
	} else {
		x += (t.inner()-12)*0.58 + 8
	}
	f0 := smallFace
	f0.color = theme.Ink
	t.lines("value", boldFace, Start, x, y, o.value)
	t.lines("meta", f0, Start, x, y+float64(len(o.value))*bodyLead, o.meta)
	t.lines("note", noteFace, Start, left, bottom, o.note)
}
