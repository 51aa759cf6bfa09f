package release

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"sitrep/report/facts"
	"sitrep/report/prose"
	"sitrep/report/reading"
	"sitrep/report/sanitize"
)

// A surface is a passage as readers see it: without markup and hidden characters,
// so that a number or a name broken by either is whole. What is bound stands in it
// as a sign that no text has; runs that stand for themselves are lines.
type surface struct {
	p    facts.Passage
	text string
	off  []int // of each byte of text, the byte of the passage's S
}

// bound stands for a value, a citation or a reference: an object replacement character.
const bound = " \uFFFC "

// surfaceOf reads a passage.
func surfaceOf(p facts.Passage) *surface {
	w := &surfacer{}
	if p.Blocks == nil {
		w.add(p.S, func(i int) int { return i })
	}
	for run := range prose.Runs(p.Blocks) {
		w.run(run)
	}
	for _, a := range w.aside {
		w.line(a.text, a.off)
	}
	return &surface{p, w.b.String(), w.off}
}

// A surfacer writes a surface.
type surfacer struct {
	b     strings.Builder
	off   []int
	aside []aside // addresses of links and places in sources: they stand beside the text
}

type aside struct {
	text string
	off  int
}

func (w *surfacer) run(in []prose.Inline) {
	prose.WalkInlines(in, func(in prose.Inline) {
		switch in := in.(type) {
		case *prose.Text:
			w.add(in.S, in.At)
		case *prose.Break:
			w.write(" ", w.last())
		case *prose.Link:
			w.aside = append(w.aside, aside{in.URL, in.Off})
		case *prose.Value:
			w.write(bound, in.Off)
		case *prose.Cite:
			w.write(bound, in.Off)
			w.aside = append(w.aside, aside{in.Locator, in.Off})
		case *prose.Ref:
			w.write(bound, in.Off)
		}
	})
	w.write("\n", w.last())
}

func (w *surfacer) last() int {
	if len(w.off) == 0 {
		return 0
	}
	return w.off[len(w.off)-1]
}

// line writes what stands by itself.
func (w *surfacer) line(s string, off int) {
	w.write("\n", off)
	w.add(s, func(int) int { return off })
}

// add writes what shows of s. Digits and letters of other widths are the common ones, and what an
// address escapes is itself (RFC 3986, 2.1).
func (w *surfacer) add(s string, at func(int) int) {
	next := 0
	for i, r := range s {
		if i < next {
			continue
		}
		switch c := escaped(s, i); {
		case c != 0:
			w.write(string(c), at(i))
			next = i + len("%20")
		case r == '\'' && groups(s, i):
			w.write("\u202f", at(i))
		case r == '·' && decimal(s, i):
			w.write(".", at(i))
		case r < 0x80:
			w.write(s[i:i+1], at(i))
		case sanitize.Invisible(r):
		case unicode.Is(unicode.Nd, r):
			w.write(string(digit(r)), at(i))
		case r >= 0xff00 && r <= 0xffef:
			w.write(norm.NFKC.String(string(r)), at(i))
		case r == '’' && groups(s, i):
			w.write("\u202f", at(i))
		default:
			w.write(string(r), at(i))
		}
	}
}

// escaped is the character of ASCII that is escaped at a byte, as "%20" is a space; 0 where none is.
func escaped(s string, at int) rune {
	if s[at] != '%' || at+2 >= len(s) {
		return 0
	}
	if n, err := strconv.ParseUint(s[at+1:at+3], 16, 8); err == nil && n >= ' ' && n < 0x7f {
		return rune(n)
	}
	return 0
}

// digit is a decimal digit of any script as the common one: each script has its ten in a row (The Unicode Standard, 4.6),
// and forms of other widths and weights are the common ones but for their look.
func digit(r rune) rune {
	if plain := norm.NFKC.String(string(r)); len(plain) == 1 {
		return rune(plain[0])
	}
	for n := rune(0); n < 9; n++ {
		if !unicode.Is(unicode.Nd, r-n-1) {
			return '0' + n
		}
	}
	return '0' + 9
}

// decimal reports whether the middle dot at a byte stands before decimals: 12·5.
func decimal(s string, at int) bool {
	isDigit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	return isDigit(at-1) && isDigit(at+len("·"))
}

// groups reports whether the apostrophe at a byte parts the thousands of a number: 48'213.
func groups(s string, at int) bool {
	isDigit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	next := at + len("'")
	if s[at] != '\'' {
		next = at + len("’")
	}
	return isDigit(at-1) && isDigit(next) && isDigit(next+1) && isDigit(next+2) && !isDigit(next+3)
}

func (w *surfacer) write(s string, off int) {
	w.b.WriteString(s)
	for range len(s) {
		w.off = append(w.off, off)
	}
}

// at returns the byte of the passage that the byte i of the surface is read from.
func (s *surface) at(i int) int {
	if i < 0 || i >= len(s.off) {
		return 0
	}
	return s.off[i]
}

// plain returns the surface as the reading of numbers and days takes it: addresses are blanked, since a line that
// holds one is read as one, and numbers stand apart from the words that touch them.
func (s *surface) plain(list *reading.WordList) *surface {
	text := []byte(s.text)
	for i := 0; ; {
		n := strings.Index(s.text[i:], "://")
		if n < 0 {
			break
		}
		from, to := strings.LastIndexAny(s.text[:i+n], " \n\t")+1, len(s.text)
		if end := strings.IndexAny(s.text[i+n:], " \n\t"); end >= 0 {
			to = i + n + end
		}
		for k := from; k < to; k++ {
			text[k] = ' '
		}
		i = to
	}
	out := &surface{p: facts.Passage{Pointer: s.p.Pointer, Owner: s.p.Owner, Key: s.p.Key, Lang: s.p.Lang}}
	last := 0
	for _, cut := range seams(string(text), list) {
		out.text += string(text[last:cut]) + " "
		out.off = append(append(out.off, s.off[last:cut]...), s.off[cut])
		last = cut
	}
	out.text, out.off = out.text+string(text[last:]), append(out.off, s.off[last:]...)
	out.p.S = out.text
	return out
}
