package docx

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"sitrep/report/theme"
)

// The styles, by their ids; their names are what a person sees in the list.
const (
	styleTitle      = "Title"
	styleSubtitle   = "Subtitle"
	styleBody       = "BodyText"
	styleMasthead   = "Masthead"
	styleList       = "ListParagraph"
	styleQuote      = "Quote"
	styleCallout    = "Callout"
	styleCaution    = "Caution"
	styleJudgement  = "Judgement"
	styleDetail     = "JudgementDetail"
	styleFigure     = "KeyFigure"
	styleCaption    = "Caption"
	styleSubcaption = "Subcaption"
	stylePicture    = "Picture"
	styleSource     = "SourceLine"
	styleHead       = "TableHead"
	styleCell       = "TableText"
	styleTable      = "BriefingTable"
	styleNote       = "EndnoteText"
)

// A style is a paragraph style.
type style struct{ id, name, paragraph, run string }

func spacing(before, after int) string {
	return fmt.Sprintf(`<w:spacing w:before="%d" w:after="%d"/>`, before, after)
}

func size(halfPoints int) string {
	return fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, halfPoints, halfPoints)
}

const keep = `<w:keepNext/><w:keepLines/>`

// paragraphStyles is every paragraph style but the headings.
func (w *writer) paragraphStyles() []style {
	muted, box := w.ink(theme.Muted), func(k theme.Token) string {
		return `<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="` + w.hex(k) + `"/></w:pBdr><w:shd w:val="clear" ` +
			`w:color="auto" w:fill="` + w.hex(theme.Panel) + `"/>`
	}
	return []style{
		{styleTitle, "Title", keep + spacing(0, 80), `<w:b/>` + w.ink(theme.Ink) + size(48)},
		{styleSubtitle, "Subtitle", keep + spacing(0, 160), muted + size(28)},
		{styleBody, "Body Text", spacing(0, 120), ""},
		{styleMasthead, "Masthead", spacing(0, 20), muted + size(18)},
		{styleList, "List Paragraph", spacing(0, 60), ""},
		{styleQuote, "Quote", spacing(0, 120) + `<w:ind w:left="567" w:right="567"/>`, `<w:i/>`},
		{styleCallout, "Callout", box(theme.Accent) + spacing(0, 60) + `<w:ind w:left="284"/>`, ""},
		{styleCaution, "Caution", box(theme.Caution) + spacing(0, 60) + `<w:ind w:left="284"/>`, ""},
		{styleJudgement, "Judgement", keep + spacing(120, 40), `<w:b/>`},
		{styleDetail, "Judgement Detail", spacing(0, 20) + `<w:ind w:left="397"/>`, muted + size(19)},
		{styleFigure, "Key Figure", spacing(0, 40) + `<w:ind w:left="397"/>`, ""},
		{styleCaption, "caption", keep + spacing(240, 40), size(21)},
		{styleSubcaption, "Subcaption", keep + spacing(0, 60), muted + size(18)},
		{stylePicture, "Picture", `<w:keepNext/>` + spacing(0, 40), ""},
		{styleSource, "Source Line", spacing(20, 160), muted + size(17)},
		{styleHead, "Table Head", `<w:keepNext/>` + spacing(40, 40), `<w:b/>` + size(18)},
		{styleCell, "Table Text", spacing(30, 30), size(18)},
		{styleNote, "endnote text", spacing(0, 60), size(17)},
		{"Header", "header", `<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>`, muted + size(17)},
		{"Footer", "footer", "", muted + size(17)},
	}
}

func (w *writer) hex(k theme.Token) string {
	c := w.options.Theme.Light[k]
	return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B)
}

func (w *writer) ink(k theme.Token) string { return `<w:color w:val="` + w.hex(k) + `"/>` }

func (w *writer) styles() []byte {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:styles` + namespaces + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Malgun Gothic" w:cs="Arial"/>` + size(22) + languageOf(w.doc.Language.Tag) +
		`</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>` + w.bidi() +
		`<w:spacing w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>` +
		`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>` + w.ink(theme.Link) +
		`<w:u w:val="single"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="EndnoteReference"><w:name w:val="endnote reference"/><w:rPr><w:vertAlign ` +
		`w:val="superscript"/></w:rPr></w:style>`)
	for level, half := range []int{32, 27, 24, 22, 22, 22} {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="Heading%d"><w:name w:val="heading %d"/><w:basedOn w:val="Normal"/><w:next `+
			`w:val="%s"/>`+
			`<w:pPr>%s%s<w:outlineLvl w:val="%d"/></w:pPr><w:rPr><w:b/>%s%s</w:rPr></w:style>`,
			level+1, level+1, styleBody, keep, spacing(320-40*level, 100), level, w.ink(theme.Ink), size(half))
	}
	for _, s := range w.paragraphStyles() {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn `+
			`w:val="Normal"/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`, s.id, s.name, s.paragraph, s.run)
	}
	rule := func(side string) string {
		return `<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="` + w.hex(theme.Rule) + `"/>`
	}
	b.WriteString(`<w:style w:type="table" w:styleId="` + styleTable + `"><w:name w:val="Briefing Table"/><w:tblPr><w:tblBorders>` +
		rule("top") + rule("bottom") + rule("insideH") +
		`</w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
		`<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="` + w.hex(theme.Panel) +
		`"/></w:tcPr></w:tblStylePr></w:style>`)
	return []byte(b.String() + `</w:styles>`)
}

// languageOf is the language of text: a script of East Asia or one that runs right to
// left has an attribute of its own.
func languageOf(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	base, _ := t.Base()
	attribute := "w:val"
	switch base.String() {
	case "ko", "ja", "zh":
		attribute = "w:eastAsia"
	case "ar", "he", "fa", "ur":
		attribute = "w:bidi"
	}
	return `<w:lang ` + attribute + `="` + escape(tag) + `"/>`
}

func (w *writer) bidi() string {
	if strings.Contains(languageOf(w.doc.Language.Tag), "w:bidi") {
		return `<w:bidi/>`
	}
	return ""
}
