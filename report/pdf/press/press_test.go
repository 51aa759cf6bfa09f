package press

import (
	"bytes"
	"compress/zlib"
	"io"
	"testing"
)

// TestPress: what goes in comes out, whatever else is pressed meanwhile.
func TestPress(t *testing.T) {
	p := New()
	sheets := make([]*Sheet, 300)
	for i := range sheets {
		sheets[i] = p.Put(bytes.Repeat([]byte{byte(i), 'x', byte(i >> 4)}, i*37))
	}
	p.Close()
	for i, s := range sheets {
		z, err := zlib.NewReader(bytes.NewReader(s.Out()))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(z); err != nil || !bytes.Equal(got, s.Data) {
			t.Fatalf("sheet %d: %d bytes, %v", i, len(got), err)
		}
	}
}
