package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/ascii85"
	"encoding/base64"
	"encoding/hex"
	"index/suffixarray"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// A searcher looks into files that were handed over, as one who was never shown more
// would: it inflates whatever is compressed, decodes the letters that a PDF's fonts
// stand for, opens what is attached and what is embedded, and reads names and metadata
// in the encodings that formats have for them. It knows nothing of the program.
type searcher struct {
	raw   [][]byte           // every layer of every file
	text  string             // of all layers
	asked int                // questions so far
	index *suffixarray.Index // of text, once many questions were asked
	set   string             // what pages of PDFs say, by the letters of their fonts
}

// open adds a file, with all that is inside it.
func (s *searcher) open(data []byte) {
	s.raw = append(s.raw, data)
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		s.pdf(data)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		for _, f := range z.File {
			s.raw = append(s.raw, []byte(f.Name))
			if r, err := f.Open(); err == nil {
				inside, _ := io.ReadAll(r)
				s.open(inside)
			}
		}
	default:
		s.page(data)
	}
}

var (
	scripts = regexp.MustCompile(`(?s)<script type="application/gzip"[^>]*>(.*?)</script>`)
	inlined = regexp.MustCompile(`data:[a-z/+-]+;base64,([A-Za-z0-9+/=]+)`)
)

// page opens the blocks of a web page: base64 or Ascii85, compressed or not.
func (s *searcher) page(data []byte) {
	for _, m := range scripts.FindAllSubmatch(data, -1) {
		packed, err := base64.StdEncoding.DecodeString(string(m[1]))
		if err != nil {
			packed = make([]byte, len(m[1])*5)
			n, _, _ := ascii85.Decode(packed, bytes.ReplaceAll(m[1], []byte("v"), []byte("<")), true)
			packed = packed[:n]
		}
		if z, err := gzip.NewReader(bytes.NewReader(packed)); err == nil {
			inside, _ := io.ReadAll(z)
			s.open(inside)
		}
	}
	for _, m := range inlined.FindAllSubmatch(data, -1) {
		inside, _ := base64.StdEncoding.DecodeString(string(m[1]))
		s.raw = append(s.raw, inside)
	}
}

// pdf inflates every stream, and reads every string of every one by every map from
// codes to letters that stands in the file.
func (s *searcher) pdf(data []byte) {
	var streams [][]byte
	for rest := data; ; {
		_, after, found := bytes.Cut(rest, []byte("stream\n"))
		if !found {
			break
		}
		body, next, _ := bytes.Cut(after, []byte("endstream"))
		rest = next
		if z, err := zlib.NewReader(bytes.NewReader(body)); err == nil {
			inside, _ := io.ReadAll(z)
			body = inside
		}
		streams = append(streams, body)
	}
	var maps []map[int]string
	for _, b := range streams {
		if m := letters(b); len(m) > 0 {
			maps = append(maps, m)
		}
	}
	for _, b := range append(streams, data) {
		s.raw = append(s.raw, b)
		strs := strs(b)
		for _, m := range maps {
			said := readBy(strs, m)
			s.raw, s.set = append(s.raw, []byte(said)), s.set+said+" "
		}
	}
}

var (
	chars   = regexp.MustCompile(`(?s)beginbfchar(.*?)endbfchar`)
	bfchar  = regexp.MustCompile(`<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>`)
	bfrange = regexp.MustCompile(`<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>`)
	bflist  = regexp.MustCompile(`(?s)<([0-9A-Fa-f]+)>\s*<[0-9A-Fa-f]+>\s*\[(.*?)\]`)
	hexes   = regexp.MustCompile(`<([0-9A-Fa-f]+)>`)
)

// letters reads a ToUnicode map (ISO 32000-1, 9.10.3); the third byte of a code is its length.
func letters(cmap []byte) map[int]string {
	m := map[int]string{}
	if !bytes.Contains(cmap, []byte("begincmap")) {
		return nil
	}
	code := func(h string) int { n, _ := strconv.ParseInt(h, 16, 64); return int(n) | len(h)/2<<24 }
	units := func(h string) (u []uint16) {
		b, _ := hex.DecodeString(h)
		for i := 0; i+1 < len(b); i += 2 {
			u = append(u, uint16(b[i])<<8|uint16(b[i+1]))
		}
		return u
	}
	text := func(h string) string { return string(utf16.Decode(units(h))) }
	for _, x := range bflist.FindAllStringSubmatch(string(cmap), -1) {
		for i, h := range hexes.FindAllStringSubmatch(x[2], -1) {
			m[code(x[1])+i] = text(h[1])
		}
	}
	for _, x := range bfrange.FindAllStringSubmatch(string(cmap), -1) {
		u := units(x[3])
		for i := code(x[1]); i <= code(x[2]) && i-code(x[1]) < 1<<16; i++ {
			m[i] = string(utf16.Decode(u))
			if last := len(u) - 1; last >= 0 {
				u[last]++ // the last of them counts up (ISO 32000-1, 9.10.3)
			}
		}
	}
	for _, list := range chars.FindAllString(string(cmap), -1) {
		for _, x := range bfchar.FindAllStringSubmatch(list, -1) {
			m[code(x[1])] = text(x[2])
		}
	}
	return m
}

// strs returns the strings of a content stream one behind the other, and those of
// UTF-16 as UTF-8 (ISO 32000-1, 7.3.4).
func strs(b []byte) (out [][]byte) {
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] == '(':
			var s []byte
			for depth := 1; depth > 0 && i+1 < len(b); {
				i++
				switch c := b[i]; {
				case c == '\\' && i+1 < len(b):
					i++
					if n := bytes.IndexByte([]byte("nrtbf"), b[i]); n >= 0 {
						s = append(s, "\n\r\t\b\f"[n])
					} else if b[i] >= '0' && b[i] <= '7' && i+2 < len(b) {
						v, _ := strconv.ParseUint(string(b[i:i+3]), 8, 16)
						s, i = append(s, byte(v)), i+2
					} else {
						s = append(s, b[i])
					}
				case c == '(':
					depth++
					s = append(s, c)
				case c == ')':
					if depth--; depth > 0 {
						s = append(s, c)
					}
				default:
					s = append(s, c)
				}
			}
			out = append(out, s)
		case b[i] == '<' && i+1 < len(b) && b[i+1] != '<':
			end := bytes.IndexByte(b[i:], '>')
			if end < 0 {
				return out
			}
			if s, err := hex.DecodeString(string(b[i+1 : i+end])); err == nil {
				out = append(out, s)
			}
		}
	}
	return out
}

// readBy reads codes of one and two bytes by a map; strings that begin as UTF-16 are read as that.
func readBy(strs [][]byte, m map[int]string) string {
	var out strings.Builder
	for _, s := range strs {
		utf := bytes.HasPrefix(s, []byte("\xfe\xff"))
		for i := 0; i < len(s); i++ {
			if one, ok := m[int(s[i])|1<<24]; ok && !utf {
				out.WriteString(one)
				continue
			}
			if i++; i == len(s) {
				break
			}
			if n := int(s[i-1])<<8 | int(s[i]); utf {
				out.WriteRune(rune(n))
			} else {
				out.WriteString(m[n|2<<24])
			}
		}
	}
	return out.String()
}

// flat joins all that was found, each layer once.
func (s *searcher) flat() string {
	if s.text == "" {
		seen := map[string]bool{}
		var b strings.Builder
		for _, layer := range s.raw {
			if text := strings.ReplaceAll(string(layer), "\u00ad", ""); !seen[text] {
				seen[text] = true
				b.WriteString(text + " ")
			}
		}
		s.text = b.String()
	}
	return s.text
}

// has reports whether needle was found anywhere.
func (s *searcher) has(needle string) bool {
	text := s.flat()
	if s.asked++; s.asked < 500 {
		return strings.Contains(text, needle)
	}
	if s.index == nil {
		s.index = suffixarray.New([]byte(text))
	}
	return len(s.index.Lookup([]byte(needle), 1)) > 0
}

// number reports whether a number of seven digits was found: as programs write it, in
// no longer one, or as people do.
func (s *searcher) number(n int) bool {
	d, text := strconv.Itoa(n), s.flat()
	if s.has(d[:1] + "," + d[1:4] + "," + d[4:]) {
		return true
	}
	if !s.has(d) {
		return false
	}
	part := func(i int) bool {
		return i >= 0 && i < len(text) && (text[i] >= '0' && text[i] <= '9' || text[i] == '.')
	}
	for at := strings.Index(text, d); ; {
		if !part(at-1) && !part(at+len(d)) {
			return true
		}
		next := strings.Index(text[at+len(d):], d)
		if next < 0 {
			return false
		}
		at += next + len(d)
	}
}

// under returns all files of a folder, and their names.
func under(t *testing.T, dir string) *searcher {
	t.Helper()
	s := &searcher{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		s.raw = append(s.raw, []byte(path[len(dir):]))
		s.open(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
