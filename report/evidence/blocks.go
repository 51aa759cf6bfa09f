package evidence

import "sitrep/report/facts"

// EachBlock calls do for every block of the sections, in file order.
func EachBlock(sections []facts.Section, do func(*facts.Block)) {
	for i := range sections {
		for j := range sections[i].Body {
			do(&sections[i].Body[j])
		}
		EachBlock(sections[i].Sections, do)
	}
}
