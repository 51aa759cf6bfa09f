package compressor

import (
	"bytes"
	"compress/zlib"
	"io"
	"testing"
)

// TestCompressor: what goes in comes out, whatever else is compressed meanwhile.
func TestCompressor(t *testing.T) {
	p := New()
	streams := make([]*Stream, 300)
	for i := range streams {
		streams[i] = p.Put(bytes.Repeat([]byte{byte(i), 'x', byte(i >> 4)}, i*37))
	}
	p.Close()
	for i, s := range streams {
		z, err := zlib.NewReader(bytes.NewReader(s.Out()))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(z); err != nil || !bytes.Equal(got, s.Data) {
			t.Fatalf("stream %d: %d bytes, %v", i, len(got), err)
		}
	}
}
