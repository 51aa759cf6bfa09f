// Package csl writes and reads references as CSL-JSON, the data of the Citation Style Language (citationstyles.org, schema 1.0.2).
package csl

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"sitrep/report/exchange/reference"
	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
	"sitrep/report/pattern"
)

// The key under "custom" that holds what CSL has no place for, and its members.
const (
	own     = "sitrep"
	source  = "source"
	rest    = "file"
	marking = "marking"
)

// Write writes an array of items.
func Write(records []reference.Reference) []byte {
	items := value.List()
	for _, r := range records {
		items.Kids = append(items.Kids, item(r))
	}
	return []byte(items.Canonical() + "\n")
}

func item(r reference.Reference) tree.Node {
	n := value.Object()
	value.SetText(&n, "id", r.ID)
	publisher := "publisher"
	if r.Container == "" && r.Periodic() {
		publisher = "container-title"
	}
	value.SetText(&n, "type", r.Kind(reference.CSL))
	value.SetText(&n, "title", r.Title)
	if len(r.Authors) > 0 {
		names := value.List()
		for _, a := range r.Authors {
			names.Kids = append(names.Kids, reference.NameNode(r.Parts(a)))
		}
		value.Set(&n, "author", names)
	}
	value.SetText(&n, publisher, r.Publisher)
	value.SetText(&n, "container-title", r.Container+value.Text(&n, "container-title"))
	setDate(&n, "issued", r.Published)
	setDate(&n, "accessed", r.Accessed)
	value.SetText(&n, "URL", r.URL)
	value.SetText(&n, "archive_location", r.Archived)
	value.SetText(&n, "language", r.Language)
	custom := value.Object()
	value.SetText(&custom, marking, r.Marking)
	if carried, ok := value.Parse(r.Carried); ok {
		value.Set(&custom, map[bool]string{true: rest, false: source}[r.Whole], carried)
	}
	others := value.Object()
	if len(custom.Kids) > 0 {
		others = value.Object(value.Named(own, custom))
	}
	variables(&n, &others, r.Record)
	if len(others.Kids) > 0 {
		value.Set(&n, "custom", others)
	}
	return n
}

// variables writes the fields of a record: those of CSL as they are, others as custom ones.
func variables(n, custom *tree.Node, record []reference.Field) {
	for _, f := range record {
		to := n
		if strings.Contains(f.Name, ".") || f.Name == reference.LiteralNames {
			to = custom
		}
		if reference.IsKind(f.Name) || slices.Contains(kept, f.Name) && f.Name != "DOI" {
			continue
		}
		v := value.String(f.Value)
		if parsed, ok := value.Parse(f.Value); ok && (parsed.Kind == tree.Array || parsed.Kind == tree.Object) {
			v = parsed
		}
		value.Set(to, f.Name, v)
	}
}

// setDate writes a date in parts; what has none (a quarter, a week) literally.
func setDate(n *tree.Node, key, iso string) {
	if iso == "" {
		return
	}
	parts := value.List()
	for p := range strings.SplitSeq(iso, "-") {
		v, err := strconv.Atoi(p)
		if err != nil {
			value.Set(n, key, value.Object(value.Named("literal", value.String(iso))))
			return
		}
		parts.Kids = append(parts.Kids, value.Int(v))
	}
	value.Set(n, key, value.Object(value.Named("date-parts", value.List(parts))))
}

// Is reports whether a JSON value could be CSL-JSON: a list of items with types
// and titles, or none.
func Is(root *tree.Node) bool {
	if root.Kind != tree.Array {
		return false
	}
	for i := range root.Kids {
		if k := &root.Kids[i]; k.Get("id") == nil || k.Get("type") == nil {
			return false
		}
	}
	return true
}

// kept are the fields of an item that a source has a place for.
var kept = []string{"id", "type", "title", "author", "publisher", "container-title", "issued", "accessed", "URL", "DOI", "archive_location",
	"language", "custom"}

// Read reads the items of src, whose tree root is.
func Read(src string, root *tree.Node) reference.Library {
	l := &reference.Library{}
	for i := range root.Kids {
		k := &root.Kids[i]
		r := reference.Reference{ID: id(k), Title: unmarked(value.Text(k, "title")), URL: value.Text(k, "URL"),
			Archived: value.Text(k, "archive_location")}
		r.Line, r.Col = value.Place(src, k.Off)
		r.Publisher, r.Container = value.Text(k, "publisher"), unmarked(value.Text(k, "container-title"))
		if r.Publisher == "" {
			r.Publisher, r.Container = r.Container, ""
		}
		authors(&r, k.Get("author"))
		r.Resolved(value.Text(k, "DOI"))
		further(&r, k)
		if tag, ok := reference.Language(value.Text(k, "language")); ok {
			r.Language = tag
		} else {
			r.Add("csl.language", value.Text(k, "language"))
		}
		for _, d := range []struct {
			key string
			to  *string
		}{{"issued", &r.Published}, {"accessed", &r.Accessed}} {
			var ok bool
			if *d.to, ok = date(k.Get(d.key), l, r.Line, r.Col); !ok {
				line, col := value.Place(src, k.Get(d.key).Off)
				l.Faults = append(l.Faults, reference.Fault{Line: line, Col: col, Message: "“" + d.key + "” holds no date that can be read",
					Hint: `write {"date-parts": [[2024, 10, 23]]}`})
			}
		}
		carried(k, &r)
		l.References = append(l.References, r)
	}
	return *l
}

// id is the item's id, which may be a number.
func id(n *tree.Node) string {
	if k := n.Get("id"); k != nil {
		return k.Text
	}
	return ""
}

func carried(n *tree.Node, r *reference.Reference) {
	custom := n.Get("custom")
	if custom == nil {
		return
	}
	mine := custom.Get(own)
	if mine == nil {
		return
	}
	r.Marking = value.Text(mine, marking)
	if s := mine.Get(source); s != nil {
		r.Carried = s.Compact()
	}
	if f := mine.Get(rest); f != nil {
		r.Carried, r.Whole = f.Compact(), true
	}
}

// further reads what a source has no key for, as text: lists and names as JSON.
func further(r *reference.Reference, n *tree.Node) {
	add := func(k *tree.Node) {
		text := k.Text
		if k.Kind == tree.Array || k.Kind == tree.Object {
			text = k.Compact()
		}
		r.Add(k.Key, text)
	}
	for i := range n.Kids {
		k := &n.Kids[i]
		switch {
		case k.Key == "type":
			r.SetKind(reference.CSL, k.Text)
		case k.Key == "DOI", !slices.Contains(kept, k.Key):
			add(k)
		case k.Key == "custom" && k.Kind == tree.Object:
			for j := range k.Kids {
				if k.Kids[j].Key != own {
					add(&k.Kids[j])
				}
			}
		}
	}
}

// authors reads names: the family name first, with what stands before it.
func authors(r *reference.Reference, n *tree.Node) {
	if n == nil {
		return
	}
	for i := range n.Kids {
		switch name, literal := reference.Person(&n.Kids[i]); {
		case literal:
			r.Literal(name)
		case name != "":
			r.Authors = append(r.Authors, name)
		}
	}
}

// unmarked takes the markup of CSL out of a title (citeproc-js: i, b, sup, sub, span).
func unmarked(s string) string {
	for _, script := range []struct {
		form *regexp.Regexp
		up   bool
	}{{raised(), true}, {lowered(), false}} {
		s = script.form.ReplaceAllStringFunc(s, func(match string) string {
			out, _ := reference.Script(script.form.FindStringSubmatch(match)[1], script.up)
			return out
		})
	}
	return markup().ReplaceAllString(s, "")
}

var (
	raised  = pattern.Of(`<sup>(.*?)</sup>`)
	lowered = pattern.Of(`<sub>(.*?)</sub>`)
	markup  = pattern.Of(`</?(?:i|b|sc|span)>|<span (?:style|class)="[^"]*">`)
)

// date reads a CSL date variable: parts, or ISO 8601 literally; no date is fine. Of a
// stretch of time the first day is taken; that, a season and "circa" are told in l.
func date(n *tree.Node, l *reference.Library, line, col int) (string, bool) {
	if n == nil {
		return "", true
	}
	for _, key := range []string{"circa", "season"} {
		if k := n.Get(key); k != nil && k.Text != "false" && k.Text != "" {
			l.Tell(line, col, "a date bears “"+key+"”, which a source has no place for: it is taken as it stands")
		}
	}
	for _, key := range []string{"literal", "raw"} {
		if s := value.Text(n, key); s != "" {
			return l.Day(s, line, col), true
		}
	}
	parts := n.Get("date-parts")
	if parts != nil && len(parts.Kids) == 2 {
		l.Tell(line, col, "the record is dated by a stretch of time: its beginning is taken")
	}
	if parts == nil || len(parts.Kids) < 1 || len(parts.Kids) > 2 || len(parts.Kids[0].Kids) == 0 || len(parts.Kids[0].Kids) > 3 {
		return "", false
	}
	var out []string
	for i, width := range []int{4, 2, 2}[:len(parts.Kids[0].Kids)] {
		s := parts.Kids[0].Kids[i].Text
		if _, err := strconv.Atoi(s); err != nil || len(s) > width {
			return "", false
		}
		out = append(out, strings.Repeat("0", width-len(s))+s)
	}
	return strings.Join(out, "-"), true
}
