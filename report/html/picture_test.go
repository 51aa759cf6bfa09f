package html

import (
	"testing"

	"sitrep/report/chart"
)

// An outline goes by steps from where the pen is, also after it was closed.
func TestSteps(t *testing.T) {
	got := steps([]chart.Segment{{Op: 'M', Points: []float64{10.04, 20.26}}, {Op: 'L', Points: []float64{0, 0.31}}, {Op: 'L', Points: []float64{0.04, 0.34}}, {Op: 'Z'},
		{Op: 'M', Points: []float64{11, 21}}, {Op: 'C', Points: []float64{12, 21, 12, 22, 11, 22}}})
	if want := "m10 20.3l-10-20 0 0zm1 .7c1 0 1 1 0 1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
