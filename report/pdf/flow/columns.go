package flow

import "sitrep/report/pdf/text"

// measure gives the columns their widths: as wide as their longest line where
// all fit, else each at least its longest word and the rest in proportion to
// what each would like.
func (s *tableSetter) measure(cells [][]tableCell) []column {
	n := len(s.t.Columns)
	least, wish := make([]float64, n), make([]float64, n)
	for c := range n {
		title := headStyle()
		least[c], wish[c] = s.w.m.Extent([]text.Span{s.w.plain(s.t.Columns[c].Title, title, nil)})
		for r := range cells {
			l, w := s.w.m.Extent(cells[r][c].spans)
			least[c], wish[c] = max(least[c], l), max(wish[c], w)
		}
	}
	room := s.w.width - columnGap*float64(n-1)
	for c := range n {
		if wish[c] <= 0.18*room || s.t.Columns[c].Numeric && wish[c] <= 0.3*room {
			least[c] = wish[c] // a date or a short name stays on one line
		}
	}
	widths := share(least, wish, s.weights(), max(room, float64(n)))
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

// narrow cuts the needs of the widest down until all fit into room.
func narrow(least []float64, room float64) {
	for sum(least) > room {
		low, high := 0.0, 0.0
		for _, v := range least {
			high = max(high, v)
		}
		for range 40 { // the cap under which all fit, by halving
			mid := (low + high) / 2
			total := 0.0
			for _, v := range least {
				total += min(v, mid)
			}
			if total > room {
				high = mid
			} else {
				low = mid
			}
		}
		for i := range least {
			least[i] = min(least[i], low)
		}
	}
}

func sum(all []float64) float64 {
	total := 0.0
	for _, v := range all {
		total += v
	}
	return total
}
