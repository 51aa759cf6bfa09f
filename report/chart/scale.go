package chart

import (
	"math"
	"slices"

	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// Why ticks are our own code: a library that finds nice numbers brings a whole
// plotting package with it, and these are the few lines that are needed.

// A scale maps values to a length along an axis, from 0 to 1.
type scale struct {
	lo, hi float64 // the ends; on a logarithmic scale above zero
	log    bool
	bare   bool    // there is no zero from which the length of a bar would mean something
	zero   float64 // logarithmic: the part at the start that is kept for values of zero or less
	ticks  []tick
}

// A tick is a number on an axis. Its digits are those of the step from tick to tick, whatever a
// double-precision number would make of it.
type tick struct {
	at     float64
	number *quantity.Number
}

// tickAt is n steps of m times a power of ten.
func tickAt(n, m float64, power int) tick {
	if math.Abs(n*m) > 1<<62 {
		v := n * m * math.Pow(10, float64(power))
		return tick{v, quantity.FromFloat(v)}
	}
	number := quantity.Whole(int64(n * m)).Shift(power)
	return tick{number.Float(), number}
}

// limit keeps arithmetic on values away from infinity.
const limit = 1e300

// linear makes a scale that holds all values, with about n ticks, and zero with them unless
// the numbers are of a kind that has none that means anything.
func linear(values []float64, kind quantity.Kind, n int) scale {
	lo, hi := reach(values, kind)
	step := niceStep((hi - lo) / float64(max(n, 1)))
	if whole(values) {
		step = max(step, 1) // there is no half of what is counted
	}
	power := int(math.Floor(math.Log10(step) + 1e-9))
	m := math.Round(step / math.Pow(10, float64(power)))
	s := scale{hi: hi, bare: !kind.FromZero()}
	for i := math.Floor(lo/step + 1e-9); ; i++ {
		t := tickAt(i, m, power)
		s.ticks = append(s.ticks, t)
		if t.at >= hi-step*1e-9 || len(s.ticks) > 100 {
			s.lo, s.hi = s.ticks[0].at, t.at
			return s
		}
	}
}

// reach returns the lowest and the highest number that an axis must hold.
func reach(values []float64, kind quantity.Kind) (lo, hi float64) {
	if kind.FromZero() || len(values) == 0 {
		for _, v := range values {
			lo, hi = min(lo, v), max(hi, v)
		}
		if lo == hi {
			hi = 1
		}
		return lo, hi
	}
	lo, hi = slices.Min(values), slices.Max(values)
	pad := (hi - lo) * 0.06
	if lo == hi {
		pad = max(math.Abs(lo)*0.05, 1e-6)
	}
	return lo - pad, hi + pad
}

// whole reports whether all values are whole numbers.
func whole(values []float64) bool {
	return !slices.ContainsFunc(values, func(v float64) bool { return v != math.Trunc(v) })
}

// niceStep rounds up to 1, 2 or 5 times a power of ten.
func niceStep(raw float64) float64 {
	if !(raw > 1e-300) {
		return 1e-300
	}
	p := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 5} {
		if raw <= m*p*(1+1e-9) {
			return m * p
		}
	}
	return 10 * p
}

// logarithmic makes a scale over whole decades. Values of zero or less stand at
// a place of their own before it.
func logarithmic(values []float64, n int) scale {
	lo, hi := math.Inf(1), 0.0
	s := scale{log: true, bare: true}
	for _, v := range values {
		if v <= 0 {
			s.zero = 0.08
			continue
		}
		lo, hi = min(lo, v), max(hi, v)
	}
	if hi == 0 {
		lo, hi = 1, 10
	}
	from, to := math.Floor(math.Log10(lo)+1e-9), math.Ceil(math.Log10(hi)-1e-9)
	if from == to {
		to++
	}
	s.lo, s.hi = math.Pow(10, from), math.Pow(10, to)
	if s.zero > 0 {
		s.ticks = append(s.ticks, tickAt(0, 1, 0))
	}
	every := max(1, math.Ceil((to-from)/float64(max(n, 1))))
	first := math.Ceil(from/every) * every // 1,000, 1 million …, rather than 100, 100,000
	if first+every > to || first-from > every/3 {
		first = from // no decades before the first tick
	}
	for e := first; e <= to; e += every {
		for _, m := range minors(to-from, n) {
			if t := tickAt(1, m, int(e)); t.at <= s.hi*(1+1e-9) {
				s.ticks = append(s.ticks, t)
			}
		}
	}
	return s
}

// minors says which multiples of a power of ten get a tick, given the room.
func minors(decades float64, n int) []float64 {
	switch {
	case decades*3 <= float64(n):
		return []float64{1, 2, 5}
	case decades*2 <= float64(n):
		return []float64{1, 3}
	}
	return []float64{1}
}

// at returns where v stands, from 0 to 1.
func (s scale) at(v float64) float64 {
	if !s.log {
		return clamp((v-s.lo)/(s.hi-s.lo), 0, 1)
	}
	if v <= 0 {
		return 0
	}
	f := (math.Log10(v) - math.Log10(s.lo)) / (math.Log10(s.hi) - math.Log10(s.lo))
	return s.zero + (1-s.zero)*clamp(f, 0, 1)
}

func clamp(v, lo, hi float64) float64 {
	if !(v > lo) { // also what is not a number
		return lo
	}
	return min(v, hi)
}

// tickLabels writes the ticks in the language, each with its number word: 0, 2 million, 4 million.
// Differences from before bear their sign.
func tickLabels(l *lang.Language, kind quantity.Kind, ticks []tick) []string {
	labels := make([]string, len(ticks))
	for i, t := range ticks {
		labels[i] = tickLabel(l, kind, t)
	}
	return labels
}

func tickLabel(l *lang.Language, kind quantity.Kind, t tick) string {
	size := math.Abs(t.at)
	if size < 1e17 && (size >= 1e-9 || size == 0) {
		return l.Bare(t.number, kind)
	}
	power := int(math.Floor(math.Log10(size) + 1e-9)) // beyond what has names
	return l.Decimal(t.number.Shift(-power)) + " × 10^" + l.Number(float64(power))
}

// An axis is what a scale is made for.
type axis struct {
	kind quantity.Kind
	log  bool
}

func (a axis) scale(values []float64, n int) scale {
	if a.log {
		return logarithmic(values, n)
	}
	return linear(values, a.kind, n)
}

// fit makes the scale with the most ticks whose labels stand at least gap apart on a length.
func fit(p *pen, l *lang.Language, a axis, values []float64, length, gap float64) (scale, []string) {
	for n := int(clamp(length/40, 2, 8)); ; n-- {
		s := a.scale(values, n)
		labels := tickLabels(l, a.kind, s.ticks)
		if n <= 1 || roomy(p, s, labels, length, gap) {
			return s, labels
		}
	}
}

// roomy reports whether no two labels, centred at their ticks, come nearer than gap.
func roomy(p *pen, s scale, labels []string, length, gap float64) bool {
	end := math.Inf(-1)
	for i, t := range s.ticks {
		x, w := s.at(t.at)*length, p.measure(smallFace, labels[i])
		if i == 1 && s.zero > 0 {
			x += gap / 2 // zero stands close to the first decade, and has one digit
		}
		if x-w/2 < end+gap {
			return false
		}
		end = x + w/2
	}
	return true
}

// numbers returns the finite values of rows, within the limit.
func numbers(rows []Row) []float64 {
	var vs []float64
	for i := range rows {
		given := []*quantity.Number{rows[i].Low, rows[i].Best, rows[i].High}
		if old := rows[i].Old; old != nil {
			given = append(given, old.Low, old.Best, old.High)
		}
		for _, v := range given {
			if v != nil {
				vs = append(vs, finite(v))
			}
		}
	}
	return vs
}

// finite returns n within the limit, for layout.
func finite(n *quantity.Number) float64 { return clamp(n.Float(), -limit, limit) }
