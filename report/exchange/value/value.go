// Package value builds, changes and compares JSON values in the form of the tree that facts files are read into.
//
// The importers work on trees, not on Go structs: a key that this program does
// not know yet passes through them unharmed, and numbers keep their digits.
package value

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sitrep/report/facts/tree"
)

// String returns a JSON string.
func String(s string) tree.Node { return tree.Node{Kind: tree.String, Text: s, KeyOff: -1} }

// Number returns a JSON number with the digits given.
func Number(digits string) tree.Node { return tree.Node{Kind: tree.Number, Text: digits, KeyOff: -1} }

// Int returns a JSON number.
func Int(n int) tree.Node { return Number(strconv.Itoa(n)) }

// Bool returns true or false.
func Bool(b bool) tree.Node {
	return tree.Node{Kind: tree.Bool, Text: strconv.FormatBool(b), KeyOff: -1}
}

// List returns an array of the items.
func List(items ...tree.Node) tree.Node {
	for i := range items {
		items[i].Key = ""
	}
	return tree.Node{Kind: tree.Array, Kids: items, KeyOff: -1}
}

// Strings returns an array of strings.
func Strings(items []string) tree.Node {
	out := List()
	for _, s := range items {
		out.Kids = append(out.Kids, String(s))
	}
	return out
}

// Object returns an object of the members, which bear their names: see [Named].
func Object(members ...tree.Node) tree.Node {
	return tree.Node{Kind: tree.Object, Kids: members, KeyOff: -1}
}

// Named returns the value as a member of that name.
func Named(key string, n tree.Node) tree.Node {
	n.Key = key
	return n
}

// Text returns the member's string; empty where there is none.
func Text(n *tree.Node, key string) string {
	if n == nil {
		return ""
	}
	if kid := n.Get(key); kid != nil && kid.Kind == tree.String {
		return kid.Text
	}
	return ""
}

// Texts returns the strings of the member, an array or one string.
func Texts(n *tree.Node, key string) []string {
	kid := n.Get(key)
	switch {
	case kid == nil:
		return nil
	case kid.Kind == tree.String:
		return []string{kid.Text}
	}
	var out []string
	for i := range kid.Kids {
		if kid.Kids[i].Kind == tree.String {
			out = append(out, kid.Kids[i].Text)
		}
	}
	return out
}

// Set gives the object a member, in the place of one of that name or at the end.
func Set(n *tree.Node, key string, v tree.Node) {
	kids := slices.Clone(n.Kids)
	if i := slices.IndexFunc(kids, func(k tree.Node) bool { return k.Key == key }); i >= 0 {
		kids[i] = Named(key, v)
	} else {
		kids = append(kids, Named(key, v))
	}
	*n = Named(n.Key, Object(kids...))
}

// SetText gives the object a string, but not an empty one.
func SetText(n *tree.Node, key, s string) {
	if s != "" {
		Set(n, key, String(s))
	}
}

// Delete takes a member out of the object.
func Delete(n *tree.Node, key string) {
	kids := slices.DeleteFunc(slices.Clone(n.Kids), func(k tree.Node) bool { return k.Key == key })
	*n = Named(n.Key, Object(kids...))
}

// Equal reports whether two values say the same in the same order.
func Equal(a, b *tree.Node) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Compact() == b.Compact()
}

// Parse reads one JSON value; false where it is none.
func Parse(s string) (tree.Node, bool) {
	root, faults := tree.Parse(s)
	if root == nil || len(faults) > 0 {
		return tree.Node{}, false
	}
	return *root, true
}

// Place returns the line and column of a byte of src, both from 1; a column
// counts characters.
func Place(src string, off int) (line, col int) {
	before := src[:min(off, len(src))]
	return 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
}
