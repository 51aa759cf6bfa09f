package prose

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

func (c *converter) inlines(parent ast.Node) []Inline {
	r := &run{c: c}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		r.add(n)
	}
	r.push(nil)
	return r.out
}

// A run collects inlines and joins texts that follow each other.
type run struct {
	c    *converter
	out  []Inline
	open *Text           // the text that is being joined
	said strings.Builder // what it says so far
	next int             // where the source goes on if nothing comes between
}

func (r *run) add(n ast.Node) {
	c := r.c
	switch n := n.(type) {
	case *ast.Text:
		r.text(n)
	case *bound:
		if n.inline == nil {
			c.faults = append(c.faults, n.fault)
		} else {
			r.push(n.inline)
		}
	case *ast.Emphasis:
		if in := c.inlines(n); n.Level == 2 {
			r.push(&Strong{in})
		} else {
			r.push(&Emphasis{in})
		}
	case *ast.Link:
		r.link(n)
	case *ast.AutoLink:
		r.autoLink(n)
	case *ast.CodeSpan:
		c.fault(Code, n.Pos(), 1, "a text has no code", "a plain backquote is written \\`")
	case *ast.Image:
		c.fault(Image, n.Pos(), 2, "a text has no images", `figures are blocks: {"chart": …}`)
	case *east.Strikethrough:
		c.fault(Unread, max(0, n.Pos()), 2, "text that is struck through is not read", `take it out; a plain tilde is written \~`)
	case *ast.RawHTML:
		seg := n.Segments.At(0)
		c.fault(HTML, seg.Start, seg.Len(), "a text has no raw HTML", `a plain < is written \<`)
	default:
		c.fault(Code, max(0, n.Pos()), 1, "a text does not have this", "")
	}
}

// link takes a link; the address must be one that every reader can open safely.
func (r *run) link(n *ast.Link) {
	url := string(unescape(n.Destination))
	off := max(0, n.Pos())
	r.c.address(url, off)
	if len(n.Title) > 0 {
		r.c.fault(Address, off, 1, "a link has no title", "write [words](https://…)")
	}
	r.push(&Link{url, r.c.inlines(n), off})
}

func (r *run) autoLink(n *ast.AutoLink) {
	url, label := string(n.URL(r.c.src)), string(n.Label(r.c.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(url), "mailto:") {
		url = "mailto:" + url
	}
	off := max(0, n.Pos())
	r.c.address(url, off)
	r.push(&Link{url, []Inline{&Text{S: label, Off: off + 1}}, off})
}

func (c *converter) address(url string, off int) {
	scheme, rest, ok := strings.Cut(url, ":")
	switch strings.ToLower(scheme) {
	case "http", "https":
		ok = ok && len(rest) > 2 && strings.HasPrefix(rest, "//")
	case "mailto":
		ok = ok && rest != ""
	default:
		ok = false
	}
	authority, _, _ := strings.Cut(strings.TrimPrefix(rest, "//"), "/")
	authority, _, _ = strings.Cut(authority, "?")
	authority, _, _ = strings.Cut(authority, "#")
	switch {
	case ok && !strings.EqualFold(scheme, "mailto") && strings.ContainsAny(authority, "@\\"):
		c.fault(Address, off, 1, "the link “"+clip(url)+"” holds a user name or a password before its host", "write the address without")
	case !ok:
		c.fault(Address, off, 1, "the link “"+clip(url)+"” does not begin with https://, http:// or mailto:", `for plain brackets write \[`)
	}
}

// text takes literal text: escapes and entities are resolved, a soft line break
// is a space.
func (r *run) text(n *ast.Text) {
	seg := n.Segment
	if seg.Padding > 0 {
		r.piece(strings.Repeat(" ", seg.Padding), seg.Start)
	}
	s := r.c.src[seg.Start:seg.Stop]
	from := 0
	for i := 0; i < len(s); {
		said, size := special(s[i:])
		if size == 0 {
			i++
			continue
		}
		r.piece(string(s[from:i]), seg.Start+from)
		r.piece(said, seg.Start+i)
		i += size
		from = i
	}
	r.piece(string(s[from:]), seg.Start+from)
	switch {
	case n.HardLineBreak():
		r.push(&Break{})
	case n.SoftLineBreak() && year(bytes.TrimLeft(r.c.src[seg.Stop:], "\r\n")):
		r.push(&Break{}) // a chronology, a line an entry
	case n.SoftLineBreak():
		r.piece(" ", seg.Stop)
	}
}

// piece adds s, which stands at off in the source, to the open text or begins one.
func (r *run) piece(s string, off int) {
	if s == "" {
		return
	}
	if r.open == nil {
		r.open = &Text{Off: off}
	} else if r.next != off {
		r.open.bend = append(r.open.bend, bend{r.said.Len(), off})
	}
	r.said.WriteString(s)
	r.next = off + len(s)
}

// push closes the open text and adds in.
func (r *run) push(in Inline) {
	if r.open != nil {
		r.open.S = r.said.String()
		r.out = append(r.out, r.open)
		r.open = nil
		r.said.Reset()
	}
	if in != nil {
		r.out = append(r.out, in)
	}
}

// special decodes an escape (CommonMark, 2.4) or an entity (2.5) at the
// beginning of s: what it says and its length; 0 where there is none.
func special(s []byte) (string, int) {
	switch {
	case s[0] == '\\' && len(s) > 1 && util.IsPunct(s[1]):
		return string(s[1:2]), 2
	case s[0] == '&':
		if end := bytes.IndexByte(s[:min(len(s), 40)], ';'); end > 1 {
			entity := s[:end+1]
			if said := util.ResolveEntityNames(entity); !bytes.Equal(said, entity) {
				return string(said), end + 1
			}
			if said := util.ResolveNumericReferences(entity); !bytes.Equal(said, entity) {
				return string(said), end + 1
			}
		}
	}
	return "", 0
}

// unescape resolves the escapes and entities of an address.
func unescape(s []byte) []byte {
	var out []byte
	for i := 0; i < len(s); {
		if said, size := special(s[i:]); size > 0 {
			out = append(out, said...)
			i += size
		} else {
			out = append(out, s[i])
			i++
		}
	}
	return out
}
