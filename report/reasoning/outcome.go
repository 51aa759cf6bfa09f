package reasoning

import (
	"cmp"
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
)

// A Forecast is a judgement with what became of it.
type Forecast struct {
	P        float64 // the probability that was said, 0 to 1
	Happened bool    // what was forecast came true
}

// A Record says how good forecasts were. Its parts are those of Murphy (1973), over
// groups of forecasts with one probability: Brier = Reliability - Resolution +
// Uncertainty.
type Record struct {
	N           int     // how many forecasts
	Brier       float64 // mean squared error (Brier 1950), 0 at best, 1 at worst; for two outcomes
	Reliability float64 // how far the frequencies are from what was said; 0 at best
	Resolution  float64 // how far they are from the base rate; the more the better
	Uncertainty float64 // base rate times its complement
	Groups      []Group // by probability, ascending
	Enough      bool    // N is Few or more: below, nothing is claimed of calibration
}

// A Group is the forecasts of one probability.
type Group struct {
	P         float64 // probability, 0 to 1
	N, True   int     // forecasts, and those that came true
	Low, High float64 // 95 % interval of the frequency (Wilson 1927)
}

// Few is under how many forecasts nothing is claimed of calibration.
const Few = 10

// Probability returns the middle of the range that a term stands for, 0 to 1; false
// where the scale has no such term.
func Probability(scale claim.LikelihoodScale, term string) (float64, bool) {
	for _, t := range facts.Scale(scale) {
		if t.Name == term {
			return (t.Low + t.High) / 200, true
		}
	}
	return 0, false
}

// RecordOf scores forecasts; of none, the zero Record.
func RecordOf(list []Forecast) Record {
	r := Record{N: len(list), Enough: len(list) >= Few}
	if r.N == 0 {
		return r
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b Forecast) int { return cmp.Compare(a.P, b.P) })
	n, happened := float64(r.N), 0.0
	for _, x := range list {
		o := 0.0
		if x.Happened {
			o = 1
		}
		happened += o
		r.Brier += (x.P - o) * (x.P - o) / n
		if k := len(r.Groups) - 1; k < 0 || r.Groups[k].P != x.P {
			r.Groups = append(r.Groups, Group{P: x.P})
		}
		g := &r.Groups[len(r.Groups)-1]
		g.N++
		g.True += int(o)
	}
	base := happened / n
	r.Uncertainty = base * (1 - base)
	for i := range r.Groups {
		g := &r.Groups[i]
		share, rate := float64(g.N)/n, float64(g.True)/float64(g.N)
		r.Reliability += share * (g.P - rate) * (g.P - rate)
		r.Resolution += share * (rate - base) * (rate - base)
		g.Low, g.High = wilson(g.True, g.N)
	}
	return r
}

// wilson returns the 95 % score interval of a proportion (E. B. Wilson 1927).
func wilson(k, n int) (low, high float64) {
	const z = 1.959963984540054
	p, m := float64(k)/float64(n), float64(n)
	mid := (p + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return max(0, mid-half), min(1, mid+half)
}
