package diff

import (
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/prose"
)

// read says a Markdown text as readers see it, in one line: values written out,
// without stress and notes.
func (s *side) read(blocks []prose.Block) string {
	var lines []string
	for _, b := range blocks {
		switch b := b.(type) {
		case *prose.Paragraph:
			lines = append(lines, s.readLine(b))
		case *prose.Quote:
			lines = append(lines, s.read(b.Blocks))
		case *prose.List:
			for _, item := range b.Items {
				lines = append(lines, s.read(item))
			}
		}
	}
	return strings.Join(lines, " ")
}

func (s *side) readLine(p *prose.Paragraph) string {
	line := ""
	prose.Walk([]prose.Block{p}, func(in prose.Inline) {
		switch in := in.(type) {
		case *prose.Text:
			line += in.S
		case *prose.Value:
			line += s.value(s.f.Fact(in.ID), in.Part)
		case *prose.Cite:
			line = strings.TrimRight(line, " ")
		case *prose.Break:
			line += " "
		}
	})
	return line
}

// value writes a fact, or a part of it, as {{id}} or {{id.part}} does.
func (s *side) value(f *facts.Fact, part string) string {
	number := map[string]*float64{"low": f.Low, "best": f.Best, "high": f.High}
	switch {
	case number[part] != nil:
		return s.l.Large(*number[part])
	case part == "date":
		return s.when(f)
	case part == "origin":
		return s.line(s.f.Origin(f.Origin).Name)
	case part == "statement":
		return s.line(f.Statement)
	case f.Type == "event":
		return s.when(f)
	case f.HasAmount():
		return s.l.Words(s.amount(f))
	case f.Type == "transfer":
		return s.line(f.Item)
	}
	return s.line(f.Statement)
}

// markdown compares a text that is Markdown. One that was left as it is and reads
// otherwise, since a value in it changed, is told too.
func (c *changes) markdown(w *words, field string, old, new facts.Text) {
	from := len(*c)
	if c.text(w, field, old, new); len(*c) == from {
		c.reads(w, field, old.Blocks(w.was.tag), new.Blocks(w.is.tag))
	}
}

func (c *changes) reads(w *words, field string, old, new []prose.Block) {
	if !slices.Contains(w.shared, [2]string{w.was.tag, w.is.tag}) {
		return
	}
	if was, is := w.was.read(old), w.is.read(new); was != is {
		*c = append(*c, Change{Field: field, How: []How{Reads}, Old: was, New: is, form: quoted})
	}
}
