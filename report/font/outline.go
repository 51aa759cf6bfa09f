package font

import (
	"reflect"
	"strings"
	"sync"

	otfont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// A Stroke is one step of an outline: 'M' moves the pen, 'L' draws a line, 'Q' a quadratic curve with its handle at CX,
// CY, 'C' a cubic curve with handles at CX, CY and DX, DY, 'Z' closes the contour. Points are in ems; x grows to the
// right, y upwards from the baseline.
type Stroke struct {
	Op                   byte    // 'M', 'L', 'Q', 'C' or 'Z'
	CX, CY, DX, DY, X, Y float64 // ems
}

// A layout is what shaping and drawing know of a font beyond its widths. It is read when it is first asked for.
type layout struct {
	font func() (*otfont.Font, error)
}

func newLayout(data string) *layout {
	return &layout{font: sync.OnceValues(func() (*otfont.Font, error) {
		loader, err := opentype.NewLoader(strings.NewReader(data))
		if err != nil {
			return nil, err
		}
		f, err := otfont.NewFont(loader)
		if err == nil {
			listCoverage(reflect.ValueOf(f.GSUB.Lookups))
			listCoverage(reflect.ValueOf(f.GPOS.Lookups))
		}
		return f, err
	})}
}

// listCoverage writes the ranges of glyphs that rules are for as lists: the library's filter loses ranges once it is
// full (harfbuzz/set_digest.go, addRange, of version 0.3.5), and letters would be left unjoined.
func listCoverage(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			listCoverage(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				listCoverage(v.Field(i))
			}
		}
	case reflect.Interface:
		if v.IsNil() || !v.CanSet() {
			return
		}
		if ranges, ok := v.Interface().(tables.Coverage2); ok {
			v.Set(reflect.ValueOf(listed(ranges)))
			return
		}
		inner := reflect.New(v.Elem().Type()).Elem() // what an interface holds cannot be set in place
		inner.Set(v.Elem())
		listCoverage(inner)
		v.Set(inner)
	}
}

func listed(ranges tables.Coverage2) tables.Coverage1 {
	var out tables.Coverage1
	for _, r := range ranges.Ranges {
		for g := int(r.StartGlyphID); g <= int(r.EndGlyphID); g++ {
			out.Glyphs = append(out.Glyphs, tables.GlyphID(g))
		}
	}
	return out
}

// Outline is the drawing of r. Spaces have none; a rune that the face does not cover has that of the box.
func (f *Face) Outline(r rune) []Stroke { return f.GlyphOutline(f.Glyph(r)) }

// GlyphOutline is the drawing of a glyph; empty where it leaves no ink, or the font is damaged.
func (f *Face) GlyphOutline(glyph int) []Stroke {
	if f.layout == nil { // the zero Face
		return nil
	}
	read, err := f.layout.font()
	if err != nil {
		return nil
	}
	drawn, _ := otfont.NewFace(read).GlyphDataOutline(otfont.GID(glyph))
	return f.strokes(drawn.Segments)
}

// strokes turns segments in font units into strokes in ems, and closes contours.
func (f *Face) strokes(segments []otfont.Segment) []Stroke {
	em, open := float64(f.perEm), false
	var out []Stroke
	for i := range segments {
		p := segments[i].Args
		at := func(k int) (x, y float64) { return float64(p[k].X) / em, float64(p[k].Y) / em }
		var s Stroke
		switch segments[i].Op {
		case opentype.SegmentOpMoveTo:
			if open {
				out = append(out, Stroke{Op: 'Z'})
			}
			open = true
			s.Op = 'M'
			s.X, s.Y = at(0)
		case opentype.SegmentOpLineTo:
			s.Op = 'L'
			s.X, s.Y = at(0)
		case opentype.SegmentOpQuadTo:
			s.Op = 'Q'
			s.CX, s.CY = at(0)
			s.X, s.Y = at(1)
		default:
			s.Op = 'C'
			s.CX, s.CY = at(0)
			s.DX, s.DY = at(1)
			s.X, s.Y = at(2)
		}
		out = append(out, s)
	}
	if open {
		out = append(out, Stroke{Op: 'Z'})
	}
	return out
}
