package font

import (
	"slices"
	"unicode"

	"sitrep/report/font/bidi"
)

// A Direction is how a paragraph runs.
type Direction uint8

// The directions. AutoDirection lets the letters decide: from right to left where the first is of such a script (Unicode Standard
// Annex 9, rules P2 and P3) and most are: a sentence that begins with a quoted name keeps its own direction.
const (
	AutoDirection Direction = iota
	LeftToRight
	RightToLeft
)

// firstRTL is the first rune of a script that runs from right to left (Hebrew).
const firstRTL = 0x590

// mayRunBack reports whether text has a rune that runs from right to left, or changes directions.
func mayRunBack(r rune) bool {
	return r >= firstRTL && (r <= 0x08FF || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 ||
		r >= 0xFB1D && r <= 0xFEFC || r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF)
}

// RunsBack reports whether some of text runs from right to left, or may.
func RunsBack(text string) bool {
	for _, r := range text {
		if mayRunBack(r) {
			return true
		}
	}
	return false
}

// Base is the direction of a paragraph, which is found where it is not given.
func Base(text string, d Direction) Direction {
	if d != AutoDirection {
		return d
	}
	back, forth, first := 0, 0, false
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r):
		case mayRunBack(r):
			first = first || forth == 0
			back++
		default:
			forth++
		}
	}
	if first && back > forth {
		return RightToLeft
	}
	return LeftToRight
}

// Levels returns the embedding level of each rune of a paragraph (Unicode Standard Annex 9): even ones run from left to right.
func Levels(text []rune, base Direction) []uint8 {
	level := 0
	if base == RightToLeft {
		level = 1
	}
	return bidi.Levels(text, level)
}

// A Stretch is text of one level.
type Stretch struct {
	Text  string // in the order of reading
	Level uint8  // of UAX 9: odd runs from right to left
}

// Directions cuts one line of text where its direction changes, and returns the stretches from left to right.
func Directions(text string, base Direction) []Stretch {
	base = Base(text, base)
	if base == LeftToRight && !RunsBack(text) {
		return []Stretch{{Text: text}}
	}
	var out []Stretch
	levels := Levels([]rune(text), base)
	from, n := 0, 0
	for i := range text {
		if n > 0 && levels[n] != levels[n-1] {
			out = append(out, Stretch{text[from:i], levels[n-1]})
			from = i
		}
		n++
	}
	if n > 0 {
		out = append(out, Stretch{text[from:], levels[n-1]})
	}
	all := make([]uint8, len(out))
	for i := range out {
		all[i] = out[i].Level
	}
	sorted := make([]Stretch, len(out))
	for i, at := range Order(all) {
		sorted[i] = out[at]
	}
	return sorted
}

// Order returns the parts of a line from left to right, by their levels in the order of reading (Unicode Standard Annex 9, rule L2).
func Order(levels []uint8) []int {
	out := make([]int, len(levels))
	highest := uint8(0)
	for i := range out {
		out[i] = i
		highest = max(highest, levels[i])
	}
	for level := highest; level > 0; level-- {
		for i := 0; i < len(levels); i++ {
			from := i
			for i < len(levels) && levels[i] >= level {
				i++
			}
			slices.Reverse(out[from:i])
		}
	}
	return out
}
