package stix

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// A Fault is a problem or a warning, at a place of the file.
type Fault struct {
	Code          string // E or W and three digits
	Line, Col     int    // from 1; columns in code points
	Message, Hint string // what is wrong, and how to mend it
}

// Is reports whether a JSON value is a bundle.
func Is(root *tree.Node) bool {
	return root.Kind == tree.Object && value.Text(root, "type") == "bundle"
}

// Options are what a bundle of another program does not say.
type Options struct {
	Status  string                   // of every claim
	Marking string                   // of what bears no label of TLP
	Slug    func(name string) string // makes an id of a name
}

// Read reads a bundle, whose tree root is: the facts file that its report carries,
// or what a facts file can hold of it.
func Read(src string, root *tree.Node, o Options) (*tree.Node, []Fault) {
	r := &reader{src: src, o: o, objects: map[string]*tree.Node{}, ids: map[string]string{}, actors: map[string]string{},
		taken: map[string]bool{}, named: map[string]bool{}, told: map[string]bool{}, losses: map[string]map[string]*loss{}}
	list := root.Get("objects")
	if list == nil {
		r.fault("E701", root, "the bundle has no objects", "")
		return nil, r.faults
	}
	list = r.current(list)
	for i := range list.Kids {
		if file := extended(&list.Kids[i], fileKey); file != nil {
			return r.carried(file, list), r.faults
		}
	}
	return r.foreign(list), r.faults
}

type reader struct {
	src     string
	o       Options
	objects map[string]*tree.Node       // by identifier
	ids     map[string]string           // identifier to the id in the facts file
	actors  map[string]string           // identifier of an identity to the id of the actor that it became
	taken   map[string]bool             // ids that are given
	named   map[string]bool             // identifiers of the identities that were read
	told    map[string]bool             // identifiers of the markings that were told
	losses  map[string]map[string]*loss // by kind of object and property
	out     tree.Node
	faults  []Fault
}

func (r *reader) fault(code string, n *tree.Node, message, hint string) {
	line, col := value.Place(r.src, n.Off)
	r.faults = append(r.faults, Fault{code, line, col, message, hint})
}

// extended returns a member of our extension, or nil.
func extended(n *tree.Node, key string) *tree.Node {
	ext := n.Get("extensions")
	if ext == nil {
		return nil
	}
	if ext = ext.Get(extension()); ext == nil {
		return nil
	}
	return ext.Get(key)
}

// carried puts the file together again: facts and judgements stand in the order
// that the report names; those that it does not name follow.
func (r *reader) carried(file, list *tree.Node) *tree.Node {
	out := value.Object(file.Kids...)
	for _, kind := range []string{"facts", "judgements"} {
		order := value.Texts(file, kind)
		var records []tree.Node
		for i := range list.Kids {
			n := &list.Kids[i]
			record := extended(n, recordKey)
			judgement := slices.Contains(value.Texts(n, "labels"), "judgement")
			if record == nil || judgement != (kind == "judgements") {
				continue
			}
			records = append(records, r.edited(n, *record, judgement))
		}
		slices.SortStableFunc(records, func(a, b tree.Node) int {
			return place(order, value.Text(&a, "id")) - place(order, value.Text(&b, "id"))
		})
		if file.Get(kind) != nil || len(records) > 0 {
			value.Set(&out, kind, value.List(records...))
		}
		r.tellMissing(list, order, records)
	}
	r.edits(&out, list)
	return &out
}

// tellMissing tells the facts or judgements whose note is gone, or does not carry them any more.
func (r *reader) tellMissing(list *tree.Node, order []string, records []tree.Node) {
	for _, id := range order {
		if !slices.ContainsFunc(records, func(n tree.Node) bool { return value.Text(&n, "id") == id }) {
			r.fault("W701", list, fmt.Sprintf("no note carries %q any more: it is left out", id), "")
		}
	}
}

func place(order []string, id string) int {
	if i := slices.Index(order, id); i >= 0 {
		return i
	}
	return len(order)
}

// edited takes over a confidence that somebody changed in another program.
func (r *reader) edited(n *tree.Node, record tree.Node, judgement bool) tree.Node {
	c := n.Get("confidence")
	if judgement || c == nil || c.Text == fmt.Sprint(Confidence(record.Get("credibility"))) {
		return record
	}
	if credibility := credibility(c); credibility != "" {
		value.Set(&record, "credibility", value.Number(credibility))
	}
	return record
}

// credibility maps a confidence back (Appendix A, Admiralty Credibility).
func credibility(c *tree.Node) string {
	if c == nil || c.Kind != tree.Number || strings.Trim(c.Text, "0123456789") != "" || len(c.Text) > 3 {
		return ""
	}
	n, err := strconv.Atoi(c.Text)
	if err != nil {
		return ""
	}
	for i, from := range []int{80, 60, 40, 20, 0} {
		if n >= from && n <= 100 {
			return fmt.Sprint(i + 1)
		}
	}
	return ""
}
