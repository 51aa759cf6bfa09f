package tree

// A Fault is one fault of the syntax, at a byte offset of the source.
type Fault struct {
	Off     int       // bytes from the start of the source
	Kind    FaultKind // which rule is broken
	Key     string    // for Duplicate: the name that stands twice
	Message string    // what is wrong, in one sentence
	Hint    string    // may be empty
}

// A FaultKind says what is wrong.
type FaultKind int

// The kinds of faults.
const (
	Empty      FaultKind = iota // nothing but white space
	Mark                        // a byte order mark
	Encoding                    // UTF-16 or UTF-32
	UTF8                        // bytes that are not UTF-8
	Truncated                   // the source ends too early
	Unexpected                  // something else was expected here
	NoComma                     // a comma is missing
	ExtraComma                  // a comma too many
	Comment                     // JSON has no comments
	BadNumber                   // a number that JSON does not write so
	Word                        // NaN, None, undefined …
	Control                     // a control character inside a string
	Escaping                    // an unknown escape in a string
	Surrogate                   // half of a surrogate pair
	Deep                        // nested too deep
	Duplicate                   // a name twice in one object
	Trailing                    // something after the end
	Quoting                     // a name or string without double quotes
)
