package exchange

import (
	"sitrep/report/exchange/csl"
	"sitrep/report/exchange/stix"
	"sitrep/report/exchange/tabular"
	"sitrep/report/exchange/value"
	"sitrep/report/exchange/webpage"
	"sitrep/report/facts/tree"
)

// json reads a JSON file by what it holds: references, or a facts file.
func (im *importer) json(f File) {
	src := string(f.Data)
	root, faults := tree.Parse(src)
	for _, fault := range faults {
		line, col := value.Place(src, fault.Off)
		im.problem(f.Name, line, col, "E701", "", fault.Message, fault.Hint)
	}
	switch {
	case len(faults) > 0 || root == nil:
	case csl.Is(root):
		im.references(f, cslLibrary)
	case stix.Is(root):
		im.stix(f, root)
	case webpage.IsLinked(root):
		im.library(f, webpage.Linked(root), library{own: cslLibrary.own})
	case root.Kind == tree.Object && root.Get("format") != nil && root.Get("facts") != nil:
		value.Set(root, "facts", withoutRuns(root.Get("facts")))
		im.add(root)
	default:
		im.problem(f.Name, 1, 1, "E701", "", "this JSON is neither CSL-JSON nor a STIX bundle nor JSON-LD nor a facts file",
			"CSL-JSON is a list of items, each with an id and a type")
	}
}

// stix reads a bundle.
func (im *importer) stix(f File, root *tree.Node) {
	part, faults := stix.Read(string(f.Data), root, stix.Options{Status: im.o.Mapping.Set["status"],
		Marking: im.o.Mapping.Set["marking"], Slug: tabular.Slug})
	for _, fault := range faults {
		im.problem(f.Name, fault.Line, fault.Col, fault.Code, "", fault.Message, fault.Hint)
	}
	if part != nil && !im.failed {
		im.add(part)
	}
}

// spread is a copy of a facts file in which each fact says all that its run gives it.
func spread(root *tree.Node) tree.Node {
	out, ok := value.Parse(root.Canonical())
	if !ok {
		return *root // refused where the whole is read
	}
	if facts := out.Get("facts"); facts != nil {
		value.Set(&out, "facts", withoutRuns(facts))
	}
	return out
}

// withoutRuns returns the facts with those of runs written out: each fact whole, its
// own keys first, so that they are merged by their ids.
func withoutRuns(list *tree.Node) tree.Node {
	if list.Kind != tree.Array {
		return *list // refused where the whole is read
	}
	out := value.List()
	for i := range list.Kids {
		run := &list.Kids[i]
		with, facts := run.Get("with"), run.Get("facts")
		if with == nil || facts == nil || with.Kind != tree.Object || facts.Kind != tree.Array {
			out.Kids = append(out.Kids, *run)
			continue
		}
		for j := range facts.Kids {
			fact := value.Object(facts.Kids[j].Kids...)
			for k := range with.Kids {
				if fact.Get(with.Kids[k].Key) == nil {
					value.Set(&fact, with.Kids[k].Key, with.Kids[k])
				}
			}
			out.Kids = append(out.Kids, fact)
		}
	}
	return out
}
