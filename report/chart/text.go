package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/sanitize"
)

// measure returns the width of s in points, without kerning, which only makes
// text narrower. Without fonts it takes an em half and a little for each letter.
func (p *pen) measure(f face, s string) float64 {
	if p.fonts == nil {
		return 0.56 * f.size * float64(utf8.RuneCountInString(s))
	}
	want := p.fonts.Regular
	switch {
	case f.bold:
		want = p.fonts.Bold
	case f.italic:
		want = p.fonts.Italic
	}
	return p.fonts.Natural(want, s, f.size)
}

// clean makes s one line.
func clean(s string) string { return sanitize.Line(s) }

// wrap breaks s into lines no wider than width, at most max of them (0: as many
// as it takes). The rule for what does not fit: lines break at spaces; a word
// that is wider than a line breaks between letters; the last line allowed ends
// in "…". A line is never empty, and holds at least one letter however narrow it is.
func (p *pen) wrap(f face, s string, width float64, max int) []string {
	return sanitize.Balanced(p.broken(f, s, width, max))
}

func (p *pen) broken(f face, s string, width float64, max int) []string {
	var lines []string
	line, length, space := "", 0.0, p.measure(f, " ") // text is measured without kerning, so lengths add up
	words := strings.Split(clean(s), " ")
	for i := 0; i < len(words); i++ {
		w := p.measure(f, words[i])
		switch {
		case line == "" && w <= width:
			line, length = words[i], w
			continue
		case line != "" && length+space+w <= width:
			line, length = line+" "+words[i], length+space+w
			continue
		case max > 0 && len(lines) == max-1:
			return append(lines, p.cut(f, strings.TrimPrefix(line+" "+strings.Join(words[i:], " "), " "), width))
		case line == "":
			line, words[i] = p.split(f, words[i], width)
			if words[i] == "" {
				length = p.measure(f, line)
				continue
			}
		}
		lines, line, length = append(lines, line), "", 0
		i--
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// split breaks a word after the last letter that fits, never before a combining mark.
func (p *pen) split(f face, word string, width float64) (head, rest string) {
	cut := 0
	for i, r := range word {
		if i == 0 || unicode.Is(unicode.M, r) || r == '\u200d' {
			continue
		}
		if cut > 0 && p.measure(f, word[:i]) > width {
			break
		}
		cut = i
		if p.measure(f, word[:i]) > width {
			break
		}
	}
	if cut == 0 || p.measure(f, word) <= width {
		return word, ""
	}
	return word[:cut], word[cut:]
}

// cut shortens s to the width and ends it in "…" if anything was left out.
func (p *pen) cut(f face, s string, width float64) string {
	if p.measure(f, s) <= width {
		return s
	}
	ends := []int{}
	for i, r := range s {
		if i > 0 && !unicode.Is(unicode.M, r) {
			ends = append(ends, i)
		}
	}
	lo, hi := 0, len(ends) // the longest beginning that fits, by halving
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if p.measure(f, strings.TrimRight(s[:ends[mid-1]], " ")+"…") <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	if lo == 0 {
		return "…"
	}
	return sanitize.Balanced([]string{strings.TrimRight(s[:ends[lo-1]], " ,;:") + "…"})[0]
}

// widest returns the width of the widest line.
func (p *pen) widest(f face, lines []string) float64 {
	w := 0.0
	for _, s := range lines {
		w = max(w, p.measure(f, s))
	}
	return w
}

// tellable returns, for each name, what to write of it: of different names that would be cut to the same, what
// follows from the word on where they part, behind a "…".
func tellable(names []string, cut func(string) string) map[string]string {
	shown, alike := map[string]string{}, map[string][]string{}
	for _, name := range names {
		if _, ok := shown[name]; !ok {
			shown[name] = name
			short := cut(clean(name))
			alike[short] = append(alike[short], name)
		}
	}
	for _, group := range alike {
		if len(group) < 2 {
			continue
		}
		n := sharedWords(group)
		for _, name := range group {
			if rest := strings.Join(strings.Split(clean(name), " ")[n:], " "); n > 0 && rest != "" {
				shown[name] = "… " + rest
			}
		}
	}
	return shown
}

// sharedWords counts the words that all names begin with.
func sharedWords(names []string) int {
	first := strings.Split(clean(names[0]), " ")
	n := len(first)
	for _, name := range names[1:] {
		words := strings.Split(clean(name), " ")
		n = min(n, len(words))
		for i := range n {
			if words[i] != first[i] {
				n = i
				break
			}
		}
	}
	return n
}

// altWords is the most words that a list in an alternative text may make it.
const altWords = 60

// brief joins a sentence and as many others as make sixty words with it; those that are left out are counted.
func brief(head string, said []string, more func(n int) string) string {
	text, n := head, 0
	for ; n < len(said); n++ {
		longer := text + " " + said[n]
		if len(strings.Fields(longer)) > altWords-8 && n < len(said)-1 || len(strings.Fields(longer)) > altWords {
			break
		}
		text = longer
	}
	if n < len(said) {
		text += " " + more(len(said)-n) + "."
	}
	return text
}
