package facts

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkLoadSample reads the real briefing.
func BenchmarkLoadSample(b *testing.B) {
	data, err := os.ReadFile(filepath.Join("..", "..", "data", "pacto-rusia-rpdc.json"))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if f, p := Load("sample.json", data); f == nil {
			b.Fatal(p)
		}
	}
}

// BenchmarkLoadLarge reads about 50 MB, 100,000 facts.
func BenchmarkLoadLarge(b *testing.B) {
	data := large(100_000, 300)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if f, p := Load("large.json", data); f == nil {
			b.Fatal(p[0])
		}
	}
}

// large makes a file of n facts, each with a note of about pad bytes.
func large(n, pad int) []byte {
	var b bytes.Buffer
	b.WriteString(`{"format": 1, "briefing": {"id": "large", "title": "Large", "languages": ["en", "es"], "as_of": "2024-12"},
"measures": {"m": {"name": "Soldiers", "unit": "soldiers"}},
"origins": {"o": {"name": "Origin", "kind": "government"}},
"sources": {"s": {"title": "Source", "publisher": "Publisher"}},
"facts": [`)
	note := bytes.Repeat([]byte("number of soldiers seen; "), pad/25)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "\n"+`{"id": "fact-%d", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-10-%02d", "low": %d, "high": %d,
 "status": "claimed", "sources": ["s", {"source": "s", "locator": "p. %d"}], "note": {"en": "%s", "es": "añadió"}}`, i, 1+i%28, i, i+5, i,
			note)
	}
	b.WriteString("\n]}\n")
	return b.Bytes()
}
