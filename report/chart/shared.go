package chart

// Shared returns the amounts that every current claim among the rows of one
// group is compatible with, which a figure of ranges shades: from low to high,
// infinite where the claims are open. It is false where nothing is shaded.
func Shared(c *Chart, rows []Row) (low, high float64, shaded bool) {
	_, b := rangeState(&board{chart: c}, rows)
	if b == nil {
		return 0, 0, false
	}
	return b.low, b.high, true
}
