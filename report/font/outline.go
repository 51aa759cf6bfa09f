package font

// A Stroke is one step of an outline: 'M' moves the pen, 'L' draws a line, 'Q' a quadratic curve with its handle at CX, CY, 'Z' closes the
// contour. Points are in ems; x grows to the right, y upwards from the baseline.
type Stroke struct {
	Op           byte
	CX, CY, X, Y float64
}

// deepest is how far composite glyphs may nest, so that damaged fonts end.
const deepest = 5

// Outline is the drawing of r. Spaces have none; a rune that the face does not cover has that of the box.
//
// It reads the tables `loca` and `glyf` (OpenType 1.9). Contours are those of TrueType: points on the curve, handles off it, and between two
// handles a point on the curve halfway.
func (f *Face) Outline(r rune) []Stroke {
	o := outliner{glyf: table(f.data, "glyf"), loca: table(f.data, "loca"), wide: u16(table(f.data, "head"), 50) == 1, em: float64(f.perEm)}
	if f.perEm == 0 { // the zero Face
		return nil
	}
	o.glyph(f.Glyph(r), transform{1, 0, 0, 1, 0, 0}, 0)
	return o.out
}

// A transform takes font units to font units: x' = a·x + c·y + e, y' = b·x + d·y + f.
type transform struct{ a, b, c, d, e, f float64 }

func (t transform) apply(x, y float64) (float64, float64) {
	return t.a*x + t.c*y + t.e, t.b*x + t.d*y + t.f
}

// after is the transform that does u first and then t.
func (t transform) after(u transform) transform {
	e, f := t.apply(u.e, u.f)
	return transform{t.a*u.a + t.c*u.b, t.b*u.a + t.d*u.b, t.a*u.c + t.c*u.d, t.b*u.c + t.d*u.d, e, f}
}

type outliner struct {
	glyf, loca string
	wide       bool // loca has offsets of four bytes
	em         float64
	out        []Stroke
}

// data is the record of a glyph; empty where it has no outline.
func (o *outliner) data(id int) string {
	at := func(i int) int {
		if o.wide {
			return u16(o.loca, 4*i)<<16 | u16(o.loca, 4*i+2)
		}
		return 2 * u16(o.loca, 2*i)
	}
	from, to := at(id), at(id+1)
	if from >= to || to > len(o.glyf) {
		return ""
	}
	return o.glyf[from:to]
}

func (o *outliner) glyph(id int, t transform, depth int) {
	g := o.data(id)
	if depth > deepest || len(g) < 10 {
		return
	}
	if n := i16(g, 0); n >= 0 {
		o.simple(g, n, t)
	} else {
		o.composite(g, t, depth)
	}
}

// The flags of a composite glyph's parts (OpenType 1.9, "glyf", "Composite glyph flags").
const (
	argsAreWords = 1 << iota
	argsAreOffsets
	_
	oneScale
	_
	moreParts
	twoScales
	fullMatrix
)

// composite draws the parts of a glyph, each moved and scaled.
func (o *outliner) composite(g string, t transform, depth int) {
	f2dot14 := func(at int) float64 { return float64(i16(g, at)) / (1 << 14) }
	for at := 10; at+4 < len(g); {
		flags, id := u16(g, at), u16(g, at+2)
		at += 4
		part := transform{a: 1, d: 1}
		if flags&argsAreWords != 0 {
			part.e, part.f = float64(i16(g, at)), float64(i16(g, at+2))
			at += 4
		} else {
			v := u16(g, at)
			part.e, part.f = float64(int8(v>>8)), float64(int8(v))
			at += 2
		}
		if flags&argsAreOffsets == 0 { // points to be matched: none of our fonts does
			part.e, part.f = 0, 0
		}
		switch {
		case flags&oneScale != 0:
			part.a, part.d = f2dot14(at), f2dot14(at)
			at += 2
		case flags&twoScales != 0:
			part.a, part.d = f2dot14(at), f2dot14(at+2)
			at += 4
		case flags&fullMatrix != 0:
			part.a, part.b, part.c, part.d = f2dot14(at), f2dot14(at+2), f2dot14(at+4), f2dot14(at+6)
			at += 8
		}
		o.glyph(id, t.after(part), depth+1)
		if flags&moreParts == 0 {
			return
		}
	}
}
