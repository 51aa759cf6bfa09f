package font

import "sync/atomic"

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
