//go:build unix && !race

package integrity

import (
	"runtime/debug"
	"syscall"
	"testing"
	"time"

	"sitrep/report/date"
	"sitrep/report/facts"
)

// TestLargeInTime holds that reading and judging 10,000 facts and 2,000 paragraphs
// takes less than 300 ms of work, or twice that on a slower machine than the one
// it was promised for. On a busy machine a measurement tells of the machine; the
// least of several tells of the program.
func TestLargeInTime(t *testing.T) {
	const promised = 300 * time.Millisecond
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the command does
	data := large(10_000, 2_000)
	least := time.Hour
	for try := 0; try < 12 && least > promised; try++ {
		begin := worked(t)
		f, problems := facts.Load("large.json", data)
		if f == nil {
			t.Fatal(problems[0])
		}
		if found := Check(f, date.Date{}); len(found) == 0 || len(found) > 20_000 {
			t.Fatalf("%d warnings", len(found))
		}
		least = min(least, worked(t)-begin)
	}
	t.Logf("%v of work", least)
	if least > 2*promised {
		t.Errorf("10,000 facts and 2,000 paragraphs took %v of work", least)
	}
}

// worked returns how long the processor has worked for this process.
func worked(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano())
}
