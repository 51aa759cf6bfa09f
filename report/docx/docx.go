// Package docx writes the document as Office Open XML (ECMA-376), to be read and edited in a word processor.
//
// Everything has a style by its name; notes are endnotes; charts are SVG with a PNG
// for programs that show no vectors, and have alternative text. Why not a library:
// those served for Go write no endnotes and no SVG, or stamp the clock. The same
// document gives the same bytes.
package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"time"

	"sitrep/report/doc"
	"sitrep/report/font"
	"sitrep/report/sanitize"
	"sitrep/report/theme"
)

// Options are what the pages look like.
type Options struct {
	Paper string       // "a4", "letter"
	Theme *theme.Theme // colours and sizes
	Fonts *font.Set    // what figures are measured and painted with
}

// Render writes d.
func Render(d *doc.Document, o Options) ([]byte, error) {
	w := newWriter(d, o)
	w.head()
	w.front(d.Front)
	if len(d.Summary) > 0 {
		w.section("", d.Language.Say("doc.summary"), nil, "", d.Summary)
	}
	doc.Visit(w, d.Body)
	w.leftNotes()
	if w.err != nil {
		return nil, w.err
	}
	return w.pack()
}

// officeRelationship begins the type of a relation of Office Open XML (ECMA-376, part 1, clause 11).
const officeRelationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// A part is one file of the package.
type part struct {
	name string
	data []byte
}

// epoch is the time of every part: the earliest that a ZIP file can tell.
func epoch() time.Time { return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) }

// pack writes the package (ECMA-376, part 2): its parts, their types and relations.
func (w *writer) pack() ([]byte, error) {
	parts := []part{
		{"[Content_Types].xml", w.contentTypes()},
		{"_rels/.rels", w.packageRelations()},
		{"docProps/core.xml", w.core()},
		{"docProps/app.xml", []byte(xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
			`<Application>sitrep</Application></Properties>`)},
		{customName, w.custom()},
		{"word/document.xml", w.document()},
		{"word/styles.xml", w.styles()},
		{"word/numbering.xml", w.numbering()},
		{"word/settings.xml", settings()},
		{"word/endnotes.xml", w.endnotesPart()},
		{"word/header1.xml", w.header()},
		{"word/footer1.xml", w.footer()},
		{"word/_rels/document.xml.rels", w.relations.xml()},
		{"word/_rels/endnotes.xml.rels", w.noteRelations.xml()},
	}
	parts = append(parts, w.carried()...)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range append(parts, w.media...) {
		if len(p.data) == 0 {
			continue
		}
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: epoch()})
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(p.data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// namespaces of the parts that hold text.
const namespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

// partName is a file name that a part may have; the facts file lies under it.
func partName(name string) string {
	out := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '.' || r == '_' {
			return r
		}
		return '-'
	}, name)
	if strings.Trim(out, "-.") == "" || !strings.HasSuffix(out, ".json") {
		out = "facts.json"
	}
	return out
}

func (w *writer) contentTypes() []byte {
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	return []byte(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Default Extension="json" ContentType="application/json"/>` +
		`<Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="svg" ` +
		`ContentType="image/svg+xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + word + `document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="` + word + `styles+xml"/>` +
		`<Override PartName="/word/numbering.xml" ContentType="` + word + `numbering+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="` + word + `settings+xml"/>` +
		`<Override PartName="/word/endnotes.xml" ContentType="` + word + `endnotes+xml"/>` +
		`<Override PartName="/word/header1.xml" ContentType="` + word + `header+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="` + word + `footer+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>` +
		w.customType() + `</Types>`)
}

// packageRelations leads to the document and its properties, and to each part that it
// was made from, under a type of our own: programs that keep what they do not know keep those.
func (w *writer) packageRelations() []byte {
	const packages = "http://schemas.openxmlformats.org/package/2006/relationships"
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="` + packages + `">`)
	relations := [][2]string{{officeRelationship + "officeDocument", "word/document.xml"},
		{packages + "/metadata/core-properties", "docProps/core.xml"}, {officeRelationship + "extended-properties", "docProps/app.xml"}}
	if len(w.doc.Source.Data) > 0 {
		relations = append(relations, [2]string{officeRelationship + "custom-properties", customName})
	}
	for _, p := range w.carried() {
		if len(p.data) > 0 {
			relations = append(relations, [2]string{"https://schemas.sitrep.example/facts", p.name})
		}
	}
	for i, r := range relations {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s" Target="%s"/>`, i+1, r[0], r[1])
	}
	return []byte(b.String() + `</Relationships>`)
}

// core writes the core properties (ECMA-376, part 2, clause 11). The dates are the
// briefing's cut-off.
func (w *writer) core() []byte {
	d := w.doc
	date := ""
	if len(d.Date) == len("2024-10-23") {
		stamp := d.Date + "T00:00:00Z"
		date = `<dcterms:created xsi:type="dcterms:W3CDTF">` + stamp + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + stamp +
			`</dcterms:modified>`
	}
	by := strings.Join(d.Authors, "; ")
	if by == "" {
		by = d.Publisher
	}
	return []byte(xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		element("dc:title", d.Title) + element("dc:subject", d.Subtitle) + element("dc:creator", by) + element("cp:keywords", string(d.Marking)) +
		element("cp:category", string(d.Marking)) + element("cp:version", d.Edition) + element("dc:language", d.Language.Tag) + date +
		`</cp:coreProperties>`)
}

func element(name, text string) string {
	if text = sanitize.Line(text); text == "" {
		return ""
	}
	return "<" + name + ">" + escape(text) + "</" + name + ">"
}

// escape writes text for XML; what XML cannot hold is left out before.
func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\uFFFE", "", "\uFFFF", "").Replace(sanitize.Text(s))
}

// relations are what a part refers to.
type relations struct {
	list []string
	ids  map[string]string // target to id
}

func (r *relations) add(kind, target string, external bool) string {
	if id, ok := r.ids[target]; ok {
		return id
	}
	if r.ids == nil {
		r.ids = map[string]string{}
	}
	id := fmt.Sprintf("rId%d", len(r.list)+1)
	mode := ""
	if external {
		mode = ` TargetMode="External"`
	}
	r.ids[target] = id
	r.list = append(r.list, fmt.Sprintf(`<Relationship Id="%s" Type="%s" Target="%s"%s/>`, id, officeRelationship+kind, escape(target), mode))
	return id
}

func (r *relations) xml() []byte {
	return []byte(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + strings.Join(r.list, "") +
		`</Relationships>`)
}
