package facts

import (
	"fmt"
	"strings"
)

// A Problem is one fault of the input, or one warning about it.
type Problem struct {
	File      string // as given to Load
	Line, Col int    // from 1; a column counts characters (runes)
	Code      string // E… forbids a build, W… does not; stable
	Pointer   string // JSON pointer (RFC 6901) of the value
	Message   string // what is wrong, in one sentence
	Hint      string // may be empty
}

// Warning reports whether the problem does not forbid a build.
func (p Problem) Warning() bool { return p.Code != "" && p.Code[0] == 'W' }

// String writes the problem as one line: FILE:LINE:COL: error CODE POINTER: MESSAGE.
// The pointer of the whole document is empty, and is left out.
func (p Problem) String() string {
	kind := "error"
	if p.Warning() {
		kind = "warning"
	}
	code := p.Code
	if p.Pointer != "" {
		code += " " + p.Pointer
	}
	return fmt.Sprintf("%s:%d:%d: %s %s: %s", p.File, p.Line, p.Col, kind, code, p.Message)
}

// Few names the first of many, at most most of them, and counts the rest; a single one left over is named too.
func Few(names []string, most int) string {
	if len(names) > most+1 {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}
