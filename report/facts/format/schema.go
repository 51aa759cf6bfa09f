package format

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/marking"
)

// Schema returns the JSON Schema of the facts file (draft 2020-12), for editors. Terms
// gives the terms of a scale of likelihood.
func Schema(terms func(claim.LikelihoodScale) []string) []byte {
	file, _ := Find("file")
	defs := []string{shares(terms)}
	for _, o := range Objects() {
		if o.Name != "file" && o.Name != "fact" {
			defs = append(defs, quoted(o.Name)+": "+o.schema())
		}
	}
	s := `{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:sitrep:facts:1", "title": "Facts file, format 1", ` +
		`"description": ` +
		quoted(file.Text) + `, "type": "object", ` + file.members() + `, "additionalProperties": false, "allOf": [` + scales(terms) +
		`], "$defs": {` + strings.Join(defs, ", ") + `}}`
	var out bytes.Buffer
	if err := json.Indent(&out, []byte(s), "", "  "); err != nil {
		panic(fmt.Sprint("the schema is no JSON: ", err)) // the table is wrong: its test tells where
	}
	out.WriteByte('\n')
	return out.Bytes()
}

func quoted(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s)
	return strings.TrimSuffix(b.String(), "\n")
}

func quotedAll(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = quoted(w)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// All returns the keys of the object, with those that it shares first.
func (o Object) All() []Key {
	if o.about == "" {
		return o.Keys
	}
	of, _ := Find(o.about)
	keys := slices.Clone(o.Keys)
	for _, k := range slices.Backward(of.Keys) {
		if !slices.ContainsFunc(o.Keys, func(own Key) bool { return own.Name == k.Name }) {
			keys = slices.Insert(keys, 0, k)
		}
	}
	return keys
}

func (o Object) schema() string {
	s := `{"description": ` + quoted(o.Text) + `, "type": "object", ` + o.members() + `, "additionalProperties": false`
	if o.also != "" {
		s += ", " + o.also
	}
	return s + "}"
}

// members writes the required keys and the properties.
func (o Object) members() string {
	var need, all []string
	for _, k := range o.All() {
		if k.Must {
			need = append(need, k.Name)
		}
		if k.Name == "type" && o.about != "" {
			k.Type, k.Example = constant(quoted(o.Name)), ""
		}
		all = append(all, quoted(k.Name)+": "+k.schema())
	}
	s := ""
	if need != nil {
		s = `"required": ` + quotedAll(need) + ", "
	}
	return s + `"properties": {` + strings.Join(all, ", ") + "}"
}

func (k Key) schema() string {
	s := `{"description": ` + quoted(k.Text) + ", " + k.Type.schema()
	e := k.Sample()
	if e == "" {
		e = k.Type.composed(3)
	}
	if e != "" {
		s += `, "examples": [` + e + "]"
	}
	return s + "}"
}

// composed returns an example of objects: each with the keys that it must have, so many
// levels deep; empty where none can be made.
func (t Type) composed(levels int) string {
	name := t.object
	if name == "factOrRun" {
		name = "estimate"
	}
	o, ok := Find(name)
	switch {
	case levels == 0:
		return ""
	case t.form == array || t.form == table:
		of := t.of.composed(levels)
		if of != "" && t.form == table {
			return `{"an-id": ` + of + "}"
		}
		if of != "" {
			return "[" + of + "]"
		}
		return t.example
	case !ok:
		return t.example
	}
	var members []string
	for _, k := range o.All() {
		e := k.Example
		if e == "" {
			e = k.Type.composed(levels - 1)
		}
		if k.Name == "type" && o.about != "" {
			e = quoted(o.Name)
		}
		if k.Must && e != "" {
			members = append(members, quoted(k.Name)+": "+e)
		}
	}
	if members == nil {
		return ""
	}
	return "{" + strings.Join(members, ", ") + "}"
}

// Sample returns an example of the value, as JSON; empty where only an object could be one.
func (k Key) Sample() string {
	if k.Example != "" {
		return k.Example
	}
	if e := k.Type.example; e != "[]" {
		return e
	}
	return ""
}

// schema writes the members of the schema of the type.
func (t Type) schema() string {
	switch t.form {
	case word:
		return `"enum": ` + quotedAll(t.words)
	case fixed:
		return `"const": ` + t.words[0]
	case flag:
		return `"type": "boolean"`
	case number, integer:
		s := `"type": "` + map[form]string{number: "number", integer: "integer"}[t.form] + `"`
		return s + `, "minimum": ` + t.low + `, "maximum": ` + t.top
	case array:
		s := `"type": "array", "items": {` + t.of.schema() + "}"
		if t.of.object == "language" {
			s += `, "minItems": 1, "uniqueItems": true`
		}
		return s
	case table:
		return `"type": "object", "propertyNames": {"$ref": "#/$defs/id"}, "additionalProperties": {` + t.of.schema() + "}"
	}
	if t.object == "oneOrMany" {
		one := "{" + t.of.schema() + "}"
		return `"anyOf": [` + one + `, {"type": "array", "items": ` + one + `, "minItems": 1}]`
	}
	return `"$ref": "#/$defs/` + t.object + `"`
}

// scales holds likelihoods to the scale of the briefing.
func scales(terms func(claim.LikelihoodScale) []string) string {
	out := []string{`{"description": "A likelihood needs a scale.", "if": {"properties": {"briefing": {"type": "object", "not": ` +
		`{"required": ["likelihood_scale"]}}}}, ` +
		`"then": {"properties": {"judgements": {"items": {"properties": {"likelihood": false}}}}}}`}
	for _, scale := range claim.LikelihoodScales() {
		out = append(out, `{"if": {"properties": {"briefing": {"type": "object", "required": ["likelihood_scale"], "properties": `+
			`{"likelihood_scale": {"const": `+quoted(string(scale))+`}}}}}, `+
			`"then": {"properties": {"judgements": {"items": {"properties": {"likelihood": {"enum": `+quotedAll(terms(scale))+`}}}}}}}`)
	}
	// Without a scheme the labels are those of TLP; of another, a schema does not follow.
	return strings.Join(out, ", ")
}

// shares has the definitions that keys share.
func shares(terms func(claim.LikelihoodScale) []string) string {
	var all []string
	for _, scale := range claim.LikelihoodScales() {
		for _, term := range terms(scale) {
			if !slices.Contains(all, term) {
				all = append(all, term)
			}
		}
	}
	var common []string
	for _, name := range append([]string{"fact"}, claim.Words(claim.FactTypes())...) {
		o, _ := Find(name)
		for _, k := range o.Keys {
			if s := quoted(k.Name) + ": " + k.schema(); !slices.ContainsFunc(common,
				func(c string) bool { return strings.HasPrefix(c, quoted(k.Name)+":") }) {
				common = append(common, s)
			}
		}
	}
	keys := strings.Join(common, ", ")
	return strings.NewReplacer("LIKELIHOODS", quotedAll(all), "FACTTYPES", quotedAll(claim.Words(claim.FactTypes())), "SCHEMES",
		quotedAll(marking.Names()),
		"WEIGHTS", quotedAll(claim.Words(claim.Weights())), "COMMON", keys, "WHENS", whens()).Replace(definitions)
}

// whens holds each fact to its type.
func whens() string {
	var out []string
	for _, t := range claim.FactTypes() {
		out = append(out, `{"if": {"properties": {"type": {"const": `+quoted(string(t))+`}}}, "then": {"$ref": "#/$defs/`+string(t)+`"}}`)
	}
	return "[" + strings.Join(out, ", ") + "]"
}
