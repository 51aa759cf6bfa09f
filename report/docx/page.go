package docx

import (
	"fmt"
	"strings"

	"sitrep/report/theme"
)

// Sizes of the page in twentieths of a point (ECMA-376, part 1, 17.6.13).
const margin = 1134 // 2 cm

func (w *writer) size() (width, height int) {
	if w.options.Paper == "letter" {
		return 12240, 15840
	}
	return 11906, 16838
}

func (w *writer) textWidth() int {
	width, _ := w.size()
	return width - 2*margin
}

// endnoteForm has the notes at the end of their section, numbered 1, 2, 3: Word reads it
// in the settings, LibreOffice in each section.
const endnoteForm = `<w:pos w:val="sectEnd"/><w:numFmt w:val="decimal"/>`

// page writes the properties of a section; one that goes on stays on its page.
func (w *writer) page(continuous bool) string {
	width, height := w.size()
	kind := ""
	if continuous {
		kind = `<w:type w:val="continuous"/>`
	}
	return fmt.Sprintf(`<w:sectPr><w:headerReference w:type="default" r:id="%s"/><w:footerReference w:type="default" r:id="%s"/>`+
		`<w:endnotePr>`+endnoteForm+`</w:endnotePr>%s<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="1418" w:right="%d" w:bottom="1418" `+
		`w:left="%d" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`,
		w.relations.add("header", "header1.xml", false), w.relations.add("footer", "footer1.xml", false), kind, width, height, margin, margin)
}

func (w *writer) document() []byte {
	return []byte(xmlHead + `<w:document` + namespaces + `><w:body>` + w.marked(w.b.String()) + w.page(true) + `</w:body></w:document>`)
}

// label is the marking in the colours of its scheme: on black in FIRST TLP 2.0.
func (w *writer) label() string {
	m := string(w.doc.Marking)
	if m == "" {
		return ""
	}
	ink, ground := w.doc.Colours(w.doc.Marking)
	c, _ := theme.LabelColor(ink)
	g, _ := theme.LabelColor(ground)
	return run("\u00a0"+m+"\u00a0", fmt.Sprintf(`<w:b/><w:color w:val="%02X%02X%02X"/><w:sz w:val="24"/><w:shd w:val="clear" `+
		`w:color="auto" w:fill="%02X%02X%02X"/>`,
		c.R, c.G, c.B, g.R, g.G, g.B))
}

func (w *writer) header() []byte {
	return []byte(xmlHead + `<w:hdr` + namespaces + `><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>` + w.label() +
		run("\u2003"+headline(w.doc.Title), "") + `</w:p></w:hdr>`)
}

// headline is a title that goes on one line beside the marking.
func headline(title string) string {
	if r := []rune(title); len(r) > 72 {
		return strings.TrimRight(string(r[:71]), " ") + "…"
	}
	return title
}

// footer bears the marking and the number of the page, in the words of the language.
func (w *writer) footer() []byte {
	const here, all = "\x01", "\x02"
	text := w.doc.Language.Say("doc.page", here, all)
	var b strings.Builder
	for text != "" {
		i := strings.IndexAny(text, here+all)
		if i < 0 {
			b.WriteString(run(text, ""))
			break
		}
		b.WriteString(run(text[:i], ""))
		b.WriteString(field(map[string]string{here: "PAGE", all: "NUMPAGES"}[text[i:i+1]]))
		text = text[i+1:]
	}
	return []byte(xmlHead + `<w:ftr` + namespaces + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` + w.label() + run("\u2003", "") +
		b.String() + `</w:p></w:ftr>`)
}

// field is a number that the word processor works out.
func field(name string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + name + ` </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

// settings are those of Word 2013 and later.
func settings() []byte {
	return []byte(xmlHead + `<w:settings` + namespaces + `><w:endnotePr>` + endnoteForm + `<w:endnote w:id="-1"/>` +
		`<w:endnote w:id="0"/></w:endnotePr>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" ` +
		`w:val="15"/></w:compat></w:settings>`)
}

// numbering has a list of bullets and a list of numbers of nine levels, and each
// list of the document by its first number.
func (w *writer) numbering() []byte {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:numbering` + namespaces + `>`)
	for abstract, form := range []struct{ format, text string }{{"bullet", "•"}, {"decimal", "%d."}} {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="hybridMultilevel"/>`, abstract)
		for level := range 9 {
			text := form.text
			if strings.Contains(text, "%d") {
				text = fmt.Sprintf("%%%d.", level+1)
			}
			fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc `+
				`w:val="left"/><w:pPr><w:ind w:left="%d" w:hanging="397"/></w:pPr></w:lvl>`,
				level, form.format, text, 397*(level+1))
		}
		b.WriteString(`</w:abstractNum>`)
	}
	for i, n := range w.numberings {
		if n < 0 {
			fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="0"/></w:num>`, i+1)
			continue
		}
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/>`, i+1)
		for level := range 9 {
			fmt.Fprintf(&b, `<w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride>`, level, n)
		}
		b.WriteString(`</w:num>`)
	}
	return []byte(b.String() + `</w:numbering>`)
}
