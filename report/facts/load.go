package facts

import (
	"slices"
	"sort"
	"sync"

	"sitrep/report/facts/tree"
	"sitrep/report/marking"
	"sitrep/report/quantity"
)

// Load reads a facts file. The name stands in the problems. The File is nil
// where there is a problem; the problems are in file order. Time and memory are
// in proportion to the length of data.
func Load(name string, data []byte) (*File, []Problem) {
	source := string(data)
	root, faults := tree.Parse(source)
	return readTree(name, source, root, faults)
}

// readTree reads the values of a tree that was read from source.
func readTree(name, source string, root *tree.Node, faults []tree.Fault) (*File, []Problem) {
	l := &loader{f: &File{Name: name, source: source, root: root}, tags: map[string]bool{}, lists: map[string][]string{}}
	l.kinds = map[string]quantity.Kind{}
	l.f.Briefing.MarkingScheme = marking.TLP()
	l.spell.budget = 5_000_000
	l.f.canonical = sync.OnceValue(l.f.writeCanonical)
	l.f.places = sync.OnceValue(func() *lineIndex { return newLineIndex(source) })
	for _, f := range faults {
		l.syntax(root, f)
	}
	if root != nil && root.Kind != tree.Invalid {
		l.top(root)
		l.distinct()
		if !root.Cut {
			l.resolve()
		}
	}
	if len(l.found) > 0 {
		return nil, l.problems()
	}
	sort.SliceStable(l.f.passages, func(i, j int) bool { return l.f.passages[i].node.Off < l.f.passages[j].node.Off })
	l.f.passages = slices.CompactFunc(l.f.passages, func(a, b passage) bool { return a.node.Off == b.node.Off }) // those of a run
	for i := range l.f.passages {
		l.f.passages[i].pointer = root.Pointer(l.f.passages[i].node.Off)
	}
	return l.f, nil
}

// A loader reads one file. What can only be judged when all is read (references,
// selections, what prose is bound to) is noted and judged at the end.
type loader struct {
	f        *File
	found    []finding
	spell    speller
	declared []string        // the languages; nil where they could not be read
	tags     map[string]bool // language tags of sources known to be good
	named    []named
	lists    map[string][]string // ids of each kind, once a hint asks for them
	shared   map[string]string   // id in the one namespace to what bears it
	refs     []ref
	binds    []bind
	choices  []choice
	kinds    map[string]quantity.Kind // of measures, by id
	factIDs  map[string]bool          // once a note in a chart asks
	ats      []noteAt
	readers  marking.Readers
	broken   bool // a fact has a problem: what selections match is not known
}

// A finding is a problem whose place is not yet worked out.
type finding struct {
	off                          int
	code, pointer, message, hint string
}

func (l *loader) report(off int, code, message, hint string) {
	l.found = append(l.found, finding{off: off, code: code, message: message, hint: hint})
}

// at reports a problem of the value n.
func (l *loader) at(n *tree.Node, code, message, hint string) { l.report(n.Off, code, message, hint) }

func (l *loader) problems() []Problem {
	sort.SliceStable(l.found, func(i, j int) bool { return l.found[i].off < l.found[j].off })
	l.found = slices.CompactFunc(l.found, func(a, b finding) bool { return a == b }) // of a run, once for all its facts
	r := l.f.places()
	out := make([]Problem, len(l.found))
	for i, f := range l.found {
		line, col := r.at(f.off)
		if f.pointer == "" && l.f.root != nil {
			f.pointer = l.f.root.Pointer(f.off)
		}
		out[i] = Problem{l.f.Name, line, col, f.code, f.pointer, f.message, f.hint}
	}
	return out
}

// syntax reports a fault of the JSON.
func (l *loader) syntax(root *tree.Node, f tree.Fault) {
	found := finding{off: f.Off, code: syntaxCodes[f.Kind], message: f.Message, hint: f.Hint}
	if f.Kind == tree.Duplicate {
		found.pointer = root.Pointer(f.Off) + "/" + tree.Escape(f.Key)
	}
	l.found = append(l.found, found)
}

var syntaxCodes = map[tree.FaultKind]string{
	tree.Empty: "E101", tree.Mark: "E102", tree.Encoding: "E103", tree.UTF8: "E104", tree.Truncated: "E105",
	tree.Unexpected: "E106", tree.NoComma: "E107", tree.ExtraComma: "E108", tree.Comment: "E109",
	tree.BadNumber: "E110", tree.Word: "E111", tree.Control: "E112", tree.Escaping: "E113",
	tree.Surrogate: "E114", tree.Deep: "E115", tree.Duplicate: "E116", tree.Trailing: "E117", tree.Quoting: "E118",
}
