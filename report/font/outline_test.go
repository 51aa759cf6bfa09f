package font

import (
	"math"
	"testing"

	"sitrep/report/font/sfnt"
)

// TestOutlineFitsItsBox draws every rune of every face.
func TestOutlineFitsItsBox(t *testing.T) {
	for _, f := range faces(load(t)) {
		drawn, composed := 0, 0
		for r := rune(' '); r < 0xFFFF; r++ {
			if !f.Covers(r) {
				continue
			}
			strokes := f.Outline(r)
			if len(strokes) == 0 {
				continue
			}
			drawn++
			if sfnt.I16(glyphData(f, r), 0) < 0 {
				composed++
			}
			checkOutline(t, f, r, strokes)
		}
		if drawn < 300 {
			t.Errorf("%s: only %d runes have a drawing", f.Name, drawn)
		}
		t.Logf("%s: %d drawn, %d of parts", f.Name, drawn, composed)
	}
}

// glyphData is the record of a glyph in glyf.
func glyphData(f *Face, r rune) string {
	loca, glyf, g := sfnt.Table(f.data, "loca"), sfnt.Table(f.data, "glyf"), f.Glyph(r)
	if sfnt.U16(sfnt.Table(f.data, "head"), 50) == 1 {
		return glyf[sfnt.U32(loca, 4*g):sfnt.U32(loca, 4*g+4)]
	}
	return glyf[2*sfnt.U16(loca, 2*g) : 2*sfnt.U16(loca, 2*g+2)]
}

// checkOutline holds contours to be whole, and the points on the curve to
// reach as far as the box that the font itself gives the glyph ("glyf", header),
// which for these fonts is that of the points.
func checkOutline(t *testing.T, f *Face, r rune, strokes []Stroke) {
	t.Helper()
	box := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	open := false
	grow := func(x, y float64) {
		box[0], box[1], box[2], box[3] = min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y)
	}
	for _, s := range strokes {
		if (s.Op == 'M') == open {
			t.Fatalf("%s %q: a contour begins within another, or a step stands outside", f.Name, r)
		}
		open = s.Op != 'Z'
		if !open {
			continue
		}
		grow(s.X, s.Y)
		if s.Op == 'Q' {
			grow(s.CX, s.CY)
		}
	}
	if open {
		t.Fatalf("%s %q: the last contour is not closed", f.Name, r)
	}
	g := glyphData(f, r)
	for i, v := range box {
		want := float64(sfnt.I16(g, 2+2*i)) / float64(f.perEm)
		if math.Abs(v-want) > 0.002 {
			t.Errorf("%s %q: side %d of the box at %.4f, want %.4f", f.Name, r, i, v, want)
		}
	}
}

func TestOutlineOfNothing(t *testing.T) {
	f := load(t).Regular
	if s := f.Outline(' '); s != nil {
		t.Errorf("a space has the drawing %v", s)
	}
	if s := new(Face).Outline('a'); s != nil {
		t.Errorf("the zero Face draws %v", s)
	}
	if s := f.Outline('한'); len(s) == 0 {
		t.Error("a rune not covered has no box")
	}
}

// FuzzOutline draws from damaged fonts: no panic, no end that does not come.
func FuzzOutline(f *testing.F) {
	set, err := Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(100, byte(0xff), 'é')
	f.Add(90000, byte(0), '한')
	f.Fuzz(func(t *testing.T, at int, b byte, r rune) {
		for _, face := range []*Face{set.Regular, set.Hangul} {
			data := []byte(face.Data())
			if at < 0 || at >= len(data) {
				return
			}
			data[at] = b
			damaged, err := Open(face.Name, string(data))
			if err != nil {
				continue
			}
			damaged.Outline(r)
		}
	})
}
