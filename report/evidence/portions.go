package evidence

import (
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/marking"
	"sitrep/report/prose"
)

// Marked returns how far a fact may be passed on with what it names: its own marking, or a higher one that its origin,
// measure, place, actors, or all sources that it was read in bear themselves. What --release leaves under a label has none above it.
func Marked(f *facts.File, x *facts.Fact) facts.Marking {
	named := OfNames(f, f.Origin(x.Origin).Marking)
	if m := f.Measure(x.Measure); m != nil {
		named = append(named, OfNames(f, m.Marking)...)
	}
	if p := f.Place(x.Place); p != nil {
		named = append(named, OfNames(f, p.Marking)...)
	}
	for _, id := range []string{x.From, x.To} {
		if a := f.Actor(id); a != nil {
			named = append(named, OfNames(f, a.Marking)...)
		}
	}
	var read facts.Marking
	for i, s := range x.Sources {
		if i == 0 || read.Above(f.Source(s.Source).Marking) {
			read = f.Source(s.Source).Marking
		}
	}
	if len(x.Sources) > 0 {
		named = append(named, OfNames(f, read)...)
	}
	return Raised(x.Marking, named...)
}

// OfNames returns the markings of things that are named, without those that they have from the briefing: whoever marks a claim
// below the briefing passes on the bare names in it.
func OfNames(f *facts.File, all ...facts.Marking) []facts.Marking {
	return slices.DeleteFunc(all, f.Briefing.Marking.Same)
}

// Raised returns the marking of a part that tells something of those markings: its own as it is written, but where one of
// them is of a higher level.
func Raised(own facts.Marking, told ...facts.Marking) facts.Marking {
	for _, m := range told {
		if m.Above(own) {
			return marking.Highest(append(told, own)...)
		}
	}
	return own
}

// Portions returns, by the JSON pointer of each section, block and judgement, of the bottom line and of the summary, the markings
// of the facts and sources that its own texts name, in any language.
func Portions(f *facts.File) map[string][]facts.Marking {
	parts := map[string]bool{"/briefing/bottom_line": true, "/briefing/summary": true}
	facts.EachSection(f.Sections, func(s *facts.Section) { parts[s.Pointer] = true })
	facts.EachBlock(f.Sections, func(b *facts.Block) { parts[b.Pointer] = true })
	out := map[string][]facts.Marking{}
	for p := range f.Texts() {
		at := p.Pointer
		for at != "" && !parts[at] && !isJudgement(at) {
			at = at[:strings.LastIndexByte(at, '/')]
		}
		if at == "" {
			continue
		}
		prose.Walk(p.Blocks, func(in prose.Inline) {
			id := ""
			switch in := in.(type) {
			case *prose.Value:
				id = in.ID
			case *prose.Cite:
				id = in.ID
			}
			if x := f.Fact(id); x != nil {
				out[at] = append(out[at], Marked(f, x))
			} else if s := f.Source(id); s != nil {
				out[at] = append(out[at], OfNames(f, s.Marking)...)
			}
		})
	}
	return out
}

// isJudgement reports whether a pointer names a judgement.
func isJudgement(pointer string) bool {
	rest, ok := strings.CutPrefix(pointer, "/judgements/")
	return ok && !strings.Contains(rest, "/")
}
