package pdf_test

import (
	"runtime"
	"strings"
	"testing"
)

// TestLongWords: what words cost in memory grows with their length, and no faster.
func TestLongWords(t *testing.T) {
	cost := func(n int) uint64 {
		var before, after runtime.MemStats
		d := dressed(t, strings.Repeat("anticonstitutional", n))
		runtime.ReadMemStats(&before)
		build(t, d)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	base, some, many := cost(1), cost(200), cost(1000)
	if many-base > 9*(some-base) {
		t.Errorf("words of 3,600 letters cost %d MB, of 18,000 %d MB", (some-base)>>20, (many-base)>>20)
	}
}
