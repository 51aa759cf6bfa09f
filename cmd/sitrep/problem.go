package main

import (
	"encoding/json"
	"strings"
	"unicode"

	"sitrep/report/facts"
)

// describe writes a problem as check prints it: one line, and one for its
// hint. Control characters of the input do not reach the terminal.
func describe(p facts.Problem, color bool) string {
	text := visible(p.String())
	if color {
		text = paint(text, p.Warning())
	}
	if p.Hint != "" {
		text += "\n  hint: " + visible(p.Hint)
	}
	return text
}

// paint colours the word error red and the word warning yellow.
func paint(text string, warning bool) string {
	word, code := ": error ", "\x1b[31m"
	if warning {
		word, code = ": warning ", "\x1b[33m"
	}
	bare := strings.Trim(word, ": ")
	return strings.Replace(text, word, ": "+code+bare+"\x1b[0m ", 1)
}

func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// A finding is a problem as check --format json prints it.
type finding struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Col      int    `json:"col"`
	Severity string `json:"severity"` // error, warning
	Code     string `json:"code"`
	Pointer  string `json:"pointer"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

// encode writes the problems as a JSON array, one a line; never null.
func encode(problems []facts.Problem) ([]byte, error) {
	out := []byte("[")
	for i, p := range problems {
		severity := "error"
		if p.Warning() {
			severity = "warning"
		}
		text, err := json.Marshal(finding{p.File, p.Line, p.Col, severity, p.Code, p.Pointer, p.Message, p.Hint})
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(out, '\n'), text...)
	}
	if len(problems) > 0 {
		out = append(out, '\n')
	}
	return append(out, "]\n"...), nil
}
