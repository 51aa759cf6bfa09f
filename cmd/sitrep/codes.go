package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/report"
	"sitrep/report/facts"
	"sitrep/report/sanitize"
)

// listCodes writes the codes, one a line.
func listCodes() []byte {
	var b bytes.Buffer
	for _, c := range report.Codes() {
		fmt.Fprintf(&b, "%s  %s\n", c.Code, c.Title)
	}
	return b.Bytes()
}

// explain writes what a code means, with an example of the fault and its cure.
func explain(w io.Writer, code string) error {
	codes := report.Codes()
	i := slices.IndexFunc(codes, func(c facts.Code) bool { return strings.EqualFold(c.Code, code) })
	if i < 0 {
		return usageError("there is no code %q; --codes lists them", code)
	}
	c := codes[i]
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s  %s\n\n%s\n", c.Code, c.Title, wrap(c.Text, 78))
	for _, example := range [][2]string{{"wrong", c.Bad}, {"right", c.Good}} {
		if example[1] != "" {
			fmt.Fprintf(&b, "\n%s: %s\n", example[0], sanitize.Text(example[1]))
		}
	}
	return printResult(w, b.Bytes())
}

// wrap breaks text between words into lines of at most width characters.
func wrap(text string, width int) string {
	var b strings.Builder
	column := 0
	for word := range strings.FieldsSeq(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case column == 0:
		case column+1+n > width:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}
