package facts

import (
	"strconv"
	"strings"
)

// quote writes a string of the file for a message, no longer than is useful.
func quote(s string) string {
	const most = 60
	n := 0
	for i := range s {
		if n == most {
			return strconv.Quote(s[:i] + "…")
		}
		n++
	}
	return strconv.Quote(s)
}

// A speller finds what was probably meant. Why a budget: a hostile file can name
// a hundred thousand things wrongly, each of them unlike a hundred thousand
// others; hints then end, problems do not.
type speller struct {
	budget int // what may still be compared, in letters
}

// nearest returns the candidate that is closest to word by edit distance
// (insertions, deletions, replacements and swaps of neighbours, in bytes; case
// does not count), the first of equals; else the shortest that contains the word;
// else "".
func (s *speller) nearest(word string, candidates []string) string {
	if len(word) > 64 || s.budget < 0 {
		return ""
	}
	best, most, within := "", (len(word)+1)/3, ""
	word = strings.ToLower(word)
	for _, c := range candidates {
		s.budget -= 1 + len(c)
		if len(word) > 2 && strings.Contains(strings.ToLower(c), word) && (within == "" || len(c) < len(within)) {
			within = c
		}
		if c == "" || len(c) > len(word)+most || len(c) < len(word)-most {
			continue
		}
		if s.budget -= len(c) * len(word); s.budget < 0 {
			break
		}
		if d := s.distance(word, strings.ToLower(c)); d <= most {
			best, most = c, d-1
		}
	}
	if best == "" {
		return within
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
