package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
)

// chunk is one of a PNG file (PNG specification, third edition, 5.3).
func chunk(kind, body string) string {
	data := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	data = append(append(data, kind...), body...)
	return string(binary.BigEndian.AppendUint32(data, crc32.ChecksumIEEE(data[4:])))
}

// segment is one of a JPEG file.
func segment(marker byte, body string) string {
	return string(binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(body)+2))) + body
}

func bare(t *testing.T, data string) []byte {
	t.Helper()
	out, err := Bare([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("zeta")) {
		t.Errorf("a secret is left: %q", out)
	}
	if again, err := Bare(out); err != nil || !bytes.Equal(again, out) {
		t.Errorf("a bare file is changed: %v", err)
	}
	return out
}

// samePixels compares what is to be seen of two pictures.
func samePixels(t *testing.T, a, b []byte) {
	t.Helper()
	m, _, err := image.Decode(bytes.NewReader(a))
	if err != nil {
		t.Fatal(err)
	}
	n, _, err := image.Decode(bytes.NewReader(b))
	if err != nil || m.Bounds() != n.Bounds() {
		t.Fatal(err)
	}
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			r1, g1, b1, a1 := m.At(x, y).RGBA()
			r2, g2, b2, a2 := n.At(x, y).RGBA()
			if r1 != r2 || g1 != g2 || b1 != b2 || a1 != a2 {
				t.Fatalf("pixel %d, %d: %v, was %v", x, y, n.At(x, y), m.At(x, y))
			}
		}
	}
}

// Words, a preview, a second picture, a palette of what was cut away, colours that do not show and
// what stands behind the end of a PNG file are not in the bare one; its pixels are.
func TestBarePNG(t *testing.T) {
	palette := image.NewPaletted(image.Rect(0, 0, 5, 5), color.Palette{color.Black, color.NRGBA{'z', 'e', 't', 255}, color.NRGBA{'a', 'z', 'e', 255}})
	palette.SetColorIndex(2, 2, 2)
	for name, m := range map[string]image.Image{"alpha": sample(9, 7), "gray": image.NewGray16(image.Rect(0, 0, 4, 4)), "palette": palette} {
		var b bytes.Buffer
		if err := png.Encode(&b, m); err != nil {
			t.Fatal(err)
		}
		head, rest := b.String()[:33], b.String()[33:]
		data := head + chunk("tEXt", "Author\x00zeta") + chunk("eXIf", "MM\x00*zeta") + chunk("iTXt", "XML:com.adobe.xmp\x00zeta") +
			chunk("iCCP", "zeta\x00\x00") + chunk("tIME", "zetatim") + chunk("zeTa", "zeta") + rest + "zeta behind the end"
		out := bare(t, data)
		samePixels(t, b.Bytes(), out)
		if bytes.Contains(out, []byte("zet")) {
			t.Errorf("%s: a colour that nothing shows is left", name)
		}
	}
	clear := image.NewNRGBA(image.Rect(0, 0, 3, 1))
	copy(clear.Pix, "zet\x00azt\x00abc\xff")
	var b bytes.Buffer
	if err := png.Encode(&b, clear); err != nil {
		t.Fatal(err)
	}
	out, err := png.Decode(bytes.NewReader(bare(t, b.String())))
	if c := out.At(0, 0).(color.NRGBA); err != nil || c != (color.NRGBA{}) {
		t.Errorf("a colour that does not show is left: %v, %v", c, err)
	}
}

// Of a JPEG file its samples and how they lie are left, and nothing else.
func TestBareJPEG(t *testing.T) {
	for _, turn := range []string{"\x01", "\x06"} {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, sample(40, 24), &jpeg.Options{Quality: 90}); err != nil {
			t.Fatal(err)
		}
		tiff := "MM\x00*\x00\x00\x00\x08\x00\x02\x01\x12\x00\x03\x00\x00\x00\x01\x00" + turn + "\x00\x00\x88\x25\x00\x04\x00\x00\x00\x01zeta\x00\x00\x00\x00zeta"
		data := b.String()[:2] + segment(0xe0, "JFIF\x00\x01\x02\x01\x00\x48\x00\x48\x01\x01zet") + segment(0xe0, "JFXX\x00\x13zeta") +
			segment(0xe1, "Exif\x00\x00"+tiff) + segment(0xe1, "http://ns.adobe.com/xap/1.0/\x00zeta") + segment(0xe2, "ICC_PROFILE\x00\x01\x01zeta") +
			segment(0xed, "Photoshop 3.0\x00zeta") + segment(0xfe, "zeta") + "zeta\xff" + b.String()[2:] + "\xff\xd8zeta"
		out := bare(t, data)
		samePixels(t, b.Bytes(), out)
		if got := orientation(out); got != int(turn[0]) {
			t.Errorf("the rows lie as %d says, want %d", got, turn[0])
		}
		if bytes.Contains(out, []byte("zet")) {
			t.Error("a preview is left")
		}
	}
}

// Adobe's segment says that three colours are red, green and blue.
func TestBareKeepsColours(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, sample(16, 16), nil); err != nil {
		t.Fatal(err)
	}
	adobe := segment(0xee, "Adobe\x00\x64\x80\x00\x00\x00\x00zeta")
	data := b.String()[:2] + adobe + b.String()[2:]
	samePixels(t, []byte(data), bare(t, data))
}

func FuzzBare(f *testing.F) {
	for _, m := range []image.Image{sample(5, 5), image.NewPaletted(image.Rect(0, 0, 2, 2), color.Palette{color.Black})} {
		var p, j bytes.Buffer
		if png.Encode(&p, m) != nil || jpeg.Encode(&j, m, nil) != nil {
			f.Fatal("not encoded")
		}
		f.Add(p.Bytes())
		f.Add(j.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err != nil || c.Width*c.Height > 1<<16 {
			return
		}
		out, err := Bare(data)
		if err != nil {
			return
		}
		samePixels(t, data, out)
		if again, err := Bare(out); err != nil || !bytes.Equal(again, out) {
			t.Errorf("a bare file is changed: %v", err)
		}
	})
}
