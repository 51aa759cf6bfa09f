package check

import (
	"slices"
	"strings"
	"unicode"
)

// A matrix maps one space to another (ISO 32000-1, 8.3.3).
type matrix [6]float64

func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// A typist follows where text is drawn, and in which font (8.4, 9.3, 9.4).
type typist struct {
	fonts      map[name]*fontUse
	font       *fontUse
	size       float64
	leading    float64
	page       matrix // user space to page space
	line, text matrix
	kept       []typist // by q
}

func newTypist(fonts map[name]*fontUse) *typist {
	one := matrix{1, 0, 0, 1, 0, 0}
	return &typist{fonts: fonts, page: one, line: one, text: one}
}

// operator follows an operator that draws no text. A stack is bounded: reports
// nest no deeper.
func (t *typist) operator(op word, args []any) {
	n := numbers(args)
	switch {
	case op == "q" && len(t.kept) < 50:
		t.kept = append(t.kept, typist{font: t.font, size: t.size, leading: t.leading, page: t.page})
	case op == "Q" && len(t.kept) > 0:
		k := t.kept[len(t.kept)-1]
		t.kept = t.kept[:len(t.kept)-1]
		t.font, t.size, t.leading, t.page = k.font, k.size, k.leading, k.page
	case op == "cm" && len(n) == 6:
		t.page = matrix(n).times(t.page)
	case op == "BT":
		t.line = matrix{1, 0, 0, 1, 0, 0}
		t.text = t.line
	case op == "Tf" && len(args) == 2 && len(n) == 1:
		key, _ := args[0].(name)
		t.font, t.size = t.fonts[key], n[0]
	case op == "TL" && len(n) == 1:
		t.leading = n[0]
	case op == "TD" && len(n) == 2:
		t.leading = -n[1]
		t.move(n[0], n[1])
	case op == "Td" && len(n) == 2:
		t.move(n[0], n[1])
	case op == "T*":
		t.move(0, -t.leading)
	case op == "Tm" && len(n) == 6:
		t.line = matrix(n)
		t.text = t.line
	}
}

// numbers returns the numbers among operands.
func numbers(args []any) []float64 {
	var out []float64
	for _, a := range args {
		if v, ok := a.(float64); ok {
			out = append(out, v)
		}
	}
	return out
}

func (t *typist) move(x, y float64) {
	t.line = matrix{1, 0, 0, 1, x, y}.times(t.line)
	t.text = t.line
}

// show draws a string, or a list of strings and of distances between them.
func (t *typist) show(arg any) run {
	all, ok := arg.(array)
	if !ok {
		all = array{arg}
	}
	var b strings.Builder
	width := 0.0
	for _, v := range all {
		if back, ok := v.(float64); ok {
			width -= back
		}
		s, _ := v.(string)
		for len(s) > 0 {
			code, n := t.font.next(s)
			s = s[n:]
			t.font.used[code] = true
			width += t.font.width(code)
			b.WriteString(t.font.meant[code])
		}
	}
	at := t.text.times(t.page)
	width *= t.size / 1000
	t.text = matrix{1, 0, 0, 1, width, 0}.times(t.text)
	return run{x: at[4], y: at[5], width: width * at[0], size: t.size * at[3], text: asRead(b.String())}
}

// asRead returns the text of a string in the order of reading: letters that run from right to left are drawn from left
// to right. The space of no width that ends a line says nothing.
func asRead(s string) string {
	s = strings.ReplaceAll(s, "\u200b", "")
	back := false
	for _, r := range s {
		back = back || unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana) && !unicode.IsDigit(r)
	}
	if !back {
		return s
	}
	runes := []rune(s)
	slices.Reverse(runes)
	return string(runes)
}
