package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// Why ticks are our own code: a library that finds nice numbers brings a whole
// plotting package with it, and these are the few lines that are needed.

// A scale maps values to a length along an axis, from 0 to 1.
type scale struct {
	lo, hi float64 // the ends; on a logarithmic scale above zero
	log    bool
	zero   float64 // logarithmic: the part at the start that is kept for values of zero or less
	ticks  []float64
}

// limit keeps arithmetic on values away from infinity.
const limit = 1e300

// linear makes a scale that holds zero and all values, with about n ticks.
func linear(values []float64, n int) scale {
	lo, hi := 0.0, 0.0
	for _, v := range values {
		lo, hi = min(lo, v), max(hi, v)
	}
	if lo == hi {
		hi = 1
	}
	step := niceStep((hi - lo) / float64(max(n, 1)))
	if whole(values) {
		step = max(step, 1) // there is no half of what is counted
	}
	s := scale{lo: math.Floor(lo/step) * step, hi: hi}
	for i := 0; ; i++ {
		t := s.lo + float64(i)*step
		s.ticks = append(s.ticks, tidy(t, step))
		if t >= hi*(1-1e-12) || i > 100 {
			s.hi = s.ticks[len(s.ticks)-1]
			return s
		}
	}
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

// tidy takes the noise of addition out of a tick.
func tidy(t, step float64) float64 {
	if math.Abs(t) < step/2 {
		return 0
	}
	p := math.Pow(10, math.Floor(math.Log10(step)))
	if p >= 1 || p == 0 || math.IsInf(1/p, 0) {
		return t
	}
	return math.Round(t/p) * p
}

// logarithmic makes a scale over whole decades. Values of zero or less stand at
// a place of their own before it.
func logarithmic(values []float64, n int) scale {
	lo, hi := math.Inf(1), 0.0
	s := scale{log: true}
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
		s.ticks = append(s.ticks, 0)
	}
	every := max(1, math.Ceil((to-from)/float64(max(n, 1))))
	first := math.Ceil(from/every) * every // 1,000, 1 million …, rather than 100, 100,000
	if first+every > to || first-from > every/3 {
		first = from // no decades before the first tick
	}
	for e := first; e <= to; e += every {
		for _, m := range minors(to-from, n) {
			if v := m * math.Pow(10, e); v <= s.hi*(1+1e-9) {
				s.ticks = append(s.ticks, v)
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
func tickLabels(l *lang.Language, ticks []float64) []string {
	labels := make([]string, len(ticks))
	for i, t := range ticks {
		labels[i] = l.Large(quantity.Round(t, 6))
		if math.Abs(t) >= 1e16 { // beyond what anything is counted in
			labels[i] = strings.ReplaceAll(strconv.FormatFloat(t, 'g', 3, 64), "e+", " × 10^")
		}
	}
	return labels
}

// fit makes the scale with the most ticks whose labels stand at least gap apart on a length.
func fit(p *pen, l *lang.Language, values []float64, log bool, length, gap float64) (scale, []string) {
	for n := int(clamp(length/40, 2, 8)); ; n-- {
		make := linear
		if log {
			make = logarithmic
		}
		s := make(values, n)
		labels := tickLabels(l, s.ticks)
		if n <= 1 || roomy(p, s, labels, length, gap) {
			return s, labels
		}
	}
}

// roomy reports whether no two labels, centred at their ticks, come nearer than gap.
func roomy(p *pen, s scale, labels []string, length, gap float64) bool {
	end := math.Inf(-1)
	for i, t := range s.ticks {
		x, w := s.at(t)*length, p.measure(smallFace, labels[i])
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
		for _, v := range []*quantity.Number{rows[i].Low, rows[i].Best, rows[i].High} {
			if v := finite(v); v != nil {
				vs = append(vs, *v)
			}
		}
	}
	return vs
}

// finite returns n within the limit, for layout; nil for what was not given.
func finite(n *quantity.Number) *float64 {
	if n == nil {
		return nil
	}
	c := clamp(n.Float(), -limit, limit)
	return &c
}
