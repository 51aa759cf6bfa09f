package html

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"sitrep/assets"
	"sitrep/report/chart"
	"sitrep/report/doc"
)

// A page is the document on its way to HTML; it visits blocks and inlines.
type page struct {
	markup
	doc        *doc.Document
	options    Options
	say        func(key string, args ...string) string
	level      int                      // of the section being written, from 1
	used       map[string]bool          // ids given so far
	cards      map[string]bool          // ids of the cards
	anchors    map[string]string        // where the cards and notes of the document stand in the page
	references map[int]int              // how often each note was referred to so far
	notesAt    int                      // where the endnotes go; 0: after the body
	scenes     map[drawn][]*chart.Scene // of the figures of the text
	figures    []*liveFigure            // of the charts written so far
	noted      bool                     // a note was referred to since this was last unset
	italic     bool                     // something is set in italics
	back       bool                     // the text being written runs from right to left
	styled     bool                     // the picture being written has its colours from the style alone
	part       string                   // what is said below a picture that shows its figure in part; empty: pictures show all
	quiet      bool                     // in the cards: references to notes are not linked back to
	err        error                    // the first error; writing goes on
}

// Ids of the page's own parts begin with an underscore, which no id of a
// document does: see [page.id].
const (
	mainID     = "_main"
	titleID    = "_title"
	contentsID = "_contents"
	notesID    = "_notes"
	evidenceID = "_evidence"
	factsID    = "_facts"
	makingID   = "_making"
	wordsID    = "_words"
	engineID   = "_engine"
	liveID     = "_live"
	figuresID  = "_figures"
)

// write writes the whole page: the body first, because its letters say which
// fonts the head must bring.
func (p *page) write() error {
	p.find()
	p.layOut()
	before, _ := bodies.Get().(*[]byte)
	defer bodies.Put(before)
	p.b = (*before)[:0]
	p.body()
	body := p.b
	*before = body
	style, err := p.style()
	if err != nil {
		return err
	}
	scripts := p.scripts()
	p.b = make([]byte, 0, len(body)+len(style)+len(assets.PageScript)+1<<14)
	p.raw("<!doctype html>\n")
	p.open("html", "lang", p.doc.Language.Tag)
	p.head(style, scripts)
	p.b = append(p.b, body...)
	for _, s := range scripts {
		p.raw("<script>")
		p.raw(s)
		p.raw("</script>\n")
	}
	p.raw("</body>\n</html>\n")
	return p.err
}

// bodies holds the memory of a page's body between one page and the next.
var bodies = sync.Pool{New: func() any { b := make([]byte, 0, 1<<19); return &b }}

func (p *page) body() {
	p.raw("<body>\n")
	p.element("a", p.say("html.skip"), "class", "skip", "href", "#"+mainID)
	p.raw("\n")
	p.banner("section")
	p.raw("<div class=\"page\">\n")
	p.masthead()
	p.open("main", "id", mainID, "tabindex", "-1")
	p.raw("\n")
	p.main()
	p.raw("</main>\n</div>\n")
	p.banner("footer")
	p.data()
}

// sub returns what f writes, about size bytes, without keeping it.
func (p *page) sub(size int, f func()) []byte {
	before := p.b
	p.b = make([]byte, 0, size)
	f()
	written := p.b
	p.b = before
	return written
}

// main writes the text. The endnotes stand inside it but name every reference
// to them, so they are written last and put in their place.
func (p *page) main() {
	if p.doc.Marking != "" { // reader modes keep what is in the text alone
		p.element("p", string(p.doc.Marking), "class", "hidden")
	}
	p.front()
	p.contents()
	if len(p.doc.Summary) > 0 {
		p.open("section", "class", "summary", "aria-label", p.say("doc.summary"))
		doc.Visit(p, p.doc.Summary)
		p.raw("</section>\n")
	}
	p.trial()
	doc.Visit(p, p.doc.Body)
	if p.notesAt == 0 {
		p.notesAt = len(p.b)
	}
	evidence := p.sub(1<<15, p.evidence)
	notes := p.sub(1<<15, p.notes)
	p.b = append(slices.Insert(p.b, p.notesAt, notes...), evidence...)
	p.cite()
}

// id makes an id attribute's value for an anchor of the document: "" where the
// anchor is empty or given already, because an id names one element.
func (p *page) id(s string) string {
	s = documentAnchor(s)
	if s == "" || p.used[s] {
		return ""
	}
	p.used[s] = true
	return s
}

// find notes where cards and notes stand, which texts refer to by their ids.
func (p *page) find() {
	p.cards, p.anchors = map[string]bool{}, map[string]string{}
	for _, c := range p.doc.Cards {
		p.cards[c.ID] = true
		p.anchors[c.ID] = cardAnchor(c.ID)
	}
	for _, n := range p.doc.Notes {
		p.anchors[n.ID] = p.noteAnchor(n.Number)
	}
}

// documentAnchor keeps an anchor of the document apart from the page's own ids.
func documentAnchor(s string) string {
	s = anchor(s)
	if s != "" && (s[0] == '_' || s[0] == '.') {
		s = "x" + s
	}
	return s
}

func (p *page) masthead() {
	d := p.doc
	p.raw("<header class=\"masthead\">\n")
	if kicker := join(" · ", d.Publisher, d.Edition); kicker != "" {
		p.element("p", kicker, "class", "kicker")
		p.raw("\n")
	}
	if m := d.Logo; m != nil && len(m.Data) > 0 {
		p.open("p", "class", "logo")
		p.raster(m)
		p.raw("</p>\n")
	}
	title := doc.Titled(d.Title, d.Heading)
	p.wrap("h1", title, "id", titleID, "dir", direction(title))
	if d.Subtitle != "" {
		p.wrap("p", doc.Titled(d.Subtitle, d.Subheading), "class", "subtitle", "dir", direction(d.Subheading))
	}
	if len(d.Masthead) > 0 {
		p.raw("\n<div class=\"imprint\">")
		for _, e := range d.Masthead {
			p.entries([]doc.Entry{e})
		}
		p.raw("</div>\n")
	}
	p.editions()
	p.raw("</header>\n")
}

// entries writes labels and values as a description list. The end tags of what is in it are left out, as those of cells
// and rows are: HTML has them optional (HTML, 13.1.2.4), and of the hundreds of cards and rows they are a fiftieth of a page.
func (p *page) entries(list []doc.Entry) {
	if len(list) == 0 {
		return
	}
	p.raw("<dl>")
	for _, e := range list {
		p.raw("<dt>")
		p.text(e.Label)
		p.raw("<dd>")
		doc.VisitInlines(p, e.Value)
		p.raw("\n")
	}
	p.raw("</dl>")
}

// editions links the same briefing in other languages, and as PDF, as files beside this one.
func (p *page) editions() {
	others := slices.DeleteFunc(slices.Clone(p.doc.Editions), func(e doc.Edition) bool { return e.Base == "" || e.Tag == p.doc.Language.Tag })
	if len(others) == 0 && p.doc.Base == "" {
		return
	}
	p.open("nav", "class", "editions", "aria-label", p.say("html.editions"))
	p.raw("<ul>")
	for _, e := range others {
		p.raw("<li>")
		p.element("a", e.Name, "lang", e.Tag, "hreflang", e.Tag, "rel", "alternate", "href", beside(e.Base))
		p.raw("</li>")
	}
	if p.doc.Base != "" {
		p.raw("<li>")
		p.element("a", "PDF", "rel", "alternate", "type", "application/pdf", "href", strings.TrimSuffix(beside(p.doc.Base), ".html")+".pdf")
		p.raw("</li>")
	}
	p.raw("</ul></nav>\n")
}

// contents lists the sections, and their sections, by title, behind a fold: a telephone shows what
// the briefing says before what it holds. Beside the text there is room, and the fold is open.
func (p *page) contents() {
	if !slices.ContainsFunc(p.doc.Body, func(b doc.Block) bool { _, ok := b.(*doc.Section); return ok }) {
		return
	}
	p.open("nav", "class", "contents", "aria-labelledby", contentsID)
	p.raw("<details><summary>")
	p.element("span", p.say("doc.contents"), "id", contentsID)
	p.raw("</summary>\n")
	p.outline(p.doc.Body, 1)
	p.raw("</details></nav>\n")
}

func (p *page) outline(blocks []doc.Block, depth int) {
	open := false
	for _, b := range blocks {
		s, ok := b.(*doc.Section)
		if !ok || s.Title == "" {
			continue
		}
		if !open {
			p.raw("<ol>")
			open = true
		}
		p.raw("<li>")
		p.element("a", s.Title, "=href", "#"+documentAnchor(s.ID))
		if depth < 2 {
			p.outline(s.Blocks, depth+1)
		}
		p.raw("</li>\n")
	}
	if open {
		p.raw("</ol>")
	}
}

// banner writes the marking across the page, in the colours of FIRST TLP 2.0.
func (p *page) banner(tag string) {
	if p.doc.Marking == "" {
		return
	}
	p.open(tag, "class", "banner", "aria-label", p.say("doc.marking"))
	p.element("p", string(p.doc.Marking), "class", "tlp "+p.markingClass(p.doc.Marking))
	p.close(tag)
	p.raw("\n")
}

// badge writes the marking of one part, where it has its own.
func (p *page) badge(m doc.Marking) {
	if m == "" {
		return
	}
	p.element("span", string(m), "class", "badge tlp "+p.markingClass(m))
	p.raw(" ")
}

func join(separator string, parts ...string) string {
	s := ""
	for _, part := range parts {
		if part == "" {
			continue
		}
		if s != "" {
			s += separator
		}
		s += part
	}
	return s
}

// scripts returns the scripts that run when the page opens. What brings figures to life is unpacked later.
func (p *page) scripts() []string { return []string{assets.PageScript} }

func number(n int) string { return strconv.Itoa(n) }
