package prose

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what is found into the cases")

// dump writes blocks and faults as lines; of a case named "plain …" what [Line] reads.
func dump(name, src string) string {
	var b strings.Builder
	var faults []Fault
	if strings.HasPrefix(name, "plain") {
		var in []Inline
		in, faults = Line(src)
		dumpInlines(&b, in, "")
	} else {
		var blocks []Block
		blocks, faults = Parse(src)
		dumpBlocks(&b, blocks, "")
	}
	for _, f := range faults {
		fmt.Fprintf(&b, "fault %d at %d %q: %s\n", f.Kind, f.Off, src[f.Off:min(len(src), f.Off+f.Len)], f.Message)
	}
	return b.String()
}

func dumpBlocks(b *strings.Builder, blocks []Block, indent string) {
	for _, n := range blocks {
		switch n := n.(type) {
		case *Paragraph:
			b.WriteString(indent + "paragraph\n")
			dumpInlines(b, n.Inlines, indent+"  ")
		case *Quote:
			b.WriteString(indent + "quote\n")
			dumpBlocks(b, n.Blocks, indent+"  ")
		case *List:
			fmt.Fprintf(b, "%slist %v tight=%v\n", indent, n.Numbers, n.Tight)
			for _, item := range n.Items {
				b.WriteString(indent + "  item\n")
				dumpBlocks(b, item, indent+"    ")
			}
		case *Table:
			fmt.Fprintf(b, "%stable %v at %d\n", indent, n.Numeric, n.Off)
			for _, row := range append([][][]Inline{n.Head}, n.Rows...) {
				b.WriteString(indent + "  row\n")
				for _, cell := range row {
					b.WriteString(indent + "    cell\n")
					dumpInlines(b, cell, indent+"      ")
				}
			}
		}
	}
}

func dumpInlines(b *strings.Builder, in []Inline, indent string) {
	for _, n := range in {
		switch n := n.(type) {
		case *Text:
			fmt.Fprintf(b, "%stext %q at %d\n", indent, n.S, n.Off)
		case *Emphasis:
			b.WriteString(indent + "emphasis\n")
			dumpInlines(b, n.Inlines, indent+"  ")
		case *Strong:
			b.WriteString(indent + "strong\n")
			dumpInlines(b, n.Inlines, indent+"  ")
		case *Link:
			fmt.Fprintf(b, "%slink %q at %d\n", indent, n.URL, n.Off)
			dumpInlines(b, n.Inlines, indent+"  ")
		case *Value:
			fmt.Fprintf(b, "%svalue %s part=%s at %d+%d\n", indent, n.ID, n.Part, n.Off, n.Len)
		case *Cite:
			fmt.Fprintf(b, "%scite %s locator=%q at %d+%d\n", indent, n.ID, n.Locator, n.Off, n.Len)
		case *Ref:
			fmt.Fprintf(b, "%sref %s at %d+%d\n", indent, n.ID, n.Off, n.Len)
		case *Break:
			b.WriteString(indent + "break\n")
		}
	}
}

// TestCases holds what each case is read as.
func TestCases(t *testing.T) {
	for _, name := range []string{"cases.txtar", "habits.txtar"} {
		casesOf(t, filepath.Join("testdata", name))
	}
}

func casesOf(t *testing.T, name string) {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	out := &txtar.Archive{Comment: a.Comment}
	var src string
	for _, f := range a.Files {
		base, isWant := strings.CutSuffix(f.Name, ".want")
		if !isWant {
			src = strings.TrimSuffix(string(f.Data), "\n")
			out.Files = append(out.Files, f, txtar.File{Name: f.Name + ".want", Data: []byte(dump(f.Name, src))})
		} else if got := dump(base, src); got != string(f.Data) && !*update {
			t.Errorf("%s: got\n%swant\n%s", base, got, f.Data)
		}
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(out), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if 2*len(out.Files) != 4*len(a.Files)/2 {
		t.Errorf("%d cases, %d files", len(out.Files)/2, len(a.Files))
	}
}

// TestAt holds that offsets lead back to the source through escapes, entities,
// line ends and the indentation of lists.
func TestAt(t *testing.T) {
	src := "- caf\u00e9 \\*star\\* &amp; \\\\ end\n  of the *first\n  line* &eacute;x\n- two"
	blocks, faults := Parse(src)
	if faults != nil {
		t.Fatal(faults)
	}
	seen := 0
	Walk(blocks, func(in Inline) {
		x, ok := in.(*Text)
		if !ok {
			return
		}
		for _, word := range []string{"café", "star", "end", "of the", "first", "line", "two", "x"} {
			if i := strings.Index(x.S, word); i >= 0 {
				seen++
				if at := x.At(i); !strings.HasPrefix(src[at:], word) {
					t.Errorf("%q is said to be at %d: %q", word, at, src[at:])
				}
			}
		}
	})
	if seen != 8 {
		t.Errorf("%d words found", seen)
	}
}

// hostile are texts that make readers of Markdown slow.
func hostile(n int) map[string]string {
	rep := strings.Repeat
	return map[string]string{
		"stars": rep("*a ", n), "open stars": rep("**a", n), "mixed": rep("*a_ ", n), "underscores": rep("_a", n),
		"brackets": rep("[", n), "closing": rep("]", n), "links": rep("[a](", n), "nested links": rep("[a", n) + rep("](b)", n),
		"images": rep("![", n), "backquotes": ticks(n), "angles": rep("<", n), "comments": rep("<!-- ", n),
		"entities": rep("&", n) + rep("&a;", n), "quotes": rep(">", n), "lists": rep("- ", n), "numbers": rep("1. ", n),
		"lines": rep("a\n", n), "list lines": rep("- a\n", n), "quote lines": rep("> a\n", n), "deep quote lines": rep(rep("> ", 14)+"a\n", n/14),
		"staircase": staircase(n), "values": rep("{{a}}", n), "open values": rep("{{", n), "cites": rep("[@a]", n), "open cites": rep("[@", n),
		"escapes": rep("\\*", n), "blank": rep("\n", n), "spaces": rep(" ", n), "tabs": rep("\t", n), "breaks": rep("a  \n", n),
		"definitions": rep("[a]: b\n", n), "rules": rep("---\n", n), "setext": rep("a\n", n) + "===", "fences": rep("```\n", n),
		"paragraphs": rep("*a* [b](https://c.d/) `\n\n", n), "html": rep("<a>", n), "autolinks": rep("<https://a.b/>", n), "parentheses": "[a](" + rep("(", n),
		"marked items": rep("- [[*_`\n", n/8), "numbered": rep("7. [[*_`\n", n/8), "late items": "a\n" + rep("    - [[*_`\n", n/8), "in quotes": rep("> - [[*_`\n", n/8),
		"tables": "|" + rep("a|", n/4) + "\n|" + rep("-|", n/4) + "\n" + rep("|a", n/4), "rows": "|a|\n|-|\n" + rep("|a|\n", n/4), "delimiters": rep("|-|\n", n/4), "tildes": rep("~a ", n),
		"footnotes": rep("[^1]", n), "carets": rep("^[", n), "pandoc": rep("[see @a; ", n), "years": rep("1961. a\n", n/8), "refs": rep("[#a]", n), "definitions of words": "a\n" + rep(": b\n", n/4),
		"titles": rep("[a](b \"", n), "exclamations": rep("!", n), "carriage returns": rep("a\r\n", n), "pluses": rep("+ a\n", n),
	}
}

// ticks are runs of backquotes, none as long as another.
func ticks(n int) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		b.WriteString("a" + strings.Repeat("`", i))
	}
	return b.String()
}

// staircase is a list, each line one level deeper than the one before.
func staircase(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}

// TestHostile reads texts that make readers of Markdown slow. A reader that takes time in
// proportion to the square never comes to the end of them, and the test runs into the limit of go test.
func TestHostile(t *testing.T) {
	for name, src := range hostile(50_000) {
		t.Run(name, func(t *testing.T) { Parse(src) })
	}
}

// TestLongList holds that a long list of links is read, however many there are.
func TestLongList(t *testing.T) {
	for _, mark := range []string{"- ", "* ", "1. "} {
		blocks, faults := Parse(strings.Repeat(mark+"[*a*](https://example.org/) and [b](https://example.org/)\n", 2000))
		if l, ok := blocks[0].(*List); faults != nil || !ok || len(l.Items) != 2000 {
			t.Errorf("%q: %v", mark, faults)
		}
	}
}

// letters are the letters of s alone.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}

// said collects the letters that inlines say, addresses included.
func said(b *strings.Builder, in []Inline) {
	for _, n := range in {
		switch n := n.(type) {
		case *Text:
			b.WriteString(n.S)
		case *Emphasis:
			said(b, n.Inlines)
		case *Strong:
			said(b, n.Inlines)
		case *Value:
			b.WriteString(n.ID + n.Part)
		case *Cite:
			b.WriteString(n.ID + n.Locator)
		case *Ref:
			b.WriteString(n.ID)
		case *Link:
			said(b, n.Inlines)
			if _, auto := strings.CutPrefix(n.URL, "mailto:"); !auto {
				b.WriteString(n.URL)
			}
		}
	}
}

// FuzzParse holds that nothing panics, that faults lie within the source and in
// its order, that without a fault no letter is dropped or moved, and that a
// letter of a text stands in the source where it is said to.
func FuzzParse(f *testing.F) {
	a, err := txtar.ParseFile(filepath.Join("testdata", "cases.txtar"))
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range a.Files {
		f.Add(string(c.Data))
	}
	for _, src := range hostile(40) {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		src = strings.ToValidUTF8(src, "")
		blocks, faults := Parse(src)
		last := 0
		for _, f := range faults {
			if f.Off < last || f.Off > len(src) || f.Len < 0 || f.Message == "" {
				t.Fatalf("%+v in %q", f, src)
			}
			last = f.Off
		}
		var b strings.Builder
		Walk(blocks, func(in Inline) {
			if x, ok := in.(*Text); ok {
				for i := range len(x.S) {
					if at := x.At(i); at < 0 || at > len(src) || !strings.Contains(src, "&") && letters(x.S[i:i+1]) != "" && src[at] != x.S[i] {
						t.Fatalf("byte %d of %q is said to be at %d of %q", i, x.S, at, src)
					}
				}
			}
		})
		if len(faults) > 0 || strings.ContainsAny(src, "&<\x00") || strings.Contains(src, "](") {
			return // entities and addresses say their letters otherwise
		}
		words(&b, blocks)
		if letters(b.String()) != letters(src) {
			t.Fatalf("%q says %q", src, b.String())
		}
	})
}

func words(b *strings.Builder, blocks []Block) {
	for _, n := range blocks {
		switch n := n.(type) {
		case *Paragraph:
			said(b, n.Inlines)
		case *Quote:
			words(b, n.Blocks)
		case *List:
			for _, item := range n.Items {
				words(b, item)
			}
		case *Table:
			for _, row := range append([][][]Inline{n.Head}, n.Rows...) {
				for _, cell := range row {
					said(b, cell)
				}
			}
		}
	}
}

// TestMentions: ids in other programs' citations and values are found; addresses, escapes and our own marks are none.
func TestMentions(t *testing.T) {
	src := `As @bul and (@sat, p. 3) say. See [bul], {e1}; a@bul.org, desk+x@bul, \@no, \[no], \{no}, [@no], [#no], {{no}}, [@a; @no], [@a, p. 3; @no], [see @no], [no](https://a.b), https://x.org/@no, @bul.`
	got := ""
	for _, m := range Mentions(src) {
		if src[m.Off:m.Off+len(m.Text)] != m.Text {
			t.Errorf("%q is not at %d", m.Text, m.Off)
		}
		got += m.Text + "=" + m.ID + " "
	}
	if got != "@bul=bul @sat=sat [bul]=bul {e1}=e1 @bul=bul " {
		t.Error(got)
	}
}

// TestCell holds that what begins a block elsewhere is text in a cell.
func TestCell(t *testing.T) {
	for _, src := range []string{"-", "+ 3", "> 500", "12.", "1. x", "*", "# 5", "007", "—"} {
		blocks, faults := Cell(src)
		if len(blocks) != 1 || len(faults) > 0 {
			t.Errorf("%q: %v %v", src, blocks, faults)
			continue
		}
		p, ok := blocks[0].(*Paragraph)
		if text, plain := p.Inlines[0].(*Text); !ok || !plain || len(p.Inlines) != 1 || text.S != src {
			t.Errorf("%q is read as %v", src, blocks[0])
		}
	}
}
