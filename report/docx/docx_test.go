package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sitrep/report/compose"
	"sitrep/report/date"
	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/font"
	"sitrep/report/integrity"
	"sitrep/report/lang"
	"sitrep/report/theme"
)

func options(t *testing.T) Options {
	t.Helper()
	look, err := theme.Plain()
	if err != nil {
		t.Fatal(err)
	}
	fonts, err := font.Load()
	if err != nil {
		t.Fatal(err)
	}
	return Options{Paper: "a4", Theme: look, Fonts: fonts}
}

// sample composes a briefing of the repository.
func sample(t *testing.T, name, tag string) *doc.Document {
	t.Helper()
	data, err := os.ReadFile("../../data/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	f, problems := facts.Load(name, data)
	if f == nil {
		t.Fatal(problems)
	}
	d, err := compose.Document(f, compose.Options{Lang: tag, Judged: func() integrity.Verdict { return integrity.Judge(f, date.Date{}, nil) }})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// parts unpacks a document.
func parts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(b)
	}
	return out
}

// wellFormed holds a part to XML.
func wellFormed(t *testing.T, name, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

// sound holds that every part is XML, that every relation and endnote that the text
// names is there, that every bookmark it leads to is, and that pictures have
// alternative text.
func sound(t *testing.T, data []byte) map[string]string {
	t.Helper()
	p := parts(t, data)
	for name, text := range p {
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") || strings.HasSuffix(name, ".svg") {
			wellFormed(t, name, text)
		}
	}
	body := p["word/document.xml"]
	for _, m := range regexp.MustCompile(`r:(?:id|embed)="(rId\d+)"`).FindAllStringSubmatch(body, -1) {
		if !strings.Contains(p["word/_rels/document.xml.rels"], `Id="`+m[1]+`"`) {
			t.Errorf("the relation %s is missing", m[1])
		}
	}
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(`<w:endnoteReference [^>]*w:id="(\d+)"`).FindAllStringSubmatch(body, -1) {
		if seen[m[1]] || !strings.Contains(p["word/endnotes.xml"], `<w:endnote w:id="`+m[1]+`"`) {
			t.Errorf("the endnote %s stands twice or is missing", m[1])
		}
		seen[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`w:anchor="(\w+)"`).FindAllStringSubmatch(body, -1) {
		if !strings.Contains(body, `w:name="`+m[1]+`"`) {
			t.Errorf("a link leads to %s, which is missing", m[1])
		}
	}
	if strings.Contains(body, `descr=""`) {
		t.Error("a picture has no alternative text")
	}
	return p
}

// TestSamples holds the samples to that, to the same bytes each time, and that every
// note of the document is an endnote.
func TestSamples(t *testing.T) {
	for _, c := range [][2]string{{"pacto-rusia-rpdc", "es-MX"}, {"mini", "en"}, {"cholera-outbreak", "en"}} {
		d := sample(t, c[0], c[1])
		data, err := Render(d, options(t))
		if err != nil {
			t.Fatal(err)
		}
		again, _ := Render(d, options(t))
		if !bytes.Equal(data, again) {
			t.Errorf("%s: two documents differ", c[0])
		}
		p := sound(t, data)
		if n := strings.Count(p["word/endnotes.xml"], "<w:endnote "); n != len(d.Notes)+2 {
			t.Errorf("%s: %d endnotes for %d notes", c[0], n-2, len(d.Notes))
		}
		if !strings.Contains(p["word/header1.xml"], string(d.Marking)) || !strings.Contains(p["docProps/core.xml"], d.Language.Tag) {
			t.Errorf("%s: header or properties lack the marking or the language", c[0])
		}
	}
}

// TestHostile holds that no text becomes markup or breaks the package, and that
// notes that are met out of order keep their numbers.
func TestHostile(t *testing.T) {
	english, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	odd := "a\x00b<w:p>&amp;\"'\u202e\uFFFE\r\n\tc"
	text := []doc.Inline{doc.Text(odd)}
	d := &doc.Document{ID: odd, Language: english, Title: odd, Subtitle: odd, Marking: doc.Marking(odd), Authors: []string{odd}, Source: doc.Payload{Name: "../" + odd, Data: []byte("{}")},
		Masthead: []doc.Entry{{Label: odd, Value: text}},
		Body: []doc.Block{&doc.Section{ID: odd, Title: odd, Marking: doc.Marking(odd), Blocks: []doc.Block{
			&doc.Paragraph{Inlines: []doc.Inline{&doc.NoteRef{Number: 2, Locator: odd}, &doc.NoteRef{Number: 2}, &doc.NoteRef{Number: 9}, &doc.Link{URL: "https://example.org/?a=1&b=<", Inlines: text},
				&doc.Foreign{Tag: `x"y`, Inlines: text}, &doc.Reference{Anchor: odd, Inlines: text}, &doc.Abbreviation{Short: odd, Meaning: odd, First: true}, doc.Break{}}},
			&doc.List{Numbers: []int{3, 4, 9}, Items: [][]doc.Block{{&doc.Paragraph{Inlines: text}}, {&doc.Paragraph{Inlines: text}, &doc.List{Items: [][]doc.Block{{&doc.Paragraph{Inlines: text}}}}}, {}}},
			&doc.Quote{Blocks: []doc.Block{&doc.Paragraph{Inlines: text}}}, &doc.Callout{Label: odd, Caution: true, Blocks: []doc.Block{&doc.Paragraph{Inlines: text}}},
			&doc.Table{ID: odd, Title: odd, Columns: []doc.Column{{Title: odd}, {Title: odd, Numeric: true}}, Rows: []doc.Row{{ID: odd, Cells: [][]doc.Inline{text}}}}, &doc.Table{},
			&doc.Image{ID: odd, Alt: odd, Type: "image/png", Data: []byte("x"), Width: 3, Height: 4000, Credit: odd},
			&doc.Endnotes{}}}},
		Notes: []doc.Note{{Number: 1, Title: odd, Publisher: odd, Language: "ko"}, {Number: 2, Title: odd, URL: "https://example.org/\"", Archived: "https://example.org/", Details: []doc.Entry{{Label: odd, Value: text}}}}}
	data, err := Render(d, options(t))
	if err != nil {
		t.Fatal(err)
	}
	p := parts(t, data)
	for name, part := range p {
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
			wellFormed(t, name, part)
		}
		if strings.Contains(name, "..") || strings.ContainsAny(part, "\u202e\x00") {
			t.Errorf("%s holds what nobody sees", name)
		}
	}
	if body := p["word/document.xml"]; strings.Count(body, `customMarkFollows="1"`) != 2 || !strings.Contains(body, `w:id="1"/><w:t>¹</w:t>`) {
		t.Error("the numbers of the notes are left to the word processor")
	}
}

// need returns the path of an outside program. Without it the test is skipped, or
// fails where SITREP_TEST_REQUIRE says that nothing may be skipped.
func need(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil && os.Getenv("SITREP_TEST_REQUIRE") == "all" {
		t.Fatalf("%s is missing", program)
	}
	if err != nil {
		t.Skipf("%s is missing", program)
	}
	return path
}

// TestJudges holds that python-docx and LibreOffice open the sample, with its
// headings, its figures and its notes.
func TestJudges(t *testing.T) {
	data, err := Render(sample(t, "cholera-outbreak", "en"), options(t))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "x.docx")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	t.Run("python-docx", func(t *testing.T) {
		python := os.Getenv("SITREP_PYTHON")
		if python == "" {
			python = need(t, "python3")
		}
		const script = `
import sys, docx
d = docx.Document(sys.argv[1])
names = [p.style.name for p in d.paragraphs]
assert names[0] == "Title", names[0]
assert sum(n.startswith("Heading") for n in names) >= 4, names
assert d.inline_shapes, "no figures"
assert d.tables and all(t.style.name == "Briefing Table" for t in d.tables)
assert d.core_properties.title and d.core_properties.language == "en"
assert "TLP" in d.sections[0].header.paragraphs[0].text
`
		if out, err := exec.Command(python, "-c", "import docx").CombinedOutput(); err != nil {
			if os.Getenv("SITREP_TEST_REQUIRE") == "all" {
				t.Fatalf("%s", out)
			}
			t.Skip("python-docx is missing")
		}
		if out, err := exec.Command(python, "-c", script, path).CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	})
	t.Run("LibreOffice", func(t *testing.T) {
		if testing.Short() {
			t.Skip("takes half a minute")
		}
		office, text := need(t, "soffice"), need(t, "pdftotext")
		if out, err := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "pdf", "--outdir", dir, path).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		out, err := exec.Command(text, filepath.Join(dir, "x.pdf"), "-").Output()
		if err != nil || !strings.Contains(string(out), "Cholera") || !strings.Contains(string(out), "Page 1 of") {
			t.Errorf("%v\n%.500s", err, out)
		}
	})
}

// TestDropped: a program that drops parts which it does not know leaves word of what the
// document carried.
func TestDropped(t *testing.T) {
	b := packageOf(t, map[string]string{
		"word/document.xml": "<w:document/>",
		"docProps/app.xml":  `<Properties><Application>Writer/7.4</Application></Properties>`,
		"docProps/custom.xml": `<Properties xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">` +
			`<property name="sitrep facts SHA-256"><vt:lpwstr>0af1</vt:lpwstr></property></Properties>`})
	if _, err := Extract(b); !errors.Is(err, ErrDropped) || !strings.Contains(err.Error(), `"Writer/7.4"`) || !strings.Contains(err.Error(), "0af1") {
		t.Errorf("%v", err)
	}
	if _, err := Extract(packageOf(t, map[string]string{"word/document.xml": "<w:document/>"})); err == nil || errors.Is(err, ErrDropped) {
		t.Errorf("of a document of others: %v", err)
	}
}

func packageOf(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
