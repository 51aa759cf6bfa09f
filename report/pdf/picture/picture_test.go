package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
)

// sample is a picture of which no two parts look alike, half of it transparent.
func sample(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetNRGBA(x, y, color.NRGBA{byte(x * 7), byte(y * 5), byte(x ^ y), 255 - byte(x&1)*128})
		}
	}
	return m
}

func decoded(t *testing.T, m image.Image) *File {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	f, err := Decode(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// unpredicted undoes the predictor Paeth, by the formula of the standard.
func unpredicted(t *testing.T, rows []byte, width, n int) [][]byte {
	t.Helper()
	var out [][]byte
	above := make([]byte, width*n)
	for ; len(rows) > 0; rows = rows[width*n+1:] {
		row := make([]byte, width*n)
		if rows[0] == 0 {
			out = append(out, append(row[:0], rows[1:width*n+1]...))
			continue
		}
		if rows[0] != 4 {
			t.Fatalf("predictor %d", rows[0])
		}
		for i := range row {
			var a, c int
			if i >= n {
				a, c = int(row[i-n]), int(above[i-n])
			}
			b := int(above[i])
			p := a + b - c
			nearest := a
			for _, v := range []int{b, c} {
				if (p-v)*(p-v) < (p-nearest)*(p-nearest) {
					nearest = v
				}
			}
			row[i] = rows[1+i] + byte(nearest)
		}
		out = append(out, row)
		above = row
	}
	return out
}

func TestSamples(t *testing.T) {
	m := sample(13, 9)
	if p, err := decoded(t, m).Picture(400); err != nil || p.Data[0] != 0 {
		t.Errorf("a drawing is foretold: %v", err)
	}
	const w, h = 113, 79
	m = sample(w, h)
	p, err := decoded(t, m).Picture(400)
	if err != nil || p.Width != w || p.Height != h || p.Data[0] != 4 || p.Gray || p.JPEG {
		t.Fatalf("%+v, %v", p, err)
	}
	colors, alpha := unpredicted(t, p.Data, w, 3), unpredicted(t, p.Alpha, w, 1)
	for y := range h {
		for x := range w {
			got, want := color.NRGBA{colors[y][3*x], colors[y][3*x+1], colors[y][3*x+2], alpha[y][x]}, m.NRGBAAt(x, y)
			if got != want {
				t.Fatalf("%d %d: %v, not %v", x, y, got, want)
			}
		}
	}
}

// TestForms: grey stays grey, deep and painted with few colours becomes eight bits, CMYK becomes sRGB.
func TestForms(t *testing.T) {
	gray := image.NewGray16(image.Rect(0, 0, 4, 4))
	gray.SetGray16(1, 2, color.Gray16{0xabcd})
	p, err := decoded(t, gray).Picture(100)
	if err != nil || !p.Gray || p.Alpha != nil || unpredicted(t, p.Data, 4, 1)[2][1] != 0xab {
		t.Errorf("%+v, %v", p, err)
	}
	few := image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{color.NRGBA{}, color.NRGBA{200, 10, 20, 255}})
	few.SetColorIndex(3, 0, 1)
	if p, err = decoded(t, few).Picture(100); err != nil || p.Alpha == nil || string(unpredicted(t, p.Data, 4, 3)[0][9:]) != "\xc8\x0a\x14" {
		t.Errorf("%+v, %v", p, err)
	}
	ink := image.NewCMYK(image.Rect(0, 0, 2, 2))
	ink.SetCMYK(0, 0, color.CMYK{C: 255})
	if got := reduced(ink, 1).NRGBAAt(0, 0); got != (color.NRGBA{0, 255, 255, 255}) {
		t.Errorf("cyan is %v", got)
	}
}

// TestReduced: what is finer than print is averaged, and transparent parts lend no colour.
func TestReduced(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 3001, 20))
	for y := range 20 {
		for x := range 3001 {
			if x%2 == 0 {
				m.SetNRGBA(x, y, color.NRGBA{250, 100, 50, 255})
			} else {
				m.SetNRGBA(x, y, color.NRGBA{0, 0, 255, 0})
			}
		}
	}
	p, err := decoded(t, m).Picture(72)
	if err != nil || p.Width != 301 || p.Height != 2 {
		t.Fatalf("%d × %d, %v", p.Width, p.Height, err)
	}
	if row, a := unpredicted(t, p.Data, 301, 3)[0], unpredicted(t, p.Alpha, 301, 1)[0]; string(row[:3]) != "\xfa\x64\x32" || a[0] != 128 || a[300] != 255 {
		t.Errorf("%v %v", row[:3], a[:3])
	}
}

// exif is a JPEG file that says how its rows lie.
func exif(t *testing.T, m image.Image, order binary.AppendByteOrder, turn int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	tiff := []byte("II*\x00")
	if order.AppendUint16(nil, 1)[0] == 0 {
		tiff = []byte("MM\x00*")
	}
	tiff = order.AppendUint16(order.AppendUint32(tiff, 8), 1)
	tiff = order.AppendUint32(order.AppendUint16(order.AppendUint16(tiff, 0x0112), 3), 1)
	tiff = append(order.AppendUint16(tiff, uint16(turn)), 0, 0, 0, 0, 0, 0)
	segment := append([]byte("Exif\x00\x00"), tiff...)
	out := binary.BigEndian.AppendUint16([]byte("\xff\xd8\xff\xe1"), uint16(len(segment)+2))
	return append(append(out, segment...), b.Bytes()[2:]...)
}

// TestOrientation: a picture taken with the camera on its side stands upright. Its dark corner is where the first row and column meet.
func TestOrientation(t *testing.T) {
	m := image.NewGray(image.Rect(0, 0, 32, 16))
	for i := range m.Pix {
		m.Pix[i] = 255
	}
	for y := range 8 {
		for x := range 8 {
			m.SetGray(x, y, color.Gray{0})
		}
	}
	corners := []image.Point{{0, 0}, {31, 0}, {31, 15}, {0, 15}, {0, 0}, {15, 0}, {15, 31}, {0, 31}}
	for i, at := range corners {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			f, err := Decode(exif(t, m, order, i+1))
			if err != nil {
				t.Fatal(err)
			}
			p, err := f.Picture(200)
			if err != nil || !p.JPEG || !p.Gray || p.Width != f.Width || p.Height != f.Height || (p.Height > p.Width) != (i >= 4) {
				t.Fatalf("%d: %d × %d, %v", i+1, p.Width, p.Height, err)
			}
			got, err := jpeg.Decode(bytes.NewReader(p.Data))
			if err != nil {
				t.Fatal(err)
			}
			if v := color.GrayModel.Convert(got.At(at.X, at.Y)).(color.Gray); v.Y > 60 {
				t.Errorf("%d: %v is %v", i+1, at, v)
			}
		}
	}
}

// FuzzDecode: no file makes it panic.
func FuzzDecode(f *testing.F) {
	var b bytes.Buffer
	if err := png.Encode(&b, sample(3, 2)); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add(b.Bytes()[:b.Len()/2])
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II*\x00\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		orientation(data)
		if size, _, err := image.DecodeConfig(bytes.NewReader(data)); err != nil || size.Width*size.Height > 1<<20 {
			return
		}
		if m, err := Decode(data); err == nil {
			if _, err := m.Picture(100); err != nil {
				t.Skip(err)
			}
		}
	})
}
