package diff

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/prose"
)

// read says texts as readers see them, in one line: values written out, without
// stress and notes.
func (s *side) read(texts ...facts.Text) string {
	var lines []string
	for _, t := range texts {
		line := s.line(t)
		if blocks := t.Blocks(s.tag); blocks != nil {
			line = s.readBlocks(blocks)
		}
		lines = append(lines, line)
	}
	return strings.Join(slices.DeleteFunc(lines, empty), " ")
}

func (s *side) readBlocks(blocks []prose.Block) string {
	var lines []string
	for run := range prose.Runs(blocks) {
		lines = append(lines, s.readRun(run))
	}
	return strings.Join(lines, " ")
}

func (s *side) readRun(run []prose.Inline) string {
	line := ""
	prose.WalkInlines(run, func(in prose.Inline) {
		switch in := in.(type) {
		case *prose.Text:
			line += in.S
		case *prose.Value:
			line += s.w.Part(s.f.Fact(in.ID), claim.Part(in.Part))
		case *prose.Cite:
			line = strings.TrimRight(line, " ")
		case *prose.Ref:
			line += in.ID
		case *prose.Break:
			line += " "
		}
	})
	return line
}

// markdown compares texts that are Markdown. Those that were left as they are and
// read otherwise, since a value in them changed, are told too.
func (c *changes) markdown(w *words, field string, old, new []facts.Text) {
	from := len(*c)
	c.paragraphs(w, field, written(old), written(new))
	was, is := w.was.read(old...), w.is.read(new...)
	switch {
	case was == is || !slices.Contains(w.shared, [2]string{w.was.tag, w.is.tag}):
	case slices.Equal(w.named(written(old)(w.was.tag)), written(new)(w.is.tag)):
		*c = append(*c, Change{Field: field, Directions: []Direction{Reads}, Old: was, New: is, IDs: w.otherwise(old, new), form: quoted})
	default:
		(*c)[from].Old, (*c)[from].New = was, is
	}
}

// written gives the paragraphs of texts in a language.
func written(texts []facts.Text) func(tag string) []string {
	return func(tag string) (out []string) {
		for _, t := range texts {
			out = append(out, t.In(tag)...)
		}
		return out
	}
}

// otherwise lists the facts that texts which are written alike write otherwise.
func (w *words) otherwise(old, new []facts.Text) (ids []string) {
	was, is := w.was.values(old), w.is.values(new)
	for i := range min(len(was), len(is)) {
		if id := is[i][0]; was[i] != is[i] && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// values lists the values in texts: of which fact, and how it is written out.
func (s *side) values(texts []facts.Text) (out [][2]string) {
	for _, t := range texts {
		prose.Walk(t.Blocks(s.tag), func(in prose.Inline) {
			if v, ok := in.(*prose.Value); ok {
				out = append(out, [2]string{v.ID, s.w.Part(s.f.Fact(v.ID), claim.Part(v.Part))})
			}
		})
	}
	return out
}
