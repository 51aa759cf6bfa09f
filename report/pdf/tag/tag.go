// Package tag holds the logical structure of a PDF: its elements, and which marked content on which page belongs to them.
//
// The rules are those of ISO 32000-1:2008, 14.6 (marked content), 14.7
// (logical structure) and 14.8 (tagged PDF). The tree is built while pages are
// painted: an element joins its parent when something of it is first painted,
// so that the order of the tree is the order of reading and nothing empty stays.
package tag

// A Role is a standard structure type (ISO 32000-1, 14.8.4).
type Role string

// The roles that a report uses.
const (
	Document   Role = "Document"
	Sect       Role = "Sect"
	Div        Role = "Div"
	P          Role = "P"
	L          Role = "L"
	LI         Role = "LI"
	Lbl        Role = "Lbl"
	LBody      Role = "LBody"
	BlockQuote Role = "BlockQuote"
	Table      Role = "Table"
	THead      Role = "THead"
	TBody      Role = "TBody"
	TR         Role = "TR"
	TH         Role = "TH"
	TD         Role = "TD"
	Caption    Role = "Caption"
	Figure     Role = "Figure"
	Note       Role = "Note"
	Reference  Role = "Reference"
	Link       Role = "Link"
	Span       Role = "Span"
	TOC        Role = "TOC"
	TOCI       Role = "TOCI"
)

// Heading returns the role of a heading of that level, H1 to H6; deeper levels are H6.
func Heading(level int) Role {
	return Role([]string{"H1", "H2", "H3", "H4", "H5", "H6"}[min(max(level, 1), 6)-1])
}

// An Element is one structure element. Its kids are filled by [Tree.Mark] and [Tree.Annotate].
type Element struct {
	Role      Role       // a standard structure type (ISO 32000-1, 14.8.4)
	Parent    *Element   // nil at the root
	Lang      string     // BCP 47; empty: as its parent's (ISO 32000-1, 14.9.2)
	Alt       string     // alternate description of a figure or link (14.9.3)
	Actual    string     // replacement text (14.9.4)
	Expansion string     // of an abbreviation (14.9.5)
	ID        string     // unique; what Headers of other cells refer to
	Scope     string     // of a TH: Row, Column (14.8.5.7)
	Headers   []string   // of a cell: IDs of its head cells
	Numbering string     // of an L: Decimal, Disc, None (14.8.5.5)
	BBox      [4]float64 // of a Figure: left, bottom, right, top in page space (14.8.5.4)
	Kids      []Kid      // in the order of reading
	joined    bool
}

// A Kid is a child element, a piece of marked content, or an annotation.
type Kid struct {
	Element *Element // nil for content and annotations
	Page    int      // from 0
	MCID    int      // −1 for an annotation
	Link    int      // index of the annotation, where MCID is −1
}

// A Tree is the structure of one document.
type Tree struct {
	Root *Element // the element Document
	// Pages holds for each page the element of each marked-content id: the
	// rows of the parent tree (ISO 32000-1, 14.7.4.4).
	Pages [][]*Element
	// Links holds for each link annotation the element that encloses it.
	Links map[int]*Element
}

// NewTree returns a tree that holds nothing but its root.
func NewTree(lang string) *Tree {
	return &Tree{Root: &Element{Role: Document, Lang: lang, joined: true}, Links: map[int]*Element{}}
}

// New returns an element that will join parent when it is first painted.
func New(parent *Element, role Role) *Element { return &Element{Role: role, Parent: parent} }

// Join puts e and what encloses it into the tree, if they are not there yet.
func (t *Tree) Join(e *Element) {
	for ; !e.joined && e.Parent != nil; e = e.Parent {
		e.joined = true
		e.Parent.Kids = append(e.Parent.Kids, Kid{Element: e})
	}
}

// Mark gives e the next marked-content id of the page, from 0, and returns it.
func (t *Tree) Mark(page int, e *Element) int {
	t.Join(e)
	for len(t.Pages) <= page {
		t.Pages = append(t.Pages, nil)
	}
	id := len(t.Pages[page])
	t.Pages[page] = append(t.Pages[page], e)
	e.Kids = append(e.Kids, Kid{Page: page, MCID: id})
	return id
}

// Annotate makes link annotation number link on that page a child of e.
func (t *Tree) Annotate(page, link int, e *Element) {
	t.Join(e)
	t.Links[link] = e
	e.Kids = append(e.Kids, Kid{Page: page, MCID: -1, Link: link})
}
