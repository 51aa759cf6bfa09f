// Package diagnose writes problems for those who mend them: as text for people, as
// JSON for programs, as SARIF, annotations, code quality and JUnit for what runs checks.
package diagnose

import (
	"encoding/json"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/sanitize"
)

// A Format is one way to write problems.
type Format struct {
	Name       string                                         // as asked for: "text"
	Repository bool                                           // names of files must be those of the repository, from its root
	Write      func([]facts.Problem, Options) ([]byte, error) // the problems, in the order given, as a finished output
}

// Options are what the formats need beside the problems.
type Options struct {
	Color   bool                     // text: colour the words error and warning
	Codes   []facts.Code             // sarif: the rules; those that did not fire are left out
	Version string                   // sarif: of this program
	Files   []string                 // junit: all that were checked, as the problems name them
	Counts  func(facts.Problem) bool // junit: whether a problem fails the check; nil: one that is no warning
}

func (o Options) counts(p facts.Problem) bool {
	if o.Counts == nil {
		return !p.Warning()
	}
	return o.Counts(p)
}

// Formats lists the formats.
func Formats() []Format {
	return []Format{{"text", false, text}, {"json", false, asJSON}, {"sarif", true, sarif}, {"github", true, github}, {"gitlab", true, gitlab},
		{"junit", false, junit}}
}

// text writes a problem as one line, and its hint as another.
func text(problems []facts.Problem, o Options) ([]byte, error) {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(Line(p, o.Color))
		b.WriteByte('\n')
	}
	return []byte(b.String()), nil
}

// Line writes one problem, with its hint on a second line, without a line end.
// What is hidden in the input stands there as code points.
func Line(p facts.Problem, color bool) string {
	s := sanitize.Visible(p.String())
	if color {
		s = paint(s, p.Warning())
	}
	if p.Hint != "" {
		s += "\n  hint: " + sanitize.Visible(p.Hint)
	}
	return s
}

// paint colours the word error red and the word warning yellow.
func paint(s string, warning bool) string {
	word, code := "error", "\x1b[31m"
	if warning {
		word, code = "warning", "\x1b[33m"
	}
	return strings.Replace(s, ": "+word+" ", ": "+code+word+"\x1b[0m ", 1)
}

func level(p facts.Problem) string {
	if p.Warning() {
		return "warning"
	}
	return "error"
}

// An Item is a problem as JSON: what each line of --format json holds.
type Item struct {
	File     string `json:"file"`           // name as it was given
	Line     int    `json:"line"`           // from 1
	Col      int    `json:"col"`            // from 1, in Unicode code points
	Severity string `json:"severity"`       // error, warning
	Code     string `json:"code"`           // E or W and three digits
	Pointer  string `json:"pointer"`        // JSON Pointer (RFC 6901); empty: the whole file
	Message  string `json:"message"`        // what is wrong, in one sentence
	Hint     string `json:"hint,omitempty"` // how to mend it
}

// Items are the problems as JSON objects, never nil.
func Items(problems []facts.Problem) []Item {
	items := make([]Item, len(problems))
	for i, p := range problems {
		items[i] = Item{p.File, p.Line, p.Col, level(p), p.Code, p.Pointer, sanitize.Visible(p.Message), sanitize.Visible(p.Hint)}
	}
	return items
}

// asJSON writes an array of objects, one a line; empty where there is no problem,
// never null.
func asJSON(problems []facts.Problem, _ Options) ([]byte, error) {
	out := []byte("[")
	for i, item := range Items(problems) {
		line, err := json.Marshal(item)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(out, '\n'), sanitize.JSON(line)...)
	}
	if len(problems) > 0 {
		out = append(out, '\n')
	}
	return append(out, "]\n"...), nil
}
