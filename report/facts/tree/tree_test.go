package tree

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// valid asks jsontext whether src is one JSON value, no deeper than we read.
func validJSON(src string) (ok, deep bool) {
	d := jsontext.NewDecoder(bytes.NewBufferString(src))
	for {
		if _, err := d.ReadToken(); err != nil {
			return false, deep
		}
		deep = deep || d.StackDepth() > MaxDepth
		if d.StackDepth() == 0 {
			break
		}
	}
	_, err := d.ReadToken()
	return err == io.EOF, deep
}

// same holds a tree to what jsontext reads.
func same(t *testing.T, d *jsontext.Decoder, src string, n *Node) {
	tok, err := d.ReadToken()
	if err != nil {
		t.Fatal(err)
	}
	if n.Off < 0 || n.End > len(src) || n.Off >= n.End {
		t.Fatalf("%q: a value from %d to %d", src, n.Off, n.End)
	}
	switch tok.Kind() {
	case '{':
		for i := range n.Kids {
			k := &n.Kids[i]
			name, err := d.ReadToken()
			if err != nil || name.Kind() != '"' || name.String() != k.Key || src[k.KeyOff] != '"' {
				t.Fatalf("%q: the name %q is read as %q", src, name.String(), k.Key)
			}
			if got := n.Get(k.Key); got != k {
				t.Fatalf("%q: %q is not found", src, k.Key)
			}
			same(t, d, src, k)
		}
	case '[':
		for i := range n.Kids {
			same(t, d, src, &n.Kids[i])
		}
	case '"':
		if n.Kind != String || n.Text != tok.String() {
			t.Fatalf("%q: a string is read as %q", src, n.Text)
		}
		c := NewCursor(src, n)
		for i, r := range n.Text {
			at := c.At(i)
			if at <= n.Off || at >= n.End-1 || src[at] != '\\' && !strings.HasPrefix(src[at:], string(r)) {
				t.Fatalf("%q: byte %d of %q is said to be at %d", src, i, n.Text, at)
			}
		}
		return
	case '0':
		if n.Kind != Number || n.Text != src[n.Off:n.End] {
			t.Fatalf("%q: a number is read as %q", src, n.Text)
		}
		return
	default:
		return
	}
	if end, err := d.ReadToken(); err != nil || end.Kind() != '}' && end.Kind() != ']' {
		t.Fatalf("%q: something is left out", src)
	}
}

var seeds = []string{
	`{"a": [1, -2.5e3, "x\u00e9\ud83d\ude00\n", true, false, null], "b": {}, "c": []}`, `[]`, `"x"`, `0`, ` {} `, ``, `{`, `[1,]`, `[,1]`, `{"a":1,}`, `{"a":1 "b":2}`,
	`[1 2]`, `{a: 1}`, `{'a': 'b'}`, `// c
{"a": /* d */ 1} # e`, `[NaN, Infinity, -Infinity, None, True]`, `[01, +1, .5, 1., 0x1, 1e]`, "[\"a\nb\", \"c\"]", "\"a\tb\"", `"\x"`, `"\u12"`, `"\ud800"`, `"\ude00\ud83d"`,
	`{"a":1,"a":2}`, `{"a":1,"\u0061":2}`, `{} {}`, `}`, "\xef\xbb\xbf{}", "{\x00}\x00", "\xff\xfe{\x00", "\"\xff\"", "\xff", `tru`, `[tru`, `-`, `[1`, `"abc`, `{"a"`, `{"a":`, `“a”`,
	strings.Repeat("[", 101) + strings.Repeat("]", 101), strings.Repeat("[", 100) + strings.Repeat("]", 100), `{"":{"":""}}`, `"\/"`, `[1e999, 123456789012345678901234567890]`, "\"\u2028\"", `/`, `[1/2]`,
}

// FuzzParse holds the reader to jsontext: without a fault the source is valid
// JSON and the tree says what jsontext reads; a valid source has no fault. Faults
// lie in the source, in its order; nothing panics.
func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		root, faults := Parse(src)
		ok, deep := validJSON(src)
		if ok && !deep && len(faults) > 0 {
			t.Fatalf("%q is valid, and has %+v", src, faults)
		}
		if !ok && len(faults) == 0 {
			t.Fatalf("%q is not valid, and has no fault", src)
		}
		last := 0
		for _, f := range faults {
			if f.Off < last || f.Off > len(src) || f.Message == "" || !utf8.ValidString(f.Message+f.Hint) {
				t.Fatalf("%q: %+v", src, f)
			}
			last = f.Off
		}
		if root == nil {
			return
		}
		if len(faults) == 0 {
			same(t, jsontext.NewDecoder(bytes.NewBufferString(src)), src, root)
		}
		pointers(t, src, root, "", root)
	})
}

// pointers holds that a pointer leads to its value and its place back to the pointer.
func pointers(t *testing.T, src string, root *Node, pointer string, n *Node) {
	if n.Kind != Invalid && root.Pointer(n.Off) != pointer && n.End > n.Off {
		t.Fatalf("%q: the place %d of %q leads to %q", src, n.Off, pointer, root.Pointer(n.Off))
	}
	if root.Find(pointer) != n {
		t.Fatalf("%q: %q leads elsewhere", src, pointer)
	}
	for i := range n.Kids {
		k := &n.Kids[i]
		token := strconv.Itoa(i)
		if n.Kind == Object {
			token = Escape(k.Key)
		}
		pointers(t, src, root, pointer+"/"+token, k)
	}
}

// TestFind holds what pointers that lead nowhere give.
func TestFind(t *testing.T) {
	root, _ := Parse(`{"a": [1, {"b/c": 2}]}`)
	if n := root.Find("/a/1/b~1c"); n == nil || n.Text != "2" {
		t.Error("not found")
	}
	for _, p := range []string{"a", "/b", "/a/2", "/a/x", "/a/-1", "/a/1/b", "/a/0/x"} {
		if root.Find(p) != nil {
			t.Errorf("%q leads somewhere", p)
		}
	}
	if n := root.Nearest("/a/7/x"); n != root.Get("a") {
		t.Error("the nearest is another")
	}
}

// TestQuote holds that what Quote writes reads as it was, and as RFC 8785 has it.
func TestQuote(t *testing.T) {
	all := "\x00\x01\x1f \"\\/\b\f\n\r\t\x7f é\u2028😀<>&"
	var b strings.Builder
	Quote(&b, all)
	want, err := jsontext.AppendQuote(nil, all)
	if err != nil || b.String() != string(want) {
		t.Errorf("%s, not %s", b.String(), want)
	}
}
