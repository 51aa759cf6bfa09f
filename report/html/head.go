package html

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"strconv"
	"strings"

	"sitrep/assets"
	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/sanitize"
	"sitrep/report/theme"
)

// fontsFirst has the two fonts of every page decoded while the body is read: else they are asked for when the
// first lines are laid out, which are laid out again and painted a frame later when the fonts are there.
const fontsFirst = `document.fonts.load("1em Inter");document.fonts.load("600 1em Inter")`

// head writes what stands before the page: policy first, so that it holds for all that follows.
func (p *page) head(style string, scripts []string) {
	d := p.doc
	p.raw("\n<head>\n<meta charset=\"utf-8\">\n")
	p.open("meta", "http-equiv", "Content-Security-Policy", "content", p.policy(style, scripts))
	p.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	p.raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
	p.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
	p.element("title", d.Title)
	p.raw("\n")
	if d.Subtitle != "" {
		p.open("meta", "name", "description", "content", d.Subtitle)
		p.raw("\n")
	}
	for _, a := range d.Authors {
		p.open("meta", "name", "author", "content", a)
		p.raw("\n")
	}
	p.shared()
	for _, e := range d.Editions {
		if e.Tag != d.Language.Tag && e.Base != "" {
			p.open("link", "rel", "alternate", "hreflang", e.Tag, "href", beside(e.Base))
			p.raw("\n")
		}
	}
	p.raw("<style>")
	p.raw(style)
	p.raw("</style>\n<script>")
	p.raw(fontsFirst)
	p.raw("</script>\n")
	p.block("application/ld+json", "", p.linked())
	p.raw("</head>\n")
}

// favicon is the page's sign in a browser's tabs: a range with its best value, as the figures draw it.
const favicon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' " +
	"rx='3' fill='%2318181b'/%3E" +
	"%3Cpath d='M3 8h10' stroke='%23fff' stroke-width='3'/%3E%3Ccircle cx='9' cy='8' r='3' fill='%23d97706'/%3E%3C/svg%3E"

// shared describes the page to those who show a link to it (the Open Graph protocol), and gives it its sign.
func (p *page) shared() {
	d := p.doc
	for _, m := range [][2]string{{"og:type", "article"}, {"og:title", d.Title}, {"og:description", d.Subtitle}, {"og:site_name", d.Publisher},
		{"og:locale", strings.ReplaceAll(d.Language.Tag, "-", "_")}, {"article:published_time", d.Date}} {
		if m[1] == "" {
			continue
		}
		p.open("meta", "property", m[0], "content", m[1])
		p.raw("\n")
	}
	p.online()
	p.open("link", "rel", "icon", "href", favicon)
	p.raw("\n")
}

// The size of the picture that stands for a page, in pixels.
const (
	PreviewWidth  = 1200
	PreviewHeight = 630
)

// online says where the page stands and which picture stands for it; both must be absolute addresses, so they are left out where none
// is known.
func (p *page) online() {
	at := p.doc.Online
	if at.Page == "" {
		return
	}
	p.open("link", "rel", "canonical", "href", at.Page)
	p.raw("\n")
	list := [][2]string{{"og:url", at.Page}}
	if at.Picture != "" {
		list = append(list, [2]string{"og:image", at.Picture}, [2]string{"og:image:type", "image/png"},
			[2]string{"og:image:width", strconv.Itoa(PreviewWidth)}, [2]string{"og:image:height", strconv.Itoa(PreviewHeight)},
			[2]string{"og:image:alt", at.Alt})
	}
	for _, m := range list {
		p.open("meta", "property", m[0], "content", m[1])
		p.raw("\n")
	}
	if at.Picture != "" {
		p.open("meta", "name", "twitter:card", "content", "summary_large_image")
		p.raw("\n")
	}
}

// policy allows the page's own style and scripts by their hashes, fonts and
// pictures that are written in the page itself, and nothing else (CSP Level 3).
func (p *page) policy(style string, scripts []string) string {
	hash := func(s string) string {
		sum := sha256.Sum256([]byte(s))
		return source(sum[:])
	}
	allowed := hash(fontsFirst)
	for _, s := range scripts {
		allowed += hash(s)
	}
	if len(p.figures) > 0 {
		allowed += source(engineSum()) + hash(assets.FigureScript)
	}
	return "default-src 'none'; script-src" + allowed + "; style-src" + hash(style) +
		"; font-src data:; img-src data: blob:; base-uri 'none'; form-action 'none'"
}

// source writes a hash as the policy's grammar wants it.
func source(sum []byte) string { return " 'sha256-" + base64.StdEncoding.EncodeToString(sum) + "'" }

// engineSum returns the hash of the chart engine, which the page's script unpacks and
// runs when a figure comes into view; nil where the recipe noted none.
func engineSum() []byte {
	for line := range strings.Lines(assets.ChartEngineSums) {
		if sum, ok := strings.CutSuffix(strings.TrimSpace(line), "  echarts.min.js"); ok {
			raw, _ := hex.DecodeString(sum) // a test holds the file to its form
			return raw
		}
	}
	return nil
}

// style returns the page's style: the fonts that its texts need, the theme's colours as custom
// properties, and the style sheet.
func (p *page) style() (string, error) {
	var b strings.Builder
	b.Grow(2*len(assets.InterRegularWeb) + 2*len(assets.InterSemiBoldWeb) + len(assets.Style))
	for _, f := range []struct {
		written       letters
		regular, bold string
	}{{p.cyrillic, assets.InterRegularCyrillic, assets.InterSemiBoldCyrillic}, {p.rare, assets.InterRegularMore, assets.InterSemiBoldMore}} {
		if f.written.any {
			face(&b, "400", "normal", f.regular)
		}
		if f.written.bold {
			face(&b, "600", "normal", f.bold)
		}
	}
	if p.italic {
		face(&b, "400", "italic", assets.InterItalicWeb)
	}
	face(&b, "400", "normal", assets.InterRegularWeb)
	face(&b, "600", "normal", assets.InterSemiBoldWeb)
	if err := p.foreignFaces(&b); err != nil {
		return "", err
	}
	t := p.options.Theme
	b.WriteString(":root{")
	colours(&b, t.Light)
	b.WriteString("}\n@media screen and (prefers-color-scheme:dark){:root:not([data-scheme=light]){")
	colours(&b, t.Dark)
	b.WriteString("}}\n@media screen{:root[data-scheme=dark]{color-scheme:dark;")
	colours(&b, t.Dark)
	b.WriteString("}}\n@media (forced-colors:active){:root:root:root{")
	for _, k := range theme.Tokens() {
		b.WriteString("--" + string(k) + ":" + systemColour(k) + ";")
	}
	b.WriteString("}}\n")
	b.WriteString(styleRules())
	b.WriteString(p.pageBoxes())
	b.WriteString(assets.Style)
	b.WriteString(p.labels())
	return b.String(), nil
}

func face(b *strings.Builder, weight, slant, woff2 string) {
	b.WriteString("@font-face{font-family:Inter;font-weight:" + weight + ";font-style:" + slant +
		";font-display:block;src:url(data:font/woff2;base64,")
	b.WriteString(base64.StdEncoding.EncodeToString([]byte(woff2)))
	b.WriteString(") format(\"woff2\")}\n")
}

// systemColour names the colour of CSS Color 4 (6.2) that stands for a token
// where the reader's system forces its own: marks are as dark as letters, and what
// is tinted is empty, so that outline, hatching and shape tell marks apart.
func systemColour(k theme.Token) string {
	switch k {
	case theme.Paper, theme.Panel, theme.Band:
		return "Canvas"
	case theme.Rule, theme.Grid, theme.Axis:
		return "GrayText"
	case theme.Link:
		return "LinkText"
	}
	if strings.HasSuffix(string(k), "-soft") {
		return "Canvas"
	}
	return "CanvasText"
}

func colours(b *strings.Builder, of map[theme.Token]theme.Color) {
	for _, k := range theme.Tokens() {
		b.WriteString("--" + string(k) + ":" + of[k].String() + ";")
	}
}

// pageBoxes writes the running title, marking and page number of the print style
// (CSS Paged Media 3, margin boxes).
func (p *page) pageBoxes() string {
	ink, ground := p.doc.Colours(p.doc.Marking)
	numbered := p.say("doc.page", "\x00", "\x01")
	numbered = counters.Replace(numbered)
	label := ""
	if p.doc.Marking != "" { // FIRST TLP 2.0: at least 12 points, in the label's colour on black
		// The ground is a border, because browsers print no backgrounds unless they are told to.
		label = "font:600 12pt/8mm Inter,sans-serif;height:0;width:max-content;margin:auto 0 auto auto;padding:0 2mm;border-bottom:8mm solid " +
			css(ground) + ";color:" + css(ink) +
			";-webkit-print-color-adjust:exact;print-color-adjust:exact;content:" + quotedCSS(string(p.doc.Marking))
	}
	title := "content:" + quotedCSS(sanitize.Line(p.doc.Title))
	return "@page:first{@top-left{content:none}}@page{@top-left{font:9pt/1.2 Inter,sans-serif;text-align:left;" + title +
		"}@top-right{" + label + "}@bottom-right{" + label + "}@bottom-left{font:9pt Inter,sans-serif;content:\"" + numbered + "\"}}\n" +
		// Browsers without margin boxes have the title beside the marking, where the style places it.
		"@supports (-moz-appearance:none) or (font:-apple-system-body){@media print{section.banner::before{" + title + "}}}\n"
}

// counters puts the numbers of CSS in the place of the signs that pageBoxes has for them.
var counters = strings.NewReplacer("\\", "", "\"", "", "\x00", "\" counter(page) \"", "\x01", "\" counter(pages) \"")

// linked describes the page as schema.org has it, for search engines. Its sources are not listed a second time: the endnotes
// name and link them.
func (p *page) linked() any {
	type thing struct {
		Type string `json:"@type,omitempty"`
		Name string `json:"name"`
	}
	d := p.doc
	report := struct {
		Context   string  `json:"@context"`
		Type      string  `json:"@type"`
		ID        string  `json:"identifier,omitempty"`
		Headline  string  `json:"headline"`
		Subtitle  string  `json:"alternativeHeadline,omitempty"`
		Language  string  `json:"inLanguage"`
		Date      string  `json:"datePublished,omitempty"`
		Edition   string  `json:"version,omitempty"`
		Authors   []thing `json:"author,omitempty"`
		Publisher *thing  `json:"publisher,omitempty"`
	}{Context: "https://schema.org", Type: "Report", ID: d.ID, Headline: d.Title, Subtitle: d.Subtitle,
		Language: d.Language.Tag, Date: d.Date, Edition: d.Edition}
	for _, a := range d.Authors {
		report.Authors = append(report.Authors, thing{Name: a}) // a person or a desk: the facts do not say which
	}
	if d.Publisher != "" {
		report.Publisher = &thing{"Organization", d.Publisher}
	}
	return report
}

// block writes v as JSON that the browser reads as data and never as code.
func (p *page) block(mime, id string, v any) {
	p.open("script", "type", mime, "id", id)
	p.b = append(p.b, p.json(v)...)
	p.raw("</script>\n")
}

// json writes v as [markup.text] writes text: without what is hidden.
func (p *page) json(v any) []byte {
	data, err := json.Marshal(v) // escapes <, >, &, U+2028 and U+2029
	if err != nil && p.err == nil {
		p.err = err
	}
	return []byte(sanitize.Text(string(data)))
}

// data writes what the script and [Extract] need: the words and the facts.
func (p *page) data() {
	statuses := claim.Words(claim.Statuses())
	words := map[string]any{"order": statuses, "status": p.list("status.", statuses...)}
	for k, w := range p.list("html.", "copy", "copied", "svg", "png", "close", "filter", "walk", "scheme", "permalink",
		"zoomIn", "zoomOut", "zoomAll") {
		words[k] = w
	}
	words["back"] = p.say("html.back")
	words["note"] = p.say("html.noteref", "{1}")
	words["shown"] = p.say("html.shown", "{1}", "{2}")
	words["whole"] = p.say("html.whole", "{1}")
	words["more"] = p.say("html.moreRefs.other")
	words["marking"] = p.say("doc.marking")
	words["origin"], words["statuses"] = p.say("html.byOrigin"), p.say("html.byStatus")
	if p.doc.Trials != nil && len(p.doc.Trials.Cases) > 0 {
		words["trial"] = p.trialWords()
	}
	p.block("application/json", wordsID, words)
	p.payload(p.doc.Source)
	p.packTrials()
	if len(p.figures) > 0 {
		p.packedText(engineID, engine())
		p.packedText(liveID, script())
		p.pack(figuresID, packed(p.json(p.figures)))
	}
}

// list looks up words whose keys begin alike.
func (p *page) list(prefix string, keys ...string) map[string]string {
	words := map[string]string{}
	for _, k := range keys {
		words[k] = p.say(prefix + k)
	}
	return words
}

var _ doc.Visitor = (*page)(nil)
