package sanitize

import "strings"

// The marks of an isolate whose own letters say how it runs (Unicode Standard Annex 9, 2.4).
const (
	FirstStrong = '\u2068'
	PopIsolate  = '\u2069'
)

// Isolate sets s apart where some of it runs from right to left, so that its direction leaves the line that it is put
// into alone: a name from right to left before a number would move the number. Isolates in s itself are left out.
func Isolate(s string) string {
	s = Joined(s)
	if !strings.ContainsFunc(s, RunsBack) {
		return s
	}
	return string(FirstStrong) + s + string(PopIsolate)
}

// Joined returns s without marks of isolates.
func Joined(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '\u2066' && r <= PopIsolate {
			return -1
		}
		return r
	}, s)
}

// Balanced closes in each line what is open at its end, and opens it again in the next.
func Balanced(lines []string) []string {
	open := 0
	for i, line := range lines {
		before := open
		open += strings.Count(line, string(FirstStrong)) - strings.Count(line, string(PopIsolate))
		open = max(open, 0)
		if before > 0 || open > 0 {
			lines[i] = strings.Repeat(string(FirstStrong), before) + line + strings.Repeat(string(PopIsolate), open)
		}
	}
	return lines
}

// RunsBack reports whether r is of a script that runs from right to left: Hebrew, Arabic and those of their blocks.
func RunsBack(r rune) bool {
	return r >= 0x590 && (r <= 0x8FF || r >= 0xFB1D && r <= 0xFEFC || r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF)
}

// isolates returns where the marks of isolates stand that begin and end in s, and have something to set apart.
func isolates(s string) map[int]bool {
	if !strings.ContainsRune(s, FirstStrong) {
		return nil
	}
	pairs := map[int]bool{}
	var open []int
	back := -1 // where the last such letter stands
	for i, r := range s {
		switch {
		case RunsBack(r):
			back = i
		case r == FirstStrong:
			open = append(open, i)
		case r == PopIsolate && len(open) > 0:
			from := open[len(open)-1]
			open = open[:len(open)-1]
			if back > from {
				pairs[from], pairs[i] = true, true
			}
		}
	}
	return pairs
}
