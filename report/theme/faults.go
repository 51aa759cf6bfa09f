package theme

import (
	"slices"
	"strings"
)

// A Fault is one rule that a theme breaks.
type Fault struct {
	Code string // E901: too little contrast; E902: two meanings look alike; E903: a line behind the marks is too strong
	Text string // which colours, and how far they are from the rule
	Hint string // what to change
}

// String is the fault in a line.
func (f Fault) String() string { return f.Code + ": " + f.Text + "; " + f.Hint }

// Faults are all rules that a theme breaks, those of its light colours first.
type Faults []Fault

// Error tells the faults, one a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i := range f {
		lines[i] = f[i].String()
	}
	return strings.Join(lines, "\n")
}

// judge returns the faults of a theme as an error; nil where it has none.
func judge(t *Theme) error {
	var all Faults
	for i, colors := range []map[Token]Color{t.Light, t.Dark} {
		for _, f := range slices.Concat(legible(colors), alike(colors), strong(colors)) {
			f.Text = "theme " + t.Name + ": " + [...]string{"light", "dark"}[i] + ": " + f.Text
			all = append(all, f)
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}
