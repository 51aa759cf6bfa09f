// Package tree reads JSON into a tree in which every value knows its place, and
// reports every fault of its syntax.
//
// Why not a library: the readers of JSON for Go, go-json-experiment/json/jsontext
// among them, end at the first fault and cannot go on. A file that is edited by
// hand has a comment here, a comma too many there and a NaN further down, and its
// author wants to hear of all of them in one run, each with a hint. This reader
// takes exactly what jsontext takes (RFC 8259 with the strictness of RFC 7493:
// UTF-8, no name twice, no lone surrogate); a fuzz test holds the two together.
package tree

import (
	"sort"
	"strconv"
	"strings"
)

// A Kind says what a value is.
type Kind uint8

// The kinds of values.
const (
	Invalid Kind = iota // a fault stands here; it is already reported
	Null
	Bool
	Number
	String
	Array
	Object
)

var kindNames = [...]string{"nothing", "null", "true or false", "a number", "a string", "an array", "an object"}

// String names the kind as messages do: "a number".
func (k Kind) String() string { return kindNames[k] }

// A Node is one value. Off and End enclose its bytes in the source.
type Node struct {
	Kind   Kind   // object, array, string, …
	Cut    bool   // an array or object that the end of the file or a fault cut short
	Key    string // name in the enclosing object
	KeyOff int    // offset of the name's first quote; -1 where there is none
	Off    int    // first byte
	End    int    // byte behind the last
	Text   string // what a string says; a number, true or false as written
	Kids   []Node // members of an object, items of an array, in file order

	names map[string]int // positions in Kids, for objects with many members
}

// many is how many members an object must have to be given a map of its names.
const many = 16

// Get returns the member of that name, or nil.
func (n *Node) Get(name string) *Node {
	if i := n.find(name); i >= 0 {
		return &n.Kids[i]
	}
	return nil
}

func (n *Node) find(name string) int {
	if n.Kind != Object {
		return -1
	}
	if n.names != nil {
		if i, ok := n.names[name]; ok {
			return i
		}
		return -1
	}
	for i := range n.Kids {
		if n.Kids[i].Key == name {
			return i
		}
	}
	return -1
}

// Without returns a copy of the tree without the values that drop reports, and
// all in them. What remains keeps its place in the source.
func (n *Node) Without(drop func(*Node) bool) *Node {
	out := *n
	out.Kids, out.names = nil, nil
	for i := range n.Kids {
		if !drop(&n.Kids[i]) {
			out.Kids = append(out.Kids, *n.Kids[i].Without(drop))
		}
	}
	out.number()
	return &out
}

// Of returns an object like n that has those members, which keep their places.
func (n *Node) Of(kids []Node) *Node {
	out := *n
	out.Kids, out.names = kids, nil
	out.number()
	return &out
}

// number makes the map of the names of an object that has many.
func (n *Node) number() {
	if n.Kind != Object || len(n.Kids) <= many {
		return
	}
	n.names = make(map[string]int, len(n.Kids))
	for i := range n.Kids {
		n.names[n.Kids[i].Key] = i
	}
}

// Start returns where the value begins, its name included.
func (n *Node) Start() int {
	if n.KeyOff >= 0 {
		return n.KeyOff
	}
	return n.Off
}

// Find returns the value that a JSON pointer (RFC 6901) names, or nil.
func (n *Node) Find(pointer string) *Node {
	n, rest := n.walk(pointer)
	if rest != "" {
		return nil
	}
	return n
}

// Nearest returns the value that a JSON pointer names, or the innermost one on
// the way to it.
func (n *Node) Nearest(pointer string) *Node {
	n, _ = n.walk(pointer)
	return n
}

func (n *Node) walk(pointer string) (*Node, string) {
	for pointer != "" && pointer[0] == '/' {
		token, _, _ := strings.Cut(pointer[1:], "/")
		kid := n.step(token)
		if kid == nil {
			break
		}
		n, pointer = kid, pointer[1+len(token):]
	}
	return n, pointer
}

func (n *Node) step(token string) *Node {
	switch n.Kind {
	case Object:
		if strings.IndexByte(token, '~') >= 0 {
			token = unescape.Replace(token)
		}
		return n.Get(token)
	case Array:
		if i, err := strconv.Atoi(token); err == nil && i >= 0 && i < len(n.Kids) {
			return &n.Kids[i]
		}
	}
	return nil
}

var (
	escape   = strings.NewReplacer("~", "~0", "/", "~1")
	unescape = strings.NewReplacer("~1", "/", "~0", "~")
)

// Escape writes a name as one token of a JSON pointer (RFC 6901, section 3).
func Escape(name string) string { return escape.Replace(name) }

// Pointer returns the JSON pointer of the innermost value that the byte at off
// belongs to; a name belongs to its value. It takes time in proportion to the
// depth, not to the size.
func (n *Node) Pointer(off int) string {
	var b strings.Builder
	for {
		i := sort.Search(len(n.Kids), func(i int) bool { return n.Kids[i].End > off })
		if last := len(n.Kids) - 1; i > last && last >= 0 && n.Kids[last].cutAt(off) {
			i = last
		}
		if i == len(n.Kids) || n.Kids[i].Start() > off {
			return b.String()
		}
		b.WriteByte('/')
		if n.Kind == Object {
			b.WriteString(Escape(n.Kids[i].Key))
		} else {
			b.WriteString(strconv.Itoa(i))
		}
		n = &n.Kids[i]
		if n.Off >= off {
			return b.String()
		}
	}
}

// cutAt reports whether a fault cut the value short at off.
func (n *Node) cutAt(off int) bool { return n.End == off && (n.Cut || n.Kind == Invalid) }

// Unescape reads one token of a JSON pointer as a name.
func Unescape(token string) string { return unescape.Replace(token) }
