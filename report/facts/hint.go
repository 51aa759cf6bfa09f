package facts

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// quote writes a string of the file for a message, no longer than is useful.
func quote(s string) string {
	const most = 60
	if utf8.RuneCountInString(s[:min(len(s), 4*most+4)]) > most {
		s = string([]rune(s[:4*most])[:most]) + "…"
	}
	return strconv.Quote(s)
}

// A speller finds what was probably meant. Why a budget: a hostile file can name
// a hundred thousand things wrongly, each of them unlike a hundred thousand
// others; hints then end, problems do not.
type speller struct {
	budget int // letters still to be compared
}

// nearest returns the candidate that is closest to word by edit distance
// (insertions, deletions, replacements and swaps of neighbours), the first of
// equals; "" where none is close.
func (s *speller) nearest(word string, candidates []string) string {
	if len(word) > 64 {
		return ""
	}
	best, most := "", 1+len(word)/4
	lower := strings.ToLower(word)
	for _, c := range candidates {
		if c == "" || len(c) > len(word)+most || len(c) < len(word)-most {
			s.budget--
			continue
		}
		if s.budget -= len(c) * len(word); s.budget < 0 {
			break
		}
		if d := s.distance(lower, strings.ToLower(c)); d <= most {
			best, most = c, d-1
		}
	}
	return best
}

// distance is the optimal string alignment distance, in bytes.
func (s *speller) distance(x, y string) int {
	rows := [3][]int{make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)}
	for j := range rows[0] {
		rows[0][j] = j
	}
	before, row, next := rows[2], rows[0], rows[1]
	for i := 1; i <= len(x); i++ {
		next[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(y)]
}

// meant words the nearest candidate as a hint; other is the hint where none is near.
func (s *speller) meant(word string, candidates []string, other string) string {
	if c := s.nearest(word, candidates); c != "" {
		return "did you mean " + quote(c) + "?"
	}
	return other
}
