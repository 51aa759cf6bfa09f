package compose

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sitrep/report/chart"
	"sitrep/report/doc"
)

// TestSound holds for every sample, in every language: anchors are unique and
// every reference finds one, every value has its card, every note number its
// note, every note is cited, and no text is an unknown word or a leftover.
func TestSound(t *testing.T) {
	paths, _ := filepath.Glob("../../data/*.json")
	for _, path := range paths {
		if strings.HasSuffix(path, "schema.json") {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := load(t, data)
		var shapes []string
		for _, tag := range f.Briefing.Languages {
			d, err := Document(f, Options{Lang: tag})
			if err != nil {
				t.Fatal(err)
			}
			s := survey(d)
			s.check(t, filepath.Base(path)+" "+tag, d)
			shapes = append(shapes, strings.Join(s.shape, " "))
		}
		if len(slices.Compact(slices.Clone(shapes))) != 1 {
			t.Errorf("%s: the languages do not have the same blocks:\n%s", path, strings.Join(shapes, "\n"))
		}
	}
}

// A surveyor walks a document and collects what must agree.
type surveyor struct {
	anchors []string
	wanted  []string // anchors referred to
	cards   map[string]bool
	notes   map[int]bool
	texts   []string
	shape   []string
}

func survey(d *doc.Document) *surveyor {
	s := &surveyor{cards: map[string]bool{}, notes: map[int]bool{}}
	doc.Visit(s, d.Summary)
	doc.Visit(s, d.Body)
	for _, c := range d.Cards {
		for _, e := range c.Entries {
			s.inlines(e.Value)
			s.texts = append(s.texts, e.Label)
		}
	}
	for _, n := range d.Notes {
		s.anchors = append(s.anchors, n.ID)
	}
	return s
}

func (s *surveyor) check(t *testing.T, name string, d *doc.Document) {
	t.Helper()
	slices.Sort(s.anchors)
	for i := 1; i < len(s.anchors); i++ {
		if s.anchors[i] == s.anchors[i-1] {
			t.Errorf("%s: two places have the anchor %s", name, s.anchors[i])
		}
	}
	for _, a := range s.wanted {
		if !slices.Contains(s.anchors, a) {
			t.Errorf("%s: a reference to #%s finds nothing", name, a)
		}
	}
	for i, n := range d.Notes {
		if n.Number != i+1 || !s.notes[n.Number] {
			t.Errorf("%s: note %d (%s) is cited nowhere", name, n.Number, n.Title)
		}
	}
	for n := range s.notes {
		if n < 1 || n > len(d.Notes) {
			t.Errorf("%s: there is no note %d", name, n)
		}
	}
	for _, c := range d.Cards {
		delete(s.cards, c.ID)
	}
	for id := range s.cards {
		t.Errorf("%s: the value of %s has no card", name, id)
	}
	for _, text := range s.texts {
		if text == "" || strings.Contains(text, "{1}") || strings.Contains(text, "{{") || strings.Contains(text, "[@") || d.Language.Has(text) {
			t.Errorf("%s: %q is shown", name, text)
		}
	}
}

func (s *surveyor) block(kind, anchor string) {
	s.shape = append(s.shape, kind+"#"+anchor)
	if anchor != "" {
		s.anchors = append(s.anchors, anchor)
	}
}

func (s *surveyor) inlines(all ...[]doc.Inline) {
	for _, in := range all {
		doc.VisitInlines(s, in)
	}
}

func (s *surveyor) Section(b *doc.Section) {
	s.block("section", b.ID)
	s.texts = append(s.texts, b.Title)
	doc.Visit(s, b.Blocks)
}
func (s *surveyor) Paragraph(b *doc.Paragraph) { s.block("p", ""); s.inlines(b.Inlines) }
func (s *surveyor) List(b *doc.List) {
	s.block("list", "")
	for _, i := range b.Items {
		doc.Visit(s, i)
	}
}
func (s *surveyor) Quote(b *doc.Quote)     { s.block("quote", ""); doc.Visit(s, b.Blocks) }
func (s *surveyor) Callout(b *doc.Callout) { s.block("callout", ""); doc.Visit(s, b.Blocks) }
func (s *surveyor) Judgements(b *doc.Judgements) {
	for _, j := range b.Items {
		s.block("judgement", j.ID)
		doc.Visit(s, j.Blocks)
		s.inlines(j.Likelihood, j.Confidence, j.Basis)
	}
}
func (s *surveyor) KeyFigures(b *doc.KeyFigures) {
	for _, k := range b.Items {
		s.block("key", "")
		s.texts = append(s.texts, k.What)
		for _, c := range k.Claims {
			s.inlines(c.Value, c.Who)
		}
	}
}
func (s *surveyor) Table(b *doc.Table) {
	s.block("table", b.ID)
	for _, c := range b.Columns {
		s.texts = append(s.texts, c.Title)
	}
	for _, r := range b.Rows {
		s.block("row", r.ID)
		s.inlines(r.Cells...)
	}
}
func (s *surveyor) Figure(b *doc.Figure) {
	s.block("figure", b.ID)
	s.texts = append(s.texts, b.Label, b.Chart.Title, b.Chart.Alt())
	s.inlines(b.Source, b.Note)
	table := b.Chart.Table()
	s.texts = append(s.texts, table.Head...)
	if p, ok := b.Chart.Plot.(*chart.Ranges); ok {
		for _, r := range p.Rows {
			s.cards[r.ID] = true
			s.texts = append(s.texts, r.Value, r.Words, r.StatusText)
		}
	}
}
func (s *surveyor) Image(b *doc.Image) {
	s.block("image", b.ID)
	s.texts = append(s.texts, b.Alt)
	s.inlines(b.Source)
}
func (s *surveyor) Endnotes(*doc.Endnotes) { s.block("endnotes", "") }

func (s *surveyor) Text(n doc.Text)          { s.texts = append(s.texts, string(n)) }
func (s *surveyor) Emphasis(n *doc.Emphasis) { s.inlines(n.Inlines) }
func (s *surveyor) Strong(n *doc.Strong)     { s.inlines(n.Inlines) }
func (s *surveyor) Foreign(n *doc.Foreign)   { s.inlines(n.Inlines) }
func (s *surveyor) Link(n *doc.Link)         { s.inlines(n.Inlines) }
func (s *surveyor) Value(n *doc.Value)       { s.cards[n.Card] = true; s.texts = append(s.texts, n.Text) }
func (s *surveyor) Abbreviation(n *doc.Abbreviation) {
	s.texts = append(s.texts, n.Short, n.Meaning)
}
func (s *surveyor) NoteRef(n *doc.NoteRef) {
	for i := n.Number; i <= max(n.Number, n.Through); i++ {
		s.notes[i] = true
	}
}
func (s *surveyor) Reference(n *doc.Reference) {
	s.wanted = append(s.wanted, n.Anchor)
	s.inlines(n.Inlines)
}
func (s *surveyor) Break(doc.Break) {}
