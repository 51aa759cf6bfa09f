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
		im.library(f, webpage.Linked(root), library{})
	case root.Kind == tree.Object && root.Get("format") != nil && root.Get("facts") != nil:
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
