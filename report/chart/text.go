package chart

import (
	"sort"
	"strings"
	"unicode/utf8"

	"sitrep/report/linebreak"
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
// as it takes). Lines break where package linebreak says; a piece that is wider
// than a line breaks between letters; the last line allowed ends in "…". A line
// is never empty, and holds at least one letter however narrow it is.
func (p *pen) wrap(f face, s string, width float64, max int) []string {
	return sanitize.Balanced(p.broken(f, s, width, max))
}

// pieces are what a text may be broken into, with the width of each and of a space. It is measured without kerning, so that
// widths add up.
func (p *pen) pieces(f face, s string) (pieces []linebreak.Piece, widths []float64, space float64) {
	pieces = linebreak.Pieces(clean(s))
	widths = make([]float64, len(pieces))
	for i := range pieces {
		widths[i] = p.measure(f, pieces[i].Text)
	}
	return pieces, widths, p.measure(f, " ")
}

func (p *pen) broken(f face, s string, width float64, max int) []string {
	var lines []string
	line, length := "", 0.0
	pieces, widths, space := p.pieces(f, s)
	for i := 0; i < len(pieces); i++ {
		w, between := widths[i], 0.0
		if pieces[i].Space {
			between = space
		}
		switch {
		case line == "" && w <= width:
			line, length = pieces[i].Text, w
			continue
		case line != "" && length+between+w <= width:
			line, length = onLine(line, pieces[i:i+1]), length+between+w
			continue
		case max > 0 && len(lines) == max-1:
			return append(lines, p.cut(f, onLine(line, pieces[i:]), width))
		case line == "":
			line, pieces[i].Text = p.split(f, pieces[i].Text, width)
			if pieces[i].Space = false; pieces[i].Text == "" {
				length = p.measure(f, line)
				continue
			}
			widths[i] = p.measure(f, pieces[i].Text)
		}
		lines, line, length = append(lines, line), "", 0
		i--
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// onLine writes pieces behind a line, which may be empty.
func onLine(line string, pieces []linebreak.Piece) string {
	var b strings.Builder
	b.WriteString(line)
	for _, piece := range pieces {
		if piece.Space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(piece.Text)
	}
	return b.String()
}

// split breaks a word after the last letter that fits, the first at least.
func (p *pen) split(f face, word string, width float64) (head, rest string) {
	ends := linebreak.Letters(word)
	n := sort.Search(len(ends), func(i int) bool { return p.measure(f, word[:ends[i]]) > width })
	if len(ends) == 0 {
		return word, ""
	}
	at := ends[max(n, 1)-1]
	return word[:at], word[at:]
}

// cut shortens s to the width and ends it in "…" if anything was left out.
func (p *pen) cut(f face, s string, width float64) string {
	if p.measure(f, s) <= width {
		return s
	}
	ends := linebreak.Letters(s)
	head := func(n int) string { return strings.TrimRight(s[:ends[n-1]], " ") }
	n := sort.Search(len(ends), func(i int) bool { return p.measure(f, head(i+1)+"…") > width })
	if n == 0 {
		return "…"
	}
	return sanitize.Balanced([]string{strings.TrimRight(head(n), " ,;:") + "…"})[0]
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
