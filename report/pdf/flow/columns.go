package flow

import (
	"slices"

	"sitrep/report/doc"
	"sitrep/report/pdf/tag"
)

// measure gives the columns their widths: as wide as their longest line where
// all fit, else each at least its longest word and the rest in proportion to
// what each would like. Where not even that fits, words are parted before numbers.
func (s *tableSetter) measure(cells [][]tableCell) []column {
	n := len(s.t.Columns)
	least, wish, figures := make([]float64, n), make([]float64, n), make([]float64, n)
	words := make([][][]float64, len(cells)) // of all cells
	for r := range cells {
		words[r] = make([][]float64, n)
	}
	for c := range n {
		title, scratch := headStyle(), tag.New(nil, tag.TH)
		least[c], wish[c] = s.w.m.Extent(s.w.spans(doc.Titled(s.t.Columns[c].Title, s.t.Columns[c].Heading), title, scratch))
		for r := range cells {
			l, w := s.w.m.Extent(cells[r][c].spans)
			least[c], wish[c] = max(least[c], l), max(wish[c], w)
			words[r][c] = s.w.m.Words(cells[r][c].spans)
			figures[c] = max(figures[c], s.w.m.LongestNumber(cells[r][c].spans))
		}
	}
	room := s.w.width - columnGap*float64(n-1)
	oneLine := slices.Clone(least)
	for c := range n {
		if wish[c] <= 0.18*room || s.t.Columns[c].Numeric && wish[c] <= 0.3*room {
			oneLine[c] = wish[c] // a date or a short name stays on one line, where no word is parted for it
		}
	}
	least = between(between(figures, least, room), oneLine, room)
	widths := share(least, wish, s.weights(), max(room, float64(n)))
	level(widths, least, words)
	out := make([]column, n)
	x := s.w.x
	for c := range out {
		out[c] = column{x, widths[c], s.t.Columns[c].Numeric}
		x += widths[c] + columnGap
	}
	return out
}

func (s *tableSetter) weights() []float64 {
	out := make([]float64, len(s.t.Columns))
	for c := range out {
		if out[c] = s.t.Columns[c].Weight; !(out[c] > 0) || out[c] > 100 {
			out[c] = 1
		}
	}
	return out
}

// share divides room among columns. Nobody gets more than it wishes, unless
// room is left; nobody less than it needs, unless room is too small for all.
func share(least, wish, weight []float64, room float64) []float64 {
	n := len(least)
	out := make([]float64, n)
	if sum(wish) <= room {
		spare := min((room-sum(wish))/float64(n), 30) // more would part what belongs together
		for i := range out {
			out[i] = wish[i] + spare
		}
		return out
	}
	narrow(least, room)
	copy(out, least)
	left := room - sum(least)
	want := make([]float64, n)
	for i := range want {
		want[i] = min(wish[i]-least[i], room) * weight[i]
	}
	if total := sum(want); total > 0 && left > 0 {
		for i := range out {
			out[i] += left * want[i] / total
		}
	}
	return out
}

// level moves width from column to column, a little at a time, as long as the
// rows become lower for it: one narrow column of long names makes all rows
// high. Words are those of the cells; where the table is long, the first rows
// stand for all.
func level(widths, least []float64, words [][][]float64) {
	const step, most, rows = 6, 60, 60
	words = words[:min(len(words), rows)]
	height := heightOf(widths, words)
	for range most {
		best, from, to, by := height, -1, -1, 0.0
		for i := range widths {
			for k := range widths {
				for d := float64(step); i != k && d <= 5*step && widths[i]-d >= least[i]; d += step {
					widths[i], widths[k] = widths[i]-d, widths[k]+d
					if n := heightOf(widths, words); n < best {
						best, from, to, by = n, i, k, d
					}
					widths[i], widths[k] = widths[i]+d, widths[k]-d
				}
			}
		}
		if from < 0 {
			return
		}
		widths[from], widths[to], height = widths[from]-by, widths[to]+by, best
	}
}

// heightOf is the sum of the squares of the lines that rows need, those of their
// highest cells: a few rows of ten lines beside many of one read worse than rows of two.
func heightOf(widths []float64, words [][][]float64) int {
	total := 0
	for _, row := range words {
		high := 1
		for c, cell := range row {
			n, x := 1, 0.0
			for i := 0; i+1 < len(cell); i += 2 {
				if x > 0 && x+cell[i] > widths[c] {
					n, x = n+1, 0
				}
				x += cell[i] + cell[i+1]
			}
			high = max(high, n)
		}
		total += high * high
	}
	return total
}

// between returns what columns would like, the widest of them cut down to what they need
// until all fit into room; what they need where even that does not fit.
func between(need, like []float64, room float64) []float64 {
	capped := func(at float64) []float64 {
		out := make([]float64, len(like))
		for i := range out {
			out[i] = min(like[i], max(need[i], at))
		}
		return out
	}
	low, high := 0.0, slices.Max(like)
	if sum(like) <= room {
		return like
	}
	for range 40 { // the cap under which all fit, by halving
		if mid := (low + high) / 2; sum(capped(mid)) > room {
			high = mid
		} else {
			low = mid
		}
	}
	return capped(low)
}

// narrow cuts the needs of the widest down until all fit into room.
func narrow(least []float64, room float64) {
	copy(least, between(make([]float64, len(least)), least, room))
}

func sum(all []float64) float64 {
	total := 0.0
	for _, v := range all {
		total += v
	}
	return total
}
