package doc

import "strconv"

// A Place is where in a facts file something was read that the document shows. It is zero for what the program
// composed by itself: that stands where what encloses it does.
type Place struct {
	File      string // as the facts file was called when it was read
	Line, Col int    // from 1; columns count characters
	Pointer   string // JSON pointer (RFC 6901)
}

// String writes the place as every problem does: "floods.json:12:8: /sections/0/body/1"; empty where it is not known.
func (p Place) String() string {
	if p == (Place{}) {
		return ""
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Col) + ": " + p.Pointer
}
