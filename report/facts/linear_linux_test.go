package facts

import (
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

// TestLinear holds that the time grows with the size and not faster, on files
// that would make a careless reader slow.
func TestLinear(t *testing.T) {
	wrap := func(members string) []byte { return []byte(base(members)) }
	repeat := func(s, sep string, n int) string { return strings.TrimSuffix(strings.Repeat(s+sep, n), sep) }
	numbered := func(s string, n int) string {
		var b strings.Builder
		for i := range n {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(strings.ReplaceAll(s, "#", strconv.Itoa(i)))
		}
		return b.String()
	}
	fact := func(more string) string {
		return `{"id": "f#", "type": "statement", "origin": "o", "sources": ["s"], "status": "claimed", "statement": "x"` + more + `}`
	}
	files := map[string]func(n int) []byte{
		"facts":        func(n int) []byte { return large(n, 50) },
		"unknown keys": func(n int) []byte { return wrap(`"sources": {"s": {` + numbered(`"unknown#": 1`, n) + `}}`) },
		"unknown origins": func(n int) []byte {
			return wrap(`"facts": [` + numbered(strings.Replace(fact(""), `"o"`, `"other#"`, 1), n) + `]`)
		},
		"same ids": func(n int) []byte { return wrap(`"facts": [` + repeat(fact(""), ",", n) + `]`) },
		"chain": func(n int) []byte {
			return wrap(`"facts": [` + fact("") + "," + numbered(strings.Replace(fact(`, "derived_from": ["f#"]`), `"f#"`, `"g#"`, 1), n) + `]`)
		},
		"commas":   func(n int) []byte { return wrap(`"facts": [` + strings.Repeat(",", n) + `]`) },
		"comments": func(n int) []byte { return wrap(`"facts": [` + strings.Repeat("/**/", n) + `]`) },
		"duplicates": func(n int) []byte {
			return wrap(`"sources": {` + repeat(`"a": {"title": "x", "publisher": "y"}`, ",", n) + `}`)
		},
		"numbers": func(n int) []byte { return wrap(`"facts": [` + repeat("1", ",", n) + `]`) },
		"escapes": func(n int) []byte {
			return wrap(`"sections": [{"id": "x", "title": "T", "body": ["` + strings.Repeat(`\u0041&amp;\\* `, n) + `"]}]`)
		},
		"values": func(n int) []byte {
			return wrap(`"sections": [{"id": "x", "title": "T", "body": ["` + strings.Repeat(`\u0041 {{nothing}}\n\n`, n) + `"]}]`)
		},
		"brackets": func(n int) []byte {
			return wrap(`"sections": [{"id": "x", "title": "T", "body": ["` + strings.Repeat(`[`, n) + `"]}]`)
		},
		"words":           func(n int) []byte { return wrap(`"facts": [` + repeat("NaN", ",", n) + `]`) },
		"lone surrogates": func(n int) []byte { return wrap(`"sections": ["` + strings.Repeat(`\ud800`, n) + `"]`) },
		"missing commas":  func(n int) []byte { return wrap(`"facts": [` + strings.Repeat("[] ", n) + `]`) },
		"charts": func(n int) []byte {
			return wrap(`"sections": [{"id": "x", "title": "T", "body": [` + numbered(`{"chart": "timeline", "id": "c#"}`, n) + `]}]`)
		},
		"undeclared texts": func(n int) []byte {
			return wrap(`"sections": [{"id": "x", "title": {` + numbered(`"l#": "x"`, n) + `}, "body": []}]`)
		},
	}
	for name, file := range files {
		const n = 1500
		small, big := spent(file(n)), spent(file(4*n))
		t.Logf("%s: %v, and %v for four times the size", name, small, big)
		if big > 9*small+20*time.Millisecond {
			t.Errorf("%s does not take time in proportion to its size", name)
		}
	}
}

// spent is the processor time of the fastest of two readings, other
// threads and programs not counted.
func spent(data []byte) time.Duration {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	best := time.Hour
	for range 2 {
		start := thread()
		Load("f.json", data)
		best = min(best, thread()-start)
	}
	return best
}

// thread is the processor time of this thread.
func thread() time.Duration {
	const clock = 3 // CLOCK_THREAD_CPUTIME_ID of clock_gettime(2)
	var t syscall.Timespec
	if _, _, errno := syscall.Syscall(syscall.SYS_CLOCK_GETTIME, clock, uintptr(unsafe.Pointer(&t)), 0); errno != 0 {
		return 0
	}
	return time.Duration(t.Nano())
}
