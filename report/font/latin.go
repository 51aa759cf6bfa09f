package font

import (
	"math"
	"sync/atomic"
)

// latin remembers what a face says of Latin letters (up to U+00FF) and their pairs,
// in thousandths of an em: a document asks for them a hundred thousand times. What
// has not been asked yet is zero; what has is kept as its value and the constant.
type latin struct {
	advance [256]atomic.Int32
	kern    [256][256]atomic.Int32
}

const asked = 1 << 20

// remembered returns what a place remembers, or works it out and keeps it.
func remembered(place *atomic.Int32, work func() int) int {
	if v := place.Load(); v != 0 {
		return int(v) - asked
	}
	v := work()
	if v > -asked && v < asked {
		place.Store(int32(v + asked))
	}
	return v
}

// Shown is the length of s set rune by rune at a size in points, in thousandths of an em, with the kerning that shows.
func (f *Face) Shown(s string, size float64) int {
	total, last := 0, rune(0)
	for _, r := range s {
		advance, kern := f.known(last, r)
		if advance == 0 || kern == 0 {
			total += f.Advance(r) + f.ShownKern(last, r, size)
		} else if total += int(advance) - asked; kern != asked {
			total += shown(int(kern)-asked, size)
		}
		last = r
	}
	return total
}

// known is what is remembered of the advance of b and its kerning behind a.
func (f *Face) known(a, b rune) (advance, kern int32) {
	if f.latin == nil || uint32(a) > 0xff || uint32(b) > 0xff {
		return 0, 0
	}
	return f.latin.advance[b].Load(), f.latin.kern[a][b].Load()
}

// ShownKern is how far b moves when it follows a, in thousandths of an em: nothing where it would not show, which is most
// pairs in small text.
func (f *Face) ShownKern(a, b rune, size float64) int { return shown(f.Kern(a, b), size) }

// shown is a kerning where it shows at a size in points.
func shown(kern int, size float64) int {
	const shows = 200 // thousandths of a point
	if math.Abs(float64(kern)*size) >= shows {
		return kern
	}
	return 0
}
