// Package check reads a finished report as a stranger would and says what a blind reader or an archive would stumble over.
//
// It shares no code with the writer, and makes the checks that veraPDF cannot
// make or makes differently: a glyph for every character, every piece of
// content claimed once by the structure and found again through the parent
// tree, table heads that resolve, the text in the order of reading.
package check

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
)

// A Report is what was found.
type Report struct {
	Problems []string // sorted, each once
	Text     string   // in the order of the structure, a line for each block
	// Told is Text with all that a voice is told beside it: {words Lang=es} for
	// words in another language, {words E=others} for what is said instead.
	Told  string
	Pages int // how many
}

// File checks a finished report.
func File(data []byte) (*Report, error) {
	f, err := parse(data)
	if err != nil {
		return nil, err
	}
	c := &checker{f: f, pages: map[ref]*page{}, claimed: map[[2]int]int{}, linked: map[any]bool{}, holders: map[any]*page{},
		fonts: map[any]*fontUse{}, said: map[string]bool{}}
	if !strings.HasPrefix(string(data[:min(len(data), 16)]), "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") {
		c.say("no header of a binary PDF 1.7")
	}
	c.catalog()
	c.readPages()
	c.structure()
	c.languages()
	c.spoken()
	c.unclaimed()
	c.stray()
	c.outline()
	c.labels()
	c.destinations()
	c.keeping()
	r := &Report{Pages: len(c.pages), Text: c.text(func(e *element) string { return e.text }),
		Told: c.text(func(e *element) string { return e.told })}
	for s := range c.said {
		r.Problems = append(r.Problems, s)
	}
	sort.Strings(r.Problems)
	return r, nil
}

type checker struct {
	f        *file
	root     dict
	pages    map[ref]*page
	order    []*page
	parents  map[any]any // the parent tree
	ids      map[any]any
	elements []*element
	claimed  map[[2]int]int // page and MCID
	linked   map[any]bool   // annotations that the structure holds
	holders  map[any]*page  // of annotations
	fonts    map[any]*fontUse
	said     map[string]bool
}

func (c *checker) say(format string, args ...any) { c.said[fmt.Sprintf(format, args...)] = true }

// catalog checks the root (ISO 14289-1, 7.1; ISO 19005-3, 6.2.3, 6.5, 6.8).
func (c *checker) catalog() {
	f := c.f
	c.root = f.dict(f.trailer["Root"])
	if f.dict(c.root["MarkInfo"])["Marked"] != true {
		c.say("not marked as tagged")
	}
	if f.dict(c.root["ViewerPreferences"])["DisplayDocTitle"] != true {
		c.say("the title is not shown")
	}
	if len(f.array(f.trailer["ID"])) != 2 {
		c.say("no file id")
	}
	for _, key := range []name{"OpenAction", "AA"} {
		if c.root[key] != nil {
			c.say("something is run when the file is opened")
		}
	}
	if f.trailer["Encrypt"] != nil {
		c.say("encrypted")
	}
	intents := f.array(c.root["OutputIntents"])
	if len(intents) != 1 || f.dict(f.dict(intents[0])["DestOutputProfile"]) == nil {
		c.say("no output intent")
	}
	xmp, _ := f.get(c.root["Metadata"]).(stream)
	for _, want := range []string{"<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "<dc:title>"} {
		if !strings.Contains(string(xmp.data), want) {
			c.say("metadata lack %s", want)
		}
	}
	c.files()
}

// language is a tag of two or three letters with an area (BCP 47).
var language = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// inXMP is the language of the metadata (ISO 16684-1, 8.3).
var inXMP = regexp.MustCompile(`<dc:language><rdf:Bag><rdf:li>([^<]*)</rdf:li></rdf:Bag>`)

// languages checks that the file is said to be of one language in all three
// places that say it: catalog, structure, metadata; and that every other that
// is named could be one.
func (c *checker) languages() {
	catalog := c.f.text(c.root["Lang"])
	if catalog == "" {
		c.say("no language")
	}
	xmp, _ := c.f.get(c.root["Metadata"]).(stream)
	if m := inXMP.FindSubmatch(xmp.data); m == nil || string(m[1]) != catalog {
		c.say("the metadata name another language than the catalog")
	}
	for i, e := range c.elements {
		tag := c.f.text(e.dict["Lang"])
		if i == 0 && tag != catalog {
			c.say("the structure is of another language than the catalog")
		}
		if tag != "" && !language.MatchString(tag) {
			c.say("%q is no language", tag)
		}
	}
}

// files checks that what is embedded is associated.
func (c *checker) files() {
	af := map[any]bool{}
	for _, v := range c.f.array(c.root["AF"]) {
		af[v] = true
	}
	for _, v := range c.f.tree(c.f.dict(c.root["Names"])["EmbeddedFiles"], "Names") {
		spec := c.f.dict(v)
		if r, _ := spec["AFRelationship"].(name); !af[v] || r == "" {
			c.say("a file inside has no relationship")
		}
		if s := c.f.dict(c.f.dict(spec["EF"])["F"]); !mediaType(s["Subtype"]) {
			c.say("a file inside has no media type")
		}
	}
}

// mediaType reports whether a name has two parts (RFC 6838).
func mediaType(v any) bool {
	n, _ := v.(name)
	kind, form, ok := strings.Cut(strings.ReplaceAll(string(n), "#2F", "/"), "/")
	return ok && kind != "" && form != ""
}

// readPages reads all pages and checks fonts.
func (c *checker) readPages() {
	for i, v := range c.f.array(c.f.dict(c.root["Pages"])["Kids"]) {
		r, _ := v.(ref)
		d := c.f.dict(v)
		p := &page{ref: r, index: i, runs: map[int][]run{}, roles: map[int]name{}}
		p.box, p.pictures = c.box(d), c.pictures(d)
		c.pages[r] = p
		c.order = append(c.order, p)
		if d["Tabs"] != name("S") {
			c.say("page %d: tab order is not that of the structure", i+1)
		}
		if d["StructParents"] != float64(i) {
			c.say("page %d: no row in the parent tree", i+1)
		}
		for _, a := range c.f.array(d["Annots"]) {
			c.holders[a] = p
		}
		s, ok := c.f.get(d["Contents"]).(stream)
		if !ok {
			c.say("page %d: no content", i+1)
		}
		c.read(p, s.data, c.fontsOf(d))
		if p.outside > 0 {
			c.say("page %d: ink outside marked content", i+1)
		}
	}
	for _, f := range c.fonts {
		n, _ := f.dict["BaseFont"].(name)
		c.glyphs(f, n)
	}
}

// fontsOf returns the fonts of a page by the names they have there.
func (c *checker) fontsOf(pg dict) map[name]*fontUse {
	out := map[name]*fontUse{}
	for n, v := range c.f.dict(c.f.dict(pg["Resources"])["Font"]) {
		if c.fonts[v] == nil {
			c.fonts[v] = c.newFont(v)
		}
		out[n] = c.fonts[v]
	}
	return out
}

// structure walks the tree.
func (c *checker) structure() {
	root := c.f.dict(c.root["StructTreeRoot"])
	c.parents = c.f.tree(root["ParentTree"], "Nums")
	c.ids = c.f.tree(root["IDTree"], "Names")
	if root["K"] == nil {
		c.say("no structure")
		return
	}
	r, _ := c.root["StructTreeRoot"].(ref)
	top := c.walk(root["K"], nil)
	if top.role != "Document" || top.dict["P"] != any(r) {
		c.say("the structure does not begin with Document")
	}
	c.headings()
}

// unclaimed checks that all content and all annotations are in the structure, once.
func (c *checker) unclaimed() {
	for _, p := range c.order {
		for id := range p.roles {
			if n := c.claimed[[2]int{p.index, id}]; n != 1 {
				c.say("page %d: MCID %d is claimed %d times", p.index+1, id, n)
			}
		}
		for _, a := range c.f.array(c.f.dict(p.ref)["Annots"]) {
			if !c.linked[a] {
				c.say("page %d: an annotation is outside the structure", p.index+1)
			}
		}
	}
}

func first(a array) any {
	if len(a) == 0 {
		return nil
	}
	return a[0]
}

// text returns a line for each block in the order of the structure.
func (c *checker) text(of func(*element) string) string {
	var b strings.Builder
	for _, e := range c.elements {
		switch e.role {
		case "P", "H1", "H2", "H3", "H4", "H5", "H6", "TH", "TD", "Caption", "Lbl", "TOCI":
			if s := strings.Join(strings.Fields(of(e)), " "); s != "" {
				fmt.Fprintf(&b, "%s\t%s\n", e.role, s)
			}
		case "Figure":
			fmt.Fprintf(&b, "Figure\t%s\n", strings.Join(strings.Fields(of(e)), " "))
		}
	}
	return b.String()
}
