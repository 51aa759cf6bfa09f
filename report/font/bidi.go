package font

import (
	"slices"
	"strings"
	"unicode"

	"sitrep/report/font/bidi"
	"sitrep/report/sanitize"
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

// mayRunBack reports whether text has a rune that runs from right to left, or changes directions.
func mayRunBack(r rune) bool {
	return r >= 0x590 && (sanitize.RunsBack(r) || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069)
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

// Leftward reports whether a text as a whole runs from right to left: whether that is its direction where none is given.
func Leftward(text string) bool { return Base(text, AutoDirection) == RightToLeft }

// Base is the direction of a paragraph, which is found where it is not given.
func Base(text string, d Direction) Direction {
	if d != AutoDirection {
		return d
	}
	back, forth, depth, first := 0, 0, 0, false
	for _, r := range bare(text) {
		switch {
		case r == sanitize.FirstStrong:
			depth++
		case r == sanitize.PopIsolate:
			depth--
		case depth > 0 || !unicode.IsLetter(r): // rule P2
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

// bare returns text without the isolates that nothing of it stands outside of.
func bare(text string) string {
	for {
		text = strings.TrimSpace(text)
		inner, ok := strings.CutPrefix(text, string(sanitize.FirstStrong))
		if !ok || !strings.HasSuffix(inner, string(sanitize.PopIsolate)) {
			return text
		}
		inner = strings.TrimSuffix(inner, string(sanitize.PopIsolate))
		depth := 0
		for _, r := range inner {
			switch r {
			case sanitize.FirstStrong:
				depth++
			case sanitize.PopIsolate:
				depth--
			}
			if depth < 0 { // it ends before the text does
				return text
			}
		}
		text = inner
	}
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
	out = unmarked(out)
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

// unmarked takes the marks of isolates out of stretches.
func unmarked(all []Stretch) []Stretch {
	for i := range all {
		all[i].Text = sanitize.Joined(all[i].Text)
	}
	return slices.DeleteFunc(all, func(s Stretch) bool { return s.Text == "" })
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
