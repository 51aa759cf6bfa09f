package font

import (
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/bidi"
)

// A Direction is how a paragraph runs.
type Direction uint8

// The directions. AutoDirection lets the letters decide: from right to left where the first is of such a script (Unicode Standard Annex 9,
// rules P2 and P3) and most are: a sentence that begins with a quoted name keeps its own direction.
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

// Levels returns the embedding level of each rune of a paragraph (Unicode Standard Annex 9): even ones run from left to right. What stands
// between U+2068 and U+2069 is an isolate, whose first strong letter says how it runs; isolates do not nest.
func Levels(text []rune, base Direction) []uint8 {
	from := slices.Index(text, firstStrongIsolate)
	if from < 0 {
		return flatLevels(text, base)
	}
	length := slices.Index(text[from:], popIsolate)
	if length < 0 {
		length = len(text) - from
	}
	inner := text[from+1 : from+length]
	rest := append(append(slices.Clone(text[:from]), '\uFFFC'), text[min(from+length+1, len(text)):]...)
	outer := Levels(rest, base)
	out := append([]uint8(nil), outer[:from+1]...) // the isolate's beginning has the level of what stands for it
	direction, lift := LeftToRight, (outer[from]+2)&^1
	if startsBack(inner) {
		direction, lift = RightToLeft, outer[from]+outer[from]%2
	}
	for _, l := range flatLevels(inner, direction) {
		out = append(out, l+lift)
	}
	if from+length < len(text) {
		out = append(out, outer[from])
	}
	return append(out, outer[from+1:]...)
}

const (
	firstStrongIsolate = '\u2068'
	popIsolate         = '\u2069'
)

// startsBack reports whether the first letter runs from right to left.
func startsBack(text []rune) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return mayRunBack(r)
		}
	}
	return false
}

// flatLevels are the levels of text without isolates. The library tells where directions change, and the level of the
// first rune there: in a paragraph from left to right, a number behind letters from right to left (level 2) and what
// follows it (level 0) are one run to it.
func flatLevels(text []rune, base Direction) []uint8 {
	direction := bidi.LeftToRight
	if base == RightToLeft {
		direction = bidi.RightToLeft
	}
	var p bidi.Paragraph
	runs := p.Segment(text, direction)
	out := make([]uint8, len(text))
	for i := range runs.NumRuns() {
		r := runs.Run(i)
		level := uint8(r.Level)
		for k := r.Start; k < r.End; k++ {
			if level == 2 && base == LeftToRight && !ofNumber(text[r.Start:r.End], k-r.Start) {
				level = 0
			}
			out[k] = level
		}
	}
	return out
}

// ofNumber reports whether the i-th rune is a figure, a sign between two of them, or one that stands at a number.
func ofNumber(text []rune, i int) bool {
	switch r := text[i]; {
	case unicode.IsDigit(r):
		return true
	case strings.ContainsRune(".,:/+-\u00a0٫٬", r):
		return i > 0 && i+1 < len(text) && unicode.IsDigit(text[i-1]) && unicode.IsDigit(text[i+1])
	default:
		return strings.ContainsRune("%٪°$€£¥#‰", r)
	}
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
