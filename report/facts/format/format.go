// Package format is the format of the facts file as one table, from which the keys that
// are accepted, the JSON Schema and the reference page are made.
package format

// An Object is one kind of object in a facts file.
type Object struct {
	Name string // as the schema names it: "measure"
	What string // as messages name it: "a measure"
	Text string // what it is, in a sentence or a few
	Keys []Key  // in the order in which the reference lists them

	also  string // members that the schema adds, as JSON
	about string // the object whose keys it shares: "fact", of the types of facts
}

// A Key is one key of an object.
type Key struct {
	Name    string // as the file writes it
	Must    bool   // it must be there
	Type    Type   // what may stand behind it
	Text    string // what it says, in a sentence or a few
	Example string // as JSON; empty: that of its type
}

// A Type says what the value of a key is.
type Type struct {
	form     form
	of       *Type    // of an array or a table of ids
	object   string   // name of an Object
	words    []string // of a word
	low, top string   // of a number, as JSON; empty: no end
	example  string   // as JSON
	name     string   // as the reference page names it
}

// A form is the form of a value in JSON.
type form int

const (
	shared form = iota // a definition of the schema, by the name that object has
	word
	number
	integer
	flag
	array
	table
	object
	fixed // a constant, in words[0]
)

// The types that have a definition of their own.
var (
	text     = Type{object: "text", example: `"Flood displacement"`, name: "text"}
	says     = Type{object: "textRequired", example: `"Flood displacement"`, name: "text"}
	markdown = Type{object: "markdown", example: `"The ministry counts {{gov-may}} [@gov-may]."`, name: "text, Markdown"}
	tells    = Type{object: "markdownRequired", example: `"The ministry counts {{gov-may}} [@gov-may]."`, name: "text, Markdown"}
	line     = Type{object: "line", example: `"Situation bulletin 12"`, name: "string"}
	plain    = Type{object: "string", example: `"3"`, name: "string"}
	id       = Type{object: "id", example: `"gov-may"`, name: "id"}
	day      = Type{object: "date", example: `"2025-05-30"`, name: "date"}
	moment   = Type{object: "moment", example: `"2025-05-30T14:05+03:00"`, name: "date, with or without a time of day"}
	address  = Type{object: "url", example: `"https://example.org/bulletin-12"`, name: "web address"}
	tag      = Type{object: "language", example: `"es-MX"`, name: "language tag"}
	label    = Type{object: "marking", example: `"TLP:GREEN"`, name: "marking"}
	picture  = Type{object: "image", example: `"images/flood.png"`, name: "image"}
	unit     = Type{object: "unit", example: `{"one": "vehicle", "other": "vehicles"}`, name: "unit"}
	scheme   = Type{object: "markingScheme", example: `"tlp"`, name: "scheme"}
	period   = Type{object: "period", example: `"2025-Q2"`, name: "date, or from and to"}
	citation = Type{object: "citation", example: `{"source": "bulletin", "locator": "p. 3"}`, name: "source id, or citation"}
	code     = Type{object: "code", example: `"W212"`, name: "code"}
	colour   = Type{object: "colour", example: `"#c8102e"`, name: "colour"}
	currency = Type{object: "currency", example: `"USD"`, name: "ISO 4217 code"}
	block    = Type{object: "block", example: `"The two counts do not overlap."`, name: "block"}
	claimed  = Type{object: "factOrRun", example: ``, name: "fact, or run of facts"}
	either   = Type{form: flag, example: `true`, name: "true or false"}
	decimal  = Type{object: "decimal", example: `26200`, name: "number"}
	grouping = Type{object: "id", example: `"place"`, name: "origin, status, place, category, or dimension id"}
	chosenBy = Type{object: "chosenBy", example: `{"crop": ["wheat", "maize"]}`, name: "object from dimension to values"}
)

// ref is the id of a thing.
func ref(what string) Type {
	return Type{object: "id", example: `"` + what + `-1"`, name: what + " id"}
}

// many is an array.
func many(of Type) Type {
	return Type{form: array, of: &of, example: "[" + of.example + "]", name: "array of " + of.name}
}

// byID is an object from id to something.
func byID(of Type) Type { return Type{form: table, of: &of, name: "object from id to " + of.name} }

// oneOf is one of a few words.
func oneOf(words []string) Type {
	return Type{form: word, words: words, example: `"` + words[0] + `"`, name: "word"}
}

// oneOrMany is a value or an array of values.
func oneOrMany(of Type) Type {
	return Type{object: "oneOrMany", of: &of, example: of.example, name: of.name + ", or an array"}
}

// span is a number within limits, which are JSON.
func span(low, top, example string) Type {
	return Type{form: number, low: low, top: top, example: example, name: "number, " + low + " to " + top}
}

// whole is a whole number within limits.
func whole(low, top, example string) Type {
	return Type{form: integer, low: low, top: top, example: example, name: "whole number, " + low + " to " + top}
}

// is is an object of the table.
func is(name, what string) Type { return Type{form: object, object: name, name: what} }

// constant is one value and no other.
func constant(json string) Type {
	return Type{form: fixed, words: []string{json}, example: json, name: json}
}

// must is a key that must be there.
func must(name string, t Type, text string) Key {
	return Key{Name: name, Must: true, Type: t, Text: text}
}

// may is a key that may be absent.
func may(name string, t Type, text string) Key { return Key{Name: name, Type: t, Text: text} }

// as gives a key an example of its own, as JSON.
func (k Key) as(example string) Key {
	k.Example = example
	return k
}

// Objects lists every object of the format, in the order of the reference page.
func Objects() []Object {
	var out []Object
	for _, part := range [][]Object{head(), schemes(), records(), claims(), conclusions(), document(), blocks()} {
		out = append(out, part...)
	}
	return out
}

// Find returns the object of that name; false where there is none.
func Find(name string) (Object, bool) {
	for _, o := range Objects() {
		if o.Name == name {
			return o, true
		}
	}
	return Object{}, false
}
