package pdf_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"sitrep/report/compose"
	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/pdf"
)

// samples are the briefings of the data folder in all their languages.
func samples(t testing.TB) map[string]*doc.Document {
	t.Helper()
	out := map[string]*doc.Document{}
	paths, err := filepath.Glob("../../data/*.json")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "schema.json") {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, problems := facts.Load(path, data)
		if f == nil {
			t.Fatalf("%s: %v", path, problems)
		}
		for _, tag := range f.Briefing.Languages {
			d, err := compose.Document(f, compose.Options{Lang: tag})
			if err != nil {
				t.Fatal(err)
			}
			out[d.ID+"."+tag] = d
		}
	}
	return out
}

// TestSamples: nothing is wrong with the real briefings, and nothing of them is lost.
func TestSamples(t *testing.T) {
	for name, d := range samples(t) {
		t.Run(name, func(t *testing.T) {
			r := build(t, d)
			report := checked(t, r.Data)
			if report.Pages != r.Pages {
				t.Errorf("%d pages, said to be %d", report.Pages, r.Pages)
			}
			for _, l := range r.Lost {
				t.Errorf("lost %U in %q at %s", l.Rune, l.Text, l.Place)
			}
			inOrder(t, d, report.Text)
			s, size := setting(t, d, "letter")
			inside(t, s, size)
			noLoneTitles(t, s)
			noLoneLines(t, s)
		})
	}
}

// inOrder holds that headings, captions and paragraphs stand in the structure
// in the order of the document.
func inOrder(t *testing.T, d *doc.Document, text string) {
	t.Helper()
	w := &wanted{}
	doc.Visit(w, d.Summary)
	doc.Visit(w, d.Body)
	at := 0
	for _, want := range w.all {
		want = strings.Join(strings.Fields(want), " ")
		i := strings.Index(text[at:], want)
		if i < 0 {
			t.Fatalf("%.60q is not there, or not in its place", want)
		}
		at += i
	}
}

// wanted collects what a reader must find, in order: the plain beginnings of blocks.
type wanted struct{ all []string }

func (w *wanted) add(s string) {
	if s != "" {
		w.all = append(w.all, s)
	}
}

func (w *wanted) Section(b *doc.Section) { w.add(b.Title); doc.Visit(w, b.Blocks) }

func (w *wanted) Paragraph(b *doc.Paragraph) {
	if len(b.Inlines) > 0 {
		w.add(doc.Plain(b.Inlines[:1]))
	}
}

func (w *wanted) List(b *doc.List) {
	for _, item := range b.Items {
		doc.Visit(w, item)
	}
}

func (w *wanted) Quote(b *doc.Quote)     { doc.Visit(w, b.Blocks) }
func (w *wanted) Callout(b *doc.Callout) { w.add(b.Label); doc.Visit(w, b.Blocks) }

func (w *wanted) Judgements(b *doc.Judgements) {
	for i := range b.Items {
		doc.Visit(w, b.Items[i].Blocks)
		w.add(doc.Plain(b.Items[i].Likelihood))
		w.add(doc.Plain(b.Items[i].Confidence))
	}
}

func (w *wanted) KeyFigures(b *doc.KeyFigures) {
	for i := range b.Items {
		for j := range b.Items[i].Claims {
			w.add(doc.Plain(b.Items[i].Claims[j].Value))
		}
	}
}

func (w *wanted) Table(b *doc.Table) {
	w.add(b.Title)
	for i := range b.Rows {
		for _, c := range b.Rows[i].Cells {
			w.add(doc.Plain(untilNote(c)))
		}
	}
}

// untilNote is what stands before the first number of a note, which the text of the file holds and Plain does not.
func untilNote(in []doc.Inline) []doc.Inline {
	for i := range in {
		if _, is := in[i].(*doc.NoteRef); is {
			return in[:i]
		}
	}
	return in
}

func (w *wanted) Figure(b *doc.Figure) {
	w.add(b.Chart.Title)
	w.add(b.Chart.Alt())
}

func (w *wanted) Image(b *doc.Image) { w.add(b.Title); w.add(b.Alt) }

func (w *wanted) Endnotes(*doc.Endnotes) {}

func TestRich(t *testing.T) { checked(t, build(t, rich(t)).Data) }

// TestContents: a list of contents comes with the fifth page, and its numbers are right.
func TestContents(t *testing.T) {
	short := checked(t, build(t, rich(t)).Data)
	if strings.Contains(short.Text, "TOCI\t") {
		t.Errorf("%d pages have a list of contents", short.Pages)
	}
	d := long(t, 9)
	report := checked(t, build(t, d).Data)
	s, _ := setting(t, d, "a4")
	for _, h := range s.Headings {
		if h.Level > 2 {
			continue
		}
		if want := "TOCI\t" + h.Title + " " + strconv.Itoa(h.Spot.Page+1); !strings.Contains(report.Text, want) {
			t.Errorf("the contents lack %q", want)
		}
	}
}

// TestExtract: what a report carries comes out as it went in.
func TestExtract(t *testing.T) {
	d := rich(t)
	o := options(t)
	o.Record = map[string]string{"now": "2024-11"}
	data, err := pdf.Render(d, o)
	if err != nil {
		t.Fatal(err)
	}
	got, manifest, err := pdf.Extract(data)
	if err != nil || got.Name != d.Source.Name || string(got.Data) != string(d.Source.Data) {
		t.Fatalf("%v %q, %v", got.Name, got.Data, err)
	}
	sum := sha256.Sum256(d.Source.Data)
	for _, want := range []string{`"tool": "sitrep test"`, `"now": "2024-11"`, `"paper": "a4"`, `"language": "en"`,
		hex.EncodeToString(sum[:]), `"Inter-Regular"`} {
		if !strings.Contains(string(manifest), want) {
			t.Errorf("the manifest lacks %s: %s", want, manifest)
		}
	}
	if _, _, err := pdf.Extract([]byte("%PDF-1.7\n")); err == nil {
		t.Error("a stranger's file is taken for a report")
	}
}
