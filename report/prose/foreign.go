package prose

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"sitrep/report/pattern"
)

// foreignBrackets finds brackets that other programs read as a note or as a citation. As
// literal text they would make a claim look sourced that is not.
type foreignBrackets struct{}

// Trigger implements parser.InlineParser.
func (foreignBrackets) Trigger() []byte { return []byte{'['} }

var (
	taskBox  = pattern.Of(`^\[[ xX]\]\s`)
	footnote = pattern.Of(`^\[\^[^\s\]]+\]`)
	cited    = pattern.Of(`^\[(?:-|[^@\[\]][^\[\]]*[ ;])@([a-z0-9][a-z0-9-]*)[^\[\]]*\](?:[^(]|$)`)
)

const noNotes = "a text has no footnotes of its own: its notes are the sources"

// Parse implements parser.InlineParser.
func (foreignBrackets) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	line = line[:min(len(line), longest)]
	off := at.Start
	switch {
	case block.PrecendingCharacter() == '^':
		block.Advance(1)
		return fault(Unread, off-1, 2, noNotes, `cite with [@source-id], or write the words in brackets`)
	case taskBox().Match(line) && leadsItem(parent):
		block.Advance(3)
		return fault(Unread, off, 3, "a text has no task boxes", `take the box out; plain brackets are written \[ ]`)
	case footnote().Match(line):
		n := len(footnote().Find(line))
		block.Advance(n)
		return fault(Unread, off, n, noNotes, `cite with [@source-id], or write the words in brackets; plain brackets are written \[^`)
	case cited().Match(line):
		m := cited().FindSubmatchIndex(line)
		block.Advance(1)
		return fault(BadCite, off, m[3], "a citation begins with its source", "write [@"+string(line[m[2]:m[3]])+
			"], words before it outside the bracket")
	}
	return nil
}

// leadsItem reports whether nothing has been read yet of the paragraph that an item of a
// list begins with.
func leadsItem(paragraph ast.Node) bool {
	item, ok := paragraph.Parent().(*ast.ListItem)
	return ok && item.FirstChild() == paragraph && !paragraph.HasChildren()
}

// A foreignForm is a form that other programs read in a paragraph, and CommonMark does not, or not so.
type foreignForm struct {
	sign          string                // stands in every one of them; looked for first, for it is quick
	next          string                // one of these bytes follows the sign; empty: any
	form          func() *regexp.Regexp // its first group is what is told of
	message, hint string
}

const small, figures = "abcdefghijklmnopqrstuvwxyz", "0123456789"

var foreignForms = []foreignForm{
	{"==", "", pattern.Of(`(?:^|[^=])(==[^\s=](?:[^=]*[^\s=])?==)(?:[^=]|$)`), "words between == are not read as marked",
		`take the signs out, or write **words**; plain signs are written \=\=`},
	{"^", "", pattern.Of(`[\pL\pN)](\^[^\s^]+\^)`), "letters between ^ are not read as raised",
		`write the raised letter itself (², ³, ⁴); a plain sign is written \^`},
	{"$", "", pattern.Of(`(?:^|[\s(])(\$[^\s$]*[_^\\{=][^\s$]*\$)`), "formulas between $ are not read",
		`write the formula in letters; a plain sign is written \$`},
	{"[[", "", pattern.Of(`(?:^|[^\\])(\[\[[^\[\]@#][^\[\]]*\]\])(?:[^(]|$)`), "links between [[ and ]] are not read",
		`write [words](https://…), or [#figure-id] for a part of the briefing; plain brackets are written \[\[`},
	{":", small, pattern.Of(`(?:^|[\s(])(:[a-z][a-z0-9_+-]*:)(?:[\s).,;!?]|$)`), "names of signs between colons are not read",
		`write the sign itself; a plain colon is written \:`},
	{"*", figures, pattern.Of(`([0-9]\*{1,2}[0-9][0-9.,]*\*{1,2}[0-9])`), "stars between digits are read as emphasis and would be lost",
		`write ×, or a plain star as \*`},
	{"[", figures, pattern.Of(`(?:^|[^\\\[])(\[[0-9]{1,3}(?: ?[,;–-] ?[0-9]{1,3})*\])(?:[^(\[:{]|$)`),
		"numbers in brackets are no notes: the claim would look cited", `cite with [@source-id]; plain brackets are written \[1]`},
	{"]{", "", pattern.Of(`(?:^|[^\\])(\[[^\[\]]+\]\{[.#:][^{}]*\})`), "words with attributes are not read",
		`write **words** or *words*; plain brackets are written \[ \{`},
	{"{", ".#:", pattern.Of(`(?:^|\s)(\{[.#:][A-Za-z][^{}]*\})`), "attributes are not read", `take them out; a plain brace is written \{`},
	{"!!!", "", pattern.Of(`^[ ]{0,3}(!{3}\+?\s+[a-z][a-z-]*)`), "blocks after !!! are not read", `write a block {"callout": …}`},
	{"[!", "", pattern.Of(`^[ ]{0,3}(\[!(?i:note|tip|important|warning|caution|danger|info|abstract)\])`), "labels of quotes are not read",
		`write a block {"callout": …}; plain brackets are written \[!`},
	{`\`, "", pattern.Of(`(?:^|[\s(])(\\(?:newpage|pagebreak|clearpage|linebreak|newline|noindent|cite[pt]?|footnote|textbf|textit|emph|` +
		`ref|label|section|subsection|href|url|begin|end|item|vspace|hspace)\b)`), "commands of TeX are not read",
		`take it out; a plain backslash is written \\`},
}

// A Mention is an id in the brackets or behind the sign of another program, where a citation or a value may be meant.
type Mention struct {
	ID, Text string // the id, and how it stands in the source: "@id"
	Off      int    // byte of the source of its first sign
}

var mentions = pattern.Of(`(?:^|[^\pL\pN\\._%+/@\[-])(@([a-z0-9](?:[a-z0-9-]*[a-z0-9])?))|` +
	`(?:^|[^\\\[])(\[([a-z0-9][a-z0-9-]*)\])(?:[^(\[:{]|$)|` +
	`(?:^|[^\\{])(\{([a-z0-9][a-z0-9-]*)\})(?:[^}]|$)`)

// Mentions finds what may be meant for a citation or a value: @id, [id] and {id}. Whether something has the id, the file knows.
func Mentions(src string) []Mention {
	var out []Mention
	if !mayMention(src) {
		return nil
	}
	addresses, open, read := Addresses{Line: src}, false, 0
	for _, m := range mentions().FindAllStringSubmatchIndex(src, -1) {
		for k := 2; k < len(m); k += 4 {
			if m[k] < 0 {
				continue
			}
			if i := strings.LastIndexAny(src[read:m[k]], "[]"); i >= 0 {
				open = src[read+i] == '['
			}
			if read = m[k]; !open && !addresses.Hold(m[k]) {
				out = append(out, Mention{src[m[k+2]:m[k+3]], src[m[k]:m[k+1]], m[k]})
			}
		}
	}
	return out
}

// mayMention reports whether a text has a sign of [Mentions] before what may begin an id, and behind none that forbids it.
func mayMention(src string) bool {
	for i := 0; i+1 < len(src); i++ {
		forbidding := ""
		switch src[i] {
		case '@':
			forbidding = `\._%+/@[-ABCDEFGHIJKLMNOPQRSTUVWXYZ` + small + figures
		case '[', '{':
			forbidding = `\` + src[i:i+1]
		default:
			continue
		}
		if strings.IndexByte(small+figures, src[i+1]) >= 0 && (i == 0 || strings.IndexByte(forbidding, src[i-1]) < 0) {
			return true
		}
	}
	return false
}

// may reports whether a line can hold the form.
func (x *foreignForm) may(line []byte) bool {
	for {
		i := bytes.Index(line, []byte(x.sign))
		if i < 0 {
			return false
		}
		if line = line[i+len(x.sign):]; x.next == "" || len(line) > 0 && strings.IndexByte(x.next, line[0]) >= 0 {
			return true
		}
	}
}

// extensions reports the forms of other programs in a line, but within addresses.
func (c *converter) extensions(line []byte, off int) {
	for _, x := range foreignForms {
		if !x.may(line) {
			continue
		}
		addresses := Addresses{Line: string(line)}
		for _, m := range x.form().FindAllSubmatchIndex(line, -1) {
			if !addresses.Hold(m[2]) {
				c.fault(Unread, off+m[2], m[3]-m[2], x.message, x.hint)
			}
		}
	}
}

// Addresses finds the web addresses of a line. It is asked from left to right, and reads the line once.
type Addresses struct {
	Line string // which is read
	read int    // how many bytes were read
	in   bool   // the word that was read last holds an address
}

// Hold reports whether the byte at a place, not left of the one asked for before, stands behind "://" in its word.
func (a *Addresses) Hold(at int) bool {
	for ; a.read < at; a.read++ {
		switch c := a.Line[a.read]; {
		case c == ' ' || c == '\t' || c == '\n':
			a.in = false
		case c == '/' && strings.HasSuffix(a.Line[:a.read], ":/"):
			a.in = true
		}
	}
	return a.in
}
