package stix

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// edits compares a bundle of ours with the one that its facts file would be written
// as. Markings that another program raised are taken over; what else objects say
// otherwise is told, and the facts file stands.
func (r *reader) edits(file, list *tree.Node) {
	if head := file.Get("briefing"); head == nil || head.Kind != tree.Object {
		return // the facts file is refused for it
	}
	written, _ := tree.Parse(string(Write(file, false)))
	ours := map[string]bool{}
	objects := written.Get("objects")
	for i := range objects.Kids {
		w := &objects.Kids[i]
		ours[value.Text(w, "id")] = true
		n := r.objects[value.Text(w, "id")]
		switch {
		case value.Text(w, "type") == "marking-definition":
		case n == nil:
			r.fault("W704", list, nameOf(w)+" is not in the bundle any more: the facts file has it", "take it out there")
		default:
			r.differences(w, n)
			r.raised(file, w, n)
		}
	}
	left := map[string]int{}
	for i := range list.Kids {
		n := &list.Kids[i]
		if kind := value.Text(n, "type"); !ours[value.Text(n, "id")] && kind != "marking-definition" {
			left[kind]++
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(left)) {
		r.fault("W704", list, counted(left[kind], kind, ", which another program added, is left out",
			", which another program added, are left out"), "")
	}
}

// apart are the properties that are compared elsewhere, or say nothing of the facts.
const apart = " created modified revoked extensions object_marking_refs granular_markings "

// differences tells what an object says otherwise than it was written.
func (r *reader) differences(w, n *tree.Node) {
	for i := range w.Kids {
		k := &w.Kids[i]
		has := n.Get(k.Key)
		switch {
		case strings.Contains(apart, " "+k.Key+" "), has != nil && alike(k, has):
		case k.Key == "confidence" && has != nil && value.Text(n, "type") == "note" && credibility(has) != "" &&
			!slices.Contains(value.Texts(n, "labels"), "judgement"): // read: see edited
		case has == nil:
			r.fault("W704", n, fmt.Sprintf("%s has no %s any more: the facts file stands", nameOf(w), k.Key), "mend it in the facts file")
		default:
			r.fault("W704", has, fmt.Sprintf("%s: %s is now %s: the facts file stands", nameOf(w), k.Key, cut(has.Compact())),
				"mend it in the facts file")
		}
	}
	for i := range n.Kids {
		if k := &n.Kids[i]; w.Get(k.Key) == nil && !strings.Contains(apart, " "+k.Key+" ") {
			r.fault("W704", k, fmt.Sprintf("%s: %s, which another program added, is left out", nameOf(w), k.Key), "")
		}
	}
}

func cut(s string) string {
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return s
}

// alike reports whether two values say the same; lists may be in another order.
func alike(a, b *tree.Node) bool {
	if a.Kind != tree.Array || b.Kind != tree.Array || len(a.Kids) != len(b.Kids) {
		return value.Equal(a, b)
	}
	sorted := func(n *tree.Node) []string {
		var out []string
		for i := range n.Kids {
			out = append(out, n.Kids[i].Compact())
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(sorted(a), sorted(b))
}

// raised gives the record of an object the marking that another program put on it,
// where it is stricter; a laxer one is told.
func (r *reader) raised(file, w, n *tree.Node) {
	was, now := value.Texts(w, "object_marking_refs"), value.Texts(n, "object_marking_refs")
	if granular := n.Get("granular_markings"); granular != nil {
		for i := range granular.Kids {
			now = append(now, value.Texts(&granular.Kids[i], "marking_ref")...)
		}
	}
	fresh := slices.DeleteFunc(slices.Clone(now), func(ref string) bool { return slices.Contains(was, ref) })
	label := strictest(r.labels(n, fresh)...)
	scheme := value.Text(file.Get("briefing"), "marking_scheme")
	own := file.Get("briefing").Get("marking_scheme") != nil && scheme != "tlp"
	switch {
	case len(fresh) > 0 && own:
		r.fault("E702", n, nameOf(w)+" bears a marking that is not of the briefing's scheme",
			"mark it in the facts file, and take the other away")
	case label != "" && rank(label) > rank(known(was[0])):
		r.mark(file, w, n, label)
	case slices.Equal(now, was) || len(fresh) > 0 && label == "":
	default:
		r.fault("W704", n, nameOf(w)+" is marked less strictly than in the facts file, which stands", "mark it there")
	}
}

// mark sets the marking of the record that an object was written from.
func (r *reader) mark(file, w, n *tree.Node, label string) {
	name := (&writer{head: file.Get("briefing")}).name
	for i := range file.Kids {
		part := &file.Kids[i]
		if part.Key == "briefing" && value.Text(w, "id") == id("report", name("report")) {
			value.Set(part, "marking", value.String(label))
			return
		}
		for j := range part.Kids {
			k := &part.Kids[j]
			key := k.Key
			if key == "" {
				key = value.Text(k, "id")
			}
			if k.Kind == tree.Object && value.Text(w, "id") == id(value.Text(w, "type"), name(part.Key+"/"+key)) {
				value.Set(k, "marking", value.String(label))
				return
			}
		}
	}
	r.fault("E702", n, fmt.Sprintf("%s is marked %s, and the facts file has no place for its marking", nameOf(w), label), "mark the briefing")
}
