package csv

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	letters "unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"sitrep/report/exchange/sheet"
)

// decode returns the text of a file. Bytes that are not UTF-8 and bear no mark are
// not guessed: Windows-1252 and Windows-1251 look alike to a program.
func decode(data []byte, name string) (string, *Fault) {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return "", &Fault{1, 1, "this is a workbook, not comma-separated values", "name it .xlsx; save an .xls as .xlsx first"}
	case name != "" && !strings.EqualFold(name, "utf-8"):
		e, err := htmlindex.Get(name)
		if err != nil {
			return "", &Fault{1, 1, fmt.Sprintf("there is no encoding %q", name), "windows-1252, iso-8859-15, windows-1251, koi8-r, gbk, " +
				"shift_jis, euc-kr …"}
		}
		text, err := e.NewDecoder().Bytes(data)
		if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
			return "", &Fault{1, 1, "the file is not in " + name, ""}
		}
		return strings.TrimPrefix(string(text), mark), nil
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
			return "", &Fault{1, 1, "the file begins as UTF-16 and does not go on so", ""}
		}
		return string(text), nil
	}
	text := strings.TrimPrefix(string(data), mark)
	if i := strings.IndexByte(text, 0); i >= 0 {
		return "", at(text, i, "the file holds the byte 0: it is UTF-16 without a mark, or no text", "save it as UTF-8")
	}
	if i := invalid(text); i >= 0 {
		return "", at(text, i, fmt.Sprintf("the byte 0x%02X is not UTF-8", text[i]),
			"say which encoding it is, with --encoding: "+readings(text, i)+"; or save the file as UTF-8")
	}
	return text, nil
}

// readings says how the encodings that are met most read the word around a byte, for
// whoever knows the word.
func readings(text string, at int) string {
	apart := func(r rune) bool { return r < utf8.RuneSelf && !letters.IsLetter(r) }
	from, to := at, len(text)
	for from > 0 && at-from < 20 && !apart(rune(text[from-1])) {
		from--
	}
	if i := strings.IndexFunc(text[at:], apart); i >= 0 {
		to = at + min(i, 20)
	}
	var out []string
	for _, name := range []string{"windows-1252", "macintosh", "windows-1251"} {
		if e, err := htmlindex.Get(name); err == nil {
			if word, err := e.NewDecoder().String(text[from:to]); err == nil {
				out = append(out, fmt.Sprintf("%s reads “%s”", name, word))
			}
		}
	}
	return strings.Join(out, ", ")
}

func invalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			return i
		}
	}
	return -1
}

func at(text string, i int, message, hint string) *Fault {
	before := text[:i]
	return &Fault{1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]), message, hint}
}

// divide finds what divides the cells: what the first line "sep=;" says (Excel's
// way), else the one sign that divides every line alike. Where two would do, none
// is taken.
func divide(text string, given rune) (rest string, delimiter rune, fault *Fault) {
	if line, after, ok := strings.Cut(text, "\n"); ok {
		if sep, ok := strings.CutPrefix(strings.TrimRight(line, "\r"), "sep="); ok && utf8.RuneCountInString(sep) == 1 {
			r, _ := utf8.DecodeRuneInString(sep)
			return "\n" + after, r, nil // the empty line keeps the numbers of the others
		}
	}
	if given != 0 {
		return text, given, nil
	}
	var fit []rune
	for _, d := range []rune{',', ';', '\t', '|'} {
		if strings.HasPrefix(text, title) && strings.Contains(text, "\nkey"+string(d)+"sheet"+string(d)) {
			return text, d, nil
		}
		if alike(text, d) {
			fit = append(fit, d)
		}
	}
	if len(fit) > 1 {
		fit = widest(text, fit)
	}
	switch len(fit) {
	case 1:
		return text, fit[0], nil
	case 0:
		return text, ',', nil
	}
	return "", 0, &Fault{1, 1, fmt.Sprintf("cells may be divided by %q or by %q", fit[0], fit[1]), "say which: --delimiter ';'"}
}

// alike reports whether the sign divides most lines into one number of cells, two or more.
func alike(text string, d rune) bool {
	rows, _, fault := rows(text, d)
	if fault != nil || len(rows) == 0 {
		return false
	}
	counts := map[int]int{}
	for _, row := range rows {
		counts[len(row.Cells)]++
	}
	for n, lines := range counts {
		if n > 1 && lines*2 > len(rows) {
			return true
		}
	}
	return false
}

// widest keeps the signs that divide the first full line into the most cells:
// decimal commas divide some lines of a table that semicolons divide all of.
func widest(text string, signs []rune) []rune {
	cells := func(d rune) int {
		rows, _, _ := rows(text, d)
		n := 0
		for _, row := range rows[:min(len(rows), 20)] {
			n = max(n, len(row.Cells))
		}
		return n
	}
	even := func(d rune) bool {
		rows, _, _ := rows(text, d)
		return !slices.ContainsFunc(rows, func(r sheet.Row) bool { return len(r.Cells) != len(rows[0].Cells) })
	}
	if sure := slices.DeleteFunc(slices.Clone(signs), func(d rune) bool { return !even(d) }); len(sure) == 1 {
		return sure
	}
	best := 0
	for _, d := range signs {
		best = max(best, cells(d))
	}
	return slices.DeleteFunc(slices.Clone(signs), func(d rune) bool { return cells(d) < best })
}
